"""Doses read from sentences about approved and studied doses."""

from decimal import Decimal

import pytest
from trialgraph.extract.dosages import read_dosages
from trialgraph.extract.language.pipeline import load_pipeline
from trialgraph.extract.trials import find_trials
from trialgraph.ontology.document import Document
from trialgraph.ontology.facts import Dosage

_SHORT = ("LV 2", "IFN-")


def doses_of(text: str) -> list[Dosage]:
    doc = load_pipeline()(text)
    trials = find_trials(doc, Document(identifier="a", source="a.txt", text=text))
    candidates = list(read_dosages(doc, trials))
    for candidate in candidates:
        assert isinstance(candidate.claim, Dosage)
        said = text[candidate.start : candidate.end].lower()
        assert any(name[:4].lower() in said for name in (candidate.claim.drug.name, *_SHORT))
    return [c.claim for c in candidates if isinstance(c.claim, Dosage)]


@pytest.mark.parametrize(
    ("text", "drug", "amount", "unit", "route", "schedule"),
    [
        ("They got daratumumab 16 mg/kg intravenously weekly for 8 weeks.",
         "daratumumab", "16", "mg/kg", "iv", "weekly for 8 weeks"),
        ("Oral lenalidomide 25 mg was given on days 1 to 21 of each 28-day cycle.",
         "lenalidomide", "25", "mg", "oral", "on days 1 to 21 of each 28-day cycle"),
        ("They got 1.5 grams of ceftriaxone daily.", "ceftriaxone", "1.5", "g", "", ""),
        ("Olaparib tablets (300 mg twice daily) were taken.", "olaparib", "300", "mg", "oral", "twice daily"),
        ("Cisplatin at a dose of 75 mg/m² every 3 weeks was used.", "cisplatin", "75", "mg/m2", "", "every 3 weeks"),
        ("Docetaxel 75 mg/m(2) was infused.", "docetaxel", "75", "mg/m2", "iv", ""),
        ("Carboplatin (AUC 5) every 3 weeks was given.", "carboplatin", "5", "AUC", "", "every 3 weeks"),
        ("Patients took 1,000 mg/m2 of oral capecitabine.", "capecitabine", "1000", "mg/m2", "oral", ""),
        ("Pomalidomide 4 mg/day was taken.", "pomalidomide", "4", "mg", "", "daily"),
        ("Docetaxel 75 mg m-2 every 3 weeks was used.", "docetaxel", "75", "mg/m2", "", "every 3 weeks"),
        ("Docetaxel 75 mg m−2 was used.", "docetaxel", "75", "mg/m2", "", ""),
        ("Interferon alfa, 6 million units s.c. three times per week, was used.",
         "interferon alfa", "6", "million units", "sc", "three times per week"),
        ("Asparaginase 6000 units per m2 was infused.", "asparaginase", "6000", "units/m2", "iv", ""),
        ("They got interferon 5 MU/m2 daily.", "interferon", "5", "MU/m2", "", "daily"),
        ("Granulocyte colony-stimulating factor 5 µg/kg daily was used.",
         "granulocyte colony-stimulating factor", "5", "µg/kg", "", "daily"),
        ("Docetaxel 75 mg m(-2) was used.", "docetaxel", "75", "mg/m2", "", ""),
        ("Docetaxel 75 mg/m (2) was used.", "docetaxel", "75", "mg/m2", "", ""),
        ("Docetaxel 75 mg·m⁻² was used.", "docetaxel", "75", "mg/m2", "", ""),
        ("Trastuzumab 6 mg kg-1 was used.", "trastuzumab", "6", "mg/kg", "", ""),
        ("Romiplostim 3 µg kg−1 weekly was used.", "romiplostim", "3", "µg/kg", "", "weekly"),
        ("Topotecan 1.5 mg m−2 day−1 for 5 days was used.", "topotecan", "1.5", "mg/m2", "", "daily, for 5 days"),
        ("Men on nivolumab received a single dose of 300 mg/m2 cisplatin.", "cisplatin", "300", "mg/m2", "", ""),
        ("They received 100 mg m−2cisplatin.", "cisplatin", "100", "mg/m2", "", ""),
        ("Gemcitabine 1000 mg/m2 on days 1 and 8 (n = 255) was used.",
         "gemcitabine", "1000", "mg/m2", "", "on days 1 and 8"),
        ("Temozolomide 150 to 200 mg/m2 was given for 5 days.", "temozolomide", "150", "mg/m2", "", "for 5 days"),
        ("Lutetium Lu 177 dotatate 7.4 GBq every 8 weeks was infused.",
         "lutetium Lu 177 dotatate", "7.4", "GBq", "iv", "every 8 weeks"),
        ("Weekly paclitaxel [wPTX, 80 mg/m2, day 1, 8, 15] was used.", "paclitaxel", "80", "mg/m2", "", "day 1, 8, 15"),
    ],
)  # fmt: skip
def test_dose(text: str, drug: str, amount: str, unit: str, route: str, schedule: str) -> None:
    (dose,) = doses_of(text)
    assert (dose.drug.name, dose.amount, dose.unit, dose.route) == (drug, Decimal(amount), unit, route)
    assert dose.schedule == schedule


