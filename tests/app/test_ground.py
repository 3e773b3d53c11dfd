"""`trialgraph ground` explains itself."""

import json

import pytest


@pytest.fixture(autouse=True)
def no_index(monkeypatch, tmp_path):
    monkeypatch.delenv("TRIALGRAPH_TERMINOLOGIES", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))


def test_choice_identifiers_and_reasons(run):
    out = run("ground", "Sarclisa").out
    assert "isatuximab (Drug), 0.98" in out
    assert "exact match DRUGBANK:DB14811" in out
    assert "Sarclisa" in out.split("reasons")[1]


def test_a_class_that_no_vocabulary_names(run):
    out = run("ground", "anti-CD38 antibody").out
    assert "no vocabulary that we know has a term for it" in out


def test_json(run):
    found = json.loads(run("ground", "PFS", "--kind", "Endpoint", "--json").out)
    assert found["choice"]["label"] == "progression-free survival"
    assert found["candidates"][0]["reasons"]


def test_in_a_document(run, tmp_path):
    (tmp_path / "note.txt").write_text("The progression-free survival (PrFS) was long. PrFS counts.")
    assert "progression-free survival" in run("ground", "PrFS", "--document", tmp_path / "note.txt").out
    assert "nothing is close enough" in run("ground", "PrFS").out


def test_nothing(run):
    answer = run("ground", "qwertzu uiop")
    assert (answer.code, answer.err) == (0, "")
    assert "nothing is close enough" in answer.out


def test_an_index_that_is_not_there(run, tmp_path):
    answer = run("ground", "PFS", "--index", tmp_path / "nowhere")
    assert answer.code == 1
    assert "nowhere" in answer.err


def test_build_links_what_the_lexicon_does_not_know(run, tmp_path):
    table = "id\tlabel\tsynonyms\nMONDO:0000001\tzorgan fever\tzorgic fever\n"
    (tmp_path / "fevers.tsv").write_text(table)
    (tmp_path / "note.txt").write_text("Isatuximab causes zorgic fever. Isatuximab is approved for zorgan cancer.")
    assert run("ontology", "add", tmp_path / "fevers.tsv", "--index", tmp_path / "index").code == 0
    build = ("build", tmp_path / "note.txt", "--graph", tmp_path / "g")
    assert run(*build).code == 0
    again = json.loads(run(*build, "--index", tmp_path / "index", "--json").out)
    assert again["stored"] == ["note"]
    assert json.loads(run(*build, "--index", tmp_path / "index", "--json").out)["stored"] == []


def test_build_with_an_index_that_is_not_there(run, tmp_path):
    answer = run("build", tmp_path, "--graph", tmp_path / "g", "--index", tmp_path / "nowhere")
    assert answer.code == 1 and "nowhere" in answer.err
