"""Operations that so many patients came to; what was done before the trial, or is what an arm is given, is none."""

import pytest

INTRO = "Women with breast cancer were randomly assigned to letrozole or anastrozole. "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Breast-conserving surgery was performed in 45% of women given letrozole and 38% of those given anastrozole.",
         ["letrozole: breast-conserving surgery proportion 45%",
          "anastrozole: breast-conserving surgery proportion 38%"]),
        ("In all, 36 (27%) women in the letrozole group and 48 (35%) in the anastrozole group underwent mastectomy.",
         ["letrozole: mastectomy proportion 27% n=36", "anastrozole: mastectomy proportion 35% n=48"]),
        ("In the letrozole group, 51 (83%) women were resected, and 52 (84%) were resected in the anastrozole group.",
         ["letrozole: resection proportion 83% n=51", "anastrozole: resection proportion 84% n=52"]),
        ("Previous mastectomy had been performed in 40% of women on letrozole and 32% on anastrozole.", []),
        ("Before enrolment, 36 (27%) women on letrozole underwent lumpectomy.", []),
        ("After surgery, 40% of women on letrozole had radiotherapy.", []),
    ],
)  # fmt: skip
def test_procedures(results_of, text, told):
    assert results_of(INTRO + text) == told


def test_surgery_that_an_arm_is_given_is_no_endpoint(results_of):
    arms = "Patients were randomly assigned to radiotherapy or surgery. "
    assert results_of(arms + "Surgery was performed in 92% of patients.") == []
