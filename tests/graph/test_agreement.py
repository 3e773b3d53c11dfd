import pytest
from hypothesis import given
from hypothesis import strategies as st
from trialgraph.graph.agreement import attributes_agree, p_values_agree, rounded_equal

numbers = st.decimals(0, 1000, places=3)


@pytest.mark.parametrize(
    ("left", "right", "equal"),
    [("0.53", "0.531", True), ("0.53", "0.54", False), ("77", "76.84", True), ("0.50", "0.53", False)],
)
def test_numbers_agree_as_far_as_the_coarser_was_rounded(left, right, equal):
    assert rounded_equal(left, right) is rounded_equal(right, left) is equal


@given(numbers, st.integers(0, 3))
def test_a_number_agrees_with_its_own_rounding(number, places):
    assert rounded_equal(format(number, "f"), format(round(number, places), "f"))


def p(value, sides="", relation="="):
    return {"pValue": value, "pRelation": relation} | ({"pSides": sides} if sides else {})


@pytest.mark.parametrize(
    ("left", "right", "agree"),
    [
        (p("0.0007", "1"), p("0.0013", "2"), True),
        (p("0.0007", "1"), p("0.0013"), True),
        (p("0.0007"), p("0.0013"), False),
        (p("0.0007", "1"), p("0.0020", "2"), False),
        (p("0.001", relation="<"), p("0.0004"), True),
        (p("0.001", relation="<"), p("0.002"), False),
        (p("0.001", "1", "<"), p("0.0015", "2"), True),
        (p("0.05", relation=">"), p("0.38"), True),
        (p("0.05", relation=">"), p("0.01"), False),
        (p("0.05", relation=">="), p("0.05", relation="<"), False),
    ],
)
def test_p_values_agree_by_sides_and_limits(left, right, agree):
    assert p_values_agree(left, right) is p_values_agree(right, left) is agree


@given(st.decimals("0.0001", "0.5", places=4))
def test_a_p_value_agrees_with_twice_itself_on_two_sides(value):
    assert p_values_agree(p(format(value, "f"), "1"), p(format(2 * value, "f"), "2"))


@pytest.mark.parametrize(
    ("attribute", "left", "right", "agree"),
    [
        ("design", "open-label", "double-blind", False),
        ("design", "open-label", "placebo-controlled", False),
        ("design", "placebo-controlled", "double-blind", True),
        ("design", "single-arm", "randomized", False),
        ("phase", "1", "1b", True),
        ("phase", "1a", "1b", False),
        ("phase", "1b/2", "1/2", True),
        ("phase", "2", "2/3", False),
        ("sponsor", "Janssen Research & Development", "Janssen Pharmaceuticals", True),
        ("sponsor", "Takeda Pharmaceuticals", "Janssen Pharmaceuticals", False),
        ("sponsor", "***", "***", True),
        ("enrolled", "302", "303", False),
    ],
)
def test_properties_of_a_trial_agree_where_both_can_be_true(attribute, left, right, agree):
    assert attributes_agree(attribute, left, right) is attributes_agree(attribute, right, left) is agree
