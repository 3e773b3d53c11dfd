"""Median follow-up and data cut-off."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from ..candidates import Candidate
from ..number_words import read_count
from ..people import PEOPLE
from .page import Page, attribute

_FIGURE = r"(?:\d+(?:\.\d+)?|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_UNIT = r"(?:months?|mos?|weeks?|years?|yrs?|days?)\b"
_MEDIAN = re.compile(
    r"(?i)\bmedian\s+(?:(?:duration|length|time|period)"
    r"\s+of\s+)?(?:[\w-]+\s+){0,2}?(?:follow[\s-]?up|f/u|FU)\b(?:\s+(?:time|duration|period)"
    r")?(?:\s+for\s+[\w-]+(?:\s+[\w-]+){0,3})?"
    r"(?:\s+(?:in|for|of)\s+[^.;\d]{0,40}?[\w-]*\d*)?(?:\s*\((?:range|IQR|interquartile\s+range)\))?(?:\s+(?:was|is|of|being)|"
    rf"\s*[:,=])?\s+(?:approximately\s+)?(?P<v>{_FIGURE})(?:\s*(?:{_UNIT})?\s*(?:vs\.?|versus|and|v)"
    rf"\s*(?P<w>{_FIGURE}))?(?:\s*[(\[][^()\[\]]{{3,40}}[)\]])?\s*(?P<unit>{_UNIT})"
    rf"|\bfollow(?:ed|[\s-]up)\s+(?:up\s+)?for\s+a\s+median\s+(?:time\s+)?of\s+(?P<v2>{_FIGURE})\s*(?P<unit2>{_UNIT})"
    rf"|\b(?:after|at|over|during)\s+a\s+median\s+(?:time\s+)?of\s+(?P<v3>{_FIGURE})\s*(?P<unit3>{_UNIT})"
    r"(?=\s*(?:\([^()]*\)\s*)?(?:,|and\b|from\s+randomi[sz]ation))"
    rf"|\bfollow[\s-]?up(?:\s+(?:time|period|duration|data|was|of|for|all|the|{PEOPLE}))*\s*\((?:range[^();]{{3,30}};\s*)?"
    rf"median,?\s+(?P<v4>{_FIGURE})\s*(?P<unit4>{_UNIT})"
    rf"|\bfollow[\s-]?up\s+(?:of|was)\s+(?P<v5>{_FIGURE})\s*(?P<unit5>{_UNIT})\s*\(median\b"
)
_BEHIND = re.compile(
    rf"(?i)\bmedian\s+(?:of\s+)?(?P<v>{_FIGURE})[\s-]*(?P<unit>{_UNIT})['’]?\s+(?:of\s+)?follow[\s-]?up\b"
    rf"|\b(?P<v2>{_FIGURE})[\s-]*(?P<unit2>{_UNIT})['’]?\s+(?:of\s+)?median\s+follow[\s-]?up\b"
)
"""`at a median of 20 months of follow-up`, `a 5-year median follow-up`."""
_SECOND = re.compile(
    rf"(?:\s*\([^()]*\))?(?:\s+in\s+the\s+[^.;()]{{3,60}}?\s+and\s+(?P<v>{_FIGURE})\s*(?P<unit>{_UNIT})"
    rf"|,?\s+and\s+(?P<v2>{_FIGURE})\s*(?P<unit2>{_UNIT})(?=\s+(?:\([^()]*\)\s+)?in\s+the\s))"
)
"""The figure of the second arm: `12 months in the A arm and 14 months`, `12 months and 14 months in the B arm`."""
_DAY: Final = 1 / Decimal("30.4375")
_MONTHS: Final = {"mo": Decimal(1), "we": 7 * _DAY, "ye": Decimal(12), "yr": Decimal(12), "da": _DAY}
_NAMES: Final = "janfebmaraprmayjunjulaugsepoctnovdec"
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DATE = (
    rf"(?:(?P<m>{_MONTH})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y>\d{{4}})|(?P<d2>\d{{1,2}})(?:st|nd|rd|"
    rf"th)?\s+(?P<m2>{_MONTH}),?\s+(?P<y2>\d{{4}})|(?P<m3>{_MONTH}),?\s+(?P<y3>\d{{4}}))"
)
_CUTOFF = r"(?:(?:clinical\s+)?data\s+|database\s+|analysis\s+)?cut[\s-]?off(?:\s+(?:date|point))?"
_CUTOFFS: Final = (
    re.compile(rf"(?i:\b{_CUTOFF})(?:\s*(?:[:,(=]|was|is|of|on|at|being|for\s+[^.;]{{3,60}}?\s(?:was|of)))*\s*{_DATE}"),
    re.compile(
        rf"{_DATE}(?=[\s,(]*(?i:(?:the\s+)?(?:(?!and\b|with\b)[\w-]+\s+){{0,2}}?(?:data\s+|database\s+)cut[\s-]?off))"
    ),
    re.compile(rf"\b[Aa]s\s+of\s+{_DATE}"),
    re.compile(rf"\bfollow(?:ed|[\s-]up)\s+(?:up\s+)?(?:{PEOPLE}\s+)?(?:until|till|through)\s+{_DATE}"),
    re.compile(
        rf"\bfollow[\s-]up\s+(?:was\s+)?(?:ended|closed|continued\s+(?:to|until)|completed)\s+(?:on\s+|by\s+)?{_DATE}"
    ),
    re.compile(rf"\bBy\s+{_DATE}(?=,\s+(?:\d+|[a-z]+)\s+(?:\(|{PEOPLE}|deaths))"),
)


def follow_up(page: Page) -> Iterator[Candidate]:
    """Read median follow-up, in months; weeks and years are converted."""
    for _, match in page.find(_BEHIND):
        value = in_months(match["v"] or match["v2"], match["unit"] or match["unit2"])
        yield attribute(page.trials.at(match.end()), "medianFollowUp", value, match.span(), "follow-up")
    for sentence, match in page.find(_MEDIAN):
        unit = match["unit"] or match["unit2"] or match["unit3"] or match["unit4"] or match["unit5"]
        figures = [figure for figure in (match[name] for name in ("v", "w", "v2", "v3", "v4", "v5")) if figure]
        place = match.span()
        if second := _SECOND.match(page.text, match.end(), sentence.end):
            figures.append(second["v"] or second["v2"])
            place = match.start(), second.end()
        for figure in figures:
            trial = page.trials.at(match.end())
            yield attribute(trial, "medianFollowUp", in_months(figure, unit), place, "follow-up")


def in_months(figure: str, unit: str) -> Decimal:
    """Convert a duration to months, rounded to a tenth where it was not given in months.

    >>> in_months("26.7", "months"), in_months("2", "years"), in_months("52", "weeks")
    (Decimal('26.7'), Decimal('24.0'), Decimal('12.0'))
    """
    factor = _MONTHS[unit[:2].lower()]
    number = Decimal(figure) if figure[0].isdigit() else Decimal(read_count(figure))
    return number if factor == 1 else (number * factor).quantize(Decimal("0.1"))


def cutoffs(page: Page) -> Iterator[Candidate]:
    """Read data cut-off dates, as ISO 8601."""
    for pattern in _CUTOFFS:
        for _, match in page.find(pattern):
            trial = page.trials.at(match.start())
            yield attribute(trial, "dataCutoff", _iso_date(match), match.span(), "cut-off")


def _iso_date(match: re.Match[str]) -> str:
    month, day, year = next(
        (match[f"m{i}"], match.groupdict().get(f"d{i}"), match[f"y{i}"]) for i in ("", "2", "3") if match[f"m{i}"]
    )
    number = _NAMES.index(month[:3].lower()) // 3 + 1
    return f"{year}-{number:02}" + (f"-{int(day):02}" if day else "")
