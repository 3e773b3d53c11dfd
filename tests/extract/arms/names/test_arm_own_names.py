"""Names that a document gives its regimens: behind doses, in part, and where a title only tells the class."""

import pytest
from telling import drugs


def regimens(arms):
    return [drugs(arm.arm) for arm in arms]


@pytest.mark.parametrize(
    ("treatments", "figures"),
    [
        ("doxorubicin 60 mg/m2 plus either cyclophosphamide (600 mg/m2; AC) or docetaxel (60 mg/m2; AT)",
         "20% with AT and 30% with AC"),
        ("doxorubicin plus cyclophosphamide 600 mg/m2 every 3 weeks (AC) or doxorubicin plus docetaxel 60 mg/m2 "
         "on days 1 and 8 (AT)", "20% for AT and 30% for AC"),
        ("doxorubicin plus cyclophosphamide (600 mg/m2 d1) (arm AC) or doxorubicin plus docetaxel (60 mg/m2 d1) "
         "(arm AT)", "30% and 20% in arms AC and AT, respectively"),
    ],
)  # fmt: skip
def test_a_name_may_stand_behind_the_doses(results_of, treatments, figures):
    told = set(results_of(f"Patients were randomised to {treatments}. Nausea occurred in {figures}."))
    assert told == {"cyclophosphamide+doxorubicin: nausea 30%", "docetaxel+doxorubicin: nausea 20%"}


def test_an_enumeration_names_what_follows_not_what_stands_before(results_of):
    text = "Patients were randomised to (A) cisplatin 75 mg/m2 or (B) etoposide. Nausea occurred in 5% in arm B."
    assert results_of(text) == ["etoposide: nausea 5%"]


def test_parts_of_a_name_stand_for_the_drugs_in_order(arms_of):
    text = "Patients were randomised to fluorouracil and leucovorin (FU/LV) or irinotecan, FU and LV (IFL)."
    assert regimens(arms_of(text)) == ["fluorouracil+leucovorin", "fluorouracil+irinotecan+leucovorin"]


def test_values_set_regimens_apart(results_of):
    text = (
        "Patients were randomised to fluorouracil and leucovorin (FU/LV) or irinotecan, FU and LV (IFL). "
        "Median survival was 10 months with FU/LV and 12 months with IFL."
    )
    assert results_of(text) == [
        "fluorouracil+leucovorin: overall survival median 10 months",
        "fluorouracil+irinotecan+leucovorin: overall survival median 12 months",
    ]


def test_the_text_spells_out_the_chemotherapy_of_the_title(arms_of):
    text = (
        "Chemoimmunotherapy with or without ibrutinib in leukaemia. We compared bendamustine and rituximab (BR) "
        "without or with ibrutinib in 60 patients."
    )
    assert regimens(arms_of(text)) == ["bendamustine+rituximab", "bendamustine+ibrutinib+rituximab"]


def test_chemotherapy_as_the_comparator_keeps_its_name(arms_of):
    text = (
        "Olaparib versus chemotherapy in ovarian cancer. A smaller study showed activity of olaparib versus "
        "topotecan. Patients were randomly assigned to olaparib or chemotherapy (topotecan, gemcitabine or paclitaxel)."
    )
    assert regimens(arms_of(text)) == ["olaparib", "chemotherapy"]


@pytest.mark.parametrize("schedule", ["Q-MWF", "QOD", "BID"])
def test_a_schedule_is_no_treatment(arms_of, schedule):
    text = f"Patients were randomised to letrozole 2.5 mg once daily, 1.0 mg {schedule}, or 0.25 mg {schedule}."
    assert set(regimens(arms_of(text))) == {"letrozole"}


def test_arms_of_one_drug_carry_what_tells_them_apart(arms_of):
    arms = arms_of("Patients were randomised to cabazitaxel 20 mg/m2 or cabazitaxel 25 mg/m2.")
    assert [(drugs(arm.arm), arm.label) for arm in arms] == [
        ("cabazitaxel", "20 mg/m2"),
        ("cabazitaxel", "25 mg/m2"),
    ]


STRATEGIES = (
    "We compared therapeutic drug monitoring (TDM) with usual care (UC) in patients on imatinib. Patients were "
    "randomised to {}. Low-risk patients received imatinib with or without dasatinib. The response rate was 40% in the "
    "TDM group and 30% in the UC group."
)


@pytest.mark.parametrize(
    "groups", ["either the TDM arm (n = 90) or the UC control arm (n = 88)", "the TDM or UC group"]
)
def test_a_short_name_of_a_strategy_is_an_arm(results_of, groups):
    assert results_of(STRATEGIES.format(groups)) == [
        "therapeutic drug monitoring: objective response rate proportion 40%",
        "standard of care: objective response rate proportion 30%",
    ]


CAF = (
    "Patients were randomised to either chemotherapy (cyclophosphamide, doxorubicin, and fluorouracil{}) or "
    "chemohormonal therapy (CAF plus tamoxifen and Halotestin [fluoxymesterone] [CAFTH]). "
)


