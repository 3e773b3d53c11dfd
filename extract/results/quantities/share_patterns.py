"""The regular expressions of shares: n of N (p%) in its many orders, in the order in which they claim text."""

import re
from typing import Final

from .number_patterns import APART, CLOSE, COUNT, INTEGER, NOT_IN_NAME, OPEN, PEOPLE, PERCENT, WORD_NUMBER


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


SHARES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "share",
        _compile(
            rf"{NOT_IN_NAME}\b(?P<n>{COUNT})\s*(?:\s{PEOPLE})?\s*{OPEN}\s*{PERCENT}\s*{CLOSE}\s*(?:of|/"
            rf"|out of)\s*(?:the\s+|all\s+)?(?P<N>{INTEGER})\b"
        ),
    ),
    (
        "share",
        _compile(
            rf"{NOT_IN_NAME}\b(?!0\s?/\s?1(?!\d))(?P<n>{COUNT})\s*(?:of|/|out of|\|)\s*(?:the\s+|all\s+)?"
            rf"(?P<N>{INTEGER}|{WORD_NUMBER})\b(?:\s*{PEOPLE})?\s*(?:{OPEN}|or|;|,)\s*{PERCENT}(?!\s*(?:CI\b|confidence))\s*{CLOSE}?"
        ),
    ),
    (
        "share",
        _compile(
            rf"{APART}{PERCENT}\s*{OPEN}\s*(?:n\s*=\s*)?(?P<n>{COUNT})\s*(?:/|of"
            rf"|out of)\s*(?P<N>{INTEGER})(?:\s*{PEOPLE})?\s*(?:{CLOSE}|(?=[;,]))"
        ),
    ),
    # the interval in the bracket as well: 48 (65%, 95% CI 54-75) of 74
    (
        "share",
        _compile(
            rf"{NOT_IN_NAME}\b(?P<n>{COUNT})\s*(?:\s{PEOPLE})?\s*{OPEN}\s*{PERCENT}"
            rf"(?=[;,\s][^()\[\]]{{2,50}}{CLOSE}\s*(?:of|out of)\s+(?:the\s+|all\s+)?(?P<N>{INTEGER})\b)"
        ),
    ),
    (
        "share",
        _compile(rf"{NOT_IN_NAME}\b(?P<n>{COUNT})\s*(?:\s{PEOPLE})?\s*{OPEN}\s*{PERCENT}\s*(?={CLOSE}|[;,]){CLOSE}?"),
    ),
    (
        "share",
        _compile(
            rf"{NOT_IN_NAME}(?P<n>none|no one|no patients?|zero|0(?=\s+(?:patients|pts)\b)"
            r"|(?:(?<=%[)\]] and )|(?<=%[)\]] v )|(?<=%[)\]] vs )|(?<=%[)\]] vs\. )|(?<=%[)\]] versus ))0(?!\.?\d))\s*"
            rf"(?:of\s*(?:(?:the|these|those|all)\s+)?(?P<N>{INTEGER}|{WORD_NUMBER}\b))?(?=\s*(?:in|of|with"
            rf"|for|on|given|receiving|treated|had|experienced|developed|complained|reported|suffered|discontinued|withdrew|stopped|required"
            rf"|{PEOPLE}|[)\],;.]|$))"
        ),
    ),
    (
        "share",
        _compile(
            rf"{NOT_IN_NAME}\b(?P<n>{COUNT})\s*(?:of|out of)\s*(?:the\s+|all\s+)?(?P<N>{INTEGER}"
            rf"|{WORD_NUMBER})\b(?!\s*%)"
        ),
    ),
    ("share", _compile(rf"{NOT_IN_NAME}\b(?P<n>{COUNT})\s*{OPEN}(?:out )?of (?P<N>{INTEGER}){CLOSE}")),
    (
        "share",
        _compile(
            rf"{NOT_IN_NAME}(?<!phase )(?!0\s?/\s?1(?!\d))(?P<n>\d+)\s?/\s?(?P<N>\d+)(?![\d/%])"
            r"(?=\s*(?:patients|(?:women|men|subjects|participants|children|dogs)\b|\(|,|;|\)|\.|in|with|during|on|vs?\b"
            r"|versus|and \d+\s?/\s?\d))"
        ),
    ),
    ("share", _compile(rf"{NOT_IN_NAME}\b(?P<n>{COUNT})(?:\s{PEOPLE})?\s*,?\s*or\s+{PERCENT}")),
    # the unit behind the second of two that a slash joins: neutropenia 40/52%
    ("share", _compile(rf"{NOT_IN_NAME}(?P<v>\d{{1,3}}(?:\.\d{{1,2}})?)(?=\s?/\s?\d{{1,3}}(?:\.\d{{1,2}})?\s?%)")),
    ("share", _compile(rf"{APART}{PERCENT}")),
    (
        "share",
        _compile(
            rf"{NOT_IN_NAME}(?<![)\]] of )(?<!\d and )\b(?P<n>{COUNT})\s{PEOPLE}(?=\s+(?:(?:in|on|with|receiving"
            rf"|treated with) [^,;.()]{{1,60}}?\s+)?"
            r"(?:(?:had|have)\s+)?(?:died|achieved|attained|experienced|developed|relapsed|responded|discontinued"
            r"|progressed)\b)"
        ),
    ),
)
