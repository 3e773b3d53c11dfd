"""The way from a document to its facts, read top to bottom."""

from collections.abc import Iterable
from importlib.metadata import version
from itertools import chain
from typing import Final, get_args

from ..ontology.document import Document
from ..ontology.facts import Concept, ConceptKind, Fact, NameUse, Reading
from .arms.reading import read_arms
from .attributes import read_attributes
from .cleaning import clean
from .context import Context, make_context
from .evidence import to_fact
from .language.pipeline import load_pipeline
from .results.reading import read_results

KINDS: Final[dict[str, ConceptKind]] = {k: k for k in get_args(ConceptKind)}
VERSION: Final = version("trialgraph")


class Extractor:
    """Reads facts out of documents; holds no state between them, so order and number of workers change nothing."""

    def __init__(self, model: str = "") -> None:
        self._pipeline = load_pipeline(model)

    def read(self, document: Document) -> Reading:
        """Read every fact that a document states, each with the words that state it."""
        cleaned = clean(document.text)
        doc = self._pipeline(cleaned.text)
        context = make_context(doc, document)
        results, dropped = read_results(context)
        candidates = chain(
            read_attributes(doc, document, context.trials),
            read_arms(context),
            results,
        )
        facts = _distinct(to_fact(candidate, document, cleaned) for candidate in candidates)
        return Reading(facts, _names(context), dropped)


def _distinct(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Each fact once, in order of the text."""
    return tuple(sorted(dict.fromkeys(facts), key=lambda f: (f.evidence.start, f.evidence.end)))


def _names(context: Context) -> tuple[NameUse, ...]:
    """The names under which the document speaks of concepts, where they differ from the preferred ones."""
    uses = {
        NameUse(Concept(kind, span.kb_id_), span.text)
        for span in context.doc.spans["mentions"]
        if (kind := KINDS.get(span.label_)) and span.text.lower() != span.kb_id_.lower()
    }
    return tuple(sorted(uses))
