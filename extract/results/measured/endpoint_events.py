"""Events that a trial was made to count: `to prevent febrile neutropenia`, `the primary endpoint was stroke`.

They are its outcomes, not adverse events. Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ....ontology.facts import Concept
from ....ontology.lexicon import load_lexicon
from ...context import Context
from ...passages import Mention
from ...wordings import Wording
from ..events.grades import grade_beside
from ..items import Item, Sentence
from .event_names import is_any

_PREVENTED: Final = re.compile(
    r"\b(?:prevent\w*|prophyla\w*|protect\w*|treatment of|relief of|reduc\w+)\b", re.IGNORECASE
)
_PRIMARY: Final = Wording(
    r"\b(?:primary|main|principal) (?:efficacy )?(?:end[- ]?points?|outcomes?(?: measures?)?)\b(?P<said>[^.]{0,200})",
    re.IGNORECASE,
)
_JOINTS: Final = re.compile(r",?\s(?:or|and)\s(?:an?\s)?|,\s|\bof\s")
_NEW: Final = re.compile(r"(?:(?:new|first|incident|recurrent|any|radiographic|clinical) )+")
_LASTED: Final = re.compile(r"\b(?:duration|days|time to)\b", re.IGNORECASE)
_SECONDARY: Final = re.compile(r"\bsecondary\b", re.IGNORECASE)


def endpoint_events(context: Context) -> frozenset[str]:
    """The names of the events that the title says are to be prevented, or that the primary endpoint counts."""
    found: set[str] = set()
    for index, sentence in enumerate(context.page.sentences):
        spans = [(m.start("said"), _end(m)) for m in _PRIMARY.finditer(sentence.text)]
        if index == 0 and (prevented := _PREVENTED.search(sentence.text)):
            spans.append((prevented.end(), len(sentence.text)))
        for start, end in spans:
            for mention in context.page.between(sentence.start + start, sentence.start + end):
                found |= set(_counted(mention))
    return frozenset(found)


def _counted(mention: Mention) -> Iterator[str]:
    """The events that a mention names, each of those that make up an endpoint; a disease such as stroke is one, too."""
    concept = mention.concept if mention.kind in {"AdverseEvent", "Endpoint"} else None
    if isinstance(concept, Concept) and not is_any(concept):
        yield concept.name
        yield from _event_of(concept)
    parts = _JOINTS.split(mention.text) if mention.kind in {"Disease", "Endpoint"} else ()
    found = (load_lexicon().concept(part, "AdverseEvent") for part in parts)
    yield from (event.name for event in found if event is not None and not is_any(event))


def _event_of(endpoint: Concept) -> Iterator[str]:
    """`new vertebral fracture` counts vertebral fractures."""
    counted = _NEW.match(endpoint.name)
    entries = load_lexicon().named(endpoint.name[counted.end() :]) if counted else ()
    yield from (entry.concept.name for entry in entries if entry.concept.kind == "AdverseEvent")


def _end(match: re.Match[str]) -> int:
    """Where what a primary endpoint is ends: with its sentence, or where secondary ones begin."""
    later = _SECONDARY.search(match["said"])
    return match.start("said") + (later.start() if later else len(match["said"]))


def with_endpoints(sentence: Sentence, names: frozenset[str]) -> Sentence:
    """The sentence with the events that are the trial's endpoints as endpoints, but for those of a grade of theirs."""
    if not names:
        return sentence
    lasted = _LASTED.search(sentence.text)
    graded = [i for i in sentence.items if i.kind == "event" and not lasted and grade_beside(sentence, i) != "any"]
    return replace(sentence, items=tuple(i if i in graded else _as_endpoint(i, names) for i in sentence.items))


def _as_endpoint(item: Item, names: frozenset[str]) -> Item:
    if item.kind != "event" or item.concept is None or item.concept.name not in names:
        return item
    return replace(item, kind="endpoint", concept=Concept("Endpoint", item.concept.name))
