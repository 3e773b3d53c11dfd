"""The competency questions of `docs/` are asked of the examples, and have the answers that stand there."""

import re
import shlex
from itertools import pairwise
from pathlib import Path

import pytest
from answer_lines import expected, fits
from trialgraph.graph import KnowledgeGraph
from trialgraph.queries import Table, catalogue, load_query, run

PAGE = (Path(__file__).parents[2] / "docs" / "competency-questions.md").read_text("utf-8")
STARTS = [*(match.start() for match in re.finditer(r"^\d+\. ", PAGE, flags=re.MULTILINE)), len(PAGE)]
QUESTIONS = [PAGE[start:end] for start, end in pairwise(STARTS)]


def asked(question: str) -> tuple[str, dict[str, str]]:
    """The name of a question's query, and its parameters."""
    (command,) = re.findall(r"^   `trialgraph query (.*)`$", question, flags=re.MULTILINE)
    name, *options = shlex.split(command)
    return name, dict(option.split("=", 1) for option in options if option != "--param")


@pytest.fixture(scope="module")
def graph(store):
    with KnowledgeGraph(store) as graph:
        yield graph


def answers(graph, question: str) -> list[dict[str, str]]:
    name, values = asked(question)
    answer = run(graph, load_query(name), values)
    if isinstance(answer, Table):
        columns, rows = answer.columns, answer.rows
    else:
        columns, rows = ("subject", "predicate", "object"), list(answer)
    return [{column: str(cell) for column, cell in zip(columns, row, strict=True)} for row in rows]


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.splitlines()[0])
def test_the_answer_is_what_the_page_says(graph, question):
    found = answers(graph, question)
    assert [line for line in expected(question) if not any(fits(row, line) for row in found)] == []
    assert bool(found) == bool(expected(question))


def test_there_are_as_many_questions_as_promised():
    assert len(QUESTIONS) >= 30
    assert [question.split(".")[0] for question in QUESTIONS] == [str(n + 1) for n in range(len(QUESTIONS))]


LISTS = {"counts", "latest-documents", "document-list", "comparable", "reported-arms", "precision-by-rule"}
"""What only pages ask, as they ask all that takes addresses."""


def test_every_query_that_the_examples_can_answer_is_asked():
    named = {name for name, query in catalogue().items() if all("iri" not in one.type for one in query.parameters)}
    assert named - {asked(question)[0] for question in QUESTIONS} == {"subgroups", "superseded"} | LISTS
