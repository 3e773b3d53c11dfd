"""Units that stand elsewhere than beside their numbers: behind the next, in a bracket before, in the words.

Offsets are those of the text given.
"""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from ...wordings import Wording
from . import numerals, patterns
from .quantity import Quantity

_BESIDE: Final = frozenset({"interval", "p", "other"})
"""What is printed about a value: skipped where the unit is looked for."""
_BRACKETED: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_IN_BRACKET: Final = re.compile(
    r"[(\[](?:[A-Z][A-Za-z]{1,4}[,;]\s*)?(?:in\s+)?(?P<unit>months?|mos?|weeks?|wks?|days?|years?|yrs?)[)\]]"
)
_ANNUAL: Final = re.compile(
    r"\b(?:annuali[sz]ed|annual|yearly) (?:[\w-]+ ){0,3}(?:rates?|incidence|risk)\b[^.;]{0,60}(?:\.\d[^.;]{0,60})?$",
    re.IGNORECASE,
)
_EACH_YEAR: Final = re.compile(r"\s*(?:per|a|each|/)\s?(?:person-|patient-)?(?:year|annum)\b|\s+(?:yearly|annually)\b")
_RATES: Final = re.compile(r"\brates? of [^.;%]{3,60} (?:was|were) (?:[\d.]+ ?% (?:and|versus|vs\.?) )?$")
_PLACED: Final = re.compile(
    r"\s(?P<by>in|for|with|on|of|after)\s(?:the\s)?[^.;,%\d]{1,70}?,?\s"
    r"(?:and|v|vs\.?|versus|(?:as )?compared (?:with|to))\s(?:only\s|was\s)?"
)
_PLACED_TOO: Final = re.compile(
    r"\s(?P<by>in|for|with|on|of|after)\s(?:the\s)?(?!(?:which|whom|them|those|these)\b)"
    r"(?:(?!(?:had|have|has|were|was|did|died|developed|experienced)\b)[\w+/'-]+\s?){1,7}"
    r"(?=[.,;()\[]|$)"
)
"""`43 months for A and 31 for B`: what stands behind each of two values, of which the first has the unit."""
_VERSUS: Final = re.compile(r"\b(?:versus|vs|v|and|compared with|compared to)\b")
_PER_YEAR: Final = "percent per year"
_PROBABILITY: Final = Wording(r"\bprobabilit(?:y|ies)\b|\bcumulative incidences?\b", re.IGNORECASE)


_PERCENT_HEADER: Final = re.compile(
    r"(?<![nN]\s)(?<![nN])(?<!o\.\s)(?<!umber\s)(?<!atients\s)[(\[](?:[^()\[\]%\d]*[,;]\s)?%(?:[,;]?\s[^()\[\]%\d]*)?[)\]]"
)
_SLASHED_HEADER: Final = re.compile(r"[(\[]%\s[^()\[\]%\d,;/]{1,40}/\s?%\s[^()\[\]%\d,;/]{1,40}[)\]]")
"""`(% A/% B): rash 12/16`: whatever a pair is, it is of shares."""
_PAIR: Final = re.compile(
    r"(?<![\d/.–-])(\d{1,3}(?:\.\d{1,2})?)\s?/\s?(\d{1,3}(?:\.\d{1,2})?)(?![\d/%–-]|\.\d|\s?(?:of|mg|m2)\b)"
)


def with_units(found: list[Quantity], text: str, offset: int) -> list[Quantity]:
    """Give the bare numbers of a text the units that are told for them elsewhere in it."""
    if "%" in text and (header := _PERCENT_HEADER.search(text) or _SLASHED_HEADER.search(text)) is not None:
        found = _percentages(found, text, header.end(), offset, sure="/" in header[0])
    found = _take_units(_share_units(found, text, offset), text, offset)
    if (bracket := _IN_BRACKET.search(text)) is not None:
        found = _of_bracket(found, bracket.end() + offset, numerals.unit(bracket["unit"]))
    if (named := _PROBABILITY.search(text)) is not None:
        found = _fractions(found, text, named.end(), offset)
    return _per_year(_repeated_times(found, text, offset), text, offset)


def _per_year(found: list[Quantity], text: str, offset: int) -> list[Quantity]:
    """`an annualized rate of 0.30%`, `0.3% v 0.7% per year`: a share of the patients each year."""
    annual = "nnual" in text or "early" in text
    if not annual and "year" not in text:
        return found
    for i in range(len(found) - 1, -1, -1):
        quantity, following = found[i], found[i + 1] if i + 1 < len(found) else None
        if quantity.kind == "share" and quantity.value is not None and not quantity.unit:
            each = _EACH_YEAR.match(text, quantity.end - offset)
            beside = following and following.unit == _PER_YEAR and _is_beside(quantity, following, text, offset)
            if each or beside or (annual and _ANNUAL.search(text[: quantity.start - offset])):
                found[i] = replace(quantity, unit=_PER_YEAR, end=each.end() + offset if each else quantity.end)
    if not any(q.unit == _PER_YEAR for q in found):
        return found
    return [replace(q, unit=_PER_YEAR) if _is_rate(q, text[: q.start - offset]) else q for q in found]


def _is_rate(quantity: Quantity, before: str) -> bool:
    """`the rate of A was 2.1% per year …, and the rates of B were 3.5% and 3.9%`: of B it is that of a year, too."""
    bare = quantity.kind == "share" and quantity.value is not None and not quantity.unit and quantity.count is None
    return bare and _RATES.search(before) is not None


def _is_beside(left: Quantity, right: Quantity, text: str, offset: int) -> bool:
    """Whether two values are compared with each other."""
    return patterns.COMPARING.fullmatch(text[left.end - offset : right.start - offset]) is not None


