"""The trials that have to do with a thing: they give a drug, or are in a disease, or have an endpoint."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from ..entities import Entity
from ..jobs import Row
from ..site import Site

TREATMENTS: Final = ("Drug", "DrugClass", "Target", "Mechanism")
_TIED: Final[Mapping[str, str]] = {
    "studies": "is in this disease",
    "sponsor": "has this sponsor",
    "primaryEndpoint": "primary endpoint",
    "secondaryEndpoint": "secondary endpoint",
}


@dataclass(slots=True)
class Involved:
    """A trial, and how it has to do with the thing."""

    iri: str
    name: str = ""
    phase: str = ""
    enrolled: str = ""
    diseases: list[str] = field(default_factory=list[str])
    ways: list[str] = field(default_factory=list[str])


async def arms_of(here: Site, entity: Entity) -> tuple[Row, ...]:
    """Give the arms that are given a drug, or the drugs of a class, target or mechanism."""
    drugs = [row["drug"] for row in await here.ask("drugs-of", entity=entity.iri)]
    return await here.ask("arms-with", drug=" ".join(drugs)) if drugs else ()


async def involved_trials(here: Site, entity: Entity) -> list[Involved]:
    """Give the trials, sorted by name."""
    if entity.kind in TREATMENTS:
        ways = [(row["trial"], _given(row)) for row in await arms_of(here, entity)]
    else:
        ways = [(row["trial"], _TIED[row["tieName"]]) for row in await here.ask("trials-tied", entity=entity.iri)]
    if not ways:
        return []
    trials = {iri: Involved(iri) for iri, _ in ways}
    for iri, way in ways:
        if way not in trials[iri].ways:
            trials[iri].ways.append(way)
    _describe(trials, await here.ask("trial-summaries", trial=" ".join(trials)))
    return sorted(trials.values(), key=lambda trial: trial.name.casefold())


def _given(row: Row) -> str:
    role = {"experimental": "tested arm", "control": "control arm"}.get(row.get("roleName", ""), "arm")
    return f"{role}: {row['armDrugs']}"


def _describe(trials: Mapping[str, Involved], rows: Iterable[Row]) -> None:
    for row in rows:
        trial = trials[row["trial"]]
        trial.name, trial.phase = row["trialName"], row.get("phase", trial.phase)
        trial.enrolled = row.get("enrolled", trial.enrolled)
        if "diseaseName" in row and row["diseaseName"] not in trial.diseases:
            trial.diseases.append(row["diseaseName"])
