"""Do two statements agree? Figures as far as they were rounded, p values by their sides, designs, phases, sponsors.

Figures are texts as printed, because their digits tell how far they were rounded: 0.53 and 0.531 agree.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

Figures = Mapping[str, str]
DESIGNS: Final = {
    "open-label": "masking",
    "double-blind": "masking",
    "placebo-controlled": "masking",
    "single-arm": "allocation",
    "randomized": "allocation",
}
"""Designs that can exclude each other, with what they tell of a trial."""
_EXCLUSIVE: Final = ({"open-label", "double-blind"}, {"open-label", "placebo-controlled"}, {"single-arm", "randomized"})
_ANY_SPONSOR: Final = frozenset(
    "and of the for a inc ltd llc co company corporation pharma pharmaceutical pharmaceuticals group university".split()
)
_NOT_TREATED: Final = 0.05
"""The share of an arm that may have been assigned to it and never treated: some count these, others don't."""
_Range = tuple[Decimal, Decimal]


@dataclass(frozen=True, slots=True, order=True)
class Stated:
    """A claim's figures as one document has them."""

    document: str
    claim: str
    figures: Figures


def rounded_equal(left: str, right: str) -> bool:
    """Tell whether two printed numbers agree as far as the coarser one goes.

    >>> rounded_equal("0.53", "0.531"), rounded_equal("0.50", "0.53"), rounded_equal("0.5", "0.53")
    (True, False, True)
    """
    one, other = Decimal(left), Decimal(right)
    return abs(one - other) <= max(_half_unit(one), _half_unit(other))


def p_values_agree(left: Figures, right: Figures) -> bool:
    """Tell whether two p values can be the same one: a one-sided p is half of the two-sided.

    Where one side is not told how many it counts, both ways of reading it are tried.

    >>> one, two = {"pValue": "0.0007", "pSides": "1"}, {"pValue": "0.0013", "pSides": "2"}
    >>> p_values_agree(one, two), p_values_agree(one, {**two, "pSides": "1"})
    (True, False)
    >>> p_values_agree({"pValue": "0.001", "pRelation": "<"}, {"pValue": "0.0004"})
    True
    """
    if left.get("pSides") == right.get("pSides"):
        return _overlap(_p_range(left, 1), _p_range(right, 1))
    return any(_overlap(one, other) for one in _two_sided(left) for other in _two_sided(right))


def attributes_agree(attribute: str, left: str, right: str) -> bool:
    """Tell whether two values of one property of a trial can both be true.

    >>> attributes_agree("phase", "1", "1b"), attributes_agree("phase", "2", "3")
    (True, False)
    >>> attributes_agree("sponsor", "Sanofi", "Sanofi-Aventis"), attributes_agree("sponsor", "Sanofi", "Amgen")
    (True, False)
    >>> attributes_agree("design", "open-label", "double-blind")
    False
    >>> attributes_agree("size", "179", "177"), attributes_agree("size", "179", "123")
    (True, False)
    """
    match attribute:
        case "design":
            return {left, right} not in _EXCLUSIVE
        case "phase" if left != right:
            return _steps(left) == _steps(right) and not (_parts(left) and _parts(right))
        case "sponsor" if left != right:
            return not _names(left).isdisjoint(_names(right))
        case "size":
            return abs(int(left) - int(right)) <= _NOT_TREATED * max(int(left), int(right))
        case _:
            return left == right


def _half_unit(number: Decimal) -> Decimal:
    """Give half of the last printed digit's unit."""
    return Decimal(5).scaleb(int(number.as_tuple().exponent) - 1)


def _p_range(figures: Figures, times: int) -> _Range:
    """Give the least and the greatest that a printed p value, taken so many times, can be."""
    value, relation = Decimal(figures["pValue"]), figures.get("pRelation", "=")
    if relation != "=":
        return (value * times, Decimal(1)) if ">" in relation else (Decimal(0), value * times)
    return (value - _half_unit(value)) * times, (value + _half_unit(value)) * times


def _two_sided(figures: Figures) -> list[_Range]:
    ways = {"1": (2,), "2": (1,)}.get(figures.get("pSides", ""), (1, 2))
    return [_p_range(figures, times) for times in ways]


def _overlap(one: _Range, other: _Range) -> bool:
    return max(one[0], other[0]) < min(one[1], other[1])


def _steps(phase: str) -> set[str]:
    return set(re.findall(r"\d+", phase))


def _parts(phase: str) -> set[str]:
    return set(re.findall(r"\d+[a-z]", phase))


def _names(sponsor: str) -> set[str]:
    return set(re.findall(r"\w+", sponsor.casefold())) - _ANY_SPONSOR
