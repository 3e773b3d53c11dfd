"""A sentence doesn't give one thing two values: where a reading says so, the alignment was wrong."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import fields, replace
from operator import attrgetter
from typing import Final

from ...ontology.facts import AdverseEventResult, OutcomeResult
from ..candidates import Candidate

FIGURES: Final = frozenset("value status count total ci_low ci_high ci_level p_relation p_value p_sides".split())
"""The fields of a result that hold what is printed of it."""
_TIMES: Final = frozenset({"months", "weeks", "days", "years"})
"""Units of what may be not reached as well."""
_ABOUT: Final = {
    kind: attrgetter(*(field.name for field in fields(kind) if field.name not in FIGURES))
    for kind in (OutcomeResult, AdverseEventResult)
}


def without_contradictions(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Leave out the results of one sentence that differ in their figures alone."""
    found = [(candidate, *about_and_figures(candidate.claim)) for candidate in candidates]
    values: dict[Hashable, set[Hashable]] = defaultdict(set)
    for _, about, figures in found:
        values[about].add(figures)
    return [candidate for candidate, about, _ in found if len(values[about]) == 1]


def about_and_figures(claim: Hashable) -> tuple[Hashable, Hashable]:
    """What a result is about, and what it says."""
    if isinstance(claim, OutcomeResult):
        timed = claim.status is not None or claim.unit in _TIMES
        return about(replace(claim, unit="") if timed else claim), (claim.value, claim.status, claim.count)
    if isinstance(claim, AdverseEventResult):
        return about(claim), (claim.value, claim.count)
    return claim, None


def about(claim: OutcomeResult | AdverseEventResult) -> Hashable:
    """What a result is of, without its figures."""
    return type(claim), *_ABOUT[type(claim)](claim)
