"""Counts written in words."""

import re

import pytest
from trialgraph.extract.number_words import COUNT, read_count


@pytest.mark.parametrize(("text", "count"), [("nineteen", 19), ("One thousand and five", 1005), ("two hundred", 200)])
def test_counts_in_words(text: str, count: int) -> None:
    assert read_count(text) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [("Hundred and twelve dogs", "Hundred and twelve"), ("Several hundred twelve-year-olds", None)],
)
def test_a_hundred_at_the_beginning(text: str, count: str | None) -> None:
    found = re.match(COUNT, text)
    assert (found[0] if found else None) == count
