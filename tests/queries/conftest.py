"""A small graph of true facts, stated by two papers that do not quite agree and one note that hedges."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from trialgraph.graph.knowledge_graph import KnowledgeGraph
from trialgraph.ontology.document import Document
from trialgraph.ontology.facts import (
    AdverseEventResult,
    Arm,
    Assertion,
    Claim,
    Concept,
    Dosage,
    Evidence,
    Fact,
    Link,
    NameUse,
    OutcomeResult,
    Reading,
    Regimen,
    Trial,
    TrialArm,
    TrialAttribute,
)

ISATUXIMAB = Concept("Drug", "isatuximab")
DARATUMUMAB = Concept("Drug", "daratumumab")
CARFILZOMIB = Concept("Drug", "carfilzomib")
DEXAMETHASONE = Concept("Drug", "dexamethasone")
CD38 = Concept("Target", "CD38")
ADCC = Concept("Mechanism", "antibody-dependent cellular cytotoxicity")
MYELOMA = Concept("Disease", "multiple myeloma")
PFS = Concept("Endpoint", "progression-free survival")
SURVIVAL = Concept("Endpoint", "overall survival")
RESPONSE = Concept("Endpoint", "overall response rate")
NEUTROPENIA = Concept("AdverseEvent", "neutropenia")
REACTION = Concept("AdverseEvent", "infusion reaction")
IKEMA = Trial("IKEMA", ("NCT03275285",))
NEW = Arm(IKEMA, Regimen.of(ISATUXIMAB, CARFILZOMIB, DEXAMETHASONE))
OLD = Arm(IKEMA, Regimen.of(CARFILZOMIB, DEXAMETHASONE))


def outcome(arm: Arm, endpoint: Concept, measure: str, value: str | None, **more: object) -> OutcomeResult:
    number = None if value is None else Decimal(value)
    return OutcomeResult(trial=IKEMA, arm=arm, endpoint=endpoint, measure=measure, value=number, **more)  # type: ignore[arg-type]


def ratio(value: str) -> OutcomeResult:
    interval = {"ci_low": Decimal("0.32"), "ci_high": Decimal("0.89"), "ci_level": Decimal(99)}
    p = {"p_relation": "=", "p_value": Decimal("0.0007"), "p_sides": 1}
    return outcome(NEW, PFS, "hazardRatio", value, unit="ratio", comparator=OLD, **interval, **p)


def event(arm: Arm, concept: Concept, grade: str, value: str, count: int, total: int) -> AdverseEventResult:
    return AdverseEventResult(
        trial=IKEMA, arm=arm, event=concept, grade=grade, value=Decimal(value), count=count, total=total
    )


PAPER: list[Claim] = [
    Link(subject=ISATUXIMAB, predicate="targets", object=CD38),
    Link(subject=ISATUXIMAB, predicate="hasMechanism", object=ADCC),
    Link(subject=ISATUXIMAB, predicate="inClass", object=Concept("DrugClass", "monoclonal antibody")),
    Link(subject=ISATUXIMAB, predicate="treats", object=MYELOMA),
    Link(subject=ISATUXIMAB, predicate="mayCause", object=REACTION),
    TrialAttribute(trial=IKEMA, attribute="phase", value="3"),
    TrialAttribute(trial=IKEMA, attribute="design", value="open-label"),
    TrialAttribute(trial=IKEMA, attribute="enrolled", value=302),
    TrialAttribute(trial=IKEMA, attribute="studies", value=MYELOMA),
    TrialAttribute(trial=IKEMA, attribute="primaryEndpoint", value=PFS),
    TrialArm(arm=NEW, size=179, role="experimental", label="isatuximab group"),
    TrialArm(arm=OLD, size=123, role="control", label="control group"),
    ratio("0.53"),
    outcome(NEW, PFS, "hazardRatio", "0.60", unit="ratio", comparator=OLD, population="age 65 or older"),
    outcome(NEW, PFS, "median", None, status="notReached"),
    outcome(OLD, PFS, "median", "19.15", unit="months", ci_low=Decimal("15.77"), ci_high="notReached"),
    outcome(NEW, RESPONSE, "proportion", "87", unit="percent", count=155, total=179),
    outcome(OLD, RESPONSE, "proportion", "60", unit="percent", count=102, total=123),
    outcome(NEW, SURVIVAL, "rateAt", "88.1", unit="percent", at_time="12 months", data_cutoff="2020-02-07"),
    event(NEW, NEUTROPENIA, ">=3", "19.2", 34, 177),
    event(OLD, NEUTROPENIA, ">=3", "7.4", 9, 122),
    event(NEW, REACTION, "any", "0", 0, 177),
    Dosage(drug=ISATUXIMAB, amount=Decimal(10), unit="mg/kg", trial=IKEMA, route="iv", schedule="weekly in cycle 1"),
]
OTHER_PAPER: list[Claim] = [
    ratio("0.58"),
    outcome(NEW, SURVIVAL, "rateAt", "87.6", unit="percent", at_time="12 months", data_cutoff="2022-01-14"),
    PAPER[0],
]
NOTE: list[Claim] = [
    Link(subject=DARATUMUMAB, predicate="targets", object=CD38),
    Link(subject=ISATUXIMAB, predicate="mayCause", object=NEUTROPENIA),
]


def add(
    graph: KnowledgeGraph, identifier: str, claims: list[Claim], assertion: Assertion = "affirmed", title: str = ""
) -> None:
    """Put claims into a graph, each with a quote of its own."""
    quotes = [f"sentence {number} of {identifier}." for number in range(len(claims))]
    text, facts = "\n".join(quotes), list[Fact]()
    for claim, quote in zip(claims, quotes, strict=True):
        start = text.index(quote)
        facts.append(Fact(claim, Evidence(start=start, end=start + len(quote), quote=quote, assertion=assertion)))
    document = Document(identifier=identifier, source=f"{identifier}.txt", text=text, title=title)
    graph.add(document, Reading(facts=tuple(facts), names=(NameUse(ISATUXIMAB, "Isa"), NameUse(PFS, "PFS"))))


@pytest.fixture(scope="session")
def graph() -> Iterator[KnowledgeGraph]:
    with KnowledgeGraph() as graph:
        add(graph, "paper", PAPER, title="IKEMA, first report")
        add(graph, "other", OTHER_PAPER)
        add(graph, "note", NOTE[:1])
        add(graph, "guess", NOTE[1:], "speculative")
        add(graph, "denial", NOTE[:1], "negated")
        yield graph


@pytest.fixture(scope="session")
def copies() -> Iterator[KnowledgeGraph]:
    """Twelve documents that state the same."""
    with KnowledgeGraph() as graph:
        for number in range(12):
            add(graph, f"copy{number}", PAPER)
        yield graph
