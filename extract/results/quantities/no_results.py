"""Shares and durations that are no results: who patients were, how common an event must be, how strong a cream is.

Offsets are those of the text given.
"""

import re
from typing import Final

from ...annotated import AnnotatedText
from ...people import PEOPLE
from .quantity import Quantity

_WHO: Final = re.compile(
    rf"\s*(?:of (?:the )?{PEOPLE}\s+)?(?:(?:were|was|are|being)\s+)?"
    r"(?:(?:aged|younger than|older than|over|under)\s+(?:the age of\s+|age\s+)?\d"
    r"|(?:(?:fe)?males?|m[ae]n|wom[ae]n|(?:pre|post|peri)[- ]?menopausal|white|black|asian|caucasian|hispanic"
    r"|african[- ]american|(?:current|former|never)[- ]?smokers?|smokers|(?:non)?diabetics?)"
    r"(?=\s*(?:[,;.)\]]|and\b|$)))",
    re.IGNORECASE,
)
_EQUALS: Final = re.compile(r"\s+[\w-]+(?:\s[\w-]+)?\s*=\s*\d")
"""`100% intensity = 105 days`: what all of something stands for."""
_ALL: Final = 100
_COMMON: Final = re.compile(
    r"\b(?:common\w*|frequent\w*|main|major|predominant|adverse|events?|AEs|TEAEs|toxicit(?:y|ies)|side effects)\b"
    r"[^.;%()\[\]]{0,80}[(\[,]\s*(?:(?:an?|i\.?e\.?,?|namely|with|at|of|in|by|any|all|overall|incidences?|frequenc(?:y|ies)|prevalence|rates?"
    r"|grades?|occurr\w+|reported|observed|seen|experienced|affecting|defined as)\s+){0,5}$",
    re.IGNORECASE,
)
_LISTED: Final = re.compile(
    rf"\s*(?:of (?:the |all )?{PEOPLE}|incidence|frequency|(?:in|of) (?:either|any"
    r"|each|both|one|at least one) \w+(?: \w+)?)?\s*[)\],]",
    re.IGNORECASE,
)
_MARKER: Final = r"\b(?:expression|staining|TPS|CPS|tumou?r proportion score|cut-?offs?|thresholds?)\b"
_MARKERS: Final = re.compile(
    rf"{_MARKER}[^.;()]{{0,30}}[(\[]?(?:[<>≥≤]=?\s?\d+\s?%,?\s?(?:and\s|or\s)?)*$", re.IGNORECASE
)
"""`by PD-L1 expression (≥5% and ≥1%)`: of cells, not of patients."""
_TELLS_APART: Final = re.compile(
    rf"\b(?:{PEOPLE}|those|tumou?rs) (?:with|without|at|who (?:had|have)) [^.;,:%()\[\]]{{2,60}}[(\[]\s*$",
    re.IGNORECASE,
)
_CLOSED: Final = re.compile(r"\s*[)\]]")
_LIMITS: Final = frozenset({">", ">="})
_AHEAD: Final = 140
_AFTER: Final = re.compile(
    r"(?<![a-z] )\b(?:after|at|with) an? (?:[a-z]+ )?(?:median|mean|average) of $", re.IGNORECASE
)
_THEN: Final = re.compile(r"\s?(?:[(\[][^()\[\]]*[)\]])?(?:,|\s(?:of|after|from)\s)")
_FORMS: Final = (
    r"(?:creams?|gels?|ointments?|lotions?|solutions?|emulsions?|foams?|sprays?|drops|eye ?drops|"
    r"mouth(?:wash|rinse)(?:es)?|pastes?|shampoos?|suspensions?|vehicle)"
)
_FORM: Final = re.compile(
    r"\s*(?:(?:topical|oral|ophthalmic|nasal|vaginal|aqueous|w/w|w/v)\s+)?"
    rf"{_FORMS}\b",
    re.IGNORECASE,
)
_FORM_BEFORE: Final = re.compile(rf"\b{_FORMS}\s+(?:\([A-Z][\w-]*\)\s+)?$", re.IGNORECASE)
_SHORT_NAME: Final = re.compile(r"(?<![\w-])[A-Z][\w-]*[A-Z]\s$")
_GIVEN: Final = re.compile(
    r"\b(?:with|of|by|using|containing|receiv\w+|adding|given|either|plus|plain|to|an?)\s+$", re.IGNORECASE
)
_ALLOCATED: Final = re.compile(r"\brandom|\bassigned\b|\ballocated\b", re.IGNORECASE)
_SUBSTANCES: Final = frozenset({"Drug", "Regimen", "DrugClass"})
_NEXT_TO: Final = 2
_REACH: Final = 60


