"""Degrees of one response that a text joins by slashes: `PASI 75/90`, `ACR20/50/70`.

Offsets are those of the text given.
"""

import re
from collections.abc import Iterator
from typing import Final

from ....ontology.lexicon import load_lexicon
from ...wordings import Wording

_SLASHED: Final = Wording(
    r"(?<![\w-])(?P<scale>[A-Z]{3,6})(?P<gap>[ -]?)(?P<degrees>\d{2,3}(?:/\d{2,3}){1,2})(?![\d/%.])"
    r"(?: respon(?:se rates?|ses?))?"
)
_DEGREE: Final = re.compile(r"\d+")


def slashed_endpoints(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and name of each degree; the first one's words begin with the name of the scale.

    >>> [name for _, _, name in slashed_endpoints("PASI 75/90 was reached by 71%/49%")]
    ['PASI 75', 'PASI 90']
    """
    for told in _SLASHED.finditer(text):
        degrees = list(_DEGREE.finditer(text, *told.span("degrees")))
        for degree in degrees:
            name = f"{told['scale']}{told['gap']}{degree[0]}"
            known = load_lexicon().concept(name, "Endpoint")
            start = told.start() if degree is degrees[0] else degree.start()
            yield start, told.end() if degree is degrees[-1] else degree.end(), known.name if known else name
