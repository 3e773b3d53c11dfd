"""Words of everyday and medical English, told from names: those of the language model's lemma table (WordNet)."""

from functools import cache, lru_cache
from typing import Any, Final, cast

from spacy.lang.en.stop_words import STOP_WORDS
from spacy.lookups import Lookups

from .neural import OWN_MODEL

SHORTEST: Final = 5
"""Letters below which a word is taken for common."""
_ENDINGS: Final = ("s", "es", "ed", "d", "ing", "ly", "al", "ally", "ness", "er", "ity", "able", "ability")
_PREFIXES: Final = tuple(
    "anti bio co cardio extra immuno inter intra loco micro mono multi nano neo non over para peri post pre radio re "
    "sub super trans un under".split()
)
_OTHERS: Final = frozenset(
    "women highest largest lowest among during versus whereas wherein toward towards against without "
    "whether criteria data multicenter multicentre bodyweight timepoint biomarker biomarkers comorbidity "
    "comorbidities tolerability noninferiority baseline".split()
)


@cache
def _words() -> frozenset[str]:
    lookups = cast("Any", Lookups()).from_disk(OWN_MODEL / "lemmatizer/lookups")
    index = cast("dict[str, list[str]]", lookups.get_table("lemma_index"))
    irregular = cast("dict[str, dict[str, list[str]]]", lookups.get_table("lemma_exc"))
    return frozenset(
        {word for table in (*index.values(), *irregular.values()) for word in table} | STOP_WORDS | _OTHERS
    )


@lru_cache(maxsize=50_000)
def is_rare(word: str) -> bool:
    """Whether a lower-case word is of letters only and neither it nor what it is derived from is in the table.

    >>> is_rare("alvimopan"), is_rare("randomized"), is_rare("leukopenia"), is_rare("pretreated")
    (True, False, False, False)
    """
    if len(word) < SHORTEST or not word.isalpha() or word in _PREFIXES:
        return False
    if _is_form(word):
        return False
    return not any(_is_form(word[len(p) :]) for p in _PREFIXES if word.startswith(p) and len(word) - len(p) >= SHORTEST)


def _is_form(word: str) -> bool:
    words = _words()
    stems = [word[: -len(ending)] for ending in _ENDINGS if word.endswith(ending)]
    return word in words or any(
        form in words for stem in stems if len(stem) > 2 for form in (stem, f"{stem}e", f"{stem}y", f"{stem[:-1]}y")
    )
