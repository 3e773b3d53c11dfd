"""The catalogue as a whole, files of one's own, and what is refused."""

import re
from pathlib import Path

import pytest
from trialgraph.graph.knowledge_graph import KnowledgeGraph
from trialgraph.ontology.errors import QueryError
from trialgraph.queries import CatalogueQuery, Table, catalogue, load_query, run
from trialgraph.queries.header import Parameter, parse


def test_there_is_a_question_for_everything_promised() -> None:
    assert len(catalogue()) >= 14
    assert {"drugs-by-target", "hazard-ratios", "severe-adverse-events", "mechanism-to-adverse-event"} <= set(
        catalogue()
    )


@pytest.mark.parametrize("query", catalogue().values(), ids=str)
def test_every_question_says_what_it_answers_and_what_it_takes(query: CatalogueQuery) -> None:
    assert query.title != query.name
    assert query.answers.endswith("?")
    for parameter in query.parameters:
        assert parameter.example
        assert parameter.description
    used = set(re.findall(r"\$(\w+)", query.text))
    paging = {"limit", "offset"} if "\nLIMIT" in query.text or " LIMIT" in query.text else set[str]()
    assert used | paging == {parameter.name for parameter in query.parameters}


def test_titles_differ() -> None:
    titles = [query.title for query in catalogue().values()]
    assert len(set(titles)) == len(titles)


def test_a_file_of_ones_own(graph: KnowledgeGraph, tmp_path: Path) -> None:
    file = tmp_path / "mine.rq"
    file.write_text(
        '# title: Drugs\n# param: start text "isa" how the name starts\n'
        "SELECT ?name WHERE { ?drug a tg:Drug ; skos:prefLabel ?name FILTER(STRSTARTS(?name, $start)) }"
    )
    query = load_query(file)
    assert (query.name, query.title) == ("mine", "Drugs")
    table = run(graph, query, {"start": "dara"})
    assert isinstance(table, Table)
    assert [str(row[0]) for row in table.rows] == ["daratumumab"]


def test_a_file_without_a_head_is_its_own_title(tmp_path: Path) -> None:
    (tmp_path / "plain.rq").write_text("ASK {}")
    query = load_query(str(tmp_path / "plain.rq"))
    assert (query.title, query.answers, query.parameters) == ("plain", "", ())


def test_ask_gives_one_cell(graph: KnowledgeGraph) -> None:
    table = run(graph, parse("mine", "ASK { ?trial a tg:Trial }"))
    assert isinstance(table, Table)
    assert (table.columns, [row[0].toPython() for row in table.rows if row[0] is not None]) == (("answer",), [True])


def test_an_unknown_name_is_told_what_there_is() -> None:
    with pytest.raises(QueryError, match=r"no query 'drugs'.*drugs-by-target"):
        load_query("drugs")


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=r"gone\.rq: can't read the query"):
        load_query(tmp_path / "gone.rq")


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "binary.rq").write_bytes(b"\xff\xfe\x00ASK")
    with pytest.raises(QueryError, match="UTF-8"):
        load_query(tmp_path / "binary.rq")


def test_broken_sparql_is_told(graph: KnowledgeGraph) -> None:
    with pytest.raises(QueryError):
        run(graph, parse("broken", "SELECT ?x WHERE { ?x "))


def test_a_head_is_read() -> None:
    query = parse("q", '#title: T\n# answers: This\n# answers: and that?\n\n# param: n integer? "5" how many\nASK {}')
    assert (query.title, query.answers) == ("T", "This and that?")
    assert query.parameters == (Parameter("n", "integer", optional=True, example="5", description="how many"),)


def test_comments_below_the_head_are_no_head() -> None:
    assert parse("q", 'ASK {}\n# title: no\n# param: x text "a" b').parameters == ()


@pytest.mark.parametrize("line", ["drug", 'drug word "a" b', "drug text a b", '1drug text "a" b'])
def test_a_parameter_that_cannot_be_read_is_told(line: str) -> None:
    with pytest.raises(QueryError, match="can't read the parameter"):
        parse("q", f"# param: {line}\nASK {{}}")
