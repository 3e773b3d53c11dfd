"""What is stated of trials in numbers and words (phase, size, design), which no edge of a graph can show."""

from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from ..iris import local_name
from ..view import Sentence
from ..wording import words
from .facts import Fact

if TYPE_CHECKING:
    from ..knowledge_graph import KnowledgeGraph

_QUERY: Final = """
SELECT ?subject ?claim ?predicate ?value ?document ?quote ?start ?end ?section ?assertion ?confidence WHERE {
  ?claim a tg:LinkClaim ; rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?value ; tg:evidence ?evidence .
  ?evidence tg:inDocument ?document ; tg:quote ?quote .
  FILTER isLiteral(?value)
  OPTIONAL { ?evidence tg:start ?start ; tg:end ?end }
  OPTIONAL { ?evidence tg:section ?section }
  OPTIONAL { ?evidence tg:assertion ?assertion }
  OPTIONAL { ?evidence tg:confidence ?confidence }
} ORDER BY ?claim ?document ?start ?quote
"""


def gather_attributes(graph: "KnowledgeGraph", names: dict[str, str]) -> dict[str, dict[str, Fact]]:
    """Give facts by claim for each of these nodes, known by IRI and name."""
    found: defaultdict[tuple[str, str, str], dict[Sentence, None]] = defaultdict(dict)
    rows: Any = graph.query(_QUERY)
    for row in rows:
        subject = str(row.subject)
        if subject in names:
            text = f"{names[subject]} {words(local_name(row.predicate))} {row.value}"
            found[subject, str(row.claim), text][_sentence(row)] = None
    facts: defaultdict[str, dict[str, Fact]] = defaultdict(dict)
    for (subject, claim, text), sentences in found.items():
        assertions = {sentence.assertion for sentence in sentences}
        facts[subject][claim] = Fact(text, "affirmed" if "affirmed" in assertions else min(assertions), (*sentences,))
    return facts


def _sentence(row: Any) -> Sentence:
    return Sentence(
        document=str(row.document),
        quote=str(row.quote),
        start=None if row.start is None else int(row.start),
        end=None if row.end is None else int(row.end),
        section=str(row.section or ""),
        assertion=local_name(row.assertion or "") or "affirmed",
        confidence=None if row.confidence is None else float(row.confidence),
    )
