"""How well the letters of a short form are spelled out by words, and where the long form begins."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .letter_orders import MOVED, SPELLINGS, Reading, in_order, out_of_order, without_digit

PART = re.compile(r"[^\W_]+")
SMALL = frozenset("of the and for in to a an with by on or de per from at as plus".split())
LOCANT = re.compile(
    r"(?:^|(?<=[\s(]))(?:\d+ (?=alpha|beta))?"
    r"(?:(?:[\d,.'′]+[A-Za-z]?|[A-Z]|[αβγδ]|alpha|beta|gamma|delta|omega|cis|trans|\([+\-±/]+\)|\[\d+[A-Z]\])[-‐‑–])+$",
    re.IGNORECASE,
)
"""What stands before a chemical name without being spelled by its short form: `2,6-`, `N-`, `delta-9-`."""

WITHIN, NEXT, INNER, SKIP, SKIP_SMALL, SKIP_HYPHENED, AFTER = 0.6, 0.3, 1.5, 1.0, 0.1, 0.4, 0.5
"""Costs of a letter found inside a word already begun, right after the letter before, inside a word whose beginning
does not count, of words passed over (whole, small, hyphened to the next), and of a word after the last letter."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A position in the text where a letter may be matched."""

    offset: int
    part: int
    begins: bool


class Words:
    """The words (parts between hyphens, spaces, brackets) of the stretch that may hold a long form."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts = [(m.start(), m.end()) for m in PART.finditer(text)]
        self._places: dict[str, list[_Place]] = {}
        self._skips = [0.0]
        for start, end in self.parts:
            self._skips.append(self._skips[-1] + self._skip_cost(start, end))

    def _skip_cost(self, start: int, end: int) -> float:
        if self.text[start:end].lower() in SMALL or self.text[start:end].isdigit():
            return SKIP_SMALL
        return SKIP_HYPHENED if self.text[end : end + 1] in {"-", "‐", "‑", "–", "/"} else SKIP

    def is_small(self, part: int) -> bool:
        """Whether the part is an article, a preposition or the like, with which no long form begins."""
        start, end = self.parts[part]
        return self.text[start:end].lower() in SMALL

    def skipped(self, first: int, last: int) -> float:
        """Cost of passing over the parts from `first` up to, not including, `last`."""
        return self._skips[last] - self._skips[first]

    def places(self, letter: str) -> list[_Place]:
        """List where a letter stands, or the word that stands for it."""
        if letter not in self._places:
            lower = self.text.lower()
            self._places[letter] = [
                _Place(offset, number, offset == start or lower[offset - 1].isdigit())
                for number, (start, end) in enumerate(self.parts)
                for offset in range(start, end)
                if lower[offset] == letter
                or (offset == start and lower[start:end] in SPELLINGS.get(letter, ()))
                or (letter == "x" and lower.startswith("ectom", offset))
            ]
        return self._places[letter]


def find_long_form(short: str, text: str) -> tuple[int, float] | None:
    """Offset in `text` where the long form of `short` begins that reaches to the end of `text`, and its cost.

    None where the letters are not there, or too far from the beginnings of words.

    >>> find_long_form("ORR", "and the overall response rate")[0]
    8
    """
    words = Words(text)
    if not words.parts or len(text) > 1_000:
        return None
    found = list(_fitting([in_order(short)], words)) or list(_fitting([without_digit(short)], words))
    if not found or min(found)[0] > MOVED:
        found += _fitting(out_of_order(short, exact=bool(found)), words)
    if not found:
        return None
    cost, start = min(found)
    return widened(text, -start), cost


def _fitting(readings: Iterable[Reading], words: "Words") -> Iterator[tuple[float, int]]:
    """Give cost and (negative) beginning of the long forms that spell one of the readings."""
    for reading in readings:
        for start, cost in _align(reading.letters, words).items():
            if cost <= reading.limit:
                yield cost + reading.cost, -start


def _align(letters: list[str], words: Words) -> dict[int, float]:
    """Lowest cost of each place where the long form may begin (a part's first letter)."""
    costs = {p: words.skipped(p.part + 1, len(words.parts)) * AFTER for c in letters[-1:] for p in words.places(c)}
    if len(letters) == 1:
        return {p.offset: c for p, c in costs.items() if p.begins}
    costs = {p: c + (0.0 if p.begins else INNER) for p, c in costs.items()}
    for letter in reversed(letters[:-1]):
        step: dict[_Place, float] = {}
        for place in words.places(letter):
            found = [c + _step_cost(place, later, words) for later, c in costs.items() if later.offset > place.offset]
            if found:
                step[place] = min(found) + (0.0 if place.begins else INNER)
        costs = step
    return {words.parts[p.part][0]: cost for p, cost in costs.items() if p.begins and not words.is_small(p.part)}


def _step_cost(place: _Place, later: _Place, words: Words) -> float:
    """Cost of going from one letter to the next; a letter inside the same word gives back what INNER took."""
    if place.part == later.part:
        return (NEXT if later.offset == place.offset + 1 else WITHIN) - INNER
    return words.skipped(place.part + 1, later.part)


def widened(text: str, start: int) -> int:
    """Move the start of a long form: take a chemical's locants, which the short form leaves out, into the long form."""
    locant = LOCANT.search(text[:start])
    return locant.start() if locant else start
