"""Percentages that tell how strong a preparation is: `with 1% lidocaine`, `silymarin 1% gel`, `a 0.05% solution`.

Offsets are those of the cleaned text.
"""

import re
from typing import Final

from ...annotated import AnnotatedText
from .quantity import Quantity

_FORM: Final = re.compile(
    r"\s*(?:(?:topical|oral|ophthalmic|nasal|vaginal|aqueous|w/w|w/v)\s+)?"
    r"(?:creams?|gels?|ointments?|lotions?|solutions?|emulsions?|foams?|sprays?|drops|eye ?drops|"
    r"mouth(?:wash|rinse)(?:es)?|pastes?|shampoos?|suspensions?|vehicle)\b",
    re.IGNORECASE,
)
_GIVEN: Final = re.compile(
    r"\b(?:with|of|by|using|containing|receiv\w+|adding|given|either|plus|to|an?)\s+$", re.IGNORECASE
)
_ALLOCATED: Final = re.compile(r"\brandom|\bassigned\b|\ballocated\b", re.IGNORECASE)
_SUBSTANCES: Final = frozenset({"Drug", "Regimen", "DrugClass"})
_NEXT_TO: Final = 2
_REACH: Final = 60


def is_strength(page: AnnotatedText, quantity: Quantity) -> bool:
    """Whether a percentage without a count is how much of a substance is in what is given."""
    if quantity.kind != "share" or quantity.value is None or quantity.count is not None:
        return False
    text, start, end = page.text, quantity.start, quantity.end
    before = [m for m in page.between(max(0, start - _REACH), start)[-1:] if start - m.end < _NEXT_TO]
    behind = [m for m in page.between(end, end + _REACH)[:1] if m.start - end < _NEXT_TO]
    substance = next((m for m in (*behind, *before) if m.kind in _SUBSTANCES), None)
    if _FORM.match(text, substance.end if substance in behind and substance else end):
        return True
    if substance is None:
        return False
    given = substance in behind and _GIVEN.search(text, max(0, start - _REACH), start)
    return bool(given) or _is_introduced(page, text[min(substance.start, start) : max(substance.end, end)])


def _is_introduced(page: AnnotatedText, words: str) -> bool:
    """Whether the title, or a sentence that allocates patients, names a substance at that strength."""
    told = [s.text for k, s in enumerate(page.sentences) if k == 0 or _ALLOCATED.search(s.text)]
    return any(words.lower() in sentence.lower() for sentence in told)
