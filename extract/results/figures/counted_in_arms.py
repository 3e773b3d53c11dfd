"""Patients counted behind each arm: `more patients died with A (n = 3) than with B (n = 5)`."""

import re
from dataclasses import replace
from typing import Final

from ...arms.counted_events import counts_events
from ..items import Item, Sentence
from ..quantities.quantity import Quantity

_BEHIND: Final = re.compile(r"\s*(?:groups?|arms?|patients|recipients)?\s*[,(\[]\s*")
_ALIKE: Final = re.compile(r"\b(?:similar|compar\w+|common|frequent|differ\w*)\b", re.IGNORECASE)
"""`Adverse events were similar with A (n = 131) and B (n = 110)`: may be all the patients of each."""


def counted_in_arms(sentence: Sentence) -> list[Item]:
    """The numbers behind the arms as counts of those to whom something happened; none where an arm lacks its own."""
    arms = [i for i in sentence.items if i.kind == "arm"]
    sizes = [i for i in sentence.items if i.quantity is not None and i.quantity.kind == "size"]
    before = sentence.gap(sentence.start, arms[0].start) if len(arms) > 1 else ""
    if len(sizes) != len(arms) or not counts_events(before) or _ALIKE.search(before):
        return []
    beside = (_BEHIND.fullmatch(sentence.gap(a.end, s.start)) for a, s in zip(arms, sizes, strict=True))
    return [replace(s, quantity=_count(s)) for s in sizes] if all(beside) else []


def _count(size: Item) -> Quantity:
    count = size.quantity.count if size.quantity else None
    return Quantity(kind="share", start=size.start, end=size.end, count=count)
