"""What each number of a sentence is, with everything printed about it."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from trialgraph.extract.cleaning import clean
from trialgraph.extract.results.quantities.finding import Quantity, find_quantities


def only(text: str) -> Quantity:
    (quantity,) = find_quantities(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "count", "value", "total"),
    [
        ("136 (77%) of 177 patients", 136, 77, 177),
        ("136 [77%] of 177", 136, 77, 177),
        ("136 of 177 patients (77%)", 136, 77, 177),
        ("136/177 (77%)", 136, 77, 177),
        ("77% (136/177)", 136, 77, 177),
        ("77% (136 of 177 patients)", 136, 77, 177),
        ("77% (n=136)", 136, 77, None),
        ("136 patients (77%)", 136, 77, None),
        ("136 of 177", 136, None, 177),
        ("77%", None, 77, None),
        ("six of 20 patients (30%)", 6, 30, 20),
        ("twenty-one patients (14%)", 21, 14, None),
        ("Thirty-three (22%) of 150", 33, 22, 150),
        ("none of 40", 0, None, 40),
        ("0 (0%) of 40", 0, 0, 40),
        ("1,034 (51%) of 2,026", 1034, 51, 2026),
    ],
)
def test_shares(text, count, value, total):
    found = only(text)
    assert (found.kind, found.count, found.value, found.total) == ("share", count, value, total)


@pytest.mark.parametrize(("text", "relation"), [("<1% of them", "<"), ("less than 1% of patients", "<"), ("1%", "=")])
def test_shares_below_one(text, relation):
    assert (only(text).value, only(text).relation) == (1, relation)


@pytest.mark.parametrize("text", ["204%", "180 of 177 patients", "180/177 (77%)"])
def test_what_can_be_no_share(text):
    assert not [q for q in find_quantities(text) if q.kind == "share" and q.count is not None]
    assert not [q for q in find_quantities(text) if q.value is not None and q.kind == "share" and q.value > 100]


@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        ("11.5 vs 6.5 months", "duration", ["11.5", "6.5"]),
        ("11.5 months versus 6.5 months", "duration", ["11.5", "6.5"]),
        ("was 11.5 month versus 6.5 month", "duration", ["11.5", "6.5"]),
        ("11·5 v 6·5 months", "duration", ["11.5", "6.5"]),
        ("41.4 versus 22.9%", "share", ["41.4", "22.9"]),
        ("41.4% and 22.9%", "share", ["41.4", "22.9"]),
    ],
)
def test_values_side_by_side_share_their_unit(text, kind, values):
    found = find_quantities(clean(text).text)
    assert [(q.kind, q.value) for q in found] == [(kind, Decimal(v)) for v in values]
    assert len({q.unit for q in found}) == 1


@pytest.mark.parametrize(
    ("text", "effect", "value", "low", "high", "level", "p", "relation", "sides"),
    [
        ("HR 0.596, 95% CI 0.436–0.814; p = 1.0 × 10^−3",
         "hazardRatio", "0.596", "0.436", "0.814", 95, "0.0010", "=", None),
        ("HR 0.596, 95% CI 0.436–0.814; p = 0.001",
         "hazardRatio", "0.596", "0.436", "0.814", 95, "0.001", "=", None),
        ("hazard ratio, 0.53 [99% CI 0·32–0·89]; one-sided P = ·0007",
         "hazardRatio", "0.53", "0.32", "0.89", 99, "0.0007", "=", 1),
        ("HR: 0.63 (95% CI: 0.46-0.85), two-sided P=0.0027",
         "hazardRatio", "0.63", "0.46", "0.85", 95, "0.0027", "=", 2),
        ("hazard ratio 0.62 (95% confidence interval [CI], 0.51 to 0.75; p<0.001)",
         "hazardRatio", "0.62", "0.51", "0.75", 95, "0.001", "<", None),
        ("odds ratio 2.19, 95% CI, 1.61, 2.98; P ≤ .05", "oddsRatio", "2.19", "1.61", "2.98", 95, "0.05", "<=", None),
        ("relative risk 1.25 (95% CI 1.03-1.51), p=0.02",
         "relativeRisk", "1.25", "1.03", "1.51", 95, "0.02", "=", None),
    ],
)  # fmt: skip
def test_ratios(text, effect, value, low, high, level, p, relation, sides):
    name, number, interval, tested = find_quantities(clean(text).text)
    assert (name.kind, name.name) == ("effect", effect)
    assert (number.kind, number.value) == ("number", Decimal(value))
    assert (interval.low, interval.high, interval.level) == (Decimal(low), Decimal(high), level)
    assert (tested.kind, tested.value, tested.relation, tested.sides) == ("p", Decimal(p), relation, sides)


def test_an_interval_upside_down_is_none():
    assert not [q for q in find_quantities("95% CI 0.89 to 0.32") if q.kind == "interval"]


def test_an_interval_within_a_bracket_may_have_a_comma():
    _, interval = find_quantities("11.5 months (9.0, 13.1)")
    assert (interval.low, interval.high) == (Decimal("9.0"), Decimal("13.1"))


def test_not_reached_keeps_its_interval():
    status, interval = find_quantities("not reached (95% CI 15.77–NE)")
    assert (status.kind, status.status) == ("status", "notReached")
    assert (interval.low, interval.high) == (Decimal("15.77"), "notEstimable")


@pytest.mark.parametrize(("text", "status"), [("NR", "notReached"), ("not yet reached", "notReached"),
                                              ("not estimable", "notEstimable")])  # fmt: skip
def test_words_in_place_of_a_number(text, status):
    assert only(text).status == status


@pytest.mark.parametrize(
    ("text", "grade"),
    [("grade 3 or 4", "3-4"), ("grade 3-4", "3-4"), ("grade III/IV", "3-4"), ("grades 1 to 2", "1-2"),
     ("grade ≥3", ">=3"), ("grade 3 or higher", ">=3"), ("grade 3 or worse", ">=3"), ("grade 5", "5"),
     ("any-grade", "any"), ("all grades", "any")],
)  # fmt: skip
def test_grades(text, grade):
    assert (only(text).kind, only(text).name) == ("grade", grade)


@pytest.mark.parametrize(
    ("text", "time"),
    [("at 12 months", "12 months"), ("12-month survival", "12 months"), ("at week 24", "24 weeks"),
     ("2-year survival", "2 years")],
)  # fmt: skip
def test_time_points(text, time):
    assert (only(text).kind, only(text).name) == ("time", time)


@pytest.mark.parametrize(
    "text",
    [
        "10 mg/kg", "75 mg/m2", "75 mg/m²", "AUC 5", "400 mg", "60 Gy", "every 3 weeks",
        "NCT03275285", "ISRCTN49407852", "2017-001940-37",
        "October 25, 2017", "7 Feb 2020", "February 2019",
        "range 1–36", "IQR 12.1-30.0", "interquartile range, 2 to 7", "SD 1.4",
        "≥50%", "at least 50%", "1% or more", "18 years or older", "at least 3 months",
        "p for interaction = 0.31", "risk reduced by 27%", "27% reduction",
        "2% gel", "0.9% saline", "0.1% for the treatment", "1% or vehicle",
    ],
)  # fmt: skip
def test_numbers_that_are_no_results_are_absorbed(text):
    assert {q.kind for q in find_quantities(text)} == {"other"}


def test_a_dose_reduction_in_some_patients_is_no_reduction_of_risk():
    assert [q.value for q in find_quantities("dose reduction in 14% and 2%") if q.kind == "share"] == [14, 2]


def test_size():
    assert (only("(n = 97)").kind, only("(n = 97)").count) == ("size", 97)


@given(st.text(alphabet="0123456789.,%()[]/-–=<≤≥± nNpPvsofIC\nmonths", max_size=120))
def test_quantities_are_in_order_and_never_overlap(text):
    found = find_quantities(text, 7)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(7 <= q.start < q.end <= 7 + len(text) for q in found)


@pytest.mark.parametrize(
    "text",
    [
        "Median duration of response was not reached (range, 1.9+ to 23.0+ months).",
        "Median duration of response was not reached (range: 1.9+–23.0+ months).",
    ],
)
def test_a_range_of_values_still_growing_is_no_value(results_of, text):
    assert results_of("All patients received pembrolizumab. " + text) == [
        "pembrolizumab: duration of response median notReached"
    ]


def test_a_score_that_tells_patients_apart_is_no_share(results_of):
    text = "The ORR was 33.9% in patients with PD-L1 CPS ≥1 and 13.6% in those with CPS <1."
    told = results_of("All patients received pembrolizumab. " + text)
    assert [line for line in told if " 1%" in line] == []


def test_responders_among_whom_are_counted_are_no_responses(results_of):
    assert results_of("All patients received pembrolizumab. Responses were ongoing in 13 of 17 responders.") == []


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Survival was better on A - 66% against 41% on B.", [66, 41]),
        ("Weight was - 5.9% with A.", []),
        ("Triglycerides fell with A - 17% and with B - 5%.", []),
        ("Weight loss on A - 17%", []),
    ],
)
def test_a_dash_behind_words_is_no_minus_sign(text, values):
    assert [q.value for q in find_quantities(text) if q.kind == "share"] == values


def test_how_much_the_name_of_a_response_asks_for_is_no_share():
    text = "an American College of Rheumatology 20% (ACR20) response in 54%, a fever in 20% (50 of 250)"
    assert [q.value for q in find_quantities(text) if q.kind == "share"] == [Decimal(54), Decimal(20)]


def test_how_long_responses_lasted_at_least_is_no_duration():
    text = "23% of responses lasted 6 months or more, and remissions lasted 9 months"
    assert [q.value for q in find_quantities(text) if q.kind == "duration"] == [Decimal(9)]


def test_days_may_be_no_more_than_a_letter():
    found = [(q.value, q.unit) for q in find_quantities("4.2 ± 1.0 vs 5.0 ± 1.7 d, and 3 D images") if q.unit]
    assert found == [(Decimal("4.2"), "days"), (Decimal("5.0"), "days")]
