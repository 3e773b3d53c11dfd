"""The regular expressions of differences between arms: `a difference of 7%`, `the difference was -1.2 ± 0.4 points`.

Of a difference only the number is claimed: the endpoint and the time point stand among its words.
"""

import re
from typing import Final

from .mean_patterns import UNIT
from .number_patterns import DASH, NUMBER, TIME_UNIT

_UNIT: Final = (
    rf"(?P<unit>percentage points?|{UNIT}|[µμA-Za-z]{{1,5}}/[µμA-Za-z]{{1,6}}\d?(?:/[A-Za-z]{{1,5}})?)(?![\w/])"
)
_IN_UNIT: Final = (
    rf"\s*{_UNIT.replace('<unit>', '<unit2>')}"
    r"(?!\s*(?:(?:CIs?|v|vs|versus|compared|and|or|to|per|daily|once|twice|every)\b|confiden))"
)
_DEVIATION: Final = rf"\s*(?:±|\+/-|\+-)\s*{NUMBER}"
_ERROR: Final = rf"(?:\s?[(\[]{NUMBER}[)\]])?"
_CI_BEHIND: Final = rf"{_ERROR}\s*[(\[,;]\s*(?:(?:two-sided )?\d\d(?:\.\d)?\s*%\s*)?(?:CIs?\b|confiden)"
_SIGNED: Final = rf"(?P<v>[-−–+]?{NUMBER})"
_NOT_NO: Final = r"(?<!\bno )(?<!\bno significant )(?<!\bno statistically significant )(?<!\bno major )"
_DIFFERENCE: Final = (
    rf"\b{_NOT_NO}(?:differences?|treatment effects?|Δ|delta"
    r"|(?:placebo|vehicle)-(?:subtracted|adjusted|corrected)|(?-i:ETD|LSMD|WMD))\b"
)
_GAP: Final = (
    r"(?:(?!\b(?:was|were|is|are)\b)[^.;()\d±]|(?<=[A-Za-z])\d|(?<=[^\W\d]-)\d"
    r"|\b(?:at|after) \d{1,3} (?:hours|h|days|weeks|months|years)\b"
    r"|\b(?:week|month|day|hour) \d{1,3}\b|\b\d{1,2}-(?=year|month|week|day)|\b\d{1,4}(?:\.\d{1,3})? (?=m?g\b|[µμ]g\b)"
    r"|[(\[](?:\d\d% CI|[A-Z]{2,5}|SE)[)\]])"
)
_PAIR: Final = rf"\s?[-−–]?{NUMBER}[^()]{{0,60}}?\b(?:v|vs|versus|compared)\b"
"""`differences in several things, as well as the risk of death (4% with A vs 5%`: no difference opens the bracket."""
_BEHIND: Final = r"\bdifferences?|(?<=difference)|(?<=effect)|(?<=Δ)|(?<=ETD)|(?<=MD)|(?<=[A-Z][)\]])"
_COMPARED: Final = r"(?:versus|vs\.?|relative to|compared (?:with|to)|over)"
_ALONE: Final = rf"(?!\s*(?:\([^()]*\)|\[[^\[\]]*\])?\s*(?:and|{_COMPARED}|v|,|/|to)\s(?:an?\s\w+\sof\s)?[-−–+]?\d)"
"""With no second value behind."""


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


