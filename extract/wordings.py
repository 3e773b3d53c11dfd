"""Regular expressions that are tried only on texts that hold the words they need.

A search by one that no text begins to match takes tens of microseconds a sentence, a look for its words takes one;
and of the hundreds of wordings that are asked of each sentence, it holds few.
"""

import re
import sys
from collections.abc import Callable, Iterator
from functools import lru_cache

from .needed_words import Words, fold, needed_words

_folded = lru_cache(maxsize=16)(fold)
_last: list[tuple[str, int, int, str]] = [("", 0, 0, "")]
"""One stretch of text is asked for many wordings in a row."""
Match = re.Match[str]


class Wording:
    r"""A regular expression used as `re.Pattern` is, with the same matches.

    >>> Wording(r"\bgrades?\s+\d").search("of grade 3")
    <re.Match object; span=(3, 10), match='grade 3'>
    >>> Wording(r"\bgrades?\s+\d").search("none was severe") is None
    True
    """

    __slots__ = ("_needs", "compiled")

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Compile it; the words that it needs are looked for at its first use."""
        self.compiled = re.compile(pattern, flags)
        self._needs: tuple[Words, ...] | None = None

    @property
    def pattern(self) -> str:
        """What was compiled."""
        return self.compiled.pattern

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> Match | None:
        """Find the first place between two offsets."""
        return self.compiled.search(text, start, end) if self._may_stand(text, start, end) else None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> Match | None:
        """Match at the first of two offsets."""
        return self.compiled.match(text, start, end) if self._may_stand(text, start, end) else None

    def fullmatch(self, text: str, start: int = 0, end: int = sys.maxsize) -> Match | None:
        """Match all between two offsets."""
        return self.compiled.fullmatch(text, start, end) if self._may_stand(text, start, end) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[Match]:
        """Find all places between two offsets."""
        return self.compiled.finditer(text, start, end) if self._may_stand(text, start, end) else iter(())

    def sub(self, put: str | Callable[[Match], str], text: str, count: int = 0) -> str:
        """Put something in place of what matches."""
        return self.compiled.sub(put, text, count) if self._may_stand(text, 0, sys.maxsize) else text

    def _may_stand(self, text: str, start: int, end: int) -> bool:
        if self._needs is None:
            self._needs = needed_words(self.compiled.pattern, self.compiled.flags)
        last = _last[0]
        if last[0] is text and last[1] == start and last[2] == end:
            folded = last[3]
        else:
            folded = _folded(text if start <= 0 and end >= len(text) else text[max(start, 0) : end])
            _last[0] = (text, start, end, folded)
        for words in self._needs:
            for word in words:
                if word in folded:
                    break
            else:
                return False
        return True
