"""One form for the spellings of a word: case, plural, British or American, with or without accents."""

import re
import unicodedata
from functools import lru_cache

from .tokenizer import DASHES

SKIPPED = DASHES | {"®", "™"}
"""Tokens that a name may have or lack."""
_BRITISH = [
    (re.compile("haem"), "hem"),
    (re.compile("aemi"), "emi"),
    (re.compile("oedem"), "edem"),
    (re.compile("(?:^|(?<=[o-]))oesoph"), "esoph"),
    (re.compile("oestr"), "estr"),
    (re.compile("rrhoea"), "rrhea"),
    (re.compile("noea"), "nea"),
    (re.compile("paed"), "ped"),
    (re.compile("caec"), "cec"),
    (re.compile("anaesth"), "anesth"),
    (re.compile("paraesth"), "paresth"),
    (re.compile("leuco(?=[pc])"), "leuko"),
    (re.compile("leuka?em"), "leukem"),
    (re.compile("(?<=[bilmv])our(?=s?$|al$)"), "or"),
    (re.compile("lis(?=ed$|ation)"), "liz"),
    (re.compile("mis(?=ed$|ation)"), "miz"),
    (re.compile("sulph"), "sulf"),
    (re.compile("centre"), "center"),
    (re.compile("moulder"), "molder"),
    (re.compile("naïve"), "naive"),
]
_ENDING = re.compile("(?<=[a-z]{3})(?:ies|es|is|s|e|y)$")
_AE_OE = re.compile("[ao]e(?=[a-z])")


@lru_cache(maxsize=50_000)
def american(word: str) -> str:
    """Give the American spelling of a lower-case word of the field.

    >>> american("tumours"), american("leukaemia"), american("oesophageal"), american("our")
    ('tumors', 'leukemia', 'esophageal', 'our')
    """
    for pattern, spelling in _BRITISH:
        word = pattern.sub(spelling, word)
    return word


def singular(word: str) -> str:
    """Give the singular of a lower-case noun.

    >>> singular("cancers"), singular("neuropathies"), singular("metastases"), singular("diagnosis")
    ('cancer', 'neuropathy', 'metastasis', 'diagnosis')
    """
    if len(word) < 5 or not word.endswith("s") or word.endswith(("ss", "is", "us", "ous")):
        return word
    if word.endswith("ies"):
        return f"{word[:-3]}y"
    if word.endswith(("stases", "noses", "roses", "lyses")):
        return f"{word[:-2]}is"
    return word[:-1]


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
    return _ENDING.sub("", _AE_OE.sub("e", american(word)))
