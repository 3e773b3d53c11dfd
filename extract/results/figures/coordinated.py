"""Subjects that stand side by side and share what follows: `neutropenia and thrombocytopenia`, `nausea/vomiting`.

Offsets are those of the cleaned text.
"""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from ....ontology.facts import Concept
from ...language.spelling import singular
from ..items import Item, Sentence
from ..measured.event_names import is_any

COORDINATED: Final = re.compile(
    r"(?:\s(?:total|scores?|levels?))*\s*+(?:\([^()]*\)|\[[^\[\]]*\])?\s*+(?:,|,?\s*(?:and|or)|/|\+|plus|or/and|and/or|of)?\s*"
    r"(?:the |median |objective |overall |in |rates? |improvement )*\s*"
)
_OR: Final = re.compile(r",? or ")
_RECORDED_AS: Final = re.compile(
    r"\b(?:recorded|reported|considered|classified|listed)\s+as\s+(?:an?\s+)?", re.IGNORECASE
)
_EXPLAINS: Final = re.compile(r"\s*\((?:[^();]|\[[^\[\]]*\]){0,40}")
"""`fatigue (grade 3 toxicity in A v B, 43% and 51%)`: the figures are of what stands before the bracket."""
_ENDED: Final = frozenset({"relapse", "progressive disease", "death"})
"""What ends a remission: `relapse or progression` has one figure."""
_IS_CLASS: Final = re.compile(
    r"(?:\s+(?:was|were|is|are)\s+the\s+|,\s+the\s+(?=only|most|main|major|[\w-]+est\b))"
    r"(?:(?:only|most|main|major|[\w-]+est)\b[^.;,()]{0,60})?"
)
"""`pneumonia was the most common serious adverse event`: the figures behind are of the first."""


def coordinated(sentence: Sentence, before: list[Item]) -> list[Item]:
    """The last item, and those joined to it (`neutropenia and thrombocytopenia`); none of none."""
    if not before:
        return []
    if len(before) > 1 and re.search(
        _RECORDED_AS.pattern + "$", sentence.gap(before[-2].end, before[-1].start), re.IGNORECASE
    ):
        before = before[:-1]
    if len(before) > 1 and _IS_CLASS.fullmatch(sentence.gap(before[-2].end, before[-1].start)):
        before = before[:-1]
    if (
        len(before) > 1
        and is_any(before[-1].concept)
        and _EXPLAINS.fullmatch(sentence.gap(before[-2].end, before[-1].start))
    ):
        before = before[:-1]
    run = [before[-1]]
    for item in reversed(before[:-1]):
        if not COORDINATED.fullmatch(sentence.gap(item.end, run[0].start)) or _has_ratio(sentence, item, run[0]):
            break
        run.insert(0, item)
    run = run if _each_compared(sentence, run) else _of_last_kind(run)
    return _unique(either(sentence, run))


def _has_ratio(sentence: Sentence, item: Item, following: Item) -> bool:
    """`response (OR 2.4), remission (73% v 45%)`: what has a ratio of its own shares no figures with the next."""
    between = sentence.between(item.end, following.start, "quantity")
    return any(i.quantity is not None and i.quantity.kind == "effect" for i in between)


def _of_last_kind(run: list[Item]) -> list[Item]:
    """The items at the end of a list that are of one kind: endpoints, or events."""
    first = next((place for place in range(len(run) - 1, 0, -1) if run[place - 1].kind != run[-1].kind), 0)
    return run[first:]


def _each_compared(sentence: Sentence, run: list[Item]) -> bool:
    """`disease, relapse, and survival did not differ (5% vs 4%; 3% vs 5%; 9% vs 6%)`: as many pairs as subjects."""
    return len(sentence.between(run[-1].end, sentence.end, "versus")) == len(run)


def either(sentence: Sentence, run: list[Item]) -> list[Item]:
    """`nausea/vomiting`, `fever or rash`: events that share a figure are one, under the words that name them."""
    gaps = [sentence.gap(a.end, b.start) for a, b in pairwise(run)]
    joined = gaps and (set(gaps) == {"/"} or (_OR.fullmatch(gaps[-1]) and set(gaps[:-1]) <= {", ", gaps[-1]}))
    ended = all(i.concept is not None and i.concept.name in _ENDED for i in run)
    if not joined or not (ended or all(i.kind == "event" and not is_any(i.concept) for i in run)):
        return run
    *words, last = sentence.gap(run[0].start, run[-1].end).lower().split(" ")
    name = " ".join((*words, singular(last)))
    concept = Concept("Endpoint" if ended else "AdverseEvent", name)
    return [replace(run[0], end=run[-1].end, text=name, concept=concept)]


def _unique(run: list[Item]) -> list[Item]:
    """One item for each concept: `progression-free survival (PFS)` names one."""
    return list({i.concept.name if i.concept else i.text: i for i in run}.values())
