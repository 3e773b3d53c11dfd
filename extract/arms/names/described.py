"""The words that describe an arm where it is introduced: `perioperative chemotherapy with A`, `an autograft`.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from typing import Final

from ...annotated import AnnotatedText
from ..allocation.alternatives import TO_ARMS
from ..registry import ArmEntry
from ..treatments.classes import classes_of
from ..treatments.named import Names
from ..treatments.regimens import Expression, find_expressions

_WORD: Final = re.compile(r"\b(?!(?:and|with|plus|the|followed)\b)[A-Za-z][\w/+-]{2,}")
_BEFORE: Final = re.compile(
    r"(?<![\w-])(?:(?!(?:to|or|and|with|of|for|in|either|receive|versus|vs|plus)\b)[A-Za-z][\w-]*\s+){1,3}$"
)


_BEHIND: Final = re.compile(
    r"(?:\s*\([^()]*\))?((?:\s(?!(?:to|or|and|with|of|for|in|on|at|by|versus|vs|plus|then|was|were)\b)[a-z][\w-]{2,}){1,2})"
)
"""`BEAM (carmustine, …) autograft`: the words right behind a regimen."""


def describe(page: AnnotatedText, arms: list[ArmEntry], names: Names) -> None:
    """Note the words of each arm, and those of its classes and of what tells it apart."""
    for index, sentence in enumerate(page.sentences):
        if index < 2 or TO_ARMS.search(sentence.text):
            for entry, start, end in _places(page, sentence.start, sentence.end, arms, names):
                entry.words |= frozenset(word.lower() for word in _WORD.findall(page.text[start:end]))
    for entry in arms:
        classes = frozenset[str]().union(*(classes_of(drug) for drug in entry.drugs))
        variant = entry.variant.lower()
        entry.words |= {word for word in (*classes, variant, variant.removesuffix("ly")) if word and " " not in word}
        entry.words |= frozenset(variant.split())


def _places(
    page: AnnotatedText, start: int, end: int, arms: list[ArmEntry], names: Names
) -> Iterator[tuple[ArmEntry, int, int]]:
    """Where a sentence names the arms, with the adjectives before; nothing where it names one alone."""
    found: list[tuple[ArmEntry, Expression]] = []
    for expression in find_expressions(page, start, end, names):
        same = [e for e in arms if e.drugs == expression.drugs]
        found += [(same[0], expression)] if len(same) == 1 else []
    if len({id(entry) for entry, _ in found}) > 1:
        edges = [start, *(e.end for _, e in found)]
        for (entry, expression), edge in zip(found, edges, strict=False):
            before = _BEFORE.search(page.text, max(edge, expression.start - 60), expression.start)
            behind = _BEHIND.match(page.text, expression.end, end)
            yield entry, before.start() if before else expression.start, behind.end() if behind else expression.end
