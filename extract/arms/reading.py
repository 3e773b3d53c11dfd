"""The arms of a document as claims."""

from collections.abc import Iterator

from ...ontology.facts import TrialArm
from ..candidates import Candidate
from ..context import Context
from .sizes import find_sizes


def read_arms(context: Context) -> Iterator[Candidate]:
    """State each arm with its size, role and label, or dose or schedule, where the text gives them."""
    sizes = {id(s.entry): s for s in find_sizes(context)}
    for entry in context.arms.all:
        size = sizes.get(id(entry))
        start, end = (size.start, size.end) if size else (entry.start, entry.end)
        claim = TrialArm(
            arm=entry.arm,
            size=size.size if size else None,
            role=entry.role,
            label=entry.variant or next(iter(entry.labels), ""),
        )
        yield Candidate(claim=claim, start=start, end=end, rule="arm")
