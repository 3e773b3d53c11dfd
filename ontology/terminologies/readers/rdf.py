"""OWL and SKOS in RDF/XML, Turtle or N-Triples, read as a stream by Oxigraph."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from ...errors import TerminologyError
from ..opening import count_lines, opened, start, tail
from ..records import Header, Notes, Record
from .gathering import Terms

_END: Final = re.compile(rb"</(?:[\w-]+:)?RDF\s*>(?:\s|<!--.*-->)*\Z", re.DOTALL)
_ENTITY: Final = re.compile(r"""<!ENTITY\s[^"'>]*(?:"[^"]*"|'[^']*')""")
_TYPE: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_OWL: Final = "http://www.w3.org/2002/07/owl#"
_SCHEMES: Final = frozenset((f"{_OWL}Ontology", "http://www.w3.org/2004/02/skos/core#ConceptScheme"))
_OF_SCHEMES: Final = frozenset(
    (f"{_OWL}versionInfo", f"{_OWL}versionIRI", "http://purl.org/dc/terms/license", "http://purl.org/dc/terms/title",
     "http://purl.org/dc/elements/1.1/title", "http://purl.org/dc/elements/1.1/rights")
)  # fmt: skip


def read_rdfxml(path: Path, header: Header, notes: Notes) -> Iterator[Record]:
    """Read RDF/XML, of which the parser takes half a file for a whole one."""
    if not _END.search(tail(path)):
        remedy = "the file is cut short; download it again"
        raise TerminologyError("no </rdf:RDF> at the end", where=f"{path}, line {count_lines(path)}", remedy=remedy)
    _check_entities(path)
    return _read(path, header, RdfFormat.RDF_XML)


def _check_entities(path: Path) -> None:
    """Refuse entities made of other entities, with which a small file fills any memory: the parser has no limit."""
    head, declared, rest = start(path).partition("<!DOCTYPE")
    declarations = rest.partition("]>")[0] if "[" in rest.partition(">")[0] else ""
    grown = next(
        (found for found in _ENTITY.finditer(declarations) if found[0].count("&") > 1 or len(found[0]) > 999), None
    )
    if grown is not None or (declarations and "]>" not in rest):
        line = (head + declared + declarations[: grown.start() if grown else None]).count("\n") + 1
        raise TerminologyError("entities that grow", where=f"{path}, line {line}", remedy="write them out")


def read_turtle(path: Path, header: Header, notes: Notes) -> Iterator[Record]:
    """Read Turtle or N-Triples."""
    return _read(path, header, RdfFormat.TURTLE)


def _read(path: Path, header: Header, syntax: RdfFormat) -> Iterator[Record]:
    terms, schemes = Terms(), set[str]()
    of_schemes: list[tuple[str, str, str]] = []
    for subject, predicate, value in _statements(path, syntax):
        if predicate in _OF_SCHEMES:
            of_schemes.append((subject, predicate, value))
        elif predicate != _TYPE:
            terms.add(subject, predicate, value)
        elif value in _SCHEMES or value.endswith("Property"):
            schemes.add(subject)
    for subject, predicate, value in of_schemes:
        if subject in schemes:
            header.state(predicate, value)
    return (record for record in terms.records() if record.identifier not in schemes)


def _statements(path: Path, syntax: RdfFormat) -> Iterator[tuple[str, str, str]]:
    """Give subject, predicate and value of all statements on things with an IRI, in English or in no language."""
    with opened(path) as stream:
        for quad in parse(stream, syntax, base_iri=path.absolute().as_uri(), lenient=True):
            subject, value = quad.subject, quad.object
            if not isinstance(subject, NamedNode) or not isinstance(value, NamedNode | Literal):
                continue
            if isinstance(value, NamedNode) or (value.language or "en").lower().startswith("en"):
                yield subject.value, quad.predicate.value, value.value
