"""Names in a text: along the keys of its words through a trie; what is found is compared with the names themselves."""

from collections.abc import Callable
from itertools import accumulate
from typing import Final

from .closeness import closeness, may_stand_for
from .normal import Token, tokens
from .stops import Stops
from .terms import NamedTerm, Span
from .trie import Trie

LONGEST: Final = 250
"""Names with longer keys (code points) are found by lookup, not in a text."""


def is_sought(name: str, words: str) -> bool:
    """Say whether a name with this key is looked for in texts: no letter, no number, no two small letters are."""
    return 1 < len(words) <= LONGEST and not words.isdigit() and not (len(words) == 2 and name.islower())


Bearers = Callable[[str], tuple[NamedTerm, ...]]


class Matcher:
    """Finds names in texts; `bearers` gives the terms for a key."""

    def __init__(self, keys: Trie, stops: Stops, bearers: Bearers) -> None:
        self._keys, self._stops, self._bearers = keys, stops, bearers

    def match(self, text: str) -> tuple[Span, ...]:
        """Give the longest names from the left, without overlaps."""
        words = tokens(text)
        joined = "".join(word.form for word in words)
        ends = list(accumulate(len(word.form) for word in words))
        places = {end: number for number, end in enumerate(ends)}
        spans: list[Span] = []
        number = 0
        while number < len(words):
            found = self._longest(text, words, number, joined, ends, places)
            if found is None:
                number += 1
            else:
                last, span = found
                spans.append(span)
                number = last + 1
        return tuple(spans)

    def _longest(
        self, text: str, words: list[Token], first: int, joined: str, ends: list[int], places: dict[int, int]
    ) -> tuple[int, Span] | None:
        start = ends[first] - len(words[first].form)
        for found in reversed(self._keys.prefixes(joined[start : start + LONGEST])):
            last = places.get(start + len(found))
            if last is None:
                continue
            begin, end = words[first].start, words[last].end
            surface = text[begin:end]
            if first == last and self._stops.hold(surface):
                continue
            bearers = tuple(
                named._replace(match_kind=closeness(surface, named.name))
                for named in self._bearers(found)
                if may_stand_for(surface, named.name)
            )
            if bearers:
                return last, Span(begin, end, bearers)
        return None
