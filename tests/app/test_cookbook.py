"""The queries of the cookbook are asked of the examples, and have the answers that stand there."""

import re
from pathlib import Path

import pytest
from answer_lines import expected, fits
from trialgraph.graph import KnowledgeGraph

PAGE = (Path(__file__).parents[2] / "docs" / "cookbook.md").read_text("utf-8")
QUESTIONS = re.split(r"^### ", PAGE, flags=re.MULTILINE)[1:]


@pytest.fixture(scope="module")
def graph(store):
    with KnowledgeGraph(store) as graph:
        yield graph


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.splitlines()[0])
def test_the_answer_is_what_the_page_says(graph, question):
    (sparql,) = re.findall(r"```sparql\n(.*?)```", question, flags=re.DOTALL)
    rows = [{str(name): str(value) for name, value in row.items()} for row in graph.query(sparql).bindings]
    lines = expected(question)
    assert lines
    assert [line for line in lines if not any(fits(row, line) for row in rows)] == []


def test_there_are_thirty_in_order():
    assert [question.split(".")[0] for question in QUESTIONS] == [str(n + 1) for n in range(30)]
