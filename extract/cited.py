"""What an introduction or a discussion tells of other trials is none of the reported one."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from ..ontology.facts import Dosage, TrialAttribute
from .candidates import Candidate
from .context import Context

_KEPT: Final = frozenset({"studies", "registryId", "sponsor"})
"""Properties that such sentences tell rightly: the disease of the patients, whom they speak of too."""


def without_cited(context: Context, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """Leave out properties of the reported trial from such sentences; their doses are of no trial."""
    starts = [sentence.start for sentence in context.page.sentences] if context.cited else []
    for candidate in candidates:
        claim = candidate.claim
        cited = bool(starts) and starts[bisect_right(starts, candidate.start) - 1] in context.cited
        if cited and isinstance(claim, Dosage) and claim.trial in context.trials.reported:
            yield replace(candidate, claim=replace(claim, trial=None))
        elif not (cited and isinstance(claim, TrialAttribute) and _is_own(context, claim)):
            yield candidate


def _is_own(context: Context, claim: TrialAttribute) -> bool:
    return claim.trial in context.trials.reported and claim.attribute not in _KEPT
