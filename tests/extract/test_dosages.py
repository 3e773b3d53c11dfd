"""Doses read from sentences about approved and studied doses."""

from decimal import Decimal

import pytest
from trialgraph.extract.dosages import read_dosages
from trialgraph.extract.language.pipeline import load_pipeline
from trialgraph.extract.trials import find_trials
from trialgraph.ontology.document import Document
from trialgraph.ontology.facts import Dosage


def doses_of(text: str) -> list[Dosage]:
    doc = load_pipeline()(text)
    trials = find_trials(doc, Document(identifier="a", source="a.txt", text=text))
    candidates = list(read_dosages(doc, trials))
    for candidate in candidates:
        assert isinstance(candidate.claim, Dosage)
        assert candidate.claim.drug.name[:4].lower() in text[candidate.start : candidate.end].lower()
    return [c.claim for c in candidates if isinstance(c.claim, Dosage)]


@pytest.mark.parametrize(
    ("text", "drug", "amount", "unit", "route", "schedule"),
    [
        ("They got daratumumab 16 mg/kg intravenously weekly for 8 weeks.",
         "daratumumab", "16", "mg/kg", "iv", "weekly for 8 weeks"),
        ("Oral lenalidomide 25 mg was given on days 1 to 21 of each 28-day cycle.",
         "lenalidomide", "25", "mg", "oral", "on days 1 to 21 of each 28-day cycle"),
        ("Olaparib tablets (300 mg twice daily) were taken.", "olaparib", "300", "mg", "oral", "twice daily"),
        ("Cisplatin at a dose of 75 mg/m² every 3 weeks was used.", "cisplatin", "75", "mg/m2", "", "every 3 weeks"),
        ("Docetaxel 75 mg/m(2) was infused.", "docetaxel", "75", "mg/m2", "iv", ""),
        ("Carboplatin (AUC 5) every 3 weeks was given.", "carboplatin", "5", "AUC", "", "every 3 weeks"),
        ("Patients took 1,000 mg/m2 of oral capecitabine.", "capecitabine", "1000", "mg/m2", "oral", ""),
        ("Pomalidomide 4 mg/day was taken.", "pomalidomide", "4", "mg", "", "daily"),
        ("Temozolomide 150 to 200 mg/m2 was given for 5 days.", "temozolomide", "150", "mg/m2", "", "for 5 days"),
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


def test_a_later_dose_is_of_the_same_drug() -> None:
    doses = doses_of("Trastuzumab (8 mg/kg first, then 6 mg/kg every 3 weeks) was infused.")
    assert [(d.drug.name, d.amount) for d in doses] == [("trastuzumab", Decimal(8)), ("trastuzumab", Decimal(6))]


def test_respectively() -> None:
    doses = doses_of("Daily doses of ibrutinib and venetoclax were 420 and 400 mg, respectively.")
    assert {d.drug.name: d.amount for d in doses} == {"ibrutinib": Decimal(420), "venetoclax": Decimal(400)}


@pytest.mark.parametrize(
    "text",
    [
        "Haemoglobin was 10 g/dL with bortezomib.",
        "The placebo 10 mg tablets looked alike.",
        "Serum creatinine was below 2 mg/dL.",
        "Median dose intensity of alpelisib was 248 mg.",
        "Patients received radiotherapy of 60 Gy.",
    ],
)
def test_what_is_no_dose(text: str) -> None:
    assert doses_of(text) == []


def test_the_fullest_statement_of_a_dose_is_kept() -> None:
    text = "Isatuximab 10 mg/kg was chosen. Isatuximab 10 mg/kg was given intravenously. Isatuximab 10 mg/kg it was."
    (dose,) = doses_of(text)
    assert dose.route == "iv"
