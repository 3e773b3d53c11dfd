"""A text is passed over only where a search would find nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trialgraph.extract.needed_words import fold, may_match, needed_words
from trialgraph.extract.results.quantities.patterns import ORDERED


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"\bgrades?\s+\d", [{"grade"}]),
        (r"(?i)median (?:follow-up|age)", [{"median follow-up", "median age"}]),
        (r"leuka?emia\s(?:free|days?)", [{"leukemia", "leukaemia"}, {"free", "day"}]),
        (r"\b(?:C\.?[IL]|CrI)\b", [{"ci", "c.i", "cl", "c.l", "cri"}]),
        (r"(?=.*weeks)(?:at )?day", [{"weeks"}, {"day"}]),
        (r"(?:hazard )?ratios", [{"ratios"}]),
        (r"\d+(?:\s*%)+", [{"%"}]),
        (r"(?:weeks|\d)", []),
        (r"(?!none)\w+", []),
        (r"(?<=phase )\d", []),
        (r"\d(?= weeks)", [{" weeks"}]),
        (r"(?:weeks){0,3}", []),
        (r"[≤≥]\s*\d", [{"≤", "≥"}]),
    ],
)
def test_needed_words(pattern, needs):
    assert [set(words) for words in needed_words(pattern, re.compile(pattern).flags)] == needs


@pytest.mark.parametrize(
    ("pattern", "text"),
    [("grade", "GRADE"), ("incidence", "İNCIDENCE"), ("incidence", "ıncıdence"), ("kg", "\u212ag"), ("dose", "doſe")],
)
def test_case_makes_no_difference(pattern, text):
    compiled = re.compile(pattern, re.IGNORECASE)
    assert compiled.search(text)
    assert may_match(compiled, fold(text))


@given(st.from_regex(r"(?i)\b(?:grades?|toxicity) (?:≥ ?)?[1-5](?:%| of [a-z]{1,3}|\.)", fullmatch=True))
def test_what_matches_is_not_passed_over(text):
    assert may_match(re.compile(r"(?i)\b(?:grades?|toxicity) (?:≥ ?)?[1-5](?:%| of [a-z]{1,3}|\.)"), fold(text))


@pytest.mark.parametrize(
    "text",
    [
        "136 (77%) of 177 patients had a response (99% CI 0.32-0.89; one-sided p=0.0007; HR 0.62 [0.47-0.80]).",
        "Median survival was not reached and 6.5 months at week 24 and at 1, 3 and 5 years; none of 20 patients died.",
        "Grade ≥3 or 4 toxicity in six of 20 (30 per cent), G3-4, n = 12, 10 mg/kg every 2 weeks from January 5, 2020.",
        "An absolute difference of 5%, a 12% increase, a mean of 41.4 ± 3.2 points, within 30 days after the start.",
    ],
)
def test_no_quantity_is_passed_over(text):
    for _, pattern in ORDERED:
        assert pattern.search(text) is None or may_match(pattern, fold(text))
