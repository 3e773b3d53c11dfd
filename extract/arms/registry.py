"""The arms that a document speaks of, asked by every rule.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Final

from ...ontology.facts import Arm, Concept, Role, Trial
from ...ontology.lexicon import load_lexicon
from .treatments.classes import ARM_CLASSES, all_are

_DOSE: Final = re.compile(r",?\s*[(\[]?\s*(\d[\d.,]*\s?(?:mg|mcg|µg|g|IU)(?:/(?:kg|m2|day|d))?)(?![\w/])")
_CHEMOTHERAPY: Final = frozenset({Concept("Drug", "chemotherapy")})


@dataclass(slots=True)
class ArmEntry:
    """One arm: its regimen, role, the labels under which the text speaks of it, and where it is introduced."""

    arm: Arm
    start: int
    end: int
    role: Role | None = None
    labels: list[str] = field(default_factory=list[str])
    forms: tuple[str, ...] = ()
    """Set where arms are given the same drugs in different forms: `2 mg/kg`, `weekly`; the first stands for it."""

    words: frozenset[str] = frozenset()
    """Words, in lower case, that stand where the text introduces the arm."""

    @property
    def variant(self) -> str:
        """The form that stands for the arm, empty where no other has its drugs."""
        return next(iter(self.forms), "")

    @property
    def drugs(self) -> frozenset[Concept]:
        """The members of the arm's regimen."""
        return frozenset(self.arm.regimen.components)


@dataclass(slots=True)
class ArmRegistry:
    """The arms of one trial in the order in which the document introduces them, and those of its other trials."""

    entries: list[ArmEntry] = field(default_factory=list[ArmEntry])
    elsewhere: list[ArmEntry] = field(default_factory=list[ArmEntry])
    together: dict[frozenset[Concept], ArmEntry] = field(default_factory=dict[frozenset[Concept], ArmEntry])
    """Arms of the same drugs in several forms as one."""

    def control(self) -> ArmEntry | None:
        """The control arm, where there is exactly one."""
        found = [e for e in self.entries if e.role == "control"]
        return found[0] if len(found) == 1 else None

    def experimental(self) -> ArmEntry | None:
        """The experimental arm, where there is exactly one."""
        found = [e for e in self.entries if e.role == "experimental"]
        return found[0] if len(found) == 1 else None

    def with_drugs(self, drugs: frozenset[Concept], variant: str = "") -> ArmEntry | None:
        """The one arm that these drugs name: its whole regimen (in this form), or drugs that only it is given."""
        same = [e for e in self.entries if e.drugs == drugs]
        if len(same) > 1:
            same = [e for e in same if e.variant == variant]
        if same:
            return same[0] if len(same) == 1 else None
        holding = [e for e in self.entries if drugs <= e.drugs]
        if not holding:
            holding = [e for e in self.entries if _is_named(e.drugs, drugs)]  # escalated ABC, then called ABC
        if not holding:
            named = _spelled_out(drugs)  # Isa-VRd, where isatuximab and VRd are given
            holding = [e for e in self.entries if _spelled_out(e.drugs) == named]
        if not holding:
            holding = [e for e in self.elsewhere if drugs == e.drugs]
        return holding[0] if len(holding) == 1 else None

    def pooled(self, drugs: frozenset[Concept]) -> ArmEntry | None:
        """All arms together that are given these drugs, in whatever form."""
        same = [e for e in self.entries if e.drugs == drugs]
        if len(same) > 1 and all(e.variant for e in same):
            return self.together.setdefault(drugs, replace(same[0], forms=(), labels=[]))
        return None

    def of_class(self, drugs: frozenset[Concept]) -> ArmEntry | None:
        """The one arm that drugs and classes describe: `X plus chemotherapy` is X with cisplatin and etoposide."""
        classes = {d.name for d in drugs if d.name in ARM_CLASSES}
        named = frozenset(d for d in drugs if d.name not in classes)
        common = frozenset[Concept].intersection(*(e.drugs for e in self.entries)) if self.entries else named
        found = [
            e
            for e in self.entries
            if named <= e.drugs
            and any(all_are(e.drugs - named, name) or all_are(e.drugs - named - common, name) for name in classes)
        ]
        if not found and drugs == _CHEMOTHERAPY:  # the chemotherapy group, of the investigator's choice
            found = [e for e in self.entries if any("choice" in d.name for d in e.drugs)]
        return found[0] if len(found) == 1 else None

    def labelled(self, label: str) -> ArmEntry | None:
        """The one arm that the text calls so."""
        found = [e for e in self.entries if label in e.labels]
        return found[0] if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class Arms:
    """The arms of all trials of a document."""

    main: Trial
    by_trial: Mapping[Trial, list[ArmEntry]]
    together: dict[frozenset[Concept], ArmEntry] = field(default_factory=dict[frozenset[Concept], ArmEntry])
    """Arms of the same drugs in several forms as one, once the text has spoken of them so."""
    reported: tuple[Trial, ...] = ()
    """The trials that the document reports as its own."""
    cited: frozenset[Trial] = frozenset()
    """The trials that it only tells some results of, whose arms no words such as `the control group` mean."""

    @property
    def all(self) -> list[ArmEntry]:
        """Every arm, those of the reported trial first."""
        return [e for entries in self.by_trial.values() for e in entries]

    def in_force(self, trial: Trial) -> ArmRegistry:
        """The arms that words such as `the control group` mean where a trial is spoken of."""
        own = self.by_trial.get(trial, [])
        told = [entries for of, entries in self.by_trial.items() if of not in self.cited]
        if not own and len(told) == 1 and not self._are_apart(trial):
            own = told[0]
        if not own and trial == self.main:
            return ArmRegistry([e for entries in told for e in entries], together=self.together)
        return ArmRegistry(own, [e for e in self.all if e not in own], self.together)

    def _are_apart(self, trial: Trial) -> bool:
        """Whether the document sets a trial beside those that it has arms of, all of them by name."""
        return bool(trial.name) and trial not in self.reported and all(other.name for other in self.by_trial)


def _is_named(given: frozenset[Concept], name: frozenset[Concept]) -> bool:
    """Whether an arm's only member has a name that ends or begins with another: `escalated ABC`, `ABC palmitate`."""
    if not len(given) == len(name) == 1:
        return False
    whole, part = next(iter(given)).name, next(iter(name)).name
    return whole.endswith(f" {part}") or whole.startswith(f"{part} ")


@cache
def _acronyms() -> Mapping[str, frozenset[Concept]]:
    """The drugs of named regimens by their names in lower case, as arms that nothing spells out hold them."""
    return {name.lower(): frozenset(r.components) for r in load_lexicon().regimens() for name in (r.name, *r.synonyms)}


def _spelled_out(drugs: frozenset[Concept]) -> frozenset[Concept]:
    """The drugs of an arm, those of named regimens in the place of their names."""
    return frozenset(drug for d in drugs for drug in _acronyms().get(d.name, (d,)))


def dose_after(text: str, at: int) -> str:
    """The dose that stands right after a drug: `2 mg/kg`; empty where there is none."""
    match = _DOSE.match(text, at)
    return " ".join(match[1].split()) if match else ""
