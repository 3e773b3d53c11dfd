"""Reason over the vocabulary with HermiT: it must be consistent, and broken copies of it must not be.

    python bench/consistency.py

Needs Java and the `dev` extra; takes a few seconds. Exit code 0 when all is well, 1 when not, 2 without Java.
"""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final

import owlready2
from rdflib import Graph
from trialgraph import ontology

VOCABULARY: Final = Path(ontology.__file__).with_name("trialgraph.ttl")
PREFIXES: Final = "@prefix tg: <https://w3id.org/trialgraph/> . @prefix id: <https://w3id.org/trialgraph/id/> .\n"
BROKEN: Final = {
    "a claim with two values": "id:a a tg:OutcomeResult ; tg:value 0.5 , 0.6 .",
    "an arm that targets a molecule": "id:a a tg:Arm ; tg:targets id:b .",
    "an outcome of a disease": "id:a tg:endpoint id:b . id:b a tg:Arm .",
    "words that affirm and negate": "id:a tg:assertion tg:affirmed , tg:negated .",
    "a value in words": 'id:a a tg:OutcomeResult ; tg:value "high" .',
}
WHOLE: Final = "id:arm a tg:Arm ; tg:regimen id:both . id:both tg:component id:drug . id:drug a tg:Drug ."


def consistent(data: str) -> bool:
    """Tell whether the vocabulary with some data has a model in which every class may have members."""
    graph = Graph().parse(VOCABULARY).parse(data=PREFIXES + data, format="turtle")
    with tempfile.TemporaryDirectory() as folder:
        triples = Path(folder, "ontology.nt")
        graph.serialize(triples, format="nt", encoding="utf-8")
        world = owlready2.World()
        world.get_ontology(triples.as_uri()).load()
        try:
            owlready2.sync_reasoner_hermit(world, debug=0)
        except owlready2.OwlReadyInconsistentOntologyError:
            return False
        return not list(world.inconsistent_classes())


def main() -> int:
    """Check the vocabulary and its broken copies; tell what failed."""
    if shutil.which("java") is None:
        print("no java on the path: install a Java runtime, version 11 or later, to run the reasoner", file=sys.stderr)
        return 2
    wrong = [] if consistent(WHOLE) else ["the vocabulary is inconsistent"]
    wrong += [f"not noticed: {name}" for name, data in BROKEN.items() if consistent(data)]
    print("\n".join(wrong) or f"consistent; {len(BROKEN)} broken copies noticed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
