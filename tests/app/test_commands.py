"""The commands that look at a graph, on the graph of the examples."""

import csv
import json
import shutil

import pytest


def test_stats_counts_and_lists(run, store):
    found = json.loads(run("stats", "--graph", store, "--json").out)
    assert found["counts"]["Document"] == len(found["documents"]) == 11
    assert "ikema_abstract" in run("stats", "--graph", store).out


def test_verify_finds_nothing_wrong(run, store):
    answer = run("verify", "--graph", store)
    assert (answer.code, answer.err) == (0, "")
    assert json.loads(run("verify", "--graph", store, "--json").out) == []


def test_verify_lists_what_fails(run, store, tmp_path):
    run("export", "--format", "nquads", "-o", tmp_path / "g.nq", "--graph", store)
    (tmp_path / "bad.nq").write_text(
        (tmp_path / "g.nq").read_text() + "<https://w3id.org/trialgraph/id/claim/x> "
        "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <https://w3id.org/trialgraph/OutcomeResult> "
        "<https://w3id.org/trialgraph/doc/pollux> .\n"
    )
    answer = run("verify", "--graph", tmp_path / "bad.nq")
    assert answer.code == 1
    assert "https://w3id.org/trialgraph/id/claim/x" in answer.out
    assert answer.err.count("\n") == 1
    assert json.loads(run("verify", "--graph", tmp_path / "bad.nq", "--json").out)


def test_show_a_trial_by_its_number(run, store):
    answer = run("show", "NCT03275285", "--graph", store)
    assert answer.code == 0
    assert "IKEMA (Trial)" in answer.out
    assert "0.53" in answer.out and "99% CI 0.32 to 0.89" in answer.out


def test_show_as_json_has_the_words(run, store):
    found = json.loads(run("show", "IKEMA", "--graph", store, "--json").out)
    quotes = [sentence["quote"] for fact in found[0]["facts"] for sentence in fact["sentences"]]
    assert any("not reached" in quote for quote in quotes)


def test_show_something_unknown(run, store):
    answer = run("show", "nobody", "--graph", store)
    assert answer.code == 1
    assert answer.err.startswith("trialgraph: nothing in this graph is called 'nobody'")


def test_catalogue_for_people_and_programs(run):
    assert "drugs-by-target" in run("query", "--list").out
    names = [question["name"] for question in json.loads(run("query", "--list", "--format", "json").out)]
    assert len(names) >= 12


def test_query_as_csv(run, store):
    answer = run("query", "hazard-ratios", "--param", "trial=IKEMA", "--graph", store, "--format", "csv")
    rows = list(csv.DictReader(answer.out.splitlines()))
    assert {"0.53"} <= {row["hazardRatio"] for row in rows}
    assert {"99"} <= {row["ciLevel"] for row in rows}


def test_query_as_table_shows_no_iri_prefix(run, store):
    answer = run("query", "hazard-ratios", "--param", "trial=IKEMA", "--graph", store)
    assert answer.code == 0
    assert "0.53" in answer.out and "https://w3id.org" not in answer.out


def test_query_of_ones_own(run, store, tmp_path):
    (tmp_path / "mine.rq").write_text("SELECT (COUNT(*) AS ?n) WHERE { ?d a tg:Document }")
    answer = run("query", tmp_path / "mine.rq", "--graph", store, "--format", "json")
    assert json.loads(answer.out)["results"]["bindings"][0]["n"]["value"] == "11"


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["nothing-like-that"], 1, "there is no query 'nothing-like-that'"),
        (["hazard-ratios", "--param", "colour=red"], 1, "unknown parameter colour"),
        (["hazard-ratios", "--param", "IKEMA"], 2, "NAME=VALUE"),
        ([], 2, "--list"),
    ],
)
def test_query_asked_wrongly(run, store, arguments, code, words):
    answer = run("query", *arguments, "--graph", store)
    assert answer.code == code
    assert words in answer.err
    assert "Traceback" not in answer.err


@pytest.mark.parametrize("format", ["nquads", "trig", "turtle", "jsonld", "graphml"])
def test_export_gives_the_same_bytes(run, store, tmp_path, format):
    for name in ("one", "two"):
        assert run("export", "--format", format, "-o", tmp_path / name, "--graph", store).code == 0
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes() != b""


def test_an_exported_file_can_be_looked_at(run, store, tmp_path):
    run("export", "--format", "trig", "-o", tmp_path / "g.trig", "--graph", store)
    asked = ("query", "hazard-ratios", "--format", "csv", "--graph")
    assert run(*asked, tmp_path / "g.trig").out == run(*asked, store).out


def test_export_to_a_folder_that_is_not_there(run, store, tmp_path):
    answer = run("export", "--format", "trig", "-o", tmp_path / "no" / "g.trig", "--graph", store)
    assert answer.code == 1
    assert answer.err.count("\n") == 1


def test_remove_forgets_a_document(run, store, tmp_path):
    copy = shutil.copytree(store, tmp_path / "copy")
    assert run("remove", "icaria_news", "--graph", copy).code == 0
    found = json.loads(run("stats", "--graph", copy, "--json").out)
    assert "icaria_news" not in [document["identifier"] for document in found["documents"]]
    again = run("remove", "icaria_news", "--graph", copy)
    assert again.code == 1
    assert again.err.startswith("trialgraph: there is no document 'icaria_news'")


def test_view_writes_a_page_that_needs_no_network(run, store, tmp_path):
    answer = run("view", "--around", "isatuximab", "--graph", store, "-o", tmp_path / "graph.html")
    assert answer.code == 0
    page = (tmp_path / "graph.html").read_text("utf-8")
    assert "isatuximab" in page
    assert 'src="http' not in page and 'rel="stylesheet" href="http' not in page


def test_demo_goes_the_whole_way(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    answer = run("demo")
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.count("trialgraph query ") >= 4
    assert "nothing found" not in answer.out
    assert (tmp_path / "trialgraph-demo" / "graph.html").stat().st_size > 10_000
    assert run("demo").code == 0


def test_coverage_lists_what_no_fact_states(run, store):
    found = json.loads(run("coverage", "ikema_abstract", "--graph", store, "--json").out)
    assert found["numbers"] >= len(found["left"])
    assert found["share"] == 1 - len(found["left"]) / found["numbers"]
    assert f"({found['share']:.0%})" in run("coverage", "ikema_abstract", "--graph", store).out


def test_coverage_of_a_document_that_is_not_there(run, store):
    answer = run("coverage", "nobody", "--graph", store)
    assert (answer.code, answer.out) == (1, "")
    assert answer.err.startswith("trialgraph: there is no document 'nobody'")


def test_show_tells_why_a_fact_can_be_believed(run, store):
    assert "belief 0." in run("show", "CD38", "--graph", store, "--why").out
    (found,) = json.loads(run("show", "CD38", "--graph", store, "--why", "--json").out)
    assert all(0 <= fact["belief"]["probability"] <= 1 for fact in found["facts"])
