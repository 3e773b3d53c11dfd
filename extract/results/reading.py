"""From sentences to claims, read top to bottom: each sentence in turn, and what it leaves in force for the next."""

import re
from dataclasses import replace
from typing import Final

from ...ontology.facts import OutcomeResult
from ..candidates import Candidate
from ..context import Context
from .alignment.trials_named import is_reported, tells_of_another
from .carried import Carried, analysed, assigned, header_arm
from .chromosome_names import as_written, with_whole_names
from .contradictions import without_contradictions
from .events.absences import absent_events
from .events.claims import with_total
from .events.commonest import Kind, kind_told, of_kind_before
from .events.led_to_in_turn import led_to_in_turn
from .events.named import named_events
from .events.specified import specified_events
from .events.tallies import tallied_events, told_once
from .figures.conditions import lists_conditions
from .figures.counted_among import among
from .figures.counted_rows import with_rows
from .figures.counts import with_counts
from .items import Sentence
from .measured.endpoint_events import endpoint_events, with_endpoints
from .measured.pronouns import measured_once, named_once
from .meeting import read_figures
from .no_results import begins_trial, goes_on_describing, is_common_knowledge, tells_baseline, tells_no_results
from .outcomes.risk_reductions import risk_reductions
from .patients.populations import population_of_document
from .repeats import without_repeats
from .sentences import read_sentence

_SEVERAL: Final = 2
_REFERS_BACK: Final = re.compile(
    r"\s*(?:This|These|Such|Likewise|In (?:this|these|the same)|Among these|For (?:this|these)|Corresponding)\b"
)


def read_results(context: Context) -> tuple[list[Candidate], int]:
    """Read all outcomes and adverse events of the running text; the second value counts what did not fit."""
    context = replace(context, page=with_whole_names(context.page))
    carried = Carried()
    everybody = population_of_document(context.title)
    endpoints = endpoint_events(context)
    found: list[Candidate] = []
    for span in context.page.sentences:
        if context.in_table(span.start, span.end):
            continue
        aside = context.is_aside(span.start, span.end)
        if aside and not tells_of_another(context, span):
            continue
        registry = context.arms.in_force(context.trials.at(span.start))
        sentence = read_sentence(context.page, span.start, span.end, registry, context.names, carried.measured)
        sentence = _without_trials(context, sentence)
        sentence = led_to_in_turn(among(with_counts(with_rows(with_endpoints(sentence, endpoints)))))
        carried.measured = named_once(sentence.items, carried.measured)
        sentence = replace(sentence, population=carried.population if _REFERS_BACK.match(sentence.text) else everybody)
        carried.arm = header_arm(sentence, carried.arm)
        carried.analysed = analysed(sentence) or carried.analysed
        carried.begun = carried.begun or begins_trial(sentence)
        kind_before, carried.kind = carried.kind, None
        if not carried.begun and is_common_knowledge(sentence):
            continue
        if carried.described and goes_on_describing(sentence):
            continue
        carried.described = tells_baseline(sentence)
        if not tells_no_results(sentence):
            read = _results_of(context, sentence, carried, kind_before)
            found += (c for c in read if not (aside and is_reported(context, c)))
        carried.assigned = assigned(sentence, carried.assigned)
        named = [i.text for i in sentence.items if i.kind == "population"]
        carried.population = named[-1] if named else sentence.population if sentence.population != everybody else ""
    return without_repeats([as_written(c) for c in found]), carried.dropped


def _without_trials(context: Context, sentence: Sentence) -> Sentence:
    """The sentence without the numbers that are part of the name of a trial: `LUX-Lung 3`."""
    named = context.trials.near(sentence.start, sentence.end)
    if not named:
        return sentence
    kept = (i for i in sentence.items if i.quantity is None or not any(m.start <= i.start < m.end for m in named))
    return replace(sentence, items=tuple(kept))


def _results_of(context: Context, sentence: Sentence, carried: Carried, before: Kind | None) -> list[Candidate]:
    """Read what a sentence tells with figures, counts one by one, or names alone.

    `before` is the kind of adverse events that the sentence before told of as a whole.
    """
    read = list(read_figures(context, sentence, carried))
    kept = without_contradictions(read)
    kept += _at_times(context, sentence, [c for c in read if c not in kept])
    carried.dropped += len(read) - len(kept)
    carried.measured = measured_once(kept) or carried.measured
    events = () if lists_conditions(sentence) else tallied_events(context, sentence, carried.arm)
    tallied = [with_total(c, carried.totals) for c in events]
    told = of_kind_before(sentence.text, [*told_once(kept, tallied)], before)
    carried.kind = kind_told(told)
    return [
        *told,
        *specified_events(sentence, kept),
        *absent_events(context, sentence),
        *named_events(context, sentence),
        *risk_reductions(context, sentence),
    ]


def _at_times(context: Context, sentence: Sentence, contradicted: list[Candidate]) -> list[Candidate]:
    """`30% v 20% at week 12 and 45% v 30% at week 24`: what one thing has several values of, each at its own time."""
    times = {i.quantity.name for i in sentence.items if i.quantity is not None and i.quantity.kind == "time"}
    if not contradicted or len(times) < _SEVERAL:
        return []
    claims = {c.claim for c in contradicted}
    again = without_contradictions(read_figures(context, replace(sentence, timed=True), Carried()))
    timed = [c for c in again if isinstance(c.claim, OutcomeResult) and c.claim.at_time]
    return [c for c in timed if replace(c.claim, at_time="") in claims]
