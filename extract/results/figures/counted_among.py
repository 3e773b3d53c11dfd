"""Those of whom a sentence counts: `Of seven non-responders, five achieved a response`.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from ..items import Item, Sentence
from ..quantities.number_patterns import COUNT
from ..quantities.numerals import integer
from ..quantities.quantity import Quantity

_OF: Final = re.compile(
    rf"\s*(?:[A-Z]{{5,}}:?\s)?(?:Of|Among)\s(?:the\s|these\s|all\s)*(?P<N>(?i:{COUNT}))\s"
    r"(?P<kind>(?:[a-z-]+\s){0,3}?(?:(?:non-?)?responders|patients|women|men))\b[^,;:%]{0,60},"
)
_ANYBODY: Final = re.compile(
    r"(?:(?:evaluable|assessable|eligible|treated|enrolled|randomi[sz]ed)\s)?(?:patients|women|men)"
)


def among(sentence: Sentence) -> Sentence:
    """The sentence with the number of those it begins with as the total of its counts, where no arm shares them out."""
    told = _OF.match(sentence.text)
    if told is None or sentence.between(sentence.start + told.end(), sentence.end, "arm"):
        return sentence
    items = list(_with_total(sentence, told))
    if not _ANYBODY.fullmatch(told["kind"]):
        if any(i.quantity and i.quantity.kind == "share" and i.quantity.total is None for i in items):
            # five of seven non-responders responded, in total 95%: the last is of all
            return replace(sentence, items=tuple(items))
        start, end = (sentence.start + place for place in told.span("kind"))
        items = [i for i in items if not (i.kind in {"endpoint", "event"} and start <= i.start < end)]
        items.append(Item(kind="population", start=start, end=end, text=told["kind"]))
    return replace(sentence, items=tuple(sorted(items, key=lambda i: (i.start, i.end))))


def _with_total(sentence: Sentence, told: re.Match[str]) -> Iterator[Item]:
    """The items; what is counted behind those of whom is told reaches back to their number."""
    total = integer(told["N"])
    for item in sentence.items:
        quantity = item.quantity
        counts = quantity is not None and item.start >= sentence.start + told.end() and quantity.kind == "share"
        if quantity is not None and counts and quantity.total is None and _fits(quantity, total):
            start = sentence.start + told.start("N")
            yield replace(item, quantity=replace(quantity, total=total, start=start))
        else:
            yield item


def _fits(quantity: Quantity, total: int) -> bool:
    """Whether so many can be a part of all, and the percentage, if there is one, is theirs."""
    if quantity.count is None or not 0 < total >= quantity.count:
        return False
    return quantity.value is None or abs(Decimal(100 * quantity.count) / total - quantity.value) <= 1
