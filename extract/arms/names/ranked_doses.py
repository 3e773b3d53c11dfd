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
    r"\b(?<!two )(?<!both )(?P<rank>low|lower|lowest|medium|intermediate|middle|mid|high|higher|highest)[- ]doses?\s"
    rf"(?:(?!and\b|or\b|of\b|with\b|in\b)[\w-]+\s)?(?:groups?|arms?|cohorts?|regimens?|recipients|{PEOPLE})\b",
    re.IGNORECASE,
)
_DOSE: Final = re.compile(r"(?P<amount>\d+(?:\.\d+)?)\s?(?P<unit>[a-zµμ]+(?:/[\w²]+)*)")
_THREE: Final = 3


def by_rank(text: str, start: int, end: int, registry: ArmRegistry) -> Iterator[tuple[int, int, tuple[ArmEntry, ...]]]:
    """Find such phrases, each with the one arm that it means."""
    for match in _RANKED.finditer(text, start, end):
        ranked = _by_dose(registry)
        rank = match["rank"].lower()
        if len(ranked) > 1 and rank.startswith(("low", "high")):
            yield match.start(), match.end(), (ranked[0 if rank.startswith("low") else -1],)
        elif len(ranked) == _THREE and not rank.startswith(("low", "high")):
            yield match.start(), match.end(), (ranked[1],)


def _by_dose(registry: ArmRegistry) -> list[ArmEntry]:
    """The arms that differ in their dose alone, lowest first; none where they differ in more."""
    told = [(entry, dose) for entry in registry.entries if (dose := _DOSE.fullmatch(entry.variant))]
    amounts = {Decimal(dose["amount"]) for _, dose in told}
    alike = len({entry.drugs for entry, _ in told}) == len({dose["unit"] for _, dose in told}) == 1
    if not alike or len(amounts) < len(told):
        return []
    return [entry for entry, _ in sorted(told, key=lambda pair: Decimal(pair[1]["amount"]))]
