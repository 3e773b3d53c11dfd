from decimal import Decimal

import pytest
from graph_samples import CD38, IKEMA, ISA, ISA_KD, KD, NEUTROPENIA, PFS, hazard_ratio, read, targets
from trialgraph.graph.picture.captions import Captions
from trialgraph.graph.picture.facts import gather_facts
from trialgraph.graph.picture.merging import merge_arms
from trialgraph.graph.picture.selection import fold_kinds, sketch
from trialgraph.ontology.facts import AdverseEventResult, Concept, OutcomeResult, TrialArm, TrialAttribute


@pytest.fixture
def captions(make_graph):
    """Give lines and name of the cards of a kind."""

    def make(kind, *claims):
        whole = make_graph(read("a", *claims)).networkx()
        graph = sketch(whole)
        merge_arms(graph, gather_facts(whole))
        fold_kinds(graph, (), ())
        words = Captions(graph)
        nodes = sorted(node for node in graph if graph.nodes[node]["kind"] == kind)
        found = [(" / ".join(words.lines(node)).replace("\u00a0", " "), words.name(node)) for node in nodes]
        return sorted((lines, name.replace("\u00a0", " ")) for lines, name in found)

    return make


def median(arm, value=None, **details):
    details = {"unit": "months", **details} if value is not None else details
    number = None if value is None else Decimal(value)
    return OutcomeResult(trial=IKEMA, arm=arm, endpoint=PFS, measure="median", value=number, **details)


def test_a_ratio_tells_number_interval_level_and_arms(captions):
    interval = {"ci_low": Decimal("0.32"), "ci_high": Decimal("0.89"), "ci_level": Decimal(99)}
    assert captions("OutcomeResult", hazard_ratio(**interval)) == [
        (
            "◆ HR 0.53 / (99% CI 0.32–0.89) / ② vs ① / progression-free / survival",
            "HR 0.53 (99% CI 0.32–0.89) ② vs ①, progression-free survival",
        )
    ]


def test_the_arms_of_a_measure_stand_together(captions):
    claims = median(KD, "19.15"), median(ISA_KD, status="notReached")
    ((_, name),) = captions("OutcomeResult", *claims)
    assert name == "median ① 19.15 months ② not reached, progression-free survival"


def test_no_event_is_a_number(captions):
    event = AdverseEventResult(trial=IKEMA, arm=KD, event=NEUTROPENIA, grade=">=3", count=0, total=122)
    assert captions("AdverseEventResult", event) == [
        ("◇ ① 0/122 / neutropenia grade / >=3", "① 0/122, neutropenia grade >=3")
    ]


def test_a_result_tells_its_population_and_time(captions):
    result = median(KD, "0", population="Age < 75 years", at_time="12 months")
    ((_, name),) = captions("OutcomeResult", result)
    assert name == "median ① 0 months, progression-free survival, age < 75 years, 12 months"


def test_an_open_interval_says_so(captions):
    ((_, name),) = captions("OutcomeResult", median(KD, "15.8", ci_low=Decimal("12.1"), ci_high="notReached"))
    assert "(CI 12.1–not reached)" in name


def test_arms_are_numbered_and_tell_their_size(captions):
    lines = [line for line, _ in captions("Arm", TrialArm(arm=KD, size=123), TrialArm(arm=ISA_KD, size=179))]
    assert lines == [
        "▬ ① carfilzomib + / dexamethasone / n = 123",
        "▬ ② carfilzomib + / dexamethasone + / isatuximab / n = 179",
    ]


def test_a_trial_tells_its_number_and_size(captions):
    ((lines, name),) = captions("Trial", TrialAttribute(trial=IKEMA, attribute="enrolled", value=302))
    assert (lines, name) == ("■ IKEMA / NCT03275285 / n = 302", "IKEMA")


def test_every_kind_has_its_sign(captions):
    assert captions("Target", targets()) == [("⬢ CD38", CD38.name)]
    assert captions("Drug", targets()) == [("● isatuximab", ISA.name)]


def test_a_long_name_is_cut_on_its_card_alone(captions):
    ((lines, name),) = captions("Drug", targets(Concept("Drug", "very " * 40)))
    assert lines == "● very very very / very very very very / very very very …"
    assert len(name) > 190
