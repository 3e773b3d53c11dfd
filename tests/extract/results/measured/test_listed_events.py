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


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("The most common adverse event was ticklish elbow (28%).", ["blinatumomab: ticklish elbow 28%"]),
        ("The most common adverse events were (mostly mild) ticklish elbow (28%) and others (3%).",
         ["blinatumomab: ticklish elbow 28%"]),
        ("The most common adverse event was an elbow that tickled (28%).", []),
    ],
)  # fmt: skip
def test_the_commonest_event_is_named_so(results_of, text, results):
    assert results_of("All patients received blinatumomab. " + text) == results


def test_elsewhere_an_unknown_name_takes_its_figure_along(results_of):
    text = "With olaparib, rash (12%), ticklish elbow (8%) and nausea (7%) were seen."
    assert results_of(ARMS + text) == ["olaparib: rash 12%", "olaparib: nausea 7%"]


def test_events_of_a_kind_in_a_list(results_of):
    text = "Patients received talquetamab. Common adverse events were fever (30%), nail-related events (20%), and rash "
    text += "(9%)."
    told = ["talquetamab: fever 30%", "talquetamab: nail-related events 20%", "talquetamab: rash 9%"]
    assert results_of(text) == told
