"""Pieces of regular expressions: numbers in digits and words, counted people, units of time, months."""

from typing import Final

from ...number_words import WORD_NUMBER
from ...people import PEOPLE as PATIENTS

NOT_IN_NAME: Final = r"(?<![\w.·/^])(?<![A-Za-z][-–])"
APART: Final = r"(?:(?<![\w.])|(?<=vs\.))"
"""Before a number that is no part of another: `5%vs.7%`."""
NUMBER: Final = r"(?:\d{1,3}(?:[,\u202f]\d{3}){1,3}(?:\.\d{1,9})?|\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})(?![\d])"
POWER: Final = r"(?:\s?[x×*·]\s?10\s?\^?\s?[-−–]\s?(?P<power>\d{1,3})|E[-−–](?P<exponent>\d{1,3}))?(?!\d)"
"""Of ten, behind a small number: `7.8 x 10-22`."""
OPEN, CLOSE = r"[(\[]", r"[)\]]"
PERCENT: Final = rf"(?:(?P<rel>[<>]=|[<>≤≥]|less than)\s*)?(?P<v>{NUMBER})\s*%"
INTEGER: Final = r"(?:\d{1,3}(?:[,\u202f]\d{3}){1,3}|\d{1,9}(?!\d))(?![.\d]\d)"
COUNT: Final = rf"(?=[\dotfsenzh])(?:{INTEGER}|{WORD_NUMBER}|none|zero)"
DASH: Final = r"(?:-|–|—|−|‐|‑)"
TO: Final = rf"\s*(?:{DASH}|to|and|,|;)\s*"
SIGNED: Final = rf"[-−–+]?{NUMBER}"
STATUS: Final = (
    r"(?:not (?:yet )?(?:been )?reached|not (?:yet )?reached|unreached|not estimable|not evaluable|not available"
    r"|(?:could )?not be (?:reached|estimated|calculated|evaluated|determined)|NR|NE|NA|∞)"
)
BOUND: Final = rf"(?:{STATUS}|NC(?!\w))"
"""Where an interval ends that has no such limit; alone, `NC` may be no change."""
TIME_UNIT: Final = r"(?:months?|mos?|weeks?|wks?|days?|years?|yrs?|hours?|hrs?|h|minutes?|min|(?-i:d))(?![\w/])"
PEOPLE: Final = (
    rf"(?:(?!with\b|all\b|in\b|and\b|to\b)[a-z-]+\s+){{0,2}}?(?:{PATIENTS}|patient|pt|wom[ae]n|m[ae]n|participant|subject"
    r"|person|deaths|events|cases|recipients|responders)"
)
MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
