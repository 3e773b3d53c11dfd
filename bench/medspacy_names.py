"""Finds names with medspaCy, in the interpreter of an environment that has it: it does not install beside spaCy 3.8.

Talks in lines of JSON. First comes {key: [names]}, then texts; to each it answers with its sentences, each as
[start, end, [[key, start], …]]. ConText leaves out names that are denied, doubted or only supposed; the sectionizer,
told the headings of abstracts, leaves out those that stand before the results.
"""

import json
import sys

import medspacy  # pyright: ignore[reportMissingImports]
from loguru import logger  # pyright: ignore[reportMissingImports]
from medspacy.ner import TargetRule  # pyright: ignore[reportMissingImports]
from medspacy.section_detection import SectionRule  # pyright: ignore[reportMissingImports]

HEADINGS = {
    "before": ("background", "introduction", "objective", "aim", "purpose", "methods", "patients and methods"),
    "results": ("results", "findings", "conclusion", "conclusions", "interpretation"),
}


def pipeline(names: dict[str, list[str]]):  # noqa: ANN201
    """Make medspaCy's own pipeline, with these names and headings."""
    nlp = medspacy.load()
    rules = [TargetRule(name, key) for key, known in names.items() for name in known]
    nlp.get_pipe("medspacy_target_matcher").add(rules)
    sections = nlp.add_pipe("medspacy_sectionizer", config={"rules": None})
    sections.add([SectionRule(f"{name}:", category) for category, known in HEADINGS.items() for name in known])
    return nlp


def stated(entity) -> bool:  # noqa: ANN001
    """Tell whether a name is used of something that was found."""
    said = entity._
    return not (said.is_negated or said.is_uncertain or said.is_hypothetical or said.section_category == "before")


def main() -> None:
    """Answer until there are no more texts."""
    logger.remove()
    nlp = pipeline(json.loads(sys.stdin.readline()))
    for line in sys.stdin:
        doc = nlp(json.loads(line))
        named = [entity for entity in doc.ents if stated(entity)]
        sentences = [
            [s.start_char, s.end_char, [[e.label_, e.start_char] for e in named if s.start <= e.start < s.end]]
            for s in doc.sents
        ]
        print(json.dumps(sentences), flush=True)


if __name__ == "__main__":
    main()
