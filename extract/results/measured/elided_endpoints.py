"""Endpoints whose last word stands behind another: `overall and event-free survival`, `local (9%) and distant relapse`.

Offsets are those of the text given.
"""

import re
from collections.abc import Iterator
from typing import Final

from ....ontology.lexicon import load_lexicon
from ...wordings import Wording

_KINDS: Final = {
    "survival": (
        r"(?:overall|(?:(?:distant|local|loco-?regional|invasive|biochemical|radiographic)[ -])?"
        r"[a-z]+(?:-[a-z]+)?[- ]free|[a-z]+-specific)"
    ),
    "response": r"(?:overall|objective|complete|partial)",
    "recurrence": r"(?:local|regional|loco-?regional|distant|nodal|biochemical)",
    "blood pressure": r"(?:systolic|diastolic)",
}
_TAILS: Final = {
    "survival": "survival",
    "response": r"(?:clinical |tumou?r )?(?:response|remission)s?",
    "recurrence": r"(?:recurrence|relapse)s?",
    "blood pressure": r"(?:blood pressures?|BP)",
}
_JOIN: Final = r"(?: \((?:[^()]|\([^()]*\)){2,90}\))?(?:,? (?:and|n?or|as well as) |, |/)"
_ELIDED: Final = tuple(
    (
        head,
        Wording(
            rf"(?<![\w-])(?P<kind>{kind})(?={_JOIN}(?:{kind}{_JOIN}){{0,3}}{kind} {_TAILS[head]}\b)", re.IGNORECASE
        ),
    )
    for head, kind in _KINDS.items()
)


def elided_endpoints(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and name of each such endpoint; the last one has its words together.

    >>> [name for _, _, name in elided_endpoints("overall, disease-free, and event-free survival")]
    ['overall survival', 'disease-free survival']
    """
    for head, pattern in _ELIDED:
        for match in pattern.finditer(text):
            name = f"{match['kind'].lower().replace(' free', '-free')} {head}"
            known = load_lexicon().concept(name, "Endpoint")
            yield match.start(), match.end("kind"), known.name if known else name
