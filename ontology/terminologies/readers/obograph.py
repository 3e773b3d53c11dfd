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
    """Read the classes of all graphs in a file; nodes and edges that are built in another way are passed over."""
    for read, kind in ((_node, "nodes"), (_edge, "edges")):
        for item in _items(path, f"graphs.item.{kind}.item"):
            try:
                yield from read(item)
            except (AttributeError, KeyError, TypeError):
                notes.skip(None, f"this is none of the {kind} of an OBO Graph: {str(item)[:60]}")
    for meta in _items(path, "graphs.item.meta"):
        _read_meta(meta, header)


def _read_meta(meta: Any, header: Header) -> None:
    if isinstance(meta, dict):
        said = cast("dict[str, Any]", meta)
        header.version = header.version or str(said.get("version") or "")
        for value in said.get("basicPropertyValues") or ():
            header.state(str(value.get("pred")), str(value.get("val")))


def _items(path: Path, prefix: str) -> Iterator[Any]:
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


def _edge(edge: dict[str, Any]) -> list[Record]:
    if edge["pred"] in ("is_a", "subClassOf"):
        return [Record(str(edge["sub"]), parents=(str(edge["obj"]),), defines=False)]
    return []


def _node(node: dict[str, Any]) -> list[Record]:
    """Read a node as the statements that it stands for."""
    if node.get("type") == "PROPERTY":
        return []
    meta: Any = node.get("meta") or cast(Any, {})
    said = [(LABEL, node.get("lbl") or "")]
    said += [(_SCOPES + item["pred"].rpartition("#")[2], item["val"]) for item in meta.get("synonyms") or ()]
    said += [(f"{_SCOPES}hasDbXref", item["val"]) for item in meta.get("xrefs") or ()]
    said += [(item["pred"], item["val"]) for item in meta.get("basicPropertyValues") or ()]
    said += [("http://www.w3.org/2002/07/owl#deprecated", "true")] if meta.get("deprecated") else []
    terms = Terms()
    for predicate, value in said:
        terms.add(str(node["id"]), predicate, str(value))
    return list(terms.records())
