"""What a cell holds: a count with its percentage, a value with its interval, a word for no value, or nothing."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, Literal

from ...ontology.facts import Relation, Status
from ..results.quantities import number_patterns, numerals

Hint = Literal["", "count percent", "percent count", "percent", "count", "mean", "value"]
_NUMBER: Final = number_patterns.NUMBER
_SIGNED: Final = rf"-?{_NUMBER}"
_BOUND: Final = rf"(?:{_SIGNED}|NR|NE|NA|NC|∞|[Nn]ot reached|[Nn]ot estimable)"
_RELATION: Final = r"(?P<rel>[<>≤≥])?\s*"
_OPEN, _CLOSE = r"[(\[]", r"[)\]]"
_RANGE: Final = rf"(?P<low>{_BOUND})\s*%?\s*(?:-|to|,|;)\s*(?P<high>{_BOUND})"
_LEVEL: Final = r"(?:(?P<level>\d\d(?:\.\d+)?)\s*%\s*CI[:,]?\s*)?"
_EMPTY: Final = re.compile(r"[-.…/]*|NA|N/A|ND|NS|not (?:applicable|available|done|assessed|reported)", re.IGNORECASE)
_STATUS: Final = re.compile(
    r"(?P<s>NR|NE|[Nn]ot (?:yet )?(?:been )?reached|[Nn]ot estimable|[Nn]ot evaluable)"
    rf"(?:\s*{_OPEN}\s*{_RANGE}\s*{_CLOSE})?(?P<rest>\s*{_OPEN}.*)?"
)
_COUNT_OF: Final = re.compile(
    rf"(?P<n>{number_patterns.INTEGER})\s*(?:/|of)\s*(?P<N>{number_patterns.INTEGER})"
    rf"(?:\s*[(\[;,]?\s*(?P<v>{_NUMBER})\s*%?\s*{_CLOSE}?)?"
)
_SHARE_OF: Final = re.compile(
    rf"(?P<v>{_NUMBER})\s*%?\s*{_OPEN}\s*(?:n\s*=\s*)?(?P<n>{number_patterns.INTEGER})\s*(?:/|of)\s*"
    rf"(?P<N>{number_patterns.INTEGER})\s*{_CLOSE}"
)
_PAIR: Final = re.compile(
    rf"{_RELATION}(?P<a>{_SIGNED})\s*(?P<pa>%)?\s*"
    rf"(?:{_OPEN}\s*(?P<rel2>[<>≤≥])?\s*(?P<b>{_NUMBER})\s*(?P<pb>%)?\s*{_CLOSE}|[,;]\s*(?P<c>{_NUMBER})\s*%)"
)
_COUNTED_WITHIN: Final = re.compile(
    rf"(?P<n>{number_patterns.INTEGER})\s*{_OPEN}\s*(?P<v>{_NUMBER})\s*(?P<pct>%)?\s*"
    rf"(?:[;,]|{_CLOSE}\s*[;,]?\s*{_OPEN})\s*{_LEVEL}{_RANGE}\s*%?\s*{_CLOSE}"
)
"""`263 (84%; 80-88)`: a count, its percentage, and the interval of that."""
_SPREAD: Final = re.compile(rf"(?P<v>{_SIGNED})\s*(?P<pct>%)?\s*(?:±|\+/-)\s*{_NUMBER}\s*%?(?:\s*{_OPEN}.*)?")
_WITH_INTERVAL: Final = re.compile(
    rf"{_RELATION}(?P<v>{_SIGNED})\s*(?P<pct>%)?\s*(?:[;,]\s*)?(?P<open>{_OPEN})?\s*{_LEVEL}{_RANGE}\s*%?\s*{_CLOSE}?"
)
_PLAIN: Final = re.compile(
    rf"{_RELATION}(?P<v>{_SIGNED})\s*(?P<pct>%)?(?:\s*(?P<unit>{number_patterns.TIME_UNIT}))?(?P<rest>\s*{_OPEN}.*)?"
)
_RATIO: Final = re.compile(
    rf"{_OPEN}\s*(?P<v>{_NUMBER})\s*[(\[,;]\s*(?:95% CI[:,]?\s*)?(?P<low>{_NUMBER})\s*(?:-|to|,|;)\s*"
    rf"(?P<high>{_NUMBER})\s*{_CLOSE}*"
)
_P: Final = re.compile(rf"(?:p\s*)?(?P<rel>[<>≤≥=])?\s*(?P<v>{_NUMBER}){number_patterns.POWER}", re.IGNORECASE)


_TESTED: Final = re.compile(r"\s*[;,]\s*(?:(?:one|two)-sided )?(?P<p>[Pp]\s?[=<>≤]\s?\S+)$")
"""`0.54 (0.34-0.86); P=0.008`: the p value behind a ratio."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CellValue:
    """What was printed; `value` is in percent where `share`, else in the unit of the row."""

    value: Decimal | None = None
    relation: Relation = "="
    share: bool = False
    count: int | None = None
    total: int | None = None
    status: Status | None = None
    low: Decimal | Status | None = None
    high: Decimal | Status | None = None
    level: Decimal | None = None
    mean: bool = False
    unit: str = ""
    rest: str = ""
    p: tuple[Relation, Decimal] | None = None


