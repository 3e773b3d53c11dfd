"""How near a text is to a name with the same key, and whether it may stand for it."""

import re
from itertools import pairwise
from typing import Final

from .normal import Token, fold, tokens
from .terms import MatchKind

ABBREVIATION: Final = 5
"""Code points up to which a name with capitals is taken for an abbreviation, which counts in its own case only."""

_CAPITALS: Final = 8
"""The same, of words all in capitals."""
_TINY: Final = 3
"""Words so short count in their own case, but for the capital of a sentence."""
_STATISTICS: Final = frozenset(("ci", "hr", "or", "rr", "sd", "se", "auc"))
"""A number after one of these is a figure, no part of a name."""
_CHARGE: Final = re.compile(r"\(\d*[+-]\)$")
"""At the end of the name of an ion, which texts seldom give, and then not as a word."""
_BETWEEN: Final = re.compile(r"[\W_]+")


def closeness(text: str, name: str) -> MatchKind:
    """Tell how a text meets a name that has the same key.

    >>> closeness("Anemia", "anemia"), closeness("anaemia", "anemia")
    ('folded', 'variant')
    """
    if text == name:
        return "exact"
    return "folded" if fold(text) == fold(name) else "variant"


def may_stand_for(text: str, name: str) -> bool:
    """Say whether a piece of text may be the name: what parts the words agrees, and so does the case of abbreviations.

    >>> may_stand_for("non Hodgkin lymphoma", "non-Hodgkin lymphoma"), may_stand_for("a septic shock", "aseptic shock")
    (True, False)
    >>> may_stand_for("all", "ALL"), may_stand_for("LUX", "lux"), may_stand_for("anaemia. Toxicity", "anemia toxicity")
    (False, False, False)
    """
    if text == name:
        return True
    whole = text.count("(") == text.count(")") and not _CHARGE.search(name) and _same_case(text, name)
    return whole and (fold(text) == fold(name) or _same_gaps(text, name))


def _same_case(text: str, name: str) -> bool:
    if " " in name:
        return True
    one, other = (_BETWEEN.sub("", words) for words in (text, name))
    if len(other) > 2 and any(map(str.isdigit, other)):
        return True
    if len(other) <= _TINY or _is_abbreviation(one) or _is_abbreviation(other):
        return one in {other, f"{other}s"} or (other.islower() and one == other.capitalize())
    return True


def _is_abbreviation(word: str) -> bool:
    return (len(word) <= ABBREVIATION and not word[1:].islower()) or (len(word) <= _CAPITALS and word.isupper())


def _same_gaps(text: str, name: str) -> bool:
    here, there = _gaps(text), _gaps(name)
    return all(_agree(here.get(place), there.get(place)) for place in here.keys() | there.keys())


def _gaps(text: str) -> dict[int, tuple[str, bool]]:
    """Give what stands between the words, by the place in the key; and whether a number follows letters there."""
    gaps: dict[int, tuple[str, bool]] = {}
    words = tokens(text)
    place = 0
    for before, after in pairwise(words):
        place += len(before.form)
        gaps[place] = _between(text, before, after), _is_code(text, before, after)
    return gaps


def _is_code(text: str, before: Token, after: Token) -> bool:
    """Say whether a number follows letters, as in IL 2; not a single one, which may be an article."""
    return text[before.end - 1].isalpha() and text[after.start].isdigit() and before.end - before.start > 1


def _between(text: str, before: Token, after: Token) -> str:
    gap = fold(text[before.end : after.start])
    gap = gap.removeprefix("'s").removeprefix("’s")
    if before.form in _STATISTICS and after.form.isdigit():
        return f"{gap}="
    return gap.strip(" \t\n®™") or (" " if gap else "")


def _agree(here: tuple[str, bool] | None, there: tuple[str, bool] | None) -> bool:
    one, other = (gap[0] if gap else "" for gap in (here, there))
    if one == other or {one, other} <= {" ", "-"} or {one, other} <= {"", "-"}:
        return True
    return {one, other} <= {"", " ", "-"} and any(gap is not None and gap[1] for gap in (here, there))
