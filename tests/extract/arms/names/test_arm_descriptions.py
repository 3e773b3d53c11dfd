"""What is said of an arm: its size, its role, and the names that the document gives it."""

import pytest
from telling import drugs


@pytest.mark.parametrize(
    "text",
    [
        "Palbociclib plus letrozole (n = 444) was compared with placebo plus letrozole (n = 222).",
        "In all, 444 patients were assigned to palbociclib plus letrozole and 222 to placebo plus letrozole.",
        "Here 444 patients were assigned to palbociclib plus letrozole and 222 patients to placebo plus letrozole.",
        "Patients were assigned to palbociclib plus letrozole (444 patients) or placebo plus letrozole (222 patients).",
        "Patients were assigned 2:1 to palbociclib plus letrozole (n=444) or placebo plus letrozole (n=222).",
    ],
)
def test_sizes(arms_of, text):
    found = {drugs(a.arm): (a.size, a.role) for a in arms_of(text)}
    assert found == {"letrozole+palbociclib": (444, "experimental"), "letrozole+placebo": (222, "control")}


def test_the_number_of_all_patients_is_the_size_of_no_arm(arms_of):
    sizes = [a.size for a in arms_of("We randomly assigned 666 patients to palbociclib or placebo.")]
    assert sizes == [None, None]


@pytest.mark.parametrize(
    ("treatments", "control"),
    [
        ("placebo or niraparib", "placebo"),
        ("bortezomib and dexamethasone or daratumumab, bortezomib, and dexamethasone", "bortezomib+dexamethasone"),
        ("observation or trastuzumab", "observation"),
        ("radiotherapy alone or cisplatin followed by surgery", "radiotherapy"),
        ("pembrolizumab or investigator's choice", "investigator's choice"),
    ],
)
def test_the_control_is_what_the_others_are_set_against(arms_of, treatments, control):
    roles = {drugs(a.arm): a.role for a in arms_of(f"Patients were randomly assigned to {treatments}.")}
    assert [name for name, role in roles.items() if role == "control"] == [control]
    assert set(roles.values()) == {"control", "experimental"}


@pytest.mark.parametrize(
    ("title", "roles"),
    [
        ("Sotorasib versus docetaxel in lung cancer.", ["control", "experimental"]),
        ("Sotorasib in lung cancer.", ["control", "experimental"]),
        ("Docetaxel compared with sotorasib.", ["experimental", "control"]),
        ("Sotorasib or docetaxel in lung cancer.", [None, None]),
        ("Second-line treatment of lung cancer.", [None, None]),
    ],
)
def test_the_title_tells_what_is_set_against_what_and_the_order_of_a_choice_does_not(arms_of, title, roles):
    found = arms_of(f"{title} Patients were randomly assigned to docetaxel or sotorasib.")
    assert sorted((drugs(a.arm), a.role) for a in found) == list(zip(["docetaxel", "sotorasib"], roles, strict=True))


def test_an_arm_that_holds_all_drugs_of_another_is_no_control(arms_of):
    found = arms_of("Patients were assigned to nivolumab, ipilimumab, or nivolumab plus ipilimumab.")
    assert [a.role for a in found] == [None, None, None]


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Patients were assigned to group A (paclitaxel) or group B (docetaxel).", ["group A", "group B"]),
        ("Patients were assigned to bortezomib (arm A) or thalidomide (arm B).", ["arm A", "arm B"]),
        ("Patients were assigned to (A) docetaxel or (B) paclitaxel.", ["group A", "group B"]),
        ("Patients were assigned to epirubicin, oxaliplatin, and capecitabine (EOC) or to EOC plus panitumumab "
         "(mEOC+P).", ["EOC", "mEOC+P"]),
        ("Patients were assigned to sotorasib (n=171) or docetaxel (n=174).", ["", ""]),
        ("Patients were assigned (1:1) to sotorasib or docetaxel.", ["", ""]),
    ],
)  # fmt: skip
def test_labels(arms_of, text, labels):
    assert [a.label for a in arms_of(text)] == labels


def test_a_short_name_means_all_its_drugs(arms_of):
    text = (
        "Patients were assigned to epirubicin, oxaliplatin, and capecitabine (EOC) or to EOC plus panitumumab (mEOC+P)."
    )
    assert drugs(arms_of(text)[1].arm) == "capecitabine+epirubicin+oxaliplatin+panitumumab"


