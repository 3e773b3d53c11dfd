"""Learn the weights of the entity tagger: `python extract/training/entity_tagger.py --corpora DIR --out FILE`.

Reads the training parts of BC5CDR and BioRED (public domain), without documents of BC5CDR's development part. Each
document is read as it is, with invented drug names in the place of known ones, and, where `--terminologies` names a
folder with an index, with the names that the index finds. Takes minutes on one core.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pycrfsuite
from scripts import entities, names
from spacy.language import Language
from trialgraph.extract.language.entities.entity import Term
from trialgraph.extract.language.entities.features import TokenFeatures, tags
from trialgraph.extract.language.entities.terminologies import find_terms
from trialgraph.extract.language.pipeline import load_pipeline
from trialgraph.ontology.terminologies import TerminologyIndex

PARAMETERS: dict[str, Any] = {
    "c1": 0.05,
    "c2": 0.02,
    "max_iterations": 80,
    "feature.minfreq": 2,
    "feature.possible_transitions": True,
}


def records(corpora: Path) -> Iterator[entities.Record]:
    """Give each training document once."""
    seen = {record["id"] for record in entities.read(corpora / "bc5cdr/dev.jsonl.gz")}
    for corpus in ("bc5cdr", "biored"):
        for record in entities.read(corpora / corpus / "train.jsonl.gz"):
            if record["id"] not in seen:
                seen.add(record["id"])
                yield record


def renamed(record: entities.Record, nlp: Language, random: Random) -> entities.Record | None:
    """Put invented drug names in the place of known ones."""
    copy = names.swap_names(entities.as_doc(record, nlp), random)
    if copy is None:
        return None
    found = [{"start": e.start_char, "end": e.end_char, "type": e.label_} for e in copy.ents]
    return {"text": copy.text, "entities": found}


def learn(trainer: Any, record: entities.Record, nlp: Language, terms: list[Term]) -> None:
    """Show one document to the trainer, sentence by sentence."""
    gold = entities.as_doc(record, nlp)
    with nlp.select_pipes(disable="trialgraph_entities"):
        doc = nlp(record["text"])
    row = tags(len(doc), ((e.start, e.end, e.label_) for e in gold.ents))
    features = TokenFeatures(doc, terms)
    for sentence in doc.sents:
        trainer.append(features.of(sentence.start, sentence.end), row[sentence.start : sentence.end])


def main() -> None:
    """Learn from all documents and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--terminologies", type=Path, help="folder of an index")
    given = parser.parse_args()
    nlp, random = load_pipeline(), Random(2)
    index = TerminologyIndex.open(given.terminologies) if given.terminologies else None
    trainer = pycrfsuite.Trainer(verbose=False)
    for record in records(given.corpora):
        learn(trainer, record, nlp, [])
        if index is not None:
            learn(trainer, record, nlp, list(find_terms(index, record["text"])))
        if (copy := renamed(record, nlp, random)) is not None:
            learn(trainer, copy, nlp, [])
    trainer.set_params(PARAMETERS)
    trainer.train(str(given.out))


if __name__ == "__main__":
    main()
