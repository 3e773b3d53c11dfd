"""Regimens of a list, each with a short name behind it, or with the number of its patients."""

import pytest
from telling import drugs

SPELLED = "bendamustine-rituximab ({}), bortezomib-dexamethasone-rituximab (BDR), or cyclophosphamide-rituximab (CR1)"


def _arms(found):
    return [drugs(arm.arm) for arm in found]


@pytest.mark.parametrize("short", ["BR", "Benda-R", "BR, n = 57"])
def test_behind_its_own_name_a_regimen_is_whole(arms_of, short):
    text = f"Patients were randomly assigned to {SPELLED.format(short)}."
    assert _arms(arms_of(text)) == [
        "bendamustine+rituximab",
        "bortezomib+dexamethasone+rituximab",
        "cyclophosphamide+rituximab",
    ]


def test_the_short_name_of_one_drug_ends_no_regimen(arms_of):
    text = "Patients were randomly assigned to fluorouracil (FU), leucovorin (LV), and oxaliplatin, or to placebo."
    assert _arms(arms_of(text)) == ["fluorouracil+leucovorin+oxaliplatin", "placebo"]


def test_a_name_built_on_another_leaves_that_as_it_is(arms_of):
    text = "Patients were randomly assigned to nivolumab plus XELOX (N-XELOX; n = 104) or XELOX (n = 103)."
    assert len({arm.split("+")[-1] for arm in _arms(arms_of(text))}) == 1
    assert [arm.startswith("nivolumab") for arm in _arms(arms_of(text))] == [True, False]


def test_what_follows_both_arms_is_no_third(arms_of):
    text = "Patients were randomly assigned to nivolumab (n = 20) or ipilimumab (n = 21), followed by surgery."
    assert _arms(arms_of(text)) == ["nivolumab", "ipilimumab"]
