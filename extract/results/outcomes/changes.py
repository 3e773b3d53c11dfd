"""What exactly a mean or a difference is of: a change (`rose by 1.2 ± 0.8 g/dL`), a site (`3.2 ± 0.5% at the hip`).

Offsets are those of the cleaned text.
"""

import re
from itertools import pairwise
from typing import Final

from ....ontology.facts import Concept
from ...people import PEOPLE
from ...wordings import Wording
from ..figures.clusters import Cluster
from ..figures.figure import Figure
from ..items import Item, Sentence
from ..measured.families import may_be_negative

_WORD: Final = (
    r"\b(?:(?P<more>rose|rises?|risen|increas\w*|gain\w*)|(?P<better>improv\w*)|(?P<worse>worsen\w*)|(?P<change>chang\w*)"
    r"|(?P<less>fell|falls?|fallen|decreas\w*|declin\w*|drop\w*|reduc\w*|lower(?:ed|ing|s)|loss(?:es)?|lost))\b"
)
_TIME: Final = r"\d{1,3} (?:hours|days|weeks|months|years)\b|(?:(?<=week )|(?<=month )|(?<=day ))\d+"
_A_MEAN: Final = r"(?:an?\s+)?(?:(?:mean|average|median)\s+)?(?:of\s+)?"


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"{_WORD}{pattern}$", re.IGNORECASE)


_NAMED: Final = _compile(
    r"(?:\s+from\s+baseline)?(?:\s+(?:to|at|after)\s+[\w ]{1,20})?\s+(?:in|of)\s+(?:the\s+)?(?:mean\s+)?"
)
"""`the mean reduction in` something"""
_NAMED_BEHIND: Final = re.compile(
    r"(?:\s+(?:levels?|scores?))?\s+(?:(?P<more>increases?|gains?)|(?P<better>improvements?)|(?P<worse>worsening)|(?P<change>changes?)"
    r"|(?P<less>decreases?|reductions?|declines?|loss(?:es)?))\b(?!\s+(?:from\s+\d|to\b))",
    re.IGNORECASE,
)
"""`HbA1c reductions`"""
_CHANGED: Final = (
    _compile(
        rf"(?:[^.;\d]|(?<=[A-Za-z])\d|(?<=[A-Za-z]\d)\d|{_TIME}){{0,120}}?(?:\b(?:by|of|was|were)|[:,])\s+{_A_MEAN}"
    ),
    _compile(r"\s+"),
)
"""`rose at week 24 by`, `increased 6%`"""
_ANEW: Final = _compile(rf"(?:[^.;\d]{{0,40}}?\b(?:by|of))?\s+{_A_MEAN}")
"""`and rose by 0.2% with B`, `and a decrease of 0.2% with B`: the second figure has a word of its own."""
_REACHED: Final = re.compile(r"\bto\s+(?:an?\s+)?(?:[a-z]+\s+){0,2}(?:of\s+)?$")
"""`fell, to an estimated mean of`: the level that is left"""
_OF_CHANGE: Final = re.compile(
    r"(?:percent(?:age)? |relative )?(?:changes?|reductions?|decreases?|increases?|improvements?) (?:in|of|from) "
)
_PERCENT_CHANGE: Final = re.compile(
    r"\bpercent(?:age)? (?:changes?|reductions?|decreases?|increases?|improvements?|declines?)(?: from baseline)? "
    r"(?:in|of) (?:[a-z0-9-]+ ){0,4}$",
    re.IGNORECASE,
)
_BRACKETED: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_NO_SITE: Final = r"(?:end|time|start|same|beginning|baseline|first|last|final|study|visit|follow|group|arm|dose)"
_SITE: Final = rf"at\s+the\s+(?P<site>(?:(?:lumbar|total|femoral|distal)\s+)?(?!{_NO_SITE})[a-z]+)"
_AT: Final = re.compile(rf"[)\]]?\s+{_SITE}(?=\s*(?:[,.;(]|and\b|$))")
_AHEAD: Final = Wording(rf"\b{_SITE}\s+(?:was|were|increased|decreased|rose|fell|improved|declined)\s")
_IN_LIST: Final = re.compile(
    r"(?:\bat\s+the|,|\band)(?:\s+and)?(?:\s+the)?\s+"
    r"(?P<site>(?:lumbar\s+)?spine|(?:total\s+)?hip|femoral\s+neck|trochanter|(?:distal\s+)?(?:radius|tibia)|total\s+body)"
    r"\s*[(\[]\s*$",
    re.IGNORECASE,
)
"""`at the lumbar spine (-2% vs -1%), total hip (-2% vs 0%)`"""
_OPENING: Final = Wording(rf"^\W*{_SITE},", re.IGNORECASE)
_AMOUNT: Final = re.compile(r"\b(?:was|were|of|by|(?:in|de)creased|fell|rose|fallen|risen|declined|dropped)\s+$")
_CAME_TO: Final = re.compile(r"\bfrom\s[-−]?\d[^;]{0,40}?\sto\s(?:an?\s)?(?:(?:mean|median|average)\s)?(?:of\s)?$")
"""`fell from 64% to 58%`"""
_LEVEL: Final = re.compile(
    r"\b(?:achiev|reach|attain|respon|target|goal|proportion|percentage|patients|at least)|[<>≤≥]"
)
_OF_ANOTHER: Final = re.compile(
    r"\b(?:and|while|whereas)\s+(?:the\s+|that of\s+)?(?:[a-z][\w-]*\s+){1,4}"
    r"(?:rose|fell|increas|decreas|declin|drop|reduc)"
)
"""`insulin decreased by 25% and the testosterone level decreased by 23%`"""
_OF_PEOPLE: Final = re.compile(rf"\s*(?:of|in)\s+(?:the\s+|all\s+)?{PEOPLE}\b")
_PAIR: Final = 2
_NOUNS: Final = {
    "more": "increase",
    "less": "decrease",
    "better": "improvement",
    "worse": "worsening",
    "change": "change",
}


