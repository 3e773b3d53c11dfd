"""Arms in which patients are given one thing or another: `gemcitabine with cisplatin or carboplatin (n=444)`.

Offsets are those of the text given.
"""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Final

from ....ontology.facts import Concept
from ...people import PEOPLE
from .regimens import Expression

_OR: Final = re.compile(r"\s+or\s+(?:an?\s+)?")
_OPPOSED: Final = re.compile(r"\b(?:versus|vs\.?|compared (?:with|to)|or to)\b")
_THREE: Final = re.compile(r"\b(?:three|3)[- ](?:arms?|groups?|way)\b", re.IGNORECASE)
_NO_DRUG: Final = re.compile(r"placebo|observation|standard|care|choice|chemo|radio|therapy|surgery")
_PAIR: Final = 2
_PLATINUM: Final = frozenset({Concept("Drug", "cisplatin"), Concept("Drug", "carboplatin")})
"""Whichever suits a patient."""
_SIZE: Final = re.compile(rf"\s*[(\[][^()\[\]]{{0,40}}?(?:\bn\s*=\s*\d|\d+\s+{PEOPLE}\b)", re.IGNORECASE)


def in_one_arm(text: str, found: list[Expression]) -> list[Expression]:
    """Make one arm of what stands on both sides of an `or` that parts no arms.

    It parts none where only the last of them has a size as other arms have, where the text has `the A or B arm`,
    where one `versus` sets two drugs against another, or where there is an arm without cisplatin or carboplatin.
    """
    sized = [e for e in found if _SIZE.match(text, e.end)]
    kept: list[Expression] = []
    for expression in found:
        before = kept[-1] if kept else None
        if before and _OR.fullmatch(text, before.end, expression.start):
            alone = len(sized) > 1 and expression in sized and before not in sized
            platinum = len(found) > _PAIR and before.drugs ^ expression.drugs == _PLATINUM
            if alone or platinum or _is_called_so(text, before, expression) or _is_opposed(text, found):
                kept[-1] = replace(before, end=expression.end, drugs=before.drugs | expression.drugs)
                continue
        kept.append(expression)
    return kept


def _is_called_so(text: str, first: Expression, second: Expression) -> bool:
    """Whether the text calls one arm by both names, here or elsewhere."""
    names = (re.escape(text[e.start : e.end]) for e in (first, second))
    return re.search(rf"\bthe\s+{_OR.pattern.join(names)}[\s-]+(?:arm|group|cohort)\b", text, re.IGNORECASE) is not None


def _is_opposed(text: str, found: list[Expression]) -> bool:
    """Whether of three single drugs `versus` sets one against the other two, and the text speaks of no three arms."""
    between = [text[a.end : b.start] for a, b in pairwise(found)]
    single = all(len(e.drugs) == 1 and not _NO_DRUG.search(next(iter(e.drugs)).name) for e in found)
    opposed = sum(bool(_OPPOSED.search(words)) for words in between)
    return single and len(between) == _PAIR and opposed == 1 and not _THREE.search(text)