def read_cell(text: str, hint: Hint = "") -> CellValue | None:
    """Read a cell by its form, and by what its row and column say it holds; None where it holds no value.

    >>> read_cell("8 (33)", "count percent")
    CellValue(value=Decimal('33'), relation='=', share=True, count=8, ...)
    >>> read_cell("—") is None
    True
    """
    text = re.sub(r"\s*[*†‡§¶#]{1,9}[a-h]?$", "", text)
    if tested := _TESTED.search(text):
        found = read_cell(text[: tested.start()], hint)
        return replace(found, p=read_p(tested["p"])) if found else None
    if _EMPTY.fullmatch(text):
        return None
    for read in (_status, _of_total, _pair, _counted_within, _spread, _with_interval, _single):
        found = read(text, hint)
        if found is not None:
            return _in_percent(found) if hint in {"mean", "value"} and found.count is None else found
    return None


def _in_percent(cell: CellValue) -> CellValue:
    """A mean or median printed with `%` is no share of patients."""
    return replace(cell, share=False, unit="percent") if cell.share else cell


def read_ratio(text: str) -> CellValue | None:
    """Read a ratio with its interval that stands in brackets behind another value."""
    match = _RATIO.fullmatch(text.strip())
    return _interval(match, CellValue(value=numerals.decimal(match["v"]))) if match else None


def read_p(text: str) -> tuple[Relation, Decimal] | None:
    """Read a cell of a column of p values.

    >>> read_p("<0.001")
    ('<', Decimal('0.001'))
    """
    match = _P.fullmatch(text.rstrip("*†‡§¶#"))
    if match is None:
        return None
    value = numerals.scaled(match["v"], match["power"] or match["exponent"] or "0")
    return (numerals.RELATIONS[match["rel"] or "="], value) if value <= 1 else None


def _status(text: str, hint: Hint) -> CellValue | None:
    match = _STATUS.fullmatch(text)
    if match is None:
        return None
    return _interval(match, CellValue(status=numerals.status(match["s"]), rest=match["rest"] or ""))


def _interval(match: re.Match[str], cell: CellValue) -> CellValue | None:
    groups = match.groupdict()
    if not groups.get("low"):
        return cell
    low, high = numerals.bound(groups["low"]), numerals.bound(groups["high"])
    level = numerals.decimal(groups["level"]) if groups.get("level") else None
    numbers = [x for x in (low, cell.value, high) if isinstance(x, Decimal)]
    if numbers != sorted(numbers):
        return None
    return replace(cell, low=low, high=high, level=level)


def _of_total(text: str, hint: Hint) -> CellValue | None:
    match = _COUNT_OF.fullmatch(text) or _SHARE_OF.fullmatch(text)
    if match is None:
        return None
    count, total = numerals.integer(match["n"]), numerals.integer(match["N"])
    value = numerals.decimal(match["v"]) if match["v"] else None
    if count > total or (value is not None and value > 100):
        return None
    return CellValue(value=value, share=True, count=count, total=total)


def _pair(text: str, hint: Hint) -> CellValue | None:
    """`8 (33)`: a count and its percentage, or the other way round, or a mean and its deviation."""
    match = _PAIR.fullmatch(text)
    if match is None:
        return None
    first, second = match["a"], match["b"] or match["c"]
    if hint == "percent count" or (match["pa"] and not match["pb"]):
        first, second = second, first
    elif not (hint == "count percent" or match["pb"] or match["c"]):
        return CellValue(value=numerals.decimal(first), mean=True) if hint == "mean" else None
    value = numerals.decimal(second)
    if "." in first or "-" in first or value > 100:
        return None
    relation = numerals.RELATIONS[match["rel2"] or "="]
    return CellValue(value=value, relation=relation, share=True, count=numerals.integer(first))


def _counted_within(text: str, hint: Hint) -> CellValue | None:
    match = _COUNTED_WITHIN.fullmatch(text)
    if match is None or not (match["pct"] or "percent" in hint):
        return None
    value = numerals.decimal(match["v"])
    return _interval(match, CellValue(value=value, share=True, count=numerals.integer(match["n"])))


def _spread(text: str, hint: Hint) -> CellValue | None:
    match = _SPREAD.fullmatch(text)
    return CellValue(value=numerals.decimal(match["v"]), mean=True, share=bool(match["pct"])) if match else None


def _with_interval(text: str, hint: Hint) -> CellValue | None:
    match = _WITH_INTERVAL.fullmatch(text)
    if match is None or not (match["open"] or match["level"]):
        return None
    share = bool(match["pct"]) or hint == "percent"
    relation = numerals.RELATIONS[match["rel"] or "="]
    return _interval(match, CellValue(value=numerals.decimal(match["v"]), share=share, relation=relation))


def _single(text: str, hint: Hint) -> CellValue | None:
    match = _PLAIN.fullmatch(text)
    if match is None or (match["rest"] and _WITH_INTERVAL.fullmatch(text)):
        return None
    value, relation = numerals.decimal(match["v"]), numerals.RELATIONS[match["rel"] or "="]
    whole = "." not in match["v"]
    if match["pct"] or hint == "percent" or ("percent" in hint and not whole):
        return CellValue(value=value, relation=relation, share=True) if 0 <= value <= 100 else None
    if hint in {"count", "count percent"}:
        return CellValue(share=True, count=int(value)) if whole and value >= 0 and relation == "=" else None
    if hint == "percent count":
        return CellValue(value=value, count=0, share=True) if value == 0 else None
    unit = numerals.unit(match["unit"]) if match["unit"] else ""
    return CellValue(value=value, relation=relation, unit=unit, mean=hint == "mean", rest=match["rest"] or "")
