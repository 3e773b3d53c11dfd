"""Several amounts told together: alternatives of one drug, or one for each of several drugs.

Offsets are those of the spaCy `Doc`'s text: zero-based, half-open, in code points.
"""

import re
from decimal import Decimal

from ..passages import Mention, Sentence
from .terms import LISTED, may_stand_between

_BEFORE_A_LIST = re.compile(
    r"(?i)(?:\b(?:doses?|of|at|either|receive[ds]?|given|tablets?|capsules?|with|to)\s+|[:(]\s*)$"
)
_JOINED = re.compile(r"\s*(?:\([^()]{1,30}\)\s*)?(?:,?\s*(?:and|or|plus)\s|[+,/–-])\s*(?:[\w-]+\s+){0,2}")
"""What stands between the drugs of a row."""
_OF_SEVERAL = re.compile(r"[/+]|^(?=.*[A-Z])[A-Z0-9-]+$")
"""A name that stands for several drugs, or may: `FEC`."""
AFTER_SLASH = re.compile(r"\d/$")


def listed_before(sentence: Sentence, drugs: list[Mention], match: re.Match[str]) -> re.Match[str] | None:
    """Find the amounts before the last one of `60, 100 or 120 mg`, `45/90 mg`, after a drug or what leads to a dose."""
    listed = LISTED.search(sentence.text, max(0, match.start() - 60), match.start())
    if not listed or "respectively" in sentence.text[match.end() : match.end() + 40]:
        return None
    before = sentence.text[max(0, listed.start() - 40) : listed.start()]
    told_until = sentence.start + listed.start() - (len(before) - len(before.rstrip(" (:")))
    at_drug = any(d.end == told_until for d in drugs)
    if listed["slashed"]:
        row = _row(sentence, drugs, listed.start())
        return listed if at_drug and len(row) == 1 and not _OF_SEVERAL.search(row[0].text) else None
    return listed if at_drug or _BEFORE_A_LIST.search(before) else None


def amounts_of(listed: re.Match[str] | None, match: re.Match[str]) -> list[Decimal]:
    """Give the amounts of a list and of the dose at its end; none of them is zero."""
    return [amount for amount in (*_earlier(listed), _amount(match)) if amount]


def in_turn(
    sentence: Sentence, drugs: list[Mention], match: re.Match[str]
) -> list[tuple[tuple[int, int], Mention, Decimal]]:
    """Read `the doses of A and B were 30 and 14 mg, respectively`, `A/B 30/14 mg`: place, drug and amount of each."""
    listed = LISTED.search(sentence.text, max(0, match.start() - 60), match.start())
    told = "respectively" in sentence.text[match.end() : match.end() + 20]
    if not listed or not (told or listed["slashed"]):
        return []
    row = _row(sentence, drugs, listed.start())
    figures = [*_earlier(listed), _amount(match)]
    beside = row and (told or may_stand_between(sentence.text[row[-1].end - sentence.start : listed.start()]))
    if len(row) < 2 or len(row) != len(figures) or not beside:
        return []
    place = sentence.start + listed.start(), sentence.start + match.end()
    return [(place, drug, amount) for drug, amount in zip(row, figures, strict=True)]


def _row(sentence: Sentence, drugs: list[Mention], end: int) -> list[Mention]:
    """Give the last drug before an offset of the sentence with those joined to it."""
    row: list[Mention] = []
    for drug in reversed([d for d in drugs if d.end <= sentence.start + end]):
        if row and not _JOINED.fullmatch(sentence.text, drug.end - sentence.start, row[0].start - sentence.start):
            break
        row.insert(0, drug)
    return row


def _earlier(listed: re.Match[str] | None) -> list[Decimal]:
    figures = re.split(r",\s+|/", listed["amounts"] or listed["slashed"]) if listed else []
    return [Decimal(figure.replace(",", "")) for figure in figures]


def _amount(match: re.Match[str]) -> Decimal:
    """The lower end of a range; of `292 to 50 mg`, where the first number counts patients, the second."""
    amount = Decimal((match["amount"] or match["auc"]).replace(",", ""))
    upto = Decimal(match["upto"].replace(",", "")) if match["upto"] else amount
    return min(amount, upto)
