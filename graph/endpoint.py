"""A SPARQL 1.1 endpoint over HTTP: questions, updates, and what goes wrong in plain words."""

import os
import re
from collections.abc import Container, Generator, Iterator
from contextlib import contextmanager
from importlib.metadata import version
from typing import Final, cast
from urllib.parse import urlsplit

import httpx
from httpx_retries import Retry, RetryTransport
from pyoxigraph import (
    Literal,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from ..ontology.errors import QueryError, StoreError
from .addresses import shown, update_address
from .answers import Found, Term
from .credentials import REMEDY, credentials
from .iris import PREFIXES
from .querying import gives_triples

TRIES: Final = 4
"""How often a request is repeated that did not get through, each time after a longer pause."""
_TIMEOUT: Final = httpx.Timeout(600, connect=10)
"""Seconds: an answer over ten million statements may take minutes."""
_LOST: Final = (httpx.ConnectError, httpx.ConnectTimeout, httpx.ReadError, httpx.WriteError, httpx.RemoteProtocolError)
_TABLE: Final = "application/sparql-results+json"
_TRIPLES: Final = "application/n-triples"
_REFUSED: Final = 400
_VIRTUOSO_ASK: Final = "__ASK_RETVAL"
_REMEDIES: Final = {
    401: REMEDY,
    403: "ask for the right to do this",
    404: "check the address; that of updates can be given as TRIALGRAPH_UPDATE_URL",
    405: "check the address; that of updates can be given as TRIALGRAPH_UPDATE_URL",
}


class Endpoint:
    """An endpoint; its errors come out as StoreError, or QueryError where it refuses a question.

    Credentials come from TRIALGRAPH_TOKEN, or TRIALGRAPH_USER and TRIALGRAPH_PASSWORD, or ~/.netrc, and are sent when
    the server asks for them. Requests that may be repeated without harm are, where the connection or the server fails.
    """

    def __init__(self, address: str) -> None:
        self.where = shown(address)
        """The address without what may be secret in it."""
        parts = urlsplit(address)
        if parts.username is not None:
            raise StoreError("a password has no place in an address", where=self.where, remedy=REMEDY)
        self.address = address
        """Where questions go."""
        self._updates = os.environ.get("TRIALGRAPH_UPDATE_URL") or update_address(address)
        retry = Retry(
            TRIES, allowed_methods=("GET", "POST", "PUT", "DELETE"), retry_on_exceptions=_LOST, backoff_factor=0.5
        )
        self._client = httpx.Client(
            transport=RetryTransport(retry=retry),
            timeout=_TIMEOUT,
            auth=credentials(parts.hostname or ""),
            headers={"User-Agent": f"trialgraph/{version('trialgraph')}"},
        )

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def query(self, sparql: str) -> Found:
        """Answer a question; the usual prefixes are there."""
        triples = gives_triples(sparql)
        answer = self._ask(_with_prefixes(sparql), _TRIPLES if triples else _TABLE, refused=QueryError)
        with self._understanding():
            return _triples(answer.content) if triples else _table(answer.content)

    def rows(self, sparql: str) -> Iterator[tuple[Term, ...]]:
        """Give the rows of a SELECT as the embedded store's terms."""
        content = self._ask(sparql).content
        with self._understanding():
            for solution in cast("QuerySolutions", parse_query_results(content, QueryResultsFormat.JSON)):
                yield tuple(cast("Term", term) for term in solution)

    def holds(self, pattern: str) -> bool:
        """Tell whether there is anything that fits a pattern."""
        return any(True for _ in self.rows(f"SELECT * WHERE {{ {pattern} }} LIMIT 1"))

    def update(self, sparql: str) -> None:
        """Change what is there."""
        self.send("POST", self._updates, {"Content-Type": "application/sparql-update"}, content=sparql.encode())

    def triples(self, address: str, params: dict[str, str], *, nothing: int) -> list[Triple]:
        """Get statements from an address; none where the server answers by the status `nothing`."""
        answer = self.send("GET", address, {"Accept": _TRIPLES}, params=params, passed=(nothing,))
        with self._understanding():
            return _triples(answer.content) if answer.is_success else []

    @contextmanager
    def _understanding(self) -> Generator[None]:
        try:
            yield
        except (SyntaxError, ValueError, KeyError) as error:
            remedy = "check that the address is that of a SPARQL endpoint"
            raise StoreError("the answer is not one of SPARQL", where=self.where, remedy=remedy) from error

    def _ask(
        self, sparql: str, form: str = _TABLE, refused: type[QueryError | StoreError] = StoreError
    ) -> httpx.Response:
        return self.send("POST", self.address, {"Accept": form}, data={"query": sparql}, refused=refused)

    def send(
        self,
        method: str,
        address: str,
        headers: dict[str, str],
        *,
        params: dict[str, str] | None = None,
        content: bytes | None = None,
        data: dict[str, str] | None = None,
        refused: type[QueryError | StoreError] = StoreError,
        passed: Container[int] = (),
    ) -> httpx.Response:
        """Send a request and give the answer; StoreError where it fails, but for the statuses that are `passed`."""
        try:
            answer = self._client.request(method, address, headers=headers, params=params, content=content, data=data)
        except httpx.TimeoutException as error:
            raise StoreError("the endpoint does not answer in time", where=self.where, remedy="try later") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            remedy = "check the address, and whether the server runs"
            raise StoreError(f"the endpoint can't be reached: {error}", where=self.where, remedy=remedy) from error
        if answer.is_success or answer.status_code in passed:
            return answer
        said = " ".join(answer.text.split())[:300]
        if answer.status_code == _REFUSED:
            raise refused(f"the endpoint refuses: {said}", where=self.where, remedy="compare it with SPARQL 1.1")
        remedy = _REMEDIES.get(answer.status_code, "look at the server's log")
        told = f"the endpoint answers {answer.status_code} {answer.reason_phrase}: {said}"
        raise StoreError(told, where=self.where, remedy=remedy)


def _with_prefixes(sparql: str) -> str:
    missing = (item for item in PREFIXES.items() if not re.search(rf"(?i)\bPREFIX\s+{item[0]}:", sparql))
    return "".join(f"PREFIX {prefix}: <{space}>\n" for prefix, space in missing) + sparql


def _triples(content: bytes) -> list[Triple]:
    return [quad.triple for quad in parse(content, format=RdfFormat.N_TRIPLES)]


def _table(content: bytes) -> QueryBoolean | QuerySolutions:
    """Read a table; Virtuoso answers ASK with one of one cell."""
    found = parse_query_results(content, QueryResultsFormat.JSON)
    if isinstance(found, QuerySolutions) and [variable.value for variable in found.variables] == [_VIRTUOSO_ASK]:
        yes = any(cast("Literal", row[0]).value in ("1", "true") for row in found)
        return parse_query_results(f'{{"head": {{}}, "boolean": {str(yes).lower()}}}', QueryResultsFormat.JSON)
    return found
