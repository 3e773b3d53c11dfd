"""What the words around the name of an endpoint make of it: `PSA progression`, `disease-free survival events`.

Offsets are those of the cleaned text.
"""

import re
from typing import Final

from ....ontology.facts import Concept
from ...wordings import Wording
from ..items import Item
from .families import is_survival, takes_share

_BEFORE: Final = 60
EVENTS_OF_KINDS: Final = frozenset({"progressive disease", "relapse"})
_KIND: Final = Wording(
    r"\b(PSA|biochemical|pelvic|neurological|neurologic|isolated CNS|CNS|intracranial|extracranial|symptomatic|pain"
    r"|skeletal"
    r"|radiographic|nodal|hepatic|peritoneal|thoracic|pulmonary)\s+$",
    re.IGNORECASE,
)
_RESPONSE: Final = "objective response rate"
_KIND_OF_RESPONSE: Final = re.compile(
    r"\b(subjective|symptomatic|metabolic|immune|immunologic(?:al)?|serologic(?:al)?|antibody|humoral|palliative|analgesic"
    r"|symptom|major|minor|organ|cardiac|renal|splenic|spleen|nodal|marrow|erythroid|platelet"
    r"|psychological)\s+$",
    re.IGNORECASE,
)
_LASTING: Final = Wording(r"\b(sustained|durable|persistent|continuous|continued)\s+$", re.IGNORECASE)
_MAY_LAST: Final = frozenset({"minimal residual disease negativity", "complete response"})
"""Responses of which a lasting one is another endpoint than one that was seen once."""
_RELATED: Final = Wording(r"(?<![\w-])((?:[a-z]+ )?[a-z]+-related)\s+$", re.IGNORECASE)
_LEVEL: Final = Wording(
    r"(?<!with )\b(low|high|elevated|raised|normal|abnormal|impaired|(?:un)?detectable|protective)"
    r"\s(?:serum\s|plasma\s)?$",
    re.IGNORECASE,
)
_IN_SO_MANY: Final = re.compile(r"(?!\sby\s)[^.;:()%\d]{0,60}?[\s(](?:\d+(?:/\d+)?\s?\()?\d[\d.]*\s?%")
"""`elevated bilirubin occurred in 12%`: a share of patients, of which a measurement has none by itself."""
_IN_PERCENT: Final = re.compile(r"fraction|ha?emoglobin|HbA1c|saturation|FEV|predicted|ha?ematocrit", re.IGNORECASE)
_EVENT: Final = re.compile(r"(?:\s*\([A-Z]{2,4}\))?\s+events?\b")


def endpoint(start: int, end: int, name: str, text: str) -> Item:
    """An endpoint of a name, told between two offsets of a text."""
    return Item(kind="endpoint", start=start, end=end, concept=Concept("Endpoint", name), text=text[start:end])


def qualified(text: str, item: Item) -> Item:
    """`PSA progression`, `subjective response`, `time to worsening of pain`: another endpoint than without its kind."""
    if item.kind != "endpoint" or item.concept is None:
        return item
    related = _RELATED.search(text, max(0, item.start - _BEFORE), item.start)
    if item.concept.name == "hospitalization" and related:
        return endpoint(related.start(), item.end, f"{related[1].lower()} {item.text.lower()}", text)
    if not takes_share(item.concept.name) and not _IN_PERCENT.search(item.concept.name):
        level = _LEVEL.search(text, max(0, item.start - _BEFORE), item.start)
        if level and _IN_SO_MANY.match(text, item.end):
            return endpoint(level.start(), item.end, f"{level[1].lower()} {item.concept.name}", text)
    lasting = _LASTING.search(text, max(0, item.start - _BEFORE), item.start)
    if lasting and item.concept.name in _MAY_LAST:
        return endpoint(lasting.start(), item.end, f"{lasting[1].lower()} {item.concept.name}", text)
    kinds = _KIND_OF_RESPONSE if item.concept.name == _RESPONSE else _KIND
    kind = kinds.search(text, max(0, item.start - _BEFORE), item.start)
    if kind is None or item.concept.name not in {_RESPONSE, *EVENTS_OF_KINDS}:
        return item
    return endpoint(kind.start(), item.end, f"{kind[1].lower()} {item.text.lower()}", text)


def as_event(text: str, item: Item) -> Item:
    """`disease-free survival events` are counted, where the survival itself is a rate."""
    event = _EVENT.match(text, item.end) if item.kind == "endpoint" and item.concept else None
    if event is None or item.concept is None or not is_survival(item.concept.name):
        return item
    return endpoint(item.start, event.end(), f"{item.concept.name} event", text)
