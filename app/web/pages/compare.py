"""Across trials: one endpoint over all trials of a drug, class, target, mechanism or disease; events against drugs."""

from collections.abc import Sequence
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ...plots import Forest, drug_matrix, endpoint_forests, standalone
from ..entities import Entity, entity_of
from ..jobs import Row
from ..site import Site, address, site
from .involved import TREATMENTS, arms_of, involved_trials

GRADES: Final = ("any", ">=3", "3-4", "5")
_MOST_ARMS: Final = 200


async def compare(request: Request) -> Response:
    """Draw the hazard ratios of an endpoint, trial by trial; with `.svg` only the plot."""
    here, chosen = site(request), await _chosen(request)
    if chosen is None:
        return here.page(request, "compare.html", {"choices": await here.ask("comparable")})
    about, rows = await _hazard_ratios(here, chosen)
    names = sorted({row["endpointName"] for row in rows}, key=lambda name: (-_trials(rows, name), name))
    endpoint = request.query_params.get("endpoint") or next(iter(names), "")
    trials = [trial.name for trial in await involved_trials(here, chosen)]
    forest = _forest([row for row in rows if row["endpointName"] == endpoint], trials)
    if request.url.path.endswith(".svg"):
        return _file(forest.svg() if forest else "", f"{chosen.name}, {endpoint}")
    content = {
        "entity": chosen,
        "endpoints": [(name, _trials(rows, name)) for name in names],
        "endpoint": endpoint,
        "forest": forest,
        "about": " ".join(about),
        "iri": chosen.iri,
    }
    return here.page(request, "compare.html", content)


async def events(request: Request) -> Response:
    """Draw a heat map of drugs and adverse events; with `.svg` only the plot."""
    here, chosen = site(request), await _chosen(request)
    grade = request.query_params.get("grade", "any")
    about = await _arms(here, chosen) if chosen else [row["arm"] for row in await here.ask("reported-arms")]
    rows = await here.ask("events-about", about=" ".join(about)) if about else ()
    matrix = drug_matrix(rows, address, grade=grade)
    if request.url.path.endswith(".svg"):
        return _file(matrix.svg() if matrix.cells else "", f"adverse events, {grade}")
    content = {
        "entity": chosen,
        "matrix": matrix if matrix.cells else None,
        "grade": grade,
        "grades": GRADES,
        "about": " ".join(about),
        "choices": await here.ask("comparable"),
    }
    return here.page(request, "events.html", content)


async def _chosen(request: Request) -> Entity | None:
    """Give what is compared: `of` is an address or a name; 404 where there is no such thing."""
    here, of = site(request), request.query_params.get("of", "").strip()
    if not of:
        return None
    if not of.startswith(("https://", "http://")):
        kinds = (*TREATMENTS, "Disease")
        hits = [hit for hit in (await here.search(of, 50)).names if hit.kind in kinds]
        exact = [hit for hit in hits if of.casefold() in (hit.name.casefold(), hit.label.casefold())]
        of = next((hit.iri for hit in [*exact, *hits]), of)
    found = entity_of(of, await here.ask("entity", entity=of)) if "://" in of else None
    if found is None:
        raise HTTPException(404, "There is no drug, class, target, mechanism or disease of this name in the graph.")
    return found


async def _arms(here: Site, chosen: Entity) -> list[str]:
    """Give the arms that a treatment is given in, or the trials that are in a disease."""
    if chosen.kind in TREATMENTS:
        return sorted({row["arm"] for row in await arms_of(here, chosen)})[:_MOST_ARMS]
    return [trial.iri for trial in await involved_trials(here, chosen)][:_MOST_ARMS]


async def _hazard_ratios(here: Site, chosen: Entity) -> tuple[list[str], list[Row]]:
    """Leave out comparisons in which both arms are given the treatment: they tell nothing of it."""
    about = await _arms(here, chosen)
    rows = await here.ask("hazard-ratios-about", about=" ".join(about)) if about else ()
    return about, [row for row in rows if row.get("comparator", "") not in about]


def _forest(rows: Sequence[Row], trials: Sequence[str]) -> Forest | None:
    """Keep the trials that report no hazard ratio in the plot, as long as it says so."""
    return next(iter(endpoint_forests(rows, address, trials)), None)


def _trials(rows: Sequence[Row], endpoint: str) -> int:
    return len({row["trial"] for row in rows if row["endpointName"] == endpoint})


def _file(svg: str, title: str) -> Response:
    if not svg:
        raise HTTPException(404, f"There is nothing to draw: {title}.")
    headers = {"Content-Disposition": 'attachment; filename="trialgraph.svg"'}
    return Response(standalone(svg), media_type="image/svg+xml", headers=headers)


routes = [
    Route("/compare", compare),
    Route("/compare.svg", compare),
    Route("/compare/events", events),
    Route("/compare/events.svg", events),
]
