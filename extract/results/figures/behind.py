"""What stands behind figures and may be what they measure: not whom they count, when, or what has a count of its own.

Offsets are those of the cleaned text.
"""

import re
from typing import Final

from ...number_words import WORD_NUMBER
from ...people import PEOPLE
from ..items import Item, Sentence
from .clusters import Cluster

_DESCRIBED: Final = re.compile(r"(?:\s*\((?:[^()]|\([^()]*\))*\))?\s+(?:also )?(?:had|were|achieved|reached|became)\b")
_AMONG: Final = re.compile(
    rf"\s(?:among|in|of|for)\s(?:the\s|those\s)?(?:{PEOPLE}|those)\s(?:with|who\s(?:had|achieved))\s"
)
_OPENED: Final = re.compile(r"[(\[][^()\[\]]*$")
_WHEN: Final = re.compile(
    r"\b(?:stopped|ceased|discontinued|interrupted|switched|crossed|proceeded|resumed|restarted|received|underwent)\b"
    r"[^.;%]*\b(?:after|upon|on|following|once|when|until)\s(?:[a-z-]+\s){0,4}$"
)
_AS_A: Final = re.compile(r"\bas\san?\s$")
_OWN_COUNT: Final = re.compile(rf"\s*(?:[(\[]\s*n\s?=\s?\d|in (?:\d|{WORD_NUMBER}\b)(?!\d*\s?%))")
_AFTER_GAP: Final = 110
_OF_WHICH: Final = re.compile(r"\bof (?:which|whom|them|these)\b|, which (?:\w+ly )?(?:included|were|was|consisted)\b")
_CLAUSE: Final = re.compile(r";|[a-z]:\s|,\s(?:whereas|although|though|while|but)\b")
"""`seven (13%) had odd events: rash (n = 3), fever (n = 4)`: a list has figures of its own, as has another clause."""


def named_behind(sentence: Sentence, cluster: Cluster) -> list[Item]:
    """The items behind a cluster's figures, in its reach, that they may measure."""
    last = cluster.figures[-1].end
    after = sentence.between(last, cluster.limit, "endpoint", "event", "absorber")
    after = [a for a in after if a.start - last < _AFTER_GAP and not _CLAUSE.search(sentence.gap(last, a.start))]
    after = [a for a in after if not _OF_WHICH.search(sentence.gap(last, a.start))]
    after = [a for a in after if not (_describes(sentence, a) or _tells_whom(sentence, last, a))]
    return [a for a in after if not (_is_counted_apart(sentence, last, a) or _is_when(sentence, last, a))]


def is_class(sentence: Sentence, item: Item) -> bool:
    """`rash was reported as a serious adverse event in 6%`: what kind of event it was."""
    return _AS_A.search(sentence.gap(sentence.start, item.start)) is not None


def is_had(sentence: Sentence, item: Item) -> bool:
    """`survival in patients achieving a response was 9 months`: the response only says which patients."""
    return any(p.kind == "population" and p.start <= item.start and item.end <= p.end for p in sentence.items)


def _is_when(sentence: Sentence, figure_end: int, item: Item) -> bool:
    """`64% stopped A after a complete response`: when they did so, and not how many had a response."""
    return item.kind == "endpoint" and _WHEN.search(sentence.gap(figure_end, item.start)) is not None


def _describes(sentence: Sentence, item: Item) -> bool:
    """`11 of 22 patients with a response (…) had relapsed`: what the patients counted among had before."""
    parts = [p for p in sentence.items if p.kind == "population" and p.start <= item.start and item.end <= p.end]
    return any(_DESCRIBED.match(sentence.whole, p.end, sentence.end) for p in parts)


def _is_counted_apart(sentence: Sentence, figure_end: int, item: Item) -> bool:
    """`six (2%) with A (pneumonia [n=2], sepsis [n=1])`, `(pneumonia in two)`: each of its own count."""
    opened = _OPENED.search(sentence.gap(figure_end, item.start))
    return opened is not None and _OWN_COUNT.match(sentence.whole, item.end, sentence.end) is not None


def _tells_whom(sentence: Sentence, figure_end: int, item: Item) -> bool:
    """`79% among patients with a response`, `13 of 17 responders`: of whom a share is."""
    if item.text.lower().startswith("responder") and sentence.gap(figure_end - 1, item.start).rstrip().isdigit():
        return True
    return is_had(sentence, item) and _AMONG.match(sentence.whole, figure_end, item.start) is not None
