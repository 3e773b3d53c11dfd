"""Names that stand where the treatments of a trial stand, and words there that name none."""

import pytest
from telling import drugs


@pytest.mark.parametrize(
    ("told", "arms"),
    [
        ("Men were randomized to injections of QXA-Lis (n = 20) or Ly-Lis (n = 21) plus once-daily insulin glargine. "
         "QXA-Lis and Ly-Lis were alike: QXA-Lis was as safe as Ly-Lis.", ["qxa-lis", "ly-lis"]),
        ("Men were randomized to care after Qing-Pugh or Lin-Meier.", []),
        ("Children were randomly assigned to OROS methylphenidate or to placebo.", ["methylphenidate", "placebo"]),
        ("Men were randomized to 20 mL of 0.1% ropivacaine, 0.1% bupivacaine, or saline.",
         ["ropivacaine", "bupivacaine", "sodium chloride 0.9%"]),
        ("A randomized study had three arms: 20 ml 0.5% ropivacaine, 30 ml 0.33% ropivacaine, and 40 ml 0.25% "
         "ropivacaine.", ["ropivacaine"] * 3),
        ("FVC in men. Men were randomized. The drug lowered the rate of FVC decline versus placebo.", []),
    ],
)  # fmt: skip
def test_arms(arms_of, told, arms):
    assert [drugs(a.arm) for a in arms_of(told)] == arms


@pytest.mark.parametrize("told", ["faropenem daloxate", "cefuroxime axetil"])
def test_a_salt_is_no_drug_of_its_own(results_of, arms_of, told):
    text = (
        f"Men were randomly assigned to {told} (300 mg) or amoxicillin. Cure in the {told} group was 92% and that in "
        "the amoxicillin group was 94%."
    )
    drug = told.split()[0]
    assert [drugs(a.arm) for a in arms_of(text)] == [drug, "amoxicillin"]
    assert [r.split(":")[0] for r in results_of(text)] == [drug, "amoxicillin"]


def test_a_schedule_stands_between_an_arm_and_its_figure(results_of):
    text = (
        "Men were randomised to sirukumab 100 mg every 2 weeks, 50 mg every 4 weeks or placebo. Nausea was seen with "
        "sirukumab 100 mg every 2 weeks (53%) or 50 mg every 4 weeks (54%) versus placebo (26%)."
    )
    assert results_of(text) == [
        "sirukumab: nausea 53% (100 mg)",
        "sirukumab: nausea 54% (50 mg)",
        "placebo: nausea 26%",
    ]


def test_a_dose_may_be_spelled_without_its_zero(results_of):
    text = "Men were randomised to famotidine 1.5 mg, 3.0 mg, or 4.5 mg. "
    text += "Nausea occurred (1.5 mg, 13%; 3 mg, 15%; 4.5 mg, 16%)."
    assert [r.partition("(")[2] for r in results_of(text)] == ["1.5 mg)", "3.0 mg)", "4.5 mg)"]
