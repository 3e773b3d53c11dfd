"""Short names for a drug with its dose: `aripiprazole once-monthly 400 mg (AOM 400)`.

Offsets are those of the cleaned text.
"""

import re
from typing import Final

from ....ontology.facts import Concept
from ...annotated import AnnotatedText

_DOSED: Final = re.compile(
    r"(?>(?:[\s,/-]|\d[\d.]*+|(?:mg|mcg|[µμ]g|g|kg|IU|U|m2|once|twice|daily|weekly|monthly|quarterly|every|days?|weeks?|months?"
    r"|oral(?:ly)?|depot|injectable|injections?|tablets?|capsules?|extended|prolonged|modified|release|long|acting|dose)"
    r"(?![A-Za-z]))*)",
    re.IGNORECASE,
)
_REACH: Final = 70


def drug_with_dose(page: AnnotatedText, name: str) -> frozenset[Concept]:
    """The drug that a name in a bracket behind it and its dose is short for; empty where there is none."""
    for bracket in re.finditer(rf"\({re.escape(name)}\)", page.text):
        drugs = [m for m in page.between(max(0, bracket.start() - _REACH), bracket.start()) if m.kind == "Drug"]
        named = [m for m in drugs[-1:] if m.text[:1].lower() == name[:1].lower()]
        for mention in named:
            if isinstance(mention.concept, Concept) and _DOSED.fullmatch(page.text, mention.end, bracket.start()):
                return frozenset({mention.concept})
    return frozenset()
