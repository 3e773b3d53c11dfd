"""What all pages share: asking the catalogue, and filling templates."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import quote

from anyio import Lock, to_thread
from jinja2 import Environment, FileSystemLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse

from ...graph import KnowledgeGraph
from ...graph.iris import TG
from ...graph.picture.captions import GLYPHS
from ...graph.textsearch import Hits, QuoteHit
from ...graph.wording import words
from ...ontology.errors import StoreError
from ...queries.scanning import form
from .findings import figure, interval, p_value, share
from .jobs import Row, Rows, Search
from .query_pool import QueryPool
from .remembered import Remembered
from .settings import Settings

HERE: Final = Path(__file__).parent


class Site:
    """One graph as a web site: `request.app.state.site`."""

    def __init__(self, graph: Path, settings: Settings) -> None:
        self.settings = settings
        self._graph, self._writing, self._remembered = graph, Lock(), Remembered(graph)
        self.pages = QueryPool(graph, settings)
        """Answers what pages ask."""
        self.visitors = QueryPool(graph, settings)
        """Answers queries that visitors wrote."""
        self._templates = Environment(loader=FileSystemLoader(HERE / "templates"), autoescape=True, trim_blocks=True)
        self._templates.filters.update(FILTERS)

    async def ask(self, name: str, **values: str) -> tuple[Row, ...]:
        """Ask a question of the catalogue."""
        known = self._remembered.get(name, values)
        if known is None:
            known = await self.pages.answer(Rows(name, values))
            self._remembered.put(name, values, known)
        return known

    async def search(self, words: str, limit: int) -> Hits:
        """Find names and quotes that hold words."""
        return await self.pages.answer(Search(words, limit))

    def page(self, request: Request, template: str, content: Mapping[str, Any], status: int = 200) -> HTMLResponse:
        """Fill a template, with `content` and the request."""
        return HTMLResponse(self._templates.get_template(template).render(content, request=request, site=self), status)

    async def write(self, change: Callable[[KnowledgeGraph], None]) -> None:
        """Open the graph for a moment to change it; StoreError where another program is at it."""
        async with self._writing:
            await to_thread.run_sync(self._write, change)
        self.pages.look_again()
        self.visitors.look_again()

    def _write(self, change: Callable[[KnowledgeGraph], None]) -> None:
        if self._graph.is_file():
            raise StoreError("a file is only looked at", where=str(self._graph), remedy="serve the folder of a graph")
        with KnowledgeGraph(self._graph) as graph:
            change(graph)

    def close(self) -> None:
        """End the workers."""
        self.pages.close()
        self.visitors.close()


def address(iri: str) -> str:
    """Give the page of one of our own IRIs; the IRI itself for others, nothing for what is no address of the web.

    >>> address("https://w3id.org/trialgraph/id/drug/isatuximab"), address("javascript:alert(1)")
    ('/id/drug/isatuximab', '')
    """
    if iri.startswith((f"{TG}id/", f"{TG}doc/")):
        return "/" + quote(iri.removeprefix(TG), safe="/%+:~!$&'()*,;=@-._")
    return iri if iri.startswith(("https://", "http://")) else ""


def anchor(iri: str) -> str:
    """Give a claim's place on a page.

    >>> anchor("https://w3id.org/trialgraph/id/claim/7f0c")
    'claim-7f0c'
    """
    return f"claim-{iri.rpartition('/')[2]}"


def place(said: Row | QuoteHit) -> str:
    """Give the page of a document at the place of a quote.

    >>> place({"document": "https://w3id.org/trialgraph/doc/note", "start": "0", "end": "24"})
    '/doc/note?at=0-24#at'
    """
    at = said if isinstance(said, Mapping) else {"document": said.document, "start": said.start, "end": said.end}
    known = at.get("start") is not None and at.get("end") is not None
    return address(str(at["document"])) + (f"?at={at['start']}-{at['end']}#at" if known else "")


def filename(source: str) -> str:
    r"""Leave the folders out of what a document was read from.

    >>> filename("papers/ikema.txt"), filename("https://example.org/a/"), filename("C:\\papers\\ikema.txt")
    ('ikema.txt', 'https://example.org/a/', 'ikema.txt')
    """
    return source if "://" in source else re.split(r"[/\\]", source)[-1] or source


def _glyph(kind: str) -> str:
    return GLYPHS.get(kind, GLYPHS["Other"])


FILTERS: Final[Mapping[str, Callable[..., object]]] = {
    "address": address,
    "anchor": anchor,
    "figure": figure,
    "filename": filename,
    "form": form,
    "glyph": _glyph,
    "interval": interval,
    "p_value": p_value,
    "place": place,
    "share": share,
    "words": words,
}


def site(request: Request) -> Site:
    """Give the site that a request is for."""
    return request.app.state.site
