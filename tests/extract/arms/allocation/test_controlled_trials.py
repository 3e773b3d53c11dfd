"""Arms of trials controlled by placebo, and of those in which each patient is given all treatments in turn."""

import pytest
from telling import drugs


@pytest.mark.parametrize(
    ("text", "arms"),
    [
        ("Bronchodilation and exercise training. Men joined a double-blind, placebo-controlled trial of tiotropium "
         "18 μg daily (tiotropium = 47, placebo = 44).", ["placebo", "tiotropium"]),
        ("Phosphate in nephropathy. Adults were in a placebo-controlled, randomized trial of paricalcitol (1 or 2 "
         "μg/day).", ["placebo", "paricalcitol 1 μg/day", "paricalcitol 2 μg/day"]),
        ("Lipids and bezafibrate. The trial was randomised, double-blind, and placebo-controlled. Bezafibrate was "
         "given daily.", ["bezafibrate", "placebo"]),
        ("Brain volume under cladribine. Compared with placebo, loss was smaller on cladribine. Relapses were fewer "
         "than with placebo in this trial.", ["cladribine", "placebo"]),
        ("Mepolizumab: an open-label extension. Adults left a placebo-controlled trial of it.", ["mepolizumab"]),
        ("Zinc and pain. Men were given zinc. These results will serve for a future placebo-controlled trial of zinc.",
         ["zinc"]),
        ("Sepsis. This was a placebo-controlled trial of surgery.", []),
    ],
)  # fmt: skip
def test_controlled_by_placebo(arms_of, text, arms):
    assert [f"{drugs(a.arm)} {a.label}".strip() for a in arms_of(text)] == arms


@pytest.mark.parametrize(
    ("text", "arms"),
    [
        ("A crossover trial. Each man inhaled 10 µg iloprost, 20 µg iloprost and placebo at distinct visits.",
         ["iloprost", "iloprost", "placebo"]),
        ("We studied methylphenidate (60 mg), modafinil (600 mg), and placebo in a double-blind, cross-over study.",
         ["methylphenidate", "modafinil", "placebo"]),
        ("A randomized study. Albuterol (0.15 mg/kg in 3 ml saline) and saline (3 ml) were given in random order.",
         ["salbutamol", "sodium chloride 0.9%"]),
        ("Sleep was recorded. Twelve men took zolpidem, triazolam and temazepam in random order.",
         ["zolpidem", "triazolam", "temazepam"]),
        ("A crossover trial. Men received zolpidem and placebo or triazolam and placebo.",
         ["placebo+zolpidem", "placebo+triazolam"]),
        ("Nabilone and prochlorperazine were compared in a crossover study of men undergoing chemotherapy with "
         "cyclophosphamide, doxorubicin and etoposide.",
         ["nabilone", "prochlorperazine"]),
        ("A crossover trial of sleep. All men received aspirin and paracetamol before each night.",
         ["aspirin+paracetamol"]),
    ],
)  # fmt: skip
def test_given_in_turn(arms_of, text, arms):
    assert [drugs(a.arm) for a in arms_of(text)] == arms


@pytest.mark.parametrize(
    ("text", "arms"),
    [
        (
            "A trial: tests were repeated after 2-week administration of verapamil or a placebo.",
            ["verapamil", "placebo"],
        ),
        ("A trial: patients whose disease progressed after docetaxel or cabazitaxel were enrolled.", []),
        ("A trial tested the noninferiority of metoprolol to atenolol.", ["metoprolol", "atenolol"]),
    ],
)
def test_after_a_treatment(arms_of, text, arms):
    assert [drugs(a.arm) for a in arms_of(text)] == arms
