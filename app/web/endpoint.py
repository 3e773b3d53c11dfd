"""The SPARQL 1.1 Protocol for queries, at /sparql: GET, POST of a form, POST of the query itself; nothing changes."""

from collections.abc import Awaitable
from typing import Final, TypeVar
from urllib.parse import parse_qsl

import anyio
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from ...ontology.errors import QueryError
from ...queries.scanning import refuse_changes, refuse_service
from .description import describe_service
from .jobs import Written
from .negotiation import graph_format, preferred, table_format
from .site import site

T = TypeVar("T")
LONGEST: Final = 1 << 20
"""Bytes of a query."""
OPEN: Final = [Middleware(CORSMiddleware, allow_origins=["*"], allow_methods=["GET", "POST"], allow_headers=["*"])]
"""Pages of other sites may ask here."""
_FORM: Final = "application/x-www-form-urlencoded"
_QUERY: Final = "application/sparql-query"
_UPDATE: Final = "application/sparql-update"


async def sparql(request: Request) -> Response:
    """Answer a query; without one, describe the endpoint, and show people the page where queries are written."""
    asked = await _parameters(request)
    queries = [value for name, value in asked if name == "query"]
    if not queries and request.method != "POST":
        if preferred(request.headers.get("accept", ""), ("text/turtle", "text/html")) == "text/html":
            return RedirectResponse("/query", 303)
        return describe_service(request)
    if len(queries) != 1:
        raise HTTPException(400, f"One query is needed, and here are {len(queries)}.")
    refuse_changes("the query", queries[0])
    refuse_service("the query", queries[0])
    job = Written(
        queries[0],
        table_format(request),
        graph_format(request),
        site(request).settings.rows,
        tuple(value for name, value in asked if name == "default-graph-uri"),
        tuple(value for name, value in asked if name == "named-graph-uri"),
    )
    kind, answer = await while_connected(request, site(request).visitors.answer(job))
    return Response(answer, media_type=kind, headers={"Vary": "Accept"})


async def _parameters(request: Request) -> list[tuple[str, str]]:
    asked = request.query_params.multi_items()
    if request.method == "POST":
        kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
        if kind not in (_FORM, _QUERY, _UPDATE):
            raise HTTPException(415, f"Post a form with the field query, or a query as {_QUERY}.")
        body = await _text(request)
        if kind == _FORM:
            asked += parse_qsl(body, keep_blank_values=True)
        else:
            asked.append(("query" if kind == _QUERY else "update", body))
    if any(name == "update" for name, _ in asked):
        raise HTTPException(403, "This endpoint is read only; it takes queries, and no updates.")
    return asked


async def _text(request: Request) -> str:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST:
            raise HTTPException(413, f"A query may have {LONGEST >> 10} KB.")
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        raise QueryError(f"the query is not in UTF-8: {error}") from error


async def while_connected(request: Request, answer: Awaitable[T]) -> T:
    """Wait for an answer as long as the asker does; with the asker goes the query."""
    found: list[T] = []
    failed: list[Exception] = []

    async def wait() -> None:
        try:
            found.append(await answer)
        except Exception as error:  # noqa: BLE001 (raised again below, out of the group)
            failed.append(error)
        group.cancel_scope.cancel()

    async def watch() -> None:
        while (await request.receive())["type"] != "http.disconnect":
            pass
        group.cancel_scope.cancel()

    async with anyio.create_task_group() as group:
        group.start_soon(wait)
        group.start_soon(watch)
    if failed:
        raise failed[0]
    if not found:
        raise HTTPException(499, "Whoever asked has gone.")
    return found[0]


routes = [Route("/sparql", sparql, methods=["GET", "POST", "OPTIONS"], middleware=OPEN)]
