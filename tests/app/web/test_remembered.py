"""Answers are remembered until the graph is written, and no more rows than fit."""

import os
import time

from trialgraph.app.web.remembered import Remembered

ROWS = ({"name": "isatuximab"},)


def aged(path, seconds: float) -> None:
    when = time.time_ns() - int(seconds * 1e9)
    os.utime(path, ns=(when, when))


def test_an_answer_is_known_until_the_graph_is_written(tmp_path):
    graph = tmp_path / "graph.nq"
    graph.write_text("")
    aged(graph, 60)
    known = Remembered(graph)
    assert known.get("drugs", {"target": "CD38"}) is None
    known.put("drugs", {"target": "CD38"}, ROWS)
    assert known.get("drugs", {"target": "CD38"}) == ROWS
    assert known.get("drugs", {"target": "EGFR"}) is None
    aged(graph, 30)
    assert known.get("drugs", {"target": "CD38"}) is None


def test_nothing_is_remembered_right_after_a_write(tmp_path):
    graph = tmp_path / "graph.nq"
    graph.write_text("")
    known = Remembered(graph)
    known.get("drugs", {})
    known.put("drugs", {}, ROWS)
    assert known.get("drugs", {}) is None


def test_what_was_asked_for_least_lately_is_forgotten(tmp_path):
    graph = tmp_path / "graph.nq"
    graph.write_text("")
    aged(graph, 60)
    known = Remembered(graph)
    known.get("a", {})
    known.put("a", {}, ROWS * 40_000)
    known.put("b", {}, ROWS * 40_000)
    assert known.get("a", {})
    known.put("c", {}, ROWS * 40_000)
    assert known.get("a", {})
    assert known.get("b", {}) is None
