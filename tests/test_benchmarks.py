"""What the benchmarks share: how results are written down, when answers are the same, how pieces of a run add up."""

import json
import random
import sys
import xml.etree.ElementTree as ElementTree
from importlib import import_module
from pathlib import Path

import pytest


@pytest.fixture
def bench(monkeypatch):
    monkeypatch.syspath_prepend(Path(__file__).parents[1] / "bench")
    return import_module


def test_results_say_when_where_and_by_what_command(bench, tmp_path, monkeypatch):
    given = ["/home/me/bench/store.py", "/home/me/graphs", "NAME=/home/me/c.gz", "http://localhost:80/sparql"]
    monkeypatch.setattr(sys, "argv", given)
    results = bench("results")
    results.report(results.table(["quads"], [[5]]), {"quads": 5}, tmp_path / "told.md")
    told = json.loads((tmp_path / "told.json").read_text("utf-8"))
    assert told["quads"] == 5
    assert told["run"]["command"] == "python bench/store.py graphs NAME=c.gz http://localhost:80/sparql"
    text = (tmp_path / "told.md").read_text("utf-8")
    assert text.endswith("| quads |\n| --- |\n| 5 |\n")
    assert all(value in text for value in told["run"].values())


@pytest.mark.parametrize(
    ("theirs", "same"),
    [
        ([["b; a", "0.900"], ["c", ""]], True),
        ([["c", ""], ["a; b", "0.9"]], True),
        ([["a; b", "0.91"], ["c", ""]], False),
        ([["a; b", "0.9"]], False),
        ([["a; b", "0.9"], ["c", ""], ["c", ""]], False),
    ],
)
def test_answers_are_the_same_where_rows_are(bench, theirs, same):
    comparable = bench("engines").comparable
    assert (comparable([["a; b", "0.9"], ["c", ""]]) == comparable(theirs)) is same


def test_pieces_of_fuzzing_add_up(bench, tmp_path):
    fuzz = bench("fuzz")
    pieces = [
        fuzz.Piece("cleaner", 1, 0, inputs=30, found=0, seconds=0.3, slowest=0.2, memory_mb=210),
        fuzz.Piece("cleaner", 1, 30, inputs=20, found=1, seconds=0.2, slowest=0.1, memory_mb=220),
        fuzz.Piece("jats", 1, 0, inputs=1, found=0, seconds=1.0, slowest=1.0, memory_mb=200),
    ]
    assert list(fuzz.sums(pieces)) == [
        ["jats", "1", "0", "1000.0", "1.00", "200"],
        ["cleaner", "50", "1", "10.0", "0.20", "220"],
    ]
    (tmp_path / "fuzz.json").write_text(json.dumps({"pieces": [vars(piece) for piece in pieces]}))
    assert fuzz.earlier(tmp_path / "fuzz.md") == pieces


def test_damaged_files_stay_what_they_are(bench):
    damage = bench("damage")
    for seed in range(50):
        dice = random.Random(seed)
        ElementTree.fromstring(damage.mutate_elements(dice, b"<a><b x='1'>text</b><br><c/>&nbsp;</a>"))
        json.loads(damage.mutate_json(dice, b'{"a": [1, {"b": "text"}], "c": null}'))
