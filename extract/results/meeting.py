"""Where the figures of a sentence meet what they are of: their subjects, their arms, and the claims they make.

All is by counting: what does not fit as a whole is dropped, and counted as dropped.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from ...ontology.facts import Concept, Trial
from ..arms.registry import ArmEntry
from ..candidates import Candidate
from ..context import Context
from .alignment.arms import align_arms
from .alignment.runs import arms_of_runs
from .alignment.time_points import align_times, time_points
from .alignment.trials_named import of_another_trial, trial_after
from .alignment.twin_trials import twin_trials
from .alignment.unknown_arms import is_of_unknown_arm
from .carried import Carried
from .events.claims import event_candidate, with_total
from .events.graded_pairs import graded_pairs, of_grade
from .events.grades_in_turn import align_grades
from .figures.clusters import Cluster, cluster_figures
from .figures.conditions import (
    is_denied,
    is_of_another_group,
    is_of_answers,
    is_of_efficacy,
    is_of_events,
    is_of_stay,
    is_of_those_kept,
    is_of_unknown_group,
    is_reason,
    lasted,
)
from .figures.figure import Figure, find_figures
from .figures.kinds_in_turn import measured_in_turn
from .figures.shares_within import Within, shares_within, without
from .figures.subjects import find_subjects
from .figures.tested import share_tests, tested_by
from .items import Item, Sentence
from .measured.event_names import ANY
from .outcomes.claims import outcome_candidate
from .outcomes.ratio_endpoints import ratio_endpoints
from .outcomes.ratios import ratio_candidate
from .patients.assessors import align_assessors
from .patients.compared import Kinds, kinds_compared
from .patients.parts import align_parts

_TOXIC: Final = re.compile(r"\btoxic\b|\b(?:of|from|to|by)\s+(?:\w+ )?toxicit(?:y|ies)\b", re.IGNORECASE)
_OTHERWISE: Final = re.compile(r";|\b(?:but|while|whereas|and no)\b")
_NEAR: Final = 60
_PART_OF_THEM: Final = re.compile(
    r"[)\]]?(?:,?\srespectively,?)?\s(?:were|was)\s(?:(?:considered|judged|deemed|thought)\s(?:to be\s)?)?"
    r"(?:possibly\s|probably\s)?(?:(?:treatment|drug|study)[\s-](?:drug[\s-])?related|related to|serious|severe|fatal"
    r"|(?:of\s)?grade)\b"
)
"""`22% with A and 29% with B; 4% and 18% were treatment-related`: how many of those counted before."""
_WAS: Final = re.compile(r"[^()%]*\)\s(?:was|were)\s\d")
_OF_OTHERS: Final = (
    lasted,
    is_denied,
    is_of_efficacy,
    is_of_stay,
    is_of_answers,
    is_of_another_group,
    is_of_those_kept,
)
"""What tells that a figure counts others than those who had the subject."""


@dataclass(slots=True)
class _Subjects:
    """What the clusters of a sentence are about, one after the other."""

    in_turn: dict[int, list[Item]]
    """What the clusters are of that things of several kinds are told by."""
    last: list[Item] = field(default_factory=list[Item])
    shared: list[Item] = field(default_factory=list[Item])
    """Several subjects of which the clusters may each be of one."""
    edge: int = 0
    """Where the words end that belong to clusters before."""
    whole: bool = False
    """Whether the figures before were of all the subjects they share."""
    outside: list[Item] = field(default_factory=list[Item])
    """What the figures before a bracket were of, while the last ones stand in it and are of something else."""
    bracket: int | None = None
    """Where that bracket begins."""

    def give(self, sentence: Sentence, cluster: Cluster) -> bool:
        """Tell a cluster its subjects; False where it has none, or what it is about is no result."""
        cluster.start = max(cluster.start, self.edge)
        inside = sentence.bracket_at(cluster.figures[0].start)
        if self.outside and inside != self.bracket:
            self.last, self.outside = self.outside, []
        before = self.last
        if len(cluster.figures) > 1 and _PART_OF_THEM.match(sentence.whole, cluster.figures[-1].end, sentence.end):
            return False
        cluster.subjects = self.in_turn.get(id(cluster)) or find_subjects(sentence, cluster, before)
        if inside is not None and cluster.subjects and cluster.subjects[-1].start > inside:
            self.outside = self.outside or before or _told_behind(sentence, cluster, inside)
            self.bracket = inside
        if cluster.subjects:
            self.edge = _with_short_name(sentence, cluster.subjects[-1])
        if len(self.shared) > 1 and cluster.subjects == self.shared and not self.whole:
            cluster.subjects = self.last = self.shared = self.shared[1:]
        if not cluster.subjects or cluster.subjects[-1].kind == "absorber":
            self.last = cluster.subjects or self.last
            return False
        self.last = self.shared = cluster.subjects
        return True

    def pass_by(self, cluster: Cluster) -> None:
        """Go on behind a cluster whose arms are known."""
        self.whole = len(cluster.figures) == len(cluster.subjects) * len({id(a) for a in cluster.arms or []})
        self.edge = max(self.edge, cluster.consumed)


def read_figures(context: Context, sentence: Sentence, carried: Carried) -> Iterator[Candidate]:
    """Read the outcomes and adverse events that a sentence tells with figures."""
    if (pairs := graded_pairs(sentence)) is not None:
        yield from read_figures(context, pairs.of_any, carried)
        yield from of_grade(read_figures(context, pairs.of_grade, carried), pairs.grade)
        return
    kinds = kinds_compared(sentence)
    sentence = kinds.bare(sentence) if kinds else sentence
    within = shares_within(sentence)
    sentence = without(sentence, within)
    figures, carried.level = find_figures(sentence, carried.level)
    if twins := twin_trials(context, sentence, figures):
        for cluster in twins:
            yield from _claims(context, sentence, cluster, carried)
        return
    clusters = cluster_figures(sentence, figures)
    share_tests(sentence, clusters)
    in_turn = {id(cluster): [item] for cluster, item in measured_in_turn(sentence, clusters)}
    subjects = _Subjects(in_turn)
    for cluster in clusters:
        if not subjects.give(sentence, cluster):
            continue
        cluster.trial = trial_after(context, cluster)
        if not _meets_arms(context, sentence, cluster, carried, kinds) or of_another_trial(context, sentence, cluster):
            carried.dropped += 1
            continue
        subjects.pass_by(cluster)
        if len(cluster.order) > 1:
            carried.order = cluster.order
        yield from _claims(context, sentence, cluster, carried)
    for cluster in _made_up(within, clusters):
        yield from _claims(context, sentence, cluster, carried)
    for figure, endpoint in ratio_endpoints(sentence, figures, clusters):
        candidate = ratio_candidate(context, sentence, figure, endpoint, clusters, carried.order)
        if candidate is None:
            carried.dropped += 1
        else:
            yield candidate


def _told_behind(sentence: Sentence, cluster: Cluster, opened: int) -> list[Item]:
    """`The response rate (two partial responses) was 8%`: what stands before a bracket whose figure is behind it."""
    before = sentence.between(cluster.start, opened, "endpoint", "event")[-1:]
    beside = before and sentence.gap(before[0].end, opened).isspace()
    return before if beside and _WAS.match(sentence.whole, cluster.subjects[-1].end) else []


def _made_up(within: list[Within], clusters: list[Cluster]) -> Iterator[Cluster]:
    """What shares are made up of, each part as a cluster of its own: of the arm that the whole share is of."""
    arms = {f.start: a for c in clusters for f, a in zip(c.figures, c.arms or [], strict=False) if a is not None}
    for bracket in within:
        for name, item in bracket.parts if bracket.start in arms else ():
            if item.quantity is not None:
                figure = Figure(item.start, item.end, item.quantity)
                yield Cluster([figure], [name], [arms[bracket.start]], start=name.start, limit=bracket.end)


def _with_short_name(sentence: Sentence, subject: Item) -> int:
    """Where a subject ends, with its abbreviation in a bracket right behind it."""
    short = next((i for i in sentence.items if i.start >= subject.end and i.concept is not None), None)
    same = short is not None and short.concept == subject.concept
    return short.end if short and same and sentence.gap(subject.end, short.start).strip() == "(" else subject.end


def _meets_arms(context: Context, sentence: Sentence, cluster: Cluster, carried: Carried, kinds: Kinds | None) -> bool:
    """Tell each figure of a cluster its arm, by the first structure that the sentence has; False where none fits."""
    registry = context.arms.in_force(cluster.trial) if cluster.trial else sentence.registry
    entries, arm = tuple(registry.entries), carried.arm or _continued(sentence, carried) or carried.analysed
    entries = (arm,) if arm and arm in entries else entries
    if kinds is not None and kinds.cover(cluster.figures[0].start):
        return kinds.align(sentence, cluster, entries)
    if align_assessors(sentence, cluster, entries):
        return True
    size = len(cluster.subjects)
    order = carried.order if all(e in entries for e in carried.order) else ()
    if size > 1 and (runs := arms_of_runs(sentence, cluster, size, order, entries)):
        cluster.arms, cluster.order = [arm for arm in runs for _ in range(size)], runs
        return True
    if cluster.figures[0].kind == "share" and len(times := time_points(sentence, cluster)) > 1:
        return align_times(sentence, cluster, times, entries)
    if align_grades(sentence, cluster, entries) or align_parts(sentence, cluster, entries):
        return True
    return align_arms(sentence, cluster, order, entries)


def _continued(sentence: Sentence, carried: Carried) -> ArmEntry | None:
    """The arm that the sentence before told of, where this one names none."""
    return None if any(i.kind in {"arm", "regimen", "treatment"} for i in sentence.items) else carried.assigned


def _claims(context: Context, sentence: Sentence, cluster: Cluster, carried: Carried) -> Iterator[Candidate]:
    """Make claims of the figures of a cluster."""
    pairs = _met(sentence, cluster)
    if not pairs:
        carried.dropped += 1
        return
    subject = pairs[-1][0]
    lasted_so_long = subject.kind == "event" and cluster.figures[0].kind == "duration"
    if subject.kind in {"endpoint", "event"} and subject.concept is not None and not lasted_so_long:
        cluster.endpoint = Concept("Endpoint", subject.concept.name)
    for index, (subject, figure, arm) in enumerate(pairs):
        if _is_total(sentence, subject, figure) or is_of_events(sentence, figure) or is_reason(sentence, subject):
            continue
        if any(is_other(sentence, subject, figure) for is_other in _OF_OTHERS):
            continue
        candidate = None
        if arm is not None or _may_be_of_all(context, sentence, figure):
            p = tested_by(sentence, cluster, figure, index)
            make = event_candidate if _is_event(sentence, cluster, subject, figure) else outcome_candidate
            candidate = make(context, sentence, cluster, subject, figure, arm, p)
        if candidate is not None:
            yield with_total(candidate, carried.totals)
        else:
            carried.dropped += 1


def _met(sentence: Sentence, cluster: Cluster) -> list[tuple[Item, Figure, ArmEntry | None]]:
    """Meet the figures of a cluster with its subjects by counting; empty where their numbers don't fit."""
    figures, subjects, arms = cluster.figures, cluster.subjects, cluster.arms or []
    count, size = len(figures), len({id(a) for a in arms})
    pairs = len(sentence.between(subjects[-1].end, sentence.end, "versus"))
    if (
        len(subjects) > 1
        and count == size
        and all(f.quantity.status and s.kind == "endpoint" for f in figures for s in subjects)
    ):
        return [(s, f, a) for s in subjects for f, a in zip(figures, arms, strict=True)]  # PFS and OS were not reached
    if len(subjects) > 1 and count == size * len(subjects):
        in_blocks = size > 1 and arms[0] is arms[1]
        about = [subjects[i % len(subjects) if in_blocks else i // size] for i in range(count)]
    elif _are_parts(figures, size) or (
        count == size and (len(subjects) == 1 or (subjects[0].kind == "endpoint" and len(subjects) <= pairs))
    ):
        about = [subjects[0]] * count
    else:
        return []
    return list(zip(about, figures, arms, strict=True))


def _are_parts(figures: list[Figure], size: int) -> bool:
    """Whether figures of one subject are each of a time, a grade or a part of the patients; one may be of all."""
    untold = [f for f in figures if not (f.time or f.grade or f.population)]
    return not untold or (size == len(untold) == 1 and len(figures) > len(untold))


def _may_be_of_all(context: Context, sentence: Sentence, figure: Figure) -> bool:
    """Whether a figure of no arm is of all patients: not in a review, which has none, nor beside unknown groups."""
    if context.trials.is_review and context.trials.at(figure.start) == Trial():
        return False
    if is_of_unknown_group(sentence, figure):
        return False
    return bool(figure.population) or not is_of_unknown_arm(context, sentence)


def _is_total(sentence: Sentence, subject: Item, figure: Figure) -> bool:
    """`47 patients achieved a response rate of 62%`: the patients are those of whom the share is told."""
    quantity = figure.quantity
    if quantity.count is None or quantity.value is not None or subject.start < figure.end:
        return False
    quantities = sentence.between(subject.end, sentence.end, "quantity")
    behind = next((i for i in quantities if i.quantity and i.quantity.kind != "grade"), None)
    return behind is not None and bool(re.fullmatch(r"\s+(?:rates? )?of\s+", sentence.gap(subject.end, behind.start)))


def _is_event(sentence: Sentence, cluster: Cluster, subject: Item, figure: Figure) -> bool:
    quantity = figure.quantity
    if figure.kind != "share" or subject.concept is None or quantity.name == "mean" or quantity.unit == "probability":
        return False
    return subject.kind == "event" or (subject.concept.name == "death" and _is_toxic(sentence, subject))


def _is_toxic(sentence: Sentence, subject: Item) -> bool:
    """Whether deaths are told as adverse events: treatment-related, or from adverse events."""
    marks = [i for i in sentence.items if i.kind == "related" or (i.concept is not None and i.concept == ANY)]
    near = [i for i in marks if abs(i.start - subject.start) < _NEAR]
    said = [sentence.gap(min(i.end, subject.end), max(i.start, subject.start)) for i in near]
    return not all(_OTHERWISE.search(words) for words in said) or bool(_TOXIC.search(sentence.text))
