"""The vocabulary is whole, and dataclasses, vocabulary and shapes say the same."""

import re
from collections import Counter
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest
from rdflib import OWL, RDF, RDFS, SH, SKOS, Graph, Namespace, URIRef
from rdflib.collection import Collection
from trialgraph import ontology
from trialgraph.ontology import facts

TG = Namespace("https://w3id.org/trialgraph/")
ONTOLOGY = URIRef(TG + "ontology")
FOLDER = Path(ontology.__file__).parent
VOCABULARY = Graph().parse(FOLDER / "trialgraph.ttl")
SHAPES = Graph().parse(FOLDER / "shapes.ttl")
ALIGNMENTS = Graph().parse(FOLDER / "alignments.ttl")

CLASSES = """Document Concept Drug DrugClass Target Mechanism Disease CellType Test Biomarker Endpoint AdverseEvent
    Organization Regimen Trial Arm Population Claim LinkClaim Result OutcomeResult AdverseEventResult Dosage Evidence
    Conflict Flag Grounding Measure Status Assertion Role Consequence CodedValue Phase Design Unit"""
PROPERTIES = """targets hasMechanism inClass treats mayCause interferesWith expressedOn mediatedBy enhances component
    registryId phase design studies enrolled siteCount countryCount sponsor primaryEndpoint secondaryEndpoint
    medianFollowUp dataCutoff randomizationRatio priorLines hasArm regimen size role evidence trial arm comparator
    endpoint measure value valueRelation unit status atTime count total ciLow ciHigh ciLowStatus ciHighStatus ciLevel
    pRelation pValue pSides population analysisSet assessedBy event grade serious treatmentRelated consequence drug
    amount route schedule text inDocument quote start end section assertion confidence betweenClaim onProperty
    explanation supersedes supportCount flagged check matchConfidence"""
WITHOUT_RANGE = {"dataCutoff", "onProperty"}
"""OWL 2 DL has no xsd:date; a property is not an individual."""
NO_PROPERTY = {"rule", "type"}
"""Fields that are told by the class, or by the run that made the evidence."""


def properties(dataclass: type) -> set[str]:
    """The names that a dataclass's fields have in the vocabulary."""
    names = {field.name for field in fields(dataclass)} - NO_PROPERTY
    return {re.sub(r"_(\w)", lambda match: match[1].upper(), name) for name in names}


def terms(graph: Graph) -> set[str]:
    """Names in tg: that a graph uses, without instances, shapes and the ontologies themselves."""
    names = {str(node).removeprefix(TG) for triple in graph for node in triple if str(node).startswith(TG)}
    return {name for name in names if re.fullmatch(r"\w+", name)} - {"ontology", "shapes", "alignments"}


def members(graph: Graph, node: object) -> set[str]:
    """The classes that a domain or a range stands for."""
    union = graph.value(node, OWL.unionOf)
    return {str(n).removeprefix(TG) for n in (Collection(graph, union) if union is not None else [node])}


DECLARED = {
    str(s).removeprefix(TG)
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.NamedIndividual)
    for s in VOCABULARY.subjects(RDF.type, kind)
    if str(s).startswith(TG)
}


@pytest.mark.parametrize("name", CLASSES.split())
def test_every_class_is_declared(name: str) -> None:
    assert (TG[name], RDF.type, OWL.Class) in VOCABULARY


@pytest.mark.parametrize("name", PROPERTIES.split())
def test_every_property_has_a_kind_a_domain_and_a_range(name: str) -> None:
    kinds = {OWL.ObjectProperty, OWL.DatatypeProperty} & set(VOCABULARY.objects(TG[name], RDF.type))
    assert len(kinds) == 1
    assert VOCABULARY.value(TG[name], RDFS.domain) is not None
    assert (VOCABULARY.value(TG[name], RDFS.range) is None) == (name in WITHOUT_RANGE)


@pytest.mark.parametrize("name", sorted(DECLARED))
def test_every_term_is_named_defined_and_shown_at_work(name: str) -> None:
    about = [list(VOCABULARY.objects(TG[name], p)) for p in (RDFS.label, SKOS.definition)]
    assert [len(texts) for texts in about] == [1, 1]
    assert all(getattr(text, "language", "") == "en" and str(text) == text.strip() for texts in about for text in texts)
    assert VOCABULARY.value(TG[name], SKOS.example) is not None


