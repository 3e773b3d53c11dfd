"""The sentence in which a quote stands."""

import re
from typing import Final

from .view import Sentence

_CONTEXT: Final = 240
"""Characters before and after a quote, within which its sentence is shown."""
_SENTENCE_END: Final = re.compile(r"\n\s*\n|(?<=[.!?])\s+(?=[A-Z])")


def context(sentence: Sentence, stored: str) -> tuple[str, str]:
    """Give what stands before and after a quote in its sentence; nothing where the text isn't at hand.

    >>> context(Sentence("", "0.53", 27, 31), "A trial. The hazard ratio was 0.53 in all. More.")
    ('', '')
    >>> context(Sentence("", "0.53", 30, 34), "A trial. The hazard ratio was 0.53 in all. More.")
    ('The hazard ratio was ', ' in all.')
    """
    start, end = sentence.start, sentence.end
    if start is None or end is None or stored[start:end] != sentence.quote:
        return "", ""
    first = max(0, start - _CONTEXT)
    borders = [*_SENTENCE_END.finditer(stored, first, end + _CONTEXT)]
    begin = max((border.end() for border in borders if border.end() <= start), default=first)
    stop = min((border.start() for border in borders if border.start() >= end), default=end + _CONTEXT)
    return stored[begin:start].lstrip(), stored[end:stop].rstrip()
