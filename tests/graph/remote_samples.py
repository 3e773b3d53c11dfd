"""Documents for graphs that lie behind an endpoint, and the engines that answer there."""

import sys
from functools import partial
from pathlib import Path

from graph_samples import CFZ, FewWords, hazard_ratio, read, targets
from trialgraph.graph.remote import RemoteGraph
from trialgraph.ontology.facts import Trial, TrialAttribute

sys.path.append(str(Path(__file__).parents[1]))
from sparql_server import Oxigraph, Rdflib, serve

__all__ = ["ENGINES", "NAMED", "NUMBERED", "OTHER", "Oxigraph", "asked", "connect", "serve"]
ENGINES = {"oxigraph": Oxigraph, "rdflib": Rdflib, "rdflib, union": partial(Rdflib, union=True)}
NUMBERED = read("a", TrialAttribute(trial=Trial("", ("NCT03275285",)), attribute="phase", value="3"), targets())
NAMED = read("b", hazard_ratio(), targets())
OTHER = read("c", hazard_ratio(value=hazard_ratio().value + 1), targets(CFZ), assertion="negated")


def connect(server):
    return RemoteGraph(server.address, lexicon=FewWords())


def asked(server, method):
    return sum(line == f"{method} /store" for line in server.asked)
