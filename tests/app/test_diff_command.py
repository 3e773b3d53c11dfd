"""`trialgraph diff`, on an export of a graph and on the graph that has changed since."""

import json

import pytest

NOTE = "In the IKEMA trial (NCT03275285), a randomised, open-label, phase {} trial, patients were treated.\n"


@pytest.fixture
def states(run, tmp_path):
    note, graph, export = tmp_path / "note.txt", tmp_path / "graph", tmp_path / "before.nq"
    note.write_text(NOTE.format(2))
    run("build", note, "--graph", graph)
    run("export", "--format", "nquads", "-o", export, "--graph", graph)
    note.write_text(NOTE.format(3).replace("open-label, ", "") + "Isatuximab targets CD38.\n")
    run("build", note, "--graph", graph)
    return export, graph


def test_facts_gained_lost_and_changed(run, states):
    answer = run("diff", *states)
    assert (answer.code, answer.err) == (0, "")
    assert "+ isatuximab targets CD38" in answer.out
    assert "- IKEMA design open-label" in answer.out
    assert "~ IKEMA phase 2" in answer.out and "now IKEMA phase 3" in answer.out
    assert answer.out.endswith(" facts gained, 1 lost, 1 changed\n")


def test_as_json(run, states):
    found = json.loads(run("diff", *states, "--json").out)
    assert [fact["text"] for change in found["changed"] for fact in change["after"]] == ["IKEMA phase 3"]


def test_nothing_there(run, tmp_path):
    answer = run("diff", tmp_path / "none", tmp_path / "none")
    assert answer.code == 1
    assert "there is no graph here" in answer.err


def test_between_two_days_documents_bring_facts(run, store):
    answer = run("diff", "1990", "2030", "--graph", store)
    assert answer.code == 0
    assert " 0 lost, 0 changed" in answer.out
    assert not answer.out.startswith("0 facts gained")
