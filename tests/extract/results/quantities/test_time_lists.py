"""Time points of a list that names their unit once, or with each."""

import pytest
from trialgraph.extract.results.quantities.finding import find_quantities

ARMS = "Patients were randomized to sorafenib or sunitinib. "


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("the 1-, 3- and 5-year rates", ["1 years", "3 years", "5 years"]),
        ("the 1-, 3-, 5-yr rates", ["1 years", "3 years", "5 years"]),
        ("the 1, 3, and 5-year rates", ["1 years", "3 years", "5 years"]),
        ("the 1, 3 and 5 year rates", ["1 years", "3 years", "5 years"]),
        ("the one-, two-, and three-year rates", ["1 years", "2 years", "3 years"]),
        ("at one, two and three years", ["1 years", "2 years", "3 years"]),
        ("at 6 months, 1 year and 2 years", ["6 months", "1 years", "2 years"]),
        ("the 5- and 3-year rates", ["5 years", "3 years"]),
        ("survival was 12 and 3-year survival", ["3 years"]),
        ("at 9 and 7 months with A and B", []),
    ],
)
def test_each_number_of_a_list_is_a_time(text, times):
    assert [q.name for q in find_quantities(text) if q.kind == "time"] == times


@pytest.mark.parametrize("times", ["The 1, 2 and 3 year", "The one-, two- and three-year", "The 1-, 2-, 3-yr"])
def test_each_rate_has_its_time(results_of, times):
    assert results_of(f"{ARMS}{times} survival rates were 80%, 60% and 40% with sorafenib.") == [
        f"sorafenib: overall survival rateAt {rate}% at {year} years" for rate, year in ((80, 1), (60, 2), (40, 3))
    ]


def test_times_with_their_units_are_no_medians(results_of):
    text = "Survival at 1 year and 2 years was 80% and 60% with sorafenib."
    assert results_of(ARMS + text) == [
        "sorafenib: overall survival rateAt 80% at 1 years",
        "sorafenib: overall survival rateAt 60% at 2 years",
    ]


@pytest.mark.parametrize("endpoint", ["local control", "locoregional control"])
def test_control_is_kept_for_a_time(results_of, endpoint):
    text = f"The 3-year {endpoint} rates were 68% with sorafenib and 54% with sunitinib."
    assert results_of(ARMS + text) == [
        f"sorafenib: {endpoint} rateAt 68% at 3 years",
        f"sunitinib: {endpoint} rateAt 54% at 3 years",
    ]
    assert results_of(f"{ARMS}{endpoint.capitalize()} was achieved in 68% with sorafenib.") == [
        f"sorafenib: {endpoint} proportion 68%"
    ]
