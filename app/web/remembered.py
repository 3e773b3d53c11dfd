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
"""Rows that are remembered in all, those asked for last."""
_SETTLED: Final = 2_000_000_000 * FRESH
"""Nanoseconds after a write until all workers see it."""
Answer = tuple[Row, ...]
Key = tuple[str, frozenset[tuple[str, str]]]


class Remembered:
    """The answers to questions of the catalogue about one state of a graph."""

    def __init__(self, graph: Path) -> None:
        self._graph, self._state = graph, 0
        self._answers: OrderedDict[Key, Answer] = OrderedDict()
        self._rows = 0

    def get(self, question: str, values: Mapping[str, str]) -> Answer | None:
        """Give an answer; None where there is none, or the graph has been written since."""
        if (state := written(self._graph)) != self._state:
            self._answers.clear()
            self._state, self._rows = state, 0
        key = question, frozenset(values.items())
        if key in self._answers:
            self._answers.move_to_end(key)
        return self._answers.get(key)

    def put(self, question: str, values: Mapping[str, str], answer: Answer) -> None:
        """Remember an answer, and forget others where there are too many.

        What was written just now is not: a worker may still look at the graph as it was before.
        """
        if time.time_ns() - self._state < _SETTLED:
            return
        self._answers[question, frozenset(values.items())] = answer
        self._rows += len(answer) + 1
        while self._rows > _MOST:
            _, forgotten = self._answers.popitem(last=False)
            self._rows -= len(forgotten) + 1
