"""Which endpoint each ratio of a sentence is of."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from ....ontology.facts import Concept
from ..figures.clusters import Cluster
from ..figures.coordinated import coordinated
from ..figures.figure import Figure
from ..items import Item, Sentence
from ..measured.survival_events import is_risk_of_survival

_FOR: Final = re.compile(
    r"(?:[;,]\s*[Pp]\s*[=<>≤]\s*[\d.]+)?[)\]\s,]*\bfor (?:the )?(?:[\w-]+ )?"
    r"|\s(?:absolute )?(?:difference|improvement|gain|increase|prolongation|extension|benefit) in (?:the )?(?:median )?"
)
_JOINED: Final = re.compile(r",?\s(?:and\s)?(?:the\s)?")
_IN_TURN: Final = re.compile(r"(?:\s\([A-Z]+\))?,?\srespectively\b")
_OR_DEATH: Final = re.compile(
    r"\bratios? for (?:an? |the )?(?!death\b)[^;:%]{4,200}?\sor (?:death|mortality)(?: from any cause)?$"
)
"""`hazard ratio for relapse after a remission, or death`: of neither event alone."""
_CLAUSE: Final = re.compile(r"\b(?:whereas|while|but)\b")
_RATED: Final = re.compile(r"\s*[(\[](?:[^()\[\]]*;\s*)?(?:hazard|odds|risk|[HRO]R\b)")
"""`A (HR 0.8) and C-peptide (HR 0.6) were associated with survival`: what has a ratio of its own."""
_RISKS: Final = re.compile(r"\bhazard ratio for (?:disease )?(?:progression|recurrence|relapse),? $", re.IGNORECASE)
"""`hazard ratio for relapse, 0.68`: of the survival that the values before name."""
_CAUSE: Final = re.compile(r"\b(?:owing|due|because|attributable|driven)\b")
"""`fewer cancers of other kinds (OR 0.72), mainly due to melanoma`: the ratio is not of what is named behind."""
_OF_ANOTHER: Final = re.compile(
    r"(?!\s*(?:in|for|among|with)\b)[^()]*\([^()]*\b(?:ratio|[HRO]R)\b[^()]*\)[,;]?\s+(?:and\s+)?"
    r"(?!(?:in|for|with|versus|vs|at|among|after|than|by|of|to|on|as|when|while|whereas|but)\b)[A-Za-z][^(),;.]{2,60}\([^()]*"
)
"""`FACT-G (HR 0.70), PCS pain (HR`: the second ratio is of a name that we do not know; not so where the first one's
bracket stands behind a part of the patients, `death in A (HR 0.70), B (HR`."""


def ratio_endpoints(
    sentence: Sentence, figures: list[Figure], clusters: list[Cluster]
) -> list[tuple[Figure, Concept | None]]:
    """Give the ratios among the figures, each with its endpoint; None where nothing names it."""
    found: list[tuple[Figure, Concept | None]] = []
    for run in _runs(sentence, [f for f in figures if f.effect]):
        edge = _edge(sentence, run[0], clusters)
        shared = _listed_behind(sentence, run) or coordinated(
            sentence, sentence.between(edge, run[0].start, "endpoint")
        )
        if len(run) > 1 and len(shared) == len(run):
            found += [(figure, _in_time(item.concept)) for figure, item in zip(run, shared, strict=True)]
        else:
            found += [(figure, _endpoint(sentence, figure, clusters)) for figure in run]
    return found


def _runs(sentence: Sentence, ratios: list[Figure]) -> Iterator[list[Figure]]:
    """Put ratios together between which no endpoint and no arm is named: `(HR 0.61; HR 0.74)`."""
    run = ratios[:1]
    for previous, figure in pairwise(ratios):
        if sentence.between(previous.end, figure.start, "endpoint", "event", "arm", "population"):
            yield run
            run = []
        run.append(figure)
    if run:
        yield run


def _listed_behind(sentence: Sentence, run: list[Figure]) -> list[Item]:
    """`ratios of 0.76 and 0.81 for survival and PFS, respectively`: as many endpoints as ratios, of each in turn."""
    named = sentence.between(run[-1].end, sentence.end, "endpoint")[: len(run)]
    if len(run) == 1 or len(named) < len(run) or not _FOR.fullmatch(sentence.gap(run[-1].end, named[0].start)):
        return []
    listed = all(_JOINED.fullmatch(sentence.gap(a.end, b.start)) for a, b in pairwise(named))
    return named if listed and _IN_TURN.match(sentence.whole, named[-1].end) else []


def _edge(sentence: Sentence, figure: Figure, clusters: list[Cluster]) -> int:
    """Where the figures end that are told before a ratio."""
    return max([c.figures[-1].end for c in _earlier(figure, clusters)], default=sentence.start)


def _earlier(figure: Figure, clusters: list[Cluster]) -> list[Cluster]:
    return [c for c in clusters if c.figures[-1].end <= figure.start and c.endpoint is not None]


def _endpoint(sentence: Sentence, figure: Figure, clusters: list[Cluster]) -> Concept | None:
    """`0.62 for death`, that of the values before the ratio, or named last before it, or after it."""
    edge = _edge(sentence, figure, clusters)
    before = [i for i in sentence.between(edge, figure.start, "endpoint") if i.concept]
    behind = [i for i in sentence.between(figure.quantity.end, sentence.end, "endpoint") if i.concept]
    after = [i for i in behind if not _RATED.match(sentence.whole, i.end)]
    if after and (
        _FOR.fullmatch(sentence.gap(figure.end, after[0].start)) or _next_clause(sentence, before, figure, after)
    ):
        return _in_time(after[0].concept)
    if before and _is_of_another(sentence, before[-1].end, figure.start):
        return None
    if after and _CAUSE.search(sentence.gap(figure.end, after[0].start)):
        after = []
    earlier = [c.endpoint for c in _earlier(figure, clusters)]
    alone = bool(before) and " or " not in before[-1].text
    among = alone and _OR_DEATH.search(sentence.gap(edge, before[-1].end)) is not None
    risks = before and (is_risk_of_survival(before[-1].text) or _RISKS.search(sentence.gap(edge, figure.start)))
    if among or risks:
        free = [c for c in (*earlier, *(i.concept for i in before[:-1])) if c and c.name.endswith("-free survival")]
        return _in_time((free or [None if among else before[-1].concept])[-1])
    named = [*earlier[-1:], *(i.concept for i in before[-1:])] or [i.concept for i in after[:1]]
    if not named and "subgroup" not in sentence.text:  # of which patients may have had an event
        named = [i.concept for i in sentence.between(edge, figure.start, "event")] or _only_event(sentence, figure)
    return _in_time(named[-1]) if named else None


def _only_event(sentence: Sentence, figure: Figure) -> list[Concept | None]:
    """`A (0.25) and B (0.30) prevented vomiting`: the one event that a sentence about arms names."""
    named = [i for i in sentence.items if i.kind == "event"]
    events = {i.concept for i in named if not _CAUSE.search(sentence.gap(figure.end, i.start))}
    return list(events) if len(events) == 1 and any(i.kind == "arm" for i in sentence.items) else []


def _is_of_another(sentence: Sentence, start: int, end: int) -> bool:
    """Whether between an endpoint and a ratio stands a name unknown to us: of no arm, and no part of the patients."""
    known = sentence.between(start, end, "population", "arm", "regimen", "treatment")
    return not known and _OF_ANOTHER.fullmatch(sentence.gap(start, end)) is not None


def _next_clause(sentence: Sentence, before: list[Item], figure: Figure, after: list[Item]) -> bool:
    """`X improved A, whereas Y (OR 0.6) improved B`: the clause of the ratio has an endpoint of its own."""
    left = _CLAUSE.search(sentence.gap(before[-1].end, figure.start)) if before else None
    return left is not None and _CLAUSE.search(sentence.gap(figure.end, after[0].start)) is None


def _in_time(endpoint: Concept | None) -> Concept | None:
    """A ratio is of the time to an event: that to death is overall survival."""
    if endpoint is None:
        return None
    name = endpoint.name.replace("survival event", "survival")
    return Concept("Endpoint", "overall survival" if name == "death" else name)