def describes_patients(text: str, quantity: Quantity) -> bool:
    """Whether a share is followed by what the patients were, or by what it is set equal to.

    >>> from .finding import find_quantities
    >>> text = "54% men; 20% of men relapsed, 9 (18%) of 50 women died"
    >>> [describes_patients(text, q) for q in find_quantities(text)]
    [True, False, False]
    >>> [describes_patients(text, q) for text in ("100% dose = 9 mg",) for q in find_quantities(text)][:1]
    [True]
    """
    among = text[quantity.end - 1 : quantity.end].isdigit()  # and what follows is who all of them are
    told = _WHO.match(text, quantity.end) or (quantity.value == _ALL and _EQUALS.match(text, quantity.end))
    return quantity.kind == "share" and not among and bool(told)


def is_limit(text: str, quantity: Quantity, start: int) -> bool:
    """Whether a share says how common the events of a list are, or who is told apart; `start` is the sentence's.

    >>> from .finding import find_quantities
    >>> text = "The most common events (>5%) were rash (12%) and fever (9%)."
    >>> [is_limit(text, q, 0) for q in find_quantities(text)]
    [True, False, False]
    """
    if quantity.kind != "share" or quantity.count is not None or quantity.relation == "=":
        return False
    place = max(start, quantity.start - _AHEAD), quantity.start
    if _MARKERS.search(text, *place):
        return True
    if _TELLS_APART.search(text, *place) and _CLOSED.match(text, quantity.end):
        return True
    told = _COMMON.search(text, *place) if quantity.relation in _LIMITS else None
    return told is not None and _LISTED.match(text, quantity.end) is not None


def is_elapsed(text: str, quantity: Quantity, start: int) -> bool:
    """Whether a duration says when something was looked at: `After a median of 20 months, …`.

    >>> from .finding import find_quantities
    >>> text = "After a median of 20 months, median survival was 14 months."
    >>> [is_elapsed(text, q, 0) for q in find_quantities(text)]
    [True, False]
    """
    elapsed = quantity.kind == "duration" and _AFTER.search(text, max(start, quantity.start - _REACH), quantity.start)
    return bool(elapsed) and _THEN.match(text, quantity.end) is not None


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
    if _FORM_BEFORE.search(text, max(0, start - _REACH), start) or _is_form(text, quantity):
        return True
    if substance is None:
        return False
    given = substance in behind and _GIVEN.search(text, max(0, start - _REACH), start)
    return bool(given) or _is_introduced(page, text[min(substance.start, start) : max(substance.end, end)])


def _is_form(text: str, quantity: Quantity) -> bool:
    """`BBOS 1.5%`, where the text tells elsewhere of a solution of that strength."""
    if not _SHORT_NAME.search(text, max(0, quantity.start - _REACH), quantity.start):
        return False
    strength = re.escape(text[quantity.start : quantity.end])
    told = rf"\b{_FORMS}\s+(?:\([A-Z][\w-]*\)\s+)?{strength}|(?<![\d.]){strength}\s+{_FORMS}\b"
    return re.search(told, text, re.IGNORECASE) is not None


def _is_introduced(page: AnnotatedText, words: str) -> bool:
    """Whether the title, or a sentence that allocates patients, names a substance at that strength."""
    told = [s.text for k, s in enumerate(page.sentences) if k == 0 or _ALLOCATED.search(s.text)]
    return any(words.lower() in sentence.lower() for sentence in told)
