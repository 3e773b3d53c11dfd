"""The regular expressions of time points that stand alone: `at 12 months`, `the 5-year rate`, `by week 24`."""

import re
from typing import Final

from .number_patterns import DASH, NUMBER, WORD_NUMBER


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


TIMES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "time",
        _compile(
            rf"(?<![\w.])(?<!\bwas )(?<!\bwere )(?!\d+\.\d+\s)(?P<v>{NUMBER}|{WORD_NUMBER})\s?(?:{DASH}|\s)\s?"
            r"(?P<unit>month|week|day|year"
            r"|(?<=[-–—‐‑])(?:yr?|mo|wk))\b(?!s)"
        ),
    ),
    (
        "time",
        _compile(
            r"\b(?:at|after|by|(?<=survival )for)\s+(?!\d+\.\d+\s\w+\s(?:with|for|in|on)\b)"
            rf"(?P<v>{NUMBER}|{WORD_NUMBER})\s+"
            rf"(?P<unit>months?|mos?|weeks?|wks?|days?|years?|yrs?|y|hours?|hrs?|h)\b(?P<and>(?:\s*(?:and|,)\s*)?)"
        ),
    ),
    ("time", _compile(rf"\b(?:at|after)\s+(?P<v>{NUMBER}|{WORD_NUMBER})\s+(?P<unit>minutes?|mins?)\b")),
    (
        "time",
        _compile(
            r"(?<=\d and )(?<!of \d and )(?<!of \d\d and )(?P<v>\d{1,3}) (?P<unit>months|weeks|years|hours)\b"
            r"(?=[^.,;]{0,60}\b(?:was|were)\b)"
        ),
    ),
    (
        "time",
        _compile(
            r"(?<![\w.])(?<!\bwas )(?<!\bwere )(?<!\bof )(?<!\bmedian )(?P<v>\d{1,2}) (?P<unit>months|years) "
            r"(?=(?:(?:overall|actuarial|[a-z]+-free) )?survival (?:rates?|was|were)\b)"
        ),
    ),
    ("time", _compile(r"\b(?:at|by)\s+(?P<unit>week|month|year|day|hour)\s+\+?(?P<v>\d+)\b")),
    (
        "time",
        _compile(r"(?:\b(?:on|and)\s+|(?<=, ))(?P<unit>week|month|year|day|hour)\s+(?P<v>\d+)(?=\s*[(\[]|,\s\d+\s?%)"),
    ),
    (
        "time",
        _compile(
            rf"\b(?=[\dotfsen])(?<!\bof )(?<!was )(?<!were )(?<!median )(?<!, )(?<![(\[])\b(?P<v>\d{{1,3}}"
            rf"|{WORD_NUMBER})\s+(?P<unit>months?|weeks?|days?|years?|hours?|h)\s+"
            r"(?=(?:postoperatively|after|post|following)\s+(?!a median|the last)|from\s+(?:randomi|the start|start"
            r"|baseline|diagnosis))"
        ),
    ),
)
