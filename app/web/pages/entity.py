"""Pages of single things: drugs, targets, trials, claims and all else that has an address under /id/."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ....graph.iris import TG
from ..site import site


async def entity(request: Request) -> Response:
    """Show what the graph knows of one thing."""
    here, iri = site(request), own_iri(request)
    found = await here.ask("entity", entity=iri)
    if not found:
        raise HTTPException(404, "Nothing in this graph has this address; the search finds things by their names.")
    return here.page(request, "entity.html", {"iri": iri, "entity": found[0]})


def own_iri(request: Request) -> str:
    """Give the IRI that the path of a request stands for, escapes and all."""
    raw: bytes = request.scope["raw_path"]
    return TG + raw.split(b"?")[0].decode("ascii", "replace").lstrip("/")


routes = [Route("/id/{path:path}", entity)]
