"""Kinds of treatment, and the drugs behind them: which of the two is what an arm is given.

Offsets are those of the cleaned text.
"""

import re
from typing import Final

from ..treatments.regimens import Expression

_CLASS: Final = re.compile(r"chemotherapy|standard of care|investigator|endocrine therapy|treatment")
_MEMBER: Final = re.compile(
    r"(?! $)"
    r"(?: of (?:the |their |his or her )?(?:treating )?(?:physician|investigator|doctor)(?:['’]?s|s['’])? choice)?"
    r"(?: \([A-Z]{2,6}\)| \((?:n ?= ?)?\d+(?: patients)?\))?"
    r"(?: (?:regimen|therapy|treatment|chemotherapy)s?(?= (?:of|with)\b))?"
    r"(?:,| of| with|:)?(?: (?:effective|active|approved|available|established|current))?"
    r"(?: (?:either|i\.\s?e\.,?|namely|that is,?|which (?:was|were|could be)|consisting of|comprising))? "
)
_NEXT_MEMBER: Final = re.compile(r"(?: \([A-Za-z0-9-]{1,12}\))?(?:[^,;.()]{0,20},)?(?: or| and)? $")
_NEAR, _FAR = 12, 30
"""From a bracket to the first drug in it: `(a first-generation A 1 g or B)`, where it offers a choice."""


def is_class(expression: Expression) -> bool:
    """Whether an expression names a kind of treatment whose drugs may stand in a bracket behind it."""
    return any(_CLASS.search(d.name) for d in expression.drugs)


def _is_choice(expression: Expression) -> bool:
    return any("choice" in d.name for d in expression.drugs)


def lists_members(text: str, kind: Expression, start: int) -> bool:
    """Whether a bracket right behind a kind of treatment, open at a place, holds its drugs."""
    return is_class(kind) and "(" not in re.sub(r"^\s*(?:[\w-]+\s)?[(\[]", "", text[kind.end : start], count=1)


def without_members(text: str, found: list[Expression]) -> list[Expression]:
    """`chemotherapy (A, B, or C)` is chemotherapy, `sequential chemotherapy (A, B, and C)` is its drugs."""
    kept: list[Expression] = []
    inside = -1
    for index, expression in enumerate(found):
        if expression.start < inside:
            continue
        opening = re.match(
            r"\s*(?:regimen |treatment |therapy |doublet )?[(\[]\s*(?:(?:n\s*=\s*)?\d+(?:\s[a-z]+)?[;,:]\s*)?",
            text[expression.end : expression.end + 40],
        )
        if opening and index + 1 < len(found):
            close = text.find(")", expression.end)
            close = close if close > 0 else len(text)
            either = re.search(r"\bor\b", text[expression.end : close])
            reach = expression.end + opening.end() + (_FAR if either else _NEAR)
            if is_class(expression) and found[index + 1].start < close and found[index + 1].start <= reach:
                if either:
                    kept.append(expression)
                    inside = close
                continue
        kept.append(expression)
    return kept


def without_examples(text: str, found: list[Expression]) -> list[Expression]:
    """`A or chemotherapy, B or C` and `A or physician's choice of B or C`: what the last treatment may be is no arm."""
    kept: list[Expression] = []
    inside = False
    for before, expression in zip([None, *found], found, strict=False):
        between = text[before.end : expression.start] if before is not None else ""
        offers = before is not None and is_class(before) and (inside or before.alternative or _is_choice(before))
        inside = bool((offers and _MEMBER.fullmatch(between)) or (inside and _NEXT_MEMBER.fullmatch(between)))
        if not inside:
            kept.append(expression)
    return kept
