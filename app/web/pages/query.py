"""The query page: the catalogue as forms, SPARQL of one's own, answers as table, plot or graph."""

from typing import Final
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ....graph.iris import PREFIXES, TG
from ....ontology.errors import QueryError
from ....queries import CatalogueQuery, catalogue
from ....queries.binding import bind
from ....queries.scanning import form, refuse_changes, refuse_service
from ..endpoint import while_connected
from ..jobs import GRAPHS, TABLES, LimitError
from ..sheet import Sheet, ShownQuery
from ..site import site

VIEWS: Final = ("table", "plot", "graph")
_MOST_OPENED: Final = 12
_EXAMPLE: Final = f"""PREFIX tg: <{PREFIXES["tg"]}>
PREFIX skos: <{PREFIXES["skos"]}>

SELECT ?drugName ?targetName WHERE {{
  ?drug tg:targets ?target ; skos:prefLabel ?drugName .
  ?target skos:prefLabel ?targetName .
}}
ORDER BY ?drugName
LIMIT 50
"""


async def query(request: Request) -> Response:
    """Show a question of the catalogue, or a query that somebody wrote, with its answer once it is asked."""
    given = {name: value.strip() for name, value in request.query_params.items() if value.strip()}
    question = _question(given.get("question", ""))
    values = {name: value for name, value in given.items() if name not in ("question", "query", "view")}
    written, answer, wrong, status = given.get("query", ""), None, "", 200
    try:
        ready = question and all(one.optional or one.name in values for one in question.parameters)
        sparql = bind(question, values) if question and ready else written
        answer = await _asked(request, sparql) if sparql else None
    except QueryError as error:
        sparql, wrong, status = written, str(error), 503 if isinstance(error, LimitError) else 400
    content = {
        "questions": catalogue().values(), "question": question, "values": values, "answer": answer, "wrong": wrong,
        "written": written or sparql or (question.text if question else _EXAMPLE), "given": given,
        "view": given["view"] if given.get("view") in VIEWS else "table", "explorer": _explorer(answer),
        "formats": _formats(sparql), "prefixes": PREFIXES, "namespace": TG,
    }  # fmt: skip
    return site(request).page(request, "query.html", content, status)


def _question(name: str) -> CatalogueQuery | None:
    if name and name not in catalogue():
        raise HTTPException(404, "There is no such question; the page /query lists them.")
    return catalogue().get(name)


async def _asked(request: Request, sparql: str) -> Sheet:
    refuse_changes("the query", sparql)
    refuse_service("the query", sparql)
    return await while_connected(request, site(request).visitors.answer(ShownQuery(sparql)))


def _explorer(answer: Sheet | None) -> str:
    """Give the address where the things of an answer are open, the first few of them."""
    opened = answer.things[:_MOST_OPENED] if answer else ()
    return f"/explore?{urlencode([('open', thing) for thing in opened], safe='/:')}" if opened else ""


def _formats(sparql: str) -> dict[str, str]:
    """Give the addresses of the answer in formats for programs."""
    names = GRAPHS if form(sparql) in ("CONSTRUCT", "DESCRIBE") else TABLES
    return {name: f"/sparql?{urlencode({'query': sparql, 'format': name})}" for name in names} if sparql else {}


routes = [Route("/query", query)]
