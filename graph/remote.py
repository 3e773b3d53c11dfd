"""A graph at a SPARQL endpoint, with a copy beside it from which everything but queries is answered.

Whoever writes compares documents, so all of them have to be at hand; so have those who draw, export or verify. The
copy, in the user's folder for caches, is brought up to date when it is needed, document by document.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from importlib.metadata import version
from pathlib import Path

from platformdirs import user_cache_path
from pyoxigraph import NamedNode, Quad, Store
from rdflib.term import Identifier

from ..ontology.lexicon import load_lexicon
from .answers import Found
from .archive import Record
from .concepts import Names
from .endpoint import Endpoint
from .iris import digest
from .knowledge_graph import KnowledgeGraph
from .memory import Memory
from .preparation import Prepared
from .querying import prepare
from .remote_store import RemoteStore
from .store import UNION, Change, flush, named_quads, open_store
from .verification import Problem


class RemoteGraph(KnowledgeGraph):
    """A graph at an endpoint, used like one in a folder; StoreError where the endpoint fails."""

    def __init__(self, address: str, *, lexicon: Names | None = None) -> None:
        self._endpoint = Endpoint(address)
        self._folder = user_cache_path("trialgraph") / "endpoints" / digest(address, version("trialgraph"))
        self._names: Callable[[], Names] = load_lexicon if lexicon is None else lambda: lexicon

    @cached_property
    def _copy(self) -> tuple[Store, "MirroredMemory"]:
        store = open_store(self._folder / "oxigraph")
        return store, MirroredMemory(RemoteStore(self._endpoint), self._folder / "documents.sqlite", store, self._names)

    @property
    def _store(self) -> Store:  # pyright: ignore[reportIncompatibleVariableOverride]
        return self._copy[0]

    @property
    def _memory(self) -> "MirroredMemory":  # pyright: ignore[reportIncompatibleVariableOverride]
        return self._copy[1]

    def folder(self) -> Path:
        """Bring the copy up to date, and give its folder, for who only looks."""
        flush(self._store)
        return self._folder

    def close(self) -> None:
        """Tell the endpoint that all is written, and let others open the copy; closing twice does no harm."""
        if "_copy" in self.__dict__:
            try:
                self._memory.close()
                flush(self._store)
            finally:
                del self.__dict__["_copy"]
        self._endpoint.close()

    def _found(self, sparql: str, bindings: Mapping[str, Identifier] | None, *, federated: bool) -> Found:
        """Let the endpoint answer."""
        return self._endpoint.query(prepare(sparql, bindings, federated=federated))

    def verify(self) -> list[Problem]:
        """Verify the copy, and compare the graphs at the endpoint with it."""
        missing, foreign = self._memory.differences()
        graphs = sorted({quad.graph_name for quad in missing | foreign}, key=str)
        return sorted([*super().verify(), *(_problem(graph, missing, foreign) for graph in graphs)])


class MirroredMemory(Memory):
    """The memory of the copy; what it stores is stored at the endpoint, or nowhere."""

    def __init__(self, remote: RemoteStore, path: Path, store: Store, names: Callable[[], Names]) -> None:
        self._remote = remote
        self._last = Change.of((), ())
        self._writing, self._whole = False, True
        super().__init__(path, store, names)
        self._database.rows("CREATE TABLE IF NOT EXISTS remote(identifier TEXT PRIMARY KEY, state TEXT)")
        self._fetch()

    def close(self) -> None:
        """Tell the endpoint that all is written, if it is, and close the copy."""
        try:
            if self._writing and self._whole:
                self._remote.end()
        finally:
            super().close()

    def put_all(self, documents: Mapping[str, Prepared | None]) -> None:
        """Store documents here and there, or remove them; after a StoreError the copy is as it was."""
        if all(self._holds(identifier, prepared) for identifier, prepared in documents.items()):
            return
        self._take_turn()
        before = {identifier: self.archive.get(identifier) for identifier in documents}
        self._outdate(documents)
        super().put_all(documents)
        try:
            states = self._remote.put({name: one and one.record for name, one in documents.items()}, self._last)
        except BaseException:
            self._whole = False
            self._put_here(before)
            raise
        self._note(states)

    def differences(self) -> tuple[set[Quad], set[Quad]]:
        """Give the statements that the endpoint lacks, and those that it has and should not have."""
        there = self._remote.statements()
        here = {*named_quads(self._store)}
        if self._remote.separate:
            here |= {_in_union(quad) for quad in here}
        return here - there, there - here

    def _take_turn(self) -> None:
        if not self._writing:
            self._whole = self._remote.begin(version("trialgraph"))
            self._fetch()
            self._writing = True
        if not self._whole:
            self._mend()
            self._whole = True

    def _fetch(self) -> None:
        """Bring the copy up to date."""
        known = dict(self._database.rows("SELECT identifier, state FROM remote"))
        there = self._remote.states()
        self._put_here(dict.fromkeys({*self.archive.identifiers()} - there.keys()))
        for identifier, state in sorted(there.items()):
            if known.get(identifier) != state:
                self._put_here({identifier: self._remote.record(identifier)})
                self._note({identifier: state})

    def _mend(self) -> None:
        """Bring the graphs at the endpoint in line with the documents there."""
        missing, foreign = self.differences()
        self._remote.mend(Change.of(missing, foreign))

    def _put_here(self, records: Mapping[str, Record | None]) -> None:
        """Change the copy alone; until its state is noted, it counts as out of date."""
        self._outdate(records)
        super().put_all({identifier: self.prepared(record) for identifier, record in records.items()})

    def _outdate(self, identifiers: Iterable[str]) -> None:
        self._database.write("DELETE FROM remote WHERE identifier=?", [(identifier,) for identifier in identifiers])

    def _note(self, states: Mapping[str, str]) -> None:
        self._database.write("INSERT OR REPLACE INTO remote VALUES (?,?)", states.items())

    def _changes(self, documents: Mapping[str, Prepared | None]) -> Change:
        self._last = super()._changes(documents)
        return self._last


def _in_union(quad: Quad) -> Quad:
    return Quad(quad.subject, quad.predicate, quad.object, UNION)


def _problem(graph: object, missing: set[Quad], foreign: set[Quad]) -> Problem:
    lacking, odd = (sum(quad.graph_name == graph for quad in quads) for quads in (missing, foreign))
    name = graph.value if isinstance(graph, NamedNode) else "the default graph"
    explanation = f"the endpoint lacks {lacking} statements of this graph and has {odd} that are not in it"
    return Problem(name, "endpoint", name, explanation)
