"""Arms that a document sets against each other only by how one fared."""

import pytest
from telling import drugs

MEDIANS = "Median overall survival was 12.2 months with nivolumab and 9.4 months with docetaxel."


@pytest.mark.parametrize(
    "text",
    [
        "Nivolumab prolongs survival versus docetaxel in lung cancer.",
        "Nivolumab did not significantly improve progression-free survival (PFS) compared with docetaxel.",
        "In a phase 3 trial in lung cancer, nivolumab reduced the risk of death by 27% relative to docetaxel.",
        "Nivolumab fails to delay progression over docetaxel, according to a phase 3 trial in lung cancer.",
    ],
)
def test_one_that_fared_better_or_not_than_the_other(arms_of, results_of, text):
    assert [(drugs(a.arm), a.role) for a in arms_of(f"{text} {MEDIANS}")] == [
        ("nivolumab", "experimental"), ("docetaxel", "control")
    ]  # fmt: skip
    assert "docetaxel: overall survival median 9.4 months" in results_of(f"{text} {MEDIANS}")


def test_regimens_by_name_alone_are_told_apart_by_what_the_names_stand_for(arms_of):
    text = "Isatuximab plus VRd in myeloma.\n\nIn a phase 3 trial 265 patients were assigned to Isa-VRd and 181 to VRd."
    assert [(drugs(a.arm), a.role) for a in arms_of(text)] == [("isa-vrd", "experimental"), ("vrd", "control")]


def test_what_patients_had_before_is_no_part_of_an_arm(arms_of):
    text = "New data\n\nNotes\nTROPIC is a head-to-head, randomised, open-label, registrational phase 3 trial "
    text += "evaluating the efficacy of cabazitaxel (25 mg/m2) versus mitoxantrone in men with castration-resistant "
    text += "prostate cancer previously treated with prednisone and a taxane."
    assert [drugs(a.arm) for a in arms_of(text)] == ["cabazitaxel", "mitoxantrone"]


@pytest.mark.parametrize(
    "text",
    [
        "Nivolumab has shown longer survival than docetaxel in lung cancer. This trial studied osimertinib in 40.",
        "In previous trials nivolumab prolonged survival compared with docetaxel. Nivolumab and docetaxel are known.",
        "Nivolumab prolonged survival compared with docetaxel, and ipilimumab improved it compared with cisplatin.",
    ],
)
def test_what_is_known_of_other_trials_gives_no_arms(arms_of, text):
    assert "docetaxel" not in [drugs(a.arm) for a in arms_of(text)]


ALLOCATED = (
    "Patients were randomly assigned to radiotherapy with cisplatin (arm A, n = 101) or radiotherapy with carboplatin "
    "(arm B, n = 105)."
)


@pytest.mark.parametrize(
    "told",
    [
        "Cisplatin given concurrently with radiotherapy is the standard treatment of cervical cancer.",
        "Gemcitabine is a standard option after surgery. Radiotherapy plus cisplatin remains the standard of care.",
    ],
)
def test_what_is_the_standard_treatment_is_the_control(arms_of, told):
    assert [drugs(a.arm) for a in arms_of(f"{told} {ALLOCATED}") if a.role == "control"] == ["cisplatin+radiotherapy"]


def test_what_all_are_given_tells_no_control(arms_of):
    title, told = "Cervical cancer is common.", "Radiotherapy is the standard treatment of cervical cancer."
    roles = [a.role for a in arms_of(f"{title} {ALLOCATED}")]
    assert [a.role for a in arms_of(f"{title} {told} {ALLOCATED}")] == roles == [None, None]


def test_what_both_share_is_not_set_against_the_other(arms_of, results_of):
    told = "Survival was lower in the cetuximab group than in the cisplatin group (hazard ratio, 1.7)."
    arms = "Patients were assigned to radiotherapy plus cetuximab or radiotherapy plus cisplatin. "
    assert [a.role for a in arms_of(arms + told)] != ["control", "experimental"]
    ratio = "cetuximab+radiotherapy vs cisplatin+radiotherapy: overall survival hazardRatio 1.7"
    assert results_of(arms + told) == [ratio]


def test_a_list_of_named_regimens_that_share_drugs(arms_of):
    text = (
        "Patients were assigned to encorafenib, binimetinib, and cetuximab (triplet group), encorafenib and cetuximab "
        "(doublet group), or irinotecan and cetuximab (control group)."
    )
    assert [(drugs(a.arm), a.label, a.role) for a in arms_of(text)] == [
        ("binimetinib+cetuximab+encorafenib", "triplet group", "experimental"),
        ("cetuximab+encorafenib", "doublet group", "experimental"),
        ("cetuximab+irinotecan", "control group", "control"),
    ]


@pytest.mark.parametrize(
    ("first", "second", "arms"),
    [
        ("isatuximab combined with bortezomib, lenalidomide and dexamethasone (VRd), followed by isatuximab-Rd,",
         "VRd followed by Rd",
         ["bortezomib+dexamethasone+isatuximab+lenalidomide", "bortezomib+dexamethasone+lenalidomide"]),
        ("isatuximab combined with standard-of-care pomalidomide and dexamethasone (pom-dex)", "pom-dex alone",
         ["dexamethasone+isatuximab+pomalidomide", "dexamethasone+pomalidomide"]),
    ],
)  # fmt: skip
def test_regimens_of_news(arms_of, first, second, arms):
    text = (
        f"The phase 3 trial showed that {first} reduced the risk of death by 40% versus {second} in myeloma. "
        f"Median survival was 44 months with {first.split(' (')[0]} and 31 months with {second}."
    )
    assert [drugs(a.arm) for a in arms_of(text)] == arms