@pytest.mark.parametrize("predicate", [RDFS.label, SKOS.definition])
def test_no_two_terms_share_a_label_or_a_definition(predicate: URIRef) -> None:
    texts = Counter(str(VOCABULARY.value(TG[name], predicate)).casefold() for name in DECLARED)
    assert [text for text, n in texts.items() if n > 1] == []


def test_every_term_used_is_declared() -> None:
    assert terms(VOCABULARY) - DECLARED == set()
    assert terms(SHAPES) - DECLARED == set()


def test_the_ontology_tells_its_version_title_description_licence_and_creator() -> None:
    dcterms = Namespace("http://purl.org/dc/terms/")
    wanted = [OWL.versionIRI, dcterms.title, dcterms.description, dcterms.license, dcterms.creator]
    assert all(VOCABULARY.value(ONTOLOGY, predicate) is not None for predicate in wanted)


def test_nothing_that_leaves_owl_2_dl() -> None:
    xsd_date = URIRef("http://www.w3.org/2001/XMLSchema#date")
    assert (TG.LinkClaim, RDFS.subClassOf, RDF.Statement) not in VOCABULARY
    assert (None, None, xsd_date) not in VOCABULARY
    declared = set(VOCABULARY.subjects(RDF.type, None))
    borrowed = {
        o
        for predicate in (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range)
        for o in VOCABULARY.objects(None, predicate)
        if not str(o).startswith("http://www.w3.org/2001/XMLSchema#")
    }
    assert borrowed - declared == set()


ALIGNED_BY = (
    SKOS.exactMatch, SKOS.closeMatch, SKOS.broadMatch, SKOS.relatedMatch, RDFS.subClassOf, RDFS.subPropertyOf,
)  # fmt: skip
OURS_ALONE = set(
    """Status Assertion Role Consequence Judgement right wrong siteCount countryCount medianFollowUp priorLines
    mediatedBy enhances role trial arm valueRelation endpoint measure comparator status atTime ciLowStatus
    ciHighStatus pRelation analysisSet assessedBy grade treatmentRelated consequence onProperty check riskReduction
    notReached notEstimable notReported affirmed negated speculative experimental discontinuation interruption
    doseReduction hospitalization doseEscalation claimCount""".split()
)
"""No term that means nearly the same was found in the vocabularies that `alignments.ttl` names."""


def foreign(name: str) -> set[str]:
    """The terms of other vocabularies to which one of ours is tied."""
    return {str(o) for p in ALIGNED_BY for o in VOCABULARY.objects(TG[name], p) if not str(o).startswith(str(TG))}


def test_every_term_is_aligned_to_other_vocabularies_or_has_no_counterpart() -> None:
    assert {name for name in DECLARED if not foreign(name)} == OURS_ALONE


@pytest.mark.parametrize("name", sorted(DECLARED - OURS_ALONE))
def test_what_a_term_is_aligned_to_has_a_name_and_a_home(name: str) -> None:
    for iri in foreign(name):
        assert len(list(ALIGNMENTS.objects(URIRef(iri), RDFS.label))) == 1, iri
        assert ALIGNMENTS.value(ALIGNMENTS.value(URIRef(iri), RDFS.isDefinedBy), RDFS.label) is not None, iri


def test_every_foreign_term_that_is_named_is_used() -> None:
    used = {iri for name in DECLARED for iri in foreign(name)}
    assert {str(s) for s in ALIGNMENTS.subjects(RDFS.isDefinedBy)} == used


@pytest.mark.parametrize(
    "vocabulary",
    ["PROV-O", "Web Annotation", "Statistics Ontology", "Ontology for Biomedical Investigations", "NCI Thesaurus",
     "Clinical Trials Ontology", "Ontology of Adverse Events", "Biolink Model", "schema.org", "QUDT",
     "Semanticscience Integrated Ontology"],
)  # fmt: skip
def test_the_vocabularies_of_the_field_are_among_them(vocabulary: str) -> None:
    (home,) = [s for s, label in ALIGNMENTS.subject_objects(RDFS.label) if str(label) == vocabulary]
    assert (None, RDFS.isDefinedBy, home) in ALIGNMENTS


