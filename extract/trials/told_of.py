"""Names of trials that reviews give no other word for: `In BELLINI, venetoclax prolonged survival (HR 0.63)`."""

import re
from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc

from ..passages import sentences_of
from ..people import PEOPLE
from ..wordings import Wording

_IN: Final = Wording(
    r"\b[Ii]n\s+(?P<name>(?!COVID|SARS|MEDLINE|CINAHL|EMBASE)"
    r"(?:[A-Z]{5,}\d{0,3}|[A-Z]{3,}[A-Z0-9]{0,9}-(?:[A-Z]{2,12}|[A-Z][a-z]{4,12}|\d{1,3})))(?=,?\s+[a-z\d]|\s+\(|[:,])"
)
_COMPARES: Final = re.compile(r"\b(?:versus|vs|v|HR|hazard ratio|compared with)\b")
_THING: Final = (
    r"(?<![\w-])(?:with|of|for|from|on|by|prior|previous|received|receiving)\s+(?:an?\s+|the\s+)?{name}(?![\w-])"
    r"|(?<![\w-]){name}\)?\s+(?:{people}|tumou?rs?|cells?|status|scores?|criteria|guidelines?|disease|levels?|arms?|mutation)"
)
"""What no trial is called beside: `patients with NSTEMI`, `NSTEMI patients`."""


def told_of(doc: Doc, text: str) -> Iterator[re.Match[str]]:
    """Find capitals that the text sets treatments against each other in, and that stand for nothing else in it."""
    for match in _IN.finditer(text):
        name = re.escape(match["name"])
        if not re.search(_THING.format(name=name, people=PEOPLE), text) and _compares(doc, match):
            yield match


def _compares(doc: Doc, match: re.Match[str]) -> bool:
    """Whether the sentence names a treatment behind the name, and sets figures against each other."""
    here = next((s for s in sentences_of(doc) if s.start <= match.start() < s.end), None)
    if here is None or not _COMPARES.search(here.text):
        return False
    kinds = {m.kind for m in here.mentions if m.start > match.end()}
    return bool(kinds & {"Drug", "DrugClass", "Regimen"})
