"""One trial, one address: which acronyms and registry numbers of which documents mean the same trial.

Trials merge on a shared registry number, and on an acronym as long as it is not tied to different numbers by
different documents. The answer depends on the set of mentions alone, never on their order.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from ..ontology.facts import Trial
from .iris import slug


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """A trial as one document names it."""

    document: str
    trial: Trial


@dataclass(frozen=True, slots=True, order=True)
class TrialIdentity:
    """The trial that is meant: a segment for its IRI, and the name to show."""

    segment: str
    label: str


def keys(trial: Trial) -> tuple[str, ...]:
    """Give what ties mentions of a trial together: its acronym in any spelling, its registry numbers.

    >>> keys(Trial("IKEMA", ("NCT03275285",)))
    ('acronym ikema', 'number NCT03275285')
    """
    acronym = _fold(trial.name)
    return ((f"acronym {acronym}",) if acronym else ()) + tuple(f"number {number}" for number in _numbers(trial))


def resolve(mentions: Iterable[Mention]) -> dict[Mention, TrialIdentity]:
    """Find the trial behind each mention; all mentions connected by `keys` must be there."""
    ordered = sorted(set(mentions))
    book = _Book(ordered)
    return {mention: book.identity(mention) for mention in ordered}


def _fold(name: str) -> str:
    """Leave out what spellings of an acronym differ in: case, hyphens, spaces."""
    return " ".join(re.findall(r"[^\W_]+", name)).casefold()


def _numbers(trial: Trial) -> list[str]:
    return sorted({number.strip().upper() for number in trial.registry_ids})


class _Book:
    """Who is tied to whom."""

    def __init__(self, mentions: list[Mention]) -> None:
        from networkx.utils import UnionFind  # loads the whole library, which asking does without

        self._groups: UnionFind[str] = UnionFind()
        self._named: dict[str, TrialIdentity] = {}
        self._in_document: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        self._spellings: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        for mention in mentions:
            self._enter(mention)
        for numbers in self._in_document.values():
            self._groups.union(*numbers)
        self._roots: defaultdict[str, set[str]] = defaultdict(set)
        for (_, acronym), numbers in self._in_document.items():
            self._roots[acronym].update(self._groups[number] for number in numbers)

    def _enter(self, mention: Mention) -> None:
        trial, numbers = mention.trial, _numbers(mention.trial)
        self._groups.union(*numbers)
        if acronym := _fold(trial.name):
            self._in_document[mention.document, acronym].update(numbers)
            self._spellings[acronym][" ".join(trial.name.split())].add(mention.document)

    def identity(self, mention: Mention) -> TrialIdentity:
        acronym, root = _fold(mention.trial.name), self._root(mention)
        if root is not None:
            if root not in self._named:
                self._named[root] = self._numbered(root)
            return self._named[root]
        if acronym:
            name = self._spelling(acronym)
            return TrialIdentity(slug(name), name)
        return TrialIdentity(f"@{slug(mention.document)}", f"trial of {mention.document}")

    def _root(self, mention: Mention) -> str | None:
        """Find the group of registry numbers that a mention belongs to, if it is told."""
        numbers, acronym = _numbers(mention.trial), _fold(mention.trial.name)
        if not numbers:
            numbers = sorted(self._in_document.get((mention.document, acronym), ()))
        if numbers:
            return self._groups[numbers[0]]
        return next(iter(self._roots[acronym])) if len(self._roots.get(acronym, ())) == 1 else None

    def _numbered(self, root: str) -> TrialIdentity:
        """Name a trial by its own acronym, or else by its number, ClinicalTrials.gov's first."""
        tied = [acronym for acronym, roots in self._roots.items() if root in roots]
        own = [acronym for acronym in tied if len(self._roots[acronym]) == 1]
        number = min(self._members(root), key=lambda number: (not number.startswith("NCT"), number))
        if own:
            name = self._spelling(min(own, key=self._rank))
            return TrialIdentity(slug(name), name)
        return TrialIdentity(slug(number), self._spelling(min(tied, key=self._rank)) if tied else number)

    def _members(self, root: str) -> list[str]:
        return [number for number in self._groups if self._groups[number] == root]

    def _rank(self, acronym: str) -> tuple[int, str]:
        documents = set[str]().union(*self._spellings[acronym].values())
        return -len(documents), acronym

    def _spelling(self, acronym: str) -> str:
        spellings = self._spellings[acronym]
        return min(spellings, key=lambda spelling: (-len(spellings[spelling]), spelling))
