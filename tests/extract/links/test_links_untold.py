"""Sentences that name drugs and diseases, and tell no relation of them, or a narrower one."""

import pytest
from telling import links_of


@pytest.mark.parametrize(
    "text",
    [
        "The efficacy of tocilizumab in patients with giant cell arteritis is unclear.",
        "The role of rituximab in patients with marginal zone lymphoma has not yet been established.",
    ],
)
def test_what_a_document_asks_is_not_told(text: str) -> None:
    assert not any(predicate == "treats" for _, predicate, _, _ in links_of(text))


def test_the_immunogenicity_that_is_studied_is_no_harm() -> None:
    assert not links_of("We studied the safety and immunogenicity of rituximab.")


def test_a_kind_of_treatment_before_its_drugs_is_no_member() -> None:
    told = links_of("Chemotherapy with cisplatin, doxorubicin and etoposide is effective in lung cancer.")
    assert ("cisplatin+doxorubicin+etoposide", "treats", "lung cancer", "affirmed") in told


@pytest.mark.parametrize(
    "verb", ["did not differ in efficacy", "showed no clinically meaningful differences in efficacy"]
)
def test_no_difference_denies_neither_drug(verb: str) -> None:
    assert not links_of(f"Filgrastim and pegfilgrastim {verb} in breast cancer.")


@pytest.mark.parametrize(
    "text",
    ["Metformin protects against obesity-associated cancers.", "Obesity is associated with insulin-mediated growth."],
)
def test_what_another_thing_comes_from(text):
    assert not links_of(text)


@pytest.mark.parametrize("how", ["less common", "not more common", "equally common"])
def test_what_is_no_commoner_with_a_drug_is_no_harm_of_it(how: str) -> None:
    assert not any(p == "mayCause" for _, p, _, _ in links_of(f"Nausea and fatigue were {how} with ramosetron."))
    assert any(p == "mayCause" for _, p, _, _ in links_of("Nausea and fatigue were most common with ramosetron."))


def test_a_cause_of_death_is_no_harm_of_what_caused_it() -> None:
    told = links_of("Doxorubicin-induced cardiotoxicity is a cause of death.")
    assert told == {("doxorubicin", "mayCause", "cardiotoxicity", "affirmed")}
