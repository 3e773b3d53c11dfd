"""Adverse events of a kind are not adverse events as a whole."""

import pytest

ARMS = "Patients were randomly assigned to nivolumab or docetaxel. "


@pytest.mark.parametrize(
    ("words", "event"),
    [
        ("Gastrointestinal AEs", "gastrointestinal toxicity"),
        ("Urogenital adverse events", "urogenital adverse event"),
        ("Hormonal side effects", "hormonal adverse event"),
        ("Rectal toxicity", "rectal toxicity"),
        ("Infectious adverse events", "infection"),
        ("Psychiatric or sexual side effects", "psychiatric or sexual adverse event"),
        ("Clinical adverse events", "any adverse event"),
        ("Immunotherapy toxicity", "any adverse event"),
        ("Several side effects", "any adverse event"),
    ],
)
def test_the_kind_stands_before(results_of, words, event):
    text = f"{words} occurred in 12% with nivolumab."
    assert results_of(ARMS + text) == [f"nivolumab: {event} 12%"]


def test_a_list_of_them(results_of):
    text = "The most common gastrointestinal adverse events were nausea (12%) and vomiting (3%) with nivolumab."
    assert results_of(ARMS + text) == ["nivolumab: nausea 12%", "nivolumab: vomiting 3%"]
