"""Marked-up documents without risk: no entity resolved, nothing fetched, a broken file told of in one line."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Any, Protocol, cast

from lxml import etree  # pyright: ignore[reportMissingTypeStubs, reportAttributeAccessIssue, reportUnknownVariableType]

from ...ontology.errors import DocumentError
from .draft import GridCell, one_line
from .sources import read_bytes, source_of


class Element(Protocol):
    """What is used of an lxml element, with types, which lxml itself does not state."""

    tag: object
    text: str | None
    tail: str | None

    @property
    def attrib(self) -> Mapping[str, str]: ...  # noqa: D102
    def __iter__(self) -> Iterator["Element"]: ...
    def get(self, key: str, default: str = ..., /) -> str: ...  # noqa: D102
    def find(self, path: str, /) -> "Element | None": ...  # noqa: D102
    def findtext(self, path: str, /) -> str | None: ...  # noqa: D102
    def iterfind(self, path: str, /) -> Iterator["Element"]: ...  # noqa: D102
    def iter(self, *tags: str) -> Iterator["Element"]: ...  # noqa: D102
    def iterancestors(self, *tags: str) -> Iterator["Element"]: ...  # noqa: D102
    def itertext(self) -> Iterator[str]: ...  # noqa: D102
    def getparent(self) -> "Element | None": ...  # noqa: D102
    def remove(self, element: "Element", /) -> None: ...  # noqa: D102


_MOST_SPANNED = 100
"""The most rows or columns that a cell is taken to span; what claims more is a mistake or an attack."""
_FOOTNOTE_MARK = re.compile(r"[a-z*†‡§¶‖#](?:[\s,]*[a-z*†‡§¶‖#])*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """How a kind of markup is read: elements left out, elements that stand apart, elements handed back as they are."""

    skipped: frozenset[str]
    blocks: frozenset[str]
    handed_back: frozenset[str] = frozenset()

    def leaves_out(self, element: Element) -> bool:
        """Tell whether an element and all inside it is passed over."""
        return tag(element) in self.skipped


def parse_xml(path: Path) -> Element:
    """Parse a file; raises `DocumentError` for broken XML and for XML that brings entities of its own."""
    library = cast("Any", etree)
    data = read_bytes(path)
    if b"<!ENTITY" in data.replace(b"\0", b""):
        what = "the XML declares entities of its own, which are never resolved"
        raise DocumentError(what, where=source_of(path), remedy="write their text out and drop the declarations")
    try:
        parser = library.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        return cast("Element", library.fromstring(data, parser))
    except (library.XMLSyntaxError, ValueError) as error:
        where = f"{source_of(path)}, line {getattr(error, 'lineno', None) or 1}"
        what = f"broken XML ({one_line(str(error)).partition(', line ')[0][:120]})"
        raise DocumentError(what, where=where, remedy="repair the file or leave it out") from error


def parse_html(page: str) -> Element | None:
    """Parse a page as a browser would, mistakes included; `None` where there is nothing in it."""
    library = cast("Any", etree)
    parser = library.HTMLParser(no_network=True, remove_comments=True, encoding="utf-8")
    return cast("Element | None", library.fromstring(page.encode("utf-8", "replace"), parser)) if page.strip() else None


def tag(element: Element) -> str:
    """Give an element's local name in lower case; empty for a comment or an instruction."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def flow(element: Element, dialect: Dialect) -> Iterator[str | Element | None]:
    """Give what is inside an element in reading order: text, `None` between blocks, elements that are handed back."""
    last = ""
    stack: list[str | Element | None] = list(reversed(_inside(element)))
    while stack:
        node = stack.pop()
        if node is None or isinstance(node, str):
            last = (node or " ")[-1]
            if node != "":
                yield node
        elif tag(node) in dialect.handed_back:
            yield node
        elif not dialect.leaves_out(node):
            apart = tag(node) in dialect.blocks
            inside = [None, *_inside(node), None] if apart else _inside(node)
            if (
                tag(node) == "sup"
                and last.isdigit()
                and (node.text or "").strip()[:1] in tuple("0123456789-+\u2212\u2013")
            ):
                yield "^"
            stack.extend(reversed(inside))


def _inside(node: Element) -> list[str | Element | None]:
    found: list[str | Element | None] = [node.text or ""]
    for child in node:
        if tag(child):
            found.append(child)
        found.append(child.tail or "")
    return found


def text_of(element: Element | None, dialect: Dialect) -> str:
    """Give the text inside an element on one line; elements that would be handed back are left out."""
    if element is None:
        return ""
    parts = (part if isinstance(part, str) else " " for part in flow(element, dialect))
    return one_line("".join(parts))


def grid(table: Element, dialect: Dialect) -> Iterator[GridCell]:
    """Lay out the cells of a table, row and column spans counted in; cells of the head are headers."""
    rows = [row for row in table.iter("{*}tr", "tr") if next(row.iterancestors("{*}table", "table"), table) is table]
    head = _head_rows(rows)
    taken: dict[int, int] = {}
    for number, row in enumerate(rows):
        column = 0
        for cell in (child for child in row if tag(child) in {"td", "th"}):
            while taken.get(column, 0) > number:
                column += 1
            tall = min(_span(cell, "rowspan"), len(rows) - number)
            wide = _span(cell, "colspan")
            taken.update(dict.fromkeys(range(column, column + wide), number + tall))
            yield GridCell(
                text=_cell_text(cell, dialect),
                row=number,
                column=column,
                row_span=tall,
                column_span=wide,
                header=number < head,
            )
            column += wide


def _head_rows(rows: list[Element]) -> int:
    """Count the rows at the top that are the table's head: those in `thead`, or with nothing but `th`."""
    in_head = sum(1 for row in rows if next(row.iterancestors("{*}thead", "thead"), None) is not None)
    only_th = takewhile(lambda row: {tag(cell) for cell in row if tag(cell)} == {"th"}, rows)
    return in_head or sum(1 for _ in only_th)


def _span(cell: Element, attribute: str) -> int:
    value = cell.get(attribute, "1").strip()
    return max(1, min(int(value), _MOST_SPANNED)) if value.isdecimal() and len(value) < 9 else 1


def _cell_text(cell: Element, dialect: Dialect) -> str:
    """Give a cell's text without the raised letters and signs that point to footnotes."""
    for raised in list(cell.iter("{*}sup", "sup")):
        if _FOOTNOTE_MARK.fullmatch("".join(raised.itertext()).strip()):
            raised.text = None
            for inner in list(raised):
                raised.remove(inner)
    return text_of(cell, dialect)
