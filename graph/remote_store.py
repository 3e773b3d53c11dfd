"""What trialgraph keeps at an endpoint: the graphs, their union, each document with its reading, and whose turn it is.

Documents lie, packed, in a graph of their own, so that whoever has the address can go on where another stopped.
SPARQL has no locks. Who begins to write puts down a token; who was writing finds it and stops. A token that is there
already tells that a writer did not come to its end, so that the graphs have to be compared.
"""

import json
import re
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby
from typing import Final
from uuid import uuid4

from pyoxigraph import Literal, NamedNode, Quad, Triple

from ..ontology.errors import StoreError
from ..ontology.serialisation import document_from_json, document_to_json, reading_from_json, reading_to_json
from .answers import Term
from .archive import Record
from .endpoint import Endpoint
from .iris import TG, XSD, digest, document_iri, tg
from .named_graphs import NamedGraphs
from .store import UNION, Change, GraphName
from .view import plain

ARCHIVE: Final = NamedNode(f"{TG}archive")
_IDENTIFIER, _STATE, _PART, _WRITER, _VERSION = (
    NamedNode(f"{TG}archive#{name}") for name in ("identifier", "state", "part", "writer", "version")
)
_OURS: Final = f'FILTER(STRSTARTS(STR(?graph), "{TG}") && ?graph != {ARCHIVE})'
_BOOLEANS: Final = {"1": "true", "0": "false"}
_MOST_STATEMENTS: Final = 1000
_MOST_CHARACTERS: Final = 500_000
"""Limits of one update: Virtuoso refuses some thousands of statements, others long requests."""
_ESCAPE: Final = re.compile(r"\\\\([uU])|\\u([0-9A-Fa-f]{4})|\\.")
_PART_LENGTH: Final = 60_000


class RemoteStore:
    """The statements and documents at an endpoint; all its errors are StoreErrors."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._graphs = NamedGraphs(endpoint)
        self._token = uuid4().hex
        self.separate = True
        """Whether the default graph is one of its own; other endpoints show the union of all graphs in its place."""

    def states(self) -> dict[str, str]:
        """Give the documents by identifier, each with a hash of what is stored of it."""
        about = f"GRAPH {ARCHIVE} {{ ?document {_IDENTIFIER} ?identifier ; {_STATE} ?state }}"
        found = {identifier.value: state.value for identifier, state in self._all("?identifier ?state", about)}
        if not found and self._endpoint.holds(f"GRAPH ?graph {{ ?graph a {tg('Document')} }}"):
            remedy = "ask it by `query`, or fill it by `build` or from `export --format nquads-parts`"
            raise StoreError(
                "the endpoint has graphs without their documents", where=self._endpoint.where, remedy=remedy
            )
        return found

    def record(self, identifier: str) -> Record:
        """Fetch a document with its reading."""
        about = f"GRAPH {ARCHIVE} {{ {document_iri(identifier)} {_PART} ?part }}"
        return _unpack(part.value for (part,) in self._all("?part", about))

    def statements(self) -> set[Quad]:
        """Give all statements of our graphs, and those on our things in the default graph where it is one of its own.

        What else there is belongs to others.
        """
        self._look()
        union = self._all("?s ?p ?o", f'?s ?p ?o FILTER(STRSTARTS(STR(?s), "{TG}"))') if self.separate else []
        return {*self._named(), *(_quad(s, p, o, UNION) for s, p, o in union)}

    def _named(self) -> Iterator[Quad]:
        """Give all statements of our graphs, one graph after the other where the endpoint offers whole ones."""
        everything = f"GRAPH ?graph {{ ?s ?p ?o }} {_OURS}"
        if self._graphs.offered():
            for (name,) in self._all("?graph", f"{{ SELECT DISTINCT ?graph WHERE {{ {everything} }} }}"):
                graph = NamedNode(name.value)
                yield from (_quad(one.subject, one.predicate, one.object, graph) for one in self._graphs.read(graph))
        else:
            yield from (_quad(s, p, o, graph) for s, p, o, graph in self._all("?s ?p ?o ?graph", everything))

    def begin(self, version: str) -> bool:
        """Take one's turn to write; tell whether all that is there was written to its end, by the same version."""
        about = f"GRAPH {ARCHIVE} {{ {ARCHIVE} {_WRITER} ?writer }}"
        nobody = not self._endpoint.holds(about)
        made = {value.value for (value,) in self._all("?v", f"GRAPH {ARCHIVE} {{ {ARCHIVE} {_VERSION} ?v }}")}
        token, mine = Literal(self._token), Literal(version)
        self._endpoint.update(
            f"DELETE WHERE {{ GRAPH {ARCHIVE} {{ {ARCHIVE} ?p ?o }} }} ;\n"
            f"INSERT DATA {{ GRAPH {ARCHIVE} {{ {ARCHIVE} {_WRITER} {token} ; {_VERSION} {mine} }} }}"
        )
        self._look()
        return nobody and made == {version}

    def _look(self) -> None:
        """See whether what lies in a graph shows in the default graph."""
        self.separate = not self._endpoint.holds(f"{ARCHIVE} {_VERSION} ?version")

    def end(self) -> None:
        """Give one's turn back: all is written."""
        self._endpoint.update(f"DELETE DATA {{ GRAPH {ARCHIVE} {{ {ARCHIVE} {_WRITER} {Literal(self._token)} }} }}")

    def put(self, records: Mapping[str, Record | None], change: Change) -> dict[str, str]:
        """Store documents, or remove them, with what this changes in the graphs; gives the hashes of those stored.

        They count as stored from the last statement on.
        """
        self._check_turn()
        old = (f"DELETE WHERE {{ GRAPH {ARCHIVE} {{ {document_iri(identifier)} ?p ?o }} }}" for identifier in records)
        new = {identifier: stored(identifier, record) for identifier, record in records.items() if record is not None}
        self._send(" ;\n".join(old), self._graphs.send(change), chain.from_iterable(new.values()))
        self._check_turn(late=True)
        return {name: plain(quad.object) for name, quads in new.items() for quad in quads if quad.predicate == _STATE}

    def mend(self, change: Change) -> None:
        """Change statements alone."""
        self._send("", change, ())

    def _check_turn(self, *, late: bool = False) -> None:
        """Raise StoreError where another program has begun to write; where it is `late`, see that graphs get mended."""
        token = f"GRAPH {ARCHIVE} {{ {ARCHIVE} {_WRITER} {Literal(self._token)} }}"
        if self._endpoint.holds(token):
            return
        if late:
            self._endpoint.update(f"INSERT DATA {{ {token} }}")
        remedy = "run again when it is done; what was reported as stored is stored"
        raise StoreError("another program has begun to write to this graph", where=self._endpoint.where, remedy=remedy)

    def _send(self, first: str, change: Change, last: Iterable[Quad]) -> None:
        gone, new = self._ordered(change.gone), [*self._ordered(change.new), *last]
        for update in _updates(first, [*(("DELETE", quad) for quad in gone), *(("INSERT", quad) for quad in new)]):
            self._endpoint.update(update)

    def _ordered(self, quads: Iterable[Quad]) -> list[Quad]:
        return sorted((quad for quad in quads if self.separate or quad.graph_name != UNION), key=_by_graph)

    def _all(self, variables: str, pattern: str) -> list[tuple[Term, ...]]:
        """Give all rows; StoreError where the endpoint keeps some back."""
        rows = [*self._endpoint.rows(f"SELECT {variables} WHERE {{ {pattern} }}")]
        ((count,),) = self._endpoint.rows(f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}")
        if int(count.value) > len(rows):
            told = f"the endpoint gives {len(rows)} rows of {count.value}"
            raise StoreError(told, where=self._endpoint.where, remedy="raise its limit of rows")
        return rows


