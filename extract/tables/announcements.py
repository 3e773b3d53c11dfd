"""What headers and labels announce of their figures: form, unit, grade, size, time, level of intervals."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import Final

from ..results.quantities import number_patterns, numerals
from .cells import Hint

SIZE: Final = re.compile(
    rf"[(\[]?\s*\b[nN]\s*=\s*(?P<n>{number_patterns.INTEGER})\s*(?:patients)?\s*[)\]]?"
    r"|(?<=[a-z] )\((?P<bare>\d{1,3}(?:,\d{3})+|\d{2,5})\)$"
)
"""The size of a group: `(n = 154)`, or `(10,269)` at the end."""
PERIOD: Final = re.compile(
    r"\b(?:pre|post|peri|intra)-?operative(?:ly)?\b"
    r"|\b(?:induction|consolidation|maintenance|intensification|run-in|double-blind|open-label|extension|randomi[sz]ed"
    r"|acute|continuation|titration|withdrawal|follow-?up|on-treatment|post-treatment|treatment|therapy)[- ]"
    r"(?:phase|period|stage|part)\b"
    r"|^(?:during|before|after|following)\s|^(?:cycle|week|day|month|visit)s? ?\d",
    re.IGNORECASE,
)
"""A heading that sets a window of time."""
_LEVEL: Final = re.compile(r"(\d\d(?:\.\d+)?)\s?%\s*(?:CI|confidence)", re.IGNORECASE)
_PEOPLE: Final = r"(?:patients|pts|subjects|participants|events)"
_SHARE_FIRST: Final = re.compile(r"%\s*[(\[]\s*(?:n|no)\b", re.IGNORECASE)
_COUNT_FIRST: Final = re.compile(r"\b(?:n|no|number)\b\.?[^()%]{0,25}[(\[,/]\s*(?:%|percent\))", re.IGNORECASE)
_SHARE: Final = re.compile(r"%|\bpercent", re.IGNORECASE)
_STATISTIC: Final = re.compile(r"\b(?:(?P<median>median)|mean)\b", re.IGNORECASE)
_COUNT: Final = re.compile(
    rf"(?:.*[,(]\s*)?(?:n|no\.?|number|(?:number|no\.?|counts?) of {_PEOPLE}(?: \({_PEOPLE}\))?)\)?", re.IGNORECASE
)
_TOXICITY: Final = r"(?P<word>(?:NCI[- ])?(?:CTC(?:AE)?[- ])?(?:toxicity )?(?:grades?|gr\.?|G)\s?)?"
_NUMBER: Final = (
    r"(?P<ge>≥|>=)?\s*(?:grades?\s*)?(?P<g1>[1-5]|I{1,3}|IV|V)(?P<plus>\+)?"
    r"(?:\s*(?:(?:,\s*[1-5])?,?\s*(?:or|and)|-|~|/|to|&|\+)\s*(?:grades? )?(?P<g2>[1-5]|I{1,3}|IV|V))?"
    r"(?P<up> or (?:higher|worse|more|greater|above))?"
)
_GRADE: Final = re.compile(
    rf"{_TOXICITY}(?:(?P<any>any|all|total)(?P<after> grades?)?|{_NUMBER})(?P<last> grades?)?"
    r"(?:\s*(?:(?:adverse )?events?|AEs?|toxicity))?",
    re.IGNORECASE,
)
_GRADE_BEHIND: Final = re.compile(r"(?<=\S[\s(])(?:any|all|grades?)\b[^)]*(?=\)?$)", re.IGNORECASE)
_GRADE_AHEAD: Final = re.compile(
    r"(?P<grade>(?:any|all) grades?|grades? (?:≥\s?)?[1-5](?:\s?[-–/]\s?[1-5]| or higher)?),? (?=\S)", re.IGNORECASE
)
_TAIL: Final = re.compile(
    r"\s*[,:]?\s*[(\[]?\s*(?:n|no\.?|number|patients)?\s*[(\[]?\s*%?\s*[)\]]{0,3}\s*$", re.IGNORECASE
)
_TIME: Final = re.compile(
    rf"(?:at |after |by )?(?P<v>\d+)[ -](?P<unit>{number_patterns.TIME_UNIT})(?: rate)?"
    r"|(?P<unit2>month|week|day|year) (?P<v2>\d+)",
    re.IGNORECASE,
)
_TIME_UNIT: Final = re.compile(
    rf"(?:[(\[,]\s*|\bin |[- ])(?:\w+ )?(?P<unit>{number_patterns.TIME_UNIT}|mo\b|wk\b|yr?\b|h\b|d\b)"
    r"\.?\s*(?:[)\],;(]|$)",
    re.IGNORECASE,
)
_UNIT: Final = re.compile(
    r"(?:,\s*|[(\[]\s*)(?P<unit>[^\W\d]{1,4}(?:[ .·]h)?\s?/\s?[\w.]+(?: ?/ ?\w+)?|mm ?Hg|ratio|score"
    r"|(?:(?:scores?|units|points) on an? )?scale|points|units)\s*[)\]]?$",
    re.IGNORECASE,
)
_RATIO: Final = re.compile(
    r"\b(?:(?P<hazard>HR|hazards? ratio)|(?P<odds>OR(?=.*CI)|odds ratio)"
    r"|RR(?=.*CI)|relative risk|(?:risk|rate) ratio)s?\b",
    re.IGNORECASE,
)
EITHER: Final = "hazardRatio or oddsRatio"
"""What a header promises of which the row tells which."""
_EITHER: Final = re.compile(
    r"\b(?:[Hh]azards?(?: ratio)?|HR)\s?(?:\bor\b|[/,])\s?(?:odds\b|OR\b)"
    r"|\b(?:[Oo]dds(?: ratio)?|OR)\s?(?:\bor\b|[/,])\s?(?:hazards?\b|HR\b)"
)
_GRADE_PARTS: Final = frozenset({"any", "ge", "g1", "plus", "g2", "up"})


def hint_of(text: str) -> Hint:
    """What kind of figure a label announces.

    >>> hint_of("Neutropenia, No. (%)"), hint_of("ORR (% pts)"), hint_of("Median PFS (95% CI), months")
    ('count percent', 'percent', 'value')
    >>> hint_of("HbA1c, mean (SD), %")
    'mean'
    """
    text = _LEVEL.sub("", SIZE.sub("", text))
    if _SHARE_FIRST.search(text):
        return "percent count"
    if _COUNT_FIRST.search(text):
        return "count percent"
    if statistic := _STATISTIC.search(text):
        return "value" if statistic["median"] else "mean"
    if _SHARE.search(text):
        return "percent"
    return "count" if _COUNT.fullmatch(text) else ""


def first_hint(texts: Iterable[str]) -> Hint:
    """The form that the first of some texts announces that announces any."""
    for text in texts:
        if hint := hint_of(text):
            return hint
    return ""


def grade_of(text: str, *, bare: bool) -> str:
    """Read a grade that is all a text says; `bare` where it may stand without the word.

    >>> grade_of("Grade 3-4", bare=False), grade_of("≥3", bare=True), grade_of("3", bare=False)
    ('3-4', '>=3', '')
    """
    match = _GRADE.fullmatch(_TAIL.sub("", text).strip())
    if match is None or not (bare or match["word"] or match["after"] or match["last"]):
        return ""
    return numerals.grade({name: part for name, part in match.groupdict().items() if part and name in _GRADE_PARTS})


def grade_beside(text: str) -> str:
    """Read a grade that ends a header behind the name of an arm, or begins it.

    >>> grade_beside("EPd (N=60) Any grade"), grade_beside("Grade 3/4 Pd"), grade_beside("Grade 3-4")
    ('any', '3-4', '')
    """
    behind, ahead = _GRADE_BEHIND.search(text), _GRADE_AHEAD.match(text)
    told = text[behind.start() :] if behind else ahead["grade"] if ahead else ""
    return grade_of(told, bare=False)


def time_of(text: str) -> str:
    """Read a time point that is all a text says.

    >>> time_of("Week 12"), time_of("6 months (n = 20)")
    ('12 weeks', '6 months')
    """
    match = _TIME.fullmatch(SIZE.sub("", text).strip(" ,"))
    if match is None:
        return ""
    return f"{match['v'] or match['v2']} {numerals.unit(match['unit'] or match['unit2'])}"


def unit_of(text: str) -> str:
    """The unit that a label gives; empty where it gives none.

    >>> unit_of("Median PFS (95% CI), months"), unit_of("Cmax, μg/mL")
    ('months', 'μg/mL')
    """
    text = _LEVEL.sub("", text)
    if time := _TIME_UNIT.search(text):
        return numerals.unit(time["unit"])
    other = _UNIT.search(text)
    if other is None and _STATISTIC.search(text) and _SHARE.search(text):
        return "percent"
    return other["unit"] if other else ""


def effect_of(text: str) -> str:
    """The kind of ratio that a text names.

    >>> effect_of("Adjusted odds ratio"), effect_of("HR (95% CI)"), effect_of("Median OS")
    ('oddsRatio', 'hazardRatio', '')
    >>> effect_of("Hazard or odds ratio (95% CI)") == EITHER
    True
    """
    if _EITHER.search(text):
        return EITHER
    ratio = _RATIO.search(text)
    return (
        "" if ratio is None else "hazardRatio" if ratio["hazard"] else "oddsRatio" if ratio["odds"] else "relativeRisk"
    )


def size_of(text: str) -> int | None:
    """The size of the group that a text gives.

    >>> size_of("Simvastatin (10,269)"), size_of("Pd (n = 153)"), size_of("Median (range)")
    (10269, 153, None)
    """
    match = SIZE.search(text)
    return numerals.integer(match["n"] or match["bare"]) if match else None


def without_unit(text: str) -> str:
    """A label without the unit at its end.

    >>> without_unit("Blood pressure (mm Hg)")
    'Blood pressure '
    """
    return _UNIT.sub("", text)


def level_of(text: str) -> Decimal | None:
    """The level of the confidence intervals, in percent.

    >>> level_of("HR (95% CI)")
    Decimal('95')
    """
    match = _LEVEL.search(text)
    return Decimal(match[1]) if match else None
