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
