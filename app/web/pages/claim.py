"""The page of a claim: what it says, property by property, and every sentence that says so."""

from collections.abc import Iterable, Mapping
from typing import Final
from urllib.parse import unquote

from starlette.requests import Request
from starlette.responses import Response

from ....graph.iris import TG
from ....graph.wording import words
from ..entities import Entity
from ..jobs import Row
from ..site import Site
from .curation import READER

PROPERTIES: Final[Mapping[str, str]] = {
    "subject": "Of",
    "predicate": "It is said",
    "object": "What",
    "trial": "Trial",
    "arm": "Arm",
    "comparator": "Compared with",
    "population": "Patients",
    "endpoint": "Endpoint",
    "event": "Adverse event",
    "grade": "Grade",
    "drug": "Drug",
    "measure": "Measure",
    "atTime": "At",
    "value": "Value",
    "amount": "Amount",
    "status": "Instead of a value",
    "unit": "Unit",
    "count": "Patients with it",
    "total": "Patients in all",
    "ciLow": "Interval from",
    "ciHigh": "Interval to",
    "ciLevel": "Level of the interval, %",
    "pRelation": "p is",
    "pValue": "p",
    "pSides": "Sides of p",
    "dataCutoff": "Data cut-off",
    "supersededBy": "Replaced by",
}
"""How properties are called, in the order in which they are told; others follow under their own names."""


async def claim(request: Request, here: Site, found: Entity) -> Response:
    """Show a claim."""
    said = await here.ask("claim", claim=found.iri)
    about = [row for row in said if row["property"] not in ("doubt", "type")]
    content = {
        "entity": found,
        "iri": found.iri,
        "sentence": in_words(about),
        "about": [(_label(row), row["value"], _name(row)) for row in sorted(about, key=_place)],
        "doubts": [row["value"] for row in said if row["property"] == "doubt"],
        "marks": await here.ask("marks", claim=found.iri),
        "reader": unquote(request.cookies.get(READER, "")),
        "evidence": await here.ask("claim-evidence", claim=found.iri),
    }
    return here.page(request, "claim.html", content)


def in_words(about: Iterable[Row]) -> str:
    """Head a claim: a link as a sentence, a result by what was measured."""
    named = {row["property"]: _name(row) for row in about}
    link = [named[name] for name in ("subject", "predicate", "object") if name in named]
    result = [named[name] for name in ("endpoint", "measure", "event", "drug", "amount", "value") if name in named]
    if link:
        return " ".join(link)
    group = named.get("arm") or named.get("trial", "")
    return f"{group}: {' '.join(result)}" if group else " ".join(result)


def _place(row: Row) -> int:
    names = [*PROPERTIES]
    return names.index(row["property"]) if row["property"] in names else len(names)


def _label(row: Row) -> str:
    return PROPERTIES.get(row["property"]) or words(row["property"]).capitalize()


def _name(row: Row) -> str:
    """Give a name, or a term of the vocabulary in words."""
    is_term = row["value"].startswith(TG) and "/" not in row["value"].removeprefix(TG)
    return words(row["valueName"]) if is_term else row["valueName"]
