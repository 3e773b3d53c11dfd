"""Journal articles in JATS, the XML of PubMed Central."""

from collections.abc import Iterator
from pathlib import Path

from ...ontology.document import Document
from ...ontology.errors import DocumentError
from .draft import Draft
from .markup import Dialect, Element, flow, grid, parse_xml, tag, text_of
from .sources import identifier_of, source_of, trial_numbers

SUFFIXES = frozenset({".xml", ".nxml"})
_BLOCKS = frozenset(
    {"p", "sec", "list", "list-item", "disp-quote", "def-item", "title", "label", "caption", "break", "disp-formula"}
)
_SKIPPED = frozenset(
    {"tex-math", "graphic", "media", "supplementary-material", "object-id", "alternatives", "ref-list", "fn-group"}
    | {"citation", "inline-graphic", "permissions", "related-article", "custom-meta-group"}
)


class _Jats(Dialect):
    """Leaves out, beside its list, the marks that point to references and footnotes."""

    def leaves_out(self, element: Element) -> bool:
        if tag(element) == "xref":
            return element.get("ref-type") in {"fn", "table-fn", "aff", "corresp"} or _raised(element)
        return tag(element) in self.skipped


_INLINE = _Jats(skipped=_SKIPPED, blocks=_BLOCKS)
_BODY = _Jats(skipped=_SKIPPED, blocks=_BLOCKS, handed_back=frozenset({"title", "table-wrap", "fig"}))


def can_read(path: Path, head: bytes) -> bool:
    """Tell whether the file begins as a JATS article."""
    return path.suffix.lower() in SUFFIXES and b"<article" in head.replace(b"\0", b"")


def read(path: Path) -> Iterator[Document]:
    """Read an article: title, abstracts, body and floating tables; raises `DocumentError`."""
    root = parse_xml(path)
    article = root if tag(root) == "article" else root.find(".//{*}article")
    if article is None:
        raise DocumentError("XML without an article in it", where=source_of(path), remedy="leave it out")
    title = text_of(article.find("{*}front//{*}article-title"), _INLINE)
    draft = Draft()
    draft.paragraph(title)
    for part in article.iterfind("{*}front//{*}abstract"):
        if part.find("{*}title") is None:
            draft.heading("Abstract")
        _add(draft, part)
    for place in ("{*}body", "{*}floats-group", "{*}back/{*}app-group"):
        for part in article.iterfind(place):
            _add(draft, part)
    yield draft.document(
        identifier=identifier_of(path),
        source=source_of(path),
        title=title,
        issued=_issued(article),
        kind="paper" if article.find("{*}body") is not None else "abstract",
        identifiers=_identifiers(article),
        licence=_licence(article),
    )


def _add(draft: Draft, part: Element) -> None:
    """Append what is inside an element, block by block."""
    buffer: list[str] = []
    for piece in (*flow(part, _BODY), None):
        if isinstance(piece, str):
            buffer.append(piece)
            continue
        draft.paragraph("".join(buffer))
        buffer.clear()
        if piece is not None:
            _add_special(draft, piece)


def _add_special(draft: Draft, element: Element) -> None:
    if tag(element) == "title":
        draft.heading(text_of(element, _INLINE))
        return
    caption = f"{text_of(element.find('{*}label'), _INLINE)}. {text_of(element.find('{*}caption'), _INLINE)}".strip(
        ". "
    )
    tables = list(element.iter("{*}table", "table"))
    if tag(element) == "fig" or not tables:
        draft.paragraph(caption)
        return
    notes = " ".join(text_of(foot, _INLINE) for foot in element.iterfind("{*}table-wrap-foot"))
    for table in tables:
        draft.table(grid(table, _INLINE), caption=caption, footnotes=notes)


def _raised(reference: Element) -> bool:
    """Tell whether a reference is a raised number, as against `(Author, 2011)` or `[12]` in the line."""
    parent = reference.getparent()
    return reference.find("{*}sup") is not None or (parent is not None and tag(parent) == "sup")


def _identifiers(article: Element) -> Iterator[str]:
    for number in article.iterfind("{*}front/{*}article-meta/{*}article-id"):
        kind, value = number.get("pub-id-type", ""), (number.text or "").strip()
        if value and kind in {"doi", "pmid"}:
            yield f"{kind}:{value}"
        elif value and kind in {"pmc", "pmcid"}:
            yield f"pmc:PMC{value.removeprefix('PMC')}"
    front = article.find("{*}front")
    yield from trial_numbers("" if front is None else " ".join(front.itertext()))


def _issued(article: Element) -> str:
    """Give the earliest date on which the article was out, in print or before."""
    dates = article.iterfind("{*}front/{*}article-meta/{*}pub-date")
    out = [
        date for date in dates if date.get("pub-type", date.get("date-type", "")) not in {"pmc-release", "collection"}
    ]
    return min((stated for date in out if (stated := _date(date))), default="")


def _date(element: Element) -> str:
    parts = [(element.findtext(f"{{*}}{unit}") or "").strip() for unit in ("year", "month", "day")]
    known = [part.zfill(2) for part in parts[: parts.index("") if "" in parts else 3]]
    return "-".join(known) if all(part.isdecimal() for part in known) else ""


def _licence(article: Element) -> str:
    licence = article.find("{*}front//{*}license")
    if licence is None:
        return ""
    links = [value for key, value in licence.attrib.items() if str(key).endswith("href")]
    return str(links[0]) if links else text_of(licence, _INLINE)