def _of_bracket(found: list[Quantity], start: int, unit: str) -> list[Quantity]:
    """`Median survival (months) was 5.6 with A and 3.4 with B`, up to the name of a ratio."""
    end = next((q.start for q in found if q.start >= start and q.kind == "effect"), found[-1].end if found else start)
    return [
        replace(q, kind="duration", unit=unit)
        if q.kind == "number" and not (q.name or q.unit) and start <= q.start < end
        else q
        for q in found
    ]


def _fractions(found: list[Quantity], text: str, start: int, offset: int) -> list[Quantity]:
    """`the probability of survival was 0.58 with A and 0.28 with B`, up to the name of a ratio."""
    end = next((q.start for q in found if q.start - offset >= start and q.kind == "effect"), len(text) + offset)
    return [
        replace(q, kind="share", unit="probability")
        if q.kind == "number" and start <= q.start - offset < end - offset and _is_fraction(q, text, offset)
        else q
        for q in found
    ]


def _percentages(found: list[Quantity], text: str, start: int, offset: int, *, sure: bool) -> list[Quantity]:
    """`(A/B, %): rash (16/14), cough (6/8)`, `(%; A vs B): rash 16 vs 14`: shares behind a header with their unit."""
    graded = [q for q in found if q.kind == "grade"]
    pairs = [p for p in _PAIR.finditer(text, start) if not any(q.start <= p.start() + offset < q.end for q in graded)]
    if not sure and all(Decimal(pair[1]) <= Decimal(pair[2]) for pair in pairs):
        pairs = []  # 6/8 may be six of eight
    shares = [
        Quantity(kind="share", start=pair.start(side) + offset, end=pair.end(side) + offset, value=Decimal(pair[side]))
        for pair in pairs
        for side in (1, 2)
    ]
    kept = [q for q in found if not any(q.start <= share.start < q.end for share in shares)]
    bare = [q.kind == "number" and not q.unit and q.start - offset >= start for q in kept]
    named = [replace(q, kind="share") if is_bare else q for q, is_bare in zip(kept, bare, strict=True)]
    return sorted([*named, *shares], key=lambda q: q.start)


def _is_fraction(quantity: Quantity, text: str, offset: int) -> bool:
    printed = text[quantity.start - offset : quantity.end - offset]
    return quantity.value is not None and not quantity.unit and 0 <= quantity.value <= 1 and "." in printed


def _share_units(found: list[Quantity], text: str, offset: int) -> list[Quantity]:
    """`2.8 v 1.8 months`, `41.4 (range 30-50) and 22.9%`: a bare number takes the unit of the one it stands with."""
    for i in range(len(found) - 2, -1, -1):
        left = found[i]
        if left.kind != "number" or left.unit:
            continue
        k = next((k for k in range(i + 1, len(found)) if found[k].kind not in _BESIDE), len(found))
        right = found[k] if k < len(found) else left
        between = _BRACKETED.sub("", text[left.end - offset : right.start - offset])
        if right is left or not patterns.COMPARING.fullmatch(between):
            continue
        if right.kind in {"duration", "amount"} or (right.kind == "number" and right.unit):
            found[i] = replace(left, kind=right.kind, unit=right.unit)
        elif right.kind == "share" and right.count is None and left.value is not None and left.value <= 100:
            found[i] = replace(left, kind="share", unit=right.unit)
    return found


def _take_units(found: list[Quantity], text: str, offset: int) -> list[Quantity]:
    """`8.7 days (95% CI 4.8-12.6) on A vs 20.6 (95% CI 11.9-29.3) on B`: the second takes the unit of the first."""
    for k in range(1, len(found)):
        first = next((q for q in reversed(found[:k]) if q.kind not in _BESIDE), found[k])
        bare = found[k].kind == "number" and not (found[k].unit or found[k].name)
        if bare and first.kind == "duration" and _are_placed_alike(first, found[k], text, offset):
            found[k] = replace(found[k], kind=first.kind, unit=first.unit)
    for k in range(3, len(found)):
        number, interval = found[k - 1], found[k]
        bare = number.kind == "number" and not number.unit and interval.kind == "interval"
        if not bare or text[number.end - offset : interval.start - offset].strip() not in {"(", "["}:
            continue
        before = [q for q in found[: k - 1] if q.kind not in {"number", "size"}][-2:]
        timed = len(before) > 1 and before[0].kind in {"duration", "amount"} and before[1].kind == "interval"
        if timed and _VERSUS.search(text, before[1].end - offset, number.start - offset):
            found[k - 1] = replace(number, kind=before[0].kind, unit=before[0].unit)
    return found


def _are_placed_alike(first: Quantity, second: Quantity, text: str, offset: int) -> bool:
    """Whether two values stand before groups that the same word places: `43 months for A and 31 for B`."""
    behind = _BRACKETED.sub("", text[second.end - offset :])
    one = _PLACED.fullmatch(_BRACKETED.sub("", text[first.end - offset : second.start - offset]))
    other = _PLACED_TOO.match(behind) if one else None
    return one is not None and other is not None and one["by"] == other["by"]


def _repeated_times(found: list[Quantity], text: str, offset: int) -> list[Quantity]:
    """`after 12 months (31% v 22%) and 24 months (16% v 10%)`: the second duration is a time point too."""
    for i in range(1, len(found) - 1):
        this, following = found[i], found[i + 1]
        opens = text[this.end - offset : following.start - offset].strip() in {"(", "["}
        if this.kind == "duration" and opens and following.kind == "share" and any(q.kind == "time" for q in found[:i]):
            found[i] = replace(this, kind="time", name=f"{this.value} {this.unit}")
    return found
