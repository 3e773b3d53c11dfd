"""What the whole graph knows of the concepts in use: names, external identifiers, broader concepts."""

from collections.abc import Iterable, Iterator
from typing import Final, Protocol

from pyoxigraph import NamedNode

from ..ontology.facts import Concept, Trial
from ..ontology.lexicon import Entry
from .claims import Statement
from .iris import ALT_LABEL, PREF_LABEL, SKOS, TYPE, concept_iri, tg
from .literals import text_literal

_MATCHES: Final = {relation: NamedNode(f"{SKOS}{relation}Match") for relation in ("exact", "close", "broad", "related")}
_MATCHES["narrow"] = NamedNode(f"{SKOS}narrowMatch")
_BROADER: Final = NamedNode(f"{SKOS}broader")


class Names(Protocol):
    """The part of the lexicon that the graph needs."""

    def entry(self, concept: Concept) -> Entry | None:
        """Tell what is known about a concept, None when nothing is."""
        ...

    def trial(self, name: str) -> Trial | None:
        """Find a trial by its acronym or its registry number, None when it is unknown."""
        ...


def with_broader(concepts: Iterable[Concept], names: Names) -> set[Concept]:
    """Add all broader concepts that the lexicon knows."""
    found: set[Concept] = set()
    todo = [*concepts]
    while todo:
        concept = todo.pop()
        if concept not in found:
            found.add(concept)
            entry = names.entry(concept)
            todo.extend(entry.broader if entry else ())
    return found


def describe(spellings: list[Concept], names: Names) -> Iterator[Statement]:
    """Describe the concept behind these spellings; the one that the lexicon has gives the preferred name."""
    if not spellings:
        return
    known = [entry for entry in map(names.entry, spellings) if entry]
    preferred = known[0].concept if known else spellings[0]
    yield TYPE, tg(preferred.kind)
    yield PREF_LABEL, text_literal(preferred.name, "en")
    others = {spelling.name for spelling in spellings}.union(*(entry.synonyms for entry in known)) - {preferred.name}
    for name in others:
        yield ALT_LABEL, text_literal(name, "en")
    for entry in known:
        for mapping in entry.mappings:
            yield _MATCHES[mapping.relation], NamedNode(mapping.iri)
        for concept in entry.broader:
            yield _BROADER, concept_iri(concept)
