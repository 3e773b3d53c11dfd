"""A sentence doesn't give one thing two values: where a reading says so, the alignment was wrong."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import replace

from ...ontology.facts import AdverseEventResult, OutcomeResult
from ..candidates import Candidate


def without_contradictions(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Leave out the results of one sentence that differ in their figures alone."""
    found = list(candidates)
    values: dict[Hashable, set[Hashable]] = defaultdict(set)
    for candidate in found:
        key, value = about_and_figures(candidate.claim)
        values[key].add(value)
    return [c for c in found if len(values[about_and_figures(c.claim)[0]]) == 1]


def about_and_figures(claim: Hashable) -> tuple[Hashable, Hashable]:
    """What a result is about, and what it says."""
    if isinstance(claim, OutcomeResult):
        bare = replace(
            claim, value=None, status=None, count=None, total=None, ci_low=None, ci_high=None, ci_level=None,
            p_relation=None, p_value=None, p_sides=None,
        )  # fmt: skip
        return bare, (claim.value, claim.status, claim.count)
    if isinstance(claim, AdverseEventResult):
        return replace(claim, value=None, count=None, total=None), (claim.value, claim.count)
    return claim, None