@pytest.mark.parametrize("label", [" [CAF]", " — CAF", " (CAF)"])
def test_a_name_may_stand_in_the_bracket_that_spells_it_out(results_of, label):
    told = results_of(
        CAF.format(label) + "The response rates with CAF and CAFTH were similar (69% v 68%, respectively)."
    )
    backbone = "cyclophosphamide+doxorubicin+fluorouracil"
    assert told == [
        f"{backbone}: objective response rate proportion 69%",
        f"{backbone}+fluoxymesterone+tamoxifen: objective response rate proportion 68%",
    ]


def test_what_a_combination_is_given_as_is_no_part_of_it(arms_of):
    arms = arms_of(
        "Oxaliplatin and leucovorin (OXLV) versus oxaliplatin plus raltitrexed (TOMOX) as first-line chemotherapy. "
        "Patients were randomised to TOMOX or OXLV."
    )
    assert [drugs(a.arm) for a in arms] == ["oxaliplatin+raltitrexed", "leucovorin+oxaliplatin"]


def test_a_drug_with_its_dose_has_a_short_name(results_of):
    text = "We studied paliperidone monthly 100 mg (PAM 100). Patients were randomized to PAM 100 or placebo. "
    text += "Relapse occurred in 20% with PAM 100 and 40% with placebo."
    assert results_of(text) == ["paliperidone: relapse proportion 20%", "placebo: relapse proportion 40%"]


def test_a_name_behind_several_drugs_is_of_those_it_is_short_for(arms_of):
    arms = arms_of(
        "Women were randomised to zosuquidar plus cyclophosphamide, doxorubicin, and fluorouracil (CAF) or CAF alone."
    )
    backbone = "cyclophosphamide+doxorubicin+fluorouracil"
    assert [drugs(a.arm) for a in arms] == [f"{backbone}+zosuquidar", backbone]


def test_a_name_that_begins_with_the_first_drug_is_of_the_whole(results_of):
    text = "Patients were assigned to irinotecan plus high-dose fluorouracil and leucovorin (ILF) or etoposide plus "
    text += "fluorouracil and leucovorin (ELF). Response rates were 43% for ILF and 24% for ELF."
    shared = "fluorouracil+{}leucovorin: objective response rate proportion"
    assert results_of(text) == [f"{shared.format('irinotecan+')} 43%", f"etoposide+{shared.format('')} 24%"]


def test_a_name_behind_what_is_added_to(arms_of) -> None:
    text = (
        "Adding daratumumab to pomalidomide and dexamethasone (D-Pd) was compared with pomalidomide and dexamethasone "
    )
    text += "(Pd) alone. Patients were randomly assigned to D-Pd (n=151) or Pd (n=153)."
    found = [("+".join(c.name for c in a.arm.regimen.components), a.size) for a in arms_of(text)]
    assert found == [("daratumumab+dexamethasone+pomalidomide", 151), ("dexamethasone+pomalidomide", 153)]


@pytest.mark.parametrize(("second", "name"), [("letrozole", "L2"), ("irinotecan", "IP")])
def test_a_name_behind_a_combination_is_of_the_whole(arms_of, second, name) -> None:
    text = f"The combination of cisplatin and {second} ({name}) was compared with {second} plus placebo. In all, 77 "
    text += f"patients were randomized to {name} and 75 to {second} plus placebo."
    found = [("+".join(c.name for c in a.arm.regimen.components), a.size) for a in arms_of(text)]
    assert found == [(f"cisplatin+{second}", 77), (f"{second}+placebo", 75)]


@pytest.mark.parametrize("made", [", which combines", " consists of", ", a combination of", " comprised"])
def test_what_a_name_is_made_of_may_stand_behind_it(arms_of, made):
    text = (
        f"DCF or ECF for gastric cancer. DCF{made} docetaxel, cisplatin and fluorouracil; ECF{made} epirubicin, "
        "cisplatin and fluorouracil. Patients were randomly assigned to DCF or ECF."
    )
    assert regimens(arms_of(text)) == ["cisplatin+docetaxel+fluorouracil", "cisplatin+epirubicin+fluorouracil"]


def test_a_name_that_begins_with_the_short_form_of_a_drug(arms_of):
    text = "Patients were assigned to pola-R-CHP (polatuzumab vedotin, rituximab, cyclophosphamide, doxorubicin, and "
    assert regimens(arms_of(f"{text}prednisone; 440 patients) or R-CHOP.")) == [
        "cyclophosphamide+doxorubicin+polatuzumab vedotin+prednisone+rituximab", "r-chop"
    ]  # fmt: skip


