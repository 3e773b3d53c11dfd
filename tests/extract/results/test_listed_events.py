"""Events that no lexicon knows, between known ones with figures."""

import pytest

ARMS = "Patients were assigned to olaparib or placebo. "


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("The most common adverse events with olaparib were nausea (30%), ticklish elbow (9%), and rash (7%).",
         ["olaparib: nausea 30%", "olaparib: ticklish elbow 9%", "olaparib: rash 7%"]),
        ("Adverse events with olaparib included ticklish elbow 9% (n = 11) and rash 7% (n = 8).",
         ["olaparib: ticklish elbow 9% n=11", "olaparib: rash 7% n=8"]),
        ("Side effects were nausea (30% v 12%) and ticklish elbow (9% v 4%).",
         ["olaparib: nausea 30%", "placebo: nausea 12%", "olaparib: ticklish elbow 9%", "placebo: ticklish elbow 4%"]),
        ("Adverse events with olaparib were nausea (30%), mostly mild (25%), and rash (7%).",
         ["olaparib: nausea 30%", "olaparib: rash 7%"]),
    ],
)  # fmt: skip
def test_a_member_of_a_list_of_events_is_one(results_of, text, results):
    assert results_of(ARMS + text) == results


def test_elsewhere_an_unknown_name_takes_its_figure_along(results_of):
    text = "With olaparib, rash (12%), ticklish elbow (8%) and nausea (7%) were seen."
    assert results_of(ARMS + text) == ["olaparib: rash 12%", "olaparib: nausea 7%"]
