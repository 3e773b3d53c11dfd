"""PubMed records in XML, one or many to a file."""

from collections.abc import Iterator
from pathlib import Path

from ...ontology.document import Document
from ...ontology.errors import DocumentError
from .draft import Draft
from .markup import Dialect, Element, parse_xml, text_of
from .sources import identifier_of, source_of, trial_numbers

SUFFIXES = frozenset({".xml"})
_PLAIN = Dialect(skipped=frozenset(), blocks=frozenset())
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def can_read(path: Path, head: bytes) -> bool:
    """Tell whether the file begins as a set of PubMed records."""
    return path.suffix.lower() in SUFFIXES and b"<PubmedArticle" in head.replace(b"\0", b"")


def read(path: Path) -> Iterator[Document]:
    """Read each record as a document of its own; raises `DocumentError` where there is none."""
    root = parse_xml(path)
    records = list(root.iter("PubmedArticle"))
    if not records:
        raise DocumentError("XML without a PubMed record in it", where=source_of(path), remedy="leave it out")
    for number, record in enumerate(records, start=1):
        pmid = (record.findtext("MedlineCitation/PMID") or "").strip()
        yield _document(record, path, pmid, part="" if len(records) == 1 else pmid or str(number))


def _document(record: Element, path: Path, pmid: str, part: str) -> Document:
    title = text_of(record.find(".//Article/ArticleTitle"), _PLAIN)
    draft = Draft()
    draft.paragraph(title)
    for passage in record.iterfind(".//Article/Abstract/AbstractText"):
        if label := passage.get("Label", ""):
            draft.heading(label)
        draft.paragraph(text_of(passage, _PLAIN))
    return draft.document(
        identifier=identifier_of(path, part),
        source=source_of(path),
        title=title,
        issued=_issued(record),
        kind="abstract",
        identifiers=(*((f"pmid:{pmid}",) if pmid else ()), *_doi(record), *_trials(record)),
        licence=text_of(record.find(".//Article/Abstract/CopyrightInformation"), _PLAIN),
    )


def _doi(record: Element) -> Iterator[str]:
    for number in record.iterfind("PubmedData/ArticleIdList/ArticleId[@IdType='doi']"):
        yield f"doi:{(number.text or '').strip()}"
    for number in record.iterfind(".//Article/ELocationID[@EIdType='doi']"):
        yield f"doi:{(number.text or '').strip()}"


def _trials(record: Element) -> tuple[str, ...]:
    """Give the trial that the record is registered under, from its data banks or else its abstract."""
    banks = " ".join(number.text or "" for number in record.iterfind(".//DataBankList//AccessionNumber"))
    return trial_numbers(banks) or trial_numbers(text_of(record.find(".//Article/Abstract"), _PLAIN))


def _issued(record: Element) -> str:
    """Give the earlier of the electronic and the printed publication's dates."""
    places = (".//Article/ArticleDate", ".//Article/Journal/JournalIssue/PubDate")
    return min((stated for place in places if (stated := _date(record.find(place)))), default="")


def _date(element: Element | None) -> str:
    if element is None:
        return ""
    words = (element.findtext("MedlineDate") or "").replace("-", " ").split()
    parts = [(element.findtext(unit) or "").strip() for unit in ("Year", "Month", "Day")]
    year, month, day = parts if parts[0] else [*words[:2], "", "", ""][:3]
    if not year.isdecimal():
        return ""
    number = (
        _MONTHS.index(month[:3].lower()) + 1 if month[:3].lower() in _MONTHS else int(month) if month.isdecimal() else 0
    )
    if not number:
        return year
    return f"{year}-{number:02}" + (f"-{int(day):02}" if day.isdecimal() else "")
