"""The page of a trial: design, arms, results with their intervals, adverse events, conflicts, documents."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from ...plots import comparisons, trial_forests
from ..entities import Entity
from ..findings import Finding, by_claim, grouped
from ..jobs import Row
from ..site import Site, address, filename
from .conflicts import conflicts_of

ORDERS: Final = ("difference", "frequency")
ATTRIBUTES: Final[Mapping[str, str]] = {
    "registryId": "Registry number",
    "phase": "Phase",
    "design": "Design",
    "studies": "Disease",
    "priorLines": "Earlier treatments",
    "enrolled": "Patients",
    "randomizationRatio": "Randomization ratio",
    "primaryEndpoint": "Primary endpoint",
    "secondaryEndpoint": "Secondary endpoint",
    "medianFollowUp": "Median follow-up",
    "dataCutoff": "Data cut-off",
    "siteCount": "Sites",
    "countryCount": "Countries",
    "sponsor": "Sponsor",
}
"""What is told of the design, in the order in which people look for it."""


@dataclass(slots=True)
class Arm:
    """A group of a trial; documents may call it by several names, and disagree on its size."""

    iri: str
    role: str = ""
    drugs: dict[str, str] = field(default_factory=dict[str, str])
    """Names by IRI."""
    labels: list[str] = field(default_factory=list[str])
    sizes: list[str] = field(default_factory=list[str])


async def trial(request: Request, here: Site, found: Entity) -> Response:
    """Show a trial."""
    attributes = [one for one in by_claim(await here.ask("statements", entity=found.iri)) if one.row["way"] == "from"]
    relations = grouped(attributes, "relation")
    results = by_claim(await here.ask("trial-results", trial=found.iri))
    events = by_claim(await here.ask("trial-events", trial=found.iri))
    endpoints = _by_endpoint(results, relations)
    forests = trial_forests(_hazard_ratios(found.name, results), address)
    order = request.query_params.get("order")
    content = {
        "entity": found,
        "iri": found.iri,
        "attributes": {label: told for name, label in ATTRIBUTES.items() if (told := relations.get(name))},
        "arms": _arms(await here.ask("arms", trial=found.iri)),
        "endpoints": endpoints,
        "forests": sorted(forests, key=lambda forest: [*endpoints].index(forest.endpoint)),
        "events": events,
        "comparisons": comparisons([one.row for one in _current(events)], address),
        "order": order if order in ORDERS else ORDERS[0],
        "orders": ORDERS,
        "conflicts": conflicts_of(await here.ask("conflicts-about", trial=found.iri)),
        "documents": _documents([*attributes, *results, *events]),
    }
    return here.page(request, "trial.html", content)


def _arms(rows: Iterable[Row]) -> list[Arm]:
    arms: dict[str, Arm] = {}
    for row in rows:
        arm = arms.setdefault(row["arm"], Arm(row["arm"], row.get("roleName", "")))
        arm.drugs[row["drug"]] = row["drugName"]
        for name, values in (("label", arm.labels), ("size", arm.sizes)):
            if name in row and row[name] not in values:
                values.append(row[name])
    return [*arms.values()]


def _by_endpoint(results: Iterable[Finding], relations: Mapping[str, list[Finding]]) -> dict[str, list[Finding]]:
    """Put the primary endpoints first, then the secondary, then the others."""
    ranks = {
        one.row["other"]: rank
        for rank, name in enumerate(("secondaryEndpoint", "primaryEndpoint"), start=1)
        for one in relations.get(name, ())
    }
    groups = grouped(results, "endpointName")
    return dict(sorted(groups.items(), key=lambda group: (-ranks.get(group[1][0].row["endpoint"], 0), group[0])))


def _current(findings: Iterable[Finding]) -> list[Finding]:
    """Leave out what a later data cut-off replaced, and what no sentence affirms."""
    return [one for one in findings if "newer" not in one.row and one.is_affirmed]


def _hazard_ratios(trial: str, results: Iterable[Finding]) -> list[Row]:
    ratios = (one.row for one in _current(results) if one.row["measureName"] == "hazardRatio" and "value" in one.row)
    return [{**row, "trialName": trial, "hazardRatio": row["value"]} for row in ratios]


def _documents(findings: Iterable[Finding]) -> Mapping[str, str]:
    """Give the names of all documents by IRI, sorted."""
    said = (sentence for finding in findings for sentence in finding.sentences)
    names = {one["document"]: one.get("title") or filename(one.get("source", one["document"])) for one in said}
    return dict(sorted(names.items(), key=lambda item: item[1].casefold()))
