"""Remembering documents: archive, index and RDF are kept in step, whatever happens in between."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode, Quad, Store

from ..ontology.document import Document
from ..ontology.facts import Concept, Reading, Trial
from .archive import Archive, Record
from .concepts import Names, describe
from .curation import Curation
from .database import Database
from .derivation import Touched, derive
from .index import Index
from .iris import CONCEPTS, CURATION, DERIVED, document_iri
from .keys import keyed
from .preparation import Page, Prepared, make_page, prepare, prepare_record
from .store import Change, Replacement, apply, change
from .textsearch import TextIndex, passages
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

    def put(self, identifier: str, prepared: Prepared | None) -> None:
        """Store a document, or remove it where there is none; after a StoreError all is as it was."""
        self.put_all({identifier: prepared})

    def put_all(self, documents: Mapping[str, Prepared | None]) -> None:
        """Store documents, and remove those that are None: all of them or, after a StoreError, none."""
        self._finish_announced()
        changed = {name: one for name, one in documents.items() if not self._holds(name, one)}
        if changed:
            with self._database.transaction():
                self.archive.announce((name, one.record if one else None) for name, one in changed.items())
            self._finish(changed)

    def _holds(self, identifier: str, prepared: Prepared | None) -> bool:
        return self.archive.get(identifier) == (prepared.record if prepared else None)

    def prepare(self, document: Document, reading: Reading, content_hash: str) -> Prepared:
        """Make a document ready to be stored; see `preparation.prepare`."""
        return prepare(document, reading, content_hash, self._names())

    def prepared(self, record: Record | None) -> Prepared | None:
        """Make what was stored ready to be stored again; StoreError where it is damaged."""
        return None if record is None else prepare_record(record, self._names())

    def _recover(self) -> None:
        """Finish what was announced, and make the RDF again where the folder has lost it."""
        self._finish_announced()
        documents = {document_iri(identifier): identifier for identifier in self.archive.identifiers()}
        graphs = set(self._store.named_graphs()) - {CONCEPTS, DERIVED, CURATION}
        for graph in documents.keys() - graphs:
            self._finish({documents[graph]: self.prepared(self.archive.get(documents[graph]))})
        apply(self._store, [Replacement(graph, None, frozenset()) for graph in graphs - documents.keys()])

    def _finish_announced(self) -> None:
        if announced := self.archive.announced():
            self._finish({identifier: self.prepared(record) for identifier, record in announced})

    def _finish(self, documents: Mapping[str, Prepared | None]) -> None:
        """Write both stores; until both are written, the announcement stays."""
        changes: Change | None = None
        self.texts.catch_up()
        try:
            with self._database.transaction():
                changes = self._changes(documents)
                changes.add(self._store)
                changes.remove(self._store)
                self._settle(documents)
        except BaseException as error:
            self._described.clear()
            if isinstance(error, Exception) and not (changes and changes.begun):
                self._settle(documents)
            raise

    def _settle(self, identifiers: Iterable[str]) -> None:
        for identifier in identifiers:
            self.archive.settle(identifier)

    def _changes(self, documents: Mapping[str, Prepared | None]) -> Change:
        return change(self._store, self._change(documents))

    def _change(self, documents: Mapping[str, Prepared | None]) -> Iterator[Replacement]:
        """Say what documents' coming or going changes: their graphs, other names of trials, what is derived."""
        others: set[str] = set()
        for identifier, prepared in documents.items():
            self.archive.enter(identifier)
            others.update(self._identify(identifier, set(prepared.page.identities) if prepared else set()))
        touched = Touched()
        for identifier in sorted(documents.keys() | others):
            prepared = documents.get(identifier)
            record = prepared.record if prepared else self.archive.get(identifier)
            yield self._write(identifier, record, prepared and prepared.page, touched)
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
                quads = frozenset(Quad(node, *statement, CONCEPTS) for statement in about)
                self.texts.replace(CONCEPTS, node, passages(CONCEPTS, quads))
                yield Replacement(CONCEPTS, node, quads)
                self._described[iri] = spellings

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

    def _write(self, identifier: str, record: Record | None, ready: Page | None, touched: Touched) -> Replacement:
        """Write a document's graph anew and index it, from the page that is ready if that is right."""
        self._touch(identifier, touched)
        self.index.forget(identifier)
        graph = document_iri(identifier)
        if record is None:
            self.texts.replace(graph, None, frozenset())
            return Replacement(graph, None, b"")
        page = self._page(record, ready)
        self.index.enter_claims(identifier, page.claims)
        self.index.enter_concepts(identifier, page.concepts)
        self.texts.replace(graph, None, page.passages)
        self._touch(identifier, touched)
        return Replacement(graph, None, page.statements)

    def _page(self, record: Record, ready: Page | None) -> Page:
        """Give the page with the trials that are meant, now that all documents are known that name them."""
        identities = self.index.trials(record.identifier)
        if ready is not None and ready.identities == identities:
            return ready
        return make_page(record.version, record.document, record.reading, self._names(), identities)

    def _touch(self, identifier: str, touched: Touched) -> None:
        for claim, key in self.index.claims(identifier):
            touched.claims.add((claim, key))
            touched.documents[key].add(identifier)
        touched.failing.update(self.index.failing(identifier))
        touched.concepts.update(self.index.concept_iris(identifier))
