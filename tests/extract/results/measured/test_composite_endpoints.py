"""What any of several events makes is an endpoint of its own, and neither event by itself."""

import pytest
from trialgraph.extract.results.measured.composite_endpoints import composite_endpoints


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Death or disability was seen in 31%.", "death or disability"),
        ("The odds of dialysis or death fell.", "dialysis or death"),
        ("The risk of stroke, myocardial infarction, or death was alike.", "stroke, myocardial infarction, or death"),
        ("Forty patients required ventilation or died.", "ventilation or death"),
        (
            "The HR for cardiovascular death or hospitalisation for heart failure was 0.74.",
            "cardiovascular death or hospitalisation for heart failure",
        ),
        (
            "The end point was a composite of end-stage kidney disease (ESKD), a halved GFR, and renal death.",
            "end-stage kidney disease, a halved gfr, and renal death",
        ),
        (
            "The HR for the composite end point of stroke plus bypass surgery, 0.96, was low.",
            "stroke plus bypass surgery",
        ),
    ],
)
def test_composites(text: str, name: str) -> None:
    assert [n for _, _, n in composite_endpoints(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The risk of progression or death fell by a third.",
        "Twelve had relapsed or died.",
        "There was no death or stroke.",
        "Patients were observed for 28 days or to discharge or death.",
        "Deaths were rarer, and 12 patients died.",
    ],
)
def test_no_composites(text: str) -> None:
    assert list(composite_endpoints(text)) == []


def test_figures_are_of_the_composite(results_of) -> None:
    text = "Patients were assigned to tocilizumab or placebo. "
    text += "Ventilation or death occurred in 12% with tocilizumab and 19% with placebo (hazard ratio "
    assert results_of(text + "for ventilation or death, 0.56; 95% CI, 0.33 to 0.97).") == [
        "tocilizumab: ventilation or death proportion 12%",
        "placebo: ventilation or death proportion 19%",
        "tocilizumab vs placebo: ventilation or death hazardRatio 0.56 [0.33, 0.97] 95%",
    ]
