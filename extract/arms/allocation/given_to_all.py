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
"""`A (arm A) or B (arm B), each in combination with C`: what follows is no arm, but given in each."""
_BETWEEN: Final = re.compile(r"\s+(?:(?:in combination|together|with|to|either|oral|intravenous|open-label)\s+){0,4}")
_PROCEDURE: Final = re.compile(r"surgery|an(?:a)?esthesia|transplantation|care$|placebo")
_NOTHING: Final = frozenset({Concept("Drug", "observation")})
_FEWEST: Final = 2


def with_partners(page: AnnotatedText, end: int, compared: list[Expression], names: Names) -> list[Expression]:
    """Add to each of the regimens compared what is said behind them to be given with each; `end` is the sentence's.

    Nothing is added where that is a choice or no drug, or is given with one of them alone already.
    """
    shared = EACH_WITH.search(page.text, compared[-1].end, end) if len(compared) >= _FEWEST else None
    partners = find_expressions(page, shared.end(), end, names) if shared else []
    if shared is None or not partners or not _BETWEEN.fullmatch(page.text, shared.end(), partners[0].start):
        return compared
    drugs = partners[0].drugs
    choice = len(partners) > 1 and partners[1].alternative
    if choice or any(_PROCEDURE.search(d.name) for d in drugs) or any(drugs & e.drugs for e in compared):
        return compared
    return [replace(e, drugs=e.drugs - _NOTHING | drugs) for e in compared]
