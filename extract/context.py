"""What is known of a document before its results are read: its trials, its arms, its names for regimens."""

from dataclasses import dataclass

from spacy.tokens import Doc

from ..ontology.document import Document
from .annotated import AnnotatedText, annotate
from .arms.labels import attach_labels, regimen_names
from .arms.regimens import Names
from .arms.registry import ArmRegistry, find_arms
from .trials import Trials, find_trials


@dataclass(frozen=True, slots=True)
class Context:
    """A document on its way from text to facts."""

    document: Document
    page: AnnotatedText
    trials: Trials
    names: Names
    registry: ArmRegistry

    @property
    def title(self) -> str:
        """The document's title, or its first sentence."""
        return self.document.title or (self.page.sentences[0].text if self.page.sentences else "")


def make_context(doc: Doc, document: Document) -> Context:
    """Find the trials and arms of a document, once for all rules; what names a trial names no drug."""
    trials = find_trials(doc, document)
    page = annotate(doc, ((m.start, m.end) for m in trials.mentions))
    names = regimen_names(page)
    registry = find_arms(page, trials.main, names)
    attach_labels(page, registry, names)
    return Context(document, page, trials, names, registry)
