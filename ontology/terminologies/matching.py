"""Names in a text: along the keys of its words through a trie; what is found is compared with the names themselves."""

import re
from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate
from typing import Final

from .closeness import closeness, may_stand_for
from .normal import Token, key, natural, tokens
from .stops import Stops
from .terms import NamedTerm, Span
from .trie import Trie

LONGEST: Final = 250
"""Names with longer keys (code points) are found by lookup, not in a text."""
_HEAD, _TURNED = 2, 3
"""Words that may stand before and after `of` in a name that was turned round."""
_DECIMALS: Final = re.compile(r"[.,·]\d")
_PARTED: Final = re.compile(r"[^\w\s-]")

Hit = tuple[int, tuple[NamedTerm, ...]]
"""Number of the last word, and the terms; no terms where nothing is found."""
Bearers = Callable[[str], tuple[NamedTerm, ...]]


def is_sought(name: str, words: str) -> bool:
    """Say whether a name with this key is looked for in texts: no letter, no number, no two small letters are."""
    return 1 < len(words) <= LONGEST and not words.isdigit() and not (len(words) == 2 and name.islower())


class Words:
    """The words of a text, and their forms in one piece."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[Token] = tokens(text)
        self.joined = "".join(word.form for word in self.words)
        self.begins = [0, *accumulate(len(word.form) for word in self.words)]
        self.ending = {end: number for number, end in enumerate(self.begins[1:])}
        """The numbers of the words by where they end in the joined forms."""
        ofs = [number for number, word in enumerate(self.words) if word.form == "of"]
        self.of = {of - head: of for head in range(1, 1 + _HEAD) for of in ofs if of >= head}
        """The words that a name which was turned round may begin with, and the `of` that follows."""

    def cuts_a_number(self, last: int) -> bool:
        """Say whether a run of words that ends here leaves the rest of a number behind: the 1 of 1.5."""
        end = self.words[last].end
        return self.text[end - 1].isdigit() and _DECIMALS.match(self.text, end) is not None

    def surface(self, first: int, last: int) -> str:
        """Cut a run of words out of the text."""
        return self.text[self.words[first].start : self.words[last].end]


class Matcher:
    """Finds names in texts; `bearers` gives the terms for a key."""

    def __init__(self, keys: Trie, stops: Stops, bearers: Bearers) -> None:
        self._keys, self._stops, self._bearers = keys, stops, bearers
        self._terms = lru_cache(maxsize=1 << 15)(self._compare)

    def match(self, text: str) -> tuple[Span, ...]:
        """Give the longest names from the left, without overlaps."""
        words = Words(text)
        spans: list[Span] = []
        after = 0
        for first in range(len(words.words)):
            if first < after:
                continue
            last, terms = self._longest(words, first)
            if first in words.of:
                end, others = self._turned(words, first, words.of[first])
                terms = (*(terms if last >= end else ()), *(others if end >= last else ()))
                last = max(last, end)
            if terms:
                spans.append(Span(words.words[first].start, words.words[last].end, terms))
                after = last + 1
        return tuple(spans)

    def _longest(self, words: Words, first: int) -> Hit:
        """Find the longest name that begins with a word and ends with one."""
        begin = words.begins[first]
        for found in reversed(self._keys.prefixes(words.joined[begin : begin + LONGEST])):
            last = words.ending.get(begin + len(found))
            if last is not None and not words.cuts_a_number(last):
                terms = self._terms(found, words.surface(first, last), first == last)
                if terms:
                    return last, terms
        return -1, ()

    def _turned(self, words: Words, first: int, of: int) -> Hit:
        """Find the longest name that the text has turned round: `cancer of the lung` for lung cancer."""
        begin = of + 1 + any(word.form == "the" for word in words.words[of + 1 : of + 2])
        for last in range(min(begin + _TURNED, len(words.words)) - 1, begin - 1, -1):
            surface = f"{words.surface(begin, last)} {words.surface(first, of - 1)}"
            found = key(surface)
            if found in self._keys and not _PARTED.search(words.surface(first, last)):
                terms = self._terms(found, surface, False)
                if terms:
                    return last, tuple(term._replace(match_kind="variant") for term in terms)
        return -1, ()

    def _compare(self, words: str, surface: str, single: bool, /) -> tuple[NamedTerm, ...]:
        """Give the terms whose names a piece of text may stand for."""
        if single and self._stops.hold(surface):
            return ()
        return tuple(
            named._replace(match_kind=closeness(surface, named.name))
            for named in self._bearers(words)
            if may_stand_for(surface, natural(named.name))
        )
