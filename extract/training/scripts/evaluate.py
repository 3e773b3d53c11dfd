"""Scores of a model: trees of GENIA, entities of BC5CDR, drug names that training never saw."""

import json
import re
import sys
from collections import Counter
from pathlib import Path
from time import process_time

import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example
from trialgraph.extract.language.tokenizer import make_callback  # noqa: F401  (registers the tokeniser)

from . import entities, names, treebanks

Scores = dict[str, float]


def evaluate(model: Path, corpora: Path) -> Scores:
    """Score a model on what was kept from its training; all figures in percent but `words_per_second`."""
    nlp = spacy.load(model)
    bc5cdr = entities.read(corpora / "bc5cdr/dev.jsonl.gz")
    return {
        **trees(nlp, corpora / "treebanks/genia/sd-test.conllu.gz"),
        **mentions(nlp, bc5cdr, {"Chemical", "Disease"}, "bc5cdr"),
        **unseen_names(nlp, corpora),
    }


def trees(nlp: Language, path: Path) -> Scores:
    """Score tags and trees on the treebank's raw text, punctuation left out."""
    gold = list(treebanks.genia(path, nlp))
    start = process_time()
    with nlp.select_pipes(enable=["tok2vec", "tagger", "parser"]):
        found = list(nlp.pipe([doc.text for doc in gold], batch_size=16))
    seconds = process_time() - start
    scores = Scorer(nlp).score([Example(f, g) for f, g in zip(found, gold, strict=True)])
    percent = {name: round(100 * scores[name], 2) for name in ("tag_acc", "dep_uas", "dep_las", "sents_f")}
    return {**percent, "words_per_second": round(sum(map(len, found)) / seconds)}


def found_entities(nlp: Language, texts: list[str]) -> list[Doc]:
    """Give the documents with their entities."""
    with nlp.select_pipes(enable=[p for p in ("tok2vec", "ner_tok2vec", "ner") if p in nlp.pipe_names]):
        return list(nlp.pipe(texts, batch_size=16))


def mentions(nlp: Language, records: list[entities.Record], kinds: set[str], name: str) -> Scores:
    """Score spans strictly, by type and together."""
    counts: Counter[tuple[str, str]] = Counter()
    for record, doc in zip(records, found_entities(nlp, [r["text"] for r in records]), strict=True):
        gold = {(e["start"], e["end"], e["type"]) for e in record["entities"] if e["type"] in kinds}
        found = {(e.start_char, e.end_char, e.label_) for e in doc.ents}
        for kind in kinds:
            mine, theirs = ({s for s in spans if s[2] == kind} for spans in (found, gold))
            counts.update({("hit", kind): len(mine & theirs), ("mine", kind): len(mine), ("gold", kind): len(theirs)})
    total = {part: sum(n for (p, _), n in counts.items() if p == part) for part in ("hit", "mine", "gold")}
    by_kind = {f"{name}_{k}_f": _f(counts["hit", k], counts["mine", k], counts["gold", k]) for k in sorted(kinds)}
    return {
        f"{name}_p": round(100 * total["hit"] / max(1, total["mine"]), 2),
        f"{name}_r": round(100 * total["hit"] / max(1, total["gold"]), 2),
        f"{name}_f": _f(total["hit"], total["mine"], total["gold"]),
        **by_kind,
    }


def _f(hits: int, found: int, gold: int) -> float:
    return round(200 * hits / max(1, found + gold), 2)


def unseen_names(nlp: Language, corpora: Path) -> Scores:
    """Count the mentions of drugs whose names and stems training never saw that are recognised as drugs."""
    trained = " ".join(r["text"].lower() for name in ("bc5cdr", "biored") for r in
                       entities.read(corpora / name / "train.jsonl.gz"))  # fmt: skip
    seen = set(re.findall(r"[a-z]+", trained))
    pattern = re.compile(rf"\b[A-Za-z]{{3,}}(?:{'|'.join(names.HELD_OUT)})\b")
    hits, names_found, total = 0, set(), 0
    abstracts = [r["text"] for r in entities.read(corpora / "pmc-rct-abstracts/train.jsonl.gz")]
    texts = [t for t in abstracts if any(m.lower() not in seen for m in pattern.findall(t))]
    for doc in found_entities(nlp, texts):
        drugs = {i for e in doc.ents if e.label_ == "Chemical" for i in range(e.start, e.end)}
        for token in doc:
            if pattern.fullmatch(token.text) and token.lower_ not in seen:
                total, hits = total + 1, hits + (token.i in drugs)
                names_found.add(token.lower_)
    return {"unseen_recognised": round(100 * hits / max(1, total), 2), "unseen_mentions": total,
            "unseen_names": len(names_found)}  # fmt: skip


if __name__ == "__main__":
    sys.stdout.write(json.dumps(evaluate(Path(sys.argv[1]), Path(sys.argv[2])), indent=1) + "\n")
