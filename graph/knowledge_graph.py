"""The knowledge graph: documents go in with what was read out of them; answers, views and files come out."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from pyoxigraph import NamedNode, Quad
from rdflib.query import Result
from rdflib.term import Identifier

from ..ontology.document import Document
from ..ontology.errors import StoreError
from ..ontology.facts import Reading
from ..ontology.lexicon import load_lexicon
from .answers import Found, Table, TripleGraph, as_answer, as_result
from .belief import Belief, belief
from .concepts import Names
from .conflicts import Conflict, conflicts
from .context import context
from .crosscheck import Check, crosscheck
from .curation import Mark
from .description import Description, describe_name
from .difference import Difference, difference
from .iris import TG, TYPE
from .memory import Memory
from .preparation import Prepared
from .querying import run_query
from .store import UNION, flush, load_file, open_store
from .textsearch import Hits
from .verification import Problem, check_quotes, check_shapes
from .view import DocumentSummary, GraphView, Sentence, plain

if TYPE_CHECKING:  # what only some methods need is loaded by them, so that a question is answered soon
    import networkx as nx

    from .export import ExportFormat
    from .picture import Drawn


class KnowledgeGraph:
    """A graph of facts with the words that state them, in a folder or in memory.

    One program at a time can have a folder open; StoreError tells so. Close it, or use it in a `with` statement.

    >>> from trialgraph.ontology.facts import Concept, Evidence, Fact, Link
    >>> text = "Isatuximab targets CD38."
    >>> link = Link(subject=Concept("Drug", "isatuximab"), predicate="targets", object=Concept("Target", "CD38"))
    >>> reading = Reading(facts=(Fact(link, Evidence(start=0, end=24, quote=text)),))
    >>> with KnowledgeGraph() as graph:
    ...     graph.add(Document(identifier="note", source="note.txt", text=text), reading)
    ...     [str(row.quote) for row in graph.query("SELECT ?quote { ?evidence tg:quote ?quote }")]
    ['Isatuximab targets CD38.']
    """

    def __init__(self, path: Path | None = None, *, lexicon: Names | None = None) -> None:
        self._store = open_store(path / "oxigraph" if path else None)
        names: Callable[[], Names] = load_lexicon if lexicon is None else lambda: lexicon
        self._memory = Memory(path / "documents.sqlite" if path else None, self._store, names)

    @classmethod
    def load_rdf(cls, path: Path) -> Self:
        """Load a graph from an RDF file into memory; StoreError where the file can't be read."""
        graph = cls()
        load_file(graph._store, path)
        return graph

    def close(self) -> None:
        """Let others open the folder; the graph can't be used any more. Closing twice does no harm."""
        if hasattr(self, "_memory"):
            self._memory.close()
            flush(self._store)
            del self._memory, self._store

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def add(self, document: Document, reading: Reading, *, content_hash: str = "") -> None:
        """Store a document and its reading, in place of what was stored under its identifier.

        When this returns, the document is safe; StoreError leaves the graph as it was.
        """
        self.add_all([(document, reading, content_hash)])

    def add_all(self, documents: Iterable[tuple[Document, Reading, str]]) -> None:
        """Store documents with their readings and content hashes: all or, after a StoreError, none.

        Many at once take much less time than one after the other. Of several with one identifier the last counts.
        """
        self.add_prepared(self._memory.prepare(*found) for found in documents)

    def add_prepared(self, documents: Iterable[Prepared]) -> None:
        """Do the same with documents that `preparation.prepare` made ready, in another process for instance."""
        self._memory.put_all({prepared.record.identifier: prepared for prepared in documents})

    def remove(self, identifier: str) -> None:
        """Forget a document, as if it had never been read; StoreError where there is none."""
        if self._memory.archive.content_hash(identifier) is None:
            raise StoreError(f"there is no document {identifier!r}", remedy="`trialgraph stats` lists them")
        self._memory.put(identifier, None)

    def has(self, identifier: str, content_hash: str) -> bool:
        """Tell whether this very content is stored under this identifier."""
        return self._memory.archive.content_hash(identifier) == content_hash

    def documents_of(self, content_hash: str) -> list[str]:
        """Give the identifiers of the documents stored with the hash of their file; none where one is missing.

        A file's last document is stored with the hash itself, those before it with the hash and -1, -2, and so on.
        """
        return self._memory.archive.documents_of(content_hash)

    def mark(self, mark: Mark) -> None:
        """Keep what a reader thinks of a claim, in place of what the same reader thought before."""
        if not GraphView(self._store).sentences(NamedNode(mark.claim)):
            raise StoreError("there is no such claim", where=mark.claim, remedy="take the address of a claim")
        self._memory.curation.put(mark)

    def unmark(self, claim: str, reader: str) -> None:
        """Take a reader's mark of a claim back."""
        self._memory.curation.remove(claim, reader)

    def marks(self) -> list[Mark]:
        """List what readers think of claims."""
        return self._memory.curation.marks()

    def text(self, identifier: str) -> str:
        """Give the stored text of a document, into which offsets point; StoreError where there is none."""
        record = self._memory.archive.get(identifier)
        if record is None:
            raise StoreError(f"there is no text of {identifier!r}", remedy="`trialgraph stats` lists the documents")
        return record.document.text

    def document(self, identifier: str) -> Document | None:
        """Give a stored document with sections and tables; None where there is none."""
        record = self._memory.archive.get(identifier)
        return record.document if record else None

    def reading(self, identifier: str) -> Reading | None:
        """Give what was read out of a stored document; None where there is none."""
        record = self._memory.archive.get(identifier)
        return record.reading if record else None

    def documents(self) -> list[DocumentSummary]:
        """List the documents, sorted by identifier."""
        view = GraphView(self._store)
        return sorted(map(view.document, view.of_kind("Document")))

    def query(
        self, sparql: str, bindings: Mapping[str, Identifier] | None = None, *, federated: bool = False
    ) -> Result:
        """Ask in SPARQL over everything in the graph; bindings are values for variables, never parts of the text.

        The usual prefixes are there. Raises QueryError where the query can't be run.
        Asks no other server, unless `federated` and the query says SERVICE.
        """
        return as_result(self._found(sparql, bindings, federated=federated))

    def answer(self, sparql: str, *, federated: bool = False) -> Table | TripleGraph:
        """Ask as `query` does, and get all at once: a table whose terms are made when they are looked at, or a graph.

        OSError where another server fails that the query asked.
        """
        return as_answer(self._found(sparql, None, federated=federated))

    def _found(self, sparql: str, bindings: Mapping[str, Identifier] | None, *, federated: bool) -> Found:
        return run_query(self._store, sparql, bindings, federated=federated)

    def networkx(self) -> "nx.MultiDiGraph[str]":
        """Give concepts, trials, arms and results as nodes, claims with their sentences as edges; see `project`."""
        from .projection import project

        return project(self._store)

    def draw(
        self, path: Path, *, around: str = "", depth: int = 1, kinds: Collection[str] = (), limit: int = 300
    ) -> "Drawn":
        """Write an interactive page that needs no network and leads to the sentences; see `picture.draw`."""
        from .picture import draw

        return draw(self, path, around=around, depth=depth, kinds=kinds, limit=limit)

    def export(self, format: "ExportFormat", path: Path) -> None:
        """Write the graph to a file, byte for byte the same for the same graph; StoreError where that fails."""
        from .export import export_graph

        export_graph(self._store, format, path, self._documents())

    def _documents(self) -> Iterator[Quad]:
        """Give the documents with their readings as an endpoint keeps them."""
        from .remote_store import stored

        archive = self._memory.archive
        for identifier in archive.identifiers():
            record = archive.get(identifier)
            yield from () if record is None else stored(identifier, record)

    def verify(self) -> list[Problem]:
        """Cut every quote out of the stored texts again and check the shapes; empty where all is well."""
        return sorted([*check_quotes(self._store, self._memory.archive), *check_shapes(self._store)])

    def stats(self) -> dict[str, int]:
        """Count the instances of each class, and all statements, each once however many documents make it."""
        kinds = Counter(plain(quad.object) for quad in self._store.quads_for_pattern(None, TYPE, None, UNION))
        counts = {kind.removeprefix(TG): kinds[kind] for kind in sorted(kinds) if kind.startswith(TG)}
        return counts | {"statements": sum(1 for _ in self._store.quads_for_pattern(None, None, None, UNION))}

    def describe(self, name: str) -> list[Description]:
        """Describe all that bears a name (concepts, trials, arms, documents), with facts in words and sentences."""
        return describe_name(self._store, name)

    def belief(self, claim: str) -> Belief:
        """Weigh the evidence of a claim, given by its IRI: how far it can be believed, and why."""
        return belief(GraphView(self._store), NamedNode(claim))

    def search(self, words: str, limit: int = 20) -> Hits:
        """Find names and quotes that hold all the words, at most `limit` of each; the last may be a beginning.

        Case and accents don't matter, and nothing in the words is an operator.
        """
        return self._memory.texts.search(words, limit)

    def whole_sentence(self, sentence: Sentence) -> str:
        """Give the sentence in which a quote stands; the quote alone where the text isn't stored, as in RDF files."""
        document = GraphView(self._store).document(NamedNode(sentence.document))
        record = self._memory.archive.get(document.identifier)
        before, after = context(sentence, record.document.text if record else "")
        return f"{before}{sentence.quote}{after}"

    def conflicts(self, trial: str = "") -> list[Conflict]:
        """List where documents disagree, of one trial or of all, with the sentences of either side."""
        return conflicts(self._store, trial)

    def difference(self, other: "KnowledgeGraph") -> Difference:
        """Tell which facts another graph has gained, lost and changed, seen from this one."""
        return difference(self._store, other._store)

    def history(self, before: str, after: str) -> Difference:
        """Tell which facts the documents issued until one day had gained, lost and changed by another; see `is_day`."""
        return difference(self._store, self._store, (before, after))

    def crosscheck(self, trial: str = "") -> list[Check]:
        """Compare what papers say of a trial, or of all, with its registry record, where both are in the graph."""
        return crosscheck(self._store, self._memory.index, trial)