def test_dashes_join_a_placebo_where_they_join_drugs(arms_of):
    text = "Adults with leukemia were randomized (286 in the azacitidine–venetoclax group and 145 in the "
    assert regimens(arms_of(f"{text}azacitidine–placebo group).")) == ["azacitidine+venetoclax", "azacitidine+placebo"]
    text = "Adults with malaria were randomized to artesunate or artesunate-placebo."
    assert regimens(arms_of(text)) == ["artesunate", "placebo"]


@pytest.mark.parametrize("spelled", ["Carboplatin/paclitaxel (CP)", "Paclitaxel/carboplatin (PC)"])
def test_the_short_name_of_a_regimen_that_is_known(arms_of, spelled):
    name = spelled[-3:-1]
    found = arms_of(f"{spelled} is in wide use. Patients were randomized to {name} with or without sorafenib.")
    assert [drugs(a.arm) for a in found] == ["carboplatin+paclitaxel", "carboplatin+paclitaxel+sorafenib"]


def test_blanks_in_a_name_change_nothing(results_of):
    text = (
        "Patients were randomised to cisplatin plus gemcitabine (CDDP + GEM) or carboplatin plus paclitaxel (CB+PAC). "
        "Nausea occurred in 20% in the CDDP+GEM group and 30% in the CB + PAC group."
    )
    assert results_of(text) == ["cisplatin+gemcitabine: nausea 20%", "carboplatin+paclitaxel: nausea 30%"]


def test_what_holds_for_each_regimen_is_of_no_other(results_of):
    text = (
        "Patients were randomised to cisplatin, carboplatin or paclitaxel. The most common toxicity for each regimen "
        "was nausea, with 9%, 8% and 7% for cisplatin, carboplatin and paclitaxel, respectively."
    )
    assert results_of(text) == ["cisplatin: nausea 9%", "carboplatin: nausea 8%", "paclitaxel: nausea 7%"]


@pytest.mark.parametrize(
    ("text", "arms"),
    [
        ("Etoposide plus cisplatin (EP) and vincristine, doxorubicin and cyclophosphamide (VAC) were compared. "
         "Patients were assigned to EP or VAC.", ["cisplatin+etoposide", "cyclophosphamide+doxorubicin+vincristine"]),
        ("Patients were randomised to EP (etoposide 1,000 mg/m2 on day 1; cisplatin 80 mg/m2 on day 2) or topotecan.",
         ["cisplatin+etoposide", "topotecan"]),
        ("Patients were randomised to EP (etoposide 100 mg/m2 or cisplatin 80 mg/m2) or topotecan.",
         ["ep", "topotecan"]),
    ],
)  # fmt: skip
def test_names_with_a_letter_for_each_drug(arms_of, text, arms):
    assert regimens(arms_of(text)) == arms


def test_a_name_for_the_combination_of_arms_told_before(results_of):
    text = (
        "Patients were randomly assigned to gemcitabine, docetaxel, or the combination (GD). The response rate was "
        "10% with gemcitabine, 12% with docetaxel, and 20% with GD."
    )
    assert "docetaxel+gemcitabine: objective response rate proportion 20%" in results_of(text)


def test_an_arm_is_called_by_who_chose_it(results_of):
    arms = "Women were assigned to niraparib or the physician's choice of chemotherapy. "
    told = results_of(arms + "Survival was 9.9 months with niraparib and 5.1 months in the physician's choice group.")
    assert [result.split(":")[0] for result in told] == ["niraparib", "chemotherapy"]


def test_a_name_that_is_short_for_a_drug_and_chemotherapy(results_of):
    text = (
        "Patients were randomised to rituximab plus high-dose sequential chemotherapy (R-HDS) or to CHOP. "
        "Nausea occurred in 5% with R-HDS and in 12% with CHOP."
    )
    assert results_of(text) == ["chemotherapy+rituximab: nausea 5%", "chop: nausea 12%"]


@pytest.mark.parametrize("name", ["Isa-VRd", "Isa-RVd"])
def test_the_name_of_a_regimen_is_that_of_its_drugs_and_of_shorter_names(results_of, name):
    assigned = "Patients were randomly assigned to isatuximab plus VRd or VRd alone. "
    assert results_of(f"{assigned}ORR was 94% with {name} and 92% with VRd.") == [
        "isatuximab+vrd: objective response rate proportion 94%", "vrd: objective response rate proportion 92%"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "names", ["with (FB) or without bevacizumab (F)", "with (arm FB) or without bevacizumab (arm F)"]
)
def test_the_last_of_two_names_is_of_those_without(results_of, names):
    text = f"Patients were randomised to fluorouracil {names}. Nausea occurred in 12% with FB and 9% with F."
    assert set(results_of(text)) == {"bevacizumab+fluorouracil: nausea 12%", "fluorouracil: nausea 9%"}


def test_the_only_name_is_of_those_with(arms_of):
    text = "Patients were randomised to fluorouracil with or without bevacizumab (FB)."
    assert {drugs(a.arm): a.label for a in arms_of(text)} == {"fluorouracil": "", "bevacizumab+fluorouracil": "FB"}
