"""From sentences to claims: every cluster of figures, and every ratio, with all that is printed about it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Final

from ...ontology.facts import Arm, Concept, Trial
from ..arms.registry import ArmEntry
from ..candidates import Candidate
from ..context import Context
from ..people import PEOPLE
from ..wordings import Wording
from .alignment.arms import align_arms, arm_major
from .alignment.p_values import p_value_of
from .alignment.time_points import align_times, time_points
from .alignment.trials_named import of_another_trial, trial_after
from .alignment.twin_trials import twin_trials
from .alignment.unknown_arms import is_of_unknown_arm
from .common_knowledge import begins_trial, is_common_knowledge
from .contradictions import without_contradictions
from .events.absences import absent_events
from .events.claims import event_candidate, with_total
from .events.grades import align_grades
from .events.named import named_events
from .events.tallies import tallied_events, told_once
from .figures.clusters import Cluster, cluster_figures
from .figures.conditions import (
    is_of_events,
    is_of_unknown_group,
    is_parted_by_event,
    is_reason,
    lasted,
    lists_conditions,
)
from .figures.counted_among import among
from .figures.counts import with_counts
from .figures.figure import Figure, find_figures
from .figures.subjects import find_subjects
from .items import Item, Sentence, distinct
from .measured.endpoint_events import endpoint_events, with_endpoints
from .measured.event_names import ANY
from .outcomes.claims import outcome_candidate, ratio_candidate
from .outcomes.ratio_endpoints import ratio_endpoints
from .outcomes.risk_reductions import risk_reductions
from .patients.compared import kinds_compared
from .patients.parts import align_parts
from .patients.populations import population_of_document
from .repeats import without_repeats
from .sentences import read_sentence

_DEMOGRAPHIC: Final = Wording(
    r"\b(?:(?:to|could) detect|assuming|assumed|considered (?:to be )?(?:statistically |clinically )?"
    r"(?:significant|relevant|meaningful|important)"
    r"|hypothes\w+|null|expected|anticipated|ruling out|goals?|statistical power|powered to"
    r"|sample size|compensat(?:e|ion) for|allow(?:ing|ance) for|dropout rate of)\b"
    r"|\bend ?points? (?:included?|were|was) (?:the )?(?:time|incidence|percentage|proportion|rate"
    r"|change)s?\b|"
    r"\b(?:median|mean)(?: \[(?:SD|IQR|range)\]| \((?:SD|IQR|range)\))? age\b|\bbaseline\b.*\bcharacteristics\b"
    r"|%\s*[(\[][^()\[\]]*\bCI\b[^()\[\]]*[)\]]\s+(?:proportional|relative)\s+(?:risk\s+)?(?:reduction|increase)\b"
    r"|\bend ?points? (?:is|are|will be)\b(?! (?:met|reached|shown|summari[sz]ed|presented|given))"
    r"|(?<!who )\b(?:were|was) (?:refractory|exposed) to\b|\bISS\b|"
    rf"%\s*(?:of (?:the )?{PEOPLE} )?(?:had|have) (?:received|undergone)\b"
    r"|%\)?\s*of (?:the |all |responding )?(?:GPs|(?:[a-z]+ )?practitioners|physicians|clinicians|doctors|nurses"
    r"|[a-z]*oncologists|[a-z]*surgeons|urologists|pharmacists|hospitals)\b",
    re.IGNORECASE,
)
_ELSEWHERE: Final = Wording(
    r"\s*(?:In|From|As in)\s+(?:an?|the|one|two|three|several)?\s*(?:previous|earlier|prior|other|another"
    r"|historical)\s+"
    r"(?:[\w-]+\s+){0,3}(?:trials?|stud(?:y|ies)|reports?)\b"
    r"|.*\bet al\b|.*\b(?:in|from)\s+(?:an?|our|two|several|other|another|some)\s+(?:[\w-]+\s+)?(?:recent|previous"
    r"|earlier|prior)\s+"
    r"(?:[\w-]+\s+){0,3}(?:trials?|stud(?:y|ies)|reports?)\b"
    r"|\s*(?:A )?[Mm]eta-?analys[ie]s (?:with|of|including) [^.;]{0,60}?\bother\b"
    r"|(?=.*\d\s?%).*\bha(?:ve|s) been (?:reported|described) (?:in|with|for|by|after|among)\b"
    r"|.*\bacross (?:\d+|two|three|four|five|six|seven|eight|nine|ten|several|multiple) (?:[\w-]+\s+){0,3}"
    r"(?:trials|studies)\b",
    re.DOTALL,
)
_REFERS_BACK: Final = re.compile(
    r"\s*(?:This|These|Such|Likewise|In (?:this|these|the same)|Among these|For (?:this|these)|Corresponding)\b"
)
_TOXIC: Final = re.compile(r"\btoxic\b|\b(?:of|from|to|by)\s+(?:\w+ )?toxicit(?:y|ies)\b", re.IGNORECASE)
_OTHERWISE: Final = re.compile(r";|\b(?:but|while|whereas|and no)\b")
_NEAR: Final = 60
_ANALYSED: Final = re.compile(
    r"\b[Pp]atients (?:who (?:had )?received|who were (?:given|treated with)|treated with|receiving) [^.;,]{3,60}?"
    r" were (?:included|evaluated|analy[sz]ed)\b"
)


@dataclass(slots=True)
class Carried:
    """What a sentence leaves in force for the next one."""

    order: tuple[ArmEntry, ...] = ()
    level: Decimal | None = None
    population: str = ""
    arm: ArmEntry | None = None
    """The arm that a heading such as `Arm A:` has put in force."""
    analysed: ArmEntry | None = None
    """The arm whose patients alone the document says that it looks at."""
    totals: dict[Arm, int] = field(default_factory=dict[Arm, int])
    """How many patients of each arm the adverse events are counted among, as last printed."""
    begun: bool = False
    """Whether the document has come to its own trial."""
    dropped: int = 0


def read_results(context: Context) -> tuple[list[Candidate], int]:
    """Read all outcomes and adverse events of the running text; the second value counts what did not fit."""
    carried = Carried()
    everybody = population_of_document(context.title)
    endpoints = endpoint_events(context)
    found: list[Candidate] = []
    for span in context.page.sentences:
        if context.in_table(span.start, span.end) or context.is_aside(span.start, span.end):
            continue
        registry = context.arms.in_force(context.trials.at(span.start))
        sentence = read_sentence(context.page, span.start, span.end, registry, context.names)
        sentence = among(with_counts(with_endpoints(sentence, endpoints)))
        carried.arm = _header_arm(sentence, carried.arm)
        carried.analysed = _analysed(sentence) or carried.analysed
        sentence = replace(sentence, population=carried.population if _REFERS_BACK.match(sentence.text) else everybody)
        carried.begun = carried.begun or begins_trial(sentence)
        if not carried.begun and is_common_knowledge(sentence):
            continue
        if not (_DEMOGRAPHIC.search(sentence.text) or _ELSEWHERE.match(sentence.text) or is_parted_by_event(sentence)):
            read = list(_read_sentence(context, sentence, carried))
            kept = without_contradictions(read)
            carried.dropped += len(read) - len(kept)
            events = () if lists_conditions(sentence) else tallied_events(context, sentence, carried.arm)
            tallied = [with_total(c, carried.totals) for c in events]
            found += [*told_once(kept, tallied), *absent_events(context, sentence)]
            found += [*named_events(context, sentence), *risk_reductions(context, sentence)]
        named = [i.text for i in sentence.items if i.kind == "population"]
        carried.population = named[-1] if named else sentence.population if sentence.population != everybody else ""
    return without_repeats(found), carried.dropped


def _header_arm(sentence: Sentence, before: ArmEntry | None) -> ArmEntry | None:
    """The arm in force: set by `Arm A: …`, ended by a sentence that speaks of several arms or opens a section."""
    arms = [i for i in sentence.items if i.kind == "arm"]
    if (
        arms
        and re.fullmatch(r"\W*(?:\w+\s+){0,2}", sentence.gap(sentence.start, arms[0].start))
        and sentence.gap(arms[0].end, sentence.end).startswith(":")
    ):
        return arms[0].arms[0] if len(arms[0].arms) == 1 else None
    ended = len({id(i.arms[0]) for i in arms}) > 1 or re.match(r"\s*[A-Z][A-Za-z]+s?\s*:|\s*[A-Z]{6,}", sentence.text)
    return None if ended else before


def _analysed(sentence: Sentence) -> ArmEntry | None:
    """`Patients who received A were included`: the results are of that arm, unless they name another."""
    named = distinct([i for i in sentence.items if i.kind == "arm"])
    said = sentence.gap(sentence.start, sentence.end)
    return named[0] if len(named) == 1 and _ANALYSED.search(said) else None


def _read_sentence(context: Context, sentence: Sentence, carried: Carried) -> Iterator[Candidate]:
    kinds = kinds_compared(sentence)
    sentence = kinds.bare(sentence) if kinds else sentence
    figures, carried.level = find_figures(sentence, carried.level)
    if twins := twin_trials(context, sentence, figures):
        for cluster in twins:
            yield from _candidates(context, sentence, cluster, carried)
        return
    clusters = cluster_figures(sentence, figures)
    subjects: list[Item] = []
    shared: list[Item] = []
    edge = 0
    whole = False  # whether the figures before were of all the subjects they share
    for cluster in clusters:
        cluster.start = max(cluster.start, edge)
        cluster.subjects = find_subjects(sentence, cluster, subjects)
        if cluster.subjects:
            edge = _with_short_name(sentence, cluster.subjects[-1])
        if len(shared) > 1 and cluster.subjects == shared and not whole:
            cluster.subjects = subjects = shared = shared[1:]
        if not cluster.subjects or cluster.subjects[-1].kind == "absorber":
            subjects = cluster.subjects or subjects
            continue
        subjects = shared = cluster.subjects
        cluster.trial = trial_after(context, cluster)
        entries = (
            tuple(context.arms.in_force(cluster.trial).entries) if cluster.trial else tuple(sentence.registry.entries)
        )
        arm = carried.arm or carried.analysed
        entries = (arm,) if arm and arm in entries else entries
        order = carried.order if all(e in entries for e in carried.order) else ()
        grid = arm_major(sentence, cluster, len(subjects)) if len(subjects) > 1 else None
        if kinds is not None and kinds.cover(cluster.figures[0].start):
            if not kinds.align(sentence, cluster, entries):
                carried.dropped += 1
                continue
        elif grid is not None:
            cluster.arms = [arm for arm in grid for _ in subjects]
            cluster.order = tuple(grid)
        elif len(times := time_points(sentence, cluster)) > 1 and cluster.figures[0].kind == "share":
            if not align_times(sentence, cluster, times, entries):
                carried.dropped += 1
                continue
        elif align_grades(sentence, cluster, entries) or align_parts(sentence, cluster, entries):
            pass
        elif not align_arms(sentence, cluster, order, entries):
            carried.dropped += 1
            continue
        if of_another_trial(context, sentence, cluster):
            carried.dropped += 1
            continue
        whole = len(cluster.figures) == len(subjects) * len({id(a) for a in cluster.arms or []})
        edge = max(edge, cluster.consumed)
        if len(cluster.order) > 1:
            carried.order = cluster.order
        yield from _candidates(context, sentence, cluster, carried)
    for figure, endpoint in ratio_endpoints(sentence, figures, clusters):
        candidate = ratio_candidate(context, sentence, figure, endpoint, clusters, carried.order)
        if candidate is None:
            carried.dropped += 1
        else:
            yield candidate


def _with_short_name(sentence: Sentence, subject: Item) -> int:
    """Where a subject ends, with its abbreviation in a bracket right behind it."""
    short = next((i for i in sentence.items if i.start >= subject.end and i.concept is not None), None)
    same = short is not None and short.concept == subject.concept
    return short.end if short and same and sentence.gap(subject.end, short.start).strip() == "(" else subject.end


def _candidates(context: Context, sentence: Sentence, cluster: Cluster, carried: Carried) -> Iterator[Candidate]:
    """Meet the figures of a cluster with its subjects by counting."""
    arms = cluster.arms or []
    count, subjects = len(cluster.figures), cluster.subjects
    size = len({id(a) for a in arms})
    if len(subjects) > 1 and count == size * len(subjects):
        in_blocks = size > 1 and arms[0] is arms[1]
        about = [subjects[i % len(subjects) if in_blocks else i // size] for i in range(count)]
        pairs = list(zip(about, cluster.figures, arms, strict=True))
    elif len(subjects) > 1 and count == len(subjects) and size == 1:
        pairs = list(zip(subjects, cluster.figures, arms, strict=True))
    elif all(f.time or f.grade or f.population for f in cluster.figures) or (
        count == size and (len(subjects) == 1 or subjects[0].kind == "endpoint")
    ):
        pairs = [(subjects[0], f, a) for f, a in zip(cluster.figures, arms, strict=True)]
    else:
        carried.dropped += 1
        return
    if pairs[-1][0].kind in {"endpoint", "event"} and pairs[-1][0].concept is not None:
        cluster.endpoint = Concept("Endpoint", pairs[-1][0].concept.name)
    for index, (subject, figure, arm) in enumerate(pairs):
        if _is_total(sentence, subject, figure) or is_of_events(sentence, figure):
            continue
        if lasted(sentence, subject, figure) or is_reason(sentence, subject):
            continue
        own = not context.trials.is_review or context.trials.at(figure.start) != Trial()
        unknown = is_of_unknown_group(sentence, figure) or (
            not figure.population and is_of_unknown_arm(context, sentence)
        )
        if arm is None and (not own or unknown):
            carried.dropped += 1  # a review has no patients of its own
            continue
        p = p_value_of(cluster, figure, index, arms)
        make = event_candidate if _is_event(sentence, cluster, subject, figure) else outcome_candidate
        candidate = make(context, sentence, cluster, subject, figure, arm, p)
        if candidate is not None:
            yield with_total(candidate, carried.totals)
        else:
            carried.dropped += 1


def _is_total(sentence: Sentence, subject: Item, figure: Figure) -> bool:
    """`47 patients achieved a response rate of 62%`: the patients are those of whom the share is told."""
    quantity = figure.quantity
    if quantity.count is None or quantity.value is not None or subject.start < figure.end:
        return False
    behind = next(iter(sentence.between(subject.end, sentence.end, "quantity")), None)
    return behind is not None and bool(re.fullmatch(r"\s+(?:rates? )?of\s+", sentence.gap(subject.end, behind.start)))


def _is_event(sentence: Sentence, cluster: Cluster, subject: Item, figure: Figure) -> bool:
    if figure.kind != "share" or subject.concept is None:
        return False
    return subject.kind == "event" or (subject.concept.name == "death" and _is_toxic(sentence, subject))


def _is_toxic(sentence: Sentence, subject: Item) -> bool:
    """Whether deaths are told as adverse events: treatment-related, or from adverse events."""
    marks = [i for i in sentence.items if i.kind == "related" or (i.concept is not None and i.concept == ANY)]
    near = [i for i in marks if abs(i.start - subject.start) < _NEAR]
    said = [sentence.gap(min(i.end, subject.end), max(i.start, subject.start)) for i in near]
    return not all(_OTHERWISE.search(words) for words in said) or bool(_TOXIC.search(sentence.text))
