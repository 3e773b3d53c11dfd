import pytest
from hypothesis import given
from hypothesis import strategies as st
from trialgraph.ontology.names import NameIndex, tidy


@pytest.mark.parametrize("surface", ["MLN9708", "MLN 9708", "MLN-9708", "MLN–9708", " MLN  9708 "])
def test_codes_have_one_spelling(surface: str) -> None:
    assert tidy(surface) == "MLN9708"


@pytest.mark.parametrize("surface", ["PD-1", "ELOQUENT-3", "interferon alfa-2b", "R-CHOP-21", "IL-6 receptor"])
def test_hyphens_before_short_numbers_stay(surface: str) -> None:
    assert tidy(surface) == surface


@given(st.text())
def test_tidying_twice_changes_nothing(surface: str) -> None:
    assert tidy(tidy(surface)) == tidy(surface)


def test_a_case_sensitive_name_comes_first_and_only_in_its_case() -> None:
    index = NameIndex[int]()
    index.add("fish", 1)
    index.add("=FISH", 2)
    assert index.find("FISH") == (2, 1)
    assert index.find("Fish") == (1,)
