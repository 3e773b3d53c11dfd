"""Arms of a trial that crosses over, told by the orders in which patients are given both: `A then B, or vice versa`.

Offsets are those of the cleaned text.
"""

import re
from typing import Final

from ...annotated import AnnotatedText
from ...passages import Sentence
from ...wordings import Wording
from ..treatments.in_turn import crosses_over
from ..treatments.merged import Treatment
from ..treatments.named import Names, treatments_in
from ..treatments.regimens import Expression

_ALLOCATED: Final = re.compile(
    r"\b(?:random(?:ly|i[sz]ed)|assigned|allocated)\b[^.;]{0,40}?\b(?:to|receive|into)\b|\b(?:received|given)\s+either\b",
    re.IGNORECASE,
)
_TURNED: Final = Wording(
    r"[,;]?\s\(?(?:or|and)?\s?(?:vice[- ]versa|(?:in\s)?(?:the\s)?(?:reverse|opposite|inverse|other|alternate)\s"
    r"(?:treatment\s)?(?:order|sequence))\b",
    re.IGNORECASE,
)
_THEN: Final = re.compile(
    r"\b(?:followed by|then|and|before|(?:prior to\s)?cross(?:ed|ing)?[- ](?:over\s)?to|during the first)\b",
    re.IGNORECASE,
)
_OR: Final = re.compile(r"\b(?:or|versus|vs)\b", re.IGNORECASE)
_PAIR: Final = 2


def crossed_arms(page: AnnotatedText, sentence: Sentence, names: Names) -> list[Expression]:
    """The two treatments of a sentence that each patient of a trial that crosses over is given, in either order.

    `A, then B, or vice versa`, `A followed by B or B followed by A`; else nothing.
    """
    allocated = _ALLOCATED.search(sentence.text) if crosses_over(page.text) else None
    if allocated is None:
        return []
    turned = _TURNED.search(sentence.text, allocated.end())
    end = sentence.start + turned.start() if turned else sentence.end
    told = treatments_in(page, sentence.start + allocated.end(), end, names)
    orders = [t.drugs for t in told]
    again = len(told) == 2 * _PAIR and orders[:_PAIR] == orders[:1:-1] and _are_ordered(page.text, told[_PAIR:])
    if not _are_ordered(page.text, told[:_PAIR]) or not (again or (turned and len(told) == _PAIR)):
        return []
    if again and not _OR.search(page.text, told[1].end, told[_PAIR].start):
        return []
    return [Expression(t.start, t.end, t.drugs, alternative=bool(k)) for k, t in enumerate(told[:_PAIR])]


def _are_ordered(text: str, told: list[Treatment]) -> bool:
    """Whether two treatments are different, and given one after the other."""
    if len(told) < _PAIR or told[0].drugs == told[1].drugs:
        return False
    between = text[told[0].end : told[1].start]
    return _THEN.search(between) is not None and not _OR.search(between)
