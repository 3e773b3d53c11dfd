import csv
from dataclasses import replace
from decimal import Decimal
from math import exp

import pytest
from graph_samples import HOSTILE, IKEMA, ISA, ISA_KD, KD, NEUTROPENIA, hazard_ratio, read, targets
from hypothesis import given
from hypothesis import strategies as st
from trialgraph.graph.effects import log_interval
from trialgraph.graph.export import files_of
from trialgraph.graph.knowledge_graph import KnowledgeGraph
from trialgraph.graph.spreadsheet import TABLES, safe_cell
from trialgraph.ontology.facts import AdverseEventResult, Dosage, Link, TrialArm, TrialAttribute
from trialgraph.ontology.facts import Concept as Thing

RATIO = hazard_ratio(
    ci_low=Decimal("0.32"), ci_high=Decimal("0.89"), ci_level=Decimal(99), p_relation="=", p_value=Decimal("0.0007")
)
EVENT = AdverseEventResult(trial=IKEMA, arm=KD, event=NEUTROPENIA, count=0, total=122, serious=False)
CLAIMS = (
    RATIO, EVENT, targets(), TrialArm(arm=ISA_KD, size=179, role="experimental"),
    TrialAttribute(trial=IKEMA, attribute="phase", value="3"), Dosage(drug=ISA, amount=Decimal(10), unit="mg/kg"),
)  # fmt: skip


@pytest.fixture
def tables(tmp_path):
    """Give the rows of all tables of a graph."""

    def read_back(graph):
        graph.export("csv", tmp_path / "graph.csv")
        found = {}
        for name, path in zip(TABLES, files_of("csv", tmp_path / "graph.csv"), strict=True):
            with path.open(encoding="utf-8", newline="") as lines:
                found[name] = [*csv.DictReader(lines, strict=True)]
        return found

    return read_back


def test_one_row_for_each_thing(make_graph, tables):
    found = tables(make_graph(read("a", *CLAIMS), read("b", RATIO)))
    assert {name: len(rows) for name, rows in found.items()} == {
        "trials": 1, "arms": 2, "outcomes": 1, "adverse_events": 1, "effects": 1, "doses": 1,
        "relations": 3,
    }  # fmt: skip


def test_a_ratio_with_its_logarithm_and_evidence(make_graph, tables):
    (row,) = tables(make_graph(read("a", *CLAIMS), read("b", RATIO)))["outcomes"]
    assert {name: text for name, text in row.items() if text and name != "claim"} == {
        "trial": "IKEMA", "registry_id": "NCT03275285", "arm": "carfilzomib + dexamethasone + isatuximab",
        "comparator": "carfilzomib + dexamethasone", "endpoint": "progression-free survival", "measure": "hazardRatio",
        "value": "0.53", "unit": "ratio", "ci_low": "0.32", "ci_high": "0.89", "ci_level": "99", "p_value": "0.0007",
        "yi": "-0.634878", "sei": "0.198558", "superseded": "false", "assertion": "affirmed", "confidence": "1",
        "documents": "2", "sources": "a.txt; b.txt", "quote": "Statement 0 of a.",
    }  # fmt: skip


def test_events_count_from_zero_and_arms_have_their_trial(make_graph, tables):
    found = tables(make_graph(read("a", *CLAIMS)))
    (event,), arms = found["adverse_events"], found["arms"]
    assert (event["count"], event["total"], event["serious"], event["value"]) == ("0", "122", "false", "")
    assert ("IKEMA", "carfilzomib + dexamethasone + isatuximab", "179", "experimental") in {
        (arm["trial"], arm["arm"], arm["size"], arm["role"]) for arm in arms
    }


def test_what_is_denied_says_so(make_graph, tables):
    (row,) = tables(make_graph(read("a", targets(), assertion="negated")))["relations"]
    assert (row["subject_kind"], row["subject"], row["object"], row["assertion"]) == (
        "Drug", "isatuximab", "CD38", "negated",
    )  # fmt: skip


def test_earlier_results_are_marked(make_graph, tables):
    early, late = (hazard_ratio(value=Decimal(v), data_cutoff=day) for v, day in (("0.5", "2020"), ("0.6", "2022")))
    rows = tables(make_graph(read("a", early), read("b", late)))["outcomes"]
    assert {(row["value"], row["superseded"]) for row in rows} == {("0.5", "true"), ("0.6", "false")}


@pytest.mark.parametrize("name", ["=1+1", "+cmd", "-2", "@SUM(A1)", "\t=1", " =1", "＝1", HOSTILE, 'a","=1', "a\r\n=1"])
def test_no_text_of_a_document_becomes_a_formula_or_another_cell(make_graph, tables, name):
    drug = Thing("Drug", name)
    claims = Link(subject=drug, predicate="enhances", object=drug), Dosage(drug=drug, amount=Decimal(1), unit=name)
    for rows in tables(make_graph(read("a", *claims))).values():
        for row in rows:
            assert None not in row
            assert not any(cell.startswith(tuple("=+-@\t\r＝")) for cell in row.values())


@given(st.text())
def test_a_safe_cell_is_one_line_and_no_formula(text):
    cell = safe_cell(text)
    assert len(cell.splitlines()) <= 1
    assert not cell.startswith(tuple("=+-@"))


def test_ranges_and_ratios_do_not_become_dates(make_graph, tables):
    ratio = TrialAttribute(trial=IKEMA, attribute="randomizationRatio", value="3:2")
    found = tables(make_graph(read("a", replace(EVENT, grade="3-4"), ratio, replace(RATIO, data_cutoff="2020-02-07"))))
    assert found["adverse_events"][0]["grade"] == "3–4"
    assert found["trials"][0]["randomization_ratio"] == "3 to 2"
    assert found["outcomes"][0]["data_cutoff"] == "2020-02-07"


def test_a_false_number_of_a_file_is_escaped(tmp_path, tables):
    tg = "https://w3id.org/trialgraph/"
    (tmp_path / "bad.ttl").write_text(
        f"<{tg}id/claim/x> a <{tg}Dosage> ; <{tg}amount> '=1+1'^^<http://www.w3.org/2001/XMLSchema#decimal> ."
    )
    with KnowledgeGraph.load_rdf(tmp_path / "bad.ttl") as graph:
        assert tables(graph)["doses"][0]["amount"] == "'=1+1"


@given(st.floats(0.05, 20), st.floats(0.01, 2), st.sampled_from(["90", "95", "99"]))
def test_a_symmetric_interval_gives_its_standard_error_back(ratio, error, level):
    quantile = {"90": 1.644854, "95": 1.959964, "99": 2.575829}[level]
    low, high = ratio * exp(-quantile * error), ratio * exp(quantile * error)
    effect, found, *_ = log_interval(f"{ratio}", f"{low:.12f}", f"{high:.12f}", level)
    assert exp(float(effect)) == pytest.approx(ratio, rel=1e-5)
    assert float(found) == pytest.approx(error, abs=1e-4)


@pytest.mark.parametrize("figures", [("", "0.3", "0.8", "95"), ("0.5", "", "0.8", "95"), ("0.5", "0.3", "0.8", ""),
                                     ("0.5", "0", "0.8", "95"), ("0.5", "0.8", "0.3", "95")])  # fmt: skip
def test_no_standard_error_without_a_whole_interval(figures):
    assert log_interval(*figures) == ()
