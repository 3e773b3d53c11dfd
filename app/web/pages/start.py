"""The first page: what is in the graph, and where to begin; and the search, with suggestions while one types."""

from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from ....graph.textsearch import NameHit
from ..site import address, site

COUNTED: Final = (
    ("Document", "Documents", "/documents"),
    ("Trial", "Trials", "/list/Trial"),
    ("Drug", "Drugs", "/list/Drug"),
    ("Target", "Targets", "/list/Target"),
    ("Mechanism", "Mechanisms", "/list/Mechanism"),
    ("Disease", "Diseases", "/list/Disease"),
    ("Endpoint", "Endpoints", "/list/Endpoint"),
    ("AdverseEvent", "Adverse events", "/list/AdverseEvent"),
    ("OutcomeResult", "Outcomes", ""),
    ("AdverseEventResult", "Event rates", ""),
    ("LinkClaim", "Links", ""),
    ("Conflict", "Conflicts", "/conflicts"),
)
"""Kinds that the first page counts, what it calls them, and the page that lists them."""
EXAMPLES: Final = (
    ("What do documents disagree about?", "/conflicts"),
    ("Which drugs act on which target?", "/query?question=drugs-by-target"),
    ("Hazard ratios, trial by trial", "/query?question=hazard-ratios"),
    ("Which adverse events come with which drug?", "/compare/events"),
    ("Which laboratory tests does a drug disturb?", "/query?question=test-interference"),
    ("Which trials end in overall survival?", "/query?question=trials-by-endpoint&endpoint=overall+survival"),
)
_MOST: Final = 50
_SUGGESTED: Final = 8


async def start(request: Request) -> Response:
    """Show what is in the graph."""
    here = site(request)
    counts = {row["kindName"]: row["instances"] for row in await here.ask("counts")}
    content = {
        "counts": [(kind, label, counts.get(kind, "0"), where) for kind, label, where in COUNTED],
        "documents": await here.ask("latest-documents"),
        "examples": EXAMPLES,
    }
    return here.page(request, "start.html", content)


async def search(request: Request) -> Response:
    """Find names and sentences; a name that is told exactly leads to its page where only one thing bears it."""
    here, words = site(request), request.query_params.get("q", "").strip()
    if not words:
        return RedirectResponse("/", 303)
    hits = await here.search(words, _MOST)
    exact = [hit for hit in hits.names if words.casefold() in (hit.name.casefold(), hit.label.casefold())]
    if len(exact) == 1 and "all" not in request.query_params:
        return RedirectResponse(address(exact[0].iri), 303)
    names = sorted(hits.names, key=lambda hit: hit not in exact)
    return here.page(request, "search.html", {"words": words, "names": names, "quotes": hits.quotes, "most": _MOST})


async def suggest(request: Request) -> Response:
    """Give the names that words are the beginning of, for the search box."""
    hits = await site(request).search(request.query_params.get("q", ""), _SUGGESTED)
    return JSONResponse([_suggestion(hit) for hit in hits.names])


def _suggestion(hit: NameHit) -> dict[str, str]:
    also = "" if hit.name == hit.label else hit.name
    return {"name": hit.label, "also": also, "kind": hit.kind, "href": address(hit.iri)}


routes = [Route("/", start), Route("/search", search), Route("/suggest", suggest)]
