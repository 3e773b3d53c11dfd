from dataclasses import replace
from decimal import Decimal

import pytest
from graph_samples import hazard_ratio, read, targets
from hypothesis import given
from hypothesis import strategies as st
from trialgraph.graph.belief import MOST, weigh

confidences = st.lists(st.floats(0, 1), max_size=4)


def news(identifier, *claims, **evidence):
    document, reading = read(identifier, *claims, **evidence)
    return replace(document, kind="news"), reading


def believe(graph, name="CD38"):
    return {fact.text: graph.belief(fact.claim) for fact in graph.describe(name)[0].facts}


def test_a_single_reading_is_believed_as_far_as_it_is_sure(make_graph):
    (found,) = believe(make_graph(read("a", targets(), targets(), confidence=0.9))).values()
    assert found.probability == pytest.approx(0.9)
    assert found.explanation == "belief 0.90 from 1 document: a affirms (paper, 0.90)"


def test_documents_that_say_the_same_add_up(make_graph):
    graph = make_graph(read("a", targets(), confidence=0.9), news("b", targets(), confidence=0.5))
    (found,) = believe(graph).values()
    assert found.probability == pytest.approx(1 - 0.1 * 0.55)
    assert "2 documents: a affirms (paper, 0.90), b affirms (news, 0.45)" in found.explanation


def test_what_is_denied_or_only_suggested_is_not_affirmed(make_graph):
    (found,) = believe(make_graph(read("a", targets(), assertion="speculative"))).values()
    assert (found.probability, found.explanation) == (0, "belief 0.00: no document affirms it")
    graph = make_graph(read("a", targets(), confidence=0.8), read("b", targets(), assertion="negated", confidence=0.8))
    (found,) = believe(graph).values()
    assert found.probability == pytest.approx(0.4)
    assert found.explanation.endswith("against it b denies (paper, 0.80)")


def test_a_contradiction_halves_the_belief_in_either_side(make_graph):
    other = hazard_ratio(value=Decimal("0.61"))
    graph = make_graph(read("a", hazard_ratio(), confidence=0.9), read("b", other, confidence=0.9))
    found = [belief for text, belief in believe(graph, "IKEMA").items() if "hazard ratio" in text]
    assert [round(one.probability, 3) for one in found] == [0.45, 0.45]
    assert {one.against[0].reason for one in found} == {"contradicts"}


@given(confidences, confidences, st.floats(0, 1))
def test_more_for_a_claim_never_lowers_the_belief_and_more_against_never_raises_it(affirming, against, more):
    before = weigh(affirming, against)
    assert 0 <= before <= MOST
    assert weigh([*affirming, more], against) >= before - 1e-9
    assert weigh(affirming, [*against, more]) <= before + 1e-9
