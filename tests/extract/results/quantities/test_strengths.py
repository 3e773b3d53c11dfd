"""How strong a preparation is, as against how many patients."""

import pytest

ARMS = "Patients were assigned to bupivacaine 0.5% or placebo. "


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Application of a 2% gel caused nausea.", []),
        ("Pain during injection of 1 % lidocaine was the primary outcome.", []),
        ("Pain was less intense with hydrocortisone 1% cream.", []),
        ("Bupivacaine 0.5% did not lower the incidence of nausea.", []),
        ("Nausea occurred in 12% of patients with 0.5% bupivacaine and in 24% with placebo.",
         ["bupivacaine: nausea 12%", "placebo: nausea 24%"]),
        ("Nausea was mild (12% bupivacaine, 24% placebo).", ["bupivacaine: nausea 12%", "placebo: nausea 24%"]),
        ("Nausea was mild (bupivacaine 12%, placebo 24%).", ["bupivacaine: nausea 12%", "placebo: nausea 24%"]),
    ],
)  # fmt: skip
def test_what_is_given_is_no_result(results_of, text, results):
    assert results_of(ARMS + text) == results


def test_a_threshold_is_no_result(results_of):
    assert results_of(ARMS + "Pain below 50% of its first score was rare, and above 70% unseen.") == []


def test_a_short_name_keeps_its_strength(results_of):
    arms = "Patients were assigned to ketotifen eye drops (KED) 0.025% or placebo. "
    text = (
        "KED 0.025% was safe, and adverse events were mild. Itching was seen in 3% with KED 0.025% and 5% with placebo."
    )
    assert [line.split()[-1] for line in results_of(arms + text)] == ["3%", "5%"]
