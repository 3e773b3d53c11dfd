"""The linear model with its weights, learned by `extract/training/entity_tagger.py`."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, cast

from spacy.tokens import Doc, Span

from ....ontology.errors import TrialgraphError
from .entity import Entity, EntityKind, Term
from .features import TokenFeatures

OWN_WEIGHTS = Path(__file__).parent / "weights.crf"


class EntityTagger:
    """Tags the tokens of sentences; holds no state between documents."""

    def __init__(self, weights: Path) -> None:
        import pycrfsuite  # pyright: ignore[reportMissingTypeStubs]

        self._tagger: Any = cast("Any", pycrfsuite).Tagger()
        try:
            self._tagger.open(str(weights))
        except (OSError, ValueError) as error:
            raise TrialgraphError(
                "these are no weights of an entity tagger", where=str(weights), remedy="install trialgraph again"
            ) from error

    def entities(self, doc: Doc, terms: Iterable[Term] = (), sentences: Iterable[Span] | None = None) -> list[Entity]:
        """Give the chemicals and diseases of a document that went through the pipeline, in order.

        `sentences` are those to look at, all where they are not given.
        """
        features = TokenFeatures(doc, terms)
        found: list[Entity] = []
        for sentence in doc.sents if sentences is None else sentences:
            row = cast("list[str]", self._tagger.tag(features.of(sentence.start, sentence.end)))
            found += (Entity(*trim(doc, sentence.start + a, sentence.start + b), kind) for a, b, kind in spans(row))
        return [entity for entity in found if entity.start < entity.end]


def trim(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Leave out space at the ends of a stretch of tokens, and a bracket with what follows where it does not close."""
    texts = [token.text for token in doc[start:end]]
    if texts.count("(") > texts.count(")"):
        end = start + len(texts) - 1 - texts[::-1].index("(")
    while start < end and doc[end - 1].is_space:
        end -= 1
    while start < end and doc[start].is_space:
        start += 1
    return start, end


def spans(row: list[str]) -> Iterator[tuple[int, int, EntityKind]]:
    """Read spans from the tags of tokens.

    >>> list(spans(["B-Chemical", "O", "B-Disease", "I-Disease"]))
    [(0, 1, 'Chemical'), (2, 4, 'Disease')]
    """
    start = 0
    for end in range(1, len(row) + 1):
        if end == len(row) or row[end] != row[start].replace("B-", "I-") or row[start] == "O":
            if row[start] != "O":
                yield start, end, cast("EntityKind", row[start][2:])
            start = end


@cache
def load_tagger(weights: Path = OWN_WEIGHTS) -> EntityTagger:
    """Load the tagger, once per process."""
    return EntityTagger(weights)
