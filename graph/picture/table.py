"""The facts as an HTML table with their sentences: what a screen reader, a printer or a citation needs."""

from collections.abc import Iterable, Mapping
from html import escape
from pathlib import PurePath
from typing import Final

from ..iris import document_iri
from ..view import DocumentSummary, Sentence
from .facts import Fact

_NO_HTML: Final = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127, *range(55296, 57344)), "�")


def text(value: str) -> str:
    """Make any text harmless in HTML, in an element as in an attribute.

    >>> text('<a title="b">')
    '&lt;a title=&quot;b&quot;&gt;'
    """
    return escape(value.translate(_NO_HTML))


def fact_rows(facts: Mapping[str, Fact], documents: Iterable[DocumentSummary]) -> str:
    """Give a row for each fact; its sentences lie in a list, which the evidence panel copies."""
    titles = {document_iri(document.identifier).value: _title(document) for document in documents}
    return "\n".join(_row(key, fact, titles) for key, fact in facts.items())


def _row(key: str, fact: Fact, titles: Mapping[str, str]) -> str:
    sentences = "".join(_sentence(sentence, titles) for sentence in fact.sentences)
    heading = f'<th scope="row"><bdi>{text(fact.text)}</bdi></th>'
    return f'<tr id="{key}">{heading}<td><ul class="sentences">{sentences}</ul></td></tr>'


def _sentence(sentence: Sentence, titles: Mapping[str, str]) -> str:
    known = sentence.start is not None and sentence.end is not None
    about = {
        "document": titles.get(sentence.document, sentence.document),
        "section": sentence.section,
        "offsets": f"characters {sentence.start}–{sentence.end}" if known else "",
        f"assertion {sentence.assertion}": sentence.assertion,
        "confidence": f"confidence {sentence.confidence:.2f}" if sentence.confidence is not None else "",
    }
    source = " · ".join(f'<bdi class="{text(name)}">{text(value)}</bdi>' for name, value in about.items() if value)
    return f'<li><q dir="auto">{text(sentence.quote)}</q><p class="source">{source}</p></li>'


def _title(document: DocumentSummary) -> str:
    name = document.title or PurePath(document.source.replace("\\", "/")).name or document.identifier
    return f"{name} ({document.issued})" if document.issued else name
