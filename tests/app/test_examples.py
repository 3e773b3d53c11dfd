"""The whole way on documents that we wrote: what they state stands in the graph, with its numbers as printed."""

import csv
import json

import pytest

RATIOS = [
    ("ASPIRE", "progression-free survival", "0.69", "0.57", "0.83", "95", "= 0.0001"),
    ("CANDOR", "progression-free survival", "0.63", "0.46", "0.85", "95", "= 0.0027"),
    ("ICARIA-MM", "progression-free survival", "0.596", "0.436", "0.814", "95", "= 0.001"),
    ("ICARIA-MM", "overall survival", "0.76", "0.58", "1.01", "95", "= 0.028"),
    ("IKEMA", "progression-free survival", "0.53", "0.32", "0.89", "99", "= 0.0007"),
    ("KEYNOTE-024", "progression-free survival", "0.50", "0.37", "0.68", "95", "< 0.001"),
    ("PALOMA-2", "progression-free survival", "0.58", "0.46", "0.72", "95", "< 0.001"),
    ("POLLUX", "progression-free survival", "0.44", "0.35", "0.55", "95", ""),
]
ARMS = [
    ("ASPIRE", "carfilzomib + dexamethasone + lenalidomide", "396"),
    ("CANDOR", "carfilzomib + dexamethasone", "154"),
    ("ICARIA-MM", "dexamethasone + isatuximab + pomalidomide", "154"),
    ("IKEMA", "carfilzomib + dexamethasone", "123"),
    ("PALOMA-2", "letrozole + palbociclib", "444"),
    ("POLLUX", "dexamethasone + lenalidomide", "283"),
]
SEVERE = [
    ("ASPIRE", "any adverse event", "83.7", "80.7"),
    ("IKEMA", "any adverse event", "77", "67"),
    ("PALOMA-2", "neutropenia", "66.4", "1.4"),
    ("PALOMA-2", "leukopenia", "24.8", "0"),
    ("POLLUX", "neutropenia", "51.9", "37.0"),
]


@pytest.fixture
def ask(run, store):
    """Ask a question of the catalogue and return its rows, numbers as printed in the text."""

    def rows(question: str, **values: str) -> list[dict[str, str]]:
        given = [word for name, value in values.items() for word in ("--param", f"{name}={value}")]
        answer = run("query", question, *given, "--graph", store, "--format", "csv")
        assert answer.code == 0
        return list(csv.DictReader(answer.out.splitlines()))

    return rows


def number(text: str) -> float | str:
    """Compare 0.5 and 0.50 as equal."""
    return float(text) if text.replace(".", "", 1).isdigit() else text


@pytest.mark.parametrize("ratio", RATIOS, ids=lambda ratio: f"{ratio[0]} {ratio[1]}")
def test_hazard_ratios_with_all_that_is_printed(ask, ratio):
    columns = ("trialName", "endpointName", "hazardRatio", "ciLow", "ciHigh", "ciLevel", "p")
    found = [[number(row[column]) for column in columns] for row in ask("hazard-ratios", trial=ratio[0])]
    assert [number(value) for value in ratio] in found


@pytest.mark.parametrize("arm", ARMS, ids=lambda arm: f"{arm[0]} {arm[2]}")
def test_arms_with_their_drugs_and_sizes(ask, arm):
    assert arm in [(row["trialName"], row["armDrugs"], row["sizes"]) for row in ask("trial-arms", trial=arm[0])]


@pytest.mark.parametrize("event", SEVERE, ids=lambda event: f"{event[0]} {event[1]}")
def test_severe_adverse_events_arm_against_arm(ask, event):
    columns = ("trialName", "eventName", "firstPercent", "secondPercent")
    found = [[number(row[column]) for column in columns] for row in ask("severe-adverse-events", trial=event[0])]
    assert [number(value) for value in event] in found


def test_what_binds_cd38_and_how_it_kills(ask):
    rows = {row["drugName"]: row["mechanisms"] for row in ask("drugs-by-target", target="CD38")}
    assert {"daratumumab", "isatuximab"} <= rows.keys()
    assert "antibody-dependent cellular cytotoxicity" in rows["isatuximab"]


def test_documents_that_disagree_are_told(ask):
    assert any("99" in row["explanation"] and "95" in row["explanation"] for row in ask("conflicts", trial="IKEMA"))


def test_hedged_statements_are_told_apart(ask):
    found = {(row["assertionName"], row["subjectName"], row["objectName"]) for row in ask("hedged-statements")}
    assert ("speculative", "pomalidomide", "isatuximab") in found
    assert ("negated", "pembrolizumab", "multiple myeloma") in found


def test_one_claim_of_several_documents_is_one_claim(run, store):
    described = json.loads(run("show", "isatuximab", "--graph", store, "--json").out)
    (isatuximab,) = [one for one in described if one["kind"] == "Drug"]
    (targets,) = [fact for fact in isatuximab["facts"] if fact["text"] == "isatuximab targets CD38"]
    assert len({sentence["document"] for sentence in targets["sentences"]}) >= 3
