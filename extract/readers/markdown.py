"""Markdown, with tables; read as the page that it stands for."""

import re
from collections.abc import Iterator
from pathlib import Path

from markdown_it import MarkdownIt

from ...ontology.document import Document
from . import web_page
from .draft import one_line
from .sources import read_text

SUFFIXES = frozenset({".md", ".markdown"})
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_FIELD = re.compile(r"^(\w+):(.*)$", re.MULTILINE)


def can_read(path: Path, head: bytes) -> bool:
    """Tell whether the name is that of a Markdown file."""
    return path.suffix.lower() in SUFFIXES


def read(path: Path) -> Iterator[Document]:
    """Read a Markdown file; title and date are taken from its front matter if it has any. Raises `DocumentError`."""
    text = read_text(path)
    front = _FRONT_MATTER.match(text)
    fields = {key.lower(): value.strip().strip("\"'") for key, value in _FIELD.findall(front[1])} if front else {}
    page = MarkdownIt("commonmark").enable("table").render(text[front.end() :] if front else text)
    yield web_page.document_of(
        path, page, title=one_line(fields.get("title", "")), issued=_date(fields.get("date", ""))
    )


def _date(value: str) -> str:
    match = re.match(r"\d{4}(?:-\d\d(?:-\d\d)?)?(?!\d)", value)
    return match[0] if match else ""
