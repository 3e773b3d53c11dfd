"""Lists of treatments, of which each stands for itself: `A, B, or C`, `comparing A and B`, `the A and B groups`.

Offsets are those of the text.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from ....ontology.facts import Concept
from ....ontology.lexicon import load_lexicon
from ...people import PEOPLE
from .in_turn import crosses_over, given_in_turn
from .joints import Relation, joint_of
from .merged import PLACEBO, Treatment
from .named import UNTREATED

Group = tuple[list[Treatment], Relation]
"""Treatments given together, and how they stand to the group before."""
_COMPARING: Final = re.compile(
    r"\b(?:compar(?:ing|ed?|es|isons? of|isons? between|ative (?:stud(?:y|ies)|trials?|effects?) of)|between)"
    r"\s+(?:(?!with\b|to\b)[\w-]+\s+){0,5}(?:[\w-]+(?:[,:]\s|\s\())?$",
    re.IGNORECASE,
)
_GROUPS: Final = re.compile(r"[-\s](?:treated\s|treatment\s)?(?:groups|arms|recipients)\b|\s+or\s+neither\b")
_ONE_GROUP: Final = re.compile(r"\s(?:group|arm)\b")
"""`the A and B group`: what one group is given."""
_OTHER_SIDE: Final = re.compile(
    rf"(?:(?!\b(?:{PEOPLE}|were)\b)[^.;]){{0,80}}?"
    r"\b(?:with|to|versus|vs|against)\b",
    re.IGNORECASE,
)
_WERE_COMPARED: Final = re.compile(
    r"[^.;]{0,120}?\b(?:were|was|are)\s(?:directly\s)?compared\b(?!\s(?:with|to|against)\b)", re.IGNORECASE
)
"""`The effects of A and B … were compared`."""
_OR: Final = re.compile(r"\b(?:or|versus|vs)\b", re.IGNORECASE)
_COMMA_OR: Final = re.compile(r"[^,;]{0,40},\s(?:or|versus)\b")
_EITHER: Final = re.compile(r"\b(?:with|plus)\s+either\b", re.IGNORECASE)
_AHEAD: Final = len("between ")
"""`randomised between A and B`: the stretch that is read may begin behind the word that says so."""
_NAME: Final = re.compile(r"\s\(([A-Z][\w+/-]{1,9})\)")
_TIGHT: Final = frozenset({"/", "-", "+", "plus", "&"})
_LISTED: Final = frozenset({",", "and", ", and"})
_TWO: Final = 2
_INERT: Final = (PLACEBO, frozenset({Concept("Drug", "sodium chloride 0.9%")}))
_UNTREATED: Final = (PLACEBO, frozenset({UNTREATED}))


def split_lists(text: str, start: int, groups: list[Group]) -> Iterator[Group]:
    """Cut lists into their items; what is given together stays together: `A, B, and C, or D` are two.

    `A with either B, C, or D` are three, of which the first two are cut here.
    """
    for i, (members, relation) in enumerate(groups):
        following = groups[i + 1] if i + 1 < len(groups) else None
        before = groups[i - 1] if i else None
        for k, part in enumerate(_parts(text, start, members, before, following)):
            yield part, "or" if k else relation


def two_choices(groups: list[Group]) -> list[Group]:
    """`A or placebo and B or placebo`: of two choices, each with a control of its own, no placebo is given with B."""
    found: list[Group] = []
    for place, (members, relation) in enumerate(groups):
        following = groups[place + 1] if place + 1 < len(groups) else None
        control = members[0].drugs
        again = following and following[1] == "or" and [m.drugs for m in following[0]] == [control]
        if again and relation == "or" and len(members) > 1 and control in _UNTREATED:
            found.append((members[:1], relation))
            found.append((members[1:], relation))
        else:
            found.append((members, relation))
    return found


def ends_doses(text: str, groups: list[Group], mention: Treatment) -> bool:
    """`A 5 mg, A 10 mg, and B`: what ends a list of doses of one drug is given with none of them."""
    told = [members[0] for members, _ in groups[-2:] if len(members) == 1]
    if len(told) < _TWO or told[0].drugs != told[1].drugs or joint_of(text[told[0].end : told[1].start]) != ",":
        return False
    return joint_of(text[told[1].end : mention.start]) in {"and", ", and"}


def _parts(
    text: str, start: int, members: list[Treatment], before: Group | None, following: Group | None
) -> list[list[Treatment]]:
    joints = [joint_of(text[a.end : b.start]) for a, b in pairwise(members)]
    if not joints or _names_whole(text, members):
        return [members]
    if (
        following is not None
        and following[1] == "or"
        and set(joints) == {","}
        and _OR.search(text, members[-1].end, following[0][0].start)
    ):
        return [[m] for m in members]
    if (
        following is not None
        and following[1] == "or"
        and "," in joints
        and set(joints) <= {",", "with", *_TIGHT}
        and _COMMA_OR.match(text, members[-1].end)
        and not any(m.drugs & other.drugs for m in members for other in following[0])
    ):
        return list(_cut_at_commas(members, joints))
    if _ONE_GROUP.match(text, members[-1].end):
        return [members]
    either = _EITHER.search(text[members[0].end : members[1].start])
    if either and following is not None and following[1] == "or" and set(joints[1:]) == {","}:
        return [members[:2], *([m] for m in members[2:])]
    several = bool(_GROUPS.match(text, members[-1].end))
    if several and set(joints) <= _LISTED:
        return [[m] for m in members]
    if following is not None and following[1] != "":
        return [members]
    if set(joints) <= _LISTED and _are_given_in_turn(text, before, members):
        return [[m] for m in members]
    compared = several or _are_compared(text, start, members)
    if compared and set(joints[:-1]) == {","} and joints[-1] in _LISTED:
        return [[m] for m in members]
    if compared and joints.count("and") == 1 and set(joints) <= {"and", *_TIGHT}:
        cut = joints.index("and") + 1
        return [members[:cut], members[cut:]]
    return [members]


def _cut_at_commas(members: list[Treatment], joints: list[str]) -> Iterator[list[Treatment]]:
    """`A, B plus C, or D`: what only `plus` or a dash joins stays together."""
    cuts = [0, *(place for place, joint in enumerate(joints, 1) if joint == ","), len(members)]
    return (members[a:b] for a, b in pairwise(cuts))


def _names_whole(text: str, members: list[Treatment]) -> bool:
    """`A, B, C (ABC) versus`: whether the bracket behind the last holds the name of the regimen of all of them."""
    named = _NAME.match(text, members[-1].end)
    given = frozenset[Concept]().union(*(m.drugs for m in members))
    return named is not None and given == frozenset(load_lexicon().regimen(named[1]) or ())


def _are_given_in_turn(text: str, before: Group | None, members: list[Treatment]) -> bool:
    """Whether each patient is given them all, one after the other: `A, B and placebo` of a crossover trial."""
    if before and _OR.search(text, before[0][-1].end, members[0].start):
        return False
    inert = members[-1].drugs in _INERT and crosses_over(text)
    return inert or given_in_turn(text, members[0].start, members[-1].end)


def _are_compared(text: str, start: int, members: list[Treatment]) -> bool:
    """Whether treatments are said to be compared with each other: `comparing A and B`, `A and B were compared`."""
    comparing = _COMPARING.search(text, max(0, start - _AHEAD), members[0].start)
    beside = comparing and not _OTHER_SIDE.match(text, members[-1].end)
    return bool(beside or _WERE_COMPARED.match(text, members[-1].end))
