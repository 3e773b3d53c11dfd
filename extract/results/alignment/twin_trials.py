"""Figures of trials that a document reports together: `75% and 5% in trial X and 74% and 2% in trial Y with A and B`.

They are taken apart by trial and by arm where their number fits both. Offsets are those of the cleaned text.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ....ontology.facts import Trial
from ...arms.registry import ArmEntry
from ...context import Context
from ...trials import TrialMention
from ..figures.clusters import Cluster
from ..figures.figure import Figure
from ..figures.subjects import find_subjects
from ..items import Sentence, distinct
from .order import compared

_PAIR: Final = 2
_REACH: Final = 120
"""Characters behind the last figure in which its trial is named."""


def twin_trials(context: Context, sentence: Sentence, figures: Sequence[Figure]) -> list[Cluster]:
    """The figures of each trial that a sentence names, with their arms; empty where it names one or they don't fit."""
    mentions = context.trials.near(sentence.start, sentence.end)
    trials = tuple(dict.fromkeys(m.trial for m in mentions))
    values, entries = list(figures), sentence.registry.entries
    if len(trials) < _PAIR or len(entries) != _PAIR or not set(trials) <= set(context.trials.reported):
        return []
    if any(figure.effect for figure in values):
        return []  # ratios are read with the values that stand beside them
    named = _named_behind(values, mentions)
    if len(values) == len(trials) and None not in named:  # 75% of A in X and 74% of B in Y: the arms are told plainly
        for figure, trial in zip(values, named, strict=True):
            figure.trial = trial
        return []
    if len(values) != len(trials) * len(entries) or len({f.kind for f in values}) > 1:
        return []
    before = [m.trial for m in mentions if m.end <= values[0].start]
    turns = _by_trial(sentence, values, before, named, trials) or _by_arm(sentence, values, before, named, trials)
    return _clusters(sentence, values, trials, turns) if turns else []


_Turn = tuple[Trial, ArmEntry]


def _named_behind(values: list[Figure], mentions: Sequence[TrialMention]) -> list[Trial | None]:
    """The trial named behind each figure, before the next one."""
    edges = [*(f.start for f in values[1:]), values[-1].end + _REACH] if values else []
    behind = ((m.trial for m in mentions if f.end <= m.start < e) for f, e in zip(values, edges, strict=True))
    return [next(found, None) for found in behind]


def _by_trial(
    sentence: Sentence, values: list[Figure], before: list[Trial], named: list[Trial | None], trials: tuple[Trial, ...]
) -> list[_Turn]:
    """`75% and 5% in X and 74% and 2% in Y`, `in X 75% and 5%, in Y 74% and 2%`, `in X and Y 75% v 5% and 74% v 2%`."""
    last, first = [trial for trial in trials for trial in (None, trial)], [None, *trials[1:], None, None]
    paired = all(sentence.between(a.end, b.start, "versus") for a, b in list(pairwise(values))[::_PAIR])
    told = (
        (named == last and not before)
        or (named == first and before == [trials[0]])
        or (paired and before == [*trials] and not any(named))
    )
    order = _order(sentence, values, paired=paired) if told else ()
    return [(trial, arm) for trial in trials for arm in order]


def _order(sentence: Sentence, values: list[Figure], *, paired: bool) -> tuple[ArmEntry, ...]:
    """The arms in the order of the figures: as the sentence names them, or as pairs set against each other."""
    arms = [i for i in sentence.items if i.kind == "arm"]
    ahead = compared(sentence, [i for i in arms if i.end <= values[0].start])
    order = ahead if len(ahead) == _PAIR else distinct(arms)
    if len(order) == _PAIR:
        return order
    experimental, control = sentence.registry.experimental(), sentence.registry.control()
    return (experimental, control) if experimental and control and paired and not arms else ()


def _by_arm(
    sentence: Sentence, values: list[Figure], before: list[Trial], named: list[Trial | None], trials: tuple[Trial, ...]
) -> list[_Turn]:
    """`75% in X and 74% in Y with A and 5% and 2% with B`, `in X and Y, 75% and 74% with A and 5% and 2% with B`."""
    size = len(trials)
    told = (before == [*trials] and not any(named)) or (not before and named == [*trials, *[None] * size])
    apart = values[size - 1].end, values[size].start
    arms = [i for i in sentence.items if i.kind == "arm" and len(i.arms) == 1]
    order = distinct(arms)
    if not told or len(order) != _PAIR:
        return []
    of_first = all(i.end <= apart[1] for i in arms if i.arms[0] is order[0])
    of_second = all(i.start >= apart[0] for i in arms if i.arms[0] is order[1])
    return [(trial, arm) for arm in order for trial in trials] if of_first and of_second else []


def _clusters(sentence: Sentence, values: list[Figure], trials: tuple[Trial, ...], turns: list[_Turn]) -> list[Cluster]:
    """The figures of each trial with their arms, and what all of them measure."""
    whole = Cluster(list(values), start=sentence.start, limit=sentence.end)
    subjects = find_subjects(sentence, whole, [])
    if len(subjects) != 1 or subjects[0].kind == "absorber":
        return []
    for figure, (trial, _) in zip(values, turns, strict=True):
        figure.trial = trial
    arms = {id(figure): arm for figure, (_, arm) in zip(values, turns, strict=True)}
    runs = [[f for f in values if f.trial == trial] for trial in trials]
    return [
        Cluster(run, subjects, [arms[id(f)] for f in run], start=run[0].start, limit=run[-1].end, trial=run[0].trial)
        for run in runs
    ]
