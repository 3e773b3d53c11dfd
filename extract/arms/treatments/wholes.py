"""The one regimen that a stretch of text gives, if all that it joins is known: half a regimen is none.

Offsets are those of the cleaned text.
"""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from ....ontology.facts import Concept
from ...annotated import AnnotatedText
from ..slots import without_brackets
from .joints import joint_of
from .named import Names, treatments_in
from .regimens import Expression, find_expressions

_TAIL: Final = re.compile(
    r"\s(?:for|during|in(?! combination| addition)|before|after|following|prior to|at|until|as|from|over|within|on)\s"
    r".*$",
    re.DOTALL,
)
_TIMED: Final = re.compile(r"\b(?:before|after|during|prior to|following|until)\s+(?:the\s+)?$", re.IGNORECASE)
"""`A during and after surgery`: what follows tells when A is given."""
_JOINED: Final = re.compile(r"\b(?:plus|and|with|then|followed by|combined with)\b|\+", re.IGNORECASE)
_PARTNER: Final = re.compile(
    r"\b(?:plus|combined with|in combination with|together with|followed by(?!\s+\d[\d.,]*\s?[\w/]+\s*(?:$|[,;]|"
    r"(?:[btq]id|once|twice|daily|weekly|every|per|for|until|thereafter)\b)))\b|\+|"
    r"\band\s+(?!then|(?:second|third|fourth|last|final)\b)\S",
    re.IGNORECASE,
)
"""`A 50 mg daily followed by 25 mg daily` goes on with the same."""
_LEFT_OVER: Final = re.compile(
    r"\S\s+(?:plus|and|combined with|in combination with|together with|followed by)\s+(?:\d\S*\s+|[a-z-]+\s+){0,3}$"
)
"""What ends with a joint in front of the first known treatment: its partner is unknown."""
_MEMBER: Final = re.compile(r",\s([a-z][a-z-]+(?:\s[a-z-]+)?),\s(?:and\s)?$")
_LETTERS: Final = re.compile(r"[a-z]")
_JOINT: Final = re.compile(
    r"(?:\b(?:plus|and|with|then|followed by)\b|[,+])\s*(?:\d[\d.,]*\s?[\w/]+\s+(?:of\s+)?)?(?:[a-z-]+\s+){0,3}$",
    re.IGNORECASE,
)
"""What leads on to the next treatment of a combination, after whatever tells how the one before is given."""


def whole_regimen(
    page: AnnotatedText, start: int, end: int, names: Names, *, listed: bool = False
) -> Expression | None:
    """Give the only regimen between two offsets; none where there are several, or it is joined to what is unknown.

    `listed` where any words may stand between its treatments, and one may be named again.
    """
    plain = without_brackets(page.text[start:end])
    stop = start + len(head_of(page, start, end, names))
    found = _beside_brackets(find_expressions(page, start, stop, names), plain, start)
    if not found or (any(e.alternative for e in found) and not listed):
        return None
    gaps = [plain[a.end - start : b.start - start] for a, b in pairwise(found)]
    before, after = plain[: found[0].start - start], plain[found[-1].end - start : stop - start]
    follows = bool(gaps) and "," in gaps[0] and before.rstrip().endswith(",")  # X, A, and B
    if (
        follows
        or _PARTNER.search(before)
        or _LEFT_OVER.search(before)
        or _PARTNER.search(after)
        or not (listed or all(_JOINT.search(gap) for gap in gaps))
        or any(_holds_unknown(gap) for gap in gaps)
    ):
        return None
    return replace(found[0], end=found[-1].end, drugs=frozenset[Concept]().union(*(e.drugs for e in found)))


def _holds_unknown(gap: str) -> bool:
    """`A, odd stuff, B`: whether a member of a list between two known ones is unknown to us."""
    member = _MEMBER.match(gap)
    return member is not None and bool(_LETTERS.search(joint_of(f", {member[1]}, ")))


def _beside_brackets(found: list[Expression], plain: str, start: int) -> list[Expression]:
    """Leave out what a bracket behind a treatment tells of it: `placebo (0.9% saline)`."""
    beside = [e for e in found if plain[e.start - start].strip()]
    return beside if beside and beside[0] is found[0] else found


def head_of(page: AnnotatedText, start: int, end: int, names: Names) -> str:
    """What stands before a time or purpose, unless more of what is given follows it: `A for 4 cycles followed by B`."""
    plain = without_brackets(page.text[start:end])
    tail = _TAIL.search(plain)
    joined = _JOINED.search(plain, tail.start()) if tail else None
    behind = treatments_in(page, start + joined.end(), end, names) if joined else []
    later = any(not _TIMED.search(plain, 0, t.start - start) for t in behind)
    return plain if later else _TAIL.sub("", plain)