def stored(identifier: str, record: Record) -> list[Quad]:
    """Say a document with its reading in RDF, as texts that nobody but trialgraph understands."""
    packed = _pack(record)
    about = [(_PART, part) for part in _parts(packed)] + [(_IDENTIFIER, identifier), (_STATE, digest(packed))]
    return [Quad(document_iri(identifier), predicate, Literal(text), ARCHIVE) for predicate, text in about]


def _pack(record: Record) -> str:
    texts = (document_to_json(record.document), reading_to_json(record.reading))
    fields = [record.content_hash, record.version, *(text.decode() for text in texts)]
    return b64encode(zlib.compress(json.dumps(fields).encode())).decode()


def _parts(packed: str) -> list[str]:
    starts = range(0, len(packed), _PART_LENGTH)
    return [f"{number:06} {packed[start : start + _PART_LENGTH]}" for number, start in enumerate(starts)]


def _unpack(parts: Iterable[str]) -> Record:
    packed = "".join(part.partition(" ")[2] for part in sorted(parts))
    content_hash, version, document, reading = json.loads(zlib.decompress(b64decode(packed)))
    read = document_from_json(document.encode()), reading_from_json(reading.encode())
    return Record.of(*read, content_hash, version)


def _quad(subject: Term | Triple, predicate: Term, value: Term | Triple, graph: Term | GraphName) -> Quad:
    """Make a quad; Virtuoso writes booleans as figures."""
    if isinstance(value, Literal) and value.datatype.value == f"{XSD}boolean":
        value = Literal(_BOOLEANS.get(value.value, value.value), datatype=value.datatype)
    return Quad(subject, predicate, value, graph)  # pyright: ignore[reportArgumentType]


def _by_graph(quad: Quad) -> tuple[str, str]:
    return str(quad.graph_name), str(quad.triple)


def _updates(first: str, steps: Iterable[tuple[str, Quad]]) -> Iterator[str]:
    """Write steps as updates, in order, none of them too long."""
    done, batch, length = [first] if first else [], list[tuple[str, GraphName, str]](), 0
    for verb, quad in steps:
        line = f"{_unmistakable(str(quad.triple))} ."
        if batch and (len(batch) == _MOST_STATEMENTS or length + len(line) > _MOST_CHARACTERS):
            yield " ;\n".join([*done, *_operations(batch)])
            done, batch, length = [], [], 0
        batch.append((verb, quad.graph_name, line))
        length += len(line)
    if rest := [*done, *_operations(batch)]:
        yield " ;\n".join(rest)


def _unmistakable(triple: str) -> str:
    r"""Escape what some endpoints take for an escape though its backslash is one: they look for `\u` before all else.

    >>> print(_unmistakable(r'<a:a> <a:b> "\\u0022 \u0007 \""'))
    <a:a> <a:b> "\\\U000000750022 \U00000007 \""
    """
    return _ESCAPE.sub(_eight_figures, triple)


def _eight_figures(escape: re.Match[str]) -> str:
    after_backslash, code = escape[1], escape[2]
    if code:
        return f"\\U{code:0>8}"
    return f"\\\\\\U{ord(after_backslash):08X}" if after_backslash else escape[0]


def _operations(batch: Iterable[tuple[str, GraphName, str]]) -> Iterator[str]:
    """Write an operation for each graph: of several in one, Virtuoso 7 leaves texts with a language undeleted."""
    for (verb, graph), steps in groupby(batch, lambda step: step[:2]):
        data = "\n".join(line for _, _, line in steps)
        yield f"{verb} DATA {{ {data if graph == UNION else f'GRAPH {graph} {{ {data} }}'} }}"
