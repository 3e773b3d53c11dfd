"""Candidates from the terminologies of an index, and the way from them to the vocabularies asked for."""

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from ..terminologies import NamedTerm, TerminologyIndex
from .candidates import Candidate
from .context import spoken_of
from .forms import Form
from .kinds import kind_factor, prefix_of

_MATCHES: Final = {"exact": 1.0, "folded": 0.99, "variant": 0.93}
_NAMES: Final = {"label": 1.0, "exact": 0.98, "narrow": 0.7, "related": 0.75, "broad": 0.65}
_RELATIONS: Final = {"exact": 0.95, "xref": 0.9, "close": 0.92}
_SAME_NAME: Final = 0.85
_LATER: Final = 0.998
"""What it costs a terminology that another was added before it."""
_HOPS: Final = 2
"""Mappings that are followed one after another."""
_MOST_NAMES, _SHORTEST_NAME = 40, 5
_ALONE: Final = {1: 0.3, 2: 0.45}
"""By length; of longer names 0.65."""
_AFTER_LEXICON: Final = 0.97


class Terminologies:
    """The terms of an index as candidates."""

    def __init__(self, index: TerminologyIndex, prefixes: Collection[str] = ()) -> None:
        self._index, self._prefixes = index, frozenset(prefixes)
        self._order = {source.name: _LATER**place for place, source in enumerate(index.sources)}
        self._sharing = lru_cache(maxsize=1 << 14)(self._same_names)

    def find(self, form: Form, kinds: Collection[str], context: str) -> Iterator[Candidate]:
        """Give the terms that bear a form of a name; a short one that stands alone in the document counts less."""
        short = len(form.text) <= _SHORTEST_NAME and bool(context)
        for named in self._index.lookup(form.text):
            found = self._candidate(named, form, kinds)
            term = self._index.term(named.curie) if short else None
            alone = term is not None and not spoken_of(term, form.text, context)
            factor = _ALONE.get(len(form.text), 0.65) if alone else 1.0
            yield found.step("a short name, and the document has no other of its names", factor) if alone else found

    def _candidate(self, named: NamedTerm, form: Form, kinds: Collection[str]) -> Candidate:
        found = Candidate(named.label or named.name, named.source, "", named.curie, form.match, steps=form.steps)
        found = found.step(f"{named.match_kind} match of “{named.name}”", _MATCHES[named.match_kind])
        factor = _NAMES[named.name_kind] * self._order[named.source] * (1 if self._prefixes else _AFTER_LEXICON)
        found = found.step(f"{named.name_kind} name in {named.source}", factor)
        others = [mapped.curie for mapped in self._index.mappings(named.curie)] if kinds else []
        factor = kind_factor(named.curie, others, kinds)
        return found if factor == 1 else found.step(f"not known to be a {' or '.join(sorted(kinds))}", factor)

    def lead(self, found: Candidate) -> Iterator[Candidate]:
        """Lead a candidate to the vocabularies asked for: it is there, or mappings lead there, or names shared."""
        own = {m.curie: m.relation for m in found.mappings if m.relation in _RELATIONS} or {found.curie: "exact"}
        within = {curie: relation for curie, relation in own.items() if prefix_of(curie) in self._prefixes}
        for curie, relation in within.items():
            there = replace(found, curie=curie)
            yield there if relation == "exact" else there.step(f"a {relation} match", _RELATIONS[relation])
        starts = [curie for curie, relation in own.items() if relation == "exact" and curie]
        led = (
            [] if within else [there for curie in starts for there in self._mapped(replace(found, curie=curie), _HOPS)]
        )
        yield from led
        for curie in () if within or led else starts:
            for other, name in self._sharing(curie):
                yield replace(found, curie=other).step(f"shares the name “{name}” with {curie}", _SAME_NAME)

    def _mapped(self, found: Candidate, hops: int) -> Iterator[Candidate]:
        for mapped in self._index.mappings(found.curie):
            factor = _RELATIONS.get(mapped.relation)
            if factor is None:
                continue
            other = replace(found, curie=mapped.curie).step(f"{mapped.relation} match of {found.curie}", factor)
            if prefix_of(mapped.curie) in self._prefixes:
                yield other
            elif hops > 1:
                yield from self._mapped(other, hops - 1)

    def _same_names(self, curie: str) -> tuple[tuple[str, str], ...]:
        """Find the terms of these vocabularies that share a name with a term; short names are shared by chance."""
        term = self._index.term(curie)
        names = [name.text for name in term.names if name.kind in ("label", "exact")] if term else []
        found: dict[str, str] = {}
        for name in [name for name in names if len(name) >= _SHORTEST_NAME][:_MOST_NAMES]:
            for named in self._index.lookup(name):
                if prefix_of(named.curie) in self._prefixes:
                    found.setdefault(named.curie, named.name)
        return tuple(found.items())
