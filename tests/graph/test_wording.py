from decimal import Decimal

import pytest
from graph_samples import CD38, CFZ, DEX, IKEMA, KD, NEUTROPENIA, PFS, hazard_ratio, read, targets
from trialgraph.ontology.facts import AdverseEventResult, Concept, Link, OutcomeResult, Regimen, TrialArm

ARM = "IKEMA: carfilzomib + dexamethasone"


def event(**details):
    return AdverseEventResult(trial=IKEMA, arm=KD, event=NEUTROPENIA, **details)


def outcome(**details):
    return OutcomeResult(trial=IKEMA, arm=KD, endpoint=PFS, measure="median", **details)


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        (targets(Regimen.of(CFZ, DEX)), "carfilzomib + dexamethasone targets CD38"),
        (Link(subject=CD38, predicate="expressedOn", object=Concept("CellType", "T cell")), "CD38 expressed on T cell"),
        (TrialArm(arm=KD, size=3), f"IKEMA has arm {ARM}"),
        (outcome(value=Decimal("19.15"), unit="months"), f"{ARM}: PFS median, 19.15 months"),
        (outcome(status="notReached", population="age >= 65"), f"{ARM} (age >= 65): PFS median, not reached"),
        (outcome(value=Decimal(0), unit="percent", at_time="12 months"), f"{ARM}: PFS median, 0%, 12 months"),
        (outcome(ci_low=Decimal(0), ci_high="notEstimable"), f"{ARM}: PFS median, CI 0 to not estimable"),
        (event(value=Decimal(1), value_relation="<", grade=">=3"), f"{ARM}: neutropenia grade >=3, <1%"),
        (event(count=0, consequence="fatal"), f"{ARM}: neutropenia fatal, 0"),
        (event(value=Decimal(56), serious=True), f"{ARM}: neutropenia serious, 56%"),
        (event(value=Decimal(3), grade="3-4", treatment_related=True, consequence="fatal"),
         f"{ARM}: neutropenia grade 3-4 related to treatment fatal, 3%"),
        (event(value=Decimal("76.8"), count=136, total=177), f"{ARM}: neutropenia, 76.8% (136 of 177)"),
        (hazard_ratio(p_value=Decimal(0)), f"IKEMA: carfilzomib + dexamethasone + isatuximab vs {ARM[7:]}: "
         "PFS hazard ratio, 0.53, p = 0"),
    ],
)  # fmt: skip
def test_a_claim_in_words(make_graph, claim, text):
    (document,) = make_graph(read("a", claim)).describe("a")
    assert [fact.text.replace("progression-free survival", "PFS") for fact in document.facts] == [text]
