"""Make `docs/vocabulary.md` from the vocabulary: diagrams, and every term with meaning, example and counterparts.

    python docs/make_vocabulary.py

(pyLODE leaves out alignments, property chains and individuals, which are what one looks for here.)
"""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from rdflib import DCTERMS, OWL, RDF, RDFS, SKOS, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

ROOT: Final = Path(__file__).parents[1]
PAGE: Final = ROOT / "docs" / "vocabulary.md"
TG: Final = Namespace("https://w3id.org/trialgraph/")
VOCABULARY: Final = Graph().parse(ROOT / "ontology" / "trialgraph.ttl")
FOREIGN: Final = Graph().parse(ROOT / "ontology" / "alignments.ttl")
SECTIONS: Final = {
    "Classes": OWL.Class,
    "Relations": OWL.ObjectProperty,
    "Attributes": OWL.DatatypeProperty,
    "Values": OWL.NamedIndividual,
}
COUNTERPARTS: Final = {
    RDFS.subClassOf: "a kind of",
    RDFS.subPropertyOf: "narrower than",
    SKOS.exactMatch: "the same as",
    SKOS.closeMatch: "close to",
    SKOS.broadMatch: "narrower than",
    SKOS.relatedMatch: "related to",
}


def name(node: Node) -> str:
    """Name a term of ours, a datatype, or one of several: `Drug or DrugClass`."""
    union = VOCABULARY.value(node, OWL.unionOf)
    if union is not None:
        return " or ".join(name(member) for member in Collection(VOCABULARY, union))
    return str(node).removeprefix(TG).rsplit("#")[-1]


def ours(kind: Node) -> list[URIRef]:
    """List the terms of a kind that are our own, by name."""
    found = {term for term in VOCABULARY.subjects(RDF.type, kind) if isinstance(term, URIRef)}
    return sorted(term for term in found if term.startswith(TG))


def under(parent: Node) -> set[Node]:
    """Give a class and all that is below it."""
    return set(VOCABULARY.transitive_subjects(RDFS.subClassOf, parent))


def members(node: Node | None) -> list[Node]:
    """Give the classes that a domain or a range stands for."""
    union = VOCABULARY.value(node, OWL.unionOf) if node is not None else None
    return [*Collection(VOCABULARY, union)] if union is not None else [node] if node is not None else []


def diagram(shown: set[Node]) -> str:
    """Draw classes and the relations between them; a thick arrow leads from a class to a wider one."""
    lines = [f"    {name(c)} ==> {name(p)}" for c, p in VOCABULARY.subject_objects(RDFS.subClassOf) if {c, p} <= shown]
    arrows: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for term in ours(OWL.ObjectProperty):
        for start in members(VOCABULARY.value(term, RDFS.domain)):
            for end in members(VOCABULARY.value(term, RDFS.range)):
                if {start, end} <= shown:
                    arrows[name(start), name(end)].append(name(term))
    lines += [f'    {start} -- "{", ".join(terms)}" --> {end}' for (start, end), terms in arrows.items()]
    return "\n".join(["```mermaid", "flowchart LR", *sorted(lines), "```"])


def meaning(term: Node) -> str:
    """Tell what a term means, with an example."""
    return f"{VOCABULARY.value(term, SKOS.definition)} *{VOCABULARY.value(term, SKOS.example)}*"


def place(term: Node) -> str:
    """Tell where a term belongs: wider classes, domain and range, what it follows from, the text it stands for."""
    wider = [name(c) for p in (RDFS.subClassOf, RDF.type) for c in VOCABULARY.objects(term, p) if str(c).startswith(TG)]
    ends = [" or ".join(map(name, members(VOCABULARY.value(term, end)))) for end in (RDFS.domain, RDFS.range)]
    chains = [Collection(VOCABULARY, chain) for chain in VOCABULARY.objects(term, OWL.propertyChainAxiom)]
    told = [
        *sorted(wider),
        " → ".join(ends) if any(ends) else "",
        *(f"follows from {' and '.join(map(name, chain))}" for chain in chains),
        *(f"written `{text}`" for text in sorted(VOCABULARY.objects(term, SKOS.notation))),
    ]
    return "; ".join(filter(None, told))


def counterparts(term: Node) -> str:
    """Tell what other vocabularies have."""
    found = [
        f"{word} [{FOREIGN.value(other, RDFS.label)}]({other}) ({home(other)})"
        for relation, word in COUNTERPARTS.items()
        for other in sorted(VOCABULARY.objects(term, relation))
        if not str(other).startswith(TG)
    ]
    return "; ".join(found)


def home(other: Node) -> str:
    """Name the vocabulary that a foreign term comes from."""
    return str(FOREIGN.value(FOREIGN.value(other, RDFS.isDefinedBy), RDFS.label))


def table(terms: Iterable[URIRef]) -> str:
    """Make a table of terms."""
    rows = [(f"`tg:{name(term)}`", meaning(term), place(term), counterparts(term)) for term in terms]
    lines = [" | ".join(cell.replace("|", "\\|") for cell in row) for row in rows]
    return "\n".join(
        ["| term | meaning | place | elsewhere |", "| --- | --- | --- | --- |", *(f"| {x} |" for x in lines)]
    )


def page() -> str:
    """Write the whole page."""
    ontology = TG.ontology
    title, text, version = (
        VOCABULARY.value(ontology, p) for p in (DCTERMS.title, DCTERMS.description, OWL.versionInfo)
    )
    concepts, coded = under(TG.Concept), under(TG.CodedValue)
    rest = {*ours(OWL.Class)} - concepts - coded | {TG.Concept}
    return (
        "\n\n".join(
            [
                "# The terms of the vocabulary",
                f"**{title}**. {' '.join(str(text).split())}",
                f"Version {version}, <{VOCABULARY.value(ontology, OWL.versionIRI)}>; licence"
                f" <{VOCABULARY.value(ontology, DCTERMS.license)}>. Made from `ontology/trialgraph.ttl` and"
                " `ontology/alignments.ttl` by `python docs/make_vocabulary.py`; the ideas behind it are in"
                " [ontology.md](ontology.md).",
                "## Claims, trials, evidence",
                diagram(rest),
                "## Concepts",
                diagram(concepts),
                *(part for heading, kind in SECTIONS.items() for part in (f"## {heading}", table(ours(kind)))),
            ]
        )
        + "\n"
    )


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
