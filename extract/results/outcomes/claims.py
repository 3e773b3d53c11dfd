"""Outcomes of one arm or of all patients: medians, means, rates and shares of endpoints."""

import re
from decimal import Decimal
from typing import Final, Literal, TypedDict

from ....ontology.facts import Concept, OutcomeResult, Relation, Status
from ...arms.registry import ArmEntry
from ...candidates import Candidate
from ...context import Context
from ..figures.clusters import Cluster
from ..figures.conditions import counted_unit, is_of_baseline
from ..figures.figure import Figure
from ..items import Item, Sentence, distinct
from ..measured.families import (
    is_known,
    is_measurement,
    is_survival,
    is_timed,
    survival_of,
    takes_duration,
)
from ..measured.sensitivity import at_sensitivity
from ..patients.groups import population_of
from ..quantities.quantity import Quantity
from .changes import (
    at_site,
    has_come_to,
    is_percent_change,
    is_percent_change_of,
    is_signed,
    names_change,
    of_change,
)
from .measures import measure_of

_LASTS: Final = re.compile(r"survival$|^time to|^duration of")
_TIMED: Final = re.compile(
    r"\b((?:duration of|time to(?: (?:the )?onset of)?(?: (?:the )?first)?)(?: grade \S+| rescue)?)\s+$", re.IGNORECASE
)
_ALSO_MEASURED: Final = re.compile(
    r"\b(?:pain|weight|blood loss|fatigue|itch\w*|pruritus|anxiety|depression|swelling|sedation|\w+uria|nausea"
    r"|cough)\b",
    re.IGNORECASE,
)
"""Events of which a mean tells how severe they are, or how much: `pain 3.2 ± 1.1`."""
_GAINED: Final = re.compile(
    r"\b(?:difference|improvement|gain|increase|prolongation|benefit) (?:in|of) (?:the )?(?:median )?$", re.IGNORECASE
)
_OF_RISK: Final = re.compile(r"\sin\sthe\s(?:relative\s)?(?:risk|hazard|odds)\sof\b")
"""`a reduction of 63% in the risk of death`: not of so many patients."""
_APART: Final = re.compile(r"[,;]|\)\s")
"""Between a bare number and what is named behind it: not what the number is of."""
_IS: Final = re.compile(
    r"(?:\s+(?!data\b|analys|events?\b|status\b)[\w'/+-]+|\s*\([^()]*\)){0,10}?"
    r"\s*(?:\b(?:was|were|of)\s+(?:(?:only|about|approximately|also|estimated at)\s+)?|[(:=]\s*)"
    r"(?:\d[\d.]*\s?%\s?[;:]\s)?"
)
_OTHER_CLAUSE: Final = re.compile(r"[;:]|\b(?:whereas|while|but|although)\b")
_AT: Final = re.compile(r"[)\]\s]*(?:at|after|by|on)\s+")
_BY: Final = re.compile(
    r"[^.;,%\d]{0,80}?\s(?:had|were|was|achieved|reached|reported)\s[^.;,%\d]{1,50}(?:\s(?:at|after|by|on))?\s+"
)
_RESPONSE: Final = re.compile(
    r"(?:an? )?(?:(?:confirmed|objective|overall|clinical|tumou?r) )*responses?|respond(?:ed|ers?)", re.IGNORECASE
)
_PAIR: Final = 2


def outcome_candidate(
    context: Context,
    sentence: Sentence,
    cluster: Cluster,
    subject: Item,
    figure: Figure,
    arm: ArmEntry | None,
    p: Quantity | None,
) -> Candidate | None:
    """One value of one arm as a result; None where the value can't be one of this endpoint."""
    endpoint, quantity = _endpoint(sentence, subject, figure), figure.quantity
    if endpoint is None or _is_of_nothing_known(sentence, cluster, subject, figure, arm, endpoint.name):
        return None
    time = time_of(sentence, cluster, figure) if quantity.kind == "share" else ""
    compared = len(cluster.figures) > 1 or _is_repeated(sentence, subject)
    told = not time and quantity.value is not None and _is_told(sentence, cluster, subject)
    measure = measure_of(sentence, subject, figure, endpoint.name, time, compared=compared, told=told)
    if measure == "proportion" and is_signed(sentence, cluster):
        measure = None  # a change is no share
    if is_percent_change_of(sentence, subject, figure):
        said = sentence.between(sentence.start, subject.start, "statistic")
        measure = "median" if said and said[-1].text.startswith("median") else "mean"
    changed = is_measurement(endpoint.name) or names_change(endpoint.name)
    if measure is None and changed and is_percent_change(sentence, cluster, subject):
        measure = "mean"
    if measure is None and arm is not None and is_measurement(endpoint.name) and has_come_to(sentence, cluster):
        measure = "mean"
    if measure is None or (
        measure in {"mean", "median"}
        and not quantity.unit
        and quantity.kind == "number"
        and _LASTS.search(endpoint.name)
    ):
        return None  # a time without its unit
    if measure == "mean" or (measure == "median" and (quantity.kind == "share" or is_measurement(endpoint.name))):
        endpoint = at_site(sentence, figure, of_change(sentence, cluster, subject, figure, endpoint))
    endpoint = at_sensitivity(sentence, figure, endpoint)
    p = figure.p or p
    trial = figure.trial or context.trials.at(figure.start)
    given = context.arm_in(trial, arm) if arm else None
    claim = OutcomeResult(
        trial=given.trial if given else trial,
        arm=given,
        endpoint=endpoint,
        measure=measure,
        value=quantity.value,
        value_relation=quantity.relation,
        unit=quantity.unit or ("percent" if quantity.kind == "share" and quantity.value is not None else ""),
        status=quantity.status,
        at_time=time
        if measure == "rateAt"
        else figure.time or (time_of(sentence, cluster, figure) if sentence.timed else ""),
        count=quantity.count,
        total=quantity.total,
        **tested(figure.interval, p),
        population=_population(sentence, cluster, figure, arm, endpoint.name),
    )
    return candidate_of(claim, min(subject.start, figure.start), figure, p, f"outcome-{measure}")


