"""Laboratory values that share the word for their change are events, each with its own figure."""

import pytest

ARM = "Patients with melanoma received nivolumab in this study. "


@pytest.mark.parametrize(
    "listed",
    [
        "elevated aspartate aminotransferase (12%), lipase (9%) and amylase (4%)",
        "increases in AST (12%), lipase (9%), and serum amylase (4%)",
        "elevation of aspartate aminotransferase (12%), lipase (9%), or amylase (4%)",
    ],
)
def test_each_value_of_a_list_is_an_event(results_of, listed):
    assert results_of(ARM + f"Grade 3 events included {listed}.") == [
        "nivolumab: increased aspartate aminotransferase 3 12%", "nivolumab: increased lipase 3 9%",
        "nivolumab: increased amylase 3 4%",
    ]  # fmt: skip


def test_what_is_no_laboratory_value_keeps_its_name(results_of):
    text = ARM + "Increased lipase (9%) and fatigue (30%) were common."
    assert results_of(text) == ["nivolumab: increased lipase 9%", "nivolumab: fatigue 30%"]


def test_a_change_that_is_no_harm_is_no_event(results_of):
    assert results_of(ARM + "Increased hope (9%) and lipase (3%) were told of.") == []
