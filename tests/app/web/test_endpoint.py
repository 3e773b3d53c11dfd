"""The SPARQL 1.1 Protocol for queries, its formats, its limits, and what it refuses."""

import csv
import io
import json
from pathlib import Path

import pytest
from lxml import etree
from rdflib import Graph
from starlette.testclient import TestClient
from trialgraph.app.web.server import create_app
from trialgraph.app.web.settings import Settings

TRIALS = "SELECT ?name { ?trial a tg:Trial ; skos:prefLabel ?name } ORDER BY ?name"
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
JSON = "application/sparql-results+json"


def ask(client, query: str, accept: str = "*/*", **more: str):
    return client.get("/sparql", params={"query": query, **more}, headers={"Accept": accept})


def names(answer) -> list[str]:
    return [row["name"]["value"] for row in answer.json()["results"]["bindings"]]


def test_all_three_ways_to_ask_give_the_same(client):
    headers = {"Accept": JSON}
    direct = {**headers, "Content-Type": "application/sparql-query"}
    answers = [
        ask(client, TRIALS, JSON),
        client.post("/sparql", data={"query": TRIALS}, headers=headers),
        client.post("/sparql", content=TRIALS, headers=direct),
    ]
    assert "IKEMA" in names(answers[0])
    assert len({answer.content for answer in answers}) == 1


def test_a_table_comes_in_every_format(client):
    rows = names(ask(client, TRIALS))
    comma = list(csv.reader(io.StringIO(ask(client, TRIALS, "text/csv").text)))
    assert comma == [["name"], *([name] for name in rows)]
    tab = ask(client, TRIALS, "text/tab-separated-values").text.splitlines()
    assert tab == ["?name", *map(json.dumps, rows)]
    tree = etree.fromstring(ask(client, TRIALS, "application/sparql-results+xml").content)
    assert tree.xpath("//*[local-name()='literal']/text()") == rows


@pytest.mark.parametrize(
    ("kind", "format"), [("text/turtle", "ttl"), ("application/n-triples", "nt"), ("application/ld+json", "jsonld")]
)
def test_a_graph_comes_in_every_format(client, kind, format):
    answer = ask(client, "CONSTRUCT { ?s a tg:Drug } WHERE { ?s a tg:Drug }", kind)
    assert answer.headers["content-type"].startswith(kind)
    assert answer.content == ask(client, "CONSTRUCT { ?s a tg:Drug } WHERE { ?s a tg:Drug }", format=format).content
    assert len(Graph().parse(data=answer.text, format=kind)) > 5


@pytest.mark.parametrize("kind", ["text/csv", "text/tab-separated-values", JSON, "application/sparql-results+xml"])
def test_yes_and_no_come_in_every_format(client, kind):
    yes, no = (ask(client, f"ASK {{ ?s a tg:{name} }}", kind).text for name in ("Trial", "Nothing"))
    assert "true" in yes
    assert "true" not in no


def test_a_table_is_not_given_to_who_takes_only_graphs(client):
    assert ask(client, TRIALS, "text/turtle").status_code == 406


def test_the_dataset_can_be_chosen_by_protocol_and_by_query(client):
    count = "SELECT (COUNT(*) AS ?name) # from where\n{ ?s a tg:Trial }"
    everywhere = names(ask(client, count))
    document = "https://w3id.org/trialgraph/doc/ikema_abstract"
    here = names(ask(client, count, **{"default-graph-uri": document}))
    assert 0 < int(here[0]) < int(everywhere[0])
    assert here == names(ask(client, count.replace("# from where", f"FROM <{document}>")))
    other = "https://w3id.org/trialgraph/doc/aspire_jats"
    assert here == names(
        ask(client, count.replace("# from where", f"FROM <{other}>"), **{"default-graph-uri": document})
    )
    graphs = "SELECT DISTINCT ?name { GRAPH ?name { ?s a tg:Trial } }"
    assert names(ask(client, graphs, **{"named-graph-uri": document})) == [document]
    assert names(ask(client, graphs, **{"default-graph-uri": document})) == []
    nowhere = {"default-graph-uri": "http://127.0.0.1:9/data"}
    assert names(ask(client, count, **nowhere)) == ["0"]


def test_without_a_query_the_endpoint_describes_itself(client):
    answer = client.get("/sparql", headers={"Accept": "application/rdf+xml"})
    described = Graph().parse(data=answer.text, format="xml")
    answers = "ASK { ?s <http://www.w3.org/ns/sparql-service-description#endpoint> ?endpoint }"
    assert described.query(answers).askAnswer


