from dataclasses import replace
from decimal import Decimal

import pytest
from graph_samples import IKEMA, KD, NEUTROPENIA, PFS, hazard_ratio, read
from trialgraph.ontology.facts import AdverseEventResult, Trial, TrialAttribute

OTHER = Trial("ICARIA-MM", ("NCT02990338",))


def attribute(name, value, trial=IKEMA):
    return TrialAttribute(trial=trial, attribute=name, value=value)


def record(identifier, *claims):
    document, reading = read(identifier, *claims)
    return replace(document, kind="registry record"), reading


@pytest.fixture
def graph(make_graph):
    counted = AdverseEventResult(trial=IKEMA, arm=KD, event=NEUTROPENIA, count=9, total=122)
    shared = attribute("primaryEndpoint", PFS)
    registry = record("NCT03275285", attribute("enrolled", 300), attribute("phase", "3"), shared, counted)
    percent = replace(counted, count=None, total=None, value=Decimal("7.4"))
    paper = read("paper", attribute("enrolled", 302), shared, hazard_ratio(), percent, attribute("phase", "3", OTHER))
    return make_graph(registry, paper)


def test_every_question_has_its_verdict(graph):
    found = [(check.verdict, (check.record or check.papers)[0].text) for check in graph.crosscheck()]
    assert found == [
        ("different", "IKEMA enrolled 300"),
        ("same", "IKEMA primary endpoint progression-free survival"),
        ("same", "IKEMA: carfilzomib + dexamethasone: neutropenia, 9 of 122"),
        ("only record", "IKEMA phase 3"),
        ("only papers", "IKEMA: carfilzomib + dexamethasone + isatuximab vs carfilzomib + dexamethasone: "
         "progression-free survival hazard ratio, 0.53"),
    ]  # fmt: skip


def test_what_differs_is_told_with_the_words_of_either_side(graph):
    different, same, *_ = graph.crosscheck("NCT03275285")
    assert (
        different.explanation == "the number of patients differs: the literature has 302, the registry record has 300"
    )
    for check in (different, same):
        quotes = [
            [s.quote.split(" of ")[1] for f in side for s in f.sentences] for side in (check.record, check.papers)
        ]
        assert quotes == [["NCT03275285."], ["paper."]]


def test_a_trial_without_a_record_or_papers_is_not_checked(graph):
    assert graph.crosscheck("ICARIA-MM") == []
    graph.remove("paper")
    assert graph.crosscheck() == []


def test_denials_are_not_checked(make_graph):
    paper = read("paper", attribute("phase", "2"), assertion="negated")
    assert make_graph(record("r", attribute("phase", "3")), paper).crosscheck() == []
