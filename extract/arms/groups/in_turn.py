"""What several groups are given, told in turn: `groups A, B and C received A, B and placebo, respectively`.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ...annotated import AnnotatedText
from ...wordings import Wording
from ..slots import Slot, is_dose, items_in, without_brackets
from ..treatments.dose_lists import doses_behind
from ..treatments.named import Names
from ..treatments.regimens import Expression, find_expressions
from ..treatments.variants import apart_within
from ..treatments.wholes import whole_regimen
from .clauses import GIVEN

_SIGN: Final = r"\b(?-i:I{1,3}|IV|[A-Z]\d?|[1-9])\b"
_SIGNS: Final = rf"groups\s(?P<signs>{_SIGN}(?:(?:,?\s(?:and|or)\s|,\s){_SIGN})+)(?![\w-])"
_WORDS: Final = r"(?:[^.;:()]|\.(?=\d)|\([^()]*\)){5,250}?"
_TOLD: Final = (
    Wording(
        rf"\b{_SIGNS}(?:\s\([^()]*\))?\s(?:\w+\s){{0,2}}?{GIVEN}\s(?P<told>{_WORDS}),?\s+respectively\b", re.IGNORECASE
    ),
    Wording(
        rf"\b(?:{GIVEN}|either)\s(?P<told>{_WORDS}),?\s(?:in|for|to|\()\s?(?:the\s)?{_SIGNS},?\s+respectively\b",
        re.IGNORECASE,
    ),
)
_RESULT: Final = re.compile(r"%(?!\s\w)|±|\b[Pp]\s?[<=>]")


def groups_in_turn(page: AnnotatedText, names: Names) -> Iterator[Expression]:
    """Give what each of some groups is given, with its sign, where a sentence lists as many treatments as groups."""
    for sentence in page.sentences:
        for pattern in _TOLD:
            for told in pattern.finditer(page.text, sentence.start, sentence.end):
                signs = re.findall(_SIGN, told["signs"])
                found = _listed(page, told.span("told"), len(signs), names)
                yield from (replace(e, letter=sign) for e, sign in zip(found, signs, strict=False))


def _listed(page: AnnotatedText, told: Slot, many: int, names: Names) -> list[Expression]:
    """The treatments of a list, or the doses of one; none where they are not as many as the groups."""
    start, end = told
    plain = without_brackets(page.text[start:end])
    if _RESULT.search(plain):
        return []
    told_of = find_expressions(page, start, end, names)
    doses = doses_behind(page.text, end, told_of[0]) if len(told_of) == 1 else []
    if len(doses) == many:
        return doses
    slots = [(start + a, start + b) for a, b in items_in(plain, 0, end - start, many)]
    found: list[Expression] = []
    for slot in slots:
        same = replace(found[-1], start=slot[0], end=slot[1]) if found and is_dose(page.text, slot) else None
        regimen = same or whole_regimen(page, *slot, names)
        found += [regimen] if regimen else []
    arms = apart_within([page.text[slice(*slot)] for slot in slots], found) if len(found) == len(slots) else []
    return arms if len(arms) == many else []
