"""The regular expressions of grades: `grade 3 or 4`, `≥ grade 2`, `G3-4`, `grades 3 and higher`, `any grade`."""

import re
from typing import Final


def _compile(pattern: str, *, ignore_case: bool = True) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE if ignore_case else 0)


GRADES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    ("grade", _compile(r"(?P<ge>≥|> ?=|\bat least)\s*(?:grades?|gr\.?)\s*(?P<g1>[1-5]|I{1,3}|IV)\b(?!\s?[-–/])")),
    ("grade", _compile(r"\b(?P<ge>at least )?CTC(?:AE)?\s+(?P<g1>[1-5])\b(?!\.)")),
    (
        "grade",
        _compile(
            r"(?:\b(?:CTC(?:AE)?|toxicity|NCI|WHO)\s+)?\b(?:grades?|gr\.?)\s*(?:[(\[]G[)\]]\s*)?(?:of\s+)?"
            r"(?P<ge>≥|> ?=|> or =|> or equal to|\?|of at least|at least)?\s*(?P<g1>[1-5]|I{1,3}|IV|V)\b"
            r"(?P<plus>\+(?!\s*[1-5]))?"
            r"(?:(?:\s*(?:-|–|~|to|/|or|and|&|\+)|,\s*[1-5],?\s*(?:or|and))\s*(?:grades?\s*)?(?P<g2>[1-5]|I{1,3}|IV|V)\b(?!\s?%|\.\d)(?:\s*(?:or"
            r"|/)\s*(?P<g3>[1-5]|V)\b)?)?"
            r"(?P<up>\s*(?:or|and)\s*(?:higher|worse|more|greater|above|over|more severe)(?:\s*grades?)?)?"
        ),
    ),
    (
        "grade",
        _compile(
            r"\bgrade (?P<g1>one|two|three|four|five)\b(?:(?:\s*(?:-|–|/|or|and|to)\s*)(?P<g2>two|three|four|five)\b)?"
            r"(?P<up>\s*(?:or|and)\s*(?:higher|worse|more|greater|above)\b)?"
        ),
    ),
    ("grade", _compile(r"\bgrades?\s*\((?P<g1>[1-5]|I{1,3}|IV|V)\s*(?:,|/|-|–|and|or)\s*(?P<g2>[1-5]|I{1,3}|IV|V)\)")),
    ("grade", _compile(r"(?<![\w-])G(?P<g1>[1-4])\s*[-–/]\s*G?(?P<g2>[2-5])\b(?!\.)", ignore_case=False)),
    ("grade", _compile(r"(?P<ge>(?:≥|>=)\s*G|\bG\s*(?:≥|>=))\s*(?P<g1>[1-5])\b", ignore_case=False)),
    ("grade", _compile(r"\b(?P<any>(?:all|any)[- ]grades?)\b")),
    ("grade", _compile(r"(?<![\w./])(?P<g1>[1-5])\s*(?:/|-|–)\s*(?P<g2>[1-5])\s+grades?\b")),
)
