"""A regimen in which one drug takes the place of another: `R-CHOP with A replacing vincristine`.

Offsets are those of the cleaned text.
"""

import re
from dataclasses import replace
from typing import Final

from ....ontology.facts import Concept
from ....ontology.lexicon import load_lexicon
from .named import Treatment

_REPLACED: Final = re.compile(r"\breplac(?:ing|ed)\s+(?:the\s+)?$")
_REACH: Final = 24


def without_replaced(text: str, found: list[Treatment]) -> list[Treatment]:
    """Take the drug that is replaced out of the regimen named before, spelled out if the lexicon knows its drugs."""
    kept: list[Treatment] = []
    for treatment in found:
        if not _REPLACED.search(text, max(0, treatment.start - _REACH), treatment.start):
            kept.append(treatment)
            continue
        for place in range(len(kept) - 1, -1, -1):
            drugs = _spelled_out(kept[place].drugs)
            if treatment.drugs < drugs:
                kept[place] = replace(kept[place], drugs=drugs - treatment.drugs)
                break
    return kept


def _spelled_out(drugs: frozenset[Concept]) -> frozenset[Concept]:
    return frozenset[Concept]().union(*(load_lexicon().regimen(drug.name.upper()) or (drug,) for drug in drugs))