def test_a_text_in_the_data_stands_for_one_value() -> None:
    texts = Counter(
        (str(kind), str(text))
        for value, text in VOCABULARY.subject_objects(SKOS.notation)
        for kind in VOCABULARY.objects(value, RDF.type)
        if kind != OWL.NamedIndividual
    )
    assert set(texts.values()) == {1}
    assert {(str(TG.Phase), "3"), (str(TG.Design), "open-label"), (str(TG.Unit), "months")} <= set(texts)


def test_units_have_codes_of_ucum() -> None:
    code = URIRef("http://qudt.org/schema/qudt/ucumCode")
    codes = [str(VOCABULARY.value(unit, code)) for unit in VOCABULARY.subjects(RDF.type, TG.Unit)]
    assert {"mo", "%", "mg/kg", "1"} <= set(codes)
    assert len(set(codes)) == len(codes)


@pytest.mark.parametrize(
    ("literal", "cls"),
    [
        (facts.Measure, "Measure"),
        (facts.Status, "Status"),
        (facts.Assertion, "Assertion"),
        (facts.Role, "Role"),
        (facts.Consequence, "Consequence"),
    ],
)
def test_the_values_of_a_field_are_the_individuals_of_its_class(literal: object, cls: str) -> None:
    individuals = {str(s).removeprefix(TG) for s in VOCABULARY.subjects(RDF.type, TG[cls])}
    assert set(get_args(literal)) == individuals


def test_concept_kinds_are_the_classes_of_concepts() -> None:
    subclasses = {str(s).removeprefix(TG) for s in VOCABULARY.subjects(RDFS.subClassOf, TG.Concept)}
    assert set(get_args(facts.ConceptKind)) == subclasses


def test_predicates_of_links_are_what_the_shape_of_links_allows() -> None:
    shape = next(s for s in SHAPES.subjects(SH.path, RDF.predicate))
    allowed = {str(p).removeprefix(TG) for p in Collection(SHAPES, SHAPES.value(shape, SH["in"]))}
    assert allowed == {*get_args(facts.LinkPredicate), *get_args(facts.TrialProperty), "hasArm"}
    assert all((TG[name], RDFS.domain, None) in VOCABULARY for name in allowed)


@pytest.mark.parametrize(
    ("dataclass", "cls"),
    [
        (facts.OutcomeResult, "OutcomeResult"),
        (facts.AdverseEventResult, "AdverseEventResult"),
        (facts.Dosage, "Dosage"),
        (facts.Evidence, "Evidence"),
    ],
)
def test_every_field_of_a_fact_is_a_property_of_its_class(dataclass: type, cls: str) -> None:
    lineage = {TG[cls], *VOCABULARY.transitive_objects(TG[cls], RDFS.subClassOf)}
    for name in properties(dataclass):
        domain = VOCABULARY.value(TG[name], RDFS.domain)
        assert {TG[member] for member in members(VOCABULARY, domain)} & lineage, name


def test_every_field_of_an_arm_is_a_property() -> None:
    own = {"size", "role"}
    assert {field.name for field in fields(facts.TrialArm)} - {"arm", "label", "type"} == own
    assert all(members(VOCABULARY, VOCABULARY.value(TG[name], RDFS.domain)) == {"Arm"} for name in own)


@pytest.mark.parametrize("name", ["OutcomeResult", "AdverseEventResult", "Dosage", "Evidence"])
def test_the_shapes_check_every_property_of_a_fact(name: str) -> None:
    targeting = set(SHAPES.subjects(SH.targetClass, TG[name]))
    checked = {
        str(path).removeprefix(TG)
        for shape in targeting
        for constraint in SHAPES.objects(shape, SH.property)
        for path in SHAPES.objects(constraint, SH.path)
    }
    assert properties(getattr(facts, name)) - checked == set()
