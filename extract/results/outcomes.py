"""Outcomes: medians, rates, shares and ratios of endpoints."""

import re
from typing import Final, cast

from ...ontology.facts import Concept, Measure, OutcomeResult
from ..arms.registry import ArmEntry
from ..candidates import Candidate
from ..context import Context
from .changes import at_site, of_change
from .clusters import Cluster
from .comparisons import distinct, is_reference
from .contrasts import contrast_of
from .families import is_known, is_survival, takes_duration, takes_ratio, takes_share
from .figures import Figure
from .groups import population_of, population_of_ratio
from .items import Item, Sentence
from .patients_compared import kinds_compared
from .quantity import Quantity

_TIME_TO_EVENT: Final = re.compile(r"survival|time to|duration|interval")
_TIMED: Final = re.compile(
    r"\b((?:duration of|time to(?: (?:the )?onset of)?(?: first)?)(?: grade \S+)?)\s+$", re.IGNORECASE
)
_GAINED: Final = re.compile(
    r"\b(?:difference|improvement|gain|increase|prolongation|benefit) (?:in|of) (?:the )?(?:median )?$", re.IGNORECASE
)
_PROGNOSTIC: Final = re.compile(
    r"\b(?:rs\d{3,}|polymorphisms?|SNPs?|alleles?|associations?|prognostic|predictors?|predictive|multivaria\w+"
    r"|univaria\w+|risk factors?|genotypes?|wild[- ]type"
    r"|independent(?:ly)?|"
    r"(?:high|higher|low|lower|elevated|increased)[\w -]{0,30}? (?:vs\.?|versus|compared)"
    r"|(?:mutated|positive|negative) (?:patients )?(?:vs\.?|versus|compared)|"
    r"(?:was|were|is) associated with)\b",
    re.IGNORECASE,
)
_SURELY_PROGNOSTIC: Final = re.compile(
    r"\b(?:was|were|is|are|remained)\s+(?:\w+\s+){0,2}prognostic\s+(?:of|for)\b", re.IGNORECASE
)
_WITHIN: Final = re.compile(r"\s*(?:In|For|Among|Within)\s+(?:the\s+)?")
_BETWEEN: Final = re.compile(
    r"\bbetween\s+(?!the (?:two|treatment|study)|both|arms|groups|treatments)|\b(?:in|for) [\w-]+ (?:versus|vs)\b"
)
"""`In the A arm, survival (HR …) was similar between women and men`: patients of one arm are compared."""
_KINDS: Final = re.compile(
    r"\b(?:in|between|for|among) (?:[\w-]+ ){1,2}(?:versus|vs\.?|and|than|compared with) (?:[\w-]+ ){0,2}"
    r"(?:patients|practices?|hospitals|tumou?rs|women|men|sites|carriers|whites)\b",
    re.IGNORECASE,
)
_RATIO_OF: Final = re.compile(r"(?:\bratio|\b[HOR]R)\b[^.;]{0,40}\b(?:for|in|of|with)\s+(?:the )?$", re.IGNORECASE)
_ACTS: Final = re.compile(
    r"\s*(?:group |arm )?(?:was associated with |led to |resulted in |produced )?(?:an? )?(?:significant(?:ly)? )?"
    r"(?:(?:reduc|improv|prolong|increas|lower|decreas|delay|extend)\w+|longer|better|superior|lower|higher)\b",
    re.IGNORECASE,
)
_FAVOURS: Final = re.compile(r"\bfavou?r(?:ing|ed|s)?(?: of)?(?: the)?\s+$", re.IGNORECASE)
_PAIR: Final = 2
_RATIOS: Final = frozenset({"hazardRatio", "oddsRatio", "relativeRisk"})


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
    endpoint = _endpoint(sentence, subject, figure)
    gained = len(cluster.figures) == 1 and _GAINED.search(sentence.gap(sentence.start, subject.start))
    if endpoint is None or gained or (arm is None and not is_known(endpoint.name)):
        return None
    if endpoint.name.endswith(" event") and arm and not sentence.between(cluster.start, cluster.limit, "arm"):
        return None  # events that a trial has counted so far are no arm's
    quantity = figure.quantity
    if arm is None and quantity.name == "mean" and _means(sentence) > 1:
        return None  # means are of groups, here of none that is known
    time = _time(sentence, cluster, figure) if quantity.kind == "share" else ""
    compared = len(cluster.figures) > 1 or _is_repeated(sentence, subject)
    measure = _measure(sentence, figure, endpoint.name, time, compared=compared)
    if measure is None:
        return None
    if measure == "mean":
        endpoint = at_site(sentence, figure, of_change(sentence, cluster, endpoint))
    interval, p = figure.interval, figure.p or p
    given = context.arm_in(context.trials.at(figure.start), arm) if arm else None
    claim = OutcomeResult(
        trial=given.trial if given else context.trials.at(figure.start),
        arm=given,
        endpoint=endpoint,
        measure=measure,
        value=quantity.value,
        value_relation=quantity.relation,
        unit=quantity.unit or ("percent" if quantity.kind == "share" and quantity.value is not None else ""),
        status=quantity.status,
        at_time=time if measure == "rateAt" else "",
        count=quantity.count,
        total=quantity.total,
        ci_low=interval.low if interval else None,
        ci_high=interval.high if interval else None,
        ci_level=interval.level if interval else None,
        p_relation=p.relation if p else None,
        p_value=p.value if p else None,
        p_sides=p.sides if p else None,
        population=population_of(sentence, figure, cluster, arm),
    )
    return _candidate(claim, min(subject.start, figure.start), figure, p, f"outcome-{measure}")


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
    kinds = kinds_compared(sentence)
    if kinds is not None and kinds.cover(figure.start) and figure.effect in _RATIOS:
        arm = kinds.arm(sentence, tuple(sentence.registry.entries))
        return _ratio(context, figure, endpoint, (arm, None), f"{kinds.first} vs {kinds.second}")
    if _is_prognostic(sentence):
        parts = contrast_of(sentence, figure)
        named = distinct([i for i in sentence.items if i.kind == "arm"])
        only = sentence.registry.entries if len(sentence.registry.entries) == 1 else ()
        if len(named) > 1:
            return None
        arm = next(iter(named or only), None)
        return _ratio(context, figure, endpoint, (arm, None), parts) if parts and figure.effect in _RATIOS else None
    pair = _ratio_arms(sentence, figure, clusters, order)
    if pair is None:
        return None
    time = ""
    if figure.effect == "difference":
        time = _time(sentence, Cluster([figure], limit=sentence.end), figure)
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
    trial = context.trials.at(figure.start)
    arm, comparator = (context.arm_in(trial, entry) if entry else None for entry in pair)
    interval, p = figure.interval, figure.p
    claim = OutcomeResult(
        trial=arm.trial if arm else trial,
        arm=arm,
        comparator=comparator,
        endpoint=endpoint,
        measure=cast("Measure", figure.effect),
        value=figure.quantity.value,
        unit=figure.quantity.unit if figure.effect == "difference" else "ratio",
        at_time=time,
        ci_low=interval.low if interval else None,
        ci_high=interval.high if interval else None,
        ci_level=interval.level if interval else None,
        p_relation=p.relation if p else None,
        p_value=p.value if p else None,
        p_sides=p.sides if p else None,
        population=population,
    )
    return _candidate(claim, figure.start, figure, p, "ratio" if comparator else "ratio-contrast")


