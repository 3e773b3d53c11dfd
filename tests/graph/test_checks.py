"""What does not add up is found, what rounding explains is not; and another SHACL processor finds the same."""

from decimal import Decimal
from functools import cache
from importlib.resources import files

import pyshacl
import pytest
from graph_samples import IKEMA, ISA_KD, KD, NEUTROPENIA, PFS, hazard_ratio, read, targets
from pyoxigraph import RdfFormat, serialize
from rdflib import SH, Graph
from trialgraph.graph.checks import failed_checks
from trialgraph.graph.rendering import render
from trialgraph.graph.shapes import arithmetic
from trialgraph.ontology.facts import AdverseEventResult, Concept, OutcomeResult, TrialArm, TrialAttribute


def event(value, count=None, total=None, **details):
    value = None if value is None else Decimal(value)
    details = {"arm": KD, "event": NEUTROPENIA, "count": count, "total": total, **details}
    return AdverseEventResult(trial=IKEMA, value=value, **details)


def ratio(value, low, high, level="95", **details):
    numbers = {"value": Decimal(value), "ci_low": Decimal(low), "ci_high": Decimal(high), "ci_level": Decimal(level)}
    return hazard_ratio(**numbers, **details)


def p(value, **details):
    return {"p_relation": "=", "p_value": Decimal(value), **details}


def difference(low, high, **details):
    limits = {"ci_low": Decimal(low), "ci_high": Decimal(high), "ci_level": Decimal(95)}
    about = {"trial": IKEMA, "arm": ISA_KD, "comparator": KD, "endpoint": PFS}
    return OutcomeResult(measure="difference", value=Decimal(2), unit="percent", **about, **limits, **details)


def trial(enrolled, *sizes):
    arms = [TrialArm(arm=arm, size=size) for arm, size in zip((ISA_KD, KD, KD), sizes, strict=False)]
    return [TrialAttribute(trial=IKEMA, attribute="enrolled", value=enrolled), *arms]


ANAEMIA = Concept("AdverseEvent", "anaemia")
OPEN = hazard_ratio(ci_low=Decimal("0.6"), ci_high="notReached")
RATE = OutcomeResult(
    trial=IKEMA, arm=KD, endpoint=PFS, measure="rateAt", value=Decimal(60), unit="percent", count=10, total=50
)
CASES = {
    "the count rounds to the percentage": ([event("77", 136, 177), event("76.8", 136, 177)], []),
    "the last digit is wrong": ([event("76.9", 136, 177)], ["proportion"]),
    "nobody had it": ([event("0", 0, 122)], []),
    "nobody had it, and five percent": ([event("5", 0, 122)], ["proportion"]),
    "half a unit is rounding": ([event("12.5", 1, 8), event("12", 1, 8), event("13", 1, 8)], []),
    "more patients than there are": ([event("50", 3, 2)], ["count"]),
    "none of none": ([event("50", 0, 0)], []),
    "a percentage alone, a count alone": ([event(None, 3, 177), event("3", None, 177), targets()], []),
    "a percentage that is a bound": ([event("10", 1, 177, value_relation="<")], []),
    "a rate at a time is no share of counts": ([RATE], []),
    "an estimate in its interval": ([ratio("0.53", "0.32", "0.89")], []),
    "an estimate on its limit": ([ratio("0.53", "0.53", "0.53")], []),
    "an estimate below its interval": ([ratio("0.53", "0.54", "0.89")], ["interval"]),
    "an estimate above its interval": ([ratio("0.53", "0.32", "0.5")], ["interval"]),
    "an open interval": ([hazard_ratio(ci_low=Decimal("0.5"), ci_high="notReached")], []),
    "an open interval that leaves out the estimate": ([OPEN], ["interval"]),
    "an estimate far from the middle, high": ([ratio("0.85", "0.32", "0.89")], ["symmetry"]),
    "an estimate far from the middle, low": ([ratio("0.35", "0.32", "0.89")], ["symmetry"]),
    "an interval that rounding makes lopsided": ([ratio("0.1", "0.06", "0.3")], []),
    "a lower limit that rounds to zero": ([ratio("0.4", "0", "0.9")], []),
    "differences are not symmetric on the log scale": ([difference("1.5", "20")], []),
    "a small p, and an interval with one in it": ([ratio("0.8", "0.61", "1.05", **p("0.001"))], ["p-value"]),
    "a small one-sided p that is not so small": ([ratio("0.76", "0.58", "1.01", **p("0.028", p_sides=1))], []),
    "sides that are not told": ([ratio("0.76", "0.58", "1.01", **p("0.028"))], []),
    "a large p, and an interval without one": ([ratio("0.53", "0.32", "0.89", **p("0.3"))], ["p-value"]),
    "a p that is only bounded from above": ([ratio("0.53", "0.32", "0.89", p_relation="<", p_value=Decimal(1))], []),
    "a p near the border": ([ratio("0.79", "0.62", "0.99", **p("0.06", p_sides=2))], []),
    "one on the limit": ([ratio("0.79", "0.62", "1", **p("0.01", p_sides=2))], []),
    "another level": ([ratio("0.53", "0.32", "0.89", "99", **p("0.0007", p_sides=1))], []),
    "a difference whose interval holds zero": ([difference("-1", "5", **p("0.001"))], ["p-value"]),
    "a difference whose interval leaves out zero": ([difference("1", "3", **p("0.001"))], []),
    "arms that make the trial": (trial(302, 179, 123), []),
    "arms that are not all told": (trial(302, 179), []),
    "arms with more patients than the trial": (trial(300, 179, 123), ["arm-sizes"]),
    "an arm that is told twice, for safety as well": (trial(300, 179, 123, 121), []),
    "severe events are some of all": ([event("40"), event("10", grade=">=3"), event("10", grade="3-4")], []),
    "more severe events than events": ([event("40"), event("41.5", grade=">=3")], ["grades"]),
    "rounding makes them more": ([event("40"), event("40.4", grade=">=3")], []),
    "bands that are not nested": ([event("10", grade="1-2"), event("40", grade=">=3")], []),
    "a grade in a band": ([event("10", grade=">2"), event("12", grade="3")], ["grades"]),
    "a band below": ([event("10", grade="<=2"), event("12", grade="1")], ["grades"]),
    "other patients": ([event("10"), event("40", grade=">=3", arm=ISA_KD)], []),
    "other events": ([event("10"), event("40", grade=">=3", event=ANAEMIA)], []),
    "events that had to do with treatment": ([event("10", treatment_related=True), event("40", grade=">=3")], []),
}


