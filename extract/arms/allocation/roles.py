"""Which arm is the control: what the others are set against. Offsets are those of the cleaned text."""

import re
from functools import cache
from typing import Final

from ....ontology.facts import Concept
from ....ontology.lexicon import load_lexicon
from ...annotated import AnnotatedText
from ..registry import ArmEntry
from ..treatments.named import Names, treatments_in
from .alternatives import CONTROL

PLACEBO: Final = re.compile(r"placebo|sham")
_SALINE: Final = re.compile(r"sodium chloride 0\.9%")
PLACEBO_ALONE: Final = Concept("Drug", "placebo")
_BOTH: Final = Concept("Drug", "chemoradiotherapy")
_SURGERY: Final = Concept("Drug", "surgery")
_PARTS: Final = frozenset({Concept("Drug", "chemotherapy"), Concept("Drug", "radiotherapy")})
_CHOICE: Final = re.compile(r"\b(?:or|either)\b", re.IGNORECASE)
_OPPOSED: Final = re.compile(r"\b(?:versus|vs|v|than|against|over|instead of)\b", re.IGNORECASE)
_OTHER_SIDE: Final = re.compile(r"\b(?:with|to)\b", re.IGNORECASE)
_COMPARED: Final = re.compile(r"\bcompar|\bsuperior|inferior|\bequivalen", re.IGNORECASE)
_SWITCHED: Final = re.compile(r"\bswitch\w*\s(?:\w+\s){0,2}from\s+$", re.IGNORECASE)
"""`switching from A to B`: what patients had comes first."""
_AIM: Final = 4
"""How many sentences of a document, the title first, may tell what it sets against what."""


@cache
def _regimens() -> dict[str, tuple[Concept, ...]]:
    """The drugs of regimens by all their names as arms bear them whose drugs a document leaves out."""
    known = load_lexicon().regimens()
    return {name.lower(): regimen.components for regimen in known for name in (regimen.name, *regimen.synonyms)}


def assign_roles(page: AnnotatedText, entries: list[ArmEntry], names: Names) -> None:
    """The control is what the others are set against: placebo, standard care, the backbone, what the title calls so."""
    if len(entries) < 2:
        return
    usual = [e for e in entries if e.role == "control"]
    control = usual[0] if len(usual) == 1 and not _has_more(usual[0], entries) else None
    common = frozenset[Concept].intersection(*(e.drugs for e in entries))
    control = control or next((e for e in entries if e.drugs == frozenset({PLACEBO_ALONE})), None)
    for kind in (PLACEBO, CONTROL, _SALINE):
        control = control or next((e for e in entries if any(kind.search(d.name) for d in e.drugs - common)), None)
    given = [_given(e) for e in entries]
    control = control or next((e for e in entries if sum(_given(e) < g for g in given) >= len(entries) - 1), None)
    other = [e for e in entries if not e.variant]  # the others are forms of one treatment
    last = _given(other[0] if len(other) == 1 else entries[-1])
    if control is None and any(g < last for g in given):
        return
    control = control or (other[0] if len(other) == 1 else _set_against(page, entries, names))
    if control is None:
        return
    for entry in entries:
        inert = len(entries) > len(_PARTS) and all(CONTROL.fullmatch(d.name) for d in entry.drugs)
        entry.role = "control" if entry is control else None if inert else "experimental"


def _has_more(entry: ArmEntry, entries: list[ArmEntry]) -> bool:
    """`standard chemotherapy plus A, or plus placebo`: not all of what begins with what is usual is the control."""
    inert = any(PLACEBO_ALONE in e.drugs for e in entries)
    return (inert and PLACEBO_ALONE not in entry.drugs) or any(e.drugs < entry.drugs for e in entries)


def _set_against(page: AnnotatedText, entries: list[ArmEntry], names: Names) -> ArmEntry | None:
    """What a title sets another treatment against: the second of two, or the one that it does not name.

    Of several arms only the last, where the others share what it lacks and are not all forms of one treatment. The
    order in which patients are told to be assigned to `A or B` says nothing.
    """
    *others, last = entries
    shared = frozenset[Concept].intersection(*(e.drugs for e in others)) - last.drugs
    own = last.drugs.difference(*(e.drugs for e in others))
    unlike = own != last.drugs and len(own) != len(shared)  # A and B or A, C, and D: not one in the place of the other
    if not shared or unlike or (len(others) > 1 and last.variant):
        return None
    for place, sentence in enumerate(page.sentences[:_AIM]):
        told = treatments_in(page, sentence.start, sentence.end, names)
        first = next((t for t in told if t.drugs & shared), None)
        second = next((t for t in told if t.drugs & own and not t.drugs & shared), None)
        if first and second:
            between = page.text[min(first.end, second.end) : max(first.start, second.start)]
            if _CHOICE.search(between) or _SWITCHED.search(page.text, 0, min(first.start, second.start)):
                return None
            opposed = _OPPOSED.search(between) or (_OTHER_SIDE.search(between) and _COMPARED.search(sentence.text))
            if place and not opposed:
                continue
            return last if first.start < second.start else others[0] if len(others) == 1 else None
        if place == 0 and (first or second):
            return last if first else others[0] if len(others) == 1 else None
    return None


def _given(entry: ArmEntry) -> frozenset[Concept]:
    """What an arm is given beside surgery, chemoradiotherapy as its two parts, and what is behind a regimen's name."""
    given = frozenset(drug for member in entry.drugs for drug in _regimens().get(member.name, (member,)))
    given = given - {_BOTH} | _PARTS if _BOTH in given else given
    return given - {_SURGERY} or given
