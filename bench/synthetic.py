"""Made-up trials and documents with the shape of real ones, to measure the store on graphs of any size.

The shape is what is read out of the forty annotated abstracts, in the mean 28 facts (9.5 properties of trials, 7.2
outcomes, 4.9 events, 3.0 links, 2.2 arms, 1.4 doses), 561 statements, 10 names, 2,376 characters, quotes of 48.
Twenty documents report on eleven trials: six have one report, three two, one three, one five. Each later report has a
later data cut-off and repeats some earlier results; every tenth document is a review of two trials. So more claims have
several witnesses than in those abstracts, hardly two of which are about one trial. Each document depends on its number
alone. Names of concepts are the lexicon's.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from random import Random
from typing import Any

from trialgraph.ontology.document import Document
from trialgraph.ontology.facts import (
    AdverseEventResult,
    Arm,
    Claim,
    Concept,
    ConceptKind,
    Dosage,
    Evidence,
    Fact,
    Link,
    LinkPredicate,
    NameUse,
    OutcomeResult,
    Reading,
    Regimen,
    Trial,
    TrialArm,
    TrialAttribute,
    TrialProperty,
)
from trialgraph.ontology.lexicon import load_lexicon

_REPORTED = [*range(6), *(trial for trial in (6, 7, 8) for _ in range(2)), *[9] * 3, *[10] * 5]
"""Which of a block's eleven trials each of its twenty documents reports on."""
_SURVIVAL = [Concept("Endpoint", name) for name in ("progression-free survival", "overall survival")]
_LINKS: list[tuple[ConceptKind, LinkPredicate, ConceptKind]] = [
    ("Drug", "targets", "Target"),
    ("Drug", "hasMechanism", "Mechanism"),
    ("Drug", "inClass", "DrugClass"),
    ("Drug", "treats", "Disease"),
    ("Drug", "mayCause", "AdverseEvent"),
    ("Drug", "interferesWith", "Test"),
    ("Drug", "enhances", "Drug"),
    ("Target", "expressedOn", "CellType"),
    ("Mechanism", "mediatedBy", "CellType"),
]
_RULES = {"table": 0.99, "dosage": 0.99, "arm": 0.98, "trial": 0.97, "ratio": 0.93, "outcome": 0.92, "link": 0.9}
_RULES |= {"event-named": 0.91, "link.target": 0.86, "outcome-far": 0.78, "event-far": 0.62}
"""What found the facts, with its confidence."""


@dataclass(frozen=True)
class Study:
    """A trial with all that its reports say of it."""

    trial: Trial
    arms: tuple[Arm, ...]
    sizes: tuple[int, ...]
    disease: Concept
    sponsor: Concept
    endpoints: tuple[Concept, ...]


def read(number: int) -> tuple[Document, Reading]:
    """Give a document and what is read out of it."""
    random = Random(f"document {number}")
    trial, report = _reported(number)
    if number % 10 == 9:
        claims, title = [*_review(random, number)], f"Review {number}"
    else:
        claims = [*_report(random, study(trial), report)]
        title = f"Report {report + 1} of {study(trial).trial.name}"
    return _document(number, title, claims, random)


@cache
def _concepts(kind: ConceptKind) -> list[Concept]:
    return [entry.concept for entry in load_lexicon().entries() if entry.concept.kind == kind]


def _some(random: Random, kind: ConceptKind) -> Concept:
    """Pick a concept; few of them are named by many documents, and many by few."""
    known = _concepts(kind)
    return known[int(len(known) * random.random() ** 2.5)]


def _reported(number: int) -> tuple[int, int]:
    """Give the number of the trial that a document reports on, and that of the report."""
    block, place = divmod(number, len(_REPORTED))
    which = _REPORTED[place]
    return 11 * block + which, place - _REPORTED.index(which)


@cache
def study(number: int) -> Study:
    """Give a trial by its number."""
    random = Random(f"trial {number}")
    trial = Trial(f"SYN-{number:05}", (f"NCT9{number:07}",))
    backbone = {_some(random, "Drug") for _ in range(random.choice((1, 1, 2)))}
    added = [_some(random, "Drug") for _ in range(random.choice((1, 1, 1, 2)))]
    regimens = [Regimen.of(*backbone, drug) for drug in added] + [Regimen.of(*backbone)]
    arms = tuple(dict.fromkeys(Arm(trial, regimen) for regimen in regimens))
    endpoints = (*_SURVIVAL, *(_some(random, "Endpoint") for _ in range(3)))
    sizes = tuple(random.randint(40, 600) for _ in arms)
    return Study(trial, arms, sizes, _some(random, "Disease"), _some(random, "Organization"), endpoints)


def _report(random: Random, study: Study, report: int) -> Iterator[Claim]:
    yield from _attributes(random, study, _cutoff(report))
    for arm, size in zip(study.arms, study.sizes, strict=True):
        role = "control" if arm is study.arms[-1] else "experimental"
        yield TrialArm(arm=arm, size=size, role=role, label=f"{arm.regimen.components[0].name} group")
    earlier = [past for past in range(report) if random.random() < 0.4]
    for told in (report, *earlier):
        yield from _outcomes(study, told, 6)
        yield from _events(study, told, 2)
    for drug in study.arms[0].regimen.components[: random.choice((1, 2))]:
        yield _dose(random, drug, study.trial)
    yield from (_link(random) for _ in range(2))


