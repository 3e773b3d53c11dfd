"""The page of a document: its text with every mention and fact marked, and the numbers that no fact states."""

import re

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ....graph.iris import TG
from ...documents import Marked, MarkedDocument
from ..linked_data import linked_data, wanted_format
from ..site import site
from .entity import own_iri


async def document(request: Request) -> Response:
    """Show a document, at the place that `?at=START-END` names (offsets in code points, half-open).

    Programs that ask for Turtle or the like get what is stated of it.
    """
    iri, form = own_iri(request), wanted_format(request)
    found: Marked | None = await site(request).pages.answer(MarkedDocument(iri, _place(request)))
    if found is None:
        raise HTTPException(404, "No document in this graph has this address; /documents lists them.")
    if form:
        return await linked_data(request, iri, form)
    return site(request).page(request, "document.html", {"iri": iri, "marked": found, "name": iri.removeprefix(TG)})


def _place(request: Request) -> tuple[int, int] | None:
    match = re.fullmatch(r"(\d{1,9})-(\d{1,9})", request.query_params.get("at", ""), re.ASCII)
    return (int(match[1]), int(match[2])) if match else None


routes = [Route("/doc/{path:path}", document)]
