"""Figures of all patients that are broken down by arm: `19 (6%) died: 8 (5%) with A`, `139 died (64 with A …)`.

Offsets are those of the cleaned text.
"""

import re
from typing import Final

from ...people import PEOPLE
from ..items import Item, Sentence
from ..quantities.number_patterns import COUNT
from .figure import Figure

_IN_PARTS: Final = re.compile(
    rf"(?:,|(?P<parts>:|[,;]?\s(?:including|of (?:whom|which|these))))\s*(?:{COUNT})\s+(?:{PEOPLE}\s+)?"
    r"(?:\(\d[\d.]*\s?%\)\s*)?(?:each\s+)?(?:were\s+)?"
    r"(?:in|on|with|for|from|receiving|given|assigned to|allocated to|treated with)\s",
    re.IGNORECASE,
)
_PARTS_FOLLOW: Final = re.compile(
    r"\s*[:;]\s*(?:\d[\d.]*\s?%|\d+ of \d+|\d+/\d+)\s*(?:\([^()]*\)\s*)?(?:in|with|on|for|of|after|among)\s"
)
_ARM_FIRST: Final = re.compile(
    rf"[)\]]?\s*(?:of\s)?(?:{PEOPLE})?:\s*(?:in|with|on|for|among)\s(?:the\s)?", re.IGNORECASE
)
"""`4 of 6 (67%) patients: in the A arm, 3 of 5`"""
_BROKEN: Final = frozenset({"share", "duration"})


def broken_down(sentence: Sentence, figure: Figure, arm: Item) -> bool:
    """`139 died (64 with A v 75 with B)`, `19 (6%) died: 8 (5%) with A`: an arm that has a figure of its own."""
    parts = _IN_PARTS.search(sentence.gap(figure.end, arm.start)) if arm.start >= figure.end else None
    if arm.start >= figure.end and _ARM_FIRST.fullmatch(sentence.gap(figure.end, arm.start)):
        return True
    if parts and (parts["parts"] or is_bare_count(figure) or is_sum(sentence, figure)):
        return True
    if arm.start >= figure.end and splits_up(sentence, figure):
        return True
    if arm.start < figure.end or not opens(sentence.gap(figure.end, arm.start)):
        return False
    closed = re.search(r"[)\]]", sentence.gap(arm.end, sentence.end))
    limit = arm.end + closed.start() if closed else sentence.end
    inside = sentence.between(figure.end, limit, "quantity")
    return any(i.quantity is not None and i.quantity.kind in _BROKEN for i in inside)


def splits_up(sentence: Sentence, figure: Figure) -> bool:
    """`30%: 20% with A and 40% with B`: a share of all, of which the parts follow."""
    parts = _PARTS_FOLLOW.match(sentence.whole, figure.end, sentence.end)
    if parts is None or sentence.between(sentence.start, figure.start, "arm"):
        return False
    behind = sentence.between(parts.end(), sentence.end, "arm")[:1]
    return bool(behind) and sentence.gap(parts.end(), behind[0].start).strip() in {"", "the"}


def is_sum(sentence: Sentence, figure: Figure) -> bool:
    """`40 patients (20%), 15 (14%) on A and 25 (26%) on B`: a count that the two behind it add up to."""
    behind = (i.quantity for i in sentence.between(figure.end, sentence.end, "quantity") if i.quantity)
    counts = [quantity.count for quantity in behind if quantity.kind == "share"][:2]
    told = [count for count in counts if count is not None]
    return len(told) > 1 and sum(told) == figure.quantity.count


def is_bare_count(figure: Figure) -> bool:
    """Whether a figure is a count alone; `none` may stand beside a share, and is not taken for one."""
    count, share = figure.quantity.count, figure.quantity.value
    return count is not None and count > 0 and share is None and figure.quantity.total is None


def opens(gap: str) -> bool:
    """Whether a bracket opened behind one figure holds the next: `27.9 months (A = 26.4 months, B = …)`."""
    return max(gap.count("(") - gap.count(")"), gap.count("[") - gap.count("]")) > 0
