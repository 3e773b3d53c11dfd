"""What a number is: counts, percentages, durations, intervals, p values, and the numbers that are no results.

Offsets are those of the text given. Later patterns never claim characters that an earlier one has taken.
"""

import re
from decimal import Decimal
from typing import Final, TypedDict

from ...needed_words import fold, may_match
from . import numerals, patterns
from .grade_lists import with_grades
from .mean_patterns import (
    ANNOUNCED,
    CHANGED_TWICE,
    COUNTED_DAYS,
    MEASURED_TWICE,
    PERCENT_CHANGED_TWICE,
    SIGNED_ALONE,
    SIGNED_TWICE,
)
from .number_patterns import TIME_UNIT
from .quantity import Quantity
from .shared_units import with_units
from .time_lists import listed_times

_DIGIT: Final = re.compile(r"\d")
_CENTRES: Final = ("mean", "median", "averag")
_IN_WORDS: Final = frozenset({"share", "time", "grade", "effect", "status"})
"""What a sentence without a digit may hold: `two patients`, `not reached`."""

_SPREAD: Final = re.compile(r"\s?[(\[](?:(?:\d\d(?:\.\d)?\s?% ?)?(?:CI|confidence)\b|[Pp]\s?[<=>])[^()\[\]]*[)\]]")
"""What is printed in brackets about a value."""
_DASHES: Final = ("-", "−", "–")
_DASHED: Final = re.compile(r"\s[-−–]\s\d")
_WORD: Final = re.compile(
    r"(?<!\bwas)(?<!\bwere)(?<!\bby)(?<!\bof)(?<!\bto)(?<!\bfrom)(?<!\band)(?<!\bor)(?<!\bvs)(?<!\bthan)(?<!\bwith)"
    r"(?<=[A-Za-z)])\s$"
)
_CHANGES: Final = re.compile(
    r"\b(?:chang|reduc|decreas|declin|increas|fall|fell|drop|los[st]|gain|lower|differences?\b|variation|mean|median)"
)
"""What a value below zero is told of."""
_PARTIAL: Final = re.compile(r"\bPRs?\b(?:[^.]|\.\d){1,20}$")


_GOAL: Final = re.compile(
    r"(?:[<>≤≥=]\s?|\b(?:below|than|under|goal of|target of|or)\s)(?:[\d.]+/)?$|[\d.]/[-−–]?[\d.]+/$", re.IGNORECASE
)
_DONE: Final = re.compile(
    r"\b(?:reported|experienced|achieved|attained|reached|maintained|described|noted) by \d[^.;]{1,120}?"
    r"\b(?:and|versus|vs\.?|than|compared (?:with|to)) $",
    re.IGNORECASE,
)


class _Place(TypedDict):
    start: int
    end: int


def find_quantities(text: str, offset: int = 0) -> list[Quantity]:
    """Find the typed quantities of a stretch of text, in order, none overlapping; `offset` is added to each place.

    >>> [(q.kind, q.count, q.value, q.total) for q in find_quantities("in 136 (77%) of 177 patients")]
    [('share', 136, Decimal('77'), 177)]
    >>> [(q.kind, q.low, q.high, q.level) for q in find_quantities("(99% CI 0.32-0.89; one-sided p=0.0007)")][0]
    ('interval', Decimal('0.32'), Decimal('0.89'), Decimal('99'))
    """
    taken = bytearray(len(text))
    found = list(listed_times(text, offset))
    for time in found:
        taken[time.start - offset : time.end - offset] = b"\1" * (time.end - time.start)
    numbered, folded = _DIGIT.search(text) is not None, fold(text)
    told = tuple(form for announced, form in ANNOUNCED if may_match(announced, folded) and announced.search(text))
    averaged = any(word in folded for word in _CENTRES) or _is_changed_twice(text, folded)
    fits = {"plain": averaged, "days": may_match(COUNTED_DAYS, folded) and COUNTED_DAYS.search(text) is not None}
    for kind, pattern in (*told, *patterns.ORDERED):
        if not fits.get(kind, numbered or kind in _IN_WORDS) or not may_match(pattern, folded):
            continue
        for match in pattern.finditer(text):
            start, end = match.span("d" if kind == "difference" else 0)
            if start < end and not any(taken[start:end]) and not any(no(text, match) for no in _MISTAKEN):
                quantity = _build(kind, match.groupdict(), start + offset, end + offset)
                if quantity is not None and not (kind == "plain" and _is_of_goal(text, match)):
                    taken[start:end] = b"\1" * (end - start)
                    found.append(quantity)
    found.sort(key=lambda q: q.start)
    return with_grades(with_units(found, text, offset), text, offset)


def _is_response(text: str, match: re.Match[str]) -> bool:
    """`CR 10%, PR 24%, SD 40%`: stable disease, where elsewhere SD is a standard deviation."""
    place = match[0].find("SD")
    return place >= 0 and _PARTIAL.search(text, 0, match.start() + place) is not None


def _is_dash(text: str, match: re.Match[str]) -> bool:
    """`survival was better with A - 66% against 41%`: a dash parts the figure from the words, and is no minus sign."""
    if match[0][:1] not in _DASHES or not match[0][1:2].isspace() or _CHANGES.search(text):
        return False
    return _WORD.search(text, 0, match.start()) is not None and len(_DASHED.findall(text)) == 1


