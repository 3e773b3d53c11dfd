"""The statements about one thing, in the format that a program wants."""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from .jobs import Told
from .negotiation import GRAPH_TYPES, preferred
from .site import site


def wanted_format(request: Request) -> str:
    """Name the format that the Accept header likes better than a page; empty where it likes the page."""
    offered = ("text/html", *GRAPH_TYPES, "application/json")
    liked = preferred(request.headers.get("accept", ""), offered)
    return {**GRAPH_TYPES, "application/json": "json"}.get(liked, "")


async def linked_data(request: Request, iri: str, form: str) -> Response:
    """Give the statements about a thing; as plain JSON by property."""
    here = site(request)
    if form == "json":
        values: dict[str, list[str]] = {}
        for row in await here.ask("properties", entity=iri):
            values.setdefault(row["propertyName"], []).append(row["value"])
        return JSONResponse({"iri": iri, **values}, headers={"Vary": "Accept"})
    job = Told("statements-about", {"entity": iri}, "", form, here.settings.rows)
    kind, written = await here.pages.answer(job)
    return Response(written, media_type=kind, headers={"Vary": "Accept"})
