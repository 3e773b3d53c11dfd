"""Where documents disagree: the figures side by side, each with its sentences."""

from collections.abc import Iterable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ....graph.wording import words
from ..findings import Finding, by_claim, figure, interval, p_value
from ..jobs import Row
from ..site import site


@dataclass(frozen=True, slots=True)
class Side:
    """What one claim of a conflict says."""

    claim: str
    figure: str
    sentences: list[Row]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims that can't all be true, or are not of the same thing."""

    trial: str
    trial_name: str
    subject: str
    """What the figures are of."""
    explanation: str
    sides: list[Side]


async def conflicts(request: Request) -> Response:
    """Show all conflicts."""
    here = site(request)
    found = conflicts_of(await here.ask("conflicts-about"))
    return here.page(request, "conflicts.html", {"conflicts": found})


def conflicts_of(rows: Iterable[Row]) -> list[Conflict]:
    """Put together the sides of each conflict."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["conflict"], []).append(row)
    return [_conflict(found) for found in groups.values()]


def _conflict(rows: list[Row]) -> Conflict:
    first = rows[0]
    sides = [Side(one.row["claim"], _figure(one), one.sentences) for one in by_claim(rows)]
    parts = (first.get("subjectName", ""), words(first.get("measureName", "")), first.get("armDrugs", ""))
    subject = ", ".join(filter(None, parts))
    return Conflict(first["trial"], first["trialName"], subject, first["explanation"], sides)


def _figure(finding: Finding) -> str:
    return "; ".join(filter(None, (words(figure(finding.row)), interval(finding.row), p_value(finding.row))))


routes = [Route("/conflicts", conflicts)]
