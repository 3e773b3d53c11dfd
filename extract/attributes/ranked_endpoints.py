"""Endpoints spoken of by their rank: `the primary outcome occurred in 16%`, `a primary end-point event`.

Where a document names one endpoint of that rank it is meant, else the rank alone is its name. Offsets are those of
the cleaned text.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from ...ontology.facts import Concept, TrialAttribute
from ..candidates import Candidate
from ..passages import Mention
from ..results.measured.families import takes_share
from ..wordings import Wording

_RANKED: Final = Wording(
    r"(?P<rank>primary|Primary|secondary|Secondary)(?<![\w-]primary)(?<![\w-]secondary)"
    r"(?:[ -](?:composite|combined|efficacy|safety|clinical|study|trial|cardiovascular|renal|kidney))*"
    r"[ -](?:end[ -]?points?|outcomes?)(?: events?)?(?![\w-])"
)
_HAPPENED: Final = re.compile(
    r"\s(?:had\s)?(?:occurred|happened|developed)\b"
    r"|\s(?:was|were|had been)\s(?:observed|seen|recorded|reported|noted|met|reached|achieved|attained|experienced)"
    r"\s(?:in|by|for|among|with)\s"
)
_OF: Final = re.compile(
    r"\b(?:risks?|rates?|incidence|frequency|occurrence|proportion|percentage|(?:hazard|odds|rate|risk)\sratios?|HR|had"
    r"|experienced|reached|developed|met|sustained)(?:\s(?:of|for|with))?\s(?:an?\s|the\s)?(?:key\s|main\s)?$",
    re.IGNORECASE,
)
_LISTED: Final = re.compile(r"\s(?:and|or|measure)\b")
_REACH: Final = 40
_RANKS: Final = {"primary": "primaryEndpoint", "secondary": "secondaryEndpoint"}


def spoken_by_rank(text: str, attributes: Iterable[Candidate]) -> Iterator[Mention]:
    """Yield the places of a text that speak so of what its trial counted."""
    claims = [a.claim for a in attributes if isinstance(a.claim, TrialAttribute)]
    for match in _RANKED.finditer(text):
        led = _OF.search(text, max(0, match.start() - _REACH), match.start())
        if _HAPPENED.match(text, match.end()) or (led and not _LISTED.match(text, match.end())):
            rank = _RANKS[match["rank"].lower()]
            named = {c.value for c in claims if c.attribute == rank and isinstance(c.value, Concept)}
            words = match[0].lower().replace("end point", "endpoint").replace("end-point", "endpoint")
            bare = Concept("Endpoint", words.removesuffix("s").removesuffix(" event"))
            known = named.pop() if len(named) == 1 else bare
            yield Mention(*match.span(), match[0], known if takes_share(known.name) else bare)
