"""Adjectives and nouns of one root, by their endings: `ischemic` and `ischemia`."""

from collections.abc import Iterator
from typing import Final

_ENDINGS: Final = tuple(
    (old, tuple(new.split()))
    for old, new in (
        ("betic", "betes"),
        ("leptic", "lepsy"),
        ("otic", "osis"),
        ("etic", "esia esis"),
        ("lytic", "lysis"),
        ("toxic", "toxicity"),
        ("tic", "sis"),
        ("emic", "emia"),
        ("ogenic", "ia"),
        ("iatric", ""),
        ("ic", "ia y ism icity e"),
        ("ian", "ism"),
        ("ensive", "ension"),
        ("ssive", "ssion"),
        ("ive", "ion"),
        ("ious", "ium iety ion"),
        ("ous", "us"),
        ("ssed", "ssion"),
        ("ted", "tion"),
        ("ose", "a"),
        ("ese", "esity"),
        ("id", "idity"),
        ("al", "um"),
        ("oid", "oidism"),
        ("ism", "ic"),
        ("ine", "in"),
        ("in", "ine"),
    )
)
_SHORTEST: Final = 6


def other_endings(word: str) -> Iterator[str]:
    """Give words that may be of the same root; some of them are no words.

    >>> "ischemia" in other_endings("ischemic"), "hypertension" in other_endings("hypertensive")
    (True, True)
    """
    if len(word) < _SHORTEST or not word.isalpha():
        return
    for old, new in _ENDINGS:
        if word.endswith(old):
            yield from (word[: -len(old)] + ending for ending in new)
            return
