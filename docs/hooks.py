"""Pages that are made while the site is built: the catalogue of questions, and what an installation brings."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any, Final

from mkdocs.structure.files import File, Files
from trialgraph.queries import CatalogueQuery, catalogue

PROJECT: Final = Path(__file__).parents[1] / "pyproject.toml"
CATALOGUE: Final = """# Catalogue of questions

Each comes with the package: `trialgraph query NAME --param NAME=VALUE`, or `run(graph, load_query("NAME"), {…})`
from Python. A parameter with a question mark may be left out. The SPARQL is a place to start for your own.
"""
DEPENDENCIES: Final = """# Dependencies

What an installation brings, why, and under which licence; a test refuses licences that are not permissive, in what
these bring along, too. Extras are installed by name: `python -m pip install 'trialgraph[cluster]'`.
"""


def on_files(files: Files, config: Any) -> Files:
    """Add the pages."""
    files.append(
        File.generated(config, "catalogue.md", content=CATALOGUE + "".join(map(question, catalogue().values())))
    )
    files.append(File.generated(config, "dependencies.md", content=DEPENDENCIES + dependencies(PROJECT.read_text())))
    return files


def question(query: CatalogueQuery) -> str:
    """Write one question with what it takes and its SPARQL."""
    rows = [
        f"| `{p.name}`{'?' if p.optional else ''} | {p.type} | `{p.example}` | {p.description} |"
        for p in query.parameters
    ]
    takes = ["", "| parameter | type | example | meaning |", "| --- | --- | --- | --- |", *rows] if rows else []
    sparql = [f"    {line}".rstrip() for line in ("```sparql", *query.text.splitlines(), "```")]
    head = ["", f"## {query.name}", "", f"**{query.title}.** {query.answers}", *takes, "", '??? example "SPARQL"', ""]
    return "\n".join([*head, *sparql, ""])


def dependencies(project: str) -> str:
    """Write what the installation needs, then each extra, with the reasons that stand beside them."""
    reasons = dict(re.findall(r'^\s*"([\w.-]+)[^"]*",?[ \t]*# (.+)$', project, flags=re.MULTILINE))
    told = tomllib.loads(project)["project"]
    parts = {"Always": told["dependencies"], **told["optional-dependencies"]}
    return "".join(table(name, needed, reasons) for name, needed in parts.items())


def table(part: str, needed: list[str], reasons: dict[str, str]) -> str:
    """Write one table: package, why, licence."""
    names = [re.split(r"[\s\[<>=!~;]", requirement)[0] for requirement in needed]
    rows = [f"| {name} | {reasons.get(name, '')} | {licence(name)} |" for name in names]
    return "\n".join(["", f"## {part}", "", "| package | for | licence |", "| --- | --- | --- |", *rows, ""])


def licence(name: str) -> str:
    """Tell the licence that an installed package states; empty where it is not installed."""
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return ""
    classified = [line.rsplit(" :: ", 1)[-1] for line in told.get_all("Classifier") or [] if "License ::" in line]
    return told.get("License-Expression") or ", ".join(classified) or (told.get("License") or "").partition("\n")[0]