MEAN_DIFFERENCES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "difference",
        _compile(
            rf"{_DIFFERENCE}{_GAP}{{0,90}}?(?:\b(?:of|was|were|is)|[,:=]|\((?!{_PAIR})|{_BEHIND})"
            r"\s*(?<!at )(?<!after )(?<!dose of )(?<!doses of )"
            rf"(?P<d>{_SIGNED}(?:{_DEVIATION}(?:\s*{_UNIT})?|{_IN_UNIT}|(?={_CI_BEHIND})))"
        ),
    ),
    (
        "difference",
        _compile(rf"{_DIFFERENCE}\s?[(\[]\d\d\s?%\s?CI[)\]](?:\s(?:was|of))?[\s,:=]+(?P<d>{_SIGNED})(?=\s?[(\[])"),
    ),
    (
        "difference",
        _compile(
            rf"\bdifferences?\b(?:[^.;()]|\.\d){{0,120}}?(?:±|\+/-|\+-)(?:[^.;()]|\.\d){{0,60}}?(?<=and )"
            rf"(?P<d>{_SIGNED}{_DEVIATION}(?:\s*{_UNIT})?)"
        ),
    ),
    (
        "difference",
        _compile(
            rf"\bdifferences\b(?:[^.;]|\.\d){{0,200}}?(?:CI|confidence)(?:[^.;]|\.\d){{0,80}}?(?<=and )"
            rf"(?P<d>{_SIGNED}(?:\s*{_UNIT})?)(?={_CI_BEHIND})"
        ),
    ),
    (
        "difference",
        _compile(rf"(?<![\w.])(?P<d>(?P<v>{NUMBER})(?:{_DEVIATION})?\s*(?!%){_UNIT})\s+(?:lower|higher|greater)\b"),
    ),
    (
        "difference",
        _compile(
            rf"\b(?:increased|reduced|improved|lowered|raised|decreased)\s{_GAP}{{2,60}}?\bby\s"
            rf"(?P<d>(?P<v>{NUMBER})\s*(?!%){_UNIT})(?=\s(?:as\s)?{_COMPARED}\s[^\d.;,()]{{2,40}}(?:[.,;(]|\sand\b|$))"
        ),
    ),
    (
        "difference",
        _compile(
            rf"\b(?:lower|higher|greater|longer|shorter)\sby\s(?P<d>(?P<v>{NUMBER})\s*(?!%){_UNIT})"
            r"(?=\s(?:in|with|for|on)\s[^.;]{1,60}\sthan\b)"
        ),
    ),
    (
        "difference",
        _compile(
            rf"(?<![\w.])(?P<d>(?P<v>{NUMBER})\s*{_UNIT}?)(?=\s[(\[][^()\[\]]*(?:CI|confiden)[^()\[\]]*[)\]]\s+"
            r"(?:lower|higher|greater|less|more|longer|shorter)\s(?:in|with|for|on|among|than)\b)"
        ),
    ),
    (
        "difference",
        _compile(
            rf"\b(?:changes?|improvements?|reductions?|increases?|decreases?|declines?|gains?)\b{_GAP}{{1,90}}?\b{_COMPARED}\s"
            rf"{_GAP}{{3,40}}?\b(?:was|were)\s(?P<d>{_SIGNED}\s*{_UNIT}){_ALONE}"
        ),
    ),
)
"""Differences of means, with their deviation, their interval or a unit of measurement; of two told together also the
second."""
_BY: Final = (
    rf"by\s+(?:a median of\s+)?(?P<d>(?P<v>{NUMBER})\s*(?P<time>{TIME_UNIT}))"
    r"(?!\s*[(\[](?!\s*(?:p\s*[=<>≤]|\d\d\s*% (?:CI|confidence)|chi|log-?rank)))"
)
"""By how much, and no bracket behind it that holds the values themselves."""
DIFFERENCES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "difference",
        _compile(rf"\b(?:prolong|extend|lengthen|increas|improv|delay)\w*\s+(?:[\w()/-]+\s+){{1,8}}?{_BY}"),
    ),
    (
        "difference",
        _compile(
            r"(?:(?:\bsurvival|\bprogression|\brelapse|\brecurrence|\bresponse|(?-i:\b[A-Z]{2,4}))\s+"
            rf"(?:(?:was|were)\s+)?(?:\w+ly\s+)?(?:prolong|extend|lengthen|increas|improv|delay)ed|\blonger)\s+{_BY}"
        ),
    ),
    (
        "difference",
        _compile(
            rf"(?<![\w.])(?P<d>(?P<v>{NUMBER})(?:\s|{DASH})?(?P<time>{TIME_UNIT}))\s+(?:absolute\s+)?"
            r"(?:difference|improvement|gain|increase|prolongation|extension|benefit)\s+in\s+(?:the\s+)?(?:median\s+)?"
            r"(?=(?:(?:[\w-]+[ -])?(?:free )?survival|time to|(?-i:[A-Z]{2,4}))\b)"
        ),
    ),
    (
        "difference",
        _compile(rf"(?<![\w.])(?P<d>(?P<v>{NUMBER})\s(?P<time>{TIME_UNIT}))\s+longer\b(?=[^.;()]{{0,80}}\sthan\b)"),
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
            rf"(?:\b{_NOT_NO}(?:differences?|increments?|treatment effects?|Δ|delta)|[(\[](?:median |absolute )?"
            r"(?:increase|gain|improvement|benefit|prolongation)(?= of \d))(?: (?:in|between) [^.;()%\d]{1,60}?)?"
            rf"(?: (?:was|were|is|of|at [^.;()]{{1,20}}? was)|,|:|=)?\s*"
            r"(?<!at )(?<!after )(?<!over )(?<!within )(?<!during )(?<!than )(?<!least )"
            rf"(?P<d>(?P<v>{NUMBER})\s*(?:%|(?P<time>{TIME_UNIT})))"
        ),
    ),
    (
        "difference",
        _compile(rf"(?P<d>(?P<v>{NUMBER})\s*%)\s+absolute (?:difference|gain|increase|improvement|reduction)"),
    ),
)
