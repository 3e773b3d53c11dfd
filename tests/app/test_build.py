"""`trialgraph build`: what is read, what is passed over, and what a second run does."""

import json
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from trialgraph.app import building, reading, storing
from trialgraph.graph import KnowledgeGraph

EXAMPLES = Path(__file__).parents[2] / "examples"
GOOD = EXAMPLES / "flaura_news.txt"


def exported(folder: Path, to: Path) -> bytes:
    with KnowledgeGraph(folder) as graph:
        graph.export("nquads", to)
    return to.read_bytes()


def test_reads_every_example(run, tmp_path):
    answer = run("build", EXAMPLES, "--graph", tmp_path / "g", "--json")
    report = json.loads(answer.out)
    assert (answer.code, answer.err, report["skipped"]) == (0, "", {})
    assert report["stored"] == sorted(path.stem for path in EXAMPLES.iterdir())
    assert report["facts"] > 100


def test_second_run_reads_only_what_changed(run, tmp_path):
    papers, graph = tmp_path / "papers", tmp_path / "g"
    papers.mkdir()
    for name in ("flaura_news.txt", "paloma2_abstract.txt"):
        shutil.copy(EXAMPLES / name, papers)
    run("build", papers, "--graph", graph)
    with (papers / "flaura_news.txt").open("a") as file:
        file.write("\nOsimertinib is given orally.\n")
    report = json.loads(run("build", papers, "--graph", graph, "--json").out)
    assert report["stored"] == ["flaura_news"]
    assert report["unchanged"] == [str(papers / "paloma2_abstract.txt")]


def test_neither_order_nor_workers_change_the_graph(run, tmp_path):
    files = [EXAMPLES / name for name in ("pollux.html", "ikema_abstract.txt", "icaria_news.md")]
    for file in files:
        assert run("build", file, "--graph", tmp_path / "a").code == 0
    assert run("build", *reversed(files), "--graph", tmp_path / "b", "--jobs", 2).code == 0
    assert exported(tmp_path / "a", tmp_path / "a.nq") == exported(tmp_path / "b", tmp_path / "b.nq")


def test_a_killed_run_keeps_what_it_stored_and_the_next_goes_on(run, tmp_path):
    script = f"""
import os, signal
from pathlib import Path
from trialgraph.app import storing
from trialgraph.app.building import build_graph
from trialgraph.graph import KnowledgeGraph
storing.AT_ONCE = 1
def kill_after_two(done, total):
    if done == 2:
        os.kill(os.getpid(), signal.SIGKILL)
build_graph(KnowledgeGraph(Path({str(tmp_path / "g")!r})), [Path({str(EXAMPLES)!r})], on_progress=kill_after_two)
"""
    killed = subprocess.run([sys.executable, "-c", script], check=False)
    assert killed.returncode == -signal.SIGKILL
    with KnowledgeGraph(tmp_path / "g") as graph:
        assert [d.identifier for d in graph.documents()] == ["aspire_jats", "candor_pubmed"]
    report = json.loads(run("build", EXAMPLES, "--graph", tmp_path / "g", "--json").out)
    assert len(report["unchanged"]) == 2
    run("build", EXAMPLES, "--graph", tmp_path / "whole")
    assert exported(tmp_path / "g", tmp_path / "g.nq") == exported(tmp_path / "whole", tmp_path / "whole.nq")


def test_a_file_stored_in_part_is_read_again(run, tmp_path, monkeypatch):
    record = (EXAMPLES / "candor_pubmed.xml").read_text()
    start, end = record.index("<PubmedArticle>"), record.index("</PubmedArticleSet>")
    both = record[:end] + record[start:end].replace("99000001", "99000002") + record[end:]
    (tmp_path / "set.xml").write_text(both)
    add_prepared = KnowledgeGraph.add_prepared

    def stopped(self, documents):
        if any("99000002" in document.record.identifier for document in documents):
            raise KeyboardInterrupt
        add_prepared(self, documents)

    with monkeypatch.context() as patch:
        patch.setattr(storing, "AT_ONCE", 1)
        patch.setattr(KnowledgeGraph, "add_prepared", stopped)
        assert run("build", tmp_path / "set.xml", "--graph", tmp_path / "g").code == 130
    assert len(json.loads(run("build", tmp_path / "set.xml", "--graph", tmp_path / "g", "--json").out)["stored"]) == 2
    assert json.loads(run("build", tmp_path / "set.xml", "--graph", tmp_path / "g", "--json").out)["stored"] == []


