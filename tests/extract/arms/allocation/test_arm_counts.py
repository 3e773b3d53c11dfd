"""Arms that stand behind the numbers of their patients, and other wordings of how many each has."""

import pytest
from telling import drugs


@pytest.mark.parametrize(
    "told",
    [
        "We randomly assigned 610 patients to treatment: 204 to placebo, 205 to guselkumab, and 201 to adalimumab.",
        "In all, 610 patients were randomly assigned, 204 to placebo, 205 to guselkumab and 201 to receive adalimumab.",
    ],
)
def test_counts_part_a_list_of_arms(arms_of, told):
    assert [(drugs(a.arm), a.size) for a in arms_of(told)] == [
        ("placebo", 204), ("guselkumab", 205), ("adalimumab", 201)
    ]  # fmt: skip


def test_counts_of_those_treated_with_each(arms_of):
    text = "Of 230 patients, 111 were randomised to receive induction with tretinoin and 119 with daunorubicin."
    assert [drugs(a.arm) for a in arms_of(text)] == ["tretinoin", "daunorubicin"]
    text = "In all, 60 patients were randomised, 30 with metastases and 28 with ascites, to cisplatin or etoposide."
    assert [drugs(a.arm) for a in arms_of(text)] == ["cisplatin", "etoposide"]


def test_what_is_given_with_each(arms_of):
    text = "We assigned 455 patients to carboplatin and 460 to cisplatin, each with etoposide."
    assert [drugs(a.arm) for a in arms_of(text)] == ["carboplatin+etoposide", "cisplatin+etoposide"]


def test_doses_stand_behind_counts(arms_of):
    text = "We assigned patients at random: 98 to placebo, 97 to 50 mg golimumab, and 99 to 100 mg golimumab monthly."
    assert [(drugs(a.arm), a.size, a.label) for a in arms_of(text)] == [
        ("placebo", 98, ""), ("golimumab", 97, "50 mg"), ("golimumab", 99, "100 mg")
    ]  # fmt: skip


def test_what_is_not_understood_in_full_gives_nothing(arms_of):
    text = "We randomly assigned 90 women: 30 to docetaxel, 31 to the usual leaflet, and 29 to paclitaxel."
    assert ("docetaxel", 30) not in [(drugs(a.arm), a.size) for a in arms_of(text)] or len(list(arms_of(text))) == 3


@pytest.mark.parametrize(
    ("told", "first", "second"),
    [
        ("Patients were randomised to axitinib 5 mg orally (p.o.) daily (n = 61) or sorafenib (400 mg, n = 60) daily.",
         61, 60),
        ("Patients were randomised to axitinib or sorafenib. In all, 120 patients were enrolled, 60 per arm.", 60, 60),
        ("Patients were randomised to axitinib or sorafenib. 30 Korean patients were included in each arm.", 30, 30),
        ("Patients were randomised to axitinib or sorafenib. The 121 included 61 receiving axitinib and 60 receiving "
         "sorafenib.", 61, 60),
        ("Patients were randomised to axitinib (61 participants) or sorafenib (60 participants).", 61, 60),
    ],
)  # fmt: skip
def test_sizes(arms_of, told, first, second):
    assert {drugs(a.arm): a.size for a in arms_of(told)} == {"axitinib": first, "sorafenib": second}


def test_those_of_an_earlier_phase_are_no_size(arms_of):
    before = "Of the phase 1 patients, seven who received 400 mg and six who received 1400 mg entered phase 2. "
    text = "Men were assigned to darolutamide 200 mg (n=38), 400 mg (n=37), or 1400 mg (n=35)."
    assert [arm.size for arm in arms_of(before + text)] == [38, 37, 35]


@pytest.mark.parametrize(
    ("told", "arms"),
    [
        ("Sixty-one of them were assigned to axitinib, and the remaining 60 were assigned to sorafenib.",
         [("axitinib", 61), ("sorafenib", 60)]),
        ("Half of them were given axitinib, and half were given sorafenib.", [("axitinib", None), ("sorafenib", None)]),
        ("Of them, 61 were allocated to axitinib; 60 were treated with sorafenib, erlotinib or gefitinib, as their "
         "physician chose.", [("axitinib", 61), ("treatment of physician's choice", None)]),
        ("Of them, 61 were allocated to axitinib and 60 to sorafenib, erlotinib or gefitinib.", []),
    ],
)  # fmt: skip
def test_halves_and_what_remains(arms_of, told, arms):
    text = f"In this randomized trial 121 patients with renal cell carcinoma took part. {told}"
    assert [(drugs(a.arm), a.size) for a in arms_of(text)] == arms


@pytest.mark.parametrize(
    ("told", "arms"),
    [
        ("42 patients given docetaxel plus radiotherapy were compared with 40 treated with radiotherapy alone.",
         ["docetaxel+radiotherapy", "radiotherapy"]),
        ("Records of 61 patients treated with cabazitaxel were compared with those of 58 patients treated with "
         "docetaxel.", ["cabazitaxel", "docetaxel"]),
        ("Of 180 patients, 117 were treated by chemoradiotherapy and 63 cases were treated by radiotherapy alone.",
         ["chemoradiotherapy", "radiotherapy"]),
        ("Thirty patients who received docetaxel before and 35 who received gemcitabine at relapse were seen.", []),
    ],
)  # fmt: skip
def test_those_treated_in_different_ways_are_compared(arms_of, told, arms):
    assert [drugs(a.arm) for a in arms_of(f"Cancer of the prostate. {told}")] == arms
