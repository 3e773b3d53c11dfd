"""Figures in the order of the doses behind them, next to that of a placebo: as many as there are doses, or none."""

import pytest

_TOLD = "Men were assigned to placebo, ramipril 5 mg or ramipril 10 mg. "
_ALL = ["placebo: stroke 21%", "ramipril: stroke 11% (5 mg)", "ramipril: stroke 13% (10 mg)"]


@pytest.mark.parametrize(
    ("sentence", "results"),
    [
        ("Stroke was reported by 21% in the placebo group and by 11% and 13% in the 5-mg and 10-mg groups, "
         "respectively.", _ALL),
        ("Stroke was seen in 13% in the 5-mg and 10-mg groups, respectively.", []),
    ],
)  # fmt: skip
def test_as_many_figures_as_doses(results_of, sentence, results):
    assert results_of(_TOLD + sentence) == results


def test_p_values_in_the_brackets_of_figures(results_of):
    sentence = (
        "Stroke was seen in 38 of 181 men (21%) on placebo compared to 21 of 191 (11%; P = .02) and 25 of 188 "
        "(13%; P = .03) in the ramipril 5 and 10 mg groups, respectively."
    )
    assert [line.partition(" n=")[0] for line in results_of(_TOLD + sentence)] == [
        "placebo: stroke 21%", "ramipril: stroke 11%", "ramipril: stroke 13%",
    ]  # fmt: skip


def test_what_was_lowered_by_so_much_is_no_share(results_of):
    text = _TOLD + "Stroke was lowered by 11% with ramipril 5 mg and by 13% with ramipril 10 mg."
    assert not any("stroke 1" in line for line in results_of(text))
