import pytest
from graph_samples import HOSTILE
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode
from rdflib import URIRef
from trialgraph.graph.iris import claim_iri, concept_iri, digest, document_iri, local_name, regimen_iri, slug, tg
from trialgraph.ontology.facts import Concept, Regimen


@given(st.text())
def test_a_slug_is_one_safe_segment_whatever_the_name(name):
    segment = slug(name)
    assert segment.strip(".")
    assert set(segment) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._%~")
    assert NamedNode(f"https://example.org/{segment}").value.endswith(segment)


odd_names = st.text(alphabet="ab/+.~% \U0001f600é", max_size=8)


@given(odd_names, odd_names)
def test_only_names_that_differ_in_space_alone_share_a_slug(left, right):
    assert (slug(left) == slug(right)) == (left.split() == right.split()) or not left.strip(". ")


def test_a_long_name_is_cut_but_stays_itself():
    assert slug("x" * 500) != slug("x" * 501)
    assert len(slug("é" * 500)) < 120


def test_iris_are_those_of_the_plan():
    assert concept_iri(Concept("Drug", "isatuximab")).value == "https://w3id.org/trialgraph/id/drug/isatuximab"
    assert (
        concept_iri(Concept("CellType", "plasma cell")).value == "https://w3id.org/trialgraph/id/cell-type/plasma-cell"
    )
    both = Regimen.of(Concept("Drug", "dexamethasone"), Concept("Drug", "carfilzomib"))
    assert regimen_iri(both).value == "https://w3id.org/trialgraph/id/regimen/carfilzomib+dexamethasone"
    assert document_iri("ikema 2021").value == "https://w3id.org/trialgraph/doc/ikema-2021"


def test_a_plus_in_a_name_is_not_the_plus_between_names():
    one, two = Concept("Drug", "a+b"), [Concept("Drug", "a"), Concept("Drug", "b")]
    assert regimen_iri(Regimen.of(one)) != regimen_iri(Regimen.of(*two))


def test_hostile_names_stay_inside_the_iri():
    iri = concept_iri(Concept("Drug", HOSTILE)).value
    assert not set(iri) & set('<>"{}|\\^` \n')
    assert URIRef(iri).n3() == f"<{iri}>"


def test_a_claims_iri_depends_on_what_it_says_in_any_order():
    says = [(tg("value"), Literal("0.53")), (tg("unit"), Literal("ratio"))]
    assert claim_iri(says) == claim_iri(reversed(says))
    assert claim_iri(says) != claim_iri(says[:1])
    assert len(local_name(claim_iri(says).value)) >= 16


@pytest.mark.parametrize(("left", "right"), [(("ab", "c"), ("a", "bc")), (("a",), ("a", "")), (("\ud800",), ("a",))])
def test_a_digest_tells_sequences_apart(left, right):
    assert digest(*left) != digest(*right)
