"""Arms told by the rank of their dose: `the low-dose group`, `high-dose A patients`, where they differ by nothing else.

Offsets are those of the text given.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from ...people import PEOPLE
from ...wordings import Wording
from ..registry import ArmEntry, ArmRegistry

_RANKED: Final = Wording(
    r"\b(?<!two )(?<!both )"
    r"(?P<rank>low(?:er|est)?|standard|conventional|medium|intermediate|middle|mid|high(?:er|est)?)[- ]doses?\s"
    rf"(?:(?!and\b|or\b|of\b|with\b|in\b)[\w-]+\s)?(?:groups?|arms?|cohorts?|regimens?|recipients|{PEOPLE})\b",
    re.IGNORECASE,
)
_DOSE: Final = re.compile(r"(?P<amount>\d+(?:\.\d+)?)\s?(?P<unit>[a-zµμ]+(?:/[\w²]+)*)")
_USUAL: Final = ("standard", "conventional")
_OTHER: Final = re.compile(r"\b(?P<rank>low|high)(?:er)?[- ]dose", re.IGNORECASE)
_TWO, _THREE = 2, 3


def by_rank(text: str, start: int, end: int, registry: ArmRegistry) -> Iterator[tuple[int, int, tuple[ArmEntry, ...]]]:
    """Find such phrases, each with the one arm that it means."""
    for match in _RANKED.finditer(text, start, end):
        ranked = _by_dose(registry)
        rank = match["rank"].lower()
        if rank in _USUAL:
            rank = _beside(text) if len(ranked) == _TWO else ""
        if len(ranked) > 1 and rank.startswith(("low", "high")):
            yield match.start(), match.end(), (ranked[0 if rank.startswith("low") else -1],)
        elif rank and len(ranked) == _THREE and not rank.startswith(("low", "high")):
            yield match.start(), match.end(), (ranked[1],)


def _beside(text: str) -> str:
    """The rank of the standard dose of two, by what a text calls the other: high, if that is low."""
    others = {match["rank"].lower() for match in _OTHER.finditer(text)}
    return {"low": "high", "high": "low"}[others.pop()] if len(others) == 1 else ""


def _by_dose(registry: ArmRegistry) -> list[ArmEntry]:
    """The arms that differ in their dose alone, lowest first; none where they differ in more."""
    told = [(entry, dose) for entry in registry.entries if (dose := _DOSE.fullmatch(entry.variant))]
    amounts = {Decimal(dose["amount"]) for _, dose in told}
    alike = len({entry.drugs for entry, _ in told}) == len({dose["unit"] for _, dose in told}) == 1
    if not alike or len(amounts) < len(told):
        return []
    return [entry for entry, _ in sorted(told, key=lambda pair: Decimal(pair[1]["amount"]))]
