"""The facts as an HTML table with their sentences: what a screen reader, a printer or a citation needs."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import PurePath
from typing import Final

from ..context import context
from ..view import DocumentSummary, Sentence
from .facts import Fact

_NO_HTML: Final = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127, *range(55296, 57344)), "�")


@dataclass(frozen=True, slots=True)
class Source:
    """A document as the page names it, with its stored text, empty where that isn't at hand."""

    title: str
    text: str = ""

    @classmethod
    def of(cls, document: DocumentSummary, text: str) -> "Source":
        """Name a document by its title or its file, without the folders, which are nobody's business."""
        name = document.title or PurePath(document.source.replace("\\", "/")).name or document.identifier
        return cls(f"{name} ({document.issued})" if document.issued else name, text)


def text(value: str) -> str:
    """Make any text harmless in HTML, in an element as in an attribute.

    >>> text('<a title="b">')
    '&lt;a title=&quot;b&quot;&gt;'
    """
    return escape(value.translate(_NO_HTML))


def fact_rows(facts: Mapping[str, Fact], sources: Mapping[str, Source]) -> str:
    """Give a row for each fact; its sentences lie in a list, which the evidence panel copies."""
    return "\n".join(_row(key, fact, sources) for key, fact in facts.items())


def _row(key: str, fact: Fact, sources: Mapping[str, Source]) -> str:
    sentences = "".join(_sentence(one, sources.get(one.document, Source(one.document))) for one in fact.sentences)
    heading = f'<th scope="row"><bdi>{text(fact.text)}</bdi></th>'
    return f'<tr id="{key}">{heading}<td><ul class="sentences">{sentences}</ul></td></tr>'


def _sentence(sentence: Sentence, source: Source) -> str:
    known = sentence.start is not None and sentence.end is not None
    about = {
        "document": source.title,
        "section": sentence.section if sentence.section not in source.title else "",
        "offsets": f"characters {sentence.start}–{sentence.end}" if known else "",
        f"assertion {sentence.assertion}": sentence.assertion,
        "confidence": f"confidence {sentence.confidence:.2f}" if sentence.confidence is not None else "",
    }
    told = " · ".join(f'<bdi class="{text(name)}">{text(value)}</bdi>' for name, value in about.items() if value)
    before, after = context(sentence, source.text)
    quote = f"{text(before)}<mark>{text(sentence.quote)}</mark>{text(after)}"
    return f'<li><blockquote dir="auto">{quote}</blockquote><p class="source">{told}</p></li>'
