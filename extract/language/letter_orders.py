"""In which orders, and with which left out, the letters of a short form may be spelled by the words."""

import re
from collections.abc import Iterator
from typing import NamedTuple

SPELLINGS = {
    "1": {"first", "one", "i", "primary", "mono"},
    "2": {"second", "two", "ii", "secondary", "di", "bi", "double"},
    "3": {"third", "three", "iii", "tertiary", "tri", "triple"},
    "4": {"fourth", "four", "iv", "quaternary"},
    "5": {"fifth", "five", "v"},
    "6": {"sixth", "six", "vi"},
    "7": {"seventh", "seven"},
    "8": {"eighth", "eight"},
    "9": {"ninth", "nine"},
    "+": {"positive", "plus", "high", "with"},
    "-": {"negative", "minus", "low", "without"},
    "[": {"concentration", "concentrations", "level", "levels"},
    "i": {"current"},
    "o": {"extracellular"},
}
"""Words that stand for a sign which is not their first letter."""
SIGNS = {
    word: [sign for sign, others in SPELLINGS.items() if word in others]
    for words in SPELLINGS.values()
    for word in words
}
"""The signs by the words that stand for them."""
MOST_PER_LETTER, MOST_OUT_OF_ORDER = 0.75, 0.4
"""Costs up to which the letters count as spelled: in their order, and in another."""
DROPPED, MOVED = 0.5, 0.5
"""Costs of leaving out a digit, and of reading the letters in another order."""
BRACKETED_SIGN = re.compile(r"\(([+-])\)$")
NUMBERED = re.compile(r"\(\d+\.\d+\)$")
MOST_BEFORE_SIGN = 3
LONGEST_MOVED = 8
"""Letters beyond which another order is not tried."""
Letters = list[str]


class Reading(NamedTuple):
    """Letters to be spelled in this order, the cost of reading them so, and the limit of what spelling may cost."""

    letters: Letters
    cost: float
    limit: float


def _letters(short: str) -> Letters:
    short = NUMBERED.sub("", BRACKETED_SIGN.sub(r"\1", short))
    letters = [c for c in short.lower() if c.isalnum()]
    if short[:1] == "[" and "]" in short:
        inner = sum(c.isalnum() for c in short[: short.index("]")])
        return [*letters[inner:], *letters[:inner], "["]
    if short[-1:] in "+-" and short[:-1].isalpha() and len(letters) <= MOST_BEFORE_SIGN:
        return [*letters, short[-1]]
    return letters[:-1] if len(letters) > 2 and short.endswith("s") else letters


def in_order(short: str) -> Reading:
    """Read all letters and digits as they stand."""
    letters = _letters(short)
    return Reading(letters, 0.0, 0.0 if short.islower() or len(letters) == 1 else MOST_PER_LETTER * len(letters))


def without_digit(short: str) -> Reading:
    """Leave out the only digit: `N2O`; no letters are left where there is not one.

    >>> "".join(without_digit("N2O").letters)
    'no'
    """
    letters = _letters(short)
    rest = [c for c in letters if not c.isdigit()]
    if len(rest) != len(letters) - 1 or short.islower():
        return Reading([], DROPPED, 0.0)
    most = 0.0 if len(rest) == 1 else MOST_PER_LETTER if letters[-1].isdigit() else MOST_OUT_OF_ORDER
    return Reading(rest, DROPPED, most * len(rest))


def out_of_order(short: str, *, exact: bool) -> Iterator[Reading]:
    """Let two neighbouring stretches change places: `DM`, myotonic dystrophy; `exact` lets every letter begin a word.

    >>> ["".join(reading.letters) for reading in out_of_order("ABC", exact=True)]
    ['bac', 'bca', 'cab', 'acb']
    """
    letters = _letters(short)
    if 2 <= len(letters) <= LONGEST_MOVED and not short.islower():
        for moved in dict.fromkeys(map(tuple, _moved(letters))):
            yield Reading(list(moved), MOVED, 0.0 if exact else MOST_OUT_OF_ORDER * len(letters))


def _moved(letters: Letters) -> Iterator[Letters]:
    """List the orders in which two neighbouring stretches have changed places."""
    size = len(letters)
    for i in range(size - 1):
        for j in range(i + 1, size):
            for k in range(j + 1, size + 1):
                yield [*letters[:i], *letters[j:k], *letters[i:j], *letters[k:]]