def test_without_a_query_people_are_led_to_the_editor(client):
    answer = client.get("/sparql", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/query")


def test_other_sites_may_ask(client):
    origin = {"Origin": "https://example.org", "Accept": "text/turtle"}
    assert client.get("/sparql", headers=origin).headers["access-control-allow-origin"] == "*"
    wrong = client.get("/sparql?query=SELEC", headers=origin)
    assert (wrong.status_code, wrong.headers["access-control-allow-origin"]) == (400, "*")
    before = client.options("/sparql", headers={**origin, "Access-Control-Request-Method": "POST"})
    assert before.status_code == 200


@pytest.mark.parametrize(
    "query",
    ["", "SELEC * {}", "SELECT * { ?s", "INSERT DATA { <a:b> <a:b> <a:b> }", "CLEAR ALL", "SELECT * {} ; DROP ALL",
     "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", "ASK{SERVICE SILENT<http://127.0.0.1:9/>{?s ?p ?o}}",
     "LOAD <http://127.0.0.1:9/>", "ASK " + "{" * 5000, "\0", "SELECT ?\U0001f600 {"],
)  # fmt: skip
def test_what_is_no_query_is_refused_in_words(client, query):
    answer = ask(client, query)
    assert answer.status_code in (400, 503)
    assert answer.text.strip()


def test_updates_are_refused(client):
    assert client.post("/sparql", data={"update": "CLEAR ALL"}).status_code == 403
    update = {"Content-Type": "application/sparql-update"}
    assert client.post("/sparql", content="CLEAR ALL", headers=update).status_code == 403
    assert client.post("/sparql", content="ASK {}", headers={"Content-Type": "text/plain"}).status_code == 415
    assert client.post("/sparql", data={"query": ["ASK {}", "ASK {}"]}).status_code == 400
    assert client.put("/sparql", content="ASK {}").status_code == 405
    assert "IKEMA" in names(ask(client, TRIALS))


def test_broken_bytes_and_long_queries_are_refused(client):
    direct = {"Content-Type": "application/sparql-query"}
    assert client.post("/sparql", content=b"ASK { \xff }", headers=direct).status_code == 400
    assert client.post("/sparql", content=b"#" * (2 << 20), headers=direct).status_code == 413
    assert client.get("/sparql?query=ASK%20%7B%7D&format=docx").status_code == 400


@pytest.fixture(scope="module")
def hurried(store: Path):
    """A server with little patience and little memory."""
    settings = Settings(hosts=("testserver",), cors=False, workers=1, seconds=0.5, rows=5, memory=200 << 20)
    with TestClient(create_app(store, settings), raise_server_exceptions=False) as client:
        yield client


def test_a_query_that_never_ends_is_ended_and_the_next_is_answered(hurried):
    answer = ask(hurried, ENDLESS)
    assert (answer.status_code, "longer than 0.5 seconds" in answer.text) == (503, True)
    answers = (ask(hurried, "ASK {}") for _ in range(30))  # a new worker may take longer than that to be up
    assert next(answer.json()["boolean"] for answer in answers if answer.is_success)


def test_other_sites_may_not_ask_where_that_is_switched_off(hurried):
    answer = hurried.get("/api/queries", headers={"Origin": "https://example.org"})
    assert "access-control-allow-origin" not in answer.headers


def test_too_many_rows_are_refused_not_cut(hurried):
    for query in ("SELECT * { ?s ?p ?o }", "CONSTRUCT WHERE { ?s ?p ?o }"):
        answer = ask(hurried, query)
        assert (answer.status_code, "more than 5 rows" in answer.text) == (400, True)
    assert ask(hurried, "SELECT * { ?s ?p ?o } LIMIT 5").status_code == 200


def test_pages_are_answered_while_queries_take_their_time(hurried):
    assert hurried.get("/").status_code == 200


def test_memory_is_bounded(store):
    settings = Settings(hosts=("testserver",), workers=1, seconds=30, memory=100 << 20)
    with TestClient(create_app(store, settings), raise_server_exceptions=False) as client:
        answer = ask(client, "SELECT DISTINCT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c")
        assert (answer.status_code, "100 MB" in answer.text) == (503, True)
        assert ask(client, "ASK {}").json()["boolean"] is True


def test_a_question_that_breaks_off_is_no_fault_of_the_server(client):
    sent = []

    async def receive():
        return {"type": "http.disconnect"}

    async def send(message):
        sent.append(message)

    headers = [(b"host", b"testserver"), (b"content-type", b"application/sparql-query")]
    scope = {"type": "http", "method": "POST", "path": "/sparql", "query_string": b"", "headers": headers}
    client.portal.call(client.app, scope, receive, send)
    assert [message.get("status") for message in sent] == [499, None]
