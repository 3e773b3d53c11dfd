"""A regimen in which one drug takes the place of another: `R-CHOP with A replacing vincristine`, `in place of` it.

Offsets are those of the cleaned text.
"""

import re
from dataclasses import replace
from typing import Final

from ....ontology.facts import Concept
from ....ontology.lexicon import load_lexicon
from .merged import Treatment

_REPLACED: Final = re.compile(
    r"\b(?:replac(?:ing|ed)|(?:in place|instead|in lieu) of|substitut(?:ed|ing) for)\s+(?:the\s+)?$", re.IGNORECASE
)
_GIVES_WAY: Final = re.compile(r"\s+(?:(?:is|was|being)\s+)?(?:replaced|substituted)\s+(?:by|with)\b", re.IGNORECASE)
_WITH: Final = re.compile(r"\bwith\s+(?:the\s+)?$", re.IGNORECASE)
_REACH: Final = 24


def without_replaced(text: str, found: list[Treatment]) -> list[Treatment]:
    """Take the drug that is replaced out of the regimen named before, spelled out if the lexicon knows its drugs."""
    kept: list[Treatment] = []
    for treatment in found:
        ahead = max(0, treatment.start - _REACH)
        gives_way = _GIVES_WAY.match(text, treatment.end) and _WITH.search(text, ahead, treatment.start)
        if not gives_way and not _REPLACED.search(text, ahead, treatment.start):
            kept.append(treatment)
            continue
        for place in range(len(kept) - 1, -1, -1):
            drugs = _spelled_out(kept[place].drugs)
            if treatment.drugs < drugs:
                kept[place] = replace(kept[place], drugs=drugs - treatment.drugs)
                if not gives_way:
                    kept[-1] = replace(kept[-1], end=treatment.end)
                break
    return kept


def _spelled_out(drugs: frozenset[Concept]) -> frozenset[Concept]:
    return frozenset[Concept]().union(*(load_lexicon().regimen(drug.name.upper()) or (drug,) for drug in drugs))
