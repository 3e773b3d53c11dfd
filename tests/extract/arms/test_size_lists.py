"""Sizes that a text tells of several arms at once."""

import pytest
from telling import drugs

ARMS = "Patients were assigned to cisplatin or placebo. "


def sizes(found):
    return {drugs(a.arm): a.size for a in found}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("There were 50 patients in each group.", (50, 50)),
        ("We saw 48 and 46 patients in the cisplatin and placebo groups, respectively.",
         (48, 46)),
        ("Of 94 treated patients (48 cisplatin, 46 placebo), 51% had a response.",
         (48, 46)),
        ("They were randomly assigned to cisplatin or placebo (n = 47 each).", (47, 47)),
        ("They were randomly assigned to cisplatin or placebo (n=47 per group).", (47, 47)),
        ("They were allocated to cisplatin or placebo (n=47 respectively).", (47, 47)),
        ("Two random subgroups (n = 7 each) had scans.", (None, None)),
        ("Fifty patients in each group died.", (None, None)),
        ("There were 28 relapses on cisplatin and 44 on placebo (31%) since randomization.", (None, None)),
        ("In all, 94 deaths (48 with cisplatin, 46 with placebo; 51%) occurred.",
         (None, None)),
        ("Of 99 treated patients (48 cisplatin, 46 placebo), 51% had a response.",
         (None, None)),
    ],
)  # fmt: skip
def test_sizes_of_several_arms(arms_of, text, told):
    assert sizes(arms_of(ARMS + text)) == {"cisplatin": told[0], "placebo": told[1]}


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("cisplatin with (n = 61) or without (n = 58) etoposide", {"cisplatin": 58, "cisplatin+etoposide": 61}),
        ("cisplatin with (61 patients) or without (58 patients) etoposide",
         {"cisplatin": 58, "cisplatin+etoposide": 61}),
        ("cisplatin with etoposide (n = 61) or without etoposide (n = 58)",
         {"cisplatin": 58, "cisplatin+etoposide": 61}),
        ("etoposide with (n = 9 of whom had diabetes)", {}),
    ],
)  # fmt: skip
def test_with_and_without(arms_of, told, found):
    assert sizes(arms_of(f"Patients were randomised to {told}.")) == found


def test_controls_of_a_case_control_study_are_no_arm(arms_of):
    text = "We matched 120 cases of relapse with 240 controls."
    assert sizes(arms_of(ARMS + text)) == {"cisplatin": None, "placebo": None}


def test_the_number_of_a_name_is_no_size(arms_of):
    text = ARMS + "Levels of interleukin-16 in the cisplatin group fell; patients were assigned early."
    assert sizes(arms_of(text)) == {"cisplatin": None, "placebo": None}


def test_sizes_with_and_without_a_drug(arms_of):
    either = "Patients were randomised to bortezomib with (n = 251) or without daratumumab (n = 247)."
    assert sizes(arms_of(either)) == {"bortezomib": 247, "bortezomib+daratumumab": 251}


def test_the_size_of_what_was_analyzed_is_no_size_of_an_arm(arms_of):
    text = ARMS + "Response to cisplatin in the per protocol set (n = 92) was better than we had assigned it."
    assert sizes(arms_of(text)) == {"cisplatin": None, "placebo": None}


def test_those_who_had_an_event_are_no_size(arms_of):
    text = (
        "Participants were randomized to bimagrumab or placebo. Overall, 91% (n = 142) of participants in the "
        "bimagrumab group and 89% (n = 49) in the placebo group had an adverse event."
    )
    assert [arm.size for arm in arms_of(text)] == [None, None]


@pytest.mark.parametrize(
    "told",
    [
        "Forty patients (everolimus, n = 22; placebo, n = 18) died.",
        "For the control regimen, centres chose either placebo tablets (n = 60) or placebo capsules (n = 58).",
    ],
)
def test_those_who_died_and_parts_of_an_arm_are_no_arm(arms_of, told):
    text = f"Patients were randomly assigned to everolimus or placebo. {told}"
    assert [arm.size for arm in arms_of(text)] == [None, None]


def test_the_size_of_a_part_is_no_size_of_an_arm(arms_of):
    text = "We assigned women to tamoxifen versus raloxifene in pre- (n = 54) and postmenopausal (n = 67) cases."
    assert sizes(arms_of(text)) == {"tamoxifen": None, "raloxifene": None}


def test_events_told_of_an_arm_are_no_size(arms_of):
    text = (
        "Patients were randomized to soticlestat or placebo. Events in the soticlestat group were fever (n = 6, 21%)."
    )
    assert [arm.size for arm in arms_of(text)] == [None, None]
