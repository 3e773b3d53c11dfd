"""What every terminology must hold to, whatever its format: identifiers somebody knows, one label, no circles."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter
from typing import Final

from ..errors import TerminologyError
from ..prefixes import standardise
from .normal import key
from .records import MOST, Notes, Record
from .stops import Stops
from .terms import MatchRelation, NameKind

LONGEST_NAME: Final = 5_000
"""Code points; nothing longer has ever been a name."""
_LITERATURE: Final = ("PUBMED:", "PMC:", "DOI:")
"""What a term was taken from is no counterpart of it."""
_TOP: Final = "http://www.w3.org/2002/07/owl#"
_STOPPED: Final = "names on the stop list, which are looked up but not looked for in texts"


class Checker:
    """Checks the records of one file one by one, then the hierarchy; what it doubts, it notes."""

    def __init__(self, notes: Notes, stops: Stops) -> None:
        self._notes, self._stops = notes, stops
        self._defined: dict[str, int | None] = {}
        self._labels: dict[str, str] = {}
        self._parents: dict[str, list[str]] = {}
        self._known = lru_cache(maxsize=1 << 14)(standardise)

    def check(self, record: Record) -> Record | None:
        """Give the record with standard CURIEs and with what is sound of it; None when nothing is."""
        curie = self._known(record.identifier)
        if curie is None:
            self._unknown(record)
            return None
        if record.defines:
            self._defined.setdefault(curie, record.line)
        return replace(
            record,
            identifier=curie,
            names=tuple(self._names(curie, record)),
            parents=tuple(self._hierarchy(curie, record)),
            mappings=tuple(self._mappings(record)),
            replaced_by=self._known(record.replaced_by) or "" if record.replaced_by else "",
        )

    def circles(self) -> Iterator[tuple[str, str]]:
        """Note each circle of the hierarchy, and give the step (child, parent) without which it is none."""
        for _ in range(MOST):
            try:
                TopologicalSorter(self._parents).prepare()
            except CycleError as error:
                circle: list[str] = error.args[1]
                parent, child = circle[0], circle[1]
                self._parents[child].remove(parent)
                what = f"the hierarchy runs in a circle: {' is above '.join(circle[:9])}"
                self._notes.fault(self._defined.get(child), what, child.partition(":")[2])
                yield child, parent
            else:
                return
        where = str(self._notes.path)
        raise TerminologyError(f"the hierarchy has more than {MOST} circles", where=where, remedy="repair the file")

    def _unknown(self, record: Record) -> None:
        """Note an identifier with an unknown prefix: a fault where it is a term's, usual in addresses and mappings."""
        _, _, rest = record.identifier.partition(":")
        if rest.startswith("//"):
            self._notes.count("terms with addresses that no known prefix stands for", record.line, record.identifier)
        elif not rest:
            self._notes.count("identifiers without a prefix", record.line, record.identifier)
        elif not record.names:
            self._notes.count("mappings of identifiers with a prefix nobody knows", record.line, record.identifier)
        else:
            what = f"the prefix of {record.identifier[:60]!r} is none of the Bioregistry's"
            self._notes.fault(record.line, what, record.identifier)

    def _names(self, curie: str, record: Record) -> Iterator[tuple[str, NameKind]]:
        for text, kind in record.names:
            name = " ".join(text.split())
            if len(name) > LONGEST_NAME:
                what = f"{curie} has a name of {len(name):,} characters: {name[:40]!r}…"
                self._notes.fault(record.line, what, text[:80])
            elif name:
                if self._stops.hold(name):
                    self._notes.count(_STOPPED, record.line, name)
                yield name, self._kind(curie, name, kind, record)

    def _kind(self, curie: str, name: str, kind: NameKind, record: Record) -> NameKind:
        """Give the kind of a name; a second label is a fault, and at best a synonym."""
        if kind != "label":
            return kind
        label = self._labels.setdefault(curie, name)
        if label == name:
            return "label"
        if key(label) != key(name):
            line = self._defined.get(curie)
            first = f" (line {line})" if line is not None and line != record.line else ""
            what = f"{curie} has two preferred labels, {label[:60]!r}{first} and {name[:60]!r}"
            self._notes.fault(record.line, what, name)
        return "exact"

    def _hierarchy(self, curie: str, record: Record) -> Iterator[str]:
        for parent in record.parents:
            known = self._known(parent)
            if known is None:
                if not parent.startswith(_TOP):
                    self._notes.count("parents that are no identifiers with a known prefix", record.line, parent)
            elif known not in self._parents.setdefault(curie, []):
                self._parents[curie].append(known)
                yield known

    def _mappings(self, record: Record) -> Iterator[tuple[str, MatchRelation]]:
        for other, relation in record.mappings:
            known = self._known(other)
            if known is None:
                self._notes.count("cross-references with a prefix that nobody knows", record.line, other)
            elif not known.startswith(_LITERATURE):
                yield known, relation
