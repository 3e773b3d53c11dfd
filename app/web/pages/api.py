"""The catalogue for programs: each question an address, and all of them described for people and in OpenAPI."""

from dataclasses import asdict

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from ....queries import catalogue
from ..endpoint import OPEN, while_connected
from ..jobs import Told
from ..negotiation import graph_format, table_format
from ..openapi import openapi
from ..site import site


async def api(request: Request) -> Response:
    """Describe the questions on a page."""
    return site(request).page(request, "api.html", {"questions": catalogue().values()})


async def document(request: Request) -> Response:
    """Describe the questions to programs."""
    return JSONResponse(openapi(str(request.base_url).rstrip("/")))


async def questions(request: Request) -> Response:
    """List the questions with their parameters and their SPARQL."""
    return JSONResponse([asdict(question) for question in catalogue().values()])


async def answer(request: Request) -> Response:
    """Answer a question of the catalogue in the format that is asked for."""
    here, question = site(request), catalogue().get(request.path_params["name"])
    if question is None:
        raise HTTPException(404, "There is no such question; /api/queries lists them.")
    values = {name: value for name, value in request.query_params.items() if name != "format" and value}
    job = Told(question.name, values, table_format(request), graph_format(request), here.settings.rows)
    kind, written = await while_connected(request, here.pages.answer(job))
    return Response(written, media_type=kind, headers={"Vary": "Accept"})


routes = [
    Route("/api", api),
    Route("/api/openapi.json", document, middleware=OPEN),
    Route("/api/queries", questions, middleware=OPEN),
    Route("/api/queries/{name}", answer, middleware=OPEN),
]
