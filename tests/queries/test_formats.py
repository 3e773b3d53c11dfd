"""Answers as other programs read them."""

import csv
import json
from io import StringIO

import pytest
from pyoxigraph import Literal, NamedNode
from rdflib import XSD, Graph
from trialgraph.ontology.errors import QueryError
from trialgraph.queries import FORMATS, Table, render

TABLE = Table(
    ("drug", "note"),
    (
        (NamedNode("https://w3id.org/trialgraph/id/drug/isatuximab"), Literal('a "b", c\td\ne\\')),
        (None, Literal("0.53", datatype=NamedNode(f"{XSD}decimal"))),
        (Literal("Isa", language="en"), Literal(0)),
    ),
)
GRAPH = Graph().parse(data="<a:drug> <a:targets> <a:target> .", format="turtle")


def test_csv_holds_plain_values() -> None:
    rows = list(csv.reader(StringIO(render(TABLE, "csv"), newline="")))
    assert rows[0] == ["drug", "note"]
    assert rows[1] == ["https://w3id.org/trialgraph/id/drug/isatuximab", 'a "b", c\td\ne\\']
    assert rows[2:] == [["", "0.53"], ["Isa", "0"]]


def test_tsv_holds_terms_each_row_on_a_line() -> None:
    lines = render(TABLE, "tsv").splitlines()
    assert lines[0] == "?drug\t?note"
    assert lines[1] == r"<https://w3id.org/trialgraph/id/drug/isatuximab>" + "\t" + r'"a \"b\", c\td\ne\\"'
    assert lines[2] == '\t"0.53"^^<http://www.w3.org/2001/XMLSchema#decimal>'
    assert lines[3].startswith('"Isa"@en\t')
    assert len(lines) == 4


def test_json_is_sparql_json() -> None:
    read = json.loads(render(TABLE, "json"))
    assert read["head"]["vars"] == ["drug", "note"]
    assert read["results"]["bindings"][1] == {
        "note": {"type": "literal", "value": "0.53", "datatype": "http://www.w3.org/2001/XMLSchema#decimal"}
    }


def test_graphs_are_turtle() -> None:
    assert set(Graph().parse(data=render(GRAPH, "ttl"), format="turtle")) == set(GRAPH)


@pytest.mark.parametrize("form", ["csv", "tsv", "json"])
def test_a_graph_is_no_table(form: str) -> None:
    with pytest.raises(QueryError, match="write it as ttl"):
        render(GRAPH, form)  # type: ignore[arg-type]


def test_a_table_is_no_graph() -> None:
    with pytest.raises(QueryError, match="write it as csv, tsv or json"):
        render(TABLE, "ttl")


@pytest.mark.parametrize("form", ["csv", "tsv", "json"])
def test_an_empty_table_keeps_its_columns(form: str) -> None:
    assert "drug" in render(Table(("drug",), ()), form)  # type: ignore[arg-type]
    assert form in FORMATS
