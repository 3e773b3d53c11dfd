"""Choosing the format of an answer: by `?format=`, else by what the Accept header likes best."""

from collections.abc import Container, Mapping
from typing import Final

from starlette.requests import Request

from ...ontology.errors import QueryError
from .jobs import GRAPHS, TABLES

_TABLE_TYPES: Final = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
GRAPH_TYPES: Final = {
    "text/turtle": "ttl",
    "application/n-triples": "nt",
    "application/rdf+xml": "rdf",
    "application/ld+json": "jsonld",
}


def table_format(request: Request) -> str:
    """Choose one of TABLES; empty where none is accepted. QueryError for a `?format=` that there is not."""
    return _chosen(request, TABLES, _TABLE_TYPES)


def graph_format(request: Request) -> str:
    """Choose one of GRAPHS; empty where none is accepted. QueryError for a `?format=` that there is not."""
    return _chosen(request, GRAPHS, GRAPH_TYPES)


def _chosen(request: Request, named: Container[str], types: Mapping[str, str]) -> str:
    name = request.query_params.get("format", "")
    if name in named:
        return name
    if name and name not in (known := (*TABLES, *GRAPHS)):
        raise QueryError(f"there is no format {name!r}", remedy=f"take one of {', '.join(known)}")
    return types.get(preferred(request.headers.get("accept", "*/*"), tuple(types)), "")


def preferred(accept: str, offered: tuple[str, ...]) -> str:
    """Give the media type that an Accept header likes best, the first of equals; empty where it takes none.

    >>> preferred("text/csv;q=0.5, application/*", ("text/csv", "application/json"))
    'application/json'
    >>> preferred("image/png", ("text/csv",))
    ''
    """
    wanted = dict(map(_range, accept.split(","))) if accept.strip() else {"*/*": 1.0}
    liking = {kind: wanted.get(kind, wanted.get(f"{kind.split('/')[0]}/*", wanted.get("*/*", 0.0))) for kind in offered}
    best = max(offered, key=lambda kind: liking[kind])
    return best if liking[best] > 0 else ""


def _range(text: str) -> tuple[str, float]:
    kind, *parameters = (part.strip().lower() for part in text.split(";"))
    quality = next((part[2:] for part in parameters if part.startswith("q=")), "1")
    try:
        return kind, float(quality)
    except ValueError:
        return kind, 0.0
