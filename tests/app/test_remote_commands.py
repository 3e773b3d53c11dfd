import json
import sys
from pathlib import Path

import pytest
from trialgraph.graph import remote

sys.path.append(str(Path(__file__).parents[1]))
from sparql_server import Oxigraph, serve

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.fixture
def address(tmp_path, monkeypatch):
    monkeypatch.setattr(remote, "user_cache_path", lambda _: tmp_path / "cache")
    with serve(Oxigraph()) as server:
        yield server.address


def test_the_commands_work_with_an_endpoint(run, address, tmp_path):
    def ask(*arguments):
        answer = run(*arguments, "--graph", address)
        assert answer.code == 0, answer.err
        return answer.out

    files = [EXAMPLES / name for name in ("ikema_abstract.txt", "icaria_news.md")]
    assert "2 documents read" in ask("build", *files)
    assert "2 unchanged" in ask("build", *files)
    assert "isatuximab" in ask("query", "drugs-by-target", "--param", "target=CD38")
    assert json.loads(ask("stats", "--json"))["counts"]["Document"] == 2
    assert "Results" in ask("show", "IKEMA")
    assert "every quote stands in its text" in ask("verify")
    assert "tells of 2 trials" in ask("report", "-o", tmp_path / "report.html")
    assert "icaria_news is forgotten" in ask("remove", "icaria_news")
    ask("export", "--format", "nquads", "-o", tmp_path / "remote.nq")
    run("build", files[0], "--graph", tmp_path / "local")
    run("export", "--format", "nquads", "-o", tmp_path / "local.nq", "--graph", tmp_path / "local")
    assert (tmp_path / "remote.nq").read_bytes() == (tmp_path / "local.nq").read_bytes()
    assert "0 facts gained, 0 lost, 0 changed" in run("diff", address, tmp_path / "local").out
