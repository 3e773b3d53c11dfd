"""Drugs known by what stands beside them: `ixazomib-zorvatin`, `cisplatin, zorvatin, and docetaxel`, `30 mg zorvatin`.

A word that is in no everyday or medical English is the name of a drug where it is listed with drugs, or has a dose.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from spacy.tokens import Doc, Token

from .entity import Entity

TIGHT: Final = frozenset({"-", "–", "/", "+", "plus"})
LOOSE: Final = frozenset({"and", "or", "versus", "vs", "vs."})
PARTS: Final = frozenset({"acetate", "acid", "chloride", "citrate", "extract", "oil", "oxide", "palmitate", "sulfate"})
"""What follows a word that is the first of a name only."""
ROUNDS: Final = 3
"""How many unknown names of a list may stand beside each other."""
REACH: Final = 40
"""Characters before a word in which its dose stands."""
_UNIT: Final = r"(?:mg|[µμ]g|mcg|IU)(?!\s?/\s?[dm]?[Ll]\b)"
_DOSE_BEFORE: Final = re.compile(rf"\d\s?{_UNIT}(?:\s?/\s?(?:m2|m²|kg|day|d|24 h|h))*\s(?:of\s)?$")
_DOSE_BEHIND: Final = re.compile(rf"\s(?:at\s|[(\[])?\d[\d.,]*\s?{_UNIT}\b")


class Place(NamedTuple):
    """A drug, and whether what stands beside it leaves no doubt."""

    entity: Entity
    sure: bool


def joined(doc: Doc, words: list[int], drugs: set[int]) -> Iterator[Place]:
    """Give the words, of some rare ones by their places, that have a dose or are listed with drugs.

    `drugs` are the places of the tokens of known drugs; what is found is known for the words beside it.
    """
    known, left = set(drugs), [i for i in words if i + 1 == len(doc) or doc[i + 1].lower_ not in PARTS]
    text: str = doc.text
    for _ in range(ROUNDS):
        sure = {i for i in left if _is_dosed(doc[i], text) or _is_listed(doc, i, known)}
        found = sure | {i for i in left if any(joint in LOOSE for joint, _ in _drugs_beside(doc, i, known))}
        yield from (Place(Entity(i, i + 1, "Chemical"), i in sure) for i in sorted(found))
        known |= found
        left = [i for i in left if i not in found]


def _is_dosed(token: Token, text: str) -> bool:
    start, end = token.idx, token.idx + len(token)
    return bool(_DOSE_BEHIND.match(text, end) or _DOSE_BEFORE.search(text[max(0, start - REACH) : start]))


def _is_listed(doc: Doc, at: int, drugs: set[int]) -> bool:
    """Whether a word is bound to a drug, or stands in a list of at least two."""
    beside = _drugs_beside(doc, at, drugs)
    commas = [step for joint, step in beside if joint == ","]
    bound = any(joint in TIGHT for joint, _ in beside)
    return bound or len(commas) > 1 or any(_goes_on(doc, at + 2 * step, step, drugs) for step in commas)


def _drugs_beside(doc: Doc, at: int, drugs: set[int]) -> list[tuple[str, int]]:
    """What joins a word to a drug beside it, and on which side."""
    return [(doc[at + step].lower_, step) for step in (-1, 1) if at + 2 * step in drugs]


def _goes_on(doc: Doc, at: int, step: int, drugs: set[int]) -> bool:
    """Whether the list of a drug goes on beyond it with another: `, cisplatin, and docetaxel`."""
    while at in drugs:
        at += step
    end = at
    while abs(end - at) < 2 and 0 <= end < len(doc) and doc[end].lower_ in LOOSE | {","}:
        end += step
    return end != at and end in drugs