@cache
def shapes():
    return Graph().parse(data=files("trialgraph.ontology").joinpath("shapes.ttl").read_text("utf-8"), format="turtle")


def failing(quads):
    return {(claim, check) for claim, failed in failed_checks(quads).items() for check, _ in failed}


def warned(quads):
    """What pySHACL warns of, as claims and names of checks."""
    data = Graph().parse(data=serialize({q.triple for q in quads}, format=RdfFormat.N_TRIPLES), format="nt")
    arithmetic = [str(shape) for shape in shapes().subjects(SH.name)]
    report = pyshacl.validate(data, shacl_graph=shapes(), use_shapes=arithmetic)[1]
    warnings = report.subjects(SH.resultSeverity, SH.Warning)
    about = [(report.value(one, SH.focusNode), report.value(one, SH.sourceShape)) for one in warnings]
    return {(str(claim), str(shapes().value(shape, SH.name))) for claim, shape in about}


@pytest.mark.parametrize("case", CASES)
def test_what_does_not_add_up_is_found(case):
    claims, expected = CASES[case]
    assert sorted(check for _, check in failing(render(*read("paper", *claims), "1").quads)) == expected


ONE_OF_EACH = {check: case for case, (_, expected) in CASES.items() for check in expected}


@pytest.mark.parametrize("case", ONE_OF_EACH.values(), ids=ONE_OF_EACH)
def test_pyshacl_finds_the_same(case):
    quads = render(*read("paper", *CASES[case][0]), "1").quads
    assert warned(quads) == failing(quads) != set()


def test_every_check_has_a_case():
    assert ONE_OF_EACH.keys() == arithmetic().keys()


def explained(*claims):
    failures = failed_checks(render(*read("paper", *claims), "1").quads)
    return {explanation for failed in failures.values() for _, explanation in failed}


@pytest.mark.parametrize(
    ("claims", "explanation"),
    [
        ([event("50", 3, 2)], "3 is more than the whole, 2"),
        ([event("76.9", 136, 177)], "136 of 177 is 76.8 percent, not 76.9"),
        ([OPEN], "0.53 lies below the lower limit of its interval, 0.6"),
        ([ratio("0.85", "0.32", "0.89")], "0.85 is not near the middle of 0.32 to 0.89 on the log scale"),
        ([ratio("0.8", "0.61", "1.05", **p("0.001"))], "p = 0.001 does not go with 0.61 to 1.05, which holds 1"),
        (trial(300, 179, 123), "the 2 arms have 302 patients, more than all 300 of the trial"),
        ([event("40"), event("41.5", grade=">=3")], "41.5 percent of grade >=3 are more than 40 percent of grade any"),
    ],
    ids=["count", "proportion", "interval", "symmetry", "p-value", "arm-sizes", "grades"],
)  # fmt: skip
def test_failures_are_explained(claims, explanation):
    assert explained(*claims) == {explanation}
