"""Remembering documents: archive, index and RDF are kept in step, whatever happens in between."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode, Quad, Store

from ..ontology.errors import StoreError
from ..ontology.facts import Concept, Reading, Trial
from .archive import Archive, Record
from .checks import failed_checks
from .comparison import comparison_key, figures
from .concepts import Names, describe, with_broader
from .curation import Curation
from .database import Database
from .derivation import Touched, derive
from .index import ClaimEntry, Index
from .iris import CONCEPTS, CURATION, DERIVED, concept_iri, document_iri
from .keys import keyed
from .naming import Naming, trials_of
from .rendering import Rendering, render
from .store import Change, Replacement, apply, change
from .textsearch import TextIndex
from .timing import stand_in, trial_cutoffs
from .trials import TrialIdentity, resolve

_DESCRIBED: Final = 50_000
"""Concepts that are known to be described as they are used, at most."""


class Memory:
    """The two stores of a graph; what a crash left unfinished is finished on opening."""

    def __init__(self, path: Path | None, store: Store, names: Callable[[], Names]) -> None:
        self._database = Database(path)
        self.archive = Archive(self._database)
        self.index = Index(self._database)
        self.texts = TextIndex(self._database, store)
        self._store = store
        self._names = names
        """Called when the first document is written: reading does without the lexicon, which takes time to load."""
        self._described: dict[str, list[Concept]] = {}
        """Spellings under which concepts are described already, by this lexicon."""
        self._recover()
        self.curation = Curation(self._database, store)

    def close(self) -> None:
        """Close the file of documents."""
        self._database.close()

    def put(self, identifier: str, record: Record | None) -> None:
        """Store a document, or remove it where there is no record; after a StoreError all is as it was."""
        self.put_all({identifier: record})

    def put_all(self, records: Mapping[str, Record | None]) -> None:
        """Store documents, and remove those without a record: all of them or, after a StoreError, none."""
        self._finish_announced()
        changed = {name: record for name, record in records.items() if not self._holds(name, record)}
        if changed:
            with self._database.transaction():
                for identifier, record in changed.items():
                    self.archive.announce(identifier, record)
            self._finish(changed)

    def _holds(self, identifier: str, record: Record | None) -> bool:
        try:
            return self.archive.get(identifier) == record
        except StoreError:
            return False  # damaged, and so to be replaced or removed

    def _recover(self) -> None:
        """Finish what was announced, and make the RDF again where the folder has lost it."""
        self._finish_announced()
        documents = {document_iri(identifier): identifier for identifier in self.archive.identifiers()}
        graphs = set(self._store.named_graphs()) - {CONCEPTS, DERIVED, CURATION}
        for graph in documents.keys() - graphs:
            self._finish({documents[graph]: self.archive.get(documents[graph])})
        apply(self._store, [Replacement(graph, None, frozenset()) for graph in graphs - documents.keys()])

    def _finish_announced(self) -> None:
        if announced := dict(self.archive.announced()):
            self._finish(announced)

    def _finish(self, records: Mapping[str, Record | None]) -> None:
        """Write both stores; until both are written, the announcement stays."""
        written = False
        self.texts.catch_up()
        try:
            with self._database.transaction():
                changes = self._changes(records)
                changes.add(self._store)
                written = True
                changes.remove(self._store)
                self._settle(records)
        except BaseException as error:
            self._described.clear()
            if isinstance(error, Exception) and not written:
                self._settle(records)
            raise

    def _settle(self, identifiers: Iterable[str]) -> None:
        for identifier in identifiers:
            self.archive.settle(identifier)

    def _changes(self, records: Mapping[str, Record | None]) -> Change:
        return change(self._store, self.texts.following(self._change(records)))

    def _change(self, records: Mapping[str, Record | None]) -> Iterator[Replacement]:
        """Say what documents' coming or going changes: their graphs, other names of trials, what is derived."""
        others: set[str] = set()
        for identifier, record in records.items():
            self.archive.enter(identifier)
            others.update(self._identify(identifier, self._trials(record.reading) if record else set()))
        touched = Touched()
        for identifier in sorted(records.keys() | others):
            record = records[identifier] if identifier in records else self.archive.get(identifier)
            yield self._write(identifier, record, touched)
        yield from derive(self.index, touched)
        yield from self._describe(touched.concepts)

    def _describe(self, concepts: set[str]) -> Iterator[Replacement]:
        """Describe concepts, unless they are described already under the spellings in use."""
        if len(self._described) > _DESCRIBED:
            self._described.clear()
        for iri in sorted(concepts):
            node, spellings = NamedNode(iri), self.index.concepts(iri)
            if self._described.get(iri) != spellings:
                about = keyed(describe(spellings, self._names()))
                yield Replacement(CONCEPTS, node, frozenset(Quad(node, *statement, CONCEPTS) for statement in about))
                self._described[iri] = spellings

    def _trials(self, reading: Reading) -> set[Trial]:
        """Give the trials of a reading, and under their acronyms those that the lexicon knows by their numbers."""
        trials = {trial for fact in reading.facts for trial in trials_of(fact.claim)}
        numbers = {number for trial in trials for number in trial.registry_ids}
        return trials | {known for number in numbers if (known := self._names().trial(number)) is not None}

    def _identify(self, identifier: str, trials: set[Trial]) -> list[str]:
        """Find out which trials are meant, and give the documents for which the answer is new."""
        before = self.index.trials(identifier)
        self.index.enter_trials(identifier, dict.fromkeys(trials, TrialIdentity("", "")))
        known = self.index.connected(trials | before.keys())
        changed: dict[str, dict[Trial, TrialIdentity]] = {}
        for mention, identity in resolve(known).items():
            if known[mention] != identity:
                changed.setdefault(mention.document, {})[mention.trial] = identity
        for document, identities in changed.items():
            self.index.enter_trials(document, self.index.trials(document) | identities)
        return [*changed]

    def _write(self, identifier: str, record: Record | None, touched: Touched) -> Replacement:
        """Write a document's graph anew and index it."""
        self._touch(identifier, touched)
        self.index.forget(identifier)
        quads = frozenset[Quad]()
        if record is not None:
            identities = self.index.trials(identifier)
            rendering = render(record.document, record.reading, record.version, identities)
            self._enter(identifier, rendering, Naming(identifier, identities))
            self._touch(identifier, touched)
            quads = rendering.quads
        return Replacement(document_iri(identifier), None, quads)

    def _touch(self, identifier: str, touched: Touched) -> None:
        for claim, key in self.index.claims(identifier):
            touched.claims.add((claim, key))
            touched.documents[key].add(identifier)
        touched.failing.update(self.index.failing(identifier))
        touched.concepts.update(self.index.concept_iris(identifier))

    def _enter(self, identifier: str, rendering: Rendering, naming: Naming) -> None:
        failed = failed_checks(rendering.quads)
        cutoffs = trial_cutoffs((claim for claim, affirmed in rendering.claims.values() if affirmed), naming)
        entries = (
            ClaimEntry(
                iri,
                affirmed,
                comparison_key(claim, naming),
                figures(claim) | stand_in(claim, cutoffs, naming),
                failed.get(iri, frozenset()),
            )
            for iri, (claim, affirmed) in rendering.claims.items()
        )
        self.index.enter_claims(identifier, entries)
        concepts = with_broader(rendering.concepts, self._names())
        self.index.enter_concepts(identifier, [(concept_iri(concept).value, concept) for concept in concepts])