def test_drugs_of_a_list_share_the_schedule_at_its_end() -> None:
    text = "Patients got pembrolizumab 2 mg/kg, nivolumab 3 mg/kg, or docetaxel 75 mg/m2 every 3 weeks."
    assert [(d.drug.name, d.schedule) for d in doses_of(text)] == [
        ("pembrolizumab", "every 3 weeks"), ("nivolumab", "every 3 weeks"), ("docetaxel", "every 3 weeks"),
    ]  # fmt: skip


def test_only_the_cycle_is_shared() -> None:
    text = "Patients got cisplatin 75 mg/m2 and gemcitabine 1000 mg/m2 on days 1 and 8 every 3 weeks."
    assert [d.schedule for d in doses_of(text)] == ["every 3 weeks", "on days 1 and 8 every 3 weeks"]
    text = "Patients got lapatinib 1250 mg and capecitabine 1000 mg/m2 twice daily."
    assert [d.schedule for d in doses_of(text)] == ["", "twice daily"]


def test_days_end_before_the_next_dose() -> None:
    doses = doses_of("They got etoposide 100 mg/m2 on day 1 and 200 mg/m2 on days 2 and 3.")
    assert [(d.amount, d.schedule) for d in doses] == [(100, "on day 1"), (200, "on days 2 and 3")]


def test_the_route_of_the_next_drug_is_not_of_the_one_before() -> None:
    doses = doses_of("This compared subcutaneous denosumab 120 mg with intravenous pamidronate 90 mg.")
    assert [(d.amount, d.route) for d in doses] == [(120, "sc"), (90, "iv")]


def test_dose_of_the_first_of_a_pair_is_not_told_of_the_last() -> None:
    text = "They got temozolomide plus cisplatin 200 mg/m2 on days 1-5 and 75 mg/m2 of cisplatin on day 1."
    assert [(d.drug.name, d.amount) for d in doses_of(text)] == [("cisplatin", 75)]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("Pegfilgrastim (60, 100 or 120 µg/kg) was injected.", [60, 100, 120]),
        ("Paclitaxel 175, 210, or 250 mg/m2 was infused.", [175, 210, 250]),
        ("Patients took olaparib at doses of 200 and 400 mg twice daily.", [200, 400]),
        ("Aripiprazole (0, 10, or 15 mg) was taken.", [10, 15]),
        ("Patients took olaparib 100 mg, which was increased to 200 mg, 300 mg, and 400 mg.", [100, 200, 300, 400]),
        ("Olaparib 100 mg was taken, and creatinine was increased to 2 mg/dL.", [100]),
        ("Docetaxel was given on day 1 or 75 mg/m2 every week.", [75]),
        ("Ustekinumab 45/90 mg was injected.", [45, 90]),
        ("They got 10 mg/kg, 3 mg/kg, or 1 mg/kg bimagrumab.", [10, 3, 1]),
        ("Cisplatin was given at one of two dosages (level 1, 35 mg/m2/cycle; level 2, 50 mg/m2/cycle).", [35, 50]),
        ("FEC (500/100/500 mg/m2) was infused.", []),
    ],
)
def test_every_amount_of_a_list(text: str, amounts: list[int]) -> None:
    assert [d.amount for d in doses_of(text)] == amounts


def test_a_later_dose_is_of_the_same_drug() -> None:
    doses = doses_of("Trastuzumab (8 mg/kg first, then 6 mg/kg every 3 weeks) was infused.")
    assert [(d.drug.name, d.amount) for d in doses] == [("trastuzumab", Decimal(8)), ("trastuzumab", Decimal(6))]


def test_respectively() -> None:
    doses = doses_of("Daily doses of ibrutinib and venetoclax were 420 and 400 mg, respectively.")
    assert {d.drug.name: d.amount for d in doses} == {"ibrutinib": Decimal(420), "venetoclax": Decimal(400)}


def test_a_ratio_is_no_dose() -> None:
    assert [d.amount for d in doses_of("Women were randomised 2:1 to 6 mg of filgrastim or placebo.")] == [6]


def test_one_amount_for_each_drug_of_a_row() -> None:
    doses = doses_of("Valsartan/hydrochlorothiazide 160/12.5 mg was taken.")
    assert {d.drug.name: d.amount for d in doses} == {"valsartan": 160, "hydrochlorothiazide": Decimal("12.5")}
    doses = doses_of("Doses of cyclophosphamide, epirubicin and fluorouracil were 600, 90 and 500 mg/m2, respectively.")
    assert {d.drug.name: d.amount for d in doses} == {"cyclophosphamide": 600, "epirubicin": 90, "fluorouracil": 500}


def test_a_first_dose_has_not_the_schedule_of_the_next() -> None:
    doses = doses_of("Adalimumab (80 mg at week 0, 40 mg every 2 weeks) was injected.")
    assert [(d.amount, d.schedule) for d in doses] == [(80, ""), (40, "every 2 weeks")]


