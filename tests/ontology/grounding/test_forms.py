"""The forms under which a name is looked up."""

import pytest
from trialgraph.ontology.grounding.forms import LEAST, forms


def texts(name, abbreviations=None):
    return [form.text for form in forms(name, abbreviations or {})]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("nephrotoxicity", "renal toxicity"),
        ("cancer of the lung", "lung cancer"),
        ("high blood pressure", "hypertension"),
        ("lithium-induced nephropathy", "nephropathy"),
        ("morphine sulphate", "morphine"),
        ("(+)-verapamil", "verapamil"),
        ("valproate", "valproic acid"),
        ("hypertensive", "hypertension"),
        ("impaired renal function", "renal insufficiency"),
        ("AZT (zidovudine)", "zidovudine"),
        ("IKEMA trial", "IKEMA"),
    ],
)
def test_forms(name, form):
    assert form in texts(name)


def test_the_nearest_come_first_and_none_is_too_far():
    factors = [form.factor for form in forms("severe lithium-induced renal damage in the elderly", {})]
    assert factors == sorted(factors, reverse=True)
    assert factors[0] == 1 and min(factors) >= LEAST


def test_a_head_alone_stands_for_nothing():
    assert "disease" not in texts("kidney disease")
    assert texts("disease")[0] == "disease"


def test_abbreviations_inside_a_name():
    assert texts("severe NMS", {"NMS": "neuroleptic malignant syndrome"})[0] == "severe neuroleptic malignant syndrome"


def test_plural_of_an_abbreviation():
    assert texts("IRs", {"IR": "infusion reaction"})[0] == "infusion reaction"
