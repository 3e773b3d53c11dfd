"""Writing the report: a page that needs no network and no script, and prints well."""

from collections.abc import Collection, Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final, NamedTuple

from jinja2 import Environment, FileSystemLoader, Template
from pyoxigraph import NamedNode

from ...graph.context import context
from ...graph.iris import local_name
from ...graph.picture.table import Source
from ...graph.reader import GraphReader
from ...graph.view import GraphView, Sentence
from ...graph.wording import words
from ...ontology.errors import StoreError
from ..plots import plot_style
from .contents import Contents, gather

_HERE: Final = Path(__file__).parent


class Quoted(NamedTuple):
    """A sentence as the report shows it: what stands before and after the quote, and the number of its document."""

    before: str
    quote: str
    after: str
    source: int
    sentence: Sentence


def write_report(reader: GraphReader, path: Path, *, trials: Collection[str] = ()) -> Contents:
    """Write a report of these trials, or of all that the graph holds; the same bytes for the same graph.

    Raises QueryError for a trial that is not there, StoreError where the file can't be written.
    """
    contents = gather(reader, trials)
    shelf = _Shelf(reader)
    about: dict[str, Any] = {
        "contents": contents,
        "style": plot_style() + (_HERE / "report.css").read_text("utf-8"),
        "quoted": shelf.quoted,
        "documents": shelf.documents,
        "version": version("trialgraph"),
        "trials": trials,
    }
    page = _template().render(about)
    try:
        path.write_text(page, encoding="utf-8", errors="replace", newline="\n")
    except OSError as error:
        remedy = "check the folder and its space"
        raise StoreError(f"the report can't be written: {error.strerror}", where=str(path), remedy=remedy) from error
    return contents


class _Shelf:
    """The documents, numbered in the order in which they are first cited."""

    def __init__(self, reader: GraphReader) -> None:
        self.documents: dict[str, Source] = {}
        self._reader, self._view = reader, GraphView(reader.store)

    def quoted(self, sentences: tuple[Sentence, ...]) -> Iterator[Quoted]:
        """Give sentences whole, as far as their texts are stored."""
        for sentence in sentences:
            if sentence.document not in self.documents:
                self.documents[sentence.document] = self._source(sentence.document)
            before, after = context(sentence, self.documents[sentence.document].text)
            number = [*self.documents].index(sentence.document) + 1
            yield Quoted(before, sentence.quote, after, number, sentence)

    def _source(self, iri: str) -> Source:
        about = self._view.document(NamedNode(iri))
        stored = self._reader.document(about.identifier)
        return Source.of(about, stored.text if stored else "")


@cache
def _template() -> Template:
    pages = Environment(loader=FileSystemLoader(_HERE), autoescape=True, trim_blocks=True, lstrip_blocks=True)
    pages.filters.update({"words": words, "local_name": local_name})
    return pages.get_template("report.html")
