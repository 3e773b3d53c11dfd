"""`trialgraph ground`: what a name means, and why."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from ..tables import print_table
from ..terminal import print_json, print_lines
from .options import IndexOption, JsonOption

if TYPE_CHECKING:
    from ...ontology.grounding import Candidate, Grounder, Grounding
    from ...ontology.terminologies import TerminologyIndex

EXPLAINED: Final = 0.6
"""How near to the best candidate others are shown; reading a document looks less far."""


def ground(
    name: Annotated[str, typer.Argument(metavar="NAME", help="As a document writes it.")],
    *,
    kind: Annotated[
        list[str] | None, typer.Option(metavar="KIND", help="Drug, Disease, AdverseEvent, Unit, …; repeatable.")
    ] = None,
    only: Annotated[
        list[str] | None, typer.Option(metavar="PREFIX", help="Lead to this vocabulary (MESH, MONDO, …); repeatable.")
    ] = None,
    document: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The document: its abbreviations and its other names count.")
    ] = None,
    index: IndexOption = None,
    json: JsonOption = False,
) -> None:
    """Tell what a name means: all candidates with their identifiers, scores and reasons, and the choice.

    For example:

      trialgraph ground "anti-CD38 antibody"

      trialgraph ground PR --document paper.pdf --kind Endpoint --json
    """
    from ...ontology.grounding import Grounder
    from ...ontology.lexicon import load_lexicon

    prefixes = [prefix.upper() for prefix in only or ()]
    grounder = Grounder(load_lexicon(), _index(index), prefixes=prefixes)
    found = _ground(grounder, name, kind or [], document)
    if json:
        print_json(_plain(found))
        return
    print_lines(_choice(found))
    rows = [(f"{one.score:.2f}", one.curie, one.label, one.source, "; ".join(one.reasons)) for one in found.candidates]
    print_table("Candidates", ("score", "identifier", "name", "source", "reasons"), rows)


def _index(folder: Path | None) -> "TerminologyIndex | None":
    """Open the index named, or the user's own where there is one."""
    from ...ontology.terminologies import TerminologyIndex, default_folder

    if folder is None and not any(default_folder().glob("*.sqlite")):
        return None
    return TerminologyIndex.open(folder or default_folder())


def _ground(grounder: "Grounder", name: str, kinds: list[str], document: Path | None) -> "Grounding":
    if document is None:
        return grounder.ground(name, kinds=kinds, near=EXPLAINED)
    from ...extract import read_documents
    from ...extract.language.abbreviations import find_definitions

    text = "\n".join(found.text for found in read_documents(document))
    abbreviations = {definition.short: definition.long for definition in find_definitions(text)}
    return grounder.ground(name, kinds=kinds, abbreviations=abbreviations, context=text, near=EXPLAINED)


def _choice(found: "Grounding") -> list[tuple[int, str, str]]:
    choice = found.choice
    if choice is None:
        return [(0, f"{found.text}: nothing is close enough", "bold")]
    what = f" ({choice.kind})" if choice.kind else ""
    lines = [(0, f"{found.text}: {choice.label}{what}, {choice.score:.2f}", "bold")]
    identifiers = [f"{mapping.relation} match {mapping.curie}" for mapping in choice.mappings]
    if not choice.mappings and choice.curie:
        identifiers = [f"{choice.match} match {choice.curie}"]
    return [*lines, *((2, text, "") for text in identifiers or ["no vocabulary that we know has a term for it"])]


def _plain(found: "Grounding") -> dict[str, Any]:
    candidates = [_candidate(one) for one in found.candidates]
    return {"text": found.text, "choice": candidates[0] if found.choice else None, "candidates": candidates}


def _candidate(one: "Candidate") -> dict[str, Any]:
    mappings = [{"curie": mapping.curie, "relation": mapping.relation} for mapping in one.mappings]
    about = {"label": one.label, "kind": one.kind, "identifier": one.curie, "match": one.match, "source": one.source}
    return {**about, "score": round(one.score, 4), "reasons": [*one.reasons], "mappings": mappings}
