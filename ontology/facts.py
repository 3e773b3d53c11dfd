"""What documents state: claims, and facts, which are claims with the words that state them.

A claim holds no trace of a document, so the same claim read in two papers is one claim with two pieces of evidence.
Numbers are `Decimal`, as printed. `None` means "not reported"; zero, "not reached" and "not estimable" have values of
their own.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

ConceptKind = Literal[
    "Drug", "DrugClass", "Target", "Mechanism", "Disease", "CellType", "Test", "Biomarker", "Endpoint",
    "AdverseEvent", "Organization",
]  # fmt: skip
Assertion = Literal["affirmed", "negated", "speculative"]
Status = Literal["notReached", "notEstimable", "notReported"]
Role = Literal["experimental", "control"]
Relation = Literal["=", "<", ">", "<=", ">="]
Measure = Literal[
    "median", "proportion", "hazardRatio", "oddsRatio", "relativeRisk", "riskReduction", "mean", "difference",
    "rateAt", "geometricMean",
]  # fmt: skip
LinkPredicate = Literal[
    "targets", "hasMechanism", "inClass", "treats", "mayCause", "interferesWith", "expressedOn", "mediatedBy",
    "enhances",
]  # fmt: skip
TrialProperty = Literal[
    "registryId", "phase", "design", "studies", "enrolled", "siteCount", "countryCount", "sponsor",
    "primaryEndpoint", "secondaryEndpoint", "medianFollowUp", "dataCutoff", "randomizationRatio", "priorLines",
]  # fmt: skip
Consequence = Literal["fatal", "discontinuation", "interruption", "doseReduction", "hospitalization"]


@dataclass(frozen=True, slots=True, order=True)
class Concept:
    """A thing of the field under its preferred name (a drug's INN, an event's plain clinical term)."""

    kind: ConceptKind
    name: str


@dataclass(frozen=True, slots=True, order=True)
class Regimen:
    """Drugs given together, sorted by name; placebo, observation, surgery are members too.

    >>> Regimen.of(Concept("Drug", "placebo"), Concept("Drug", "letrozole")).components[0].name
    'letrozole'
    """

    components: tuple[Concept, ...]

    @classmethod
    def of(cls, *drugs: Concept) -> "Regimen":
        """Make a regimen of drugs in any order, each counted once."""
        return cls(tuple(sorted(set(drugs))))


@dataclass(frozen=True, slots=True, order=True)
class Trial:
    """A study: its acronym, and its registry numbers (sorted); one that has neither is known by its document."""

    name: str = ""
    registry_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, order=True)
class Arm:
    """A group of a trial, known by what its patients are given."""

    trial: Trial
    regimen: Regimen


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A relation between concepts: isatuximab targets CD38."""

    subject: Concept | Regimen
    predicate: LinkPredicate
    object: Concept
    type: Literal["Link"] = "Link"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialAttribute:
    """One property of a trial with one value: a concept, a text, or a number (follow-up in months, dates ISO 8601)."""

    trial: Trial
    attribute: TrialProperty
    value: Concept | int | Decimal | str
    type: Literal["TrialAttribute"] = "TrialAttribute"


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialArm:
    """A trial has this arm; `size` in patients, `label` as the document calls it."""

    arm: Arm
    size: int | None = None
    role: Role | None = None
    label: str = ""
    type: Literal["TrialArm"] = "TrialArm"


@dataclass(frozen=True, slots=True, kw_only=True)
class OutcomeResult:
    """A result with everything printed about it; `arm` is None for all patients together."""

    trial: Trial
    arm: Arm | None
    endpoint: Concept
    measure: Measure
    comparator: Arm | None = None
    value: Decimal | None = None
    value_relation: Relation = "="
    unit: str = ""
    """`months`, `percent`, `ratio`, … or as written."""
    status: Status | None = None
    at_time: str = ""
    count: int | None = None
    total: int | None = None
    ci_low: Decimal | Status | None = None
    ci_high: Decimal | Status | None = None
    ci_level: Decimal | None = None
    """In percent: 95."""
    p_relation: Relation | None = None
    p_value: Decimal | None = None
    p_sides: Literal[1, 2] | None = None
    population: str = ""
    """Subgroup as written, short; empty for the whole arm."""
    analysis_set: str = ""
    assessed_by: str = ""
    data_cutoff: str = ""
    median_follow_up: str = ""
    type: Literal["OutcomeResult"] = "OutcomeResult"


@dataclass(frozen=True, slots=True, kw_only=True)
class AdverseEventResult:
    """How many patients of an arm had an event; `value` in percent."""

    trial: Trial
    arm: Arm | None
    event: Concept
    grade: str = "any"
    """`any`, `>=3`, `3-4`, `5`, …"""
    value: Decimal | None = None
    value_relation: Relation = "="
    count: int | None = None
    total: int | None = None
    serious: bool | None = None
    treatment_related: bool | None = None
    consequence: Consequence | None = None
    population: str = ""
    type: Literal["AdverseEventResult"] = "AdverseEventResult"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dosage:
    """A dose of a drug; `route` is `iv`, `oral`, `sc`, …, `schedule` as written."""

    drug: Concept
    amount: Decimal
    unit: str
    trial: Trial | None = None
    route: str = ""
    schedule: str = ""
    type: Literal["Dosage"] = "Dosage"


Claim = Link | TrialAttribute | TrialArm | OutcomeResult | AdverseEventResult | Dosage


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words that state a claim: a span of the document's stored text."""

    start: int
    end: int
    quote: str
    section: str = ""
    assertion: Assertion = "affirmed"
    confidence: float = 1.0
    """Probability that the claim is what the words say, 0 to 1."""
    rule: str = ""
    """Name of the rule or model that found it."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim and one piece of evidence for it."""

    claim: Claim
    evidence: Evidence


@dataclass(frozen=True, slots=True, order=True)
class NameUse:
    """A name under which a document speaks of a concept, such as `Isa` for isatuximab."""

    concept: Concept
    name: str


@dataclass(frozen=True, slots=True, order=True)
class ConceptMatch:
    """A concept's counterpart in another vocabulary, as it was found; `broad` where the counterpart says less."""

    concept: Concept
    curie: str
    relation: Literal["exact", "close", "broad"]
    confidence: float
    """0 to 1."""
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read out of one document."""

    facts: tuple[Fact, ...]
    names: tuple[NameUse, ...] = ()
    dropped: int = 0
    """Candidates that did not fit as a whole and were left out."""
    matches: tuple[ConceptMatch, ...] = ()
    """Of concepts that the lexicon does not know, where terminologies were looked up."""
