"""What goes over the wire to an endpoint: passwords, what fails, what is no answer."""

import pytest
from remote_samples import NAMED, NUMBERED, connect
from trialgraph.graph.remote import RemoteGraph
from trialgraph.ontology.errors import StoreError


def test_what_does_not_get_through_is_sent_again(oxigraph):
    oxigraph.failures += [(503, "text/plain", b"busy")]
    with connect(oxigraph) as graph:
        assert graph.documents() == []
        oxigraph.failures += [(503, "text/plain", b"busy")] * 2
        with pytest.raises(StoreError, match="503 Service Unavailable: busy"):
            graph.query("ASK { ?s ?p ?o }")


def test_an_endpoint_that_keeps_rows_back_is_noticed(oxigraph, monkeypatch):
    with connect(oxigraph) as graph:
        graph.add(*NAMED)
        graph.add(*NUMBERED)
    answer = oxigraph.engine.query
    few = lambda text: answer(text if "COUNT" in text else f"{text} LIMIT 1")  # noqa: E731
    monkeypatch.setattr(oxigraph.engine, "query", few)
    with pytest.raises(StoreError, match="the endpoint gives 1 rows of 2"):
        connect(oxigraph).documents()


def test_passwords_are_given_when_asked_for_and_never_shown(oxigraph, caches, monkeypatch, tmp_path):
    oxigraph.password = b"me:secret"
    with pytest.raises(StoreError, match="401 Unauthorized: who are you\\?; put TRIALGRAPH_USER"):
        connect(oxigraph).query("ASK {}")
    monkeypatch.setenv("TRIALGRAPH_USER", "me")
    monkeypatch.setenv("TRIALGRAPH_PASSWORD", "wrong secret")
    with pytest.raises(StoreError, match="401") as refused:
        connect(oxigraph).query("ASK {}")
    assert "secret" not in str(refused.value)
    monkeypatch.setenv("TRIALGRAPH_PASSWORD", "secret")
    assert connect(oxigraph).query("ASK {}").askAnswer
    monkeypatch.delenv("TRIALGRAPH_USER")
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login me password secret\n")
    (tmp_path / ".netrc").chmod(0o600)
    assert connect(oxigraph).query("ASK {}").askAnswer


def test_a_token_goes_with_every_question(oxigraph, monkeypatch):
    monkeypatch.setenv("TRIALGRAPH_TOKEN", "abc")
    graph = connect(oxigraph)
    request = graph._endpoint._client.build_request("POST", oxigraph.address)
    (sent,) = graph._endpoint._client.auth.sync_auth_flow(request)
    assert sent.headers["Authorization"] == "Bearer abc"


@pytest.mark.parametrize(
    ("address", "message"),
    [
        ("http://127.0.0.1:9/query", "http://127.0.0.1:9/query: the endpoint can't be reached"),
        ("http://127.0.0.1:port/query", "no address of an endpoint"),
        ("http://me:secret@127.0.0.1:9/query?key=secret", "a password has no place in an address"),
    ],
)
def test_a_wrong_address_is_told_without_secrets(caches, address, message):
    with pytest.raises(StoreError, match=message) as refused:
        RemoteGraph(address).documents()
    assert "secret" not in str(refused.value)


def test_what_is_no_endpoint_is_told(oxigraph, monkeypatch):
    monkeypatch.setattr(oxigraph.engine, "query", lambda _: ("text/html", b"<html>Welcome!</html>"))
    with pytest.raises(StoreError, match="the answer is not one of SPARQL"):
        connect(oxigraph).documents()
    with pytest.raises(StoreError, match="the answer is not one of SPARQL"):
        connect(oxigraph).query("ASK {}")