def _candidate(claim: OutcomeResult, start: int, figure: Figure, p: Quantity | None, rule: str) -> Candidate:
    """The words reach over the figure and its p value, which may stand before it."""
    tested = p or figure.quantity
    start, end = min(start, tested.start, figure.quantity.start), max(figure.end, figure.quantity.end, tested.end)
    return Candidate(claim=claim, start=start, end=end, rule=rule)


def _means(sentence: Sentence) -> int:
    """How many means with their deviations a sentence prints."""
    return sum(i.quantity is not None and i.quantity.name == "mean" for i in sentence.items)


def _endpoint(sentence: Sentence, subject: Item, figure: Figure) -> Concept | None:
    """The endpoint itself; of an event only its duration or the time to it can be an outcome."""
    if subject.concept is None:
        return None
    if subject.kind == "endpoint":
        name = subject.concept.name
        return Concept("Endpoint", name.removesuffix(" event") if figure.kind == "duration" else name)
    timed = _TIMED.search(sentence.gap(sentence.start, subject.start))
    if timed is None or figure.kind != "duration":
        return None
    return Concept("Endpoint", f"{' '.join(timed[1].lower().split())} {subject.concept.name}")


def _measure(sentence: Sentence, figure: Figure, endpoint: str, time: str, *, compared: bool) -> Measure | None:
    """Which statistic a value is, by its unit, the endpoint, and the words before it."""
    quantity = figure.quantity
    if quantity.kind == "share":
        if is_survival(endpoint):
            return "rateAt" if time else None
        return "proportion" if takes_share(endpoint) else None
    if quantity.kind == "duration" and not takes_duration(endpoint):
        return None
    said = [i.text for i in sentence.between(sentence.start, figure.start, "statistic")]
    if quantity.name == "mean" or (said and said[-1].startswith(("mean", "average"))):
        return "mean"
    if said or (compared and quantity.kind in {"duration", "status"} and _TIME_TO_EVENT.search(endpoint)):
        return "median"
    return None


def _is_repeated(sentence: Sentence, subject: Item) -> bool:
    """Whether a sentence gives the same endpoint of several arms: `arm A PFS = 4.9 months, arm B PFS = 5.2 months`."""
    same = [i for i in sentence.items if i.kind == "endpoint" and i.concept == subject.concept]
    arms = distinct([i for i in sentence.items if i.kind == "arm"])
    durations = [i for i in sentence.items if i.quantity is not None and i.quantity.kind == "duration"]
    return min(len(same), len(arms), len(durations)) >= _PAIR


