"""Lists: the documents, and all things of a kind."""

from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ....graph.iris import TG
from ..site import site

LISTED: Final = {
    "Trial": "Trials", "Drug": "Drugs", "DrugClass": "Drug classes", "Target": "Targets", "Mechanism": "Mechanisms",
    "Disease": "Diseases", "Endpoint": "Endpoints", "AdverseEvent": "Adverse events", "CellType": "Cells",
    "Test": "Tests", "Biomarker": "Biomarkers", "Organization": "Organizations",
}  # fmt: skip
_PAGE: Final = 200
"""Rows of these questions' answers at most; with as many there may be more."""


async def documents(request: Request) -> Response:
    """List the documents."""
    here = site(request)
    found = await here.ask("document-list", **_after(request))
    following = found[-1]["source"] if len(found) == _PAGE else ""
    return here.page(request, "documents.html", {"documents": found, "following": following})


async def things(request: Request) -> Response:
    """List the things of a kind."""
    here, kind = site(request), request.path_params["kind"]
    if kind not in LISTED:
        raise HTTPException(404, f"There is no list of that; there are {', '.join(LISTED)}.")
    found = await here.ask("things", kind=TG + kind, **_after(request))
    following = found[-1]["name"] if len(found) == _PAGE else ""
    content = {"things": found, "kind": kind, "kinds": LISTED, "following": following}
    return here.page(request, "things.html", content)


def _after(request: Request) -> dict[str, str]:
    return {name: value for name, value in request.query_params.items() if name == "after" and value}


routes = [Route("/documents", documents), Route("/list/{kind}", things)]
