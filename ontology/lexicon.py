"""The words of the field: concepts with their names, identifiers and relations, named regimens, named trials."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Final, Literal, NamedTuple, TypeVar

from .errors import LexiconError
from .facts import Concept, ConceptKind, Trial
from .names import NameIndex
from .prefixes import expand
from .tables import Row, read_table

MappingRelation = Literal["exact", "close", "broad", "narrow", "related"]

TERMS: Final = Path(__file__).parent / "terms"
KINDS: Final[dict[str, ConceptKind]] = {
    "drugs": "Drug",
    "interventions": "Drug",
    "drug_classes": "DrugClass",
    "targets": "Target",
    "mechanisms": "Mechanism",
    "diseases": "Disease",
    "cell_types": "CellType",
    "tests": "Test",
    "biomarkers": "Biomarker",
    "endpoints": "Endpoint",
    "adverse_events": "AdverseEvent",
    "organizations": "Organization",
}
"""What the rows of each file are; interventions (placebo, surgery) stand in arms where drugs do."""
_RELATIONS: Final[dict[str, MappingRelation]] = {"~": "close", ">": "broad", "<": "narrow", "*": "related"}
_BROADER: Final[dict[ConceptKind, ConceptKind]] = {"Drug": "DrugClass"}

Named = TypeVar("Named")


class Mapping(NamedTuple):
    """A concept's counterpart in another vocabulary; `broad` means that the other term is the broader one."""

    curie: str
    relation: MappingRelation
    iri: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What the lexicon knows about a concept; `synonyms` leave out the preferred name."""

    concept: Concept
    synonyms: tuple[str, ...] = ()
    mappings: tuple[Mapping, ...] = ()
    broader: tuple[Concept, ...] = ()
    """Of a drug its classes, otherwise broader concepts of the same kind."""
    targets: tuple[str, ...] = ()
    mechanisms: tuple[str, ...] = ()
    case_sensitive: frozenset[str] = frozenset()
    """The names, preferred or not, that count in this case only."""


@dataclass(frozen=True, slots=True)
class NamedRegimen:
    """A combination that has a name of its own, such as FOLFOX."""

    name: str
    synonyms: tuple[str, ...]
    components: tuple[Concept, ...]
    case_sensitive: frozenset[str] = frozenset()


class Lexicon:
    """All entries, found by concept or by name.

    >>> lexicon = load_lexicon()
    >>> [entry.concept.name for entry in lexicon.named("Sarclisa")]
    ['isatuximab']
    """

    def __init__(
        self, entries: dict[Concept, Entry], names: NameIndex[Entry],
        regimens: NameIndex[NamedRegimen], trials: NameIndex[Trial],
    ) -> None:  # fmt: skip
        self._entries, self._names, self._regimens, self._trials = entries, names, regimens, trials

    def entry(self, concept: Concept) -> Entry | None:
        """Tell what is known about a concept, None when nothing is."""
        return self._entries.get(concept)

    def entries(self) -> Iterable[Entry]:
        """Every entry, in the order of the files."""
        return self._entries.values()

    def named(self, surface: str) -> tuple[Entry, ...]:
        """All concepts that bear this name; at most one of each kind."""
        return self._names.find(surface)

    def concept(self, surface: str, kind: ConceptKind) -> Concept | None:
        """Find the concept of a kind that bears this name, None when it is unknown."""
        return next((entry.concept for entry in self.named(surface) if entry.concept.kind == kind), None)

    def regimens(self) -> tuple[NamedRegimen, ...]:
        """Every regimen that has a name."""
        return self._regimens.things()

    def regimen(self, name: str) -> tuple[Concept, ...] | None:
        """Give the drugs of a named regimen, None when it is unknown."""
        found = self._regimens.find(name)
        return found[0].components if found else None

    def trial(self, name: str) -> Trial | None:
        """Find a trial by its acronym or its registry number, None when it is unknown."""
        found = self._trials.find(name)
        return found[0] if found else None


@cache
def load_lexicon(folder: Path = TERMS) -> Lexicon:
    """Read all tables of a folder, once; LexiconError names file, line and reason of a row that breaks the rules."""
    rows = {path.stem: list(read_table(path)) for path in sorted(folder.glob("*.tsv"))}
    if unknown := rows.keys() - KINDS.keys() - {"regimens", "trials"}:
        raise LexiconError("unknown kind of concept", where=f"{min(unknown)}.tsv", remedy=f"kinds: {', '.join(KINDS)}")
    pairs = [(row, _entry(row, kind)) for file, kind in KINDS.items() for row in rows.get(file, ())]
    entries: dict[Concept, Entry] = {}
    for row, entry in pairs:
        if entry.concept in entries:
            raise LexiconError(f"{entry.concept.name!r} has a row already", where=row.where)
        entries[entry.concept] = entry
    for row, entry in pairs:
        _check_relations(row, entry, entries)
    regimens = [(row, _regimen(row, entries)) for row in rows.get("regimens", ())]
    trials = [(row, _trial(row)) for row in rows.get("trials", ())]
    numbered = [(replace(row, numbers=trial.registry_ids), trial) for row, trial in trials]
    return Lexicon(entries, _index(pairs), _index(regimens), _index(numbered))


def _entry(row: Row, kind: ConceptKind) -> Entry:
    name, *synonyms = (name.removeprefix("=") for name in row.names)
    parent_kind = _BROADER.get(kind, kind)
    return Entry(
        concept=Concept(kind, name),
        synonyms=tuple(synonyms),
        mappings=tuple(read_mapping(item, row.where) for item in row.cells.get("identifiers", ())),
        broader=tuple(Concept(parent_kind, parent) for parent in row.cells.get("broader", ())),
        targets=row.cells.get("targets", ()),
        mechanisms=row.cells.get("mechanisms", ()),
        case_sensitive=_case_sensitive(row),
    )


def _case_sensitive(row: Row) -> frozenset[str]:
    return frozenset(name[1:] for name in row.names if name.startswith("="))


def read_mapping(item: str, where: str = "") -> Mapping:
    """Read an identifier with its mark; LexiconError where its prefix is unknown or its form wrong.

    >>> read_mapping("MONDO:0009693>").relation
    'broad'
    """
    relation = _RELATIONS.get(item[-1], "exact")
    curie = item if relation == "exact" else item[:-1]
    try:
        return Mapping(curie, relation, expand(curie))
    except LexiconError as error:
        raise LexiconError(error.what, where=where, remedy=error.remedy) from error


def _check_relations(row: Row, entry: Entry, entries: dict[Concept, Entry]) -> None:
    related = (
        *entry.broader,
        *(Concept("Target", name) for name in entry.targets),
        *(Concept("Mechanism", name) for name in entry.mechanisms),
    )
    for concept in related:
        if concept not in entries or concept == entry.concept:
            raise LexiconError(f"no other {concept.kind} is called {concept.name!r}", where=row.where)


def _regimen(row: Row, entries: dict[Concept, Entry]) -> NamedRegimen:
    components = tuple(Concept("Drug", name) for name in row.cells.get("components", ()))
    for concept in components:
        if concept not in entries:
            raise LexiconError(f"no Drug is called {concept.name!r}", where=row.where)
    name, *synonyms = (name.removeprefix("=") for name in row.names)
    return NamedRegimen(name, tuple(synonyms), components, _case_sensitive(row))


def _trial(row: Row) -> Trial:
    mappings = (read_mapping(item, row.where) for item in row.cells.get("identifiers", ()))
    return Trial(row.cells["name"][0].removeprefix("="), tuple(sorted(m.curie.partition(":")[2] for m in mappings)))


def _index(pairs: list[tuple[Row, Named]]) -> NameIndex[Named]:
    """Enter everything under its names; case-sensitive ones last, so that no clash escapes."""
    index = NameIndex[Named]()
    names = [(name, row, thing) for row, thing in pairs for name in (*row.names, *row.numbers)]
    for name, row, thing in sorted(names, key=lambda item: item[0].startswith("=")):
        others = index.add(name, thing)
        if _kind(thing) in map(_kind, others):
            raise LexiconError(f"the name {name!r} is given twice", where=row.where, remedy="keep one of them")
    return index


def _kind(thing: object) -> str:
    return thing.concept.kind if isinstance(thing, Entry) else type(thing).__name__
