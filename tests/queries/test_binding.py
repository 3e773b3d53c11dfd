"""Parameters are checked against their types, and come through as the values they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, QuerySolutions, Store
from trialgraph.ontology.errors import QueryError
from trialgraph.queries import load_query
from trialgraph.queries.binding import bind
from trialgraph.queries.header import CatalogueQuery, ParameterType, parse


def echo(kind: ParameterType) -> CatalogueQuery:
    """A query that gives its parameter back, from an inner SELECT."""
    text = f'# param: x {kind}? "1" a value\nSELECT ?y WHERE {{ {{ SELECT ?y WHERE {{ BIND($x AS ?y) }} }} }}'
    return parse("echo", text)


def answers(sparql: str) -> list[object]:
    found = Store().query(sparql)
    assert isinstance(found, QuerySolutions)
    return [solution["y"] for solution in found]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_comes_through_unchanged(text: str) -> None:
    assert answers(bind(echo("text"), {"x": text})) == [Literal(text)]


@pytest.mark.parametrize(
    "text", ['") } } DROP ALL #', "\\", '"""', "'", "a\nb\r", "} UNION { ?s ?p ?o", "$x ?y", "\u202e"]
)
def test_hostile_texts_stay_texts(text: str) -> None:
    assert answers(bind(echo("text"), {"x": text})) == [Literal(text)]


NAMED = parse("named", '# param: x name? "a" a name\nSELECT ?y WHERE { $x a ?y }')
KEY = NamedNode("https://w3id.org/trialgraph/nameKey")


@pytest.mark.parametrize(("name", "kinds"), [("A", ["1", "2"]), ("a", ["1", "2"]), ("B", []), ('a" . ?s ?p "', [])])
def test_a_name_is_bound_to_all_that_bears_it(name: str, kinds: list[str]) -> None:
    store, kind = Store(), NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    for end in ("1", "2", "3"):
        thing = NamedNode(f"https://w3id.org/trialgraph/id/{end}")
        store.add(Quad(thing, kind, Literal(end)))
        store.add(Quad(thing, KEY, Literal("a" if end < "3" else "c")))
    found = store.query(bind(NAMED, {"x": name}))
    assert isinstance(found, QuerySolutions)
    assert sorted(solution["y"].value for solution in found) == kinds  # type: ignore[union-attr]


def test_an_address_may_stand_for_a_name() -> None:
    assert "VALUES ($x) { (<https://w3id.org/trialgraph/id/3>) }" in bind(
        NAMED, {"x": "https://w3id.org/trialgraph/id/3"}
    )


def test_what_is_not_given_is_not_bound() -> None:
    assert answers(bind(echo("text"), {})) == [None]


@pytest.mark.parametrize(
    ("kind", "value"), [("integer", "-5"), ("integer", " 12 "), ("decimal", "0.05"), ("decimal", "0.5")]
)
def test_numbers_are_numbers(kind: ParameterType, value: str) -> None:
    datatype = NamedNode(f"http://www.w3.org/2001/XMLSchema#{kind}")
    assert answers(bind(echo(kind), {"x": value})) == [Literal(value.strip(), datatype=datatype)]


@pytest.mark.parametrize("value", ["http://x/a", "<http://x/a>"])
def test_iris_are_iris(value: str) -> None:
    assert answers(bind(echo("iri"), {"x": value})) == [NamedNode("http://x/a")]


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("integer", "1.5"),
        ("integer", "five"),
        ("integer", ""),
        ("integer", "٣"),
        ("decimal", "1e3"),
        ("decimal", "0,5"),
        ("decimal", "."),
        ("iri", "no iri"),
        ("iri", "relative"),
        ("iri", "http://x/> . ?s ?p ?o"),
        ("text", "\ud800"),
    ],
)
def test_what_does_not_fit_its_type_is_told(kind: ParameterType, value: str) -> None:
    with pytest.raises(QueryError, match=f"is no {kind}; it takes x"):
        bind(echo(kind), {"x": value})


def test_an_unknown_parameter_is_told_what_is_expected() -> None:
    with pytest.raises(QueryError, match=r"unknown parameter drgu; it takes drug \(name, may be left out; like"):
        bind(load_query("doses"), {"drgu": "isatuximab"})


def test_a_missing_parameter_is_told() -> None:
    with pytest.raises(QueryError, match=r"missing parameter claim; it takes claim \(iri; like"):
        bind(load_query("claim-evidence"), {})


def test_a_query_without_parameters_says_so() -> None:
    with pytest.raises(QueryError, match="it takes no parameters"):
        bind(load_query("documents"), {"drug": "isatuximab"})


def test_without_where_there_is_no_place_for_parameters() -> None:
    query = parse("mine", '# param: x text "a" b\nASK { ?s ?p $x }')
    with pytest.raises(QueryError, match="write WHERE"):
        bind(query, {"x": "a"})


PAGED = parse("paged", "SELECT ?y { VALUES ?y { 1 2 3 } } ORDER BY ?y LIMIT 2 # LIMIT 1")


@pytest.mark.parametrize(
    ("values", "found"),
    [({}, "12"), ({"limit": "3"}, "123"), ({"offset": "2"}, "3"), ({"limit": "1", "offset": " 1 "}, "2"),
     ({"limit": "0"}, "")],
)  # fmt: skip
def test_a_query_with_a_limit_gives_more_rows_or_the_next(values: dict[str, str], found: str) -> None:
    assert [row.value for row in answers(bind(PAGED, values))] == [*found]  # type: ignore[attr-defined]


@pytest.mark.parametrize("number", ["", "-1", "1.5", "1 } DROP ALL", "²", "9" * 30])
def test_what_is_no_number_of_rows_is_refused(number: str) -> None:
    with pytest.raises(QueryError, match="no number of rows"):
        bind(PAGED, {"limit": number})


@pytest.mark.parametrize(
    "text", ["ASK {}", "SELECT * { { SELECT * {} LIMIT 1 } } LIMIT 2", "SELECT * {} LIMIT 2 OFFSET 4"]
)
def test_without_one_limit_there_are_no_pages(text: str) -> None:
    with pytest.raises(QueryError, match="unknown parameter limit"):
        bind(parse("q", text), {"limit": "1"})


def test_a_parameter_of_ones_own_stays_what_it_is() -> None:
    own = parse("q", '# param: limit integer "5" ceiling\nSELECT ?y WHERE { BIND($limit AS ?y) } LIMIT 1')
    assert [row.value for row in answers(bind(own, {"limit": "7", "offset": "0"}))] == ["7"]  # type: ignore[attr-defined]
