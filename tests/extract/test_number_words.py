"""Counts written in words."""

import pytest
from trialgraph.extract.number_words import read_count


@pytest.mark.parametrize(("text", "count"), [("nineteen", 19), ("One thousand and five", 1005), ("two hundred", 200)])
def test_counts_in_words(text: str, count: int) -> None:
    assert read_count(text) == count
