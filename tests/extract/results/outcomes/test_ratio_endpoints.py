"""Which endpoint a ratio is of, told by the names beside it."""

import pytest
from trialgraph.extract.results.figures.figure import find_figures
from trialgraph.extract.results.items import Item, Sentence
from trialgraph.extract.results.outcomes.ratio_endpoints import ratio_endpoints
from trialgraph.extract.results.quantities.finding import find_quantities
from trialgraph.ontology.facts import Concept


def endpoints_of(text: str, name: str) -> list[str | None]:
    """The endpoint of each ratio of a sentence in which one endpoint is known."""
    at = text.index(name)
    known = Item(kind="endpoint", start=at, end=at + len(name), concept=Concept("Endpoint", name))
    quantities = [Item(kind="quantity", start=q.start, end=q.end, quantity=q) for q in find_quantities(text)]
    items = sorted([known, *quantities], key=lambda item: item.start)
    sentence = Sentence(0, len(text), text, tuple(items), text)
    figures, _ = find_figures(sentence, None)
    return [endpoint and endpoint.name for _, endpoint in ratio_endpoints(sentence, figures, [])]


@pytest.mark.parametrize(
    "text",
    [
        "Stroke in smokers (hazard ratio 0.59), former smokers (hazard ratio 0.71) and others (hazard ratio 0.42).",
        "Use was associated with Stroke for patients with gout (hazard ratio 1.50) and asthma (hazard ratio 1.31).",
    ],
)
def test_ratios_of_parts_of_the_patients_share_an_endpoint(text: str):
    assert set(endpoints_of(text, "Stroke")) == {"Stroke"}


def test_a_ratio_of_an_unknown_name_has_no_endpoint():
    text = "Stroke (hazard ratio 0.70), PCS pain (hazard ratio 0.74) and gait (hazard ratio 0.80) were better."
    assert endpoints_of(text, "Stroke")[:2] == ["Stroke", None]


ASPIRIN = "Adults were randomly assigned to aspirin or placebo. "


def test_deaths_counted_behind_a_cause_are_of_that_cause(results_of):
    told = results_of(
        ASPIRIN
        + "There was no difference in cancer mortality with 71 deaths (mortality rate, 4%) vs 53 deaths (mortality "
        "rate, 3%; HR, 1.35; 95% CI, 0.94-1.95)."
    )
    assert told == [
        "aspirin: cancer mortality proportion 4%",
        "placebo: cancer mortality proportion 3%",
        "aspirin vs placebo: cancer mortality hazardRatio 1.35 [0.94, 1.95] 95%",
    ]
    told = results_of(
        ASPIRIN + "Cancer mortality was not told, but there were 71 deaths (HR, 1.35; 95% CI, 0.94-1.95)."
    )
    assert told[-1:] == ["aspirin vs placebo: overall survival hazardRatio 1.35 [0.94, 1.95] 95%"]


def test_cancers_in_a_list_of_ratios_of_events_are_new(results_of):
    told = results_of(
        ASPIRIN
        + "The hazard ratios were as follows: for death from cancer (40 deaths), 0.83 (95% CI, 0.67 to 1.02); for "
        "breast cancer, 1.02 (95% CI, 0.79 to 1.31); and for colon cancer, 0.88 (95% CI, 0.72 to 1.07)."
    )
    assert [line for line in told if "hazardRatio" in line] == [
        "aspirin vs placebo: cancer mortality hazardRatio 0.83 [0.67, 1.02] 95%",
        "aspirin vs placebo: breast cancer hazardRatio 1.02 [0.79, 1.31] 95%",
        "aspirin vs placebo: colon cancer hazardRatio 0.88 [0.72, 1.07] 95%",
    ]


def test_cancers_in_a_list_of_parts_of_the_patients_are_not(results_of):
    told = results_of(
        ASPIRIN
        + "The hazard ratios for progression were as follows: for breast cancer, 1.02 (95% CI, 0.79 to 1.31); and "
        "for colon cancer, 0.88 (95% CI, 0.72 to 1.07)."
    )
    assert not any(line.split(": ")[1].startswith(("breast", "colon")) for line in told)


def test_a_p_value_of_the_next_clause_is_not_of_the_ratio(results_of):
    ratio = "Relapse was rarer with aspirin (hazard ratio 0.63, 95% CI 0.55-0.72)"
    told = "aspirin vs placebo: relapse hazardRatio 0.63 [0.55, 0.72] 95%"
    assert results_of(f"{ASPIRIN}{ratio} and stays were shorter (P < 0.001).") == [told]
    assert results_of(f"{ASPIRIN}{ratio} at one year (P < 0.001).") == [f"{told} p<0.001"]


def test_a_p_value_behind_an_amount_is_not_of_the_shares_before(results_of):
    told = results_of(
        ASPIRIN
        + "Relapse was seen in 12% with aspirin and 8% with placebo, and the mean wumbolin level was 132.9 mIU/mL "
        "and 77.6 mIU/mL (P < 0.001)."
    )
    assert told == ["aspirin: relapse proportion 12%", "placebo: relapse proportion 8%"]


def test_a_p_value_stands_between_a_ratio_and_what_it_is_for(results_of):
    told = results_of(
        ASPIRIN
        + "The hazard ratios were 0.76 (95% CI, 0.59 to 0.98; P = .017) for survival and 0.80 (95% CI, 0.60 to 0.97; "
        "P = .014) for relapse-free survival."
    )
    assert [result.split(": ")[1].split(" hazard")[0] for result in told] == [
        "overall survival",
        "relapse-free survival",
    ]
