"""A document that means harm is text everywhere: in the terminal, in answers, on the page, in files."""

import json

import pytest
from pyoxigraph import RdfFormat, parse

EVIL = "<img src=x onerror=alert(1)></script><script>alert(2)</script>"
TEXT = f"""{EVIL} \x1b[31mtrial\x1b[0m {{{{7*7}}}} javascript:alert(3) href \u202egnp\u202c

Isatuximab targets CD38. Isatuximab {EVIL} was given at 10 mg/kg intravenously. In the {EVIL} group (n = 12) median
progression-free survival was 19.15 months (95% CI 15.77 to not reached) \x1b]0;owned\x07 with isatuximab href.
") . }} ; DROP ALL # '''"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A graph of the hostile document, whose file name is hostile too."""
    from trialgraph.app.building import build_graph
    from trialgraph.graph import KnowledgeGraph

    folder = tmp_path_factory.mktemp("hostile")
    paper = folder / "evil\n<script>alert(1)<&'\" \x1b[31m.txt"
    paper.write_text(TEXT, "utf-8")
    with KnowledgeGraph(folder / "store") as graph:
        report = build_graph(graph, [paper])
    assert not report.skipped
    assert report.facts > 0
    return folder / "store"


@pytest.mark.parametrize(
    "command",
    ["show isatuximab", "stats", "query documents", "query drugs-by-target", "query doses"],
)
def test_the_terminal_gets_no_control_characters(run, hostile, command):
    answer = run(*command.split(), "--graph", hostile)
    assert answer.code == 0
    assert not set(answer.out) & {"\x1b", "\x07", "\u202e"}


def test_the_words_are_kept_as_they_are(run, hostile):
    described = json.loads(run("show", "isatuximab", "--graph", hostile, "--json").out)
    quotes = [s["quote"] for one in described for fact in one["facts"] for s in fact["sentences"]]
    assert any("Isatuximab targets CD38" in quote for quote in quotes)
    assert run("verify", "--graph", hostile).code == 0


def test_the_page_runs_nothing_of_it(run, hostile, tmp_path):
    assert run("view", "--graph", hostile, "-o", tmp_path / "g.html").code == 0
    page = (tmp_path / "g.html").read_text("utf-8")
    assert "isatuximab" in page
    assert "<img src=x" not in page
    assert "<script>alert" not in page


@pytest.mark.parametrize(("name", "format"), [("trig", RdfFormat.TRIG), ("nquads", RdfFormat.N_QUADS)])
def test_exports_can_be_read_again(run, hostile, tmp_path, name, format):
    assert run("export", "--format", name, "-o", tmp_path / "g", "--graph", hostile).code == 0
    assert len(list(parse((tmp_path / "g").read_bytes(), format))) > 50
