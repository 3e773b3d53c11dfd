"""Surgery as an endpoint: how many came to it, `resection was performed in 40%`, `12 (30%) underwent mastectomy`.

Offsets are those of the text given.
"""

import re
from collections.abc import Iterator
from typing import Final

from ...wordings import Wording
from ..quantities.number_patterns import COUNT

_NAME: Final = (
    r"(?P<name>(?:(?:[a-z]+[- ](?:conserving|sparing|preserving|cell)|R0|curative|radical|complete|definitive"
    r"|surgical|secondary|debulking|cytoreductive|salvage|hepatic|liver|allogeneic|autologous|haematopoietic|hematopoietic)\s+){0,3}"
    r"(?:surgery|resections?|transplant(?:ation)?s?|[a-z]{3,12}ectom(?:y|ies)))"
)
_FIGURE: Final = rf"(?:\d[\d.]*\s?%|{COUNT}\s(?:\(|of\b|(?:[a-z]+\s)?patients\b))"
_DONE: Final = Wording(
    rf"(?<![\w-]){_NAME}\s+(?:was|were)\s+(?:performed|achieved|carried out|done|possible|feasible|undertaken)\s+in\s+"
    rf"{_FIGURE}",
    re.IGNORECASE,
)
_CAME_TO: Final = Wording(
    rf"%\)?[^.;%]{{0,90}}?\b(?:underwent|proceeded to|(?:were|was) (?:qualified|eligible|suitable) for"
    rf"|became (?:eligible|suitable) for)\s+(?:an?\s+|the\s+)?{_NAME}(?![\w-])",
    re.IGNORECASE,
)
_WERE: Final = Wording(
    r"%\)(?:\s+of)?(?:\s+(?:the\s+)?(?:patients|women|men))?\s+were\s+(?P<name>resected|transplanted)\b", re.IGNORECASE
)
_NOUNS: Final = {"resected": "resection", "transplanted": "transplantation"}
_BEFORE: Final = re.compile(
    r"\b(?:previous(?:ly)?|prior|before|earlier|baseline|enrol|inclu|screen)\w*\b", re.IGNORECASE
)


def procedures_done(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and name of each operation of which a sentence tells how many had it, in the singular.

    >>> list(procedures_done("Of these, 12 (30%) underwent radical cystectomy."))
    [(29, 47, 'radical cystectomy')]
    """
    for pattern in (_DONE, _CAME_TO, _WERE):
        for match in pattern.finditer(text):
            if not _BEFORE.search(text, 0, match.start("name")):
                name = " ".join(match["name"].lower().split())
                name = name.replace("ectomies", "ectomy")
                yield *match.span("name"), _NOUNS.get(name, name.removesuffix("s"))
