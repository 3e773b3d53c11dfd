"""What a text tells of its trials' properties."""

from trialgraph.extract.attributes import read_attributes
from trialgraph.extract.language.pipeline import load_pipeline
from trialgraph.extract.trials import find_trials
from trialgraph.ontology.document import Document
from trialgraph.ontology.facts import Concept, TrialAttribute


def attributes_of(text: str, title: str = "") -> list[TrialAttribute]:
    document = Document(identifier="a", source="a.txt", text=text, title=title)
    doc = load_pipeline()(text)
    candidates = list(read_attributes(doc, document, find_trials(doc, document)))
    for candidate in candidates:
        assert 0 <= candidate.start < candidate.end <= len(text)
    return [c.claim for c in candidates if isinstance(c.claim, TrialAttribute)]


def values(text: str, attribute: str) -> list[object]:
    found = [a.value for a in attributes_of(text) if a.attribute == attribute]
    return [value.name if isinstance(value, Concept) else value for value in found]
