"""How well the letters of a short form are spelled out by words, and where the long form begins."""

import re
from dataclasses import dataclass

PART = re.compile(r"[^\W_]+")
SMALL = frozenset("of the and for in to a an with by on or de per from at as plus".split())
LOCANT = re.compile(
    r"(?:^|(?<=[\s(]))(?:(?:[\d,.'′]+[A-Za-z]?|[A-Z]|[αβγδ]|alpha|beta|gamma|delta|omega|cis|trans)[-‐‑–])+$",
    re.IGNORECASE,
)
"""What stands before a chemical name without being spelled by its short form: `2,6-`, `N-`, `delta-9-`."""

WITHIN, NEXT, INNER, SKIP, SKIP_SMALL, SKIP_HYPHENED, AFTER = 0.6, 0.3, 1.5, 1.0, 0.1, 0.4, 0.5
"""Costs of a letter found inside a word already begun, right after the letter before, inside a word whose beginning
does not count, of words passed over (whole, small, hyphened to the next), and of a word after the last letter."""
MOST_PER_LETTER = 0.75


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
        """List where a letter stands."""
        lower = self.text.lower()
        return [
            _Place(offset, number, offset == start)
            for number, (start, end) in enumerate(self.parts)
            for offset in range(start, end)
            if lower[offset] == letter
        ]


def find_long_form(short: str, text: str) -> tuple[int, float] | None:
    """Offset in `text` where the long form of `short` begins that reaches to the end of `text`, and its cost.

    None where the letters are not there, or too far from the beginnings of words.

    >>> find_long_form("ORR", "and the overall response rate")[0]
    8
    """
    letters = [c for c in short.lower() if c.isalnum()]
    if len(letters) > 2 and short.endswith("s"):
        letters.pop()
    words = Words(text)
    if not letters or not words.parts or len(text) > 1_000:
        return None
    best = _align(letters, words)
    if not best and len(letters) > 1 and letters[-1].isdigit():
        letters.pop()
        best = _align(letters, words)
    limit = MOST_PER_LETTER * len(letters)
    if short.islower() or len(letters) == 1:
        limit = 0.0
    fitting = [(cost, -start) for start, cost in best.items() if cost <= limit]
    if not fitting:
        return None
    cost, start = min(fitting)
    return _widened(text, -start), cost


def _align(letters: list[str], words: Words) -> dict[int, float]:
    """Lowest cost of each place where the long form may begin (a part's first letter)."""
    costs = {p: words.skipped(p.part + 1, len(words.parts)) * AFTER for p in words.places(letters[-1])}
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
    return {p.offset: cost for p, cost in costs.items() if p.begins and not words.is_small(p.part)}


def _step_cost(place: _Place, later: _Place, words: Words) -> float:
    """Cost of going from one letter to the next; a letter inside the same word gives back what INNER took."""
    if place.part == later.part:
        return (NEXT if later.offset == place.offset + 1 else WITHIN) - INNER
    return words.skipped(place.part + 1, later.part)


def _widened(text: str, start: int) -> int:
    """Take a chemical's locants, which the short form leaves out, into the long form."""
    locant = LOCANT.search(text[:start])
    return locant.start() if locant else start
