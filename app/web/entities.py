"""A thing with an address, as the head of its page shows it: names, what it is elsewhere, what it is a kind of."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from ...graph.iris import TG
from ...ontology.prefixes import standardise
from .jobs import Row

_ELSEWHERE: Final = ("same as", "close to", "part of", "wider than", "related to")
_REGISTRY: Final = "https://clinicaltrials.gov/study/"
_SCHEMA: Final[Mapping[str, str]] = {
    "Drug": "Drug", "DrugClass": "DrugClass", "Trial": "MedicalTrial", "Disease": "MedicalCondition",
    "AdverseEvent": "MedicalSignOrSymptom", "Test": "MedicalTest", "Organization": "Organization",
    "Document": "ScholarlyArticle",
}  # fmt: skip
"""Classes of schema.org, which search engines read."""


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing."""

    iri: str
    kind: str
    name: str
    other_names: tuple[str, ...]
    elsewhere: tuple[tuple[str, str, str], ...]
    """How it relates to a counterpart in another vocabulary, the counterpart's IRI, and that as a CURIE."""
    broader: Mapping[str, str]
    """Names by IRI."""

    def linked_data(self) -> str:
        """Describe it as JSON-LD that is safe inside a script element."""
        about = {
            "@context": "https://schema.org",
            "@id": self.iri,
            "@type": _SCHEMA.get(self.kind, "Thing"),
            "additionalType": TG + self.kind,
            "name": self.name,
            "alternateName": [*self.other_names],
            "sameAs": [iri for relation, iri, _ in self.elsewhere if relation == "same as"],
        }
        return json.dumps(about, ensure_ascii=False).translate({ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"})


def entity_of(iri: str, rows: Iterable[Row]) -> Entity | None:
    """Read the answer to the catalogue's question `entity`; None where the graph knows no such thing."""
    found = [*rows]
    if not found:
        return None
    names = _values(found, "name")
    numbers = _values(found, "registry number")
    linked = [number for number in numbers if number.startswith("NCT")]
    others = [
        name for name in (*names[1:], *_values(found, "other name"), *numbers) if name not in (*names[:1], *linked)
    ]
    matches = [(row["relation"], row["value"]) for row in found if row.get("relation", "") in _ELSEWHERE]
    registry = [("registry", f"{_REGISTRY}{number}", number) for number in linked]
    return Entity(
        iri=iri,
        kind=found[0]["kindName"],
        name=names[0] if names else iri.rpartition("/")[2],
        other_names=tuple(dict.fromkeys(others)),
        elsewhere=(*registry, *((relation, other, standardise(other) or other) for relation, other in matches)),
        broader={row["value"]: row.get("valueName", "") for row in found if row.get("relation") == "kind of"},
    )


HEADINGS: Final[Mapping[tuple[str, str], str]] = {
    ("targets", "from"): "Acts on",
    ("hasMechanism", "from"): "Works by",
    ("inClass", "from"): "Belongs to",
    ("treats", "from"): "Is used against",
    ("targets", "to"): "Drugs that act on it",
    ("hasMechanism", "to"): "What works by it",
    ("inClass", "to"): "What belongs to it",
    ("treats", "to"): "What is used against it",
    ("mediatedBy", "from"): "Is mediated by",
    ("mediatedBy", "to"): "Mediates",
    ("expressedOn", "from"): "Is found on",
    ("expressedOn", "to"): "Carries",
    ("enhances", "from"): "Enhances",
    ("enhances", "to"): "Is enhanced by",
    ("mayCause", "from"): "May cause",
    ("mayCause", "to"): "May be caused by",
    ("interferesWith", "from"): "Disturbs",
    ("interferesWith", "to"): "Is disturbed by",
}
"""How lists of what something relates to are headed, seen from it or towards it, in the order of the page."""


def _values(rows: Iterable[Row], relation: str) -> list[str]:
    return list(dict.fromkeys(row["value"] for row in rows if row.get("relation") == relation))
