"""What the pages are made from while the site is built: the catalogue page lists the queries that the package ships."""

from typing import Any

from mkdocs.structure.files import File, Files
from trialgraph.queries import CatalogueQuery, catalogue

HEAD = """# Catalogue of questions

Each comes with the package: `trialgraph query NAME --param NAME=VALUE`, or `run(graph, load_query("NAME"), {…})`
from Python. A parameter with a question mark may be left out. The SPARQL is a place to start for your own.
"""


def on_files(files: Files, config: Any) -> Files:
    """Add the page."""
    text = HEAD + "".join(map(section, catalogue().values()))
    files.append(File.generated(config, "catalogue.md", content=text))
    return files


def section(query: CatalogueQuery) -> str:
    """Write one question with what it takes and its SPARQL."""
    rows = [
        f"| `{p.name}`{'?' if p.optional else ''} | {p.type} | `{p.example}` | {p.description} |"
        for p in query.parameters
    ]
    takes = ["", "| parameter | type | example | meaning |", "| --- | --- | --- | --- |", *rows] if rows else []
    return "\n".join(
        [
            "",
            f"## {query.name}",
            "",
            f"**{query.title}.** {query.answers}",
            *takes,
            "",
            '??? example "SPARQL"',
            "",
            "    ```sparql",
            *(f"    {line}".rstrip() for line in query.text.splitlines()),
            "    ```",
            "",
        ]
    )
