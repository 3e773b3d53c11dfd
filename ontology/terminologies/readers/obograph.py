"""OBO Graph JSON, read as a stream: nodes, then edges, then what the file says of itself."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, cast

import ijson  # pyright: ignore[reportMissingTypeStubs]

from ...errors import TerminologyError
from ..opening import opened
from ..records import Header, Notes, Record
from .gathering import LABEL, Terms

_SCOPES: Final = "http://www.geneontology.org/formats/oboInOwl#"


def read_obograph(path: Path, header: Header, notes: Notes) -> Iterator[Record]:
    """Read the classes of all graphs in a file."""
    for node in _items(path, "graphs.item.nodes.item"):
        if "id" in node and node.get("type", "CLASS") != "PROPERTY":
            yield from _node(node)
    for edge in _items(path, "graphs.item.edges.item"):
        if edge.get("pred") in ("is_a", "subClassOf"):
            yield Record(edge["sub"], parents=(edge["obj"],), defines=False)
    for meta in _items(path, "graphs.item.meta"):
        header.version = header.version or meta.get("version", "")
        for value in meta.get("basicPropertyValues", ()):
            header.state(value["pred"], str(value["val"]))


def _items(path: Path, prefix: str) -> Iterator[dict[str, Any]]:
    with opened(path) as stream:
        try:
            yield from cast(Any, ijson).items(stream, prefix)
        except cast(Any, ijson).JSONError as error:
            raise _broken(path) from error


def _broken(path: Path) -> TerminologyError:
    """Find where the JSON breaks: the parser of the stream does not tell."""
    remedy = "the file is cut short or damaged"
    try:
        with opened(path) as stream:
            json.load(stream)
    except json.JSONDecodeError as error:
        return TerminologyError(f"broken JSON ({error.msg})", where=f"{path}, line {error.lineno}", remedy=remedy)
    return TerminologyError("broken JSON", where=str(path), remedy=remedy)


def _node(node: dict[str, Any]) -> Iterator[Record]:
    """Read a node as the statements that it stands for."""
    meta = node.get("meta", {})
    said = [(LABEL, node.get("lbl") or "")]
    said += [(_SCOPES + synonym["pred"].rpartition("#")[2], synonym["val"]) for synonym in meta.get("synonyms", ())]
    said += [(f"{_SCOPES}hasDbXref", xref["val"]) for xref in meta.get("xrefs", ())]
    said += [(value["pred"], str(value["val"])) for value in meta.get("basicPropertyValues", ())]
    said += [("http://www.w3.org/2002/07/owl#deprecated", "true")] if meta.get("deprecated") else []
    terms = Terms()
    for predicate, value in said:
        terms.add(node["id"], predicate, value)
    return terms.records()