def of_change(sentence: Sentence, cluster: Cluster, subject: Item, figure: Figure, endpoint: Concept) -> Concept:
    """Give the endpoint of a mean: the change, where the words about the figures tell by how much it changed."""
    first = cluster.figures[0]
    signed = any(_has_sign(sentence, f) for f in cluster.figures)
    own = _ANEW.search(sentence.gap(first.end, figure.start))
    named = _NAMED.search(_BRACKETED.sub("", sentence.gap(sentence.start, subject.start)))
    before = _BRACKETED.sub("", sentence.gap(sentence.start, first.start)).replace(subject.text, "")  # blood loss
    behind = _NAMED_BEHIND.match(sentence.whole, subject.end, max(subject.end, first.start))
    told = own or named or behind or next((m for p in _CHANGED if (m := p.search(before))), None)
    named_so = any(noun in endpoint.name for noun in (*_NOUNS.values(), "reduction"))
    if _REACHED.search(before) or named_so or may_be_negative(endpoint.name):
        return endpoint
    if signed:  # what is never below zero has become less, or more
        return Concept("Endpoint", f"change in {endpoint.name}")
    noun = next((noun for kind, noun in _NOUNS.items() if told and told[kind]), "")
    return Concept("Endpoint", f"{noun} in {endpoint.name}") if noun else endpoint


def is_signed(sentence: Sentence, cluster: Cluster) -> bool:
    """`(-12% vs 4%)`: whether one of the percentages that are compared has a sign, so that none is of patients."""
    return any(f.kind == "share" and _has_sign(sentence, f) for f in cluster.figures)


def is_percent_change(sentence: Sentence, cluster: Cluster, subject: Item) -> bool:
    """`the reduction in cholesterol was 35% with A and 3% with B`: how much it changed, not in how many patients."""
    first, last = cluster.figures[0], cluster.figures[-1]
    shares = all(f.kind == "share" and f.quantity.count is None for f in cluster.figures)
    signed = [_has_sign(sentence, f) for f in cluster.figures]
    if shares and (
        (all(signed) and (first is not last or _in_list(sentence, first))) or _is_pair(sentence, cluster, signed)
    ):
        return True
    alone = first is last and first.quantity.name != "plain"
    if not shares or alone or _OF_PEOPLE.match(sentence.whole, last.end, sentence.end):
        return False
    if any(_OF_ANOTHER.search(sentence.gap(a.end, b.start)) for a, b in pairwise(cluster.figures)):
        return False
    before = _BRACKETED.sub("", sentence.gap(sentence.start, first.start))
    named = _NAMED.search(_BRACKETED.sub("", sentence.gap(sentence.start, subject.start)))
    return (
        bool(_AMOUNT.search(before))
        and bool(named or any(p.search(before) for p in _CHANGED))
        and not _LEVEL.search(before)
    )


def has_come_to(sentence: Sentence, cluster: Cluster) -> bool:
    """`fell from 64% to 58% with A and from 65% to 63% with B`: the level of a measurement, told of means."""
    starts = [cluster.start, *(f.end for f in cluster.figures)]
    return all(
        f.kind == "share" and f.quantity.count is None and _CAME_TO.search(sentence.gap(start, f.start))
        for start, f in zip(starts, cluster.figures, strict=False)
    )


def names_change(name: str) -> bool:
    """Whether a name, be it in no lexicon, is that of a change.

    >>> names_change("percentage changes in area"), names_change("area")
    (True, False)
    """
    return _OF_CHANGE.match(name) is not None


def is_percent_change_of(sentence: Sentence, subject: Item, figure: Figure) -> bool:
    """`the median percent reduction in seizure frequency was 45%`: by how much it changed, as the words before say."""
    told = _PERCENT_CHANGE.search(f"{sentence.gap(sentence.start, subject.start)}{subject.text} ")
    return figure.kind == "share" and figure.quantity.count is None and told is not None


def _is_pair(sentence: Sentence, cluster: Cluster, signed: list[bool]) -> bool:
    """`(-0.7% vs 0.1%)`: two percentages set against each other, of which one has a sign."""
    first, last = cluster.figures[0], cluster.figures[-1]
    return any(signed) and len(signed) == _PAIR and bool(sentence.between(first.end, last.start, "versus"))


def _has_sign(sentence: Sentence, figure: Figure) -> bool:
    value = figure.quantity.value
    return (value is not None and value < 0) or sentence.gap(figure.start - 1, figure.start) == "+"


def at_site(sentence: Sentence, figure: Figure, endpoint: Concept) -> Concept:
    """Give the endpoint of a measurement with the place in the body that is told right behind its value, or ahead."""
    told = _AT.match(sentence.whole, figure.end, sentence.end) or _in_list(sentence, figure)
    if told is None and len(ahead := [*_OPENING.finditer(sentence.text), *_AHEAD.finditer(sentence.text)]) == 1:
        told = ahead[0]
    return Concept("Endpoint", f"{told['site'].lower()} {endpoint.name}") if told else endpoint


def _in_list(sentence: Sentence, figure: Figure) -> re.Match[str] | None:
    """The place that stands before the open bracket in which a figure is told."""
    opened = sentence.bracket_at(figure.start)
    return None if opened is None else _IN_LIST.search(sentence.gap(sentence.start, opened + 1))
