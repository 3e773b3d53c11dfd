"""What each of the regimens that a sentence compares is given with: `A or placebo, each with B`.

Offsets are those of the cleaned text.
"""

import re
from dataclasses import replace
from typing import Final

from ....ontology.facts import Concept
from ...annotated import AnnotatedText
from ...wordings import Wording
from ..treatments.named import Names
from ..treatments.regimens import Expression, find_expressions

EACH_WITH: Final = Wording(
    r"[,;]?\s+(?:each|both|all)\s+(?:were\s+)?(?:in combination|combined|given|together|plus|with|followed)\b"
    r"|\s+in parallel (?:with|to)\b|,\s+in addition to\b"
    r"|[,;]\s+(?:with\s+)?(?:(?:all|both)\s+(?:patients|participants|women|men|arms|groups)?\s?|both\s+)"
    r"(?:also\s+|additionally\s+)?receiv(?:ed|ing)\b",
    re.IGNORECASE,
)
"""`A (arm A) or B (arm B), each in combination with C or D`: what follows is no arm."""
_BETWEEN: Final = re.compile(r"\s+(?:(?:in combination|together|with|to|either|oral|intravenous|open-label)\s+){0,4}")
_PROCEDURE: Final = re.compile(r"surgery|an(?:a)?esthesia|transplantation|care$|placebo")
_NOTHING: Final = frozenset({Concept("Drug", "observation")})
_FEWEST: Final = 2


def with_partners(
    page: AnnotatedText, shared: re.Match[str], end: int, compared: list[Expression], names: Names
) -> list[Expression]:
    """Add to each regimen compared what stands behind `shared`, which says that each is given with it.

    Nothing is added where that is a choice or no drug, or is given with one of them alone already.
    """
    if len(compared) < _FEWEST:
        return compared
    partners = find_expressions(page, shared.end(), end, names)
    first = partners[0] if partners else None
    if first is None or not _BETWEEN.fullmatch(page.text, shared.end(), first.start):
        return compared
    choice = len(partners) > 1 and partners[1].alternative
    if choice or any(_PROCEDURE.search(d.name) for d in first.drugs) or any(first.drugs & e.drugs for e in compared):
        return compared
    return [replace(e, drugs=e.drugs - _NOTHING | first.drugs) for e in compared]
