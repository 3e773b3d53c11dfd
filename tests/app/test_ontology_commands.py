"""`trialgraph ontology`: what is said, and how it exits."""

import json
import os
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

TABLE = "id\tlabel\tsynonyms\nMONDO:0004992\tcancer\tmalignancy\n"


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "cancers.tsv"
    path.write_text(TABLE)
    return path


def test_add_list_remove(run, table, tmp_path):
    added = run("ontology", "add", table, "--index", tmp_path / "i", "--version", "2026-01", "--licence", "CC0-1.0")
    assert (added.code, added.err) == (0, "")
    assert "cancers" in added.out
    listed = json.loads(run("ontology", "list", "--index", tmp_path / "i", "--json").out)
    (source,) = listed["sources"]
    assert (source["version"], source["licence"], source["terms"], source["names"]) == ("2026-01", "CC0-1.0", 1, 2)
    assert listed["fingerprint"][:12] in run("ontology", "list", "--index", tmp_path / "i").out
    assert run("ontology", "remove", "cancers", "--index", tmp_path / "i").code == 0
    assert json.loads(run("ontology", "list", "--index", tmp_path / "i", "--json").out)["sources"] == []


def test_the_folder_comes_from_the_environment(run, table, tmp_path, monkeypatch):
    monkeypatch.setenv("TRIALGRAPH_TERMINOLOGIES", os.fspath(tmp_path / "mine"))
    assert run("ontology", "add", table).code == 0
    assert (tmp_path / "mine" / "terminologies.sqlite").is_file()


def test_what_is_passed_over_is_told_and_has_an_exit_code(run, tmp_path):
    lines = "".join(f"ACME:{number}\tname {number}\t\n" for number in range(30))
    (tmp_path / "faulty.tsv").write_text(TABLE + lines)
    refused = run("ontology", "add", tmp_path / "faulty.tsv", "--index", tmp_path / "i")
    assert refused.code == 1
    assert "faulty.tsv, line 3: the prefix of 'ACME:0'" in refused.err
    assert len(refused.err.splitlines()) == 22
    passed = run("ontology", "add", tmp_path / "faulty.tsv", "--index", tmp_path / "i", "--keep-going")
    assert passed.code == 3
    assert "and more of this kind" in passed.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("list",), "no index of terminologies"),
        (("add", "missing.obo"), "missing.obo"),
        (("add", "cancers.tsv", "--columns", "id,names"), "no column is called 'names'"),
        (("add", "cancers.tsv", "--prefix", "NOBODY"), "prefix 'NOBODY'"),
        (("remove", "mondo"), "no terminology is called 'mondo'"),
        (("pull", "nothing"), "no terminology is known as 'nothing'"),
    ],
)
def test_what_is_refused_is_one_line(run, tmp_path, table, arguments, message, monkeypatch):
    monkeypatch.chdir(tmp_path)
    answer = run("ontology", *arguments, "--index", tmp_path / "i")
    assert answer.code == 1
    assert message in answer.err
    assert len(answer.err.splitlines()) == 1


@pytest.mark.parametrize("arguments", [("add", "a.obo", "b.obo", "--name", "x"), ("pull", "a", "b", "--sha256", "0")])
def test_what_fits_one_file_is_wrong_usage_for_two(run, tmp_path, arguments):
    assert run("ontology", *arguments, "--index", tmp_path / "i").code == 2


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def test_pull_from_a_server_on_this_machine(run, table, tmp_path):
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=table.parent)) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/{table.name}"
        pulled = run("ontology", "pull", address, "--index", tmp_path / "i")
        server.shutdown()
    assert (pulled.code, pulled.err) == (0, "")
    (source,) = json.loads(run("ontology", "list", "--index", tmp_path / "i", "--json").out)["sources"]
    assert (source["name"], source["origin"], source["terms"]) == ("cancers", address, 1)
