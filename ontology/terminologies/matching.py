"""Names in a text: along the keys of its words through a trie; what is found is compared with the names themselves."""

from collections.abc import Callable
from itertools import accumulate
from typing import Final

from .closeness import closeness, may_stand_for
from .normal import Token, tokens
from .terms import NamedTerm, Span
from .trie import Trie

LONGEST: Final = 250
"""Names with longer keys (code points) are found by lookup, not in a text."""

Bearers = Callable[[str], tuple[NamedTerm, ...]]


class Matcher:
    """Finds names in texts; `bearers` gives the terms for a key."""

    def __init__(self, keys: Trie, stops: frozenset[str], bearers: Bearers) -> None:
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
            if last is None or found in self._stops:
                continue
            begin, end = words[first].start, words[last].end
            surface = text[begin:end]
            bearers = tuple(
                named._replace(match_kind=closeness(surface, named.name))
                for named in self._bearers(found)
                if may_stand_for(surface, named.name)
            )
            if bearers:
                return last, Span(begin, end, bearers)
        return None
