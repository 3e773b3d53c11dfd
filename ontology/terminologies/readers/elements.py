"""XML as a stream: one element after the other, forgotten when it was read."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol, cast

from lxml import etree  # pyright: ignore[reportMissingTypeStubs, reportAttributeAccessIssue, reportUnknownVariableType]

from ..opening import opened


class Element(Protocol):
    """What is used of an lxml element, with types, which lxml itself does not state."""

    tag: str
    text: str | None
    sourceline: int | None

    def get(self, name: str, default: str = "", /) -> str:
        """Give an attribute."""
        ...

    def getparent(self) -> "Element | None":
        """Give the element that holds this one."""
        ...

    def iterfind(self, path: str, /) -> Iterator["Element"]:
        """Give the elements at a path."""
        ...

    def __iter__(self) -> Iterator["Element"]: ...


def elements(path: Path, tags: tuple[str, ...]) -> Iterator[Element]:
    """Give the elements with these tags, each when it is complete; nothing outside the file is looked at."""
    library = cast("Any", etree)
    with opened(path) as stream:
        for _, element in library.iterparse(stream, tag=tags, resolve_entities="internal", no_network=True):
            yield element
            _forget(element)


def texts(element: Element, path: str) -> list[str]:
    """Give the texts at a path, without the empty ones."""
    return [found.text for found in element.iterfind(path) if found.text]


def _forget(element: Any) -> None:
    """Free an element that lies right under the root, and all before it."""
    parent = element.getparent()
    if parent is not None and parent.getparent() is None:
        element.clear()
        while element.getprevious() is not None:
            del parent[0]
