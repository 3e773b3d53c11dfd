"""Sizes that are told of several arms at once: `50 patients in each group`, `(61 on A, 60 on B)` of the 121 treated.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from ..people import PEOPLE
from ..results.quantities import number_patterns, numerals
from ..wordings import Wording
from .names.mentions import ArmMention
from .registry import ArmEntry


class SizeMention(NamedTuple):
    """The size of an arm, and the stretch of text that states it."""

    entry: ArmEntry
    size: int
    start: int
    end: int


_TAKEN: Final = (
    r"(?:eligible|evaluable|assessable|randomi[sz]ed|randomly assigned|allocated|assigned|treated|enrolled|recruited|"
    r"included|analy[sz]ed|entered)"
)
_EACH: Final = Wording(
    rf"(?<![\w.,])(?P<n>{number_patterns.COUNT})\s+(?:(?:{_TAKEN}|[a-z]+(?:ese|[ai]ns?))\s+)?{PEOPLE}\s+"
    rf"(?:(?:were\s+)?(?:{_TAKEN}\s+)?(?:in|to|into|per)\s+)"
    r"(?:each|either)\s+(?:of the \w+\s+)?(?:treatment\s+|study\s+)?(?:groups?|arms?)\b"
    r"(?=\s*(?:[.;)]|,\s|$|and the\b))",
    re.IGNORECASE,
)
_AND_OTHERS: Final = re.compile(rf"\d\s+{PEOPLE}\s+and\s+$", re.IGNORECASE)
"""`10 boys and 10 girls in each group`: the second number counts a part of them."""
_PER_ARM: Final = Wording(
    rf"\b{PEOPLE}\s+(?:were\s+)?{_TAKEN}\b[^.;()]{{0,30}}?[,(:]\s*(?P<n>{number_patterns.INTEGER})\s+"
    r"(?:per|(?:in|to|into)\s+(?:each|either))\s+(?:treatment\s+)?(?:group|arm)\b",
    re.IGNORECASE,
)
"""`132 patients were enrolled, 66 per arm`"""
_BRACKETED: Final = Wording(
    rf"[(\[]\s*n\s?=\s?(?P<n>{number_patterns.INTEGER})(?:\s{PEOPLE})?,?\s?(?:each|respectively|/\s?(?:group|arm)|"
    r"(?:(?:per|(?:in|for)\s(?:each|either|both))\s(?:of\sthe\s\w+\s)?(?:treatment\s)?(?:group|arm)s?))\s*[)\]]",
    re.IGNORECASE,
)
"""`to A or B (n = 20 each)`, `(n = 20 per group)`"""
_ALLOCATED: Final = Wording(r"\b(?:random\w*|assigned|allocated|divided)\b(?![^.]*\bsub-?groups?\b)", re.IGNORECASE)
_IN_TURN: Final = re.compile(
    rf"(?<![\w.,%])(?P<all>{number_patterns.INTEGER}(?:,\s*{number_patterns.INTEGER})*,?\s+and\s+{number_patterns.INTEGER})\s+"
    rf"(?:{PEOPLE}\s+)?(?:were\s+)?(?:{_TAKEN}\s+)?(?:in|to|to receive|received|given)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_JOINED: Final = re.compile(r"\s*(?:groups?|arms?)?\s*(?:,|,?\s*and)\s+(?:the\s+)?")
_RESPECTIVELY: Final = re.compile(r"\s*(?:treatment\s+|study\s+)?(?:groups?|arms?)?\s*,?\s*respectively\b")
_WHOLE: Final = re.compile(
    rf"(?<![\w.,])(?P<n>{number_patterns.COUNT})\s+(?:{_TAKEN}\s+)?{PEOPLE}\s+(?:(?:were\s+)?{_TAKEN}\s+)?[(\[]",
    re.IGNORECASE,
)
_OPTIONAL: Final = re.compile(
    rf"\bwith\s*[(\[]\s*(?:n\s*=\s*)?(?P<more>{number_patterns.INTEGER})[^()\[\]]*[)\]]\s*(?:or|and|versus|vs\.?)\s+"
    rf"without\b(?:\s*[(\[]\s*(?:n\s*=\s*)?(?P<less>{number_patterns.INTEGER})[^()\[\]]*[)\]])?",
    re.IGNORECASE,
)
_SIZED: Final = re.compile(rf"\s*[(\[]\s*n\s*=\s*(?P<less>{number_patterns.INTEGER})\s*[)\]]", re.IGNORECASE)
_ELIDED: Final = re.compile(
    rf"(?<![\w.,])(?P<n>{number_patterns.COUNT})\s+(?:{PEOPLE}\s+)?(?:were\s+)?(?:randomly\s+)?(?:assigned|allocated|randomi[sz]ed)\s+"
    rf"to(?:\s+receive)?\s+(?:[\d.,]+\s?[\w/]+\s+(?:of\s+)?)?$",
    re.IGNORECASE,
)
_NEXT: Final = re.compile(rf"\band\s+(?P<n>{number_patterns.COUNT}),?\s+(?:to\s+)?(?:receive\s+)?$", re.IGNORECASE)
_HAPPENED: Final = re.compile(r"\b(?:\w+ed|seen|found|occurring)\s+(?:\w+\s+)?(?:in|by)\s+(?:a total of\s+)?$")
"""Before a number: it counts those to whom something happened, `cancer was diagnosed in 1617`."""
_BEFORE: Final = 60


def sizes_with_and_without(text: str, mentions: list[ArmMention], start: int, end: int) -> Iterator[SizeMention]:
    """`A with (n = 47) or without (n = 43) B`, `A with (n = 47) or without B (n = 43)`: the first is given more."""
    told = _OPTIONAL.search(text, start, end)
    before = [m for m in mentions if told and m.end <= told.start() and len(m.entries) == 1][-1:]
    behind = [m for m in mentions if told and m.start >= told.end() and len(m.entries) == 1][:1]
    if told and before and behind and before[0].entries[0].drugs < behind[0].entries[0].drugs:
        less = told if told["less"] else _SIZED.match(text, behind[0].end, end)
        span = before[0].start, behind[0].end
        yield SizeMention(behind[0].entries[0], numerals.integer(told["more"]), *span)
        if less:
            yield SizeMention(before[0].entries[0], numerals.integer(less["less"]), before[0].start, less.end())


def sizes_of_each(text: str, entries: list[ArmEntry], start: int, end: int) -> Iterator[SizeMention]:
    """`There were 50 patients in each group`, `were enrolled, 66 per arm`, `assigned to A or B (n = 20 each)`."""
    each = _EACH.search(text, start, end) or _PER_ARM.search(text, start, end)
    if each is None and _ALLOCATED.search(text, start, end):
        each = _BRACKETED.search(text, start, end)
    if len(entries) > 1 and each and not _AND_OTHERS.search(text, start, each.start()):
        yield from (SizeMention(entry, numerals.integer(each["n"]), *each.span()) for entry in entries)


def sizes_in_turn(text: str, mentions: list[ArmMention], start: int) -> Iterator[SizeMention]:
    """`818 and 756 in the A and B arms, respectively`: as many numbers as arms behind them."""
    for place, first in enumerate(mentions):
        told = _IN_TURN.search(text, start, first.start)
        if told is None:
            continue
        numbers = [numerals.integer(n) for n in re.split(r",\s+(?:and\s+)?|\s+and\s+", told["all"])]
        named = mentions[place : place + len(numbers)]
        joined = all(_JOINED.fullmatch(text[a.end : b.start]) for a, b in pairwise(named))
        if len(named) == len(numbers) and joined and _RESPECTIVELY.match(text, named[-1].end):
            for mention, number in zip(named, numbers, strict=True):
                if len(mention.entries) == 1:
                    yield SizeMention(mention.entries[0], number, told.start(), named[-1].end)


def sizes_of_two(text: str, mentions: list[ArmMention], start: int) -> Iterator[SizeMention]:
    """`850 were randomized to receive 5 mg of A and 810, B`: the second number stands alone."""
    for first, second in pairwise(mentions):
        one = _ELIDED.search(text, start, first.start)
        other = _NEXT.search(text, first.end, second.start) if one else None
        if one and other and len(first.entries) == len(second.entries) == 1:
            yield SizeMention(first.entries[0], numerals.integer(one["n"]), one.start(), first.end)
            yield SizeMention(second.entries[0], numerals.integer(other["n"]), other.start(), second.end)


def adding_up(text: str, sizes: list[SizeMention], start: int, end: int) -> list[SizeMention]:
    """The counts in a bracket that add up to all the patients told of before it: `121 patients (61 on A, 60 on B)`."""
    for whole in _WHOLE.finditer(text, start, end):
        if _HAPPENED.search(text, max(start, whole.start() - _BEFORE), whole.start()):
            continue
        close = re.compile(r"[)\]]").search(text, whole.end(), end)
        inside = [size for size in sizes if close and whole.end() <= size.start < close.start()]
        if len(inside) > 1 and sum(size.size for size in inside) == numerals.integer(whole["n"]):
            return inside
    return []
