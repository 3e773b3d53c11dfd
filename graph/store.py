"""Oxigraph, embedded: opening, and changing several parts of the graph at once, or not at all."""

from collections import defaultdict
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, RdfFormat, Store, Triple, serialize

from ..ontology.errors import StoreError
from .iris import document_iri

GraphName = NamedNode | BlankNode | DefaultGraph


@dataclass(frozen=True, slots=True)
class Replacement:
    """What a named graph is to hold from now on, or what it is to hold about one subject."""

    graph: GraphName
    subject: NamedNode | None
    quads: frozenset[Quad]


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


def flush(store: Store) -> None:
    """Write to the disk's files what is only in the log as yet, so that the store opens at once the next time."""
    with plain_errors("the store"):
        store.flush()


def load_file(store: Store, path: Path) -> None:
    """Load an RDF file; a file without named graphs makes one, named after it."""
    format = RdfFormat.from_extension(path.suffix.removeprefix("."))
    if format is None:
        remedy = "use .nq, .trig, .ttl, .nt, .jsonld or .rdf"
        raise StoreError("the file's ending tells no RDF format", where=str(path), remedy=remedy)
    with plain_errors(path):
        try:
            graph = None if format.supports_datasets else document_iri(path.stem)
            store.load(path=str(path), format=format, to_graph=graph, base_iri=path.absolute().as_uri())
        except (SyntaxError, ValueError) as error:
            remedy = "repair the file, or make it again"
            raise StoreError(f"the RDF is broken: {error}", where=str(path), remedy=remedy) from error


def apply(store: Store, replacements: Iterable[Replacement]) -> None:
    """Make all replacements in one transaction; what is there already is not written again."""
    gone: set[Quad] = set()
    new: set[Quad] = set()
    for replacement in replacements:
        present = set(store.quads_for_pattern(replacement.subject, None, None, replacement.graph))
        gone |= present - replacement.quads
        new |= replacement.quads - present
    with plain_errors("the store"):
        if gone:
            # Oxigraph's own serialiser escapes what documents hold, so nothing can leave its quotes.
            store.update(f"DELETE DATA {{ {_data(gone)} }} ; INSERT DATA {{ {_data(new)} }}")
        elif new:
            store.extend(new)


def _data(quads: set[Quad]) -> str:
    graphs: defaultdict[str, list[Triple]] = defaultdict(list)
    for quad in quads:
        graphs[str(quad.graph_name)].append(quad.triple)
    blocks = ((graph, serialize(triples, format=RdfFormat.N_TRIPLES)) for graph, triples in graphs.items())
    return "\n".join(f"GRAPH {graph} {{ {(block or b'').decode()} }}" for graph, block in blocks)
