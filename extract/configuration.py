"""How documents are read where it is not as the package ships: another language model, components of other packages."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Final, Protocol

from ..ontology.errors import TrialgraphError

if TYPE_CHECKING:
    from .candidates import Candidate
    from .context import Context

GROUP: Final = "trialgraph.components"
"""The entry points under which other packages offer components."""


class Component(Protocol):
    """What finds further claims in a document, each at its place in the cleaned text, `context.page.text`."""

    def __call__(self, context: "Context", /) -> "Iterable[Candidate]":
        """Give the claims; must depend on the document alone."""
        ...


@dataclass(frozen=True, slots=True)
class Configuration:
    """The way of reading; without arguments as the package ships."""

    __pydantic_config__: ClassVar = {"extra": "forbid"}
    model: str = ""
    """An installed spaCy model (`en_core_sci_md`) or its folder, for parsing and entities; ours where empty."""
    components: tuple[str, ...] = ()
    """Names of entry points under `trialgraph.components`, in the order in which they are asked."""

    @property
    def fingerprint(self) -> str:
        """What changes when a document has to be read again; raises TrialgraphError for an unknown component."""
        return "\0".join((self.model, *(f"{name} {_version(_entry(name))}" for name in self.components)))


AS_SHIPPED: Final = Configuration()


def load_configuration(path: Path) -> Configuration:
    """Read the table `[extract]` of a TOML file; raises TrialgraphError that names the file and what is wrong."""
    from pydantic import TypeAdapter, ValidationError

    try:
        table = tomllib.loads(path.read_text("utf-8")).get("extract", {})
        return TypeAdapter(Configuration).validate_python(table)
    except ValidationError as error:
        remedy = 'write model = "NAME" and components = ["NAME", ...] under [extract], nothing else'
        raise TrialgraphError(
            "what stands under [extract] is not understood", where=str(path), remedy=remedy
        ) from error
    except (OSError, ValueError) as error:
        raise TrialgraphError(f"can't read it: {error}", where=str(path), remedy="give a TOML file") from error


@cache
def load_components(names: tuple[str, ...]) -> tuple[Component, ...]:
    """Import components by the names of their entry points; raises TrialgraphError for an unknown one."""
    return tuple(_entry(name).load() for name in names)


def _entry(name: str) -> EntryPoint:
    entries = entry_points(group=GROUP)
    if name not in entries.names:
        known = f"there are {', '.join(sorted(entries.names))}" if entries else "none is installed"
        remedy = f"install the package that offers it under {GROUP}; {known}"
        raise TrialgraphError(f"no component is called {name!r}", remedy=remedy)
    return entries[name]


def _version(entry: EntryPoint) -> str:
    return entry.dist.version if entry.dist is not None else ""
