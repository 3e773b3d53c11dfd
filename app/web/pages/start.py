"""The first page: what is in the graph, and where to begin."""

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..site import site


async def start(request: Request) -> Response:
    """Show what is in the graph."""
    here = site(request)
    counts = {row["kindName"]: int(row["instances"]) for row in await here.ask("counts")}
    return here.page(request, "start.html", {"counts": counts, "documents": await here.ask("latest-documents")})


routes = [Route("/", start)]
