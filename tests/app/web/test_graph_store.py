"""The Graph Store Protocol, read only."""

from urllib.parse import quote

import pytest
from rdflib import Graph
from starlette.testclient import TestClient

DOCUMENT = "https://w3id.org/trialgraph/doc/ikema_abstract"


def graph(client: TestClient, name: str, accept: str = "application/n-triples", **more: str):
    return client.get("/store", params={"graph": name, **more}, headers={"Accept": accept})


@pytest.mark.parametrize(
    "kind", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json", "*/*"]
)
def test_a_named_graph_comes_whole_in_every_format(client, kind):
    answer = graph(client, DOCUMENT, kind)
    assert answer.status_code == 200
    read = Graph().parse(data=answer.text, format=answer.headers["content-type"].split(";")[0])
    query = f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{DOCUMENT}> {{ ?s ?p ?o }} }}"
    count = client.get("/sparql", params={"query": query, "format": "csv"}).text.split()[1]
    assert len(read) == int(count) > 100


def test_what_is_not_there_is_told(client):
    assert graph(client, f"{DOCUMENT}x").status_code == 404
    assert graph(client, "https://w3id.org/trialgraph/doc/é ").status_code in (400, 404)
    assert graph(client, "no address <>").status_code == 400
    assert graph(client, DOCUMENT, "image/png").status_code == 406
    assert graph(client, DOCUMENT, format="docx").status_code == 400


def test_the_default_graph_is_the_union_and_too_much_is_refused(client):
    answer = client.get("/store?default", headers={"Accept": "text/turtle"})
    assert (answer.status_code, "more than 2000 rows" in answer.text) == (400, True)


@pytest.mark.parametrize("address", ["/store", f"/store?default&graph={quote(DOCUMENT)}", "/store?graph=a:a&graph=b:b"])
def test_one_graph_must_be_named(client, address):
    assert client.get(address).status_code == 400


def test_head_tells_whether_a_graph_is_there(client):
    found = client.head("/store", params={"graph": DOCUMENT}, headers={"Accept": "text/turtle"})
    assert (found.status_code, found.content) == (200, b"")
    nothing = client.head("/store", params={"graph": f"{DOCUMENT}x"}, headers={"Accept": "text/turtle"})
    assert nothing.status_code == 404


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH"])
def test_nothing_is_written(client, method):
    answer = client.request(method, "/store", params={"graph": DOCUMENT}, content=b"<a:a> <a:b> <a:c> .")
    assert (answer.status_code, "GET" in answer.headers["allow"]) == (405, True)
    assert graph(client, DOCUMENT).status_code == 200


def test_pages_of_other_sites_may_read(client):
    answer = client.get("/store", params={"graph": DOCUMENT}, headers={"Origin": "https://example.org"})
    assert answer.headers["access-control-allow-origin"] == "*"
