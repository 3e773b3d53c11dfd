"""From a reading to RDF: everything that one document states, in the document's own graph."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from pyoxigraph import NamedNode, Quad

from ..ontology.document import Document
from ..ontology.facts import (
    AdverseEventResult,
    Arm,
    Claim,
    Concept,
    Dosage,
    Evidence,
    Fact,
    Link,
    OutcomeResult,
    Reading,
    Regimen,
    Trial,
    TrialArm,
    TrialAttribute,
)
from .claims import Statement, link_triple, statements
from .iris import (
    ALT_LABEL,
    DCTERMS,
    PREF_LABEL,
    PROV,
    RDFS,
    TYPE,
    claim_iri,
    concept_iri,
    document_iri,
    evidence_iri,
    mint,
    regimen_iri,
    slug,
    tg,
)
from .keys import KEY, keyed, name_key
from .literals import number_literal, text_literal
from .matches import match_statements
from .naming import Naming, population_label, trials_of
from .trials import TrialIdentity


@dataclass(frozen=True, slots=True)
class Rendering:
    """A document's graph; its claims, affirmed or not, by IRI; the concepts that it speaks of."""

    quads: frozenset[Quad]
    claims: Mapping[str, tuple[Claim, bool]]
    concepts: frozenset[Concept]


def render(
    document: Document, reading: Reading, version: str, identities: Mapping[Trial, TrialIdentity] | None = None
) -> Rendering:
    """Say in RDF what a document states; `version` is the reader's, `identities` the trials known by other names."""
    writer = _Writer(document, Naming(document.identifier, identities or {}), version)
    writer.describe_document()
    for fact in reading.facts:
        writer.write_fact(fact)
    for use in reading.names:
        writer.concepts.add(use.concept)
        writer.say(concept_iri(use.concept), (ALT_LABEL, text_literal(use.name, "en")))
    for match in reading.matches:
        for subject, about in match_statements(match):
            writer.say(subject, about)
    writer.write_evidence()
    writer.say(document_iri(document.identifier), (tg("claimCount"), number_literal(len(writer.claims))))
    return Rendering(frozenset(writer.quads), writer.claims, frozenset(writer.concepts))


