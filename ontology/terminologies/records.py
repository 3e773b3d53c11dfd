"""What a reader gives: one record a term, as one file states it; the compiler puts the pieces of a term together."""

from collections.abc import Callable
from dataclasses import dataclass, field

from .terms import MatchRelation, NameKind


@dataclass(frozen=True, slots=True)
class Record:
    """A piece of what a source says of one identifier."""

    curie: str
    names: tuple[tuple[str, NameKind], ...] = ()
    type: str = ""
    parents: tuple[str, ...] = ()
    mappings: tuple[tuple[str, MatchRelation], ...] = ()
    replaced_by: str = ""
    line: int | None = None
    """Where the file states it, counted from 1; None in formats that have no lines."""


@dataclass(slots=True)
class Header:
    """What a file says of itself; a reader fills it in while it reads."""

    title: str = ""
    version: str = ""
    licence: str = ""
    facts: dict[str, str] = field(default_factory=dict[str, str])


Remark = Callable[[int | None, str], None]
"""Called with line and reason for what a reader passes over."""
