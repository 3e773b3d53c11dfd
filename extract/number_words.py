"""Counts in digits and in words, as regular expressions and as numbers."""

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
_UNDER_TWENTY: Final = "|".join(sorted(_ONES[1:], key=len, reverse=True))
_UNDER_HUNDRED: Final = rf"(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{'|'.join(_ONES[1:10])})\b)?|(?:{_UNDER_TWENTY}))"
_REST: Final = rf"(?:[\s-](?:and\s)?{_UNDER_HUNDRED}\b)?"
_HUNDRED: Final = rf"(?<![A-Za-z\d][\s-])hundred[\s-](?:and\s)?{_UNDER_HUNDRED}\b"
"""`Hundred and twenty patients`, where a sentence begins."""
_UNDER_THOUSAND: Final = rf"(?:(?:{_UNDER_HUNDRED})\b(?:[\s-]hundred\b{_REST})?|{_HUNDRED})"
WORD_NUMBER: Final = (
    rf"(?<!\bno\s)(?=[otfsenh])(?:{_UNDER_THOUSAND}(?:\sthousand\b(?:,?\s(?:and\s)?{_UNDER_THOUSAND})?)?)"
)
"""A count in words from one upwards. What it begins with stands first, so that a search passes quickly over others."""
COUNT: Final = rf"(?i:(?=[\dotfsenh])(?:\d{{1,3}}(?:,\d{{3}}){{1,3}}|\d{{1,9}}(?![\d.,]{{0,12}}\d|%)|{WORD_NUMBER}\b))"


def read_count(text: str) -> int:
    """Read a count in digits or words.

    >>> read_count("1,034"), read_count("Two hundred and sixty-nine")
    (1034, 269)
    """
    if text[0].isdigit():
        return int(re.sub(r"[,\u202f ]", "", text))
    total = current = 0
    for word in re.findall(r"[a-z]+", text.lower()):
        if word == "hundred":
            current = (current or 1) * 100
        elif word == "thousand":
            total, current = total + (current or 1) * 1000, 0
        elif word != "and":
            current += _VALUES[word]
    return total + current
