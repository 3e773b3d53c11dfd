"""Endpoints told as what patients did or became, or as the plain subject of two shares that are compared."""

import pytest

ARMS = "Patients were randomly assigned to dapagliflozin or placebo. "


@pytest.mark.parametrize(
    ("said", "endpoint"),
    [
        ("Those on dapagliflozin were more likely to regain sight than those on placebo (67% v 35%).", "regain sight"),
        ("Fewer patients in the dapagliflozin arm needed loop diuretics (67% vs 35%).", "loop diuretics"),
        ("More dapagliflozin than placebo patients (67% versus 35%) made informed decisions.", "informed decisions"),
        (
            "A higher proportion of patients in the dapagliflozin group had normal wall thickness compared with the "
            "placebo group (67% versus 35%).",
            "normal wall thickness",
        ),
        (
            "By week 6, 67% of the dapagliflozin group compared with 35% of the placebo group became virus-negative.",
            "virus-negative",
        ),
        ("At week 6, 67% on dapagliflozin and 35% on placebo regained urinary continence.", "urinary continence"),
        ("Conversion to sinus rhythm was 67% with dapagliflozin and 35% with placebo.", "conversion to sinus rhythm"),
        ("Catheter exchanges were 67% versus 35% (P<0.001).", "catheter exchanges"),
        ("Mechanical support was required in 67% on dapagliflozin and 35% on placebo.", "mechanical support"),
    ],
)  # fmt: skip
def test_what_patients_did_is_an_endpoint(results_of, said, endpoint):
    first, second = sorted(results_of(ARMS + said))
    assert first.startswith(f"dapagliflozin: {endpoint} proportion 67%")
    assert second.startswith(f"placebo: {endpoint} proportion 35%")


@pytest.mark.parametrize(
    "said",
    [
        "A total of 67% on dapagliflozin and 35% on placebo had poor performance status.",
        "A total of 67% on dapagliflozin and 35% on placebo had blurred vision at baseline.",
        "A total of 67% on dapagliflozin and 35% on placebo had received radiotherapy.",
        "Patients on dapagliflozin were more likely to be older than those on placebo (67% v 35%).",
        "Sensitivity and coverage were 67% and 35%, respectively.",
        "The corresponding figures were 67% and 35%.",
        "Patients on dapagliflozin were more likely to return to work (67%).",
    ],
)
def test_what_patients_were_is_none(results_of, said):
    assert results_of(ARMS + said) == []


def test_the_arm_of_a_clause_is_carried_on_up_to_the_next(results_of):
    text = "By week 8, 46% of dapagliflozin-treated people had a complete response and 32% had a partial response, "
    text += "whereas 10% of placebo-treated people had a complete response."
    assert results_of(ARMS + text) == [
        "dapagliflozin: complete response proportion 46%",
        "dapagliflozin: partial response proportion 32%",
        "placebo: complete response proportion 10%",
    ]


def test_a_name_ends_with_a_whole_word(results_of):
    text = "31% of the women on risedronate had a lasting degradation of the quality of life versus 66% on placebo."
    arms = "Women were assigned to risedronate or placebo. "
    assert not any("degradati " in told for told in results_of(arms + text))
