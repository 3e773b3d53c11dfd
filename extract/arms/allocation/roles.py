"""Which arm is the control: what the others are set against."""

import re
from typing import Final

from ....ontology.facts import Concept
from ..registry import ArmEntry
from .alternatives import CONTROL

PLACEBO: Final = re.compile(r"placebo|sham")
_SALINE: Final = re.compile(r"sodium chloride 0\.9%")
PLACEBO_ALONE: Final = Concept("Drug", "placebo")
_BOTH: Final = Concept("Drug", "chemoradiotherapy")
_SURGERY: Final = Concept("Drug", "surgery")
_PARTS: Final = frozenset({Concept("Drug", "chemotherapy"), Concept("Drug", "radiotherapy")})


def assign_roles(entries: list[ArmEntry]) -> None:
    """The control is what the others are set against: placebo, standard care, the backbone, or the one named last."""
    if len(entries) < 2:
        return
    usual = [e for e in entries if e.role == "control"]
    control = usual[0] if len(usual) == 1 else None
    common = frozenset[Concept].intersection(*(e.drugs for e in entries))
    control = control or next((e for e in entries if e.drugs == frozenset({PLACEBO_ALONE})), None)
    for names in (PLACEBO, CONTROL, _SALINE):
        control = control or next((e for e in entries if any(names.search(d.name) for d in e.drugs - common)), None)
    given = [_given(e) for e in entries]
    control = control or next((e for e in entries if sum(_given(e) < g for g in given) >= len(entries) - 1), None)
    other = [e for e in entries if not e.variant]  # the others are forms of one treatment
    last = _given(other[0] if len(other) == 1 else entries[-1])
    if control is None and any(g < last for g in given):
        return
    control = control or (other[0] if len(other) == 1 else _named_last(entries))
    if control is None:
        return
    for entry in entries:
        entry.role = "control" if entry is control else "experimental"


def _named_last(entries: list[ArmEntry]) -> ArmEntry | None:
    """The last of two regimens, or of several where the others share what it lacks; not one of several forms."""
    *others, last = entries
    shared = frozenset[Concept].intersection(*(e.drugs for e in others)) - last.drugs
    return last if shared and (len(others) == 1 or not last.variant) else None


def _given(entry: ArmEntry) -> frozenset[Concept]:
    """What an arm is given beside surgery, chemoradiotherapy as its two parts."""
    given = entry.drugs - {_BOTH} | _PARTS if _BOTH in entry.drugs else entry.drugs
    return given - {_SURGERY} or given
