"""Relative reductions of a risk that no ratio stands beside: `A reduced the risk of falls by 30%`; vaccine efficacy.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from typing import Final

from ....ontology.facts import Concept, OutcomeResult
from ...arms.registry import ArmEntry
from ...candidates import Candidate
from ...context import Context
from ...wordings import Wording
from ..alignment.order import is_reference
from ..figures.clusters import Cluster
from ..figures.figure import Figure
from ..items import Sentence, distinct
from ..patients.groups import population_of
from ..quantities.number_patterns import NUMBER
from ..quantities.numerals import decimal
from ..quantities.quantity import Quantity
from .claims import tested

_RISK: Final = (
    r"(?:the\s+)?(?:relative\s+|overall\s+)?(?:risks?|hazards?(?: rates?)?|odds|rates?|incidences?|occurrence"
    r"|likelihood|probability)\s+(?:of|for)\s+(?:the\s+|an?\s+|developing\s+(?:an?\s+)?|having\s+(?:an?\s+)?)?"
)
_WHAT: Final = r"(?P<what>[A-Za-z][^,.;()%\d]{3,70}?)(?:\s\([^()%]*\))?"
_BY: Final = (
    rf"(?:an?\s+(?:additional|further)\s+|about\s+|approximately\s+|almost\s+|nearly\s+)?"
    rf"(?P<v>{NUMBER})\s*%(?!\s*(?:absolute|points?))"
)
_FORMS: Final = (
    re.compile(
        rf"\b(?:reduc(?:ed|ing)|decreas(?:ed|ing)|lower(?:ed|ing)|cut(?:ting)?)\s+{_RISK}{_WHAT}\s+by\s+{_BY}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b{_RISK}{_WHAT}\s+(?:was|were)\s+(?:\w+ly\s+)?(?:reduced|decreased|lowered)\s+by\s+{_BY}", re.IGNORECASE
    ),
    re.compile(
        rf"{_BY}(?P<inside>\s\([^()]{{5,60}}\))?\s+(?:relative\s+)?(?:risk\s+)?(?:reduction|decrease)\s+in\s+{_RISK}{_WHAT}"
        r"(?=\s*(?:[,.;(]|(?:with|in|for|among|compared|versus|over|after)\b|$))",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:reduction|decrease)s?\s+of\s+{_BY}\s+in\s+{_RISK}{_WHAT}"
        r"(?=\s*(?:[,.;(]|(?:and|with|in|for|among|compared|versus|over|after)\b|$))",
        re.IGNORECASE,
    ),
    re.compile(rf"\b(?:reduction|decrease)s?\s+in\s+{_RISK}{_WHAT}\s+of\s+{_BY}", re.IGNORECASE),
    re.compile(rf"{_BY}\s+lower\s+{_RISK}{_WHAT}(?=\s+(?:than|compared|versus)\b)", re.IGNORECASE),
)
_EFFICACY: Final = re.compile(
    r"\b(?P<what>(?:(?:overall|vaccine|protective)\s)*efficacy"
    r"(?:\s(?:against|for the prevention of|in preventing)\s[A-Za-z][^,.;()%]{3,70}?)?)"
    rf"\s(?:was|of|at)\s(?:approximately\s)?(?P<v>[-−]?{NUMBER})\s*%",
    re.IGNORECASE,
)
"""`vaccine efficacy was 85%`: by so much the vaccine lowers the risk."""
_VACCINE: Final = Wording(r"\bvaccin|\bimmuni[sz]|\bprophyla|\bprevent", re.IGNORECASE)
_RATIO: Final = re.compile(
    r"\b(?:a?[HO]Rs?|RRs?|IRRs?)\b|\b(?:hazards?|odds|risk|rate) ratios?\b|\brelative risks?\b|\babsolute\b"
)
"""Beside its ratio, or of absolute shares, a reduction is not told for itself."""
_BESIDE: Final = re.compile(r"\s*[(\[,;]\s*")
_BRACKET: Final = re.compile(r"\s*(?:\([^()]*\)|\[[^\[\]]*\])")
_PAST: Final = re.compile(r"\b(?:reduced|decreased|lowered|was|were|had|led|showed|resulted|produced|achieved)\b")
_NOT_OURS: Final = re.compile(
    r"\b(?:previous\w*|prior|earlier|has been|have been|ha(?:s|ve) shown|known|whether|designed|"
    r"would|could|may|might|if|"
    r"hypothes\w+|meta-?analys[ei]s)\b",
    re.IGNORECASE,
)


def risk_reductions(context: Context, sentence: Sentence) -> Iterator[Candidate]:
    """Yield the reductions of a sentence, each of one arm against its control."""
    if "%" not in sentence.text or _NOT_OURS.search(sentence.text):
        return
    if "fficacy" in sentence.text and _VACCINE.search(context.page.text):
        yield from _efficacies(context, sentence)
    if _RATIO.search(sentence.text) or not _PAST.search(sentence.text):
        return
    for form in _FORMS:
        for match in form.finditer(sentence.whole, sentence.start, sentence.end):
            pair = _pair(sentence, match)
            if pair is not None:
                yield _candidate(context, sentence, match, *pair)


def _efficacies(context: Context, sentence: Sentence) -> Iterator[Candidate]:
    """What a vaccine spares those who are given it, against the only control."""
    control, vaccine = sentence.registry.control(), sentence.registry.experimental()
    for match in _EFFICACY.finditer(sentence.whole, sentence.start, sentence.end):
        if control is not None and vaccine is not None:
            yield _candidate(context, sentence, match, vaccine, control)


def _pair(sentence: Sentence, match: re.Match[str]) -> tuple[ArmEntry, ArmEntry] | None:
    """The arm of the clause of a reduction, and what it is compared with: the arm named so, or the control."""
    first = sentence.whole.rfind(";", sentence.start, match.start())
    bracket = _BRACKET.match(sentence.whole, match.end(), sentence.end)
    last = sentence.whole.find(";", bracket.end() if bracket else match.end(), sentence.end)
    items = sentence.between(max(first, sentence.start), last if last >= 0 else sentence.end, "arm")
    against = distinct([i for i in items if is_reference(sentence, i)])
    control = against[0] if len(against) == 1 else sentence.registry.control()
    named = [a for a in distinct(items) if a is not control]
    return (named[0], control) if control is not None and len(named) == 1 else None


def _candidate(
    context: Context, sentence: Sentence, match: re.Match[str], arm: ArmEntry, control: ArmEntry
) -> Candidate:
    trial = context.trials.at(match.start())
    given = context.arm_in(trial, arm)
    quantity = Quantity(kind="share", start=match.start("v"), end=match.end("v"), value=decimal(match["v"]))
    figure = Figure(*match.span("v"), quantity)
    place = Cluster([figure], start=match.end(), limit=sentence.end)
    inside = match.groupdict().get("inside") is not None
    interval, p = _tested_behind(sentence, match.start("inside") if inside else match.end())
    endpoint, population = _endpoint(sentence, match), population_of(sentence, figure, place, arm)
    claim = OutcomeResult(
        trial=given.trial,
        arm=given,
        comparator=context.arm_in(trial, control),
        endpoint=endpoint,
        measure="riskReduction",
        value=quantity.value,
        unit="percent",
        **tested(interval, p),
        population="" if population in endpoint.name else population,
    )
    end = max([match.end(), *(quantity.end for quantity in (interval, p) if quantity is not None)])
    return Candidate(claim=claim, start=match.start(), end=end, rule="ratio")


def _tested_behind(sentence: Sentence, end: int) -> tuple[Quantity | None, Quantity | None]:
    """The interval and the p value right behind a reduction: `by 50% (95% CI, 20 to 70; P = 0.002)`."""
    found: dict[str, Quantity] = {}
    for quantity in (i.quantity for i in sentence.items if i.start >= end and i.quantity is not None):
        if quantity.kind not in {"interval", "p"} or not _BESIDE.fullmatch(sentence.gap(end, quantity.start)):
            break
        found.setdefault(quantity.kind, quantity)
        end = quantity.end
    return found.get("interval"), found.get("p")


def _endpoint(sentence: Sentence, match: re.Match[str]) -> Concept:
    """What the words name as a whole, else the words themselves."""
    start, end = match.span("what")
    named = [i.concept for i in sentence.items if i.concept is not None and (i.start, i.end) == (start, end)]
    return Concept("Endpoint", named[0].name if named else " ".join(match["what"].lower().split()))
