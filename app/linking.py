"""Reading with an index of terminologies: what the lexicon does not know is linked to the terms of the index."""

from functools import cache
from pathlib import Path

from ..ontology.document import Document
from ..ontology.facts import Reading
from ..ontology.grounding import Grounder
from ..ontology.grounding.linking import link
from ..ontology.lexicon import load_lexicon
from ..ontology.terminologies import TerminologyIndex


def linked(document: Document, reading: Reading, index: Path) -> Reading:
    """Link the concepts of a document; a worker opens the index once."""
    return link(reading, document.text, _grounder(index), load_lexicon())


@cache
def _grounder(index: Path) -> Grounder:
    return Grounder(load_lexicon(), TerminologyIndex.open(index))
