"""Asking the graph in SPARQL, over the union of all its named graphs, as rdflib answers."""

import re
from collections.abc import Mapping
from typing import Final

from oxrdflib import OxigraphStore
from pyoxigraph import Store
from rdflib.query import Result
from rdflib.term import Identifier

from ..ontology.errors import QueryError
from .iris import PREFIXES

_TOKENS: Final = re.compile(
    r"""'''.*?'''|\"{3}.*?\"{3}|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|<[^<>"{}|^`\\\s]*>|\#[^\n]*|[?$@:\w-]+""",
    re.DOTALL,
)


def run_query(store: Store, sparql: str, bindings: Mapping[str, Identifier] | None = None) -> Result:
    """Run a query with its variables bound to values; QueryError when it can't be run.

    `SERVICE` is refused, since a query must not reach out to the network unasked.
    """
    if any(token.upper() == "SERVICE" for token in _TOKENS.findall(sparql)):
        raise QueryError("SERVICE would ask another server", remedy="leave it out, or ask that server yourself")
    try:
        return OxigraphStore(store=store).query(sparql, PREFIXES, dict(bindings or {}), "__UNION__")
    except SyntaxError as error:
        raise QueryError(f"the query can't be understood: {error}", remedy="compare it with SPARQL 1.1") from error
    except (OSError, ValueError, TypeError) as error:
        raise QueryError(f"the query can't be run: {error}") from error