def _population(sentence: Sentence, cluster: Cluster, figure: Figure, arm: ArmEntry | None, endpoint: str) -> str:
    """The part of the arm that a figure is for; those with a response are none where it is told how long it lasts."""
    population = population_of(sentence, figure, cluster, arm)
    return "" if endpoint == "duration of response" and _RESPONSE.fullmatch(population) else population


def _is_of_nothing_known(
    sentence: Sentence, cluster: Cluster, subject: Item, figure: Figure, arm: ArmEntry | None, endpoint: str
) -> bool:
    """Whether a value is a difference, of the trial so far, of groups that are unknown, or not of its subject."""
    quantity = figure.quantity
    if quantity.kind == "share" and (_OF_RISK.match(sentence.whole, figure.end) or counted_unit(sentence, figure)):
        return True
    if len(cluster.figures) == 1 and _GAINED.search(sentence.gap(sentence.start, subject.start)):
        return True
    if is_of_baseline(sentence, subject, figure):
        return True
    if arm is not None and survival_of(endpoint) and not sentence.between(cluster.start, cluster.limit, "arm"):
        return True  # events that a trial has counted so far are no arm's
    if arm is None and (not is_known(endpoint) or (figure.kind == "number" and quantity.name != "mean")):
        return True
    if arm is None and quantity.name and (_means(sentence) > 1 or sentence.registry.entries):
        return True  # means are of groups, here of none that is known
    return figure.kind == "number" and _APART.search(sentence.gap(figure.end, subject.start)) is not None


def candidate_of(claim: OutcomeResult, start: int, figure: Figure, p: Quantity | None, rule: str) -> Candidate:
    """The words reach over the figure and its p value, which may stand before it."""
    tested = p or figure.quantity
    start, end = min(start, tested.start, figure.quantity.start), max(figure.end, figure.quantity.end, tested.end)
    return Candidate(claim=claim, start=start, end=end, rule=rule)


class Tested(TypedDict):
    """What is printed about a value: its interval and its p value."""

    ci_low: Decimal | Status | None
    ci_high: Decimal | Status | None
    ci_level: Decimal | None
    p_relation: Relation | None
    p_value: Decimal | None
    p_sides: Literal[1, 2] | None


def tested(interval: Quantity | None, p: Quantity | None) -> Tested:
    """The fields of a claim that tell its interval and its p value."""
    return Tested(
        ci_low=interval.low if interval else None,
        ci_high=interval.high if interval else None,
        ci_level=interval.level if interval else None,
        p_relation=p.relation if p else None,
        p_value=p.value if p else None,
        p_sides=p.sides if p else None,
    )


def _means(sentence: Sentence) -> int:
    """How many means with their deviations a sentence prints."""
    return sum(i.quantity is not None and i.quantity.name == "mean" for i in sentence.items)


def _endpoint(sentence: Sentence, subject: Item, figure: Figure) -> Concept | None:
    """The endpoint itself; of an event only its duration, the time to it, or its mean can be an outcome."""
    if subject.concept is None:
        return None
    timed = _TIMED.search(sentence.gap(sentence.start, subject.start)) if figure.kind == "duration" else None
    name = subject.concept.name
    if subject.kind == "endpoint" and not (timed and not (takes_duration(name) and is_timed(name))):
        return Concept("Endpoint", (survival_of(name) if figure.kind == "duration" else "") or name)
    if figure.quantity.unit == "probability":
        return Concept("Endpoint", name)
    if figure.quantity.name == "mean" and figure.kind != "duration":
        part = any(i.start <= subject.start and subject.end <= i.end for i in sentence.items if i.kind == "population")
        return Concept("Endpoint", subject.text.lower()) if _ALSO_MEASURED.search(subject.text) and not part else None
    return Concept("Endpoint", f"{' '.join(timed[1].lower().split())} {name}") if timed else None