def _attributes(random: Random, study: Study, cutoff: str) -> Iterator[Claim]:
    phase = str(len(study.arms) + 1)
    blinding = "open-label" if random.random() < 0.99 else "double-blind"
    told: list[tuple[TrialProperty, Any]] = [("registryId", study.trial.registry_ids[0]), ("phase", phase)]
    told += [("design", "randomized"), ("design", blinding)]
    told += [("studies", study.disease), ("enrolled", sum(study.sizes)), ("sponsor", study.sponsor)]
    told += [("primaryEndpoint", study.endpoints[0]), ("secondaryEndpoint", study.endpoints[1])]
    told += [("dataCutoff", cutoff), ("medianFollowUp", Decimal(random.randint(60, 600)) / 10)]
    for name, value in random.sample(told, len(told) - 1):
        yield TrialAttribute(trial=study.trial, attribute=name, value=value)


def _cutoff(report: int) -> str:
    return f"{2012 + report}-06"


def _outcomes(study: Study, report: int, count: int) -> Iterator[Claim]:
    for number in range(count):
        random = Random(f"{study.trial.name} {report} {number}")
        endpoint = study.endpoints[number // 3 % len(study.endpoints)]
        arm, against = study.arms[number % len(study.arms)], study.arms[-1]
        population = f"age {60 + number} or older" if number > 3 else ""
        about: dict[str, Any] = {"trial": study.trial, "endpoint": endpoint, "population": population}
        about |= {"data_cutoff": _cutoff(report)}
        value = Decimal(random.randint(100, 990)) / 10
        if number % 3 == 0 and study.arms[0] is not against:
            about |= {"arm": study.arms[0], "comparator": against, "measure": "hazardRatio", "unit": "ratio"}
            about |= {"p_relation": "<", "p_value": Decimal("0.9")}
            yield OutcomeResult(**about, **_interval(value / 100))
        elif number % 3 == 1:
            yield OutcomeResult(arm=arm, measure="median", unit="months", **about, **_interval(value))
        else:
            total = study.sizes[study.arms.index(arm)]
            share = _share(random, total)
            yield OutcomeResult(arm=arm, measure="proportion", unit="percent", **share, **about)


def _interval(value: Decimal) -> dict[str, Any]:
    """Give an estimate with an interval round it."""
    low, high = (round(value * factor, 2) for factor in (Decimal("0.8"), Decimal("1.25")))
    return {"value": value, "ci_low": low, "ci_high": high, "ci_level": Decimal(95)}


def _share(random: Random, total: int) -> dict[str, Any]:
    count = random.randint(1, total)
    return {"count": count, "total": total, "value": round(Decimal(100 * count) / total, 1)}


def _events(study: Study, report: int, count: int) -> Iterator[Claim]:
    for number in range(count):
        random = Random(f"{study.trial.name} {report} event {number}")
        event, grade = _some(random, "AdverseEvent"), ("any", ">=3")[number % 2]
        more: list[dict[str, Any]] = [{"serious": True}, {"consequence": "discontinuation"}, *[{}] * 5]
        told = random.choice(more)
        for arm, size in zip(study.arms, study.sizes, strict=True):
            share = _share(random, size)
            yield AdverseEventResult(trial=study.trial, arm=arm, event=event, grade=grade, **share, **told)


def _dose(random: Random, drug: Concept, trial: Trial) -> Dosage:
    how = {"unit": "mg/kg", "route": "iv", "schedule": f"on days 1 and {random.randint(8, 22)}"}
    return Dosage(drug=drug, amount=Decimal(random.randint(1, 60)), trial=trial, **how)


def _link(random: Random) -> Link:
    """Tie a concept to one of the few that it is tied to."""
    kind, predicate, other = random.choice(_LINKS)
    subject = _some(random, kind)
    tied = Random(f"{subject.name} {predicate} {random.randrange(12 if predicate == 'mayCause' else 2)}")
    return Link(subject=subject, predicate=predicate, object=_some(tied, other))


def _review(random: Random, number: int) -> Iterator[Claim]:
    yield from (_link(random) for _ in range(12))
    trials = 11 * (number // len(_REPORTED) + 1)
    for cited in (study(random.randrange(trials)) for _ in range(2)):
        yield TrialAttribute(trial=cited.trial, attribute="studies", value=cited.disease)
        yield from _outcomes(cited, 0, 4)
        yield from _events(cited, 0, 1)


def _document(number: int, title: str, claims: list[Claim], random: Random) -> tuple[Document, Reading]:
    """Give each claim a sentence of its own."""
    text, facts = f"{title}.\n\n", list[Fact]()
    for place, claim in enumerate(claims):
        quote = f"{claim.type} {place} of document {number:06} says {random.randrange(10**6):06}."
        rule = random.choices([*_RULES], [1 if sure < 0.8 else 20 for sure in _RULES.values()])[0]
        assertion = random.choices(("affirmed", "speculative", "negated"), (95, 3, 2))[0]
        section = "Results" if random.random() < 0.65 else ""
        span: dict[str, Any] = {"start": len(text), "end": len(text) + len(quote), "quote": quote, "section": section}
        facts.append(Fact(claim, Evidence(**span, rule=rule, confidence=_RULES[rule], assertion=assertion)))
        text += f"{quote} This sentence here tells no fact. "
    name = f"synthetic-{number:06}"
    document = Document(
        identifier=name, source=f"{name}.txt", text=text, title=title, issued=f"{2010 + number % 16}", kind="abstract"
    )
    endpoints = [claim.endpoint for claim in claims if isinstance(claim, OutcomeResult)]
    names = tuple(NameUse(random.choice(endpoints), f"E{random.randrange(5000)}") for _ in range(10))
    return document, Reading(tuple(facts), names)
