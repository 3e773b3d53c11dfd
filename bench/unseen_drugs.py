"""How many drugs are recognised whose names neither lexicon nor training ever had, with whole stems held out.

    python bench/unseen_drugs.py TRAINED.jsonl.gz [TRAINED…] --texts NAME=TEXTS.jsonl.gz [NAME=…] [-o OUT.md]

The stems of drug names are split in halves by their hash. Drugs with a stem of the one half (without a stem: with an
ending of it) are taken out of the lexicon; names in TRAINED, the texts that the tagger learned from, don't count.
Figures of recognised mentions: `all` by stem rules, tagger and the rest of the document; `rules` by the rules alone;
`tagger` with the stems of that half taken out of the rules as well; `strictly` the same for names whose stems the
invented names of the training do not have either. `precision`: of all words that are taken for drugs by other means
than the shortened lexicon, the part that are drugs of the whole lexicon or chemicals of the corpus; at least so many
where the corpus marks none.

What would make it unfair: texts that the tagger learned from, if they are not among TRAINED.
"""

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from corpora import Row, read_corpus, report
from results import arguments
from spacy.tokens import Doc, SpanGroup
from trialgraph.extract.language.entities import recognise
from trialgraph.extract.language.mentions import MentionFinder, names_of
from trialgraph.extract.language.pipeline import load_pipeline
from trialgraph.extract.language.stems import MORE_STEMS, STEMS
from trialgraph.ontology.lexicon import load_lexicon

INVENTED = tuple(
    "mab tinib zomib rafenib limus platin taxel rubicin citabine domide statin stat sartan olol pril azole gliflozin "
    "glutide cillin mycin floxacin caine pam done dipine tide mide cept cel metinib".split()
)
"""Stems of the invented names that the tagger saw in training."""
SUBSTANCES = ("CHEBI:", "DRUGBANK:", "UNII:")
BEFORE_MENTIONS = ("trialgraph_sentences", "trialgraph_abbreviations")


def stem_of(name: str) -> str:
    """Give the longest stem in which a name ends, or its last four letters."""
    stems = [stem for stem in (*STEMS.split("|"), *MORE_STEMS) if name.endswith(stem)]
    return max(stems, key=len) if stems else name[-4:]


def is_held_out(name: str) -> bool:
    """Whether the stem belongs to the half that is taken away."""
    return hashlib.sha256(stem_of(name).encode()).digest()[0] % 2 == 0


@dataclass
class Hidden:
    """The names that were taken away, and a reader without them."""

    names: set[str]
    finder: MentionFinder

    def read(self, text: str, *, rules: bool) -> Doc:
        """Read a text without the hidden names, and without the hidden stems unless `rules` may know them."""
        nlp = load_pipeline()
        doc = nlp.make_doc(text)
        for component in BEFORE_MENTIONS:
            doc = nlp.get_pipe(component)(doc)
        doc = self.finder(doc)
        if not rules:
            kept = [s for s in doc.spans["mentions"] if not (s._.method == "stem" and is_held_out(s.text.lower()))]
            doc.spans["mentions"] = SpanGroup(doc, name="mentions", spans=kept)
        return doc


def hide() -> Hidden:
    """Take half of the drugs out of the lexicon."""
    lexicon = load_lexicon()
    substances = {e.concept.name for e in lexicon.entries() if any(m.curie.startswith(SUBSTANCES) for m in e.mappings)}
    names = list(names_of(lexicon))
    drugs = {n.preferred for n in names if n.kind == "Drug" and n.preferred in substances and is_held_out(n.preferred)}
    hidden = {n.text.lower() for n in names if n.kind == "Drug" and n.preferred in drugs}
    kept = [n for n in names if not (n.kind == "Drug" and n.preferred in drugs)]
    words = {n for n in hidden if n.isalpha() and len(n) > 4 and is_held_out(n)}
    return Hidden(words, MentionFinder(kept, load_pipeline()))


def tokens_of(doc: Doc) -> tuple[set[int], set[int]]:
    """List the tokens of drugs among the mentions, and those that the tagger and the document make drugs."""
    mentioned = {i for s in doc.spans["mentions"] if s.label_ == "Drug" for i in range(s.start, s.end)}
    return mentioned, {i for e in recognise(doc) if e.kind == "Chemical" for i in range(e.start, e.end)}


def measure(rows: list[Row], hidden: Hidden, trained: set[str]) -> dict[str, float]:
    """Measure one corpus; texts without a hidden name are passed over."""
    known = {n.text.lower() for n in names_of(load_lexicon()) if n.kind == "Drug"}
    unseen, counts, names = hidden.names - trained, Counter[str](), set[str]()
    for row in rows:
        if unseen.isdisjoint(re.findall(r"[a-z]+", row["text"].lower())):
            continue
        doc = hidden.read(row["text"], rules=True)
        mentioned, tagged = tokens_of(doc)
        without, _ = tokens_of(bare := hidden.read(row["text"], rules=False))
        alone = tokens_of(bare)[1] | without
        gold = {(e["start"], e["end"]) for e in row.get("entities", ()) if e["type"] == "Chemical"}
        for token in doc:
            if token.lower_ in unseen:
                names.add(token.lower_)
                counts["mentions"] += 1
                counts["all"] += token.i in mentioned | tagged
                counts["rules"] += token.i in mentioned
                counts["tagger"] += token.i in alone
                if not token.lower_.endswith(INVENTED):
                    counts["strict mentions"] += 1
                    counts["strictly"] += token.i in alone
            elif token.i in tagged - mentioned and token.is_alpha and len(token) > 4:
                counts["extra"] += 1
                counts["right"] += token.lower_ in known or any(a <= token.idx < b for a, b in gold)
    return figures(counts, len(names))


def figures(counts: Counter[str], names: int) -> dict[str, float]:
    """The shares, and of how many."""
    total, strict = max(1, counts["mentions"]), max(1, counts["strict mentions"])
    taken = max(1, counts["all"] + counts["extra"])
    return {
        "names": names,
        "mentions": counts["mentions"],
        **{name: round(counts[name] / total, 4) for name in ("all", "rules", "tagger")},
        "strict mentions": counts["strict mentions"],
        "strictly": round(counts["strictly"] / strict, 4),
        "precision": round((counts["all"] + counts["right"]) / taken, 4),
    }


def main() -> None:
    """Measure every corpus and write the report."""
    parser = arguments(__doc__)
    parser.add_argument("trained", nargs="+", type=Path)
    parser.add_argument("--texts", nargs="+", required=True, metavar="NAME=TEXTS")
    given = parser.parse_args()
    trained = {w for path in given.trained for r in read_corpus(path) for w in re.findall(r"[a-z]+", r["text"].lower())}
    hidden = hide()
    named = [texts.partition("=") for texts in given.texts]
    results = {name: measure(read_corpus(Path(path)), hidden, trained) for name, _, path in named}
    report("Drugs never seen", results, given.out)


if __name__ == "__main__":
    main()
