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


def test_long_questions_take_no_more_room_than_long_answers(tmp_path, monkeypatch):
    monkeypatch.setattr("trialgraph.app.web.remembered._MOST", 100)
    graph = tmp_path / "graph.nq"
    graph.write_text("")
    aged(graph, 60)
    known = Remembered(graph)
    names = [f"{number}{'x' * 40_000}" for number in range(3)]
    for name in names:
        known.get("entity", {"entity": name})
        known.put("entity", {"entity": name}, ())
    assert [known.get("entity", {"entity": name}) for name in names] == [None, (), ()]


def test_an_answer_to_two_who_asked_at_once_counts_once(tmp_path):
    graph = tmp_path / "graph.nq"
    graph.write_text("")
    aged(graph, 60)
    known = Remembered(graph)
    known.get("a", {})
    for _ in range(3):
        known.put("a", {}, ROWS * 90_000)
    assert known.get("a", {})
