"""The README keeps its word: its Python runs, its commands exist."""

import re
import shlex
from pathlib import Path

import pytest
from trialgraph.app.main import app

ROOT = Path(__file__).parents[1]
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), flags=re.DOTALL)
COMMANDS = [
    shlex.split(line, comments=True)
    for language, block in BLOCKS
    if language == "sh"
    for line in block.splitlines()
    if line.startswith("trialgraph ")
]


def test_the_python_runs(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    (code,) = (block for language, block in BLOCKS if language == "python")
    exec(compile(code, "README.md", "exec"), {"__name__": "readme"})
    assert "0.53" in capsys.readouterr().out
    assert (tmp_path / "graph.html").exists()


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_command_exists_with_its_options(command):
    import typer.main

    group = typer.main.get_command(app)
    chosen = group.commands[command[1]]
    known = {option for parameter in chosen.params for option in parameter.opts}
    assert {word for word in command[2:] if word.startswith("-")} <= known
