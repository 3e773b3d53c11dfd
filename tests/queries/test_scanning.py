"""No query changes anything or reaches out, however it is written; names and texts that look alike are let pass."""

import pytest
from trialgraph.ontology.errors import QueryError
from trialgraph.queries.scanning import code, inside_where, refuse_unsafe

PREFIX = "PREFIX ex: <http://127.0.0.1:9/> PREFIX : <http://127.0.0.1:9/>\n"


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * WHERE { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * WHERE { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * WHERE { SERVICE:a { ?s ?p ?o } }",
        "SELECT * WHERE { SERVICEex:a { ?s ?p ?o } }",
        "SELECT*WHERE{SERVICEsilent<http://127.0.0.1:9/>{?s?p?o}}",
        "SELECT * WHERE { VALUES ?z { ex:q } SERVICE?z { ?s ?p ?o } }",
        "SELECT * WHERE { ?s ?p 5SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * WHERE { ?s ?p ?o.SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * WHERE { ?s ?p 'a'SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        r"SELECT * WHERE { ?s ?p 'a\'' SERVICE <http://127.0.0.1:9/> { ?s ?p '' } }",
        r"SELECT * WHERE { ?s ?p ex:it\'s SERVICE <http://127.0.0.1:9/> { ?s ?p ex:it\'s } }",
        "SELECT * WHERE { ?s ?p '''it's''' SERVICE <http://127.0.0.1:9/> { ?s ?p 'x' } }",
        "SELECT * WHERE { ?s <http://x/\\u0041#a> ?o SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * WHERE { # note\rSERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * WHERE { ?s ?p ?o FILTER(?o<?s) SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } FILTER(?o>?s) }",
    ],
)
def test_service_is_refused(query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE"):
        refuse_unsafe("q", PREFIX + query)


@pytest.mark.parametrize("clause", ["FROM <http://127.0.0.1:9/>", "FROM NAMED <http://127.0.0.1:9/>", "from ex:a"])
def test_from_is_refused(clause: str) -> None:
    with pytest.raises(QueryError, match="FROM"):
        refuse_unsafe("q", f"{PREFIX}SELECT * {clause} WHERE {{ ?s ?p ?o }}")


@pytest.mark.parametrize(
    "update",
    [
        "INSERT DATA { <a:a> <a:b> <a:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "DROP ALL",
        "CLEAR DEFAULT",
        "LOAD <http://127.0.0.1:9/>",
        "WITH <a:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
        "# SELECT\nDROP ALL",
        "",
    ],
)
def test_updates_are_refused(update: str) -> None:
    with pytest.raises(QueryError, match="queries change nothing"):
        refuse_unsafe("q", PREFIX + update)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service ?from WHERE { ?service ?p ?from }",
        "SELECT * WHERE { ?s ?p 'SERVICE <http://x/>' }",
        'SELECT * WHERE { ?s ?p """a " SERVICE \' FROM""" }',
        "SELECT * WHERE { ?s <http://x/service#from> ?o } # SERVICE, FROM",
        "ASK { ?s ex:from ?o ; ex:date-from ?p }",
        "BASE <http://x/>\nprefix a-b.c: <http://x/>\nconstruct where { ?s ?p ?o }",
        "DESCRIBE <http://x/>",
        "SELECT*WHERE{?s ?p ?o}",
    ],
)
def test_the_rest_is_let_pass(query: str) -> None:
    refuse_unsafe("q", PREFIX + query)


def test_what_is_blanked_keeps_its_length() -> None:
    text = 'SELECT ?x WHERE { ?x <a:b#c> \'it\'\'s\' , """q""" } # WHERE {\n'
    assert len(code(text)) == len(text)
    assert code(text).split() == ["SELECT", "WHERE", "{", ",", "}"]


def test_every_where_is_found() -> None:
    text = "SELECT ?where WHERE { { SELECT ?x where{ ?x ?y 'WHERE {' } } } # WHERE {"
    assert [text[:end].rsplit(maxsplit=1)[-1] for end in inside_where(text)] == ["{", "where{"]
