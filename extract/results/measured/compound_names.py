"""What the words around a name make of it: `no vomiting`, `pseudo-progression`, `neutropenia associated with fever`.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, Literal

from ....ontology.facts import Concept
from ...people import PEOPLE
from ...wordings import Wording
from ..items import Item

_NO: Final = re.compile(
    r"\bno\s+(?:(?:acute|delayed|significant|overall|(?:chemotherapy|radiation)-induced)\s+)?$", re.IGNORECASE
)
_SHARE_WITH_NO: Final = Wording(
    rf"\b(?:proportion|percentage)s? of {PEOPLE} (?:with|who had|having|experiencing|reporting) "
    r"(?P<no>no\s+(?:[\w-]+\s+)?)$",
    re.IGNORECASE,
)
"""`the proportion of patients with no nausea was greater with A than with B (74% v 45%)`"""
_PREFIX: Final = Wording(r"\b(?:pseudo|hyper|oligo)-?$", re.IGNORECASE)
_SPECIFIC: Final = Wording(r"(?<![\w-])[A-Za-z]+-specific\s+$")
"""`tumour-specific` survival is not survival at large."""
_IN_MOST: Final = re.compile(
    r"(?:\s+\([A-Z]{2,5}\))?(?:\s*[(\[](?:n\s*=\s*)?(?:\d+\s*[;,(\[]\s*)?|\s+(?:occurred\s+"
    r"|(?:was|were)\s+(?:reported|experienced|achieved|observed|seen|recorded|noted|needed|required|used)\s+)?(?:in|by)\s+)"
    r"(?:(?!0(?:\.0+)?\s?%)\d[\d.]*\s?%(?!\s*CI)|[1-9]\d*\s(?:out )?of\s(?:the\s)?\d)"
)
"""A share behind a name that is not nobody's."""
_ASSOCIATED: Final = re.compile(r"\s+(?:associated with|complicated by|accompanied by)\s+")
_EITHER: Final = re.compile(r"\s+(?:or|and/or)\s+")
_CAUSE: Final = re.compile(r"(?!(?:all-cause|overall|total|any-cause)\b)\S.* (?:mortality|death)$")
_WITH_SO_MANY: Final = re.compile(r"\s+(?:\([A-Z]{2,5}\)\s+)?(?:with|\()\s*\d[\d,]*\s+")
_SHARE_OF: Final = re.compile(r"%[)\]]?\s$")
"""`fewer sudden deaths (12 [3%] v 24 [6%] deaths)`"""
_BEFORE: Final = 30


def as_told(text: str, start: int, item: Item) -> Item:
    """Give an item under its own words where those before it turn it round; `start` is that of the sentence."""
    if item.concept is None:
        return item
    at = max(start, item.start - _BEFORE)
    other = _PREFIX.search(text, at, item.start)
    if other is None and item.text.lower() == "survival":
        other = _SPECIFIC.search(text, at, item.start)
    spared = _SHARE_WITH_NO.search(text, start, item.start)
    if spared:
        words = text[spared.start("no") : item.end]
        return replace(item, kind="endpoint", start=spared.start("no"), text=words, concept=_named("Endpoint", words))
    other = other or (_IN_MOST.match(text, item.end) and _NO.search(text, at, item.start))
    if not other:
        return item
    words = text[other.start() : item.end]
    return replace(item, kind="endpoint", start=other.start(), text=words, concept=_named("Endpoint", words))


def together(text: str, found: list[Item]) -> list[Item]:
    """Put events in order that are one into one: `neutropenia associated with fever or infection`."""
    kept: list[Item] = []
    for item in _by_cause(text, found):
        between = text[kept[-1].end : item.start] if kept else ""
        joined = _ASSOCIATED.fullmatch(between) or (_EITHER.fullmatch(between) and _ASSOCIATED.search(kept[-1].text))
        if joined and item.kind == kept[-1].kind == "event":
            words = text[kept[-1].start : item.end]
            kept[-1] = replace(kept[-1], end=item.end, text=words, concept=_named("AdverseEvent", words))
        else:
            kept.append(item)
    return kept


def _by_cause(text: str, found: list[Item]) -> Iterator[Item]:
    """`cancer mortality with 71 deaths (mortality rate, 0.4%) vs 53 deaths`: all that is told is of that mortality."""
    last: Item | None = None
    cause: Concept | None = None
    for item in found:
        if item.concept is None or item.concept.name != "death":
            last, cause = item, None
        elif last is not None and last.concept is not None and _CAUSE.fullmatch(last.concept.name):
            told = _WITH_SO_MANY.fullmatch(text, last.end, item.start) or _SHARE_OF.search(text, last.end, item.start)
            cause = last.concept if told else cause
        if cause is None:
            yield item


def _named(kind: Literal["Endpoint", "AdverseEvent"], words: str) -> Concept:
    return Concept(kind, " ".join(words.lower().split()))
