"""`trialgraph conflicts`, on two small notes about one trial."""

import json

import pytest


@pytest.fixture
def notes(run, tmp_path):
    folder = tmp_path / "notes"
    folder.mkdir()
    start = "In the IKEMA trial (NCT03275285), "
    (folder / "paper.txt").write_text(f"{start}a randomised, open-label, phase 3 trial, 302 patients were enrolled.\n")
    (folder / "blog.txt").write_text(f"{start}a randomised, double-blind, phase 2 trial, 302 patients were enrolled.\n")
    run("build", folder, "--graph", tmp_path / "graph")
    return tmp_path / "graph"


def test_conflicts_are_printed_with_either_side(run, notes):
    answer = run("conflicts", "--graph", notes)
    assert (answer.code, answer.err) == (0, "")
    assert "IKEMA: the design differs: blog has double-blind, paper has open-label" in answer.out
    assert "IKEMA: the phase differs: blog has 2, paper has 3" in answer.out
    words = " ".join(answer.out.split())
    assert "“In the IKEMA trial (NCT03275285), a randomised, open-label, phase 3 trial, 302 patients were" in words


def test_conflicts_as_json(run, notes):
    found = json.loads(run("conflicts", "IKEMA", "--graph", notes, "--json").out)
    assert [conflict["on"] for conflict in found] == ["design", "phase"]


def test_no_conflicts(run, notes):
    assert run("conflicts", "ICARIA-MM", "--graph", notes).out == "no document contradicts another about ICARIA-MM\n"
