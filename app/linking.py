"""Reading with an index of terminologies: what the lexicon does not know is linked to the terms of the index."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from ..ontology.document import Document
from ..ontology.facts import Reading
from ..ontology.grounding import Grounder
from ..ontology.grounding.linking import link
from ..ontology.lexicon import load_lexicon
from ..ontology.terminologies import TerminologyIndex
from .reading import FileReading, Work


def read_and_link(read: Work, path: Path, *, index: Path) -> FileReading:
    """Read the documents of a file and link their concepts; runs in a worker, which opens the index once."""
    found = read(path)
    return replace(found, readings=tuple(_linked(document, reading, index) for document, reading in found.readings))


def _linked(document: Document, reading: Reading, index: Path) -> tuple[Document, Reading]:
    return document, link(reading, document.text, _grounder(index), load_lexicon())


@cache
def _grounder(index: Path) -> Grounder:
    return Grounder(load_lexicon(), TerminologyIndex.open(index))
