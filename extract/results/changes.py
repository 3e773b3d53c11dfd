"""What exactly a mean or a difference is of: a change (`rose by 1.2 ± 0.8 g/dL`), a site (`3.2 ± 0.5% at the hip`).

Offsets are those of the cleaned text.
"""

import re
from typing import Final

from ...ontology.facts import Concept
from .clusters import Cluster
from .figures import Figure
from .items import Item, Sentence

_CHANGED: Final = re.compile(
    r"\b(?:(?P<more>rose|rises?|risen|increas\w*|gain\w*)|(?P<less>fell|falls?|fallen|decreas\w*|declin\w*|drop\w*|reduc\w*"
    r"|lower(?:ed)?|loss(?:es)?|lost)|(?P<better>improv\w*)|(?P<change>chang\w*))\b"
    r"(?:[^.;()\d]|\d{1,3} (?:days|weeks|months|years)\b){0,80}?\b(?:by|of|was|were)\s+"
    r"(?:an?\s+)?(?:mean\s+|average\s+)?(?:of\s+)?$",
    re.IGNORECASE,
)
_NO_SITE: Final = r"(?:end|time|start|same|beginning|baseline|first|last|final|study|visit|follow|group|arm|dose)"
_AT: Final = re.compile(
    rf"\s+at\s+the\s+(?P<site>(?:(?:lumbar|total|femoral|distal)\s+)?(?!{_NO_SITE})[a-z]+)(?=\s*(?:[,.;(]|and\b|$))"
)
_CHANGE_OF: Final = re.compile(
    r"\b(?:chang\w+|declin\w+|decreas\w+|drop\w*|fall|loss|reduction)\s+(?:in|of)\s+[^.;()%]{0,60}$", re.I
)
_SIGNED: Final = re.compile(r"score|z-score|t-score|excess|change|increase|decrease|loss|decline", re.I)
_NOUNS: Final = {"more": "increase", "less": "decrease", "better": "improvement", "change": "change"}


def of_change(sentence: Sentence, cluster: Cluster, endpoint: Concept) -> Concept:
    """Give the endpoint of a mean: the change, where the words before the figures tell by how much it changed."""
    told = _CHANGED.search(sentence.gap(sentence.start, cluster.figures[0].start))
    if told is None or told.lastgroup is None or endpoint.name.startswith(tuple(_NOUNS.values())):
        return endpoint
    return Concept("Endpoint", f"{_NOUNS[told.lastgroup]} in {endpoint.name}")


def is_signed_change(sentence: Sentence, subject: Item, figure: Figure) -> bool:
    """Whether a mean with a sign, of what is never below zero, is a change that the endpoint's name doesn't tell."""
    value = figure.quantity.value
    named = subject.concept is not None and _SIGNED.search(subject.concept.name)
    signed = sentence.gap(figure.start - 1, figure.start) == "+"
    return (
        value is not None
        and (value < 0 or signed)
        and not named
        and bool(_CHANGE_OF.search(sentence.gap(sentence.start, subject.start)))
    )


def at_site(sentence: Sentence, figure: Figure, endpoint: Concept) -> Concept:
    """Give the endpoint of a measurement with the place in the body that is told right behind its value."""
    told = _AT.match(sentence.whole, figure.end, sentence.end)
    return Concept("Endpoint", f"{told['site'].lower()} {endpoint.name}") if told else endpoint
