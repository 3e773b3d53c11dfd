"""Sizes of single arms: what a number beside an arm counts."""

import pytest
from telling import drugs


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Adults were assigned to allopurinol or placebo; 30 received allopurinol 100 mg and 31 placebo.", [30, 31]),
        ("In a randomized trial 30 adults received allopurinol 100 mg daily, 31 febuxostat 80 mg, and 29 placebo.",
         [30, 31, 29]),
        ("In all, 474 women were randomly assigned to paclitaxel 175, 210, or 250 mg/m2.", [None, None, None]),
        ("In all, 90 adults were randomly assigned to allopurinol, febuxostat, or placebo.", [None, None, None]),
        ("Adults received duloxetine (60 mg; women, n = 759; men, n = 379) or placebo (women, n = 519; men, n = 256) "
         "in a randomized trial.", [None, None]),
        ("Adults received duloxetine (60 mg; n = 759) or placebo (n = 519) in a randomized trial.", [759, 519]),
        ("Adults were randomized to metformin or placebo, with 10 men and 12 women in each group.", [None, None]),
        ("Adults were randomized to metformin or placebo, with 22 women in each group.", [22, 22]),
        ("Women were assigned to tamoxifen or placebo. It was seen in 43.4 versus 22.0 per 1000 women in the placebo "
         "and tamoxifen groups.", [None, None]),
        ("Adults were assigned to metformin or placebo. Ten men (metformin, n = 7 [18%]; placebo, n = 3 [6%]) fell.",
         [None, None]),
        ("Patients aged 18 to 60 years received cytarabine and daunorubicin in this trial.", [None]),
        ("Women were assigned to tamoxifen or placebo. An additional 12 women who took tamoxifen fell.", [None, None]),
        ("We randomly assigned 97 adults to low-dose aspirin and 95 to placebo.", [97, 95]),
        ("Adults were assigned to aspirin or placebo. The stay was 31 days in the aspirin group and 22 with placebo.",
         [None, None]),
        ("Adults were randomly assigned to tisagenlecleucel (tisa-cel; 162 patients) or docetaxel (160 patients).",
         [162, 160]),
    ],
)  # fmt: skip
def test_what_a_number_counts(arms_of, text, told):
    assert [a.size for a in arms_of(text)] == told


def test_doses_behind_counts_join_no_arms(arms_of):
    text = "Of 90 girls randomized, 30 received metformin 500 mg, 31 metformin 1000 mg, and 29 placebo."
    assert [(drugs(a.arm), a.size) for a in arms_of(text)] == [("metformin", 30), ("metformin", 31), ("placebo", 29)]


def test_days_in_a_group_are_not_its_size(arms_of):
    given = "They were randomly assigned to theophylline (twice daily for 5 days) plus prednisone or placebo."
    told = "Stay was longer for some, 31 days in the theophylline group and 22 days with placebo."
    assert [a.size for a in arms_of(f"{given} {told}")] == [None, None]
