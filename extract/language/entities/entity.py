"""An entity: which tokens, and whether they name a chemical or a disease."""

from typing import Literal, NamedTuple

EntityKind = Literal["Chemical", "Disease"]


class Entity(NamedTuple):
    """A stretch of tokens (half-open) that names a chemical or a disease; adverse events are among the diseases."""

    start: int
    end: int
    kind: EntityKind


class Term(NamedTuple):
    """A name of a user's terminology in the text: half-open character offsets, and what it names."""

    start: int
    end: int
    kind: EntityKind
