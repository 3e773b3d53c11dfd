"""Names of chromosome changes, whose brackets and semicolons part nothing: `t(4;14)`, `del(17p)`.

For reading they are written with letters in place of these marks, as many as there were: offsets stay what they are.
"""

from dataclasses import replace
from typing import Final

from ...ontology.facts import AdverseEventResult, OutcomeResult
from ..annotated import AnnotatedText
from ..candidates import Candidate
from ..wordings import Wording

_NAME: Final = Wording(
    r"\b(?:t\(\d{1,2};\d{1,2}\)|(?:del|dup|gain|amp|inv|ins)\s?\((?:\d{1,2}|[XY])[pq;\d.-]{0,9}\))(?:\([pq][pq;\d.-]{1,20}\))?"
)
MARKS: Final = "ǀǁǂ"
"""What stands for the opening bracket, the semicolon and the closing bracket: letters of no name in a document."""
_CLOSED: Final = str.maketrans("(;)", MARKS)
_WRITTEN: Final = str.maketrans(MARKS, "(;)")


def with_whole_names(page: AnnotatedText) -> AnnotatedText:
    """The text with each such name as one word."""
    text = _NAME.sub(lambda name: name[0].translate(_CLOSED), page.text)
    return page if text == page.text else replace(page, text=text, memo={})


def as_written(candidate: Candidate) -> Candidate:
    """A claim with such names as the text has them."""
    claim = candidate.claim
    if isinstance(claim, OutcomeResult) and MARKS[-1] in claim.endpoint.name:
        claim = replace(claim, endpoint=replace(claim.endpoint, name=claim.endpoint.name.translate(_WRITTEN)))
    if isinstance(claim, OutcomeResult | AdverseEventResult) and MARKS[-1] in claim.population:
        claim = replace(claim, population=claim.population.translate(_WRITTEN))
    return replace(candidate, claim=claim)
