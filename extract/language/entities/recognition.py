"""Entities of a whole document: what was recognised once is recognised everywhere, in full and in short."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from spacy.tokens import Doc

from ..abbreviations import Definition
from .entity import Entity, EntityKind, Term
from .tagger import EntityTagger, load_tagger

SHORTEST = 3
"""Characters of a name that is looked for in the rest of the document."""
METALS = frozenset(
    "aluminum aluminium bismuth calcium copper ferric ferrous iron lithium magnesium potassium silver sodium stannous "
    "strontium titanium zinc".split()
)
Words = tuple[str, ...]


def recognise(doc: Doc, terms: Iterable[Term] = (), tagger: EntityTagger | None = None) -> list[Entity]:
    """Give the entities of a document that went through the pipeline, in order, without overlaps.

    `terms` are names found by a user's terminologies.
    """
    return sorted(spread(doc, (tagger or load_tagger()).entities(doc, terms)))


def spread(doc: Doc, found: Iterable[Entity]) -> set[Entity]:
    """Tag every occurrence of a name that is tagged once, by the kind it mostly has; then its abbreviation."""
    words = [token.text for token in doc]
    small = [word.lower() for word in words]
    found = [_with_metal(small, e) for e in found]
    kinds = _kinds((tuple(small[e.start : e.end]), e.kind) for e in found)
    entities = {e._replace(kind=kinds[tuple(small[e.start : e.end])]) for e in found}
    taken = {i for e in entities for i in range(e.start, e.end)}
    for start, end, kind in (*_places(small, _long(kinds)), *_places(words, dict(_short(doc, kinds)))):
        if taken.isdisjoint(range(start, end)):
            entities.add(Entity(start, end, kind))
            taken.update(range(start, end))
    return entities


def _with_metal(small: list[str], entity: Entity) -> Entity:
    """The name of a salt with its metal: of `aluminum chlorohydrate` the tagger may know the second word alone."""
    before = entity.start - 1
    return entity._replace(start=before) if before >= 0 and small[before] in METALS else entity


def _kinds(named: Iterable[tuple[Words, EntityKind]]) -> dict[Words, EntityKind]:
    """Give the kind that each name mostly has."""
    votes = sorted(Counter(named).items(), key=lambda vote: (vote[1], vote[0]))
    return {name: kind for (name, kind), _ in votes}


def _long(kinds: Mapping[Words, EntityKind]) -> dict[Words, EntityKind]:
    """Leave out what is too short to be looked for; the longest names first."""
    sizes = {name: sum(map(len, name)) for name in kinds}
    return {n: kinds[n] for n in sorted(kinds, key=lambda n: (-sizes[n], n)) if sizes[n] >= SHORTEST}


def _short(doc: Doc, kinds: Mapping[Words, EntityKind]) -> Iterator[tuple[Words, EntityKind]]:
    """Give the abbreviations of what was named, with its kind."""
    by_text: dict[str, EntityKind] = {"".join(name): kind for name, kind in kinds.items()}
    for definition in cast("tuple[Definition, ...]", doc._.definitions):
        kind = by_text.get("".join(definition.long.lower().split()))
        if kind is not None and len(definition.short) > 1:
            span = doc.char_span(definition.short_start, definition.short_start + len(definition.short))
            words = tuple(token.text for token in span) if span is not None else (definition.short,)
            yield words, kind


def _places(words: list[str], names: Mapping[Words, EntityKind]) -> Iterator[tuple[int, int, EntityKind]]:
    """Find where the names stand in a text, name by name."""
    starts: dict[str, list[int]] = {}
    for at, word in enumerate(words):
        starts.setdefault(word, []).append(at)
    for name, kind in names.items():
        for start in starts.get(name[0], ()):
            if tuple(words[start : start + len(name)]) == name:
                yield start, start + len(name), kind
