"""What the commonest events are of: `Grade 3 or 4 events occurred in 91%. The most common were neutropenia (62%)`.

A sentence that names no events as a whole is of those that the sentence before told of.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final, NamedTuple

from ....ontology.facts import AdverseEventResult, Consequence
from ...candidates import Candidate
from ..measured.event_names import is_any

_OF_THOSE: Final = re.compile(
    r"\W*(?:[Oo]f\s(?:these|those)(?:\s[a-z]+)?,\s)?(?:[Tt]he\s)?[Mm]ost\s(?:common|frequent)(?:ly)?"
    r"(?:\s(?:reported|observed|seen|ones?))?(?:\sof\s(?:these|those|them)(?:\s(?:adverse\s)?(?:events|reactions|effects))?)?"
    r"\s(?:was|were|being|included)\b"
    r"|\W*(?:These|They)\s(?:(?:were|included)\s(?:mainly|mostly|primarily|predominantly)"
    r"|(?:mainly|mostly|primarily|predominantly)\s(?:were|included|consisted))\b"
)


class Kind(NamedTuple):
    """What qualifies events as a whole, as `AdverseEventResult` has it."""

    grade: str
    serious: bool | None
    treatment_related: bool | None
    consequence: Consequence | None


def kind_told(candidates: Iterable[Candidate]) -> Kind | None:
    """What kind of events a sentence tells of as a whole; none where of none or of several kinds."""
    told = [c.claim for c in candidates if isinstance(c.claim, AdverseEventResult) and is_any(c.claim.event)]
    kinds = {Kind(claim.grade, claim.serious, claim.treatment_related, claim.consequence) for claim in told}
    return kinds.pop() if len(kinds) == 1 else None


def of_kind_before(text: str, candidates: list[Candidate], before: Kind | None) -> list[Candidate]:
    """Give each event of a sentence the kind that the sentence before told, where it goes on with the commonest."""
    return [_of_kind(c, before) for c in candidates] if before and _OF_THOSE.match(text) else candidates


def _of_kind(candidate: Candidate, before: Kind) -> Candidate:
    claim = candidate.claim
    if not isinstance(claim, AdverseEventResult) or claim.grade != "any":
        return candidate
    marks = {name: value for name, value in before._asdict().items() if getattr(claim, name) is None}
    return replace(candidate, claim=replace(claim, **{**marks, "grade": before.grade}))
