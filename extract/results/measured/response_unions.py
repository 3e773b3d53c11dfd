"""Responses counted together: `complete or partial response`, `CR + PR`, `CR, PR, or SD`, `stable disease or better`.

Offsets are those of the text given.
"""

import re
from collections.abc import Iterator
from typing import Final

from ...wordings import Wording

_TAIL: Final = r"(?: (?:clinical |tumou?r )?(?:response|remission)s?\b)"
_SHORT: Final = r"(?: ?[(\[][A-Z]{2}[)\]])?"
_COMPLETE: Final = rf"(?:complete{_TAIL}?{_SHORT}|(?-i:CRs?\b))"
_PARTIAL: Final = rf"(?:partial{_TAIL}{_SHORT}|(?-i:PRs?\b))"
_CR: Final = r"(?:complete (?:response|remission)(?: rate)?(?: [(\[]CR[)\]])?(?: rate)?|(?-i:CR)(?: rate)?)"
_RECOVERED: Final = r"(?:ha?ematolog(?:ic|ical)|(?:blood |platelet )?count|(?-i:CBC)) recovery"
_INCOMPLETE: Final = rf"(?:(?-i:CRi)(?! rate)|{_CR} with incomplete {_RECOVERED}(?: [(\[]CRi[)\]])?)"
_VGPR: Final = r"(?:very good partial (?:response|remission)s?(?: [(\[]VGPR[)\]])?|(?-i:VGPRs?))"
_STABLE: Final = rf"(?:stable disease\b{_SHORT}|disease stabili[sz]ation\b|(?-i:SD\b)(?! ?[\d=±]))"
_ANY: Final = (
    r"(?<!complete )(?<!partial )(?:objective |overall |tumou?r )?(?:response|remission)s?\b(?: \((?:OR|ORR|RR)\))?"
)
_OR: Final = r"(?:,? (?:and/or|or|plus) (?:an? )?| ?[+/] ?)"
_OF_EACH: Final = (
    r"(?! rates)(?!(?: (?:was|were|seen|observed|achieved|in|of))* \(?\d[\d.]*%?(?: \([^()]*\))? ?(?:and|,) ?\d)"
    r"(?![^.;]{0,60}\brespectively)"
)
"""What stands behind neither of two responses that have figures of their own."""
_UNIONS: Final = tuple(
    (Wording(rf"(?<![\w/+-]){pattern}(?![\w/+-])", re.IGNORECASE), name)
    for pattern, name in (
        (
            rf"(?:(?:{_COMPLETE}(?:, |{_OR}){_PARTIAL}|{_ANY}){_OR}{_STABLE}"
            rf"|{_STABLE} or better|at least {_STABLE})",
            "disease control rate",
        ),
        (
            rf"{_COMPLETE}(?:{_OR}{_PARTIAL}(?! ?[+/]|,? or (?:stable|SD))|,? and (?:an? )?{_PARTIAL}{_OF_EACH})",
            "objective response rate",
        ),
        (
            rf"(?:{_CR}(?:{_OR}|,? including (?:an? )?| and (?=[^.;]{{0,60}}\btogether)){_INCOMPLETE}"
            rf"|{_CR} with or without (?:complete |full )?{_RECOVERED})",
            "complete response or complete response with incomplete hematologic recovery",
        ),
        (
            rf"{_CR}(?: ?/ ?|,? or |,? including )(?:an? )?(?:n(?-i:CR)|near[- ](?:complete|(?-i:CR)))(?: rates?)?"
            r"|complete or near[- ]complete (?:response|remission)s?(?: rates?)?"
            r"|(?:[≥⩾]|>=|at least )\s?(?:n(?-i:CR)|near[- ](?:complete response|(?-i:CR)))|n(?-i:CR) or better",
            "complete or near-complete response",
        ),
        (
            rf"{_CR}(?: ?/ ?|,? or )(?:an? )?(?:unconfirmed {_CR}|(?-i:CRu))",
            "complete response or unconfirmed complete response",
        ),
        (
            rf"(?:{_VGPR} or (?:an? )?{_COMPLETE}|{_COMPLETE} or (?:an? )?{_VGPR})(?! or)",
            "very good partial response or better",
        ),
    )
)


def response_unions(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and name of each; no complete and partial responses of which each has its figure.

    >>> [name for _, _, name in response_unions("a complete or partial response was seen in 45%")]
    ['objective response rate']
    >>> list(response_unions("Complete and partial responses were seen in 5% and 20%"))
    []
    """
    for pattern, name in _UNIONS:
        yield from ((*match.span(), name) for match in pattern.finditer(text))