def test_ctrl_c_keeps_what_is_stored(run, tmp_path, monkeypatch):
    read_file = reading.read_file

    def interrupted(path, **options):
        if path.name == "candor_pubmed.xml":
            raise KeyboardInterrupt
        return read_file(path, **options)

    monkeypatch.setattr(building, "read_file", interrupted)
    answer = run("build", EXAMPLES, "--graph", tmp_path / "g")
    assert answer.code == 130
    assert answer.err.count("\n") == 1
    with KnowledgeGraph(tmp_path / "g") as graph:
        assert [d.identifier for d in graph.documents()] == ["aspire_jats"]


def test_a_graph_among_the_documents_is_not_read(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    shutil.copy(GOOD, tmp_path)
    assert run("build", ".").code == 0
    answer = run("build", ".", "--json")
    assert (answer.code, json.loads(answer.out)["unchanged"]) == (0, ["flaura_news.txt"])


def test_two_files_of_one_name(run, tmp_path):
    for folder, name in (("one", "ikema_abstract.txt"), ("two", "flaura_news.txt")):
        (tmp_path / folder).mkdir()
        shutil.copy(EXAMPLES / name, tmp_path / folder / "paper.txt")
    answer = run("build", tmp_path / "one", tmp_path / "two", "--graph", tmp_path / "g")
    assert answer.code == 3
    assert "two/paper.txt: another file of this run is also called paper" in answer.err
    before = exported(tmp_path / "g", tmp_path / "before.nq")
    again = run("build", tmp_path / "one", tmp_path / "two", "--graph", tmp_path / "g")
    assert (again.code, again.err) == (answer.code, answer.err)
    assert exported(tmp_path / "g", tmp_path / "after.nq") == before


def test_a_copy_of_a_file_is_stored_once(run, tmp_path):
    for folder in ("one", "two"):
        (tmp_path / folder).mkdir()
        shutil.copy(GOOD, tmp_path / folder)
    answer = run("build", tmp_path, "--graph", tmp_path / "g", "--json", "--jobs", 2)
    report = json.loads(answer.out)
    assert (answer.code, report["stored"]) == (0, [GOOD.stem])
    assert report["unchanged"] == [str(tmp_path / "two" / GOOD.name)]


def xml(inside: str, head: str = "") -> bytes:
    return f'<?xml version="1.0"?>{head}<article>{inside}</article>'.encode()


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "ha"}">' for n in range(10))
BAD_FILES = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 8,
    "truncated.pdf": (EXAMPLES / "keynote024.pdf").read_bytes()[:700],
    "broken.xml": b"<article><front><title>open",
    "laughs.xml": xml("<body><p>&l9;</p></body>", f"<!DOCTYPE article [{LAUGHS}]>"),
    "shape.json": b'{"cities": ["Uppsala"]}',
    "array.json": b"[1, 2",
    "slides.pptx": b"PK\x03\x04",
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_gets_one_line_and_the_others_are_read(run, tmp_path, name):
    papers, graph = tmp_path / "papers", tmp_path / "g"
    papers.mkdir()
    shutil.copy(GOOD, papers)
    run("build", papers, "--graph", graph)
    before = exported(graph, tmp_path / "before.nq")
    shutil.copy(EXAMPLES / "paloma2_abstract.txt", papers)
    (papers / name).write_bytes(BAD_FILES[name])
    answer = run("build", papers, "--graph", graph, "--json")
    report = json.loads(answer.out)
    assert (answer.code, report["stored"], list(report["skipped"])) == (3, ["paloma2_abstract"], [str(papers / name)])
    line = answer.err.removesuffix("\n")
    assert line.startswith(f"trialgraph: {papers / name}") and "\n" not in line
    assert "Traceback" not in line
    run("remove", "paloma2_abstract", "--graph", graph)
    assert exported(graph, tmp_path / "after.nq") == before


