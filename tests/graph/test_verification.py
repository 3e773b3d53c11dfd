from dataclasses import replace
from decimal import Decimal

import pytest
from graph_samples import HOSTILE, IKEMA, KD, NEUTROPENIA, hazard_ratio, read, targets
from trialgraph.ontology.document import Document
from trialgraph.ontology.errors import StoreError
from trialgraph.ontology.facts import (
    AdverseEventResult,
    Concept,
    Dosage,
    Evidence,
    Fact,
    NameUse,
    Reading,
    Trial,
    TrialArm,
    TrialAttribute,
)


def test_a_sound_graph_has_no_problem(make_graph):
    claims = [
        targets(),
        hazard_ratio(ci_low=Decimal("0.32"), ci_high="notReached", p_value=Decimal("0.0007"), p_relation="="),
        TrialArm(arm=KD, size=123, role="control", label="control group"),
        TrialAttribute(trial=IKEMA, attribute="enrolled", value=302),
        TrialAttribute(trial=Trial(), attribute="phase", value="3"),
        AdverseEventResult(trial=IKEMA, arm=KD, event=NEUTROPENIA, count=0, total=122, population="age >= 65"),
        Dosage(drug=Concept("Drug", HOSTILE), amount=Decimal(10), unit="mg/kg"),
    ]
    other = hazard_ratio(value=Decimal("0.61"), ci_low=Decimal("0.7"))
    graph = make_graph(read("a", *claims, names=[NameUse(KD.regimen.components[0], "K")]), read("b", other, targets()))
    assert graph.verify() == []


@pytest.mark.parametrize(
    ("start", "end", "quote"), [(0, 4, "text"), (4, 4, ""), (5, 90, "no text"), (0, 9, "Some text"), (0, 4, "some")]
)
def test_a_quote_that_is_not_in_the_text_is_found(make_graph, start, end, quote):
    document = Document(identifier="a", source="a.txt", text="Some\ntext")
    fact = Fact(targets(), Evidence(start=start, end=end, quote=quote))
    problems = [problem for problem in make_graph((document, Reading((fact,)))).verify() if problem.check == "quote"]
    assert [problem.where for problem in problems] == ["a"]
    assert f"{start} to {end} of the text is not {quote!r}" in str(problems[0])


def test_offsets_count_code_points(make_graph):
    text = "\U0001f600\r\n Isatuximab\x00 targets CD38."
    evidence = Evidence(start=1, end=len(text), quote=text[1:])
    document = Document(identifier="a", source="a.txt", text=text)
    graph = make_graph((document, Reading((Fact(targets(), evidence),))))
    assert graph.verify() == []
    assert graph.text("a") == text


def test_a_graph_of_another_shape_is_found(make_graph):
    claim = TrialAttribute(trial=IKEMA, attribute="enrolled", value="three hundred")
    found = make_graph(read("a", claim)).verify()
    assert {problem.check for problem in found} == {"shape"}
    assert {problem.where for problem in found} == {"https://w3id.org/trialgraph/doc/a"}
    assert any("enrolled" in problem.explanation for problem in found)


def test_arithmetic_that_fails_breaks_no_shape(make_graph):
    slip = replace(hazard_ratio(), ci_low=Decimal("0.7"), count=12, total=10)
    assert make_graph(read("a", slip)).verify() == []


def test_a_damaged_text_is_named_and_can_be_replaced_or_removed(make_graph):
    graph = make_graph(read("a", targets()), read("b", targets()))
    for identifier in "ab":
        graph._memory._database.write("UPDATE documents SET document=? WHERE identifier=?", [(b"torn", identifier)])
    assert [(problem.where, "damaged" in problem.explanation) for problem in graph.verify()] == [
        ("a", True),
        ("b", True),
    ]
    with pytest.raises(StoreError, match="a: the stored document is damaged; `trialgraph remove a`"):
        graph.text("a")
    graph.remove("a")
    graph.add(*read("b", targets()))
    assert graph.verify() == []
