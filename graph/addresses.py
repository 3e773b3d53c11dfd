"""Addresses of endpoints: told from paths, and shown without what may be secret in them."""

import re
from typing import Final
from urllib.parse import urlsplit

from ..ontology.errors import StoreError

_UPDATES: Final = ((r"/query$", "/update"), (r"(/repositories/[^/]+)$", r"\1/statements"))
"""Where updates go that don't go where questions go: Oxigraph, Fuseki and Stardog; GraphDB and RDF4J."""

_GRAPHS: Final = (
    (r"/(query|sparql)$", "/store"),
    (r"/(query|sparql)$", "/data"),
    (r"(/repositories/[^/]+)$", r"\1/rdf-graphs/service"),
    (r"/sparql(-auth)?$", r"/sparql-graph-crud\1"),
    (r"$", "/data"),
)
"""Where whole graphs may be: Oxigraph and trialgraph; Fuseki; GraphDB and RDF4J; Virtuoso; a dataset of Fuseki."""


def is_address(place: object) -> bool:
    """Tell an endpoint's address from a path.

    >>> is_address("http://localhost:7878/query"), is_address("my-store")
    (True, False)
    """
    return str(place).startswith(("http://", "https://"))


def shown(place: object) -> str:
    """Give a path, or an address without user, password and parameters; StoreError for an address that is none.

    >>> shown("https://me:secret@example.org:8890/sparql?key=secret"), shown("my-store")
    ('https://example.org:8890/sparql', 'my-store')
    """
    if not is_address(place):
        return str(place)
    try:
        parts = urlsplit(str(place))
        port = "" if parts.port is None else f":{parts.port}"
    except ValueError as error:
        raise StoreError("this is no address of an endpoint", remedy="write http://HOST:PORT/PATH") from error
    return f"{parts.scheme}://{parts.hostname or ''}{port}{parts.path}"


def update_address(address: str) -> str:
    """Guess where updates go.

    >>> update_address("http://localhost:7878/query"), update_address("http://localhost:3030/trials")
    ('http://localhost:7878/update', 'http://localhost:3030/trials')
    """
    for pattern, replacement in _UPDATES:
        if re.search(pattern, address):
            return re.sub(pattern, replacement, address)
    return address


def graph_addresses(address: str) -> list[str]:
    """Guess where whole graphs can be read and written, the likeliest first.

    >>> graph_addresses("http://localhost:8890/sparql-auth")
    ['http://localhost:8890/sparql-graph-crud-auth', 'http://localhost:8890/sparql-auth/data']
    """
    matching = (re.subn(pattern, replacement, address, count=1) for pattern, replacement in _GRAPHS)
    return [guess for guess, found in matching if found]
