import pytest
from graph_samples import CD38, HOSTILE, ISA, hazard_ratio, read, targets
from rdflib import BNode, Literal, URIRef
from trialgraph.ontology.errors import QueryError
from trialgraph.ontology.facts import Concept, NameUse

LABELLED = "SELECT ?x { ?x skos:prefLabel|skos:altLabel ?label }"


def test_the_default_graph_is_the_union_of_all(make_graph, ask):
    graph = make_graph(read("a", targets()), read("b", hazard_ratio()))
    rows = ask(graph, "SELECT ?label { ?claim tg:endpoint/skos:prefLabel ?label }")
    assert rows == [("progression-free survival",)]


def test_a_result_is_rdflibs(make_graph):
    result = make_graph(read("a", targets())).query("SELECT ?o { ?s tg:targets ?o }")
    assert [variable.toPython() for variable in result.vars] == ["?o"]
    assert [row.o for row in result] == [URIRef("https://w3id.org/trialgraph/id/target/CD38")]


def test_ask_and_construct_answer_too(make_graph):
    graph = make_graph(read("a", targets()))
    assert graph.query("ASK { ?s tg:targets ?o }").askAnswer is True
    assert len(graph.query("CONSTRUCT { ?s tg:targets ?o } WHERE { ?s tg:targets ?o }").graph) == 1


def test_a_triple_as_a_value_is_a_text(make_graph):
    question = "SELECT (TRIPLE(tg:a, tg:b, 1) AS ?told) ?nothing {}"
    ((told, nothing),) = make_graph().answer(question).rows
    assert (str(told).startswith("<<( <https://w3id.org/trialgraph/a>"), nothing) == (True, None)
    assert [row.told for row in make_graph().query(question)] == [told]


def test_bindings_are_values_whatever_they_hold(make_graph, ask):
    graph = make_graph(read("a", targets(), names=[NameUse(ISA, HOSTILE)]))
    assert len(ask(graph, LABELLED, {"label": Literal(HOSTILE, lang="en")})) == 1
    assert ask(graph, LABELLED, {"label": Literal('" } DROP ALL #', lang="en")}) == []


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?o { ?s tg:targets ?o } LIMIT 1",
        "# WHERE {\nSELECT (COUNT(?o) AS ?n) WHERE { ?s tg:targets ?o } GROUP BY ?s",
        "CONSTRUCT { ?s tg:targets ?o } WHERE { ?s tg:targets ?o }",
        "ASK { ?s tg:targets ?o . FILTER(?s != ?o) }",
    ],
)
def test_values_are_bound_in_the_pattern_of_any_query(make_graph, sparql):
    graph = make_graph(read("a", targets()))
    iri = "https://w3id.org/trialgraph/id/drug/"
    found = [graph.query(sparql, {"s": URIRef(iri + name)}) for name in ("isatuximab", "carfilzomib")]
    assert [bool(result.askAnswer if result.type == "ASK" else list(result)) for result in found] == [True, False]


@pytest.mark.parametrize(
    ("sparql", "bindings"),
    [
        ("DESCRIBE <http://x/a>", {"x": Literal("a")}),
        ("SELECT ?x { ?x ?p ?o }", {"x) {} ": Literal("a")}),
        ("SELECT ?x { ?x ?p ?o }", {"x": URIRef("http://x/ <>")}),
        ("SELECT ?x { ?x ?p ?o }", {"x": BNode()}),
        ("SELECT ?x { ?x ?p ?o }", {"x": Literal("\ud800")}),
    ],
)
def test_what_can_not_be_bound_is_refused(make_graph, sparql, bindings):
    with pytest.raises(QueryError):
        make_graph().query(sparql, bindings)


@pytest.mark.parametrize("sparql", ["SELECT ?x {", "DROP ALL", "INSERT DATA { tg:a tg:b tg:c }", ""])
def test_what_is_no_query_is_refused(make_graph, sparql):
    graph = make_graph(read("a", targets()))
    with pytest.raises(QueryError, match="the query can't be understood"):
        graph.query(sparql)
    assert graph.documents()


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { service#\n<http://127.0.0.1:9/>{ ?s ?p ?o } }",
        "SELECT * { FILTER EXISTS {SERVICE<http://127.0.0.1:9/>{?s?p?o}} }",
        'SELECT * { ?s ?p "\'" . SERVICE SILENT ?x { ?s ?p "\'" } }',
    ],
)
def test_a_query_asks_no_other_server(make_graph, sparql):
    with pytest.raises(QueryError, match="another server"):
        make_graph().query(sparql)


@pytest.mark.parametrize(
    "sparql", ['SELECT ?service { ?service ?p "in service" } # SERVICE', "SELECT ?x { ?x ?p <http://x/SERVICE> }"]
)
def test_the_word_service_elsewhere_does_no_harm(make_graph, sparql):
    assert list(make_graph().query(sparql)) == []


def test_hostile_names_do_not_leave_their_literals(make_graph, ask):
    name = HOSTILE.replace("\x00", "")
    graph = make_graph(read("a", targets(Concept("Drug", name), CD38)))
    rows = ask(graph, "SELECT ?label { ?drug tg:targets ?target ; skos:prefLabel ?label }")
    assert rows == [(name,)]