class _Writer:
    """Collects the quads of one document."""

    def __init__(self, document: Document, naming: Naming, version: str) -> None:
        self.quads: set[Quad] = set()
        self.claims: dict[str, tuple[Claim, bool]] = {}
        self.concepts: set[Concept] = set()
        self._described: set[Concept | Regimen | Arm | Trial] = set()
        self._document, self._naming, self._version = document, naming, version
        self._graph = document_iri(document.identifier)
        self._evidence: defaultdict[tuple[NamedNode, int, int], list[Evidence]] = defaultdict(list)

    def say(self, subject: NamedNode, *about: Statement) -> None:
        self.quads.update(Quad(subject, predicate, value, self._graph) for predicate, value in keyed(about))

    def describe_document(self) -> None:
        document = self._document
        self.say(self._graph, (TYPE, tg("Document")), _dcterms("source", document.source))
        self.say(self._graph, (KEY, text_literal(name_key(document.identifier))))
        described = {"title": document.title, "issued": document.issued, "type": document.kind}
        for name, value in {**described, "rights": document.licence}.items():
            if value:
                self.say(self._graph, _dcterms(name, value))
        self.say(self._graph, *(_dcterms("identifier", curie) for curie in document.identifiers))

    def write_fact(self, fact: Fact) -> None:
        claim, evidence = fact.claim, fact.evidence
        about = statements(claim, self._naming)
        node, affirmed = claim_iri(about), evidence.assertion == "affirmed"
        self.say(node, *about)
        self._describe_parts(claim)
        if affirmed and isinstance(claim, Link | TrialAttribute | TrialArm):
            subject, predicate, value = link_triple(claim, self._naming)
            self.say(subject, (predicate, value))
            if isinstance(claim, TrialArm):
                self._describe_group(claim)
        self.claims[node.value] = claim, affirmed or self.claims.get(node.value, (claim, False))[1]
        self._evidence[node, evidence.start, evidence.end].append(evidence)

    def _describe_parts(self, claim: Claim) -> None:
        for trial in trials_of(claim) - self._described:
            self._described.add(trial)
            self._describe_trial(trial)
        for part in _parts(claim):
            if part in self._described:
                continue
            self._described.add(part)
            if isinstance(part, Concept):
                self.concepts.add(part)
            elif isinstance(part, Arm):
                self._describe_arm(part)
            else:
                self._describe_regimen(part)
        population, trial = getattr(claim, "population", ""), getattr(claim, "trial", None)
        if population and trial is not None:
            node = self._naming.population(trial, population)
            label = PREF_LABEL, text_literal(population_label(population))
            self.say(node, (TYPE, tg("Population")), label, (tg("trial"), self._naming.trial(trial)))

    def _describe_trial(self, trial: Trial) -> None:
        node, label = self._naming.trial(trial), self._naming.identity(trial).label
        self.say(node, (TYPE, tg("Trial")), (PREF_LABEL, text_literal(label)))
        self.say(node, *((tg("registryId"), text_literal(number)) for number in trial.registry_ids))
        if trial.name and trial.name != label:
            self.say(node, (ALT_LABEL, text_literal(trial.name)))

    def _describe_arm(self, arm: Arm) -> None:
        label = f"{self._naming.identity(arm.trial).label}: {_regimen_label(arm.regimen)}"
        about = (TYPE, tg("Arm")), (PREF_LABEL, text_literal(label)), (tg("regimen"), regimen_iri(arm.regimen))
        self.say(self._naming.arm(arm), *about)
        self._describe_regimen(arm.regimen)

    def _describe_regimen(self, regimen: Regimen) -> None:
        components = ((tg("component"), concept_iri(component)) for component in regimen.components)
        label = PREF_LABEL, text_literal(_regimen_label(regimen))
        self.say(regimen_iri(regimen), (TYPE, tg("Regimen")), label, *components)
        self.concepts.update(regimen.components)

    def _describe_group(self, claim: TrialArm) -> None:
        node = self._naming.arm(claim.arm)
        if claim.size is not None:
            self.say(node, (tg("size"), number_literal(claim.size)))
        if claim.role is not None:
            self.say(node, (tg("role"), tg(claim.role)))
        if claim.label:
            self.say(node, (ALT_LABEL, text_literal(claim.label)))

    def write_evidence(self) -> None:
        """Write each piece of evidence once; of several rules at the same words the surest counts."""
        for (claim, start, end), pieces in self._evidence.items():
            node = evidence_iri(claim, self._graph, start, end)
            best = min(pieces, key=lambda piece: (-piece.confidence, piece.assertion, piece.rule, piece.section))
            self.say(claim, (tg("evidence"), node))
            self.say(node, *self._about(best), (tg("start"), number_literal(start)), (tg("end"), number_literal(end)))

    def _about(self, evidence: Evidence) -> Iterator[Statement]:
        yield TYPE, tg("Evidence")
        yield tg("inDocument"), self._graph
        yield tg("quote"), text_literal(evidence.quote)
        yield tg("assertion"), tg(evidence.assertion)
        yield tg("confidence"), number_literal(Decimal(str(round(evidence.confidence, 4))))
        yield NamedNode(f"{PROV}wasGeneratedBy"), self._run(evidence.rule)
        if evidence.section:
            yield tg("section"), text_literal(evidence.section)

    def _run(self, rule: str) -> NamedNode:
        """Describe what found a fact: the version, and its rule or model."""
        node = mint("run", slug(self._version), slug(rule))
        label = NamedNode(f"{RDFS}label"), text_literal(f"trialgraph {self._version}: {rule or 'no rule named'}")
        self.say(node, (TYPE, NamedNode(f"{PROV}Activity")), label)
        return node


def _dcterms(name: str, value: str) -> Statement:
    return NamedNode(f"{DCTERMS}{name}"), text_literal(value)


def _parts(claim: Claim) -> Iterable[Concept | Regimen | Arm]:
    """Give the concepts, regimens and arms that a claim names."""
    match claim:
        case Link():
            return claim.subject, claim.object
        case TrialAttribute():
            return (claim.value,) if isinstance(claim.value, Concept) else ()
        case TrialArm():
            return (claim.arm,)
        case OutcomeResult():
            return (claim.endpoint, *(arm for arm in (claim.arm, claim.comparator) if arm is not None))
        case AdverseEventResult():
            return (claim.event,) if claim.arm is None else (claim.event, claim.arm)
        case Dosage():
            return (claim.drug,)


def _regimen_label(regimen: Regimen) -> str:
    return " + ".join(component.name for component in regimen.components)
