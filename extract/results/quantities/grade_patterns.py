"""The regular expressions of grades: `grade 3 or 4`, `≥ grade 2`, `G3-4`, `grades 3 and higher`, `any grade`."""

import re
from typing import Final


def _compile(pattern: str, *, ignore_case: bool = True) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE if ignore_case else 0)


_LEAST: Final = r"(?:≥|⩾|≧|> ?/? ?=|> ?or ?=|(?:>|greater than) or equal to|(?:of )?at least)"
_OVER: Final = r"(?:>|(?:greater|more|higher) than|above)"
_GLOSS: Final = r"(?:\s\((?:mild|moderate|severe|serious|life[- ]threatening|disabling)\))?"
"""`grade 3 (severe) or higher`"""
_HIGHER: Final = r"(?:higher|worse|more(?: severe)?|greater|above|over|beyond|up)\b"
_UP: Final = rf"(?P<up>(?:\s*[,(]?\s*|-)(?:or|and)[\s-]{_HIGHER}\)?(?:\s*grades?)?|\s?/\s?(?:higher|worse)\b)"
_UP_BEHIND: Final = (
    r"(?=(?P<up_behind>\s(?:[a-z-]+\s){0,2}?(?:severity|toxicit(?:y|ies)|events?|T?E?AEs?|TRAEs?|reactions?)\s(?:or|and)\s"
    rf"{_HIGHER}))"
)
"""`grade 3 adverse events or higher`: the words between stay what they are."""
_ONE: Final = r"(?P<g1>[1-5]|I{1,3}|IV|V)\b"
GRADES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("grade", _compile(rf"(?:(?P<ge>{_LEAST})|(?P<gt>{_OVER}))\s*(?:grades?|gr\.?)\s*{_ONE}(?!\s?[-–/])")),
    ("grade", _compile(r"\b(?P<ge>at least )?CTC(?:AE)?\s+(?P<g1>[1-5])\b(?!\.)")),
    (
        "grade",
        _compile(
            r"(?:\b(?:CTC(?:AE)?|toxicity|NCI|WHO)\s+)?\b(?:grades?|gr\.?)(?:\s*[(\[]G[)\]])?[\s-]*(?:(?:of|=)\s+)?"
            rf"(?:(?P<ge>{_LEAST}|\?)|(?P<gt>{_OVER}))?\s*{_ONE}{_GLOSS}(?P<plus>\+(?!\s*[1-5])|\splus\b)?"
            r"(?:(?:\s*(?:-|–|~|to|/|or|and|&|\+)|,\s*[1-5],?\s*(?:or|and))\s*(?:grades?\s*)?(?P<g2>[1-5]|I{1,3}|IV|V)\b(?!\s?%|\.\d)(?:\s*(?:or"
            rf"|/)\s*(?P<g3>[1-5]|V)\b)?)?(?:{_UP}|{_UP_BEHIND})?"
        ),
    ),
    (
        "grade",
        _compile(
            r"\bgrade (?P<g1>one|two|three|four|five)\b(?:(?:\s*(?:-|–|/|or|and|to)\s*)(?P<g2>two|three|four|five)\b)?"
            rf"{_UP}?"
        ),
    ),
    ("grade", _compile(rf"(?<![\w-])(?-i:G)(?P<g1>[1-5])\b{_UP}")),
    ("grade", _compile(r"\bgrades?\s*\((?P<g1>[1-5]|I{1,3}|IV|V)\s*(?:,|/|-|–|and|or)\s*(?P<g2>[1-5]|I{1,3}|IV|V)\)")),
    ("grade", _compile(r"(?<![\w-])G(?P<g1>[1-4])\s*[-–/]\s*G?(?P<g2>[2-5])\b(?!\.)", ignore_case=False)),
    ("grade", _compile(r"(?P<ge>(?:≥|⩾|> ?/?=)\s*G|\bG\s*(?:≥|⩾|> ?/?=))\s*(?P<g1>[1-5])\b", ignore_case=False)),
    ("grade", _compile(r"\b(?P<any>(?:all|any)[- ]grades?)\b")),
    ("grade", _compile(r"(?<![\w./])(?P<g1>[1-5])\s*(?:/|-|–)\s*(?P<g2>[1-5])\s+grades?\b")),
)
