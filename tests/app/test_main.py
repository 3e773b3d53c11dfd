"""What all commands have in common: help, versions, errors in one line, quick starts."""

import re
import subprocess
import sys

import pytest
from trialgraph.app.main import app

COMMANDS = [command.callback.__name__ for command in app.registered_commands]
HEAVY = {"spacy", "rdflib", "pyoxigraph", "networkx", "pyvis", "lxml", "pdfplumber", "numpy"}


def test_help_lists_every_command(run):
    answer = run("--help")
    assert answer.code == 0
    for name in ("demo", "build", "query", "show", "view", "export", "verify", "remove", "stats"):
        assert re.search(rf"\b{name} ", answer.out)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_shows_an_example(run, command):
    answer = run(command, "--help")
    assert answer.code == 0
    assert f"trialgraph {command}" in answer.out.split("For example")[1]


def test_version(run):
    assert re.fullmatch(r"\d+\.\d+\.\d+\n", run("--version").out)


def test_nothing_heavy_is_imported_before_a_command_runs():
    script = "import sys, trialgraph.app.main; print(*{name.partition('.')[0] for name in sys.modules})"
    out = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert not HEAVY & set(out.split())


def test_unknown_command_is_wrong_usage(run):
    assert run("bild").code == 2


@pytest.mark.parametrize("command", ["stats", "verify", "view", "query documents", "show x", "remove x"])
def test_a_graph_that_is_not_there(run, tmp_path, command):
    answer = run(*command.split(), "--graph", tmp_path / "none")
    assert answer.code == 1
    assert (
        answer.err
        == f"trialgraph: {tmp_path / 'none'}: there is no graph here; make one with `trialgraph build PATH...`\n"
    )
    assert not (tmp_path / "none").exists()


def test_looking_for_a_graph_makes_none(run, tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    assert run("stats", "--graph", tmp_path).code == 1
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
