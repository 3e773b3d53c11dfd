"""What a number is: counts, percentages, durations, intervals, p values, and the numbers that are no results.

Offsets are those of the text given. Later patterns never claim characters that an earlier one has taken.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, Literal, TypedDict

from ...ontology.facts import Relation, Status
from ..needed_words import fold, may_match
from . import numerals, patterns

QuantityKind = Literal[
    "share", "duration", "amount", "number", "status", "interval", "p", "size", "effect", "grade", "time", "difference",
    "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One typed number, or a word that stands for one; which fields are set depends on the kind.

    `share`: value in percent, count, total. `duration`, `amount`: value and unit. `number`: a bare value.
    `status`: not reached or not estimable. `interval`: low, high, level. `p`: relation, value, sides.
    `size`: `n = 97`. `effect`: the name of a ratio. `grade`: grade. `time`: a time point.
    `difference`: value and unit of an absolute difference between arms. `other`: absorbed.
    """

    kind: QuantityKind
    start: int
    end: int
    value: Decimal | None = None
    relation: Relation = "="
    unit: str = ""
    count: int | None = None
    total: int | None = None
    status: Status | None = None
    low: Decimal | Status | None = None
    high: Decimal | Status | None = None
    level: Decimal | None = None
    sides: Literal[1, 2] | None = None
    name: str = ""


_DIGIT: Final = re.compile(r"\d")
_IN_WORDS: Final = frozenset({"share", "time", "grade", "effect", "status"})
"""What a sentence without a digit may hold: `two patients`, `not reached`."""
_NEEDED: Final[dict[str, tuple[str, ...]]] = {
    "interval": ("CI", "C.I", "CL", "CrI", "onfiden", "ONFIDEN", "redible"),
    "p": ("=", "<", ">", "≤", "≥"),
    "mean": ("±", "+/-", "+-"),
    "difference": ("ifference", "bsolute", "ncrement"),
    "grade": ("rade", "RADE", "gr.", "G", "CTC"),
}
"""What has to be printed, one or the other, for there to be such a quantity: cheaper to look for than the pattern."""
_BESIDE: Final = frozenset({"interval", "p", "other"})
"""What is printed about a value: skipped where the unit is looked for."""
_BRACKETED: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


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
    found: list[Quantity] = []
    numbered, folded = _DIGIT.search(text) is not None, fold(text)
    for kind, pattern in patterns.ORDERED:
        if not (numbered or kind in _IN_WORDS) or not may_match(pattern, folded):
            continue
        if kind in _NEEDED and not any(sign in text for sign in _NEEDED[kind]):
            continue
        for match in pattern.finditer(text):
            start, end = match.span("d" if kind == "difference" else 0)
            if start < end and not any(taken[start:end]):
                quantity = _build(kind, match.groupdict(), start + offset, end + offset)
                if quantity is not None:
                    taken[start:end] = b"\1" * (end - start)
                    found.append(quantity)
    found.sort(key=lambda q: q.start)
    return _repeated_times(_share_units(found, text, offset), text, offset)


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
            return Quantity(kind="interval", low=low, high=high, name="bare", **place)
        case "mean":
            measured = (
                "share" if "percent" in g else "duration" if "time" in g else "amount" if "unit" in g else "number"
            )
            unit = numerals.unit(g["time"]) if "time" in g else g.get("unit", "")
            return Quantity(kind=measured, value=numerals.decimal(g["v"]), unit=unit, name="mean", **place)
        case "p":
            sides = numerals.sides(g.get("sides", "") + g.get("sides2", ""))
            relation = numerals.RELATIONS[g["rel"].replace(" ", "")]
            return Quantity(kind="p", value=numerals.decimal(g["p"]), relation=relation, sides=sides, **place)
        case "share":
            return _share(g, place)
        case "difference":
            unit = numerals.unit(g["time"]) if "time" in g else "percent"
            return Quantity(kind="difference", value=numerals.decimal(g["v"]), unit=unit, **place)
        case "duration" | "amount":
            unit = numerals.unit(g["unit"]) if kind == "duration" else g["unit"]
            return Quantity(kind=kind, value=numerals.decimal(g["v"]), unit=unit, **place)
        case "number":
            return Quantity(kind="number", value=numerals.decimal(g["v"]), **place)
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
        case _:
            return Quantity(kind="other", level=numerals.decimal(g["level"]) if "level" in g else None, **place)


def _share(g: dict[str, str], place: _Place) -> Quantity | None:
    count = numerals.integer(g["n"]) if "n" in g else None
    total = numerals.integer(g["N"]) if "N" in g else None
    value = numerals.decimal(g["v"]) if "v" in g else None
    value = Decimal(numerals.integer(g["words"])) if "words" in g else value
    if (value is not None and value > 100) or (count is not None and total is not None and count > total):
        return None
    relation = numerals.RELATIONS.get(g.get("rel", "=").lower().replace("less than", "<"), "=")
    return Quantity(kind="share", value=value, count=count, total=total, relation=relation, **place)


def _share_units(found: list[Quantity], text: str, offset: int) -> list[Quantity]:
    """`2.8 v 1.8 months`, `41.4 (range 30-50) and 22.9%`: a bare number takes the unit of the one it stands with."""
    for i in range(len(found) - 2, -1, -1):
        left = found[i]
        if left.kind != "number":
            continue
        k = next((k for k in range(i + 1, len(found)) if found[k].kind not in _BESIDE), len(found))
        right = found[k] if k < len(found) else left
        between = _BRACKETED.sub("", text[left.end - offset : right.start - offset])
        if right is left or not patterns.COMPARING.fullmatch(between):
            continue
        if right.kind == "duration" or (right.kind == "amount"):
            found[i] = replace(left, kind=right.kind, unit=right.unit)
        elif right.kind == "share" and right.count is None and left.value is not None and left.value <= 100:
            found[i] = replace(left, kind="share")
    return found


def _repeated_times(found: list[Quantity], text: str, offset: int) -> list[Quantity]:
    """`after 12 months (31% v 22%) and 24 months (16% v 10%)`: the second duration is a time point too."""
    for i in range(1, len(found) - 1):
        this, following = found[i], found[i + 1]
        opens = text[this.end - offset : following.start - offset].strip() in {"(", "["}
        if this.kind == "duration" and opens and following.kind == "share" and any(q.kind == "time" for q in found[:i]):
            found[i] = replace(this, kind="time", name=f"{this.value} {this.unit}")
    return found