@pytest.mark.parametrize(
    "text",
    [
        "Metformin (≥1,500 mg) was allowed.",
        "Haemoglobin was 10 g/dL with bortezomib.",
        "The placebo 10 mg tablets looked alike.",
        "Serum creatinine was below 2 mg/dL.",
        "Median dose intensity of alpelisib was 248 mg.",
        "Chemotherapy 50 mg/m2 was given.",
        "Remifentanil 2 µg kg−1 h−1 and 3 mg m-2 min-1 were infused.",
        "Remifentanil 0.1 µg/kg per min was infused.",
        "Peak etoposide was 77.7 mg l(-1).",
        "Docetaxel 75 mg/m <sup>2</sup> was used.",
        "A decline was observed at an epirubicin dose of 200 mg/m2.",
    ],
)
def test_what_is_no_dose(text: str) -> None:
    assert doses_of(text) == []


def test_the_fullest_statement_of_a_dose_is_kept() -> None:
    text = "Isatuximab 10 mg/kg was chosen. Isatuximab 10 mg/kg was given intravenously. Isatuximab 10 mg/kg it was."
    (dose,) = doses_of(text)
    assert dose.route == "iv"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arm A was irinotecan 180 mg/m2 and LV 200 mg/m2.", {("irinotecan", 180), ("leucovorin", 200)}),
        ("Women received cisplatin with IFN-γ 0.1 mg subcutaneously.", {("interferon gamma-1b", Decimal("0.1"))}),
        ("Brain metastases were given radiotherapy (20 Gy in 5 fractions).", {("radiotherapy", 20)}),
        ("Patients received radiotherapy and cisplatin 40 mg/m2.", {("cisplatin", 40)}),
        ("Adults took eltrombopag at 100 mg per day (50 mg per day in Asia) to a maximum of 300 mg per day.",
         {("eltrombopag", 100), ("eltrombopag", 50), ("eltrombopag", 300)}),
    ],
)  # fmt: skip
def test_drugs_that_only_a_dose_tells_and_further_doses(text: str, expected: set[tuple[str, object]]) -> None:
    assert {(d.drug.name, d.amount) for d in doses_of(text)} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They took olaparib 50 mg, 100 mg or 200 mg orally twice daily.",
         [(50, "oral", "twice daily"), (100, "oral", "twice daily"), (200, "oral", "twice daily")]),
        ("They took olaparib 50 mg and later, with food, 100 mg twice daily.", [(50, "", "")]),
        ("They took dexamethasone 40 mg (20 mg for patients older than 75 years) weekly.",
         [(40, "", "weekly"), (20, "", "weekly")]),
        ("They were given olaparib at three dose levels (50, 100 and 200 mg once daily).",
         [(50, "", "once daily"), (100, "", "once daily"), (200, "", "once daily")]),
        ("They got teclistamab 2 mg/kg weekly after step-up doses of 0.1 mg/kg and 0.4 mg/kg.",
         [(2, "", "weekly"), (Decimal("0.1"), "", ""), (Decimal("0.4"), "", "")]),
        ("They got rituximab 500 mg/m2 in cycles 2-6.", [(500, "", "in cycles 2-6")]),
        ("They got cytarabine 100 mg/m2 as a continuous infusion for 7 days.", [(100, "iv", "for 7 days")]),
    ],
)  # fmt: skip
def test_what_doses_share(text: str, expected: list[tuple[object, str, str]]) -> None:
    assert [(d.amount, d.route, d.schedule) for d in doses_of(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They got 0.25% bupivacaine for a nerve block.", [("bupivacaine", "0.25", "")]),
        ("They applied tacrolimus 0.1% ointment twice daily.", [("tacrolimus", "0.1", "twice daily")]),
        ("Rash was seen with 12% tacrolimus and 5% placebo.", []),
    ],
)
def test_strengths(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(d.drug.name, str(d.amount), d.schedule) for d in doses_of(text)] == expected


def test_the_route_of_an_alternative_is_not_that_of_what_stands_before() -> None:
    told = doses_of("They got heparin 60 mg subcutaneously every 8 hours or enoxaparin 40 mg daily.")
    assert [(d.drug.name, d.route) for d in told] == [("heparin", "sc"), ("enoxaparin", "")]


def test_one_dose_on_two_schedules_is_two_dosages() -> None:
    text = "Cladribine 0.14 mg/kg on days 1-5 was compared with cladribine 0.14 mg/kg once weekly for 5 weeks."
    assert {d.schedule for d in doses_of(text)} == {"on days 1-5", "once weekly for 5 weeks"}


def test_a_count_before_a_dose_is_no_range() -> None:
    assert [d.amount for d in doses_of("We assigned 298 to placebo and 303 to 50 mg golimumab.")] == [Decimal(50)]
    assert [d.amount for d in doses_of("They took 5 to 10 mg apixaban.")] == [Decimal(5)]


def test_what_a_definition_says_is_no_dose() -> None:
    assert not doses_of("Dependence was defined as need for prednisone (10 mg/day) for six weeks.")


def test_amounts_that_are_tested_came_out() -> None:
    assert doses_of("Morphine use was lower with dexamethasone (12.4 mg vs 25.8 mg; P=0.01).") == []
