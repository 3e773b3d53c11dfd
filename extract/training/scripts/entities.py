"""Drugs, diseases and adverse events of annotated corpora, as documents of our tokens."""

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
    "Treatment.Drug": "Chemical",
    "Disease": "Disease",
    "DiseaseOrPhenotypicFeature": "Disease",
    "Treatment.Disorder": "Disease",
    "Effect": "AdverseEvent",
}
UNSURE = frozenset({"Effect", "Subject.Disorder", "Treatment.Combination.Drug"})
"""Spans of PHEE that may hold a disease or drug without saying so."""
LONGEST_EFFECT = 4
"""Tokens: a longer effect of PHEE is a clause rather than a name."""
Record = dict[str, Any]


def read(path: Path) -> list[Record]:
    """Read a corpus of JSON lines."""
    with gzip.open(path, "rt", encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def documents(path: Path, nlp: Language, without: set[str] = frozenset()) -> Iterator[Doc]:  # pyright: ignore
    """Give the corpus's documents with their entities, without those of the given PubMed numbers."""
    for record in read(path):
        if record.get("pmid", record["id"]) not in without:
            yield as_doc(record, nlp)


def as_doc(record: Record, nlp: Language) -> Doc:
    """Give one record; a disease that one of its chemicals induces is an adverse event."""
    doc = nlp.make_doc(record["text"])
    induced = {r["tail"] for r in record.get("doc_relations", []) if r["type"] == "CID"}
    known: list[Span] = []
    unsure: list[Span] = []
    for entity in record["entities"]:
        span = doc.char_span(entity["start"], entity["end"], alignment_mode="expand")
        label = LABELS.get(entity["type"], "")
        if span is None:
            continue
        if label == "Disease" and induced & set(entity.get("norm", [])):
            label = "AdverseEvent"
        if label and not (entity["type"] == "Effect" and len(span) > LONGEST_EFFECT):
            known.append(Span(doc, span.start, span.end, label=label))
        elif entity["type"] in UNSURE:
            unsure.append(span)
    _annotate(doc, filter_spans(known), unsure)
    return doc


def _annotate(doc: Doc, known: list[Span], unsure: list[Span]) -> None:
    taken = {i for span in known for i in range(span.start, span.end)}
    missing = sorted({i for span in unsure for i in range(span.start, span.end)} - taken)
    doc.set_ents(known, missing=[Span(doc, i, i + 1) for i in missing])
