"""What the tests of the command line share."""

import gc
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from trialgraph.app.main import main

EXAMPLES = Path(__file__).parents[2] / "examples"


class Answer(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Answer]


@pytest.fixture
def run(capsys, monkeypatch) -> Run:
    """Run `trialgraph ARGUMENTS...` and return exit code, output and error output."""

    def run_command(*arguments: object) -> Answer:
        monkeypatch.setattr(sys, "argv", ["trialgraph", *map(str, arguments)])
        with pytest.raises(SystemExit) as stopped:
            main()
        code = stopped.value.code or 0
        del stopped  # a process would end here: the frames in the exit's traceback hold the store, and so its lock
        gc.collect()
        printed = capsys.readouterr()
        return Answer(code, printed.out, printed.err)

    return run_command


@pytest.fixture(scope="session")
def store(tmp_path_factory) -> Path:
    """A graph of all examples, not to be changed."""
    from trialgraph.app.building import build_graph
    from trialgraph.graph import KnowledgeGraph

    folder = tmp_path_factory.mktemp("graph") / "store"
    with KnowledgeGraph(folder) as graph:
        report = build_graph(graph, [EXAMPLES])
    assert not report.skipped
    return folder
