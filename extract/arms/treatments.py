"""Treatments as a text names them: drugs, the drugs of named regimens, and classes that stand for an arm.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ...ontology.facts import Concept, Regimen
from ..annotated import AnnotatedText

Names = Mapping[str, frozenset[Concept]]
ARM_CLASSES: Final = re.compile(
    r"chemotherapy|endocrine therapy|hormon|standard|choice|supportive care|chemoradi|placebo"
)
_CONTROLLED = re.compile(
    r"[- ](?:controlled|blind(?:ed)?)\b|\s+(?:study|trial)\b|[- ]?(?:\([^()]*\)|\))?[- ]?receptor", re.IGNORECASE
)
_CHOICE = re.compile(
    r"\s*(?:(?:treatment|therapy|regimens?)\s+)?(?:of\s+)?(?:the\s+)?(?:[\w-]+\s+){0,3}", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Treatment:
    """A stretch of text that names one treatment, or a combination by its own name."""

    start: int
    end: int
    drugs: frozenset[Concept]


def treatments_in(page: AnnotatedText, start: int, end: int, names: Names) -> list[Treatment]:
    """The mentions between two offsets that can stand in a regimen, in order; `names` are the document's own."""
    found: list[Treatment] = []
    if names:
        pattern = re.compile(
            rf"(?<![\w+/-])(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?![\w+]|-\w)"
        )
        found = [Treatment(m.start(), m.end(), names[m[0]]) for m in pattern.finditer(page.text, start, end)]
    for mention in page.between(start, end):
        if all(mention.end <= d.start or d.end <= mention.start for d in found) and not _CONTROLLED.match(
            page.text, mention.end
        ):
            drugs = _given(mention.concept)
            found += [Treatment(mention.start, mention.end, drugs)] if drugs else []
    return _merge_choice(page.text, sorted(found, key=lambda d: d.start))


def _given(concept: Concept | Regimen) -> frozenset[Concept]:
    """What a mention adds to a regimen: a drug, the drugs of a named regimen, or a class that stands for an arm."""
    if isinstance(concept, Regimen):
        return frozenset(concept.components)
    if concept.name.endswith(" radiotherapy"):
        return frozenset({Concept("Drug", "radiotherapy")})
    if concept.kind == "Drug" and not concept.name.endswith(" chemotherapy"):
        return frozenset({concept})
    if concept.kind in {"Drug", "DrugClass"} and ARM_CLASSES.search(concept.name):
        name = "chemotherapy" if concept.name.endswith(" chemotherapy") else concept.name
        return frozenset({Concept("Drug", name)})
    return frozenset()


def _merge_choice(text: str, found: list[Treatment]) -> list[Treatment]:
    """`chemotherapy of the physician's choice` and `investigator's choice of chemotherapy` are one treatment."""
    merged: list[Treatment] = []
    for drug in found:
        names = {c.name for c in (*drug.drugs, *(merged[-1].drugs if merged else ()))}
        choice = len(names) == 2 and "chemotherapy" in names and any("choice" in n for n in names)
        if merged and choice and _CHOICE.fullmatch(text[merged[-1].end : drug.start]):
            merged[-1] = Treatment(merged[-1].start, drug.end, frozenset({Concept("Drug", "chemotherapy")}))
        elif not (
            merged
            and names >= {"chemotherapy"} == {c.name for c in drug.drugs}
            and text[merged[-1].end : drug.start] == " "
        ):
            merged.append(drug)  # what follows a drug at once is its kind: `cisplatin chemotherapy`
    return merged
