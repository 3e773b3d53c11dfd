"""Names of adverse events as a whole, and what such a name says besides: serious, related, what came of it."""

import re
from dataclasses import dataclass
from typing import Final

from ....ontology.facts import Concept, Consequence

ANY: Final = Concept("AdverseEvent", "any adverse event")
_MARKED: Final = re.compile(
    r"(?P<serious>serious )?(?P<related>(?:treatment|drug)-related )?(?:any |serious "
    r"|treatment-emergent )*adverse event|(?:any )?toxicity"
)
_RESULTING: Final[dict[str, Consequence | None]] = {
    "death": None,
    "adverse event leading to death": "fatal",
    "adverse event leading to discontinuation": "discontinuation",
    "adverse event leading to interruption": "interruption",
    "adverse event leading to hospitalization": "hospitalization",
    "dose reduction due to adverse event": "doseReduction",
}


@dataclass(frozen=True, slots=True)
class PlainEvent:
    """An event without the words that its name says about it."""

    event: Concept
    serious: bool | None = None
    related: bool | None = None
    consequence: Consequence | None = None


def plain_event(concept: Concept) -> PlainEvent:
    """Serious, related and fatal events are any events, marked so.

    >>> plain_event(Concept("AdverseEvent", "serious adverse event")).serious
    True
    >>> plain_event(Concept("AdverseEvent", "adverse event leading to death")).consequence
    'fatal'
    """
    if concept.name in _RESULTING:
        return PlainEvent(ANY, consequence=_RESULTING[concept.name])
    match = _MARKED.fullmatch(concept.name)
    if match is None:
        return PlainEvent(Concept("AdverseEvent", concept.name))
    return PlainEvent(ANY, True if match["serious"] else None, True if match["related"] else None)


def is_any(concept: Concept | None) -> bool:
    """Whether a name means adverse events as a whole."""
    return concept is not None and plain_event(concept).event == ANY
