"""What each kind of claim says, as the predicates and values of its node."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from pyoxigraph import Literal, NamedNode

from ..ontology.facts import (
    AdverseEventResult,
    Arm,
    Claim,
    Concept,
    Dosage,
    Link,
    OutcomeResult,
    Regimen,
    Trial,
    TrialArm,
    TrialAttribute,
)
from .iris import RDF, TYPE, tg
from .literals import number_literal, text_literal
from .naming import Naming

Term = NamedNode | Literal
Statement = tuple[NamedNode, Term]

SUBJECT: Final = NamedNode(f"{RDF}subject")
PREDICATE: Final = NamedNode(f"{RDF}predicate")
OBJECT: Final = NamedNode(f"{RDF}object")
_STATEMENT: Final = NamedNode(f"{RDF}Statement")


def statements(claim: Claim, naming: Naming) -> list[Statement]:
    """Say a claim in the vocabulary; what is not reported is left out, zero is not."""
    match claim:
        case OutcomeResult():
            return [*_outcome(claim, naming)]
        case AdverseEventResult():
            return [*_adverse_event(claim, naming)]
        case Dosage():
            return [*_dosage(claim, naming)]
        case _:
            subject, predicate, value = link_triple(claim, naming)
            parts = ((SUBJECT, subject), (PREDICATE, predicate), (OBJECT, value))
            return [(TYPE, tg("LinkClaim")), (TYPE, _STATEMENT), *parts]


def link_triple(claim: Link | TrialAttribute | TrialArm, naming: Naming) -> tuple[NamedNode, NamedNode, Term]:
    """Give the plain triple that a link claim stands for."""
    match claim:
        case Link():
            return naming.thing(claim.subject), tg(claim.predicate), naming.thing(claim.object)
        case TrialAttribute():
            return naming.trial(claim.trial), tg(claim.attribute), _term(claim.value, naming)
        case TrialArm():
            return naming.trial(claim.arm.trial), tg("hasArm"), naming.arm(claim.arm)


def _term(value: Concept | Regimen | Decimal | int | str, naming: Naming) -> Term:
    if isinstance(value, Concept | Regimen):
        return naming.thing(value)
    return text_literal(value) if isinstance(value, str) else number_literal(value)


def _outcome(result: OutcomeResult, naming: Naming) -> Iterator[Statement]:
    yield TYPE, tg("OutcomeResult")
    yield from _group(result.trial, result.arm, result.population, naming)
    if result.comparator is not None:
        yield tg("comparator"), naming.arm(result.comparator)
    yield tg("endpoint"), naming.thing(result.endpoint)
    yield from _terms(measure=result.measure, status=result.status)
    yield from _numbers(value=result.value, count=result.count, total=result.total, pSides=result.p_sides)
    yield from _numbers(ciLevel=result.ci_level, pValue=result.p_value)
    yield from _bound("ciLow", result.ci_low)
    yield from _bound("ciHigh", result.ci_high)
    yield from _relation(result.value_relation)
    yield from _texts(unit=result.unit, atTime=result.at_time, pRelation=result.p_relation or "")
    yield from _texts(analysisSet=result.analysis_set, assessedBy=result.assessed_by)
    yield from _texts(dataCutoff=result.data_cutoff, medianFollowUp=result.median_follow_up)


def _adverse_event(result: AdverseEventResult, naming: Naming) -> Iterator[Statement]:
    yield TYPE, tg("AdverseEventResult")
    yield from _group(result.trial, result.arm, result.population, naming)
    yield tg("event"), naming.thing(result.event)
    yield from _numbers(value=result.value, count=result.count, total=result.total)
    yield from _numbers(serious=result.serious, treatmentRelated=result.treatment_related)
    yield from _relation(result.value_relation)
    yield from _terms(consequence=result.consequence)
    yield from _texts(grade=result.grade, unit="" if result.value is None else "percent")


def _dosage(dosage: Dosage, naming: Naming) -> Iterator[Statement]:
    yield TYPE, tg("Dosage")
    if dosage.trial is not None:
        yield tg("trial"), naming.trial(dosage.trial)
    yield tg("drug"), naming.thing(dosage.drug)
    yield from _numbers(amount=dosage.amount)
    yield from _texts(unit=dosage.unit, route=dosage.route, schedule=dosage.schedule)


def _group(trial: Trial, arm: Arm | None, population: str, naming: Naming) -> Iterator[Statement]:
    yield tg("trial"), naming.trial(trial)
    if arm is not None:
        yield tg("arm"), naming.arm(arm)
    if population:
        yield tg("population"), naming.population(trial, population)


def _bound(name: str, bound: Decimal | str | None) -> Iterator[Statement]:
    """Say an end of an interval; one without a number has its own property, so that numbers stay numbers."""
    if isinstance(bound, Decimal):
        yield tg(name), number_literal(bound)
    elif bound is not None:
        yield tg(f"{name}Status"), tg(bound)


def _relation(relation: str) -> Iterator[Statement]:
    if relation != "=":
        yield tg("valueRelation"), text_literal(relation)


def _numbers(**numbers: Decimal | int | bool | None) -> Iterator[Statement]:
    for name, number in numbers.items():
        if number is not None:
            yield tg(name), number_literal(number)


def _terms(**terms: str | None) -> Iterator[Statement]:
    for name, term in terms.items():
        if term is not None:
            yield tg(name), tg(term)


def _texts(**texts: str) -> Iterator[Statement]:
    for name, text in texts.items():
        if text:
            yield tg(name), text_literal(text)
