"""An event that is only named says nothing new where the document also says how often it was."""

from ...ontology.facts import AdverseEventResult
from ..candidates import Candidate


def without_repeats(candidates: list[Candidate]) -> list[Candidate]:
    """Leave out events without a figure that have one elsewhere, in the same arm."""
    told = {
        (c.claim.arm, c.claim.event)
        for c in candidates
        if isinstance(c.claim, AdverseEventResult) and _has_figure(c.claim)
    }
    return [
        c
        for c in candidates
        if not isinstance(c.claim, AdverseEventResult)
        or _has_figure(c.claim)
        or (c.claim.arm, c.claim.event) not in told
    ]


def _has_figure(claim: AdverseEventResult) -> bool:
    return claim.value is not None or claim.count is not None
