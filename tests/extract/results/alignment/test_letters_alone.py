"""Figures of arms that are told by their letters, in brackets or in turn."""

import pytest

ARMS = "Patients were randomized to letrozole (arm A) or exemestane (arm B). "
EACH = ["letrozole: nausea 3-4 9%", "exemestane: nausea 3-4 17%"]


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Grade 3-4 nausea (A, 9%; B, 17%) was rare.", EACH),
        ("Grade 3-4 toxicity was nausea (A: 9%, B: 17%).", EACH),
        ("Grade 3-4 toxicities (A vs B) were nausea 9% vs 17%.", EACH),
        ("Grade 3-4 toxicities (A/B) were nausea 9/17%.", EACH),
        ("Grade 3-4 nausea was seen in 17% (B) and 9% (A).", EACH[::-1]),
        ("The response rate (A/B) was 40/35%.",
         ["letrozole: objective response rate proportion 40%", "exemestane: objective response rate proportion 35%"]),
        ("Nausea was seen in 9/17% of patients.", []),
    ],
)  # fmt: skip
def test_letters(results_of, text, results):
    assert results_of(ARMS + text) == results


def test_letters_of_no_arm_are_none(results_of):
    arms = "Patients were randomized to letrozole or exemestane. "
    assert not any("exemestane" in line for line in results_of(arms + "Hepatitis (A, 9%; B, 17%) was rare."))


@pytest.mark.parametrize(
    "text",
    ["Rash occurred in 6/30 women and 1/31 women given letrozole and exemestane, respectively.",
     "Rash occurred in 6/30 and 1/31 patients given letrozole and exemestane, respectively."],
)  # fmt: skip
def test_two_counts_of_so_many(results_of, text):
    assert results_of(ARMS + text) == ["letrozole: rash n=6/30", "exemestane: rash n=1/31"]
