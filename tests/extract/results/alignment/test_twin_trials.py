"""Two trials reported together, whose figures one sentence tells."""

import pytest
from trialgraph.ontology.facts import AdverseEventResult, OutcomeResult

TITLE = "Risankizumab for psoriasis (EXPLORER and HORIZON): two phase 3 trials. In EXPLORER (NCT03000001) and HORIZON "
TITLE += "(NCT03000002), patients were randomly assigned to risankizumab or placebo. "


@pytest.fixture
def figures_of(reading_of):
    """The trial, the arm and the figure of every result, sorted."""

    def run(text):
        claims = [f.claim for f in reading_of(TITLE + text).facts]
        results = [c for c in claims if isinstance(c, OutcomeResult | AdverseEventResult)]
        return sorted((c.trial.name, c.arm.regimen.components[0].name, int(c.value)) for c in results)

    return run


@pytest.mark.parametrize(
    "text",
    [
        "PASI 90 was 75% and 5% in EXPLORER and 74% and 2% in HORIZON for risankizumab and placebo, respectively.",
        "PASI 90 was 75% in EXPLORER and 74% in HORIZON with risankizumab and 5% and 2%, respectively, with placebo.",
        "PASI 90 was reached by 75% versus 5% of patients in EXPLORER and 74% versus 2% in HORIZON.",
        "In EXPLORER and HORIZON, PASI 90 was reached by 75% and 74% of risankizumab patients and 5% and 2% of placebo "
        "patients, respectively.",
        "PASI 90 with risankizumab versus placebo in EXPLORER and HORIZON was 75% vs 5% and 74% vs 2%, respectively.",
        "Rash occurred in 75% of risankizumab patients and 5% of placebo patients in EXPLORER and in 74% and 2%, "
        "respectively, in HORIZON.",
        "Rash (risankizumab in EXPLORER and HORIZON, 75% and 74%, respectively; placebo, 5% and 2%) was common.",
    ],
)
def test_four_figures(figures_of, text):
    told = {"EXPLORER": (5, 75), "HORIZON": (2, 74)}
    arms = ("placebo", "risankizumab")
    assert figures_of(text) == [(t, arm, v) for t, both in told.items() for arm, v in zip(arms, both, strict=True)]


def test_each_figure_with_its_own_trial(figures_of):
    text = "Rash occurred in 75% of risankizumab patients in EXPLORER and in 2% of placebo patients in HORIZON."
    assert figures_of(text) == [("EXPLORER", "risankizumab", 75), ("HORIZON", "placebo", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "Rates of PASI 90 were 75%, 60% and 5% in EXPLORER and 74%, 58% and 2% in HORIZON.",
        "Rates of PASI 90 were 75% and 5% in EXPLORER and 74% and 2% in HORIZON in women and men, respectively.",
    ],
)
def test_what_does_not_fit_gives_nothing(figures_of, text):
    assert figures_of(text) == []
