"""What an installation needs in order to work, each tried rather than assumed."""

import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, metadata, requires, version
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Literal

from ..ontology.errors import TrialgraphError

Verdict = Literal["fine", "missing", "broken"]
EXTRAS: Final = {"cluster": ("distributed", "build --cluster"), "parquet": ("pyarrow", "export --format parquet")}
"""What each extra brings: the module to look for, and what cannot be done without it."""
_SENTENCE: Final = "Isatuximab targets CD38."


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: what it is, how it is, and what there is to know or to do about it."""

    what: str
    verdict: Verdict
    note: str


def examine(store: str = "") -> Iterator[Finding]:
    """Try each part of the installation, then a graph, if one is named; what is `missing` is optional."""
    yield Finding("Python", "fine", ".".join(map(str, sys.version_info[:3])))
    yield _tried("packages", _packages)
    yield _tried("lexicon and vocabulary", _vocabulary)
    yield _tried("language models", _reading)
    yield _tried("catalogue of questions", _catalogue)
    yield _tried("full-text search of SQLite", _full_text)
    yield _tried("a graph on this disk", _storing)
    for extra, (module, purpose) in EXTRAS.items():
        there = find_spec(module) is not None
        remedy = f"for `{purpose}`: python -m pip install 'trialgraph[{extra}]'"
        yield Finding(f"extra {extra}", "fine" if there else "missing", version(module) if there else remedy)
    if store:
        yield _tried(f"the graph in {store}", lambda: _graph(store))


def _tried(what: str, look: Callable[[], str]) -> Finding:
    try:
        return Finding(what, "fine", look())
    except (TrialgraphError, OSError, ImportError, ValueError, sqlite3.Error) as error:
        return Finding(what, "broken", str(error))


def _packages() -> str:
    """Compare what is installed with what this version asks for."""
    from packaging.requirements import Requirement

    needed = [Requirement(line) for line in requires("trialgraph") or []]
    needed = [n for n in needed if n.marker is None or n.marker.evaluate({"extra": ""})]
    wrong = [complaint for n in needed if (complaint := _complaint(n.name, str(n.specifier), n.specifier.contains))]
    if wrong:
        raise ImportError(f"{'; '.join(wrong)}; install trialgraph again: python -m pip install --upgrade trialgraph")
    return f"trialgraph {version('trialgraph')} and the {len(needed)} packages that it needs"


def _complaint(name: str, wanted: str, fits: Callable[[str], bool]) -> str:
    try:
        there = metadata(name)["Version"]
    except PackageNotFoundError:
        return f"{name} is not installed"
    return "" if fits(there) else f"{name} is {there}, wanted is {wanted}"


def _vocabulary() -> str:
    from ..ontology.lexicon import load_lexicon

    return f"{sum(1 for _ in load_lexicon().entries())} concepts"


def _reading() -> str:
    from ..extract.extractor import Extractor
    from ..ontology.document import Document

    reading = Extractor().read(Document(identifier="note", source="note", text=_SENTENCE))
    if not reading.facts:
        raise ValueError("nothing is read out of a simple sentence; install trialgraph again")
    return "a sentence is read"


def _catalogue() -> str:
    from ..queries import catalogue

    return f"{len(catalogue())} questions"


def _full_text() -> str:
    with sqlite3.connect(":memory:") as memory:
        memory.execute("CREATE VIRTUAL TABLE words USING fts5(word)")
    return f"SQLite {sqlite3.sqlite_version}"


def _storing() -> str:
    from ..graph import KnowledgeGraph
    from ..ontology.document import Document
    from ..ontology.facts import Reading

    with tempfile.TemporaryDirectory() as folder, KnowledgeGraph(Path(folder) / "graph") as graph:
        graph.add(Document(identifier="note", source="note", text=_SENTENCE), Reading(facts=()))
        return f"a document is stored, with Oxigraph {version('pyoxigraph')}"


def _graph(place: str) -> str:
    from .commands.options import open_graph

    with open_graph(place) as graph:
        return f"{len(graph.documents())} documents"
