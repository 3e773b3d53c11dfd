"""Which trial figures are of, where a sentence names one beside them.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterable
from typing import Final

from ....ontology.facts import AdverseEventResult, OutcomeResult, Trial
from ...arms.registry import ArmEntry
from ...candidates import Candidate
from ...context import Context
from ...passages import Sentence as Span
from ...people import PEOPLE
from ..figures.clusters import Cluster
from ..items import Sentence

_OURS: Final = re.compile(r"\b(?:[Oo]urs?|[Ww]e|[Tt]his (?:trial|study|analysis)|[Tt]hese (?:data|results))\b")
_IN_TRIALS: Final = re.compile(rf"[)\]]?\s*(?:of (?:the )?(?:{PEOPLE}|cases) )?in (?:the )?")


def of_another_trial(context: Context, sentence: Sentence, cluster: Cluster) -> bool:
    """Whether a sentence names a trial before the figures, and their arms are those of one that it does not name."""
    last = cluster.figures[-1].end
    behind = context.trials.near(last, cluster.limit)
    if len({m.trial for m in behind}) > 1 and _IN_TRIALS.fullmatch(sentence.gap(last, behind[0].start)):
        return True  # 98% and 74% of cases in the one and the other trial
    return has_foreign_arms(context, sentence, cluster.figures[0].start, cluster.arms or ())


def has_foreign_arms(context: Context, sentence: Sentence, start: int, arms: Iterable[ArmEntry | None]) -> bool:
    """Whether a sentence names a trial before a figure, whose arms are those of one that it does not name.

    In a review it may turn to one without a name, which has no arms that we know.
    """
    before = context.trials.named_in(sentence.start, start)
    named = context.trials.named_in(sentence.start, sentence.end)
    trials = {a.arm.trial for a in arms if a is not None}
    if not named and trials and context.trials.is_unnamed(start):
        return True
    return bool(before) and not trials <= {*named, *_together(context, named)}


def _together(context: Context, named: tuple[Trial, ...]) -> tuple[Trial, ...]:
    """The trials that a document reports together, where one of them is named: they share their arms."""
    return context.trials.reported if any(t in context.trials.reported for t in named) else ()


def tells_of_another(context: Context, sentence: Span) -> bool:
    """Whether a sentence is of one trial alone that is not the document's own: discussions tell what others found."""
    named = context.trials.named_in(sentence.start, sentence.end)
    return len(named) == 1 and named[0] not in context.trials.reported and not _OURS.search(sentence.text)


def is_reported(context: Context, candidate: Candidate) -> bool:
    """Whether a result is told of a trial that the document reports."""
    claim = candidate.claim
    return isinstance(claim, OutcomeResult | AdverseEventResult) and claim.trial in context.trials.reported


def trial_after(context: Context, cluster: Cluster) -> Trial | None:
    """The trial named right after a cluster's figures."""
    end = cluster.figures[-1].end
    for mention in context.trials.mentions:
        if end <= mention.start < cluster.limit:
            between = context.page.text[end : mention.start]
            return mention.trial if re.fullmatch(r"[)\]\s]*in (?:the )?", between) else None
    return None
