"""Train the shipped language model again: `python extract/training/train.py --corpora DIR --out DIR`."""

import argparse
import json
import shutil
import sys
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from random import Random

import spacy
from scripts import entities, names, treebanks
from scripts.evaluate import evaluate
from spacy.cli.train import train
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from trialgraph.extract.language.neural import OWN_MODEL
from trialgraph.extract.language.tokenizer import use_trial_tokens

HERE = Path(__file__).parent
TREE = ["TAG", "HEAD", "DEP", "SENT_START"]
ENTITY = ["ENT_IOB", "ENT_TYPE"]
PARTS = "what is trained: the entities, tagger and parser, or all over one tok2vec"
SELF_PARSED = 3000
"""Sentences."""
CRAFT_PART = 900
"""Documents of up to 400 tokens: a part of CRAFT keeps what the parser knows while the entities are learned."""

DEV = 40
"""Documents of GENIA's development part that show the training's progress; the others are learned from."""
COPIES = 2
"""Of each document with invented drug names, beside the document itself."""


def prepare_entities(corpora: Path, out: Path) -> None:
    """Write the training and development documents of the entities."""
    nlp = use_trial_tokens(spacy.blank("en"))
    save(named(corpora, nlp), ENTITY, out / "train/entities.spacy")
    save(islice(entities.documents(corpora / "bc5cdr/dev.jsonl.gz", nlp), 100), ENTITY, out / "dev/bc5cdr.spacy")


def prepare_trees(corpora: Path, out: Path, start: Path) -> None:
    """Write the training and development documents of the tagger and parser."""
    nlp = use_trial_tokens(spacy.blank("en"))
    genia = corpora / "treebanks/genia"
    held_out = [genia / "sd-dev.conllu.gz", genia / "sd-test.conllu.gz"]
    model = spacy.load(start)
    known = set(model.pipe_labels["tagger"])
    docs = treebanks.craft(corpora / "treebanks/craft/train.conllu.gz", nlp)
    craft = [doc for doc in docs if known >= {token.tag_ for token in doc}]
    Random(1).shuffle(craft)
    save(craft[:CRAFT_PART], TREE, out / "train/craft.spacy")
    dev = list(treebanks.genia(held_out[0], nlp))
    learned = [*treebanks.genia(genia / "sd-train-part.conllu.gz", nlp), *dev[DEV:]]
    save(learned * 2, TREE, out / "train/genia.spacy")
    parsed = treebanks.self_parsed(genia / "pos-train.tsv.gz", model, held_out, SELF_PARSED)
    save(parsed, TREE, out / "train/self_parsed.spacy")
    save(dev[:DEV], TREE, out / "dev/genia.spacy")


def named(corpora: Path, nlp: Language) -> list[Doc]:
    """Give the documents with entities, and copies with invented drug names; none is of a development part."""
    dev = frozenset(r["id"] for r in entities.read(corpora / "bc5cdr/dev.jsonl.gz"))
    paths = (corpora / name / "train.jsonl.gz" for name in ("bc5cdr", "biored"))
    docs = [doc for path in paths for doc in entities.documents(path, nlp, without=dev)]
    random = Random(2)
    copies = [copy for doc in docs * COPIES if (copy := names.swap_names(doc, random)) is not None]
    return docs + copies


def save(docs: Iterable[Doc], attributes: list[str], path: Path) -> None:
    """Write documents as spaCy reads them for training."""
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(attrs=attributes, docs=list(docs)).to_disk(path)


def assemble(trained: Path, start: Path, out: Path) -> None:
    """Put what was trained in the place of the same components of the model that training started from."""
    new = spacy.load(trained)
    beside = ["ner_tok2vec"] if "ner" in new.pipe_names else []
    nlp = spacy.load(start, exclude=[*new.pipe_names, *beside])
    for name in new.pipe_names:
        nlp.add_pipe(name, source=new, **({} if name.startswith("ner") else {"before": "attribute_ruler"}))
    nlp.meta.update(json.loads((HERE / "meta.json").read_text()))
    shutil.rmtree(out, ignore_errors=True)
    nlp.to_disk(out)


def main() -> None:
    """Prepare, train, assemble and score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpora", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, default=OWN_MODEL, help="model to start from: the shipped one")
    parser.add_argument("--part", choices=("entities", "grammar", "shared"), default="entities", help=PARTS)
    parser.add_argument("--steps", type=int, help="of 1,000 words each; as the configuration says, if not given")
    parser.add_argument("--rate", type=float, help="of learning at the beginning")
    given = parser.parse_args()
    if given.part != "grammar":
        prepare_entities(given.corpora, given.out)
    if given.part != "entities":
        prepare_trees(given.corpora, given.out, given.start)
    paths = {"train": given.out / "train", "dev": given.out / "dev", "start": given.start}
    chosen = {"vars.max_steps": given.steps, "training.optimizer.learn_rate.initial_rate": given.rate}
    overrides = {f"paths.{name}": str(path) for name, path in paths.items()}
    overrides |= {name: value for name, value in chosen.items() if value is not None}
    train(HERE / "configs" / f"{given.part}.cfg", given.out / "trained", overrides=overrides)
    assemble(given.out / "trained/model-last", given.start, given.out / "model")
    scores = evaluate(given.out / "model", given.corpora)
    (given.out / "scores.json").write_text(json.dumps(scores, indent=1))
    sys.stdout.write(json.dumps(scores, indent=1) + "\n")


if __name__ == "__main__":
    main()
