"""Giving parameters to a query: checked against their types, and bound as terms.

Oxigraph joins bound variables only after filters have been evaluated; SPARQL's protocol knows none at all. So values
go into VALUES blocks, SPARQL's own way to bind, one in each WHERE, so that inner SELECTs know them, too. Each value is
written as a term by Oxigraph's serialiser: none can leave its quotes, whatever it holds. A name goes in as the key by
which things are found, so that the query starts there.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Final

from pyoxigraph import Literal, NamedNode

from ..graph.iris import TG
from ..graph.keys import KEY, name_key
from ..ontology.errors import QueryError
from .header import CatalogueQuery, Parameter
from .scanning import inside_where, page

_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS: Final = {"integer": r"[+-]?\d+", "decimal": r"[+-]?(\d+\.?\d*|\.\d+)"}


def bind(query: CatalogueQuery, values: Mapping[str, str]) -> str:
    """Return the query's text with its parameters bound; QueryError for a missing, unknown or unfit value."""
    _check_names(query, values)
    text = _paged(query, values)
    given = [_given(query.name, p, values[p.name]) for p in query.parameters if p.name in values and p.type != "rows"]
    if not given:
        return text
    places = inside_where(text)
    if not places:
        raise QueryError("there is no WHERE to bind parameters in", where=query.name, remedy="write WHERE before the {")
    pieces = (text[start:end] for start, end in pairwise([0, *places, len(text)]))
    return _block(given).join(pieces)


def _paged(query: CatalogueQuery, values: Mapping[str, str]) -> str:
    """Put the numbers of rows into the text, since SPARQL knows no variables there."""
    rows = {p.name: values[p.name].strip() for p in query.parameters if p.type == "rows" and p.name in values}
    found = page(query.text)
    if not rows or found is None:
        return query.text
    if wrong := [number for number in rows.values() if not re.fullmatch(r"\d{1,18}", number, re.ASCII)]:
        raise QueryError(f"{wrong[0]!r} is no number of rows", where=query.name, remedy="give a whole number")
    numbers = f"LIMIT {rows.get('limit', found[1])} OFFSET {rows.get('offset', '0')}"
    return f"{query.text[: found.start()]}{numbers}{query.text[found.end() :]}"


@dataclass(frozen=True, slots=True)
class _Given:
    """What is written for a parameter: a variable with its values, and for a name the pattern that finds the thing."""

    variable: str
    terms: list[Literal | NamedNode]
    pattern: str = ""


def _given(query: str, parameter: Parameter, value: str) -> _Given:
    """Check a value; only `iris` are several, and at least one."""
    name = parameter.name
    if parameter.type == "name" and not value.startswith(TG):
        return _Given(f"?{name}Key", [_term(query, parameter, name_key(value))], f" ${name} {KEY} ?{name}Key .")
    parts = value.split() if parameter.type == "iris" else [value]
    return _Given(f"${name}", [_term(query, parameter, part) for part in parts or [value]])


def _block(given: Sequence[_Given]) -> str:
    """Bind everything in one block, so that Oxigraph starts there, whatever the query goes on with."""
    rows = " ".join(f"({' '.join(map(str, row))})" for row in product(*(one.terms for one in given)))
    variables = " ".join(one.variable for one in given)
    return f" VALUES ({variables}) {{ {rows} }}{''.join(one.pattern for one in given)}"


def _check_names(query: CatalogueQuery, values: Mapping[str, str]) -> None:
    expected = "; ".join(map(str, query.parameters))
    remedy = f"it takes {expected}" if expected else "it takes no parameters"
    known = {parameter.name for parameter in query.parameters}
    if unknown := sorted(values.keys() - known):
        raise QueryError(f"unknown parameter {', '.join(unknown)}", where=query.name, remedy=remedy)
    if missing := [p.name for p in query.parameters if not p.optional and p.name not in values]:
        raise QueryError(f"missing parameter {', '.join(missing)}", where=query.name, remedy=remedy)


def _term(name: str, parameter: Parameter, value: str) -> Literal | NamedNode:
    try:
        value.encode()
        if parameter.type == "text" or (parameter.type == "name" and not value.startswith(TG)):
            return Literal(value)
        if parameter.type in ("name", "iri", "iris"):
            return NamedNode(value.strip().removeprefix("<").removesuffix(">"))
        if re.fullmatch(_NUMBERS[parameter.type], value.strip(), re.ASCII):
            return Literal(value.strip(), datatype=NamedNode(_XSD + parameter.type))
    except ValueError as error:
        raise QueryError(f"{value!r} is no {parameter.type}", where=name, remedy=f"it takes {parameter}") from error
    raise QueryError(f"{value!r} is no {parameter.type}", where=name, remedy=f"it takes {parameter}")
