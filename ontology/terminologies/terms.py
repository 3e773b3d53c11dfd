"""What terminologies hold: terms with names, parents and counterparts in other vocabularies."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

NameKind = Literal["label", "exact", "narrow", "broad", "related"]
"""How a name stands to its term: the preferred one, or a synonym of the scope that the terminology gives it."""
MatchKind = Literal["exact", "folded", "variant"]
"""How a text meets a name: letter by letter; but for case, dashes, accents; or but for plural, spelling, word order."""
MatchRelation = Literal["exact", "close", "broad", "narrow", "related", "xref"]
"""As in SKOS, read from the term to its counterpart; `xref` where a terminology only says that there is one."""


class Name(NamedTuple):
    """A name of a term, and the terminology that gives it."""

    text: str
    kind: NameKind
    source: str


class Mapped(NamedTuple):
    """A term's counterpart in another vocabulary; `broad` means that the counterpart is the broader one."""

    curie: str
    relation: MatchRelation
    source: str


@dataclass(frozen=True, slots=True)
class Term:
    """What all terminologies together say of one identifier.

    CURIEs have the prefix that bioregistry gives them, in upper case: `MONDO:0005148`, `MESH:D003920`, `HGNC:5`.
    """

    curie: str
    label: str
    """The preferred name, from the source that was added first; empty where no source gives one."""
    names: tuple[Name, ...] = ()
    """All names, the label first."""
    type: str = ""
    """What the terminology says that it is (an OBO namespace, the type column of a table); empty where it does not."""
    parents: tuple[str, ...] = ()
    """CURIEs of the broader terms one step up."""
    mappings: tuple[Mapped, ...] = ()
    replaced_by: str = ""
    """The identifier that took its place, where it is obsolete."""


class NamedTerm(NamedTuple):
    """A term found by a name: which name it was, and how the text met it."""

    curie: str
    label: str
    name: str
    """The name as the terminology writes it."""
    name_kind: NameKind
    match_kind: MatchKind
    type: str
    source: str


class Span(NamedTuple):
    """A piece of text that is a name: zero-based, half-open, in code points; and all the terms that bear it."""

    start: int
    end: int
    terms: tuple[NamedTerm, ...]


class Source(NamedTuple):
    """A terminology in the index."""

    name: str
    title: str
    version: str
    licence: str
    origin: str
    """The file or address it was compiled from."""
    sha256: str
    """Of the file as it was read, compressed or not."""
    terms: int
    names: int
    mappings: int
