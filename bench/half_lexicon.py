"""Score facts with half of the drugs, diseases and events taken out of the lexicon, with the tagger and without.

    python bench/half_lexicon.py --scorer SCORE.py --set NAME GOLD_DIR TEXT_DIR [--set …] [-o OUT.md]

The lexicon knows the documents that it was developed on; half of it, chosen by the hash of the name, is what other
documents meet. The scorer is called as by `score.py`.

What would make it unfair: documents that the rules were written with.
"""

import hashlib
import json
from pathlib import Path

import score
from corpora import report
from results import arguments
from spacy.tokens import Doc
from trialgraph.extract import Extractor
from trialgraph.extract.language.mentions import MentionFinder, names_of
from trialgraph.extract.language.pipeline import load_pipeline
from trialgraph.ontology.lexicon import load_lexicon

KINDS = {"Drug", "Disease", "AdverseEvent"}


def is_hidden(name: str) -> bool:
    """Whether a concept belongs to the half that is taken out."""
    return hashlib.sha256(name.encode()).digest()[1] % 2 == 0


class HalfPipeline:
    """The pipeline with half of the lexicon, with or without the components that know more names."""

    def __init__(self, *, tagger: bool) -> None:
        self._nlp = load_pipeline()
        names = names_of(load_lexicon())
        finder = MentionFinder((n for n in names if not (n.kind in KINDS and is_hidden(n.preferred))), self._nlp)
        left_out = () if tagger else ("trialgraph_entities",)
        pipes = {name: self._nlp.get_pipe(name) for name in self._nlp.pipe_names if name not in left_out}
        self._pipes = [*{**pipes, "trialgraph_mentions": finder}.values()]

    def __call__(self, text: str) -> Doc:
        """Read a text."""
        doc = self._nlp.make_doc(text)
        for pipe in self._pipes:
            doc = pipe(doc)
        return doc


def main() -> None:
    """Score every set both ways and write the report."""
    parser = arguments(__doc__)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--set", nargs=3, action="append", required=True, metavar=("NAME", "GOLD", "TEXTS"))
    given = parser.parse_args()
    results: dict[str, dict[str, float]] = {}
    for tagger in (False, True):
        pipeline = HalfPipeline(tagger=tagger)
        score.Extractor = lambda p=pipeline: half_extractor(p)  # type: ignore[assignment, misc]
        for name, gold, texts in given.set:
            kinds = json.loads(json.dumps(score.score(given.scorer, Path(gold), Path(texts))["kinds"]))
            for kind, row in kinds.items():
                precision, recall, f1 = (round(figure, 4) for figure in row["strict"])
                key = f"{name}, {'with' if tagger else 'without'} tagger: {kind}"
                results[key] = {"gold": row["gold"], "strict precision": precision, "recall": recall, "f1": f1}
    report("Half of the lexicon", results, given.out)


def half_extractor(pipeline: HalfPipeline) -> Extractor:
    """Make an extractor that reads with the pipeline given."""
    extractor = Extractor()
    extractor._pipeline = pipeline  # type: ignore[assignment]
    return extractor


if __name__ == "__main__":
    main()
