"""The SPARQL 1.1 Graph Store HTTP Protocol for reading, at /store: whole graphs; `?default`, or `?graph=` and its name.

Nothing is written here: a graph is what its document says, and changes with it alone.
"""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from .endpoint import OPEN, while_connected
from .jobs import Whole
from .negotiation import graph_format
from .site import site


async def store(request: Request) -> Response:
    """Give one graph."""
    here, asked = site(request), request.query_params
    names = asked.getlist("graph")
    if len(names) + ("default" in asked) != 1:
        raise HTTPException(400, "Name one graph: /store?graph=ADDRESS, or /store?default for the union of all.")
    job = Whole(names[0] if names else None, graph_format(request), here.settings.rows)
    found = await while_connected(request, here.visitors.answer(job))
    if found is None:
        raise HTTPException(404, "There is no such graph.")
    kind, written = found
    return Response(written, media_type=kind, headers={"Vary": "Accept"})


routes = [Route("/store", store, methods=["GET", "OPTIONS"], middleware=OPEN)]
