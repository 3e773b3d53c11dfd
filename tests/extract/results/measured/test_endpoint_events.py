"""Events that a trial was made to count are its outcomes."""

import pytest

ARMS = "Patients were assigned to olaparib or placebo. "


@pytest.mark.parametrize(
    "text",
    [
        "Olaparib to prevent stroke: a randomized trial. " + ARMS,
        ARMS + "The primary endpoint was stroke; secondary endpoints were response and safety. ",
    ],
)
def test_the_endpoint_is_an_outcome(results_of, text):
    text += "Stroke occurred in 4% with olaparib and 9% with placebo. Nausea occurred in 20% with olaparib."
    assert results_of(text) == [
        "olaparib: stroke proportion 4%", "placebo: stroke proportion 9%", "olaparib: nausea 20%"
    ]  # fmt: skip


def test_what_was_only_a_secondary_endpoint_is_an_event(results_of):
    text = "The primary endpoint was response; a secondary endpoint was nausea. Nausea occurred in 20% with olaparib."
    assert results_of(ARMS + text) == ["olaparib: nausea 20%"]


def test_what_is_new_in_the_primary_endpoint_is_counted_without_that_word(results_of):
    text = "Women were assigned to denosumab or placebo. The primary end point was new vertebral fracture. Vertebral "
    assert results_of(f"{text}fractures occurred in 2.3% with denosumab and 7.2% with placebo.") == [
        "denosumab: vertebral fracture proportion 2.3%", "placebo: vertebral fracture proportion 7.2%"
    ]  # fmt: skip


def test_a_grade_of_its_own_makes_it_an_event(results_of):
    text = f"Olaparib to prevent neutropenia: a trial. {ARMS}Grade 3-4 neutropenia occurred in 4% with olaparib."
    assert results_of(text) == ["olaparib: neutropenia 3-4 4%"]


def test_each_event_of_a_composite_is_counted_for_the_endpoint(results_of):
    text = "The primary outcome was a composite of cardiovascular death, myocardial infarction or stroke. " + ARMS
    assert results_of(text + "Stroke occurred in 1% with olaparib and 2% with placebo.") == [
        "olaparib: stroke proportion 1%", "placebo: stroke proportion 2%"
    ]  # fmt: skip


def test_dashes_of_two_strokes_end_a_composite(results_of):
    text = ARMS + "The primary end point--a composite of death, myocardial infarction, or stroke--had occurred in 10% "
    assert results_of(text + "with olaparib and 12% with placebo. Stroke occurred in 1% with olaparib.") == [
        "olaparib: death, myocardial infarction, or stroke proportion 10%",
        "placebo: death, myocardial infarction, or stroke proportion 12%",
        "olaparib: stroke proportion 1%",
    ]


def test_a_phase_is_no_share(results_of):
    assert results_of("Olaparib for stroke: a phase 2/3 trial. " + ARMS) == []
