"""Web pages: the article on the page, without scripts, menus and other furniture."""

import re
from collections.abc import Iterator
from pathlib import Path

from ...ontology.document import Document, DocumentKind
from ...ontology.errors import DocumentError
from ..layout import kind_of
from .draft import Draft, one_line
from .markup import Dialect, Element, flow, grid, parse_html, tag, text_of
from .sources import doi, identifier_of, own_identifiers, read_bytes, read_text, source_of

SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = frozenset(
    {"p", "div", "section", "article", "main", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "pre", "figure", "br"}
    | {"figcaption", "address", "hr", "details", "summary", "caption", "td", "th", "tr", "center", "fieldset"}
)
_SKIPPED = frozenset(
    {"script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button", "svg", "iframe", "select"}
    | {"object", "embed", "canvas", "head", "dialog", "audio", "video", "math", "textarea", "input"}
)
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|sidebar|breadcrumbs?|cookies?|footer|advert\w*|ads?|share|sharing|social|"
    r"related|newsletter|comments|promo|popup|modal|skip|banner|usa-banner|toolbar|subscribe)(?:$|[\s_-])",
    re.IGNORECASE,
)
_FURNITURE_ROLES = frozenset({"navigation", "banner", "contentinfo", "search", "complementary", "dialog"})
_DATE_FIELDS = (
    *("citation_publication_date", "citation_online_date", "article:published_time", "datepublished", "dc.date"),
    *("dcterms.issued", "date", "pubdate"),
)


class _Page(Dialect):
    """Leaves out what its tag, role or class tells to be furniture, what is hidden, and raised links to notes."""

    def leaves_out(self, element: Element) -> bool:
        hidden = "hidden" in element.attrib or element.get("aria-hidden") == "true"
        named = f"{element.get('class', '')} {element.get('id', '')}"
        furniture = _FURNITURE.search(named) is not None and not _holds_article(element)
        raised = tag(element) == "sup" and element.find(".//a") is not None
        return hidden or furniture or raised or element.get("role") in _FURNITURE_ROLES or tag(element) in self.skipped


def _holds_article(element: Element) -> bool:
    """Tell whether an element is, or has in it, what a page is about, whatever its class says of it."""
    return next(element.iter("body", "main", "article", "h1"), None) is not None


_INLINE = _Page(skipped=_SKIPPED, blocks=_BLOCKS)
_BODY = _Page(skipped=_SKIPPED, blocks=_BLOCKS, handed_back=_HEADINGS | {"table"})


def can_read(path: Path, head: bytes) -> bool:
    """Tell whether the name is that of a web page."""
    return path.suffix.lower() in SUFFIXES


def read(path: Path) -> Iterator[Document]:
    """Read a web page; raises `DocumentError`."""
    declared = re.search(rb"charset=[\"']?([\w-]{2,20})", read_bytes(path)[:4096], re.IGNORECASE)
    yield document_of(path, read_text(path, declared[1].decode("ascii", "replace") if declared else ""))


def document_of(path: Path, page: str, *, title: str = "", issued: str = "") -> Document:
    """Make a document of the text of a web page; raises `DocumentError` where there is nothing on it."""
    root = parse_html(page)
    if root is None:
        raise DocumentError("no page in it", where=source_of(path), remedy="leave it out")
    fields = _fields(root)
    draft = Draft()
    add(draft, _article(root))
    heading = root.find(".//h1")
    name = (
        title
        or fields.get("citation_title", "")
        or text_of(heading, _INLINE)
        or text_of(root.find(".//title"), _INLINE)
    )
    return draft.document(
        identifier=identifier_of(path),
        source=source_of(path),
        title=name,
        issued=issued or _issued(root, fields),
        kind=_kind(fields, draft.text),
        identifiers=_identifiers(fields) or own_identifiers(draft.text),
        licence=fields.get("dc.rights", ""),
    )


def add(draft: Draft, part: Element) -> None:
    """Append what is inside an element, block by block."""
    buffer: list[str] = []
    for piece in (*flow(part, _BODY), None):
        if isinstance(piece, str):
            buffer.append(piece)
            continue
        draft.paragraph("".join(buffer))
        buffer.clear()
        if piece is None or _BODY.leaves_out(piece):
            continue
        if tag(piece) == "table":
            _add_table(draft, piece)
        else:
            draft.heading(text_of(piece, _INLINE))


def _add_table(draft: Draft, table: Element) -> None:
    """Append a table; one that only lays out the page is read as the blocks in it."""
    blocks = {tag(element) for element in table.iter() if element is not table}
    if "table" in blocks or table.get("role") == "presentation" or (blocks & {"p", "h1", "h2"} and _rows(table) < 2):
        add(draft, table)
    else:
        draft.table(grid(table, _INLINE), caption=text_of(table.find("caption"), _INLINE))


def _rows(table: Element) -> int:
    return sum(1 for _ in table.iter("tr"))


def _article(root: Element) -> Element:
    """Choose the part of the page that is the text: `main`, the only `article`, or else the whole body."""
    main = root.find(".//main")
    articles = list(root.iterfind(".//article"))
    body = root.find(".//body")
    chosen = main if main is not None else articles[0] if len(articles) == 1 else body
    return root if chosen is None else chosen


def _fields(root: Element) -> dict[str, str]:
    """Give the page's metadata by name in lower case; the first of several counts."""
    fields: dict[str, str] = {}
    for meta in root.iter("meta"):
        key = meta.get("name") or meta.get("property") or meta.get("itemprop") or ""
        fields.setdefault(key.lower(), one_line(meta.get("content", "")))
    return fields


def _issued(root: Element, fields: dict[str, str]) -> str:
    stamps = [fields.get(field, "") for field in _DATE_FIELDS] + [
        time.get("datetime", "") for time in root.iter("time")
    ]
    for stamp in stamps:
        if match := re.match(r"(\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?(?!\d)", stamp):
            return "-".join(part.zfill(2) for part in match.groups() if part)
    return ""


def _identifiers(fields: dict[str, str]) -> tuple[str, ...]:
    named = fields.get("citation_doi", "") or fields.get("dc.identifier", "") or fields.get("prism.doi", "")
    pubmed = fields.get("citation_pmid", "")
    return (*doi(named), *((f"pmid:{pubmed}",) if pubmed.isdecimal() else ()))


def _kind(fields: dict[str, str], text: str) -> DocumentKind:
    """Tell a page that carries a paper, which its publisher marks for citation; judge others by their text."""
    if "citation_abstract_html_url" in fields and "citation_pdf_url" not in fields:
        return "abstract"
    return "paper" if "citation_title" in fields or "citation_doi" in fields else kind_of(text)
