"""Ratios and differences as claims: between two arms, or between patients of one arm or of all."""

import re
from typing import Final, cast

from ....ontology.facts import Concept, Measure, OutcomeResult
from ...arms.registry import ArmEntry
from ...candidates import Candidate
from ...context import Context
from ..alignment.trials_named import has_foreign_arms
from ..figures.clusters import Cluster
from ..figures.figure import Figure
from ..items import Sentence, distinct
from ..measured.families import takes_ratio
from ..measured.sensitivity import at_sensitivity
from ..patients.compared import kinds_compared
from ..patients.groups import population_of_ratio
from .changes import at_site
from .claims import candidate_of, tested, time_of
from .contrasts import contrast_of
from .ratio_arms import is_prognostic, ratio_arms
from .ratio_sense import with_medians

_OF_A_PART: Final = re.compile(r"\s(?:with|without|before|after)\s*[,;)\]]")
"""`irrespective of bulky disease (HR 0.40 with, 0.55 without)`: of a part that only words before it name."""
_RATIOS: Final = frozenset({"hazardRatio", "oddsRatio", "relativeRisk"})


def ratio_candidate(
    context: Context,
    sentence: Sentence,
    figure: Figure,
    endpoint: Concept | None,
    clusters: list[Cluster],
    order: tuple[ArmEntry, ...],
) -> Candidate | None:
    """A hazard ratio or its like between two arms, or between patients of one arm or of all."""
    if endpoint is None or not (figure.effect == "difference" or takes_ratio(endpoint.name)):
        return None
    if _OF_A_PART.match(sentence.whole, figure.end):
        return None
    kinds = kinds_compared(sentence)
    if kinds is not None and kinds.cover(figure.start) and figure.effect in _RATIOS:
        arm = kinds.arm(sentence, tuple(sentence.registry.entries))
        return _ratio(context, figure, endpoint, (arm, None), f"{kinds.first} vs {kinds.second}")
    if is_prognostic(sentence):
        parts = contrast_of(sentence, figure)
        named = distinct([i for i in sentence.items if i.kind == "arm"])
        only = sentence.registry.entries if len(sentence.registry.entries) == 1 else ()
        if len(named) > 1:
            return None
        arm = next(iter(named or only), None)
        return _ratio(context, figure, endpoint, (arm, None), parts) if parts and figure.effect in _RATIOS else None
    order = order if all(entry in sentence.registry.entries for entry in order) else ()
    pair = ratio_arms(sentence, figure, clusters, order)
    if pair is None or has_foreign_arms(context, sentence, figure.start, pair):
        return None
    pair = with_medians(pair, figure, clusters)
    endpoint = at_sensitivity(sentence, figure, endpoint)
    time = ""
    if figure.effect == "difference":
        time = time_of(sentence, Cluster([figure], limit=sentence.end), figure)
        endpoint = at_site(sentence, figure, endpoint)
    return _ratio(context, figure, endpoint, pair, population_of_ratio(sentence, figure, clusters, pair[0]), time)


def _ratio(
    context: Context,
    figure: Figure,
    endpoint: Concept,
    pair: tuple[ArmEntry | None, ArmEntry | None],
    population: str,
    time: str = "",
) -> Candidate:
    trial = figure.trial or context.trials.at(figure.start)
    arm, comparator = (context.arm_in(trial, entry) if entry else None for entry in pair)
    claim = OutcomeResult(
        trial=arm.trial if arm else trial,
        arm=arm,
        comparator=comparator,
        endpoint=endpoint,
        measure=cast("Measure", figure.effect),
        value=figure.quantity.value,
        unit=figure.quantity.unit if figure.effect == "difference" else "ratio",
        at_time=time,
        **tested(figure.interval, figure.p),
        population=population,
    )
    return candidate_of(claim, figure.start, figure, figure.p, "ratio" if comparator else "ratio-contrast")
