"""Answers are remembered as long as the graph stays as it is: pages share questions, and readers share pages."""

import time
from collections import OrderedDict
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from ...graph.reader import written
from .jobs import Row
from .worker import FRESH

_MOST: Final = 100_000
"""Rows that are remembered in all, those asked for last; a thousand characters of a question count as one."""
_SETTLED: Final = 2_000_000_000 * FRESH
"""Nanoseconds after a write until all workers see it."""
Answer = tuple[Row, ...]
Key = tuple[str, frozenset[tuple[str, str]]]


class Remembered:
    """The answers to questions of the catalogue about one state of a graph."""

    def __init__(self, graph: Path) -> None:
        self._graph, self._state = graph, 0
        self._answers: OrderedDict[Key, Answer] = OrderedDict()
        self._weight = 0

    def get(self, question: str, values: Mapping[str, str]) -> Answer | None:
        """Give an answer; None where there is none, or the graph has been written since."""
        if (state := written(self._graph)) != self._state:
            self._answers.clear()
            self._state, self._weight = state, 0
        key = question, frozenset(values.items())
        if key in self._answers:
            self._answers.move_to_end(key)
        return self._answers.get(key)

    def put(self, question: str, values: Mapping[str, str], answer: Answer) -> None:
        """Remember an answer, and forget others where there are too many.

        What was written just now is not: a worker may still look at the graph as it was before.
        """
        key = question, frozenset(values.items())
        if time.time_ns() - self._state < _SETTLED or key in self._answers:
            return
        self._answers[key] = answer
        self._weight += _weight(key, answer)
        while self._weight > _MOST:
            self._weight -= _weight(*self._answers.popitem(last=False))


def _weight(key: Key, answer: Answer) -> int:
    return 1 + len(answer) + sum(len(value) for _, value in key[1]) // 1000
