"""The ASGI application: pages, endpoint, and what becomes of everything that goes wrong."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Final

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from ...ontology.errors import QueryError, StoreError, TrialgraphError
from ..plots import plot_style
from . import endpoint, graph_store
from .jobs import LimitError, NotAcceptableError
from .pages import api, compare, conflicts, curation, document, entity, explore, lists, query, start
from .security import Guard
from .settings import Settings
from .site import HERE, Site, site


async def plots_style(request: Request) -> Response:
    """Give the style of the plots, which exported files carry inside."""
    return Response(plot_style(), media_type="text/css")


STATUS: Final[dict[type[TrialgraphError], int]] = {
    LimitError: 503,
    NotAcceptableError: 406,
    StoreError: 503,
    QueryError: 400,
}
ROUTES: Final[tuple[BaseRoute, ...]] = (
    *start.routes,
    *entity.routes,
    *explore.routes,
    *document.routes,
    *conflicts.routes,
    *compare.routes,
    *curation.routes,
    *lists.routes,
    *query.routes,
    *api.routes,
    *endpoint.routes,
    *graph_store.routes,
    Route("/assets/plots.css", plots_style),
    Mount("/assets", StaticFiles(directory=HERE / "assets"), name="assets"),
)


def create_app(graph: Path, settings: Settings | None = None) -> Starlette:
    """Make the application for the graph in a folder, or in an RDF file; its workers start and end with it."""
    chosen = settings or Settings()

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncGenerator[None]:
        app.state.site = Site(graph, chosen)
        try:
            yield
        finally:
            app.state.site.close()

    return Starlette(
        routes=ROUTES,
        middleware=[Middleware(Guard, hosts=chosen.hosts, cors=chosen.cors)],
        exception_handlers={
            TrialgraphError: _refused,
            HTTPException: _wrong,
            ClientDisconnect: _gone,
            Exception: _failed,
        },
        lifespan=lifespan,
    )


async def _refused(request: Request, error: Exception) -> Response:
    status = next((status for kind, status in STATUS.items() if isinstance(error, kind)), 500)
    return told(request, str(error), status)


async def _wrong(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    answer = told(request, error.detail, error.status_code)
    answer.headers.update(error.headers or {})
    return answer


async def _gone(request: Request, error: Exception) -> Response:
    """End a question of which only a part came; nobody reads the answer."""
    return Response(status_code=499)


async def _failed(request: Request, error: Exception) -> Response:
    """Tell that the fault is ours; the server's log has the details."""
    return told(request, "The server failed on this; please report it with the address of the page.", 500)


def told(request: Request, message: str, status: int) -> Response:
    """Say what was wrong, as a page for browsers and as plain text for programs."""
    if "text/html" in request.headers.get("accept", ""):
        return site(request).page(request, "error.html", {"message": message, "status": status}, status)
    return PlainTextResponse(f"{message}\n", status)
