"""What an alternative shares with the one before it: `A combined with B or C`, `A with either B, C, or D`.

Offsets are those of the text.
"""

import re
from typing import Final

from ....ontology.facts import Concept
from .classes import is_kind
from .lists import Group
from .merged import Treatment

_LED_BY_WITH: Final = re.compile(r"\bwith\b", re.IGNORECASE)
_IN_PLACE: Final = re.compile(r"\bor (?:combined |in combination |together )?with\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
"""`A with B (n = 20) or with C`: C takes the place of B."""
_ANEW: Final = re.compile(r"[,;)]|\bto\b")
_ADDED_TO: Final = re.compile(r"\b(?:plus|with|added)\b|\+", re.IGNORECASE)
_ALONE: Final = re.compile(r"\s+(?:\w+\s+)?(?:alone|monotherapy|only)\b")
_CONTROL: Final = re.compile(
    r"\b(?:control|comparator|standard)s?(?:\s(?:group|arm|treatment|therapy|chemotherapy))?\s?[(\[]\s?(?:[\w-]+\s){0,2}$",
    re.IGNORECASE,
)
_REACH: Final = 60
_PLAIN_OR: Final = re.compile(r"\s+or\s+", re.IGNORECASE)


def ends_choice(text: str, groups: list[Group], place: int) -> bool:
    """`A plus either B or C, or to D`: what follows is no third of those that are given with A."""
    before, between = (text[groups[i - 1][0][-1].end : groups[i][0][0].start] for i in (place - 1, place))
    return bool(_PLAIN_OR.fullmatch(before) and _ANEW.search(between))


def is_optional_in_control(text: str, groups: list[Group], place: int) -> bool:
    """`A or chemotherapy with or without B`, `control (chemotherapy with or without B)`: one arm has both or one."""
    first, optional = groups[place - 1][0][0], groups[place][0][0]
    if _CONTROL.search(text, max(0, first.start - _REACH), first.start):
        return True
    against = place > 1 and groups[place - 1][1] == "or" and not any(map(is_kind, groups[place - 2][0][-1].drugs))
    return against and all(map(is_kind, first.drugs)) and "," not in text[first.end : optional.start]


def lacks_backbone(text: str, own: list[Treatment], sets: list[frozenset[Concept]], members: list[Treatment]) -> bool:
    """Whether a single drug, or a bare placebo, takes the place of the last of the drugs before it.

    `A, A plus B, or placebo` and `A and B or placebo`: the placebo is given alone.
    """
    placebo = Concept("Drug", "placebo")
    *before, drugs = sets
    if drugs == frozenset({placebo}):
        between = text[members[-2].end : members[-1].start] if len(members) > 1 else ""
        return (
            bool(_ADDED_TO.search(between) or "either" in between) and before[-1] - members[-1].drugs not in before[:-1]
        )
    alone = drugs <= before[-1] or _ALONE.match(text, own[-1].end)
    in_place = is_given_with(text, members) and _IN_PLACE.search(text, members[-1].end, own[0].start)
    shared = in_place or _is_shared(text, members)
    return len(drugs) == 1 and placebo not in before[-1] and not alone and bool(shared)


def is_given_with(text: str, members: list[Treatment]) -> bool:
    """Whether the last of several drugs stands behind `with`."""
    return len(members) > 1 and bool(_LED_BY_WITH.search(text, members[-2].end, members[-1].start))


def _is_shared(text: str, members: list[Treatment]) -> bool:
    """`A combined with B or C`: what stands before `combined with` or `either` is given with each alternative."""
    between = text[members[-2].end : members[-1].start] if len(members) > 1 else ""
    return bool(re.search(r"\b(?:combin\w+ with|either|together with|with concurrent)\b", between, re.IGNORECASE))


def with_either(text: str, members: list[Treatment]) -> bool:
    """`A with either B, C, or D`: what follows takes the place of the last."""
    return len(members) > 1 and "either" in text[members[-2].end : members[-1].start]


def is_listed_with_either(text: str, groups: list[Group], place: int) -> bool:
    """`A with either B (n = 9), C plus D (n = 8), or E (n = 7)`: A is given with each."""
    if not with_either(text, groups[0][0]) or (place > 1 and ends_choice(text, groups, place)):
        return False
    return all(relation in {"or", "apart"} for _, relation in groups[1 : place + 1])
