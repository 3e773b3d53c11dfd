"""Pages of single things: drugs, targets, events, claims and all else that has an address under /id/."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ....graph.iris import TG
from ..entities import HEADINGS, Entity, entity_of
from ..findings import by_claim, grouped
from ..jobs import GRAPHS
from ..linked_data import linked_data, wanted_format
from ..site import Site, site
from .claim import claim
from .involved import involved_trials
from .trial import trial

Page = Callable[[Request, Site, Entity], Awaitable[Response]]


async def entity(request: Request) -> Response:
    """Show what the graph knows of one thing, or give its statements to a program that asks for them."""
    here, iri = site(request), own_iri(request)
    stem, _, ending = iri.rpartition(".")
    found = entity_of(iri, await here.ask("entity", entity=iri))
    if found is None and ending in (*GRAPHS, "json"):
        found = entity_of(stem, await here.ask("entity", entity=stem))
    else:
        ending = wanted_format(request)
    if found is None:
        raise HTTPException(404, "Nothing in this graph has this address; the search finds things by their names.")
    if ending:
        return await linked_data(request, found.iri, ending)
    return await PAGES.get(found.kind, thing)(request, here, found)


async def thing(request: Request, here: Site, found: Entity) -> Response:
    """Show a drug, target, event or the like: what is said of it, and the trials that have to do with it."""
    said = by_claim(await here.ask("statements", entity=found.iri))
    ways = {way: grouped(these, "relation") for way, these in grouped(said, "way").items()}
    links = {head: these for (name, way), head in HEADINGS.items() if (these := ways.get(way, {}).get(name))}
    trials = await involved_trials(here, found)
    reported = await here.ask("events-about", about=found.iri) if found.kind == "AdverseEvent" else ()
    content = {"entity": found, "iri": found.iri, "links": links, "trials": trials, "reported": reported}
    return here.page(request, "entity.html", content)


def own_iri(request: Request) -> str:
    """Give the IRI that the path of a request stands for, escapes and all."""
    raw: bytes = request.scope["raw_path"]
    return TG + raw.split(b"?")[0].decode("ascii", "replace").lstrip("/")


PAGES: Final[Mapping[str, Page]] = {
    "Trial": trial,
    "LinkClaim": claim,
    "OutcomeResult": claim,
    "AdverseEventResult": claim,
    "Dosage": claim,
}
routes = [Route("/id/{path:path}", entity)]
