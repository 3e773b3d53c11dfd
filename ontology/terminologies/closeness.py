"""How near a text is to a name with the same key, and whether it may stand for it."""

import re
from itertools import pairwise
from typing import Final

from .normal import Token, fold, tokens
from .terms import MatchKind

ABBREVIATION: Final = 5
"""Code points up to which a name with capitals is taken for an abbreviation, which counts in its own case only."""

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
    >>> may_stand_for("all", "ALL"), may_stand_for("anaemia. Toxicity", "anemia toxicity")
    (False, False)
    """
    return text == name or (_same_case(text, name) and (fold(text) == fold(name) or _same_gaps(text, name)))


def _same_case(text: str, name: str) -> bool:
    if len(name) > ABBREVIATION or name[1:].islower() or " " in name:
        return len(text) > 2
    one, other = (_BETWEEN.sub("", words) for words in (text, name))
    return one in {other, f"{other}s"}


def _same_gaps(text: str, name: str) -> bool:
    here, there = _gaps(text), _gaps(name)
    return all(_agree(here.get(place), there.get(place)) for place in here.keys() | there.keys())


def _gaps(text: str) -> dict[int, tuple[str, bool]]:
    """Give what stands between the words, by the place in the key; and whether letter meets digit there."""
    gaps: dict[int, tuple[str, bool]] = {}
    words = tokens(text)
    place = 0
    for before, after in pairwise(words):
        place += len(before.form)
        between = _between(text, before, after)
        gaps[place] = between, text[before.end - 1].isdigit() != text[after.start].isdigit()
    return gaps


def _between(text: str, before: Token, after: Token) -> str:
    gap = fold(text[before.end : after.start])
    gap = gap.removeprefix("'s").removeprefix("’s")
    return gap.strip(" \t\n®™") or (" " if gap else "")


def _agree(here: tuple[str, bool] | None, there: tuple[str, bool] | None) -> bool:
    one, other = (gap[0] if gap else "" for gap in (here, there))
    if one == other or {one, other} <= {" ", "-"} or {one, other} <= {"", "-"}:
        return True
    return {one, other} <= {"", " ", "-"} and any(gap is not None and gap[1] for gap in (here, there))
