"""Readers mark claims: only where they are let, only from pages of the server, and everybody sees it at once."""

import shutil
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from trialgraph.app.web.server import create_app
from trialgraph.app.web.settings import Settings


@pytest.fixture(scope="module")
def curated(store: Path, tmp_path_factory):
    """A server that lets readers mark claims, on a graph of its own."""
    copy = tmp_path_factory.mktemp("curated") / "store"
    shutil.copytree(store, copy)
    app = create_app(copy, Settings(hosts=("testserver",), workers=1, curate=True))
    with TestClient(app, raise_server_exceptions=False, headers={"Accept": "text/html"}) as client:
        yield client


@pytest.fixture(scope="module")
def claim(curated) -> str:
    query = "SELECT ?claim { ?claim a tg:OutcomeResult ; tg:value 0.53 }"
    found = curated.get("/sparql", params={"query": query, "format": "json"}).json()
    return found["results"]["bindings"][0]["claim"]["value"]


def mark(client, claim: str, verdict: str, reader: str = "Ada Łukasiewicz", **headers: str):
    data = {"claim": claim, "reader": reader, "verdict": verdict, "note": "<b>why</b>"}
    return client.post("/curation", data=data, headers=headers, follow_redirects=False)


def test_a_mark_is_seen_at_once_and_can_be_taken_back(curated, claim):
    for verdict, sign in (("right", "✓"), ("wrong", "✕")):
        answer = mark(curated, claim, verdict)
        assert answer.status_code == 303
        page = curated.get(answer.headers["location"]).text
        assert f"{sign} {verdict}</b> Ada Łukasiewicz" in page
        assert "&lt;b&gt;why" in page
    overview = curated.get("/curation").text
    assert '<td class="number">0%</td>' in overview
    mark(curated, claim, "none")
    assert "Nobody has marked" in curated.get("/curation").text


def test_other_sites_can_not_mark(curated, claim):
    assert mark(curated, claim, "wrong", Origin="https://evil.example").status_code == 403
    assert mark(curated, claim, "wrong", **{"Sec-Fetch-Site": "cross-site"}).status_code == 403


def test_what_is_no_mark_is_refused(curated, claim):
    assert mark(curated, claim, "perhaps").status_code == 400
    assert mark(curated, claim, "right", reader=" ").status_code == 400
    assert mark(curated, "https://example.org/claim", "right").status_code == 400
    assert mark(curated, f"{claim}0", "right").status_code == 503
    assert curated.post("/curation", content=b"x" * 30_000).status_code == 413


def test_claims_can_not_be_marked_unless_it_is_switched_on(client, claim):
    assert mark(client, claim, "right").status_code == 403
    assert "Start the server with" in client.get("/curation").text


def test_a_file_is_only_looked_at(tmp_path, claim):
    file = tmp_path / "graph.nq"
    text = "<{0}> <https://w3id.org/trialgraph/evidence> <https://example.org/e> <https://example.org/g> .\n"
    file.write_text(text.format(claim))
    with TestClient(create_app(file, Settings(hosts=("testserver",), workers=1, curate=True))) as client:
        answer = mark(client, claim, "right")
        assert (answer.status_code, "only looked at" in answer.text) == (503, True)
        assert client.get("/").status_code == 200
