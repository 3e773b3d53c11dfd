"""A wording finds what its regular expression finds, and is not tried where it can't stand."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trialgraph.extract.wordings import Wording

PATTERN = r"\bgrades?\s+(?P<grade>[1-5])\b|\bdiscontinu\w+"
TEXTS = st.lists(st.sampled_from(["Grade 3", "grades 4", "GRADE", "discontinued", "İ", "–", " ", "3"])).map(" ".join)


def spans(matches):
    return [match.span() for match in matches]


@given(TEXTS, st.integers(0, 20), st.integers(0, 40), st.sampled_from([0, re.IGNORECASE]))
def test_finds_what_the_expression_finds(text, start, end, flags):
    wording, compiled = Wording(PATTERN, flags), re.compile(PATTERN, flags)
    assert spans(wording.finditer(text, start, end)) == spans(compiled.finditer(text, start, end))
    for use in ("search", "match", "fullmatch"):
        found, expected = (getattr(p, use)(text, start, end) for p in (wording, compiled))
        assert (found and found.span()) == (expected and expected.span())
    assert wording.sub("x", text) == compiled.sub("x", text)


@pytest.mark.parametrize("text", ["", "none", "patients graded 3"])
def test_finds_nothing_without_its_words(text):
    wording = Wording(PATTERN)
    assert wording.search(text) is None
    assert list(wording.finditer(text)) == []
    assert wording.sub("x", text) == text


def test_looks_only_between_the_offsets():
    assert Wording(PATTERN).search("grade 3 and no more", 8) is None
    assert Wording(r"(?<=grade )3").search("grade 3", 6).span() == (6, 7)
