from dataclasses import replace
from decimal import Decimal

import pytest
from graph_samples import IKEMA, KD, hazard_ratio, read
from trialgraph.graph.knowledge_graph import KnowledgeGraph
from trialgraph.ontology.facts import Trial, TrialArm, TrialAttribute

NARROW = hazard_ratio(ci_level=Decimal(99))
WIDE = hazard_ratio(value=Decimal("0.531"), ci_level=Decimal(95))


def phase(trial, value):
    return TrialAttribute(trial=trial, attribute="phase", value=value)


@pytest.fixture
def graph(make_graph):
    other = Trial("ICARIA-MM", ("NCT02990338",))
    return make_graph(read("paper", NARROW, phase(other, "3")), read("review", WIDE, phase(other, "2")))


def test_conflicts_are_told_in_words_with_the_sentences_of_either_side(graph):
    phases, level = graph.conflicts()
    assert (level.trial, level.on) == ("IKEMA", "ciLevel")
    assert level.explanation.startswith("the level of the confidence interval differs: paper has 99%, review has 95%")
    quotes = {sentence.quote for claim in level.claims for sentence in claim.sentences}
    assert quotes == {"Statement 0 of paper.", "Statement 0 of review."}
    assert (phases.trial, phases.on) == ("ICARIA-MM", "phase")


@pytest.mark.parametrize("name", ["IKEMA", "ikema", "NCT03275285"])
def test_conflicts_of_one_trial(graph, name):
    assert [conflict.on for conflict in graph.conflicts(name)] == ["ciLevel"]


def test_conflicts_of_an_unknown_trial(graph):
    assert graph.conflicts("no such trial") == []


def test_documents_that_agree_have_no_conflict(make_graph):
    assert make_graph(read("a", NARROW, phase(IKEMA, "3")), read("b", NARROW, phase(IKEMA, "3"))).conflicts() == []


def test_a_conflict_goes_with_its_document(graph):
    graph.remove("review")
    assert graph.conflicts() == []


def test_a_quote_is_shown_in_its_sentence(make_graph, tmp_path):
    document, reading = read("a", phase(IKEMA, "3"))
    text = "Earlier work. The trial is of phase 3, and large. Later work."
    start = text.index("phase 3")
    evidence = replace(reading.facts[0].evidence, start=start, end=start + 7, quote="phase 3")
    facts = (replace(reading.facts[0], evidence=evidence),)
    graph = make_graph((replace(document, text=text), replace(reading, facts=facts)))
    (described,) = graph.describe("a")
    (sentence,) = described.facts[0].sentences
    assert graph.whole_sentence(sentence) == "The trial is of phase 3, and large."
    graph.export("nquads", tmp_path / "graph.nq")
    with KnowledgeGraph.load_rdf(tmp_path / "graph.nq") as copy:
        assert copy.whole_sentence(sentence) == "phase 3"


def test_sizes_of_an_arm_differ_between_documents(make_graph):
    def sized(identifier, *sizes):
        return read(identifier, *(TrialArm(arm=KD, size=size) for size in sizes))

    graph = make_graph(sized("a", 123), sized("b", 97), sized("c", None), sized("d", 122))
    (conflict,) = graph.conflicts("IKEMA")
    assert conflict.on == "size"
    assert conflict.explanation == "the size of the arm differs: a has 123, b has 97, d has 122"
    assert {sentence.document.rpartition("/")[2] for sentence in conflict.claims[0].sentences} >= {"a", "b"}
    assert graph.verify() == []
    graph.remove("b")
    assert graph.conflicts() == []
    graph.add(*sized("e", 97, 123))
    assert graph.conflicts() == []
