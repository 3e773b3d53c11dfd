"""Names in a text: along the keys of its words through a trie; what is found is compared with the names themselves."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import accumulate
from typing import Final

from .closeness import closeness, may_stand_for
from .normal import tokens
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
        self._terms = lru_cache(maxsize=1 << 15)(self._compare)

    def match(self, text: str) -> tuple[Span, ...]:
        """Give the longest names from the left, without overlaps."""
        words = tokens(text)
        joined = "".join(word.form for word in words)
        ends = [0, *accumulate(len(word.form) for word in words)]
        places = {end: number for number, end in enumerate(ends[1:])}
        spans: list[Span] = []
        after = 0
        for first, begin in enumerate(ends[:-1]):
            for last, found in self._candidates(joined, begin, places) if begin >= after else ():
                start, end = words[first].start, words[last].end
                terms = self._terms(found, text[start:end], single=first == last)
                if terms:
                    spans.append(Span(start, end, terms))
                    after = begin + len(found)
                    break
        return tuple(spans)

    def _candidates(self, joined: str, begin: int, places: dict[int, int]) -> Iterator[tuple[int, str]]:
        """Give the keys that begin here and end with a word, and the number of that word, the longest first."""
        for found in reversed(self._keys.prefixes(joined[begin : begin + LONGEST])):
            last = places.get(begin + len(found))
            if last is not None:
                yield last, found

    def _compare(self, words: str, surface: str, *, single: bool) -> tuple[NamedTerm, ...]:
        """Give the terms whose names a piece of text may stand for."""
        if single and self._stops.hold(surface):
            return ()
        return tuple(
            named._replace(match_kind=closeness(surface, named.name))
            for named in self._bearers(words)
            if may_stand_for(surface, named.name)
        )
