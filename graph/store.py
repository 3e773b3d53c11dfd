"""Oxigraph, embedded: opening, and changing several parts of the graph at once, or not at all.

The default graph holds the union of the named graphs, each statement once. A union made by each query instead gives a
statement of n documents n times, and a join of k such statements n to the power of k rows.
"""

from collections import defaultdict
from collections.abc import Generator, Iterable, Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, Store, Triple, parse, serialize

from ..ontology.errors import StoreError
from .iris import document_iri
from .keys import KEY, NAMING

UNION: Final = DefaultGraph()
_MANY: Final = 2_000_000
"""Bytes of N-Quads from which on it is quicker to make files of them that take their place in the store together."""
GraphName = NamedNode | BlankNode | DefaultGraph


@dataclass(frozen=True, slots=True)
class Replacement:
    """What a named graph is to hold from now on, or what it is to hold about one subject."""

    graph: GraphName
    subject: NamedNode | None
    statements: frozenset[Quad] | bytes
    """Quads, or N-Quads as `serialize` writes them."""


@contextmanager
def plain_errors(where: object) -> Generator[None]:
    """Tell errors of the disk in words."""
    try:
        yield
    except OSError as error:
        if "lock" in str(error).lower():
            remedy = "wait until it is done, or end it"
            raise StoreError("another program has this graph open", where=str(where), remedy=remedy) from error
        remedy = "check the disk's space and the folder's rights"
        raise StoreError(f"the graph can't be read or written: {error}", where=str(where), remedy=remedy) from error


def open_store(path: Path | None) -> Store:
    """Open the store in a folder, or in memory; only one program at a time can have it open."""
    if path is None:
        return Store()
    with plain_errors(path):
        path.mkdir(parents=True, exist_ok=True)
        return Store(path)


def open_read_only(path: Path) -> Store:
    """Open the store in a folder as it is now, whatever other programs do with it."""
    with plain_errors(path):
        return Store.read_only(str(path))


def flush(store: Store) -> None:
    """Write to the disk's files what is only in the log as yet, so that the store opens at once the next time."""
    with plain_errors("the store"):
        store.flush()


def load_file(store: Store, path: Path) -> None:
    """Load an RDF file into an empty store; what is in no named graph goes into one named after the file."""
    format = RdfFormat.from_extension(path.suffix.removeprefix("."))
    if format is None:
        remedy = "use .nq, .trig, .ttl, .nt, .jsonld or .rdf"
        raise StoreError("the file's ending tells no RDF format", where=str(path), remedy=remedy)
    with plain_errors(path):
        try:
            store.load(path=str(path), format=format, base_iri=path.absolute().as_uri())
        except (SyntaxError, ValueError) as error:
            remedy = "repair the file, or make it again"
            raise StoreError(f"the RDF is broken: {error}", where=str(path), remedy=remedy) from error
    graph = document_iri(path.stem)
    store.update(f"INSERT {{ GRAPH {graph} {{ ?s ?p ?o }} }} WHERE {{ ?s ?p ?o }}")
    _add_keys(store)
    store.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?graph { ?s ?p ?o } }")


def _add_keys(store: Store) -> None:
    """Give keys to the names of graphs that were not made here."""
    naming = " ".join(sorted(map(str, NAMING)))
    update = f"""
        INSERT {{ GRAPH ?graph {{ ?node {KEY} ?key }} }} WHERE {{
            GRAPH ?graph {{ ?node ?naming ?name }} VALUES ?naming {{ {naming} }}
            FILTER NOT EXISTS {{ GRAPH ?graph {{ ?node {KEY} ?any }} }}
            BIND(LCASE(STR(?name)) AS ?key)
        }}"""  # noqa: S608 (terms of the vocabulary only)
    store.update(update)


def named_quads(store: Store) -> Iterator[Quad]:
    """Give all statements of all named graphs, without the union that the default graph holds."""
    return (quad for quad in store if quad.graph_name != UNION)


