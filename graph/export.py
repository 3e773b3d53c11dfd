"""Writing the graph to files: the same graph gives the same bytes."""

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import IO, Any, Final, Literal, get_args

import networkx as nx
from pyoxigraph import Quad, RdfFormat, Store, serialize

from ..ontology.errors import StoreError
from .iris import PREFIXES
from .kgx import write_kgx
from .nanopublications import write_nanopublications
from .parquet import write_parquet
from .parts import write_parts
from .projection import project
from .spreadsheet import TABLES, write_tables
from .sssom import write_sssom
from .store import UNION

ExportFormat = Literal[
    "nquads", "nquads-parts", "trig", "turtle", "jsonld", "nanopub", "graphml", "sssom", "kgx", "csv", "parquet"
]
"""Turtle and GraphML leave out which document says what; nanopublications hold what is affirmed, SSSOM mappings, KGX
links as Biolink has them."""
_WITH_GRAPHS: Final = {"nquads": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG, "jsonld": RdfFormat.JSON_LD}
_NOT_IN_XML: Final = {
    code: "\ufffd" for code in (*range(32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF) if chr(code) not in "\t\n\r"
}


_SEVERAL: Final[Mapping[str, tuple[Iterable[str], str]]] = {
    "kgx": (("nodes", "edges"), ".tsv"),
    "csv": (TABLES, ".csv"),
    "parquet": (TABLES, ".parquet"),
}
"""Names of the files, and their ending."""


def files_of(format: str, path: Path) -> tuple[Path, ...]:
    """Give the files that an export writes: KGX has one of nodes and one of edges, CSV and Parquet one of each table.

    >>> [path.name for path in files_of("kgx", Path("graph.tsv"))]
    ['graph_nodes.tsv', 'graph_edges.tsv']
    """
    parts, ending = _SEVERAL.get(format, ((), ""))
    return tuple(path.with_name(f"{path.name.removesuffix(ending)}_{part}{ending}") for part in parts) or (path,)


def export_graph(store: Store, format: str, path: Path, documents: Iterable[Quad] = ()) -> None:
    """Write a graph; files appear whole or not at all. Raises StoreError where they can't be written.

    The parts for bulk loaders hold the documents, too.
    """
    if format not in get_args(ExportFormat):
        formats = ", ".join(get_args(ExportFormat))
        raise StoreError(f"there is no format {format!r}", where=str(path), remedy=f"use one of {formats}")
    files = files_of(format, path)
    parts = [file.with_name(f".{file.name}.part") for file in files]
    try:
        try:
            _write_files(store, format, parts, documents)
            for part, file in zip(parts, files, strict=True):
                part.replace(file)
        finally:
            for part in parts:
                shutil.rmtree(part) if part.is_dir() else part.unlink(missing_ok=True)
    except OSError as error:
        remedy = "check the folder and its space"
        raise StoreError(f"the file can't be written: {error.strerror}", where=str(path), remedy=remedy) from error


def _write_files(store: Store, format: str, files: Sequence[Path], documents: Iterable[Quad]) -> None:
    match format:
        case "kgx":
            write_kgx(store, *files)
        case "csv":
            write_tables(store, files)
        case "parquet":
            write_parquet(store, files)
        case "nquads-parts":
            write_parts(chain(_in_order(store), documents), files[0])
        case _:
            _write_file(store, format, files[0])


def _write_file(store: Store, format: str, file: Path) -> None:
    with file.open("wb") as output:
        _write(store, format, output)


def _write(store: Store, format: str, output: IO[bytes]) -> None:
    if format == "sssom":
        write_sssom(store, output)
    elif format == "nanopub":
        write_nanopublications(store, output)
    elif format == "graphml":
        nx.write_graphml_lxml(_flat(project(store)), output)  # pyright: ignore[reportUnknownMemberType]
    elif format == "turtle":
        triples = sorted((quad.triple for quad in store.quads_for_pattern(None, None, None, UNION)), key=str)
        serialize(triples, output, RdfFormat.TURTLE, prefixes=PREFIXES)
    else:
        serialize(_in_order(store), output, _WITH_GRAPHS[format], prefixes=PREFIXES)


def _in_order(store: Store) -> Iterator[Quad]:
    """Give the statements of the named graphs, sorted one graph after the other: memory holds the largest alone."""
    for graph in sorted(store.named_graphs(), key=str):
        yield from sorted(store.quads_for_pattern(None, None, None, graph), key=lambda quad: str(quad.triple))


def _flat(graph: "nx.MultiDiGraph[str]") -> "nx.MultiDiGraph[str]":
    """Put nodes and edges in order, sentences as one text, and take out what XML can't hold."""
    flat: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in sorted(graph):
        about: dict[str, Any] = graph.nodes[node]
        flat.add_node(_xml(node), **{name: _xml(about[name]) for name in sorted(about)})
    edges: list[tuple[str, str, str, dict[str, Any]]] = [*graph.edges(keys=True, data=True)]
    for source, target, key, link in sorted(edges, key=_ends):
        evidence: list[dict[str, Any]] = link["evidence"]
        texts = {**link, "evidence": "\n".join(sentence["quote"] for sentence in evidence)}
        flat.add_edge(_xml(source), _xml(target), key=key, **{name: _xml(texts[name]) for name in sorted(texts)})
    return flat


def _ends(edge: tuple[str, str, str, object]) -> tuple[str, str, str]:
    return edge[:3]


def _xml(text: Any) -> str:
    return str(text).translate(_NOT_IN_XML)
