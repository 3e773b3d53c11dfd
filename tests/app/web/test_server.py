"""What holds for every page: policy, host names, words for what goes wrong."""

import pytest
from starlette.testclient import TestClient
from trialgraph.app.web.server import create_app
from trialgraph.app.web.settings import Settings


def test_the_start_page_counts_what_is_there(client):
    page = client.get("/")
    assert page.status_code == 200
    assert "Trials</dt>" in page.text


def test_every_answer_has_the_strict_policy(client):
    for path in ("/", "/nowhere", "/assets/style.css"):
        assert "script-src 'self';" in client.get(path).headers["content-security-policy"]


@pytest.mark.parametrize("host", ["evil.example", "testserver.evil.example", ""])
def test_foreign_host_names_are_refused(client, host):
    assert client.get("/", headers={"Host": host}).status_code == 421


def test_unknown_addresses_are_told_in_words(client):
    assert client.get("/nowhere").status_code == 404
    page = client.get("/id/drug/unobtainium")
    assert (page.status_code, "search" in page.text) == (404, True)


def test_programs_get_plain_text(client):
    answer = client.get("/id/drug/unobtainium", headers={"Accept": "*/*"})
    assert answer.headers["content-type"].startswith("text/plain")
    assert "<" not in answer.text


@pytest.mark.parametrize("path", ["/id/%22%3E", "/id/%00", "/id/a%2Fb", "/id/", "/id/%FF", "/id/" + "x" * 20_000])
def test_odd_addresses_are_unknown_addresses(client, path):
    assert client.get(path).status_code in (400, 404)


def test_a_missing_graph_is_told_in_words(tmp_path):
    app = create_app(tmp_path, Settings(hosts=("testserver",), workers=1))
    with TestClient(app, raise_server_exceptions=False) as client:
        answer = client.get("/")
    assert (answer.status_code, "there is no graph here" in answer.text) == (503, True)
