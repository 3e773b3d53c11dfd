"""What is given as told before, and more: `the same plus C`, `same as (A) plus C`, `the above drugs plus C`.

Offsets are those of the cleaned text.
"""

import re
from dataclasses import replace
from typing import Final

from ....ontology.facts import Concept
from ..treatments.classes import is_kind
from ..treatments.regimens import Expression
from .naming import SIGN

_AND: Final = r"(?:but\s+)?(?:with|plus|and|followed\s+by)\s+"
SAME: Final = re.compile(
    rf"\b(?:same\s+(?:[\w-]+\s+){{0,6}}?|above\s+(?:regimen|treatment|chemotherapy|drugs)\s+){_AND}", re.IGNORECASE
)
_SAME_BEFORE: Final = re.compile(
    rf"{SAME.pattern}(?:\d[\d.,·]*+\s?[\w/]+\s+)?"
    r"(?:(?!(?:or|versus|vs|and|with|plus)\b)[a-z][a-z-]*\s+){0,2}$",
    re.IGNORECASE,
)
_SAME_KIND: Final = re.compile(r"\b(?:the|this)\s+same\s+(?:[a-z-]+\s+){0,2}$", re.IGNORECASE)
"""`the same chemotherapy plus C`: its kind stands for what was told before."""
_SAME_AS: Final = re.compile(
    rf"\bsame\s+(?:[\w-]+\s+){{0,3}}?as\s+(?:in\s+|for\s+)?(?:arm\s+|group\s+)?[(\[]?((?-i:{SIGN}))[)\]]?\s+"
    r"(?:(?:plus|with|and|together with|combined with|in combination with)\s+)+$",
    re.IGNORECASE,
)


def with_same(text: str, start: int, found: list[Expression]) -> list[Expression]:
    """`A plus B …, and to the same regimen with C`: what the first arm, or the one so lettered, is given, and C."""
    told: list[Expression] = []
    for expression in found:
        reference = _SAME_AS.search(text, max(start, expression.start - 70), expression.start)
        as_before = _SAME_BEFORE.search(text, max(start, expression.start - 60), expression.start)
        of_kind = _SAME_KIND.search(text, max(start, expression.start - 30), expression.start)
        kinds = frozenset(filter(is_kind, expression.drugs)) if of_kind else frozenset[Concept]()
        more = expression.drugs - kinds
        base = told[0] if told and (as_before or (kinds and more)) else None
        if told and reference:
            letter = re.compile(rf"[(\[]{reference[1]}[)\]]|(?:arm|group) {reference[1]}\b").search(text, start)
            base = next((t for t in told if letter and t.start >= letter.end()), None)
        told.append(replace(expression, drugs=base.drugs | more, alternative=True) if base else expression)
    return told
