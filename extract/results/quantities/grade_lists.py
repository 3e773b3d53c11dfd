"""Grades of a list that says `grade` once: `grade 1 (24%), 2 (67%), and 3 (9%)`."""

import re
from dataclasses import replace
from typing import Final

from .quantity import Quantity

_NEXT: Final = re.compile(r"[)\]]?\s*(?:,|,?\s*(?:and|or))\s+")
_OPENS: Final = re.compile(r"\s*[(\[]\s*")
_BRACKETED: Final = re.compile(r"[1-5]\s*[(\[]")


def with_grades(found: list[Quantity], text: str, offset: int) -> list[Quantity]:
    """Take the counts before the shares of such a list, each one above the grade before, for what they are."""
    kept: list[Quantity] = []
    for quantity in found:
        grade = _next_grade(kept, quantity, text, offset)
        if grade is None:
            kept.append(quantity)
            continue
        opened = _BRACKETED.match(text, quantity.start - offset)
        share = quantity.start + len(opened[0]) if opened else quantity.start
        kept.append(Quantity(kind="grade", start=quantity.start, end=quantity.start + 1, name=grade))
        kept.append(replace(quantity, start=share, count=None))
    return kept


def _next_grade(before: list[Quantity], quantity: Quantity, text: str, offset: int) -> str | None:
    """The grade that a count is, if a grade with its share stands right before it and the list goes on."""
    if len(before) < len(("grade", "share")) or quantity.kind != "share" or quantity.value is None:
        return None
    grade, share = before[-2:]
    follows = grade.kind == "grade" and share.kind == "share" and grade.name.isdigit()
    follows = follows and share.count is None and _OPENS.fullmatch(text, grade.end - offset, share.start - offset)
    listed = follows and _NEXT.fullmatch(text, share.end - offset, quantity.start - offset)
    bracketed = _BRACKETED.match(text, quantity.start - offset) and quantity.total is None
    return str(quantity.count) if listed and bracketed and quantity.count == int(grade.name) + 1 else None
