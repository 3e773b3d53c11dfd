"""Whom a sentence begins with: `In KRAS wild-type patients, …`.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from typing import Final

from ...annotated import AnnotatedText
from ...people import PEOPLE

_PEOPLE: Final = rf"(?:{PEOPLE}|tumou?rs|those)"
_OPENING: Final = re.compile(
    r"\W*(?:(?:In|Among|For)\s+(?:the\s+)?|(?=[^.;,:]{3,60}:\s))"
    r"(?P<name>(?=[\w.+/ -]*[A-Za-z])[\w.+/-]+(?:\s[\w.+/-]+){0,3})\s+"
    rf"{_PEOPLE}(?=\s*(?:[(\[][^()\[\]]*[)\]]\s*)?[,:])"
)
"""`In KRAS wild-type patients, …`, `KRAS wild-type patients: …`: whom a sentence begins with, its figures are of."""
_NO_PART: Final = re.compile(
    r"(?<!\S)\d+(?!\S)|\b(?:these|those|this|our|all|both|most|many|some|several|few|other|remaining|individual|"
    r"eligible|enrolled|"
    r"vaccinated|treated|assigned|allocated|receiving|control|placebo|adult|each|two|three|four|of|with|and|or|who|"
    r"reported)\b|-treated\b",
    re.IGNORECASE,
)


def openings(page: AnnotatedText, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Whom a sentence begins with, unless they are told apart by what they were given."""
    match = _OPENING.match(page.text, start, end)
    if match is None or _NO_PART.search(match["name"]):
        return
    if not any(m.kind in {"Drug", "Regimen"} for m in page.between(*match.span("name"))):
        yield (*match.span("name"), match["name"])
