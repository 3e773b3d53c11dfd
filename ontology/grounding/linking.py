"""Links of a document's concepts to identifiers: what the lexicon does not know is looked up in terminologies."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Final

from ..facts import Concept, ConceptMatch, Reading
from ..lexicon import Lexicon
from ..prefixes import standardise
from .candidates import Match
from .grounder import Grounder

_ORDER: Final[tuple[Match, ...]] = ("exact", "close", "broad")
LEAST: Final[dict[Match, float]] = {"exact": 0.7, "close": 0.7, "broad": 0.55}
"""A match of a lower score is not kept; what leaves words out scores low, yet is true of what it says."""


def link(reading: Reading, text: str, grounder: Grounder, lexicon: Lexicon) -> Reading:
    """Add to what was read out of a text the identifiers of its concepts, each with confidence and reasons."""
    unknown = {concept for concept in concepts_in(reading) if lexicon.entry(concept) is None}
    found = (match for concept in sorted(unknown) for match in _matches(concept, text, grounder))
    return replace(reading, matches=tuple(found))


def concepts_in(value: object) -> Iterator[Concept]:
    """Find all concepts in a reading or a part of it.

    >>> [concept.name for concept in concepts_in(Reading(facts=(), names=()))]
    []
    """
    if isinstance(value, Concept):
        yield value
    elif isinstance(value, tuple):
        for item in value:  # pyright: ignore[reportUnknownVariableType]
            yield from concepts_in(item)  # pyright: ignore[reportUnknownArgumentType]
    elif is_dataclass(value):
        for field in fields(value):
            yield from concepts_in(getattr(value, field.name))


def _matches(concept: Concept, text: str, grounder: Grounder) -> Iterator[ConceptMatch]:
    choice = grounder.ground(concept.name, kinds=[concept.kind], context=text).choice
    if choice is None or choice.score < LEAST[choice.match]:
        return
    named = {mapping.curie: mapping.relation for mapping in choice.mappings} or {choice.curie: "exact"}
    for curie, relation in named.items():
        known = standardise(curie)
        if known is not None and relation in _ORDER:
            weaker = _ORDER[max(_ORDER.index(relation), _ORDER.index(choice.match))]
            yield ConceptMatch(concept, known, weaker, round(choice.score, 4), "; ".join(choice.reasons))
