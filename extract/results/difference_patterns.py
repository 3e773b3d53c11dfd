"""The regular expressions of differences between arms: `a difference of 7%`, `the difference was -1.2 ± 0.4 points`.

Of a difference only the number is claimed: the endpoint and the time point stand among its words.
"""

import re
from typing import Final

from .number_patterns import NUMBER, TIME_UNIT

_UNIT: Final = (
    r"(?P<unit>percentage points?|points?|mm ?Hg|[µμA-Za-z]{1,5}/[µμA-Za-z]{1,6}\d?(?:/[A-Za-z]{1,5})?)(?![\w/])"
)
_DEVIATION: Final = rf"\s*(?:±|\+/-|\+-)\s*{NUMBER}"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


MEAN_DIFFERENCES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "difference",
        _compile(
            rf"\bdifferences?\b(?:[^.;()\d±]|\b(?:at|after) \d{{1,3}} (?:weeks|months|years)\b){{0,90}}?"
            rf"(?:\b(?:of|was|were|is)|[,:=]|\bdifferences?)\s*(?<!at )(?<!after )"
            rf"(?P<d>(?P<v>[-−–]?{NUMBER})(?:{_DEVIATION}(?:\s*{_UNIT})?|\s*{_UNIT.replace('<unit>', '<unit2>')}))"
        ),
    ),
    (
        "difference",
        _compile(
            rf"\bdifferences?\b(?:[^.;()]|\.\d){{0,120}}?(?:±|\+/-|\+-)(?:[^.;()]|\.\d){{0,60}}?(?<=and )"
            rf"(?P<d>(?P<v>[-−–]?{NUMBER}){_DEVIATION}(?:\s*{_UNIT})?)"
        ),
    ),
)
"""Differences of means, with their deviation or in a unit of measurement; of two told together also the second."""
DIFFERENCES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "difference",
        _compile(
            r"\b(?:prolong|extend|lengthen|increas|improv|delay)\w*\s+(?:[\w()/-]+\s+){1,8}?by\s+(?:a median of\s+)?"
            rf"(?P<d>(?P<v>{NUMBER})\s*(?P<time>{TIME_UNIT}))(?!\s*[(\[])"
        ),
    ),
    (
        "difference",
        _compile(
            rf"\babsolute (?:risk )?(?:difference|gain|benefit|increase|improvement|reduction|decrease)s?\b"
            rf"(?:(?!\bbetween \d)[^.;%()]){{0,80}}?(?<!at )(?<!after )(?<![\d.])"
            rf"(?P<d>(?P<v>{NUMBER})\s*(?:%|(?P<time>{TIME_UNIT})))"
        ),
    ),
    (
        "difference",
        _compile(
            rf"\b(?:differences?|increments?)(?: (?:in|between) [^.;()%\d]{{1,60}}?)?"
            rf"(?: (?:was|were|is|of|at [^.;()]{{1,20}}? was)|,|:|=)?\s*"
            rf"(?<!at )(?<!after )(?P<d>(?P<v>{NUMBER})\s*(?:%|(?P<time>{TIME_UNIT})))"
        ),
    ),
    (
        "difference",
        _compile(rf"(?P<d>(?P<v>{NUMBER})\s*%)\s+absolute (?:difference|gain|increase|improvement|reduction)"),
    ),
)
