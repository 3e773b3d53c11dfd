"""Sentences of reviews, on how drugs work and what they may do: each tells the relations below it, and no others."""

from pathlib import Path

import pytest
from telling import links_of

BLOCKS = Path(__file__).with_name("links_of_reviews.txt").read_text("utf-8").split("\n\n")
SHOWN = {"affirmed": "", "negated": " negated", "speculative": " perhaps"}


@pytest.mark.parametrize("block", BLOCKS)
def test_what_reviews_tell(block: str) -> None:
    text, *expected = block.splitlines()
    told = (f"{s} {predicate} {o}{SHOWN[assertion]}" for s, predicate, o, assertion in links_of(text))
    assert sorted(told) == [line.strip() for line in expected]
