"""Drugs and diseases of annotated corpora, as documents of our tokens."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

LABELS = {
    "Chemical": "Chemical",
    "ChemicalEntity": "Chemical",
    "Disease": "Disease",
    "DiseaseOrPhenotypicFeature": "Disease",
}
Record = dict[str, Any]


def read(path: Path) -> list[Record]:
    """Read a corpus of JSON lines."""
    with gzip.open(path, "rt", encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def documents(path: Path, nlp: Language, without: frozenset[str] = frozenset()) -> Iterator[Doc]:
    """Give the corpus's documents with their entities, without those of the given PubMed numbers."""
    return (as_doc(record, nlp) for record in read(path) if record["id"] not in without)


def as_doc(record: Record, nlp: Language) -> Doc:
    """Give one record; a span that cuts a token takes the whole of it."""
    doc = nlp.make_doc(record["text"])
    known: list[Span] = []
    for entity in record["entities"]:
        span = doc.char_span(entity["start"], entity["end"], alignment_mode="expand")
        if span is not None and entity["type"] in LABELS:
            known.append(Span(doc, span.start, span.end, label=LABELS[entity["type"]]))
    doc.set_ents(filter_spans(known))
    return doc
