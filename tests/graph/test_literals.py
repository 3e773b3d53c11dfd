from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trialgraph.graph.literals import decimal_text, number_literal, text_literal


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4))
def test_a_decimal_is_written_without_exponent_and_keeps_its_value(number):
    assert "E" not in decimal_text(number).upper()
    assert Decimal(decimal_text(number)) == number


@pytest.mark.parametrize(
    ("number", "text", "kind"), [(0, "0", "integer"), (Decimal("0.0"), "0", "decimal"), (False, "false", "boolean")]
)
def test_zero_has_a_literal_of_its_own_kind(number, text, kind):
    literal = number_literal(number)
    assert (literal.value, literal.datatype.value.rpartition("#")[2]) == (text, kind)


@given(st.text())
def test_a_text_is_kept_to_the_letter(text):
    assert text_literal(text).value == text
