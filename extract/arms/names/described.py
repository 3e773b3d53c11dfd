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
_COUNTED: Final = r"\d+\s+(?:patients\s+)?(?:in|to|were in)\s+(?:the\s+)?([\w/+ -]{3,40}?)\s+(?:group|arm)"
_PAIR: Final = re.compile(rf"{_COUNTED}\s*(?:vs\.?|versus|and|,|;)\s*{_COUNTED}")
_TREATMENTS: Final = frozenset({"Drug", "DrugClass", "Regimen"})
_BEHIND: Final = 100
"""Characters behind the second arm in which a pair of counted groups may follow."""


def describe(page: AnnotatedText, arms: list[ArmEntry], names: Names) -> None:
    """Note the words of each arm, and the names that a pair of counted groups gives two arms in order."""
    for index, sentence in enumerate(page.sentences):
        if index < 2 or TO_ARMS.search(sentence.text):
            for entry, start, end in _places(page, sentence.start, sentence.end, arms, names):
                entry.words |= frozenset(word.lower() for word in _WORD.findall(page.text[start:end]))
    for entry in arms:
        classes = frozenset[str]().union(*(classes_of(drug) for drug in entry.drugs))
        variant = entry.variant.lower()
        entry.words |= {word for word in (*classes, variant, variant.removesuffix("ly")) if word and " " not in word}
        entry.words |= frozenset(variant.split())
    if len(arms) == 2:
        _name_pair(page, arms)


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
            yield entry, before.start() if before else expression.start, expression.end


def _name_pair(page: AnnotatedText, arms: list[ArmEntry]) -> None:
    """Names of groups in the order of the arms; what names a treatment tells by itself which arm it is."""
    first, second = sorted(arms, key=lambda e: e.start)
    pair = _PAIR.search(page.text, second.end, second.end + _BEHIND)
    treated = pair and any(m.kind in _TREATMENTS for m in page.between(pair.start(1), pair.end(2)))
    if pair and pair[1] != pair[2] and not treated:
        for entry, name in zip((first, second), pair.groups(), strict=True):
            entry.labels += [label for label in (f"{name} group", f"{name} arm") if label not in entry.labels]
