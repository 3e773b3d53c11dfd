"""How well the letters of a short form are spelled out by words, and where the long form begins."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .letter_orders import MOVED, SIGNS, Reading, in_order, out_of_order, without_digit

PART = re.compile(r"[^\W_]+")
HYPHENS = frozenset("-‐‑–/")
SMALL = frozenset("of the and for in to a an with by on or de per from at as plus".split())
LOCANT = re.compile(
    r"(?:^|(?<=[\s(]))(?:\d+ (?=alpha|beta))?"
    r"(?:(?:[\d,.'′]+[A-Za-z]?|[A-Z]|[αβγδ]|alpha|beta|gamma|delta|omega|cis|trans|\([+\-±/]+\)|\[\d+[A-Z]\])[-‐‑–]\(?)+$",
    re.IGNORECASE,
)
"""What stands before a chemical name without being spelled by its short form: `2,6-`, `N-`, `delta-9-`."""

WITHIN, NEXT, INNER, SKIP, SKIP_SMALL, SKIP_HYPHENED, AFTER = 0.6, 0.3, 1.5, 1.0, 0.1, 0.4, 0.5
"""Costs of a letter found inside a word already begun, right after the letter before, inside a word whose beginning
does not count, of words passed over (whole, small, hyphened to the next), and of a word after the last letter."""


class _Place(NamedTuple):
    """A position in the text where a letter may be matched."""

    offset: int
    part: int
    begins: bool


class Words:
    """The words (parts between hyphens, spaces, brackets) of the stretch that may hold a long form."""

    def __init__(self, text: str) -> None:
        self.starts: list[int] = []
        self._words: list[str] = []
        self._places: dict[str, list[_Place]] = defaultdict(list)
        self._skips = [0.0]
        for number, match in enumerate(PART.finditer(text)):
            word = match[0].lower()
            self.starts.append(match.start())
            self._words.append(word)
            self._skips.append(self._skips[-1] + _skip_cost(word, text[match.end() : match.end() + 1]))
            self._enter(word, number, match.start())

    def _enter(self, word: str, number: int, start: int) -> None:
        """Note where the letters of a word stand, and the signs that it spells."""
        for place, letter in enumerate(word):
            begins = place == 0 or word[place - 1].isdigit()
            self._places[letter].append(_Place(start + place, number, begins))
        for sign in SIGNS.get(word, ()):
            self._places[sign].append(_Place(start, number, begins=True))
        if (place := word.find("ectom")) >= 0:
            self._places["x"].append(_Place(start + place, number, begins=place == 0))

    def is_small(self, part: int) -> bool:
        """Whether the part is an article, a preposition or the like, with which no long form begins."""
        return self._words[part] in SMALL

    def skipped(self, first: int, last: int) -> float:
        """Cost of passing over the parts from `first` up to, not including, `last`."""
        return self._skips[last] - self._skips[first]

    def hold(self, reading: Reading) -> bool:
        """Whether every letter stands somewhere."""
        return all(letter in self._places for letter in reading.letters)

    def places(self, letter: str) -> list[_Place]:
        """List where a letter stands, or the word that stands for it."""
        return self._places.get(letter, [])


def _skip_cost(word: str, after: str) -> float:
    if word in SMALL or word.isdigit():
        return SKIP_SMALL
    return SKIP_HYPHENED if after in HYPHENS else SKIP


def find_long_form(short: str, text: str) -> tuple[int, float] | None:
    """Offset in `text` where the long form of `short` begins that reaches to the end of `text`, and its cost.

    None where the letters are not there, or too far from the beginnings of words.

    >>> find_long_form("ORR", "and the overall response rate")[0]
    8
    """
    words = Words(text)
    if not words.starts or len(text) > 1_000:
        return None
    found = list(_fitting([in_order(short)], words)) or list(_fitting([without_digit(short)], words))
    if (not found or min(found)[0] > MOVED) and words.hold(in_order(short)):
        found += _fitting(out_of_order(short, exact=bool(found)), words)
    if not found:
        return None
    cost, start = min(found)
    return widened(text, -start), cost


def _fitting(readings: Iterable[Reading], words: "Words") -> Iterator[tuple[float, int]]:
    """Give cost and (negative) beginning of the long forms that spell one of the readings."""
    for reading in readings:
        for start, cost in _align(reading, words).items():
            if cost <= reading.limit:
                yield cost + reading.cost, -start


def _align(reading: Reading, words: Words) -> dict[int, float]:
    """Lowest cost of each place where the long form may begin (a part's first letter), where it is within the limit."""
    if not reading.letters:
        return {}
    *others, last = reading.letters
    costs = {p: words.skipped(p.part + 1, len(words.starts)) * AFTER + _inner(p) for p in words.places(last)}
    for letter in reversed(others):
        within = [(p, c) for p, c in costs.items() if c <= reading.limit + _inner(p)]
        if not within:
            return {}
        costs = {}
        for place in words.places(letter):
            found = [c + _step_cost(place, later, words) for later, c in within if later.offset > place.offset]
            if found:
                costs[place] = min(found) + _inner(place)
    return {words.starts[p.part]: c for p, c in costs.items() if p.begins and not words.is_small(p.part)}


def _inner(place: _Place) -> float:
    return 0.0 if place.begins else INNER


def _step_cost(place: _Place, later: _Place, words: Words) -> float:
    """Cost of going from one letter to the next; a letter inside the same word gives back what INNER took."""
    if place.part == later.part:
        return (NEXT if later.offset == place.offset + 1 else WITHIN) - INNER
    return words.skipped(place.part + 1, later.part)


def widened(text: str, start: int) -> int:
    """Move the start of a long form: take a chemical's locants, which the short form leaves out, into the long form.

    >>> widened("of N-(1-naphthyl)ethylenediamine", 8), widened("of 2,6-diaminopurine", 7)
    (3, 3)
    """
    locant = LOCANT.search(text[:start])
    return locant.start() if locant else start
