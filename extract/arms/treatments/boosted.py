"""Drugs given with a booster, which texts tell in a letter: `lopinavir/r`, `ritonavir-boosted lopinavir`.

Offsets are those of the cleaned text.
"""

import re
from typing import Final

from ....ontology.facts import Concept
from .merged import Treatment

_BEHIND: Final = re.compile(r"/(?P<booster>r|rtv|RTV|c|cobi|COBI)(?![\w/])")
_BOOSTED: Final = re.compile(r"[- ]boosted\s")
_BOOSTERS: Final = {"r": Concept("Drug", "ritonavir"), "c": Concept("Drug", "cobicistat")}


def with_boosters(text: str, found: list[Treatment]) -> list[Treatment]:
    """Give each drug its booster: told in a letter behind it or at the end of its short name, or before `-boosted`."""
    kept: list[Treatment] = []
    for treatment in found:
        before = kept[-1] if kept else None
        if before and before.drugs <= {*_BOOSTERS.values()} and _BOOSTED.fullmatch(text, before.end, treatment.start):
            kept[-1] = treatment = Treatment(before.start, treatment.end, before.drugs | treatment.drugs)
        else:
            kept.append(treatment)
        start = max(treatment.start, treatment.end - 2)
        told = _BEHIND.match(text, treatment.end) or _BEHIND.fullmatch(text, start, treatment.end)
        if told:
            booster = _BOOSTERS[told["booster"][0].lower()]
            kept[-1] = Treatment(treatment.start, max(treatment.end, told.end()), treatment.drugs | {booster})
    return kept
