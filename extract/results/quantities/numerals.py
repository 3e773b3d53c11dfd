"""What printed numbers and the words beside them mean: counts, bounds, units of time, names of ratios, grades."""

import re
from decimal import Decimal
from typing import Final, Literal

from ....ontology.facts import Relation, Status
from ...number_words import read_count

RELATIONS: Final[dict[str, Relation]] = {
    "<": "<", ">": ">", "=": "=", "≤": "<=", "≥": ">=", "<=": "<=", ">=": ">=", "lessthan": "<", "greaterthan": ">",
}  # fmt: skip


def decimal(text: str) -> Decimal:
    """Read a printed number: `1,030`, `.07`, `−0.5`."""
    return Decimal(re.sub(r"[,\u202f ]", "", text).replace("−", "-").replace("–", "-").lstrip("+"))


def scaled(text: str, power: str) -> Decimal:
    """Read a small number printed with a power of ten.

    >>> scaled("7.8", "22")
    Decimal('7.8E-22')
    """
    return decimal(text).scaleb(-int(power))


def integer(text: str) -> int:
    """Read a count in digits or words: `1,034`, `six`, `twenty-one`, `none`."""
    first = text.split()[0].lower()
    return 0 if first in {"none", "no"} else read_count(text)


def status(text: str) -> Status:
    """Read the words that stand where a number should."""
    return "notReached" if re.search(r"reached|attained|^NR$|∞", text) else "notEstimable"


def bound(text: str) -> Decimal | Status:
    """Read one limit of an interval."""
    return decimal(text) if re.search(r"\d", text) else status(text)


def sides(text: str) -> Literal[1, 2] | None:
    """Read how many sides a test has."""
    return None if not text else 1 if text[0] in "o1O" else 2


def unit(text: str) -> str:
    """Read a unit of time as its plural word."""
    first = text.lower()
    for stem, word in (
        ("mo", "months"),
        ("w", "weeks"),
        ("d", "days"),
        ("y", "years"),
        ("h", "hours"),
        ("min", "minutes"),
    ):
        if first.startswith(stem):
            return word
    return first


def effect(text: str) -> str:
    """Name the measure of a ratio."""
    low = text.lower()
    if "hazard" in low or "hr" in low:
        return "hazardRatio"
    return "oddsRatio" if "odds" in low or low.startswith(("or", "aor")) else "relativeRisk"


_SPELLED: Final = {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5"} | {
    word: str(place) for place, word in enumerate(("ONE", "TWO", "THREE", "FOUR", "FIVE"), 1)
}


def grade(groups: dict[str, str]) -> str:
    """Write a grade as the vocabulary does: `any`, `3`, `>=3`, `3-4`."""
    if "any" in groups:
        return "any"
    first = _SPELLED.get(groups["g1"].upper(), groups["g1"])
    if "gt" in groups:
        return f">={int(first) + 1}"
    if groups.keys() & {"ge", "up", "up_behind", "plus"}:
        return f">={first}"
    last = groups.get("g3") or groups.get("g2")
    return f"{first}-{_SPELLED.get(last.upper(), last)}" if last else first


def time_point(groups: dict[str, str]) -> str:
    """Write a time point as `12 months`."""
    number = groups["v"] if groups["v"][0] in ".0123456789" else str(integer(groups["v"]))
    word = unit(groups["unit"])
    return f"{number} {word}"
