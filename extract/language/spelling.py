"""One form for the spellings of a word: case, plural, British or American, with or without accents."""

import re
import unicodedata
from functools import lru_cache

from .tokenizer import DASHES

SKIPPED = frozenset([*DASHES, "®", "™", "/-"])
"""Tokens that a name may have or lack."""
_BRITISH = [
    (re.compile("(?<=[a-z])?[ao]e(?=[a-z])"), "e"),
    (re.compile("our(?=$|s$|ed$)"), "or"),
    (re.compile("is(?=ations?$|ed$|e$|ing$)"), "iz"),
    (re.compile("tre(?=s?$)"), "ter"),
    (re.compile("sulph"), "sulf"),
]
_ENDING = re.compile("(?<=[a-z]{3})(?:ies|es|is|s|e|y)$")


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Give the form under which a word is looked up; words of three letters or fewer only lose their case.

    >>> fold("Tumours") == fold("tumor"), fold("neuropathies") == fold("neuropathy"), fold("anaemia") == fold("Anemia")
    (True, True, True)
    """
    word = word.lower()
    if not word.isascii():
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    if len(word) <= 3 or not word.isalpha():
        return word
    for pattern, american in _BRITISH:
        word = pattern.sub(american, word)
    return _ENDING.sub("", word)
