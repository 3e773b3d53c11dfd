from decimal import Decimal

import pytest
from graph_samples import IKEMA, KD, NEUTROPENIA, PFS, hazard_ratio, targets
from trialgraph.graph.checks import CHECKS, failed_checks
from trialgraph.ontology.facts import AdverseEventResult, OutcomeResult


def event(value, count, total):
    return AdverseEventResult(trial=IKEMA, arm=KD, event=NEUTROPENIA, value=value, count=count, total=total)


def failing(claim):
    return [check for check, _ in failed_checks(claim)]


@pytest.mark.parametrize(
    ("value", "count", "total", "expected"),
    [
        ("77", 136, 177, []), ("76.8", 136, 177, []), ("76.9", 136, 177, ["proportion"]), ("0", 0, 122, []),
        ("5", 0, 122, ["proportion"]), ("12.5", 1, 8, []), ("50", 3, 2, ["count"]), ("50", 0, 0, []),
    ],
)  # fmt: skip
def test_counts_make_the_percentage_within_rounding(value, count, total, expected):
    assert failing(event(Decimal(value), count, total)) == expected


def test_nothing_fails_where_nothing_is_reported():
    assert failing(event(None, 3, 177)) == failing(event(Decimal(3), None, 177)) == failing(targets()) == []


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [("0.32", "0.89", []), ("0.54", "0.89", ["interval"]), ("0.32", "0.50", ["interval"]), ("0.53", "0.53", [])],
)
def test_an_estimate_lies_in_its_interval(low, high, expected):
    assert failing(hazard_ratio(ci_low=Decimal(low), ci_high=Decimal(high))) == expected


def test_an_open_interval_has_one_end():
    assert failing(hazard_ratio(ci_low=Decimal("0.6"), ci_high="notReached")) == ["interval"]
    assert failing(hazard_ratio(ci_low=Decimal("0.5"), ci_high="notReached")) == []


def test_a_rate_at_a_time_is_no_share_of_counts():
    rate = OutcomeResult(
        trial=IKEMA, arm=KD, endpoint=PFS, measure="rateAt", value=Decimal(60), unit="percent", count=10, total=50
    )
    assert failing(rate) == []


def test_every_check_has_its_name_listed():
    failed = [event(Decimal(5), 3, 2), event(Decimal(5), 1, 2), hazard_ratio(ci_low=Decimal(1))]
    assert {check for claim in failed for check in failing(claim)} == set(CHECKS)