def _is_done_by(text: str, match: re.Match[str]) -> bool:
    """`was reported by 5% with A and by 8% with B`: the second share too counts those who did, and is no change."""
    return match[0][:3] == "by " and _DONE.search(text, 0, match.start()) is not None


_MISTAKEN: Final = (_is_response, _is_dash, _is_done_by)
"""What looks like something else."""


def _is_of_goal(text: str, match: re.Match[str]) -> bool:
    """`below 140/90 mm Hg`, `-2/-4/-5 mm Hg`: a limit, or more than two values at once."""
    first = match.end() < len(text) and text[match.end()] == "/"
    place = match.start() if first else match.start() - 1
    paired = first or text[place : match.start()] == "/"
    return paired and _GOAL.search(text, 0, match.start()) is not None


def _is_changed_twice(text: str, folded: str) -> bool:
    text = _SPREAD.sub("", text)
    return any(
        may_match(pattern, folded) and pattern.search(text)
        for pattern in (PERCENT_CHANGED_TWICE, CHANGED_TWICE, MEASURED_TWICE, SIGNED_TWICE, SIGNED_ALONE)
    )


def _build(kind: str, groups: dict[str, str | None], start: int, end: int) -> Quantity | None:
    """Turn one match into a quantity; None where the numbers can't be what the pattern takes them for."""
    g = {name: text for name, text in groups.items() if text is not None}
    place = _Place(start=start, end=end)
    match kind:
        case "interval":
            low, high = numerals.bound(g["low"]), numerals.bound(g["high"])
            if isinstance(low, Decimal) and isinstance(high, Decimal) and low > high:
                return None
            level = numerals.decimal(g["level"]) if "level" in g else None
            return Quantity(kind="interval", low=low, high=high, level=level, **place)
        case "bare interval":
            low, high = numerals.bound(g["low"]), numerals.bound(g["high"])
            return Quantity(kind="interval", low=low, high=high, unit=g.get("unit", ""), name="bare", **place)
        case "mean" | "median":
            unit = g.get("unit") or g.get("behind", "")
            timed = re.fullmatch(TIME_UNIT, unit, re.IGNORECASE) is not None
            measured = "share" if unit == "%" else "duration" if timed else "amount" if unit else "number"
            unit = "" if unit == "%" else numerals.unit(unit) if timed else unit
            return Quantity(kind=measured, value=numerals.decimal(g["v"]), unit=unit, name=kind, **place)
        case "p":
            sides = numerals.sides(g.get("sides", "") + g.get("sides2", ""))
            relation = numerals.RELATIONS[g["rel"].replace(" ", "").lower()]
            value = numerals.scaled(g["p"], g.get("power") or g.get("exponent", "0"))
            kind = "p" if value <= 1 else "other"
            return Quantity(kind=kind, value=value, relation=relation, sides=sides, **place)
        case "share":
            return _share(g, place)
        case "difference":
            unit = _unit_of(g.get("unit") or g.get("unit2") or g.get("time", ""), g["d"])
            return Quantity(kind="difference", value=numerals.decimal(g["v"]), unit=unit, **place)
        case "duration" | "amount":
            unit = numerals.unit(g["unit"]) if kind == "duration" else g["unit"]
            return Quantity(kind=kind, value=numerals.decimal(g["v"]), unit=unit, **place)
        case "number":
            return Quantity(kind="number", value=numerals.decimal(g["v"]), **place)
        case "plain" | "days":
            told = "number" if "unit" in g else "share"
            return Quantity(kind=told, value=numerals.decimal(g["v"]), unit=g.get("unit", ""), name="plain", **place)
        case "status":
            return Quantity(kind="status", status=numerals.status(g["s"]), **place)
        case "size":
            return Quantity(kind="size", count=numerals.integer(g["n"]), **place)
        case "effect":
            return Quantity(kind="effect", name=numerals.effect(g["e"]), **place)
        case "grade":
            return Quantity(kind="grade", name=numerals.grade(g), **place)
        case "time":
            return Quantity(kind="time", name=numerals.time_point(g), **place)
        case "sensitivity":
            return Quantity(kind="other", name="sensitivity", **place)
        case _:
            return Quantity(kind="other", level=numerals.decimal(g["level"]) if "level" in g else None, **place)


def _unit_of(unit: str, difference: str) -> str:
    """The unit of a difference; none where it is told of means."""
    if re.fullmatch(TIME_UNIT, unit, re.IGNORECASE):
        return numerals.unit(unit)
    return "percent" if unit == "%" or (not unit and "%" in difference) else unit


def _share(g: dict[str, str], place: _Place) -> Quantity | None:
    count = numerals.integer(g["n"]) if "n" in g else None
    total = numerals.integer(g["N"]) if "N" in g else None
    value = numerals.decimal(g["v"]) if "v" in g else None
    value = Decimal(numerals.integer(g["words"])) if "words" in g else value
    unit = " ".join(g.get("unit", "").split())
    if (value is not None and value > 100 and not unit) or (count is not None and total is not None and count > total):
        return None
    relation = numerals.RELATIONS.get(g.get("rel", "=").lower().replace("less than", "<"), "=")
    return Quantity(kind="share", value=value, count=count, total=total, relation=relation, unit=unit, **place)
