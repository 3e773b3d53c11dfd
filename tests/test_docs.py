"""The documentation keeps its word: its Python runs, its commands exist, its worked examples work as they stand."""

import os
import re
import shlex
import tomllib
from pathlib import Path

import pytest
from trialgraph.app.main import app
from trialgraph.extract.configuration import load_components
from trialgraph.extract.readers import readers
from trialgraph.ontology.terminologies import add_terminologies

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
BLOCK = re.compile(r"^```(\w+)(?: title=\"([^\"]+)\")?\n(.*?)^```$", flags=re.DOTALL | re.MULTILINE)
BLOCKS = {page: BLOCK.findall(page.read_text("utf-8")) for page in PAGES}
COMMANDS = sorted(
    {
        line
        for blocks in BLOCKS.values()
        for language, _, block in blocks
        if language == "sh"
        for line in block.splitlines()
        if line.startswith("trialgraph ")
    }
)
TEXTS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
BENCHMARKS = sorted(
    {
        told
        for page in TEXTS
        for told in re.findall(r"bench/\w+\.py[^`\n]*", page.read_text("utf-8").replace("\\\n", " "))
    }
)
TERMS = "id\tlabel\tsynonyms\nMONDO:0009693\tmultiple myeloma\tmyeloma\nMONDO:0002280\tanemia\tanaemia\n"
PYTHON = [
    page for page, blocks in BLOCKS.items() if page.name != "README.md" and any(b[:2] == ("python", "") for b in blocks)
]


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_exists_with_its_options(line):
    import typer.main

    command: object = typer.main.get_command(app)
    words = shlex.split(line, comments=True)[1:]
    while hasattr(command, "commands"):
        command = command.commands[words.pop(0)]
    known = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    assert {word for word in words if re.match(r"--?[a-z]", word)} <= known


@pytest.mark.parametrize("told", BENCHMARKS)
def test_a_benchmark_exists_with_its_options(told):
    file, *words = told.split()
    source = (ROOT / file).read_text("utf-8")
    options = {word.strip("[]").removeprefix("--") for word in words if re.match(r"\[?--\w", word)}
    assert {option for option in options if not re.search(f'"(--)?{option}"', source)} == set()
    assert "-o" not in words or "from results import" in source


def install(folder: Path, pyproject: str) -> None:
    """Leave behind what pip does: the metadata with the entry points of a package, whose modules lie in the folder."""
    project = tomllib.loads(pyproject)["project"]
    about = folder / f"{project['name'].replace('-', '_')}-{project['version']}.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {project['name']}\nVersion: {project['version']}\n")
    groups = project["entry-points"].items()
    lines = [f"[{group}]\n" + "\n".join(f"{k} = {v}" for k, v in entries.items()) for group, entries in groups]
    (about / "entry_points.txt").write_text("\n".join(lines))


@pytest.fixture
def workplace(tmp_path, monkeypatch):
    """A folder with the examples and an index of terminologies, in which what a page writes is found and importable."""
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    (tmp_path / "terms.tsv").write_text(TERMS)
    add_terminologies([tmp_path / "terms.tsv"], tmp_path / "index")
    monkeypatch.setenv("TRIALGRAPH_TERMINOLOGIES", os.fspath(tmp_path / "index"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    readers.cache_clear()
    yield tmp_path
    readers.cache_clear()
    load_components.cache_clear()


@pytest.mark.parametrize("page", PYTHON, ids=lambda page: page.name)
def test_the_python_of_a_page_runs(page, workplace):
    for language, title, block in BLOCKS[page]:
        if title == "pyproject.toml":
            install(workplace, block)
        elif title:
            (workplace / title).write_text(block)
        elif language == "python":
            exec(compile(block, str(page), "exec"), {"__name__": "page"})


def test_the_python_of_the_readme_prints_and_draws(workplace, capsys):
    (code,) = (block for language, _, block in BLOCKS[ROOT / "README.md"] if language == "python")
    exec(compile(code, "README.md", "exec"), {"__name__": "readme"})
    assert "0.53" in capsys.readouterr().out
    assert (workplace / "graph.html").exists()


def test_a_terminology_of_ones_own_is_added_and_used(workplace, monkeypatch, capsys):
    from trialgraph.app.main import main
    from trialgraph.graph import KnowledgeGraph

    page = ROOT / "docs" / "extending" / "terminology.md"
    for _, title, block in BLOCKS[page]:
        if title:
            (workplace / title).write_text(block)
    (workplace / "papers").mkdir()
    text = "Patients with myeloma were randomly assigned to dromustat or placebo."
    (workplace / "papers" / "a.txt").write_text(text)
    for line in (line for language, _, block in BLOCKS[page] if language == "sh" for line in block.splitlines()):
        monkeypatch.setattr("sys.argv", shlex.split(line))
        with pytest.raises(SystemExit) as stopped:
            main()
        assert stopped.value.code in {None, 0}
    del stopped
    with KnowledgeGraph(workplace / "with-codes") as graph:
        identifiers = graph.query("SELECT ?id { ?drug a tg:Drug ; skos:exactMatch|skos:closeMatch ?id }")
        assert any("990000001" in str(row.id) for row in identifiers)
