"""Counts in a row, one for each arm: `nausea occurred in 3, 4 and 5 patients, respectively`.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ...people import PEOPLE
from ...wordings import Wording
from ..items import Item, Sentence
from ..quantities.patterns import WORD_NUMBER
from .counts import as_count, is_countable

_COUNT: Final = re.compile(rf"\d{{1,5}}|{WORD_NUMBER}", re.IGNORECASE)
_ROW: Final = Wording(
    rf"\b(?:in|by)\s(?P<row>(?:(?:{_COUNT.pattern}),\s)*(?:{_COUNT.pattern}),?\sand\s(?:{_COUNT.pattern}))\s{PEOPLE}\b"
    r"(?P<turns>[^.;()%\d]{0,80}?\brespectively\b)?",
    re.IGNORECASE,
)
_PAIR: Final = 2


def with_rows(sentence: Sentence) -> Sentence:
    """The sentence with the numbers of such rows as counts."""
    rows = {item.start: item for item in _in_a_row(sentence)}
    if not rows:
        return sentence
    kept = [i for i in sentence.items if i.start not in rows]
    return replace(sentence, items=tuple(sorted([*kept, *rows.values()], key=lambda i: (i.start, i.end))))


def _in_a_row(sentence: Sentence) -> Iterator[Item]:
    """`nausea occurred in 3, 4 and 5 patients`: a count for each arm, as many as there are or else `respectively`."""
    for row in _ROW.finditer(sentence.text):
        named = any(i.kind == "arm" for i in sentence.items)
        arms = 0 if named else len(sentence.registry.entries)
        if not row["turns"] and (arms < _PAIR or len(_COUNT.findall(row["row"])) != arms):
            continue
        before = sentence.between(sentence.start, sentence.start + row.start(), "endpoint", "event", "quantity")[-1:]
        if before and before[0].quantity is None and is_countable(before[0]):
            for number in _COUNT.finditer(row["row"]):
                start = sentence.start + row.start("row") + number.start()
                yield as_count(sentence, start, start + len(number[0]))