def test_external_entities_are_not_fetched(run, tmp_path):
    secret, paper = tmp_path / "secret", tmp_path / "paper.xml"
    secret.write_text("the secret")
    entity = f'<!DOCTYPE article [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    paper.write_bytes(xml("<body><p>It says &e;</p></body>", entity))
    run("build", paper, "--graph", tmp_path / "g")
    assert b"the secret" not in exported(tmp_path / "g", tmp_path / "g.nq")


def test_a_text_that_is_too_large(run, tmp_path):
    paper = tmp_path / "large.txt"
    with paper.open("wb") as file:
        file.truncate(200_000_000)
    answer = run("build", paper, GOOD, "--graph", tmp_path / "g")
    assert answer.code == 3
    assert answer.err == f"trialgraph: {paper}: larger than the limit of 50 MB; split it into smaller files\n"


def test_a_path_that_is_missing(run, tmp_path):
    answer = run("build", tmp_path / "gone.pdf", GOOD, "--graph", tmp_path / "g")
    assert answer.code == 3
    assert answer.err == f"trialgraph: {tmp_path / 'gone.pdf'}: no such file or folder; check the path\n"


def test_a_folder_without_permission(run, tmp_path, monkeypatch):
    closed = tmp_path / "closed"
    closed.mkdir()
    listed = Path.iterdir

    def refused(self):  # chmod would not do: root may read everything
        if self == closed:
            raise PermissionError(13, "Permission denied")
        return listed(self)

    monkeypatch.setattr(Path, "iterdir", refused)
    answer = run("build", closed, GOOD, "--graph", tmp_path / "g")
    assert answer.code == 3
    assert answer.err == f"trialgraph: {closed}: no permission to read it; change its permissions\n"


def test_a_failure_of_the_extractor_is_told_of_one_document(run, tmp_path, monkeypatch):
    class Failing:
        def read(self, document):
            raise ValueError("strange\ntext")

    monkeypatch.setattr(reading, "_extractor", lambda configuration: Failing())
    answer = run("build", GOOD, "--graph", tmp_path / "g")
    assert answer.code == 3
    assert answer.err.count("\n") == 1 and "ValueError: strange text" in answer.err


def test_a_component_that_is_not_installed_stops_the_build(run, tmp_path):
    (tmp_path / "own.toml").write_text('[extract]\ncomponents = ["bords"]\n')
    answer = run("build", GOOD, "--graph", tmp_path / "g", "--config", tmp_path / "own.toml")
    assert answer.code == 1
    assert answer.err.count("\n") == 1 and "bords" in answer.err


def test_a_graph_that_is_no_folder(run, tmp_path):
    answer = run("build", GOOD, "--graph", GOOD)
    assert answer.code == 1
    assert answer.err.count("\n") == 1 and str(GOOD) in answer.err


def test_no_path_is_wrong_usage(run):
    assert run("build").code == 2


def test_facts_that_are_too_uncertain_are_left_out(run, tmp_path):
    everything = json.loads(run("build", GOOD, "--graph", tmp_path / "g", "--json").out)
    assert everything["unsure"] == 0
    sure = json.loads(run("build", GOOD, "--graph", tmp_path / "g", "--min-confidence", 0.95, "--json").out)
    assert (sure["stored"], sure["facts"] + sure["unsure"]) == (everything["stored"], everything["facts"])
    assert sure["unsure"] > 0 < sure["facts"]
    with KnowledgeGraph(tmp_path / "g") as graph:
        assert all(fact.evidence.confidence >= 0.95 for fact in graph.reading(GOOD.stem).facts)
    again = json.loads(run("build", GOOD, "--graph", tmp_path / "g", "--min-confidence", 0.95, "--json").out)
    assert (again["stored"], again["unchanged"]) == ([], [str(GOOD)])


@pytest.mark.parametrize("limit", ["1.1", "-0.1", "high"])
def test_a_confidence_is_a_probability(run, tmp_path, limit):
    answer = run("build", GOOD, "--graph", tmp_path / "g", "--min-confidence", limit)
    assert answer.code == 2
    assert not (tmp_path / "g").exists()
