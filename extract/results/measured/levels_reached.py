"""Shares of those whose measurement comes to a level: `HbA1c below 7% in 46% v 14%`, `60% had LDL-C <1.8 mmol/L`.

Not who the patients were as the trial began. Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from typing import Final

from ....ontology.facts import Concept
from ...annotated import AnnotatedText
from ...people import PEOPLE
from ..quantities.number_patterns import NUMBER
from .families import is_measurement
from .own_words import SIGNS

_UNIT: Final = r"(?:%|[µμ]?[A-Za-z]{1,6}(?:/[µμ]?[A-Za-z]{1,6}\d?)?(?:\s?Hg|\sper\s(?:m|milli)?(?:L|liter|litre)\b)?)"
_LEVEL: Final = re.compile(
    r"(?:\s\([A-Za-z][\w-]{1,9}\))?(?:\s(?:levels?|values?|concentrations?|(?:total )?scores?|responses?|counts?))?"
    r"(?:\s(?:of|was|were))?\s?(?P<limit>(?P<relation>[<>≤≥⩽⩾]\s?=?|below|above|under|less than|greater than|at least"
    r"|no more than|at or below)\s?"
    rf"{NUMBER}(?:\s?(?!(?:at|after|by|on|in|to|with|for|and|or|was|were|v|vs)\b){_UNIT}(?!\w))?"
    rf"|(?P<number>{NUMBER}(?:\s?(?!or\b){_UNIT}(?!\w))?)\sor\s(?:(?P<less>less|lower|below|fewer)|more|higher|greater|above)\b"
    r"|(?P<either>0\s?(?:or|/|-)\s?1)(?![\d.]))",
    re.IGNORECASE,
)
_REACHED: Final = re.compile(
    r"(?:\b(?:achiev\w+|reach\w*|attain\w*|maintain\w*|had|have|having|obtain\w*|became)"
    rf"|(?:%[)\]]?|\b(?:proportions?|percentages?|numbers?|more|fewer|rates?|prevalence|incidences?))[^.;()\d]{{0,40}}\b(?:{PEOPLE}|those)\s"
    rf"(?:\w+\s){{0,3}}with)\s(?:an?\s|the\s|their\s)?(?:(?:targets?|goals?|final|mean)\s)?(?:of\s|for\s)?(?:an?\s)?$",
    re.IGNORECASE,
)
_WAS_REACHED: Final = re.compile(
    r"[)\]]?\s(?:at\s[^.;,%]{1,30}?\s)?(?:was|were)\s(?:\w+ly\s)?(?:achieved|reached|attained|seen|observed|obtained|maintained)\b"
)
_REACH: Final = 120


def levels_reached(page: AnnotatedText, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and name of each such endpoint between two offsets."""
    for mention in page.between(start, end):
        if not (mention.kind == "Endpoint" and isinstance(mention.concept, Concept)):
            continue
        level = _LEVEL.match(page.text, mention.end, end) if is_measurement(mention.concept.name) else None
        if level is None:
            continue
        before = page.text[max(start, mention.start - _REACH) : mention.start]
        if _REACHED.search(before) or _WAS_REACHED.match(page.text, level.end(), end):
            yield mention.start, level.end(), f"{mention.text} {_limit(level)}"


def _limit(level: re.Match[str]) -> str:
    """The level with a plain sign: `<7%` for `below 7%`."""
    if level["either"]:
        return "0/1"
    if level["number"]:
        return f"{'<=' if level['less'] else '>='}{level['number']}"
    relation = level["relation"]
    sign = SIGNS.get(relation.replace(" ", "").lower()) or SIGNS.get(relation.lower(), relation)
    return f"{sign}{level['limit'][len(relation) :].strip()}"