def test_a_name_may_follow_the_letter(results_of, arms_of):
    text = (
        "Patients were assigned to a cisplatin and epirubicin chemotherapy group (arm 1: S-CE therapy; n = 29) or to a "
        "cisplatin and vinblastine chemotherapy group (arm 2: CV; n = 30). "
    )
    assert [a.size for a in arms_of(text)] == [29, 30]
    assert results_of(text + "The response rates were 52% with S-CE and 47% with CV.") == [
        "cisplatin+epirubicin: objective response rate proportion 52%",
        "cisplatin+vinblastine: objective response rate proportion 47%",
    ]


@pytest.mark.parametrize(
    "groups",
    [
        ("the lapatinib group", "the capecitabine-alone group"),
        ("the lapatinib-plus-capecitabine group", "the capecitabine group"),
        ("the combination group", "the control group"),
        ("the combined-modality arm", "the control group"),
        ("the combined therapy group", "the control group"),
        ("the experimental arm", "the control arm"),
        ("lapatinib-treated patients", "those treated with capecitabine alone"),
        ("patients given the combination", "patients given capecitabine only"),
        ("lapatinib recipients", "controls"),
        ("patients given lapatinib plus capecitabine", "patients given capecitabine alone"),
        ("the LC group", "the C group"),
    ],
)
def test_words_that_speak_of_an_arm(results_of, groups):
    text = (
        "Patients were assigned to lapatinib plus capecitabine (LC group) or capecitabine alone (C group). "
        f"Diarrhea occurred in 60% of {groups[0]} and 39% of {groups[1]}."
    )
    assert results_of(text) == ["capecitabine+lapatinib: diarrhea 60%", "capecitabine: diarrhea 39%"]


@pytest.mark.parametrize(("name", "understood"), [("CP", True), ("PO", False)])
def test_a_name_may_stand_behind_the_dose(results_of, name, understood):
    text = f"Patients were assigned to cisplatin 75 mg/m2 or to cisplatin and cyclophosphamide 500 mg/m2 ({name}). "
    found = results_of(text + f"Median survival was 19 and 21 months for {name} and cisplatin, respectively.")
    told = ["cisplatin+cyclophosphamide: overall survival median 19 months",
            "cisplatin: overall survival median 21 months"]  # fmt: skip
    assert found == (told if understood else [])


def test_what_a_chemotherapy_uses_is_the_arm(arms_of):
    text = "A phase I study of combination chemotherapy using sorafenib and arterial infusion of cisplatin in melanoma."
    assert [drugs(a.arm) for a in arms_of(text)] == ["cisplatin+sorafenib"]


def test_chemotherapy_is_the_control_of_chemoradiotherapy(arms_of):
    arms = arms_of("Patients were randomised to chemotherapy or chemoradiotherapy.")
    assert [(drugs(a.arm), a.role) for a in arms] == [
        ("chemotherapy", "control"),
        ("chemoradiotherapy", "experimental"),
    ]


@pytest.mark.parametrize("treatments", ["docetaxel 60 mg/m2 or 75 mg/m2", "ibrutinib, venetoclax, or acalabrutinib"])
def test_nobody_is_the_control_where_nothing_tells(arms_of, treatments):
    assert {a.role for a in arms_of(f"Patients were randomly assigned to {treatments}.")} == {None}


def test_the_arm_of_the_fewer_drugs_beside_surgery_is_the_control(arms_of):
    text = "Patients were randomised to surgery followed by gemcitabine or gemcitabine and oxaliplatin before surgery."
    assert arms_of(text)[0].role == "control"


def test_what_describes_patients_counts_none(arms_of):
    text = (
        "In all, 350 (180 men [51.4%]; mean age, 37 [14] years) were randomized to receive upadacitinib and 346 were "
    )
    text += "randomized to receive dupilumab (190 men [54.9%])."
    assert {drugs(a.arm): a.size for a in arms_of(text)} == {"upadacitinib": 350, "dupilumab": 346}


def test_a_word_behind_a_regimen_tells_its_arm(results_of):
    text = (
        "Patients were randomly assigned to three cycles of bendamustine or to melphalan (200 mg/m2) autografts. "
        "Nausea occurred in 5% of the bendamustine group and 9% of the autografts group."
    )
    assert results_of(text) == ["bendamustine: nausea 5%", "melphalan: nausea 9%"]


def test_of_a_switch_the_title_names_first_what_patients_had(arms_of):
    text = "Switching from imatinib to nilotinib. Patients were randomly assigned to nilotinib or to continue imatinib."
    assert {a.role for a in arms_of(text)} == {None}
