"""Figures of two kinds behind two things measured, each of one in turn.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from ..items import Item, Sentence
from .clusters import Cluster

_AND: Final = re.compile(r"(?:\s?\([^()]*\))?[)\]]?,?\sand\s")
_JOINED: Final = re.compile(
    r"(?:\s(?:period|time|rate))?(?:\s\([^()]*\))?\sand\s(?:the\s)?(?:estimated\s)?(?:median\s|[\w-]+-(?:month|year)\s)?"
)
_WERE: Final = re.compile(r"(?:\s(?:rates?|times?))?(?:\s\([^()]*\))?(?:\s(?:for|in|of)\s[^,;()%\d]{3,60})?\swere\s")
_KINDS: Final = {"share", "duration"}


def measured_in_turn(sentence: Sentence, clusters: list[Cluster]) -> Iterator[tuple[Cluster, Item]]:
    """`the response rate and median survival were 42% and 11.2 months`: a share of the one, a time of the other."""
    for first, second in pairwise(clusters):
        start, end = first.figures[0].start, first.figures[-1].end
        if {first.figures[0].kind, second.figures[0].kind} != _KINDS:
            continue
        named = [i for i in sentence.between(first.start, start, "endpoint") if not _is_short(sentence, i)][-2:]
        if (
            len(named) > 1
            and _JOINED.fullmatch(sentence.gap(named[0].end, named[1].start))
            and _WERE.fullmatch(sentence.gap(named[1].end, start))
            and _AND.fullmatch(sentence.gap(end, second.figures[0].start))
        ):
            yield from zip((first, second), named, strict=True)


def _is_short(sentence: Sentence, item: Item) -> bool:
    """Whether an item is the short name in a bracket behind a long one: `survival (OS)`."""
    return sentence.whole[item.start - 1] == "(" and sentence.whole[item.end] == ")"