@dataclass(slots=True)
class Change:
    """Statements to be added to a store, to named graphs and to the union, as N-Quads; others to be removed."""

    named: bytes
    union: bytes
    gone: set[Quad]
    begun: bool = False
    """Whether the store has changed: from then on it must be gone through with."""

    @classmethod
    def of(cls, new: Iterable[Quad], gone: Iterable[Quad]) -> Self:
        """Make a change of quads."""
        return cls(b"", _lines(new), {*gone})

    @property
    def new(self) -> set[Quad]:
        """What is to be added, as quads."""
        return {*parse(self.named + self.union, format=RdfFormat.N_QUADS)}

    def add(self, store: Store) -> None:
        """Add all or, as long as it has not `begun`, nothing.

        Many statements come in two steps, since Oxigraph's memory grows with what it loads at once. The union comes
        first: what a named graph says is then in the union too, and what is missing from either is seen in the graph.
        """
        lots = [self.union + self.named] if len(self.named) < _MANY else [self.union, self.named]
        for lot in filter(None, lots):
            self._load(store, lot)

    def _load(self, store: Store, lot: bytes) -> None:
        with plain_errors("the store"):
            load = store.load if len(lot) < _MANY else store.bulk_load
            load(input=lot, format=RdfFormat.N_QUADS, lenient=True)
        self.begun = True

    def remove(self, store: Store) -> None:
        """Remove in one transaction; what no graph says any more, now that all is added, goes from the union too."""
        if self.gone:
            self.gone.update(
                [_in_union(quad.triple) for quad in self.gone if not _said_elsewhere(store, quad, self.gone)]
            )
            with plain_errors("the store"):
                # Oxigraph's own serialiser escapes what documents hold, so nothing can leave its quotes.
                store.update(f"DELETE DATA {{ {_data(self.gone)} }}")
            self.begun = True


def change(store: Store, replacements: Iterable[Replacement]) -> Change:
    """Say what replacements change; what is there already is not written again."""
    gone: set[Quad] = set()
    new: set[Quad] = set()
    named: list[bytes] = []
    union: list[bytes] = []
    for replacement in replacements:
        present = set(store.quads_for_pattern(replacement.subject, None, None, replacement.graph))
        wanted = replacement.statements
        if isinstance(wanted, bytes):
            if not present:
                named.append(wanted)
                union.append(wanted.replace(f" {replacement.graph} .\n".encode(), b" .\n"))
                continue
            wanted = frozenset(parse(wanted, format=RdfFormat.N_QUADS))
        gone |= present - wanted
        new |= wanted - present
    named.append(_lines(new))
    union.append(_lines([_in_union(quad.triple) for quad in new]))
    return Change(b"".join(named), b"".join(union), gone)


def apply(store: Store, replacements: Iterable[Replacement]) -> None:
    """Make all replacements; one transaction adds, another removes, and both can be made again after a crash."""
    changes = change(store, replacements)
    changes.add(store)
    changes.remove(store)


def _said_elsewhere(store: Store, quad: Quad, gone: Set[Quad]) -> bool:
    """Tell whether another named graph goes on saying the same."""
    same = store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
    return any(other not in gone and other.graph_name != UNION for other in same)


def _lines(quads: Iterable[Quad]) -> bytes:
    return serialize(quads, format=RdfFormat.N_QUADS) or b""


def _in_union(triple: Triple) -> Quad:
    return Quad(triple.subject, triple.predicate, triple.object, UNION)


def _data(quads: Set[Quad]) -> str:
    graphs: defaultdict[GraphName, list[Triple]] = defaultdict(list)
    for quad in quads:
        graphs[quad.graph_name].append(quad.triple)
    return "\n".join(_block(graph, triples) for graph, triples in graphs.items())


def _block(graph: GraphName, triples: list[Triple]) -> str:
    data = (serialize(triples, format=RdfFormat.N_TRIPLES) or b"").decode()
    return data if graph == UNION else f"GRAPH {graph} {{ {data} }}"