def _is_told(sentence: Sentence, cluster: Cluster, subject: Item) -> bool:
    """`survival was 93% and 94%`: whether a rate without its time point is all that the figures can be."""
    return _IS.fullmatch(sentence.gap(subject.end, cluster.figures[0].start)) is not None


def _is_repeated(sentence: Sentence, subject: Item) -> bool:
    """Whether a sentence gives the same endpoint of several arms: `arm A PFS = 4.9 months, arm B PFS = 5.2 months`."""
    same = [i for i in sentence.items if i.kind == "endpoint" and i.concept == subject.concept]
    arms = distinct([i for i in sentence.items if i.kind == "arm"])
    durations = [i for i in sentence.items if i.quantity is not None and i.quantity.kind == "duration"]
    return min(len(same), len(arms), len(durations)) >= _PAIR


def time_of(sentence: Sentence, cluster: Cluster, figure: Figure) -> str:
    """The time point of a rate: named last before it, or first after it, or behind the rates that it stands with."""
    if figure.time:
        return figure.time
    before = _times(sentence, sentence.start, figure.start)
    after = _times(sentence, figure.end, cluster.limit)
    after = [i for i in after if not _leads(sentence, i)] or _behind_all(sentence, figure, cluster.limit)
    if any(_is_told_behind(sentence, figure, i) for i in after):
        before = [i for i in before if ";" not in sentence.gap(i.end, figure.start)]
    told_of = before and (_is_beside(sentence, before[-1]) or _ends_clause(sentence, before[-1]))
    own = after[:1] if after and told_of and _is_beside(sentence, after[0]) else []
    told = _right_behind(sentence, cluster, after) or own or before[-1:] or after[:1]
    return told[0].quantity.name if told and told[0].quantity else ""


def _right_behind(sentence: Sentence, cluster: Cluster, after: list[Item]) -> list[Item]:
    """`98 v 81% at 1 year and 86 v 73% at 5 years`: the time point right behind figures that are compared."""
    last = cluster.figures[-1].end
    if not after or len(cluster.figures) < _PAIR:
        return []
    edge = max([last, *(i.end for i in sentence.between(last, after[0].start, "arm"))])
    said = _AT.match(sentence.whole, edge, after[0].end)
    return after[:1] if said and said.end() >= after[0].start else []


def _times(sentence: Sentence, start: int, end: int) -> list[Item]:
    return [i for i in sentence.between(start, end, "quantity") if i.quantity and i.quantity.kind == "time"]


def _is_beside(sentence: Sentence, time: Item) -> bool:
    """`70% at 12 months and 25% at 18 months`: whether a time point stands right behind a value, which it is of."""
    value = next((i for i in reversed(sentence.items) if i.quantity and i.end <= time.start), None)
    if value is None or value.quantity is None:
        return False
    if value.quantity.kind not in {"share", "interval"} and value.quantity.name not in {"mean", "median"}:
        return False
    said = _AT.match(sentence.whole, value.end, time.end)
    return said is not None and said.end() >= time.start


def _ends_clause(sentence: Sentence, time: Item) -> bool:
    """`28% had relief by day 2 and 54% by day 4`: whether words that a share begins end with the time point."""
    value = next((i for i in reversed(sentence.items) if i.quantity and i.end <= time.start), None)
    told = value is not None and value.quantity is not None and value.quantity.kind == "share"
    return told and value is not None and _BY.fullmatch(sentence.gap(value.end, time.start)) is not None


def _is_told_behind(sentence: Sentence, figure: Figure, time: Item) -> bool:
    """Whether a time point ends the words that a figure begins."""
    gap = sentence.gap(figure.end, time.start)
    return bool(not gap.strip() or _AT.fullmatch(gap) or _BY.fullmatch(gap))


def _leads(sentence: Sentence, time: Item) -> bool:
    """`and 5-year survival was 60%`: the time point of what stands behind it."""
    if _is_beside(sentence, time):
        return False
    following = next((i for i in sentence.items if i.start >= time.end), None)
    return (
        following is not None and following.kind == "endpoint" and not sentence.gap(time.end, following.start).strip()
    )


def _behind_all(sentence: Sentence, figure: Figure, limit: int) -> list[Item]:
    """`44% v 40% and the other rate was 70% v 71% at 2 years`: the time point of all, where none has one of its own."""
    later = _times(sentence, limit, sentence.end)[:1]
    if not later or not sentence.whole.startswith("at ", later[0].start):
        return []
    measured = sentence.between(figure.end, later[0].start, "endpoint", "event")
    rates = all(i.concept is not None and is_survival(i.concept.name) for i in measured)
    return [] if not rates or _OTHER_CLAUSE.search(sentence.gap(figure.end, later[0].start)) else later
