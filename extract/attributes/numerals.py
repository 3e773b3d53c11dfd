"""Counts in digits and in words."""

import re
from typing import Final

_ONES: Final = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS: Final = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES: Final = {word: value for value, word in enumerate(_ONES)} | {
    word: 20 + 10 * place for place, word in enumerate(_TENS)
}
_WORD: Final = rf"(?:{'|'.join(sorted(_VALUES, key=len, reverse=True))}|hundred|thousand)"
_WORDS: Final = rf"(?i:{_WORD}(?:(?:[\s-]+and)?[\s-]+{_WORD}){{0,8}})\b"
# What it begins with stands first, so that a search passes quickly over what is none.
COUNT: Final = rf"(?i:(?=[\dotfsenzh]))(?:\d{{1,3}}(?:,\d{{3}}){{1,3}}|\d{{1,9}}(?![\d.,]{{0,12}}\d|%)|{_WORDS})"


def read_count(text: str) -> int:
    """Read a count in digits or words.

    >>> read_count("1,034"), read_count("Two hundred and sixty-nine")
    (1034, 269)
    """
    if text[0].isdigit():
        return int(text.replace(",", ""))
    total = current = 0
    for word in re.findall(r"[a-z]+", text.lower()):
        if word == "hundred":
            current = (current or 1) * 100
        elif word == "thousand":
            total, current = total + (current or 1) * 1000, 0
        elif word != "and":
            current += _VALUES[word]
    return total + current
