"""Asking the graph in SPARQL, over all that its documents say."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from pyoxigraph import Literal, NamedNode, Store
from rdflib import term

from ..ontology.errors import QueryError
from .answers import Found
from .iris import PREFIXES

_FORMS: Final = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}
_TOKEN: Final = re.compile(
    r"""'''.*?'''|\"{3}.*?\"{3}|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|<[^<>"{}|^`\\\s]*>|\#[^\n]*|[?$@:\w-]+|\{""",
    re.DOTALL,
)
"""Strings, IRIs and comments are skipped as wholes, so that what they hold is taken for nothing else."""


def run_query(
    store: Store, sparql: str, bindings: Mapping[str, term.Identifier] | None = None, *, federated: bool = False
) -> Found:
    """Run a query with its variables bound to values; QueryError when it can't be run.

    `SERVICE` is refused unless `federated`, since a query must not reach out to the network unasked.
    """
    bound = prepare(sparql, bindings, federated=federated)
    try:
        return store.query(bound, prefixes=PREFIXES)
    except SyntaxError as error:
        raise QueryError(f"the query can't be understood: {error}", remedy="compare it with SPARQL 1.1") from error
    except (OSError, ValueError, RuntimeError) as error:
        raise QueryError(f"the query can't be run: {error}") from error


def prepare(sparql: str, bindings: Mapping[str, term.Identifier] | None, *, federated: bool) -> str:
    """Bind variables to values, and refuse `SERVICE` unless `federated`."""
    if not federated and any(token.upper() == "SERVICE" for _, token in _tokens(sparql)):
        raise QueryError("SERVICE would ask another server", remedy="leave it out, or allow it with `federated`")
    try:
        return _bind(sparql, bindings) if bindings else sparql
    except ValueError as error:
        raise QueryError(f"a value can't be bound: {error}", remedy="bind an IRI or a literal") from error


def gives_triples(sparql: str) -> bool:
    """Tell CONSTRUCT and DESCRIBE from SELECT and ASK.

    >>> gives_triples("PREFIX ask: <x:> CONSTRUCT WHERE { ?s ?p ?o }"), gives_triples("ASK { ?s ?construct 1 }")
    (True, False)
    """
    forms = (word.upper() for _, word in _tokens(sparql) if word.upper() in _FORMS)
    return next(forms, "") in ("CONSTRUCT", "DESCRIBE")


def _tokens(sparql: str) -> Iterator[tuple[int, str]]:
    """Give each word, variable or opening brace with the place where it ends."""
    return ((match.end(), match[0]) for match in _TOKEN.finditer(sparql))


def _bind(sparql: str, bindings: Mapping[str, term.Identifier]) -> str:
    """Put the values into a VALUES block at the head of the pattern, each written by Oxigraph's serialiser."""
    words = [*_tokens(sparql)]
    where = next((end for end, word in words if word.upper() == "WHERE"), 0)
    place = next((end for end, word in words if word == "{" and end > where), None)
    if place is None:
        raise QueryError("the query has no pattern in which values could be bound", remedy="write WHERE { … }")
    for name in bindings:
        if not re.fullmatch(r"[^\W\d]\w*", name):
            raise QueryError(f"{name!r} is no name of a variable", remedy="use letters, digits and _")
    variables, values = (" ".join(parts) for parts in (map("?{}".format, bindings), map(_write, bindings.values())))
    return f"{sparql[:place]} VALUES ({variables}) {{ ({values}) }} {sparql[place:]}"


def _write(value: term.Identifier) -> str:
    if isinstance(value, term.URIRef):
        return str(NamedNode(str(value)))
    if not isinstance(value, term.Literal):
        raise QueryError(f"{value!r} can't be bound", remedy="bind an IRI or a literal")
    datatype = None if value.datatype is None or value.language else NamedNode(str(value.datatype))
    return str(Literal(str(value), datatype=datatype, language=value.language))
