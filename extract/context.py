"""What is known of a document before its results are read: its trials, its arms, its names for regimens."""

from dataclasses import dataclass

from spacy.tokens import Doc, SpanGroup

from ..ontology.document import Document
from .arms.labels import attach_labels, regimen_names
from .arms.regimens import Names
from .arms.registry import ArmRegistry, find_arms
from .trials import Trials, find_trials


@dataclass(frozen=True, slots=True)
class Context:
    """A document on its way from text to facts."""

    document: Document
    doc: Doc
    trials: Trials
    names: Names
    registry: ArmRegistry


def make_context(doc: Doc, document: Document) -> Context:
    """Find the trials and arms of a document, once for all rules; what names a trial names no drug."""
    trials = find_trials(doc, document)
    named = [(m.start, m.end) for m in trials.mentions]
    kept = [s for s in doc.spans["mentions"] if not any(a < s.end_char and s.start_char < b for a, b in named)]
    doc.spans["mentions"] = SpanGroup(doc, name="mentions", spans=kept)
    names = regimen_names(doc)
    registry = find_arms(doc, trials.main, names)
    attach_labels(doc, registry, names)
    return Context(document, doc, trials, names, registry)
