"""What patients are given only when their disease comes back is no part of their arm."""

import pytest


@pytest.mark.parametrize(
    ("told", "arms"),
    [
        ("letrozole or observation followed by letrozole at relapse", {"letrozole", "observation"}),
        (
            "radiotherapy and immediate goserelin or radiotherapy alone with goserelin at progression",
            {"goserelin+radiotherapy", "radiotherapy"},
        ),
        ("letrozole or tamoxifen followed by letrozole at two years", {"letrozole", "letrozole+tamoxifen"}),
    ],
)
def test_what_is_given_at_relapse(arms_of, told, arms):
    found = arms_of(f"Patients were randomly assigned to {told}.")
    assert {"+".join(c.name for c in a.arm.regimen.components) for a in found} == arms