def _time(sentence: Sentence, cluster: Cluster, figure: Figure) -> str:
    """The time point of a rate: named last before it, or first after it."""
    if figure.time:
        return figure.time
    before = [
        i
        for i in sentence.between(sentence.start, figure.start, "quantity")
        if i.quantity and i.quantity.kind == "time"
    ]
    if before:
        return before[-1].quantity.name if before[-1].quantity else ""
    after = [
        i for i in sentence.between(figure.end, cluster.limit, "quantity") if i.quantity and i.quantity.kind == "time"
    ]
    return after[0].quantity.name if after and after[0].quantity else ""


def _ratio_arms(
    sentence: Sentence, figure: Figure, clusters: list[Cluster], order: tuple[ArmEntry, ...]
) -> tuple[ArmEntry, ArmEntry] | None:
    """The arm and its comparator: as stated, those of the values before, those named last, or the trial's two."""
    mentions = [i for i in sentence.between(sentence.start, figure.start, "arm") if len(i.arms) == 1]
    if favoured := _favoured(sentence, figure):
        return favoured
    if stated := _stated_direction(sentence, figure, mentions):
        return stated
    earlier = [c.order for c in clusters if c.figures[-1].end <= figure.start and len(c.order) == _PAIR]
    named = [i.arms[0] for i in mentions]
    last = tuple(dict.fromkeys(map(id, reversed(named))))[:_PAIR]
    pair = tuple(next(e for e in named if id(e) == key) for key in reversed(last))
    experimental, control = sentence.registry.experimental(), sentence.registry.control()
    for first, second in filter(lambda p: len(p) == _PAIR, (*reversed(earlier), pair)):
        if first.arm.trial == second.arm.trial:
            return (second, first) if first.role == "control" and second.role != "control" else (first, second)
    rivals = _rivals(named[-1], sentence) if named else []
    if named and len(rivals) == 1:
        return (rivals[0], named[-1]) if named[-1].role == "control" else (named[-1], rivals[0])
    if experimental and control:
        return experimental, control
    return (order[0], order[1]) if len(order) == _PAIR else None


def _favoured(sentence: Sentence, figure: Figure) -> tuple[ArmEntry, ArmEntry] | None:
    """`0.70 (…) in favour of B`: a ratio below one favours the arm that it is of."""
    below = figure.quantity.value is not None and figure.quantity.value < 1
    after = [i for i in sentence.between(figure.end, sentence.end, "arm") if len(i.arms) == 1][:1]
    if not (below and after and _FAVOURS.search(sentence.gap(figure.end, after[0].start))):
        return None
    rivals = _rivals(after[0].arms[0], sentence)
    return (after[0].arms[0], rivals[0]) if len(rivals) == 1 else None


def _stated_direction(sentence: Sentence, figure: Figure, mentions: list[Item]) -> tuple[ArmEntry, ArmEntry] | None:
    """`the ratio for B relative to A`, `compared with A, B improved`, `B reduced the risk`."""
    if not mentions:
        return None
    references = [i for i in mentions if is_reference(sentence, i)]
    others = [i for i in mentions if i not in references]
    if others and references and others[-1].arms[0].arm.trial == references[-1].arms[0].arm.trial:
        said = _RATIO_OF.search(sentence.gap(sentence.start, others[-1].start))
        leading = references[-1].start < others[-1].start
        if others[-1].arms[0] is not references[-1].arms[0] and (said or leading):
            return others[-1].arms[0], references[-1].arms[0]
    last = mentions[-1]
    rivals = _rivals(last.arms[0], sentence)
    gap = sentence.gap(last.end, figure.start)
    alone = last in others and len(distinct(mentions)) == 1 and len(rivals) == 1
    return (last.arms[0], rivals[0]) if alone and _ACTS.match(gap) else None


def _is_prognostic(sentence: Sentence) -> bool:
    """Whether a ratio compares patients rather than arms: by mutation, expression, risk, a factor of a model."""
    arms = [i for i in sentence.items if i.kind == "arm" and len(i.arms) == 1]
    if _SURELY_PROGNOSTIC.search(sentence.text):
        return True
    if len(distinct(arms)) >= _PAIR:
        return False
    within = arms and _WITHIN.fullmatch(sentence.gap(sentence.start, arms[0].start)) and _BETWEEN.search(sentence.text)
    return bool(within or _PROGNOSTIC.search(sentence.text) or (not arms and _KINDS.search(sentence.text)))


def _rivals(arm: ArmEntry, sentence: Sentence) -> list[ArmEntry]:
    """The arms that an arm is compared with in its trial."""
    everywhere = [*sentence.registry.entries, *sentence.registry.elsewhere]
    return [e for e in everywhere if e.arm.trial == arm.arm.trial and e is not arm]
