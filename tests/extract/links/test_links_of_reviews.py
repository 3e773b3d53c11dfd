"""Sentences on what drugs treat, may cause and how they work: each tells the relations below it, and no others."""

from pathlib import Path

import pytest
from telling import links_of

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.glob("links_of_*.txt"))
BLOCKS = [block for file in FILES for block in file.read_text("utf-8").split("\n\n")]
SHOWN = {"affirmed": "", "negated": " negated", "speculative": " perhaps"}


@pytest.mark.parametrize("block", BLOCKS)
def test_what_reviews_tell(block: str) -> None:
    text, *expected = block.splitlines()
    told = (f"{s} {predicate} {o}{SHOWN[assertion]}" for s, predicate, o, assertion in links_of(text))
    assert sorted(told) == [line.strip() for line in expected]
