"""The index as it is asked: terms by identifier, terms by name, names in a text."""

import sqlite3
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Self

from .closeness import closeness
from .database import FORMAT, NAME_KINDS, RELATIONS, hashed, open_readonly
from .matching import Matcher
from .normal import bag, key, natural
from .stops import Stops, read_stops
from .terms import Mapped, MatchKind, Name, NamedTerm, Source, Span, Term
from .trie import Trie, unpack

_KINDS: tuple[MatchKind, ...] = ("exact", "folded", "variant")


class TerminologyIndex:
    """Whole terminologies, compiled by `trialgraph ontology add`; opened in milliseconds, the rows stay on disk."""

    def __init__(self, connection: sqlite3.Connection, keys: Trie, stops: Stops) -> None:
        self._rows, self._stops = connection, stops
        self._named = lru_cache(maxsize=1 << 15)(self._read_named)
        self._matcher = Matcher(keys, stops, self._named)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the index in a folder; raises TerminologyError where there is none or it can't be read."""
        connection = open_readonly(folder)
        (keys,) = connection.execute("SELECT keys FROM trie").fetchone()
        return cls(connection, unpack(keys), read_stops(folder))

    @property
    def sources(self) -> tuple[Source, ...]:
        """What was compiled, in the order in which it was added."""
        columns = "name, title, version, licence, origin, sha256, terms, names, mappings"
        return tuple(Source(*row) for row in self._rows.execute(f"SELECT {columns} FROM source ORDER BY id"))  # noqa: S608

    @property
    def fingerprint(self) -> str:
        """A hash of all that decides what the index finds: the sources in their order, the stop list, the format."""
        sources = self._rows.execute("SELECT name, digest FROM source ORDER BY id")
        parts = [str(FORMAT), *(f"{name} {digest}" for name, digest in sources), *self._stops.lines]
        return sha256("\n".join(parts).encode()).hexdigest()

    def term(self, curie: str) -> Term | None:
        """Tell what the terminologies say of an identifier, None when they know nothing."""
        query = "SELECT t.id, s.name, t.type, t.replaced_by FROM term t JOIN source s ON s.id = t.source"
        rows = self._rows.execute(f"{query} WHERE t.curie = ? ORDER BY t.source, t.id", (curie,)).fetchall()
        mappings = self.mappings(curie)
        if not rows and not mappings:
            return None
        names = self._names([(identifier, source) for identifier, source, *_ in rows])
        return Term(
            curie=curie,
            label=names[0].text if names and names[0].kind == "label" else "",
            names=names,
            type=next((row[2] for row in rows if row[2]), ""),
            parents=self.parents(curie),
            mappings=mappings,
            replaced_by=next((row[3] for row in rows if row[3]), ""),
        )

    def parents(self, curie: str) -> tuple[str, ...]:
        """CURIEs of the broader terms one step up, in the order of the sources."""
        rows = self._rows.execute("SELECT parent FROM parent WHERE child = ? ORDER BY source, rowid", (curie,))
        return tuple(dict.fromkeys(parent for (parent,) in rows))

    def mappings(self, curie: str) -> tuple[Mapped, ...]:
        """Counterparts of a term in other vocabularies, whichever side of a mapping it stands on."""
        query = """
            SELECT object, relation, s.name FROM mapping JOIN source s ON s.id = source WHERE subject = ?1
            UNION
            SELECT subject, CASE relation WHEN 2 THEN 3 WHEN 3 THEN 2 ELSE relation END, s.name
            FROM mapping JOIN source s ON s.id = source WHERE object = ?1 ORDER BY 2, 1, 3
        """
        rows = self._rows.execute(query, (curie,))
        return tuple(Mapped(other, RELATIONS[relation], source) for other, relation, source in rows)

    def lookup(self, name: str) -> tuple[NamedTerm, ...]:
        """All terms that bear a name, in any spelling or order of words; the closest matches first."""
        words = bag(name)
        found = (*self._named(key(natural(name))), *(self._read_named(words, "bag") if words else ()))
        closest: dict[tuple[str, str, str], NamedTerm] = {}
        for named in found:
            closest.setdefault(
                (named.curie, named.name, named.source), named._replace(match_kind=closeness(name, named.name))
            )
        return tuple(sorted(closest.values(), key=_rank))

    def match(self, text: str) -> tuple[Span, ...]:
        """Find names in a text: whole words, the longest name from the left, no overlaps, no stop words."""
        return self._matcher.match(text)

    def close(self) -> None:
        """Let go of the file."""
        self._rows.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _names(self, rows: list[tuple[int, str]]) -> tuple[Name, ...]:
        query = "SELECT text, kind FROM name WHERE term = ?"
        names = [
            Name(text, NAME_KINDS[kind], source)
            for identifier, source in rows
            for text, kind in self._rows.execute(query, (identifier,))
        ]
        return tuple(sorted(dict.fromkeys(names), key=lambda name: name.kind != "label"))

    def _read_named(self, words: str, column: str = "key") -> tuple[NamedTerm, ...]:
        """Read all bearers of a key, as variants until they are compared with the text."""
        query = f"""
            SELECT t.curie, (SELECT text FROM name l WHERE l.term = t.id AND l.kind = 0 LIMIT 1), n.text, n.kind,
                   t.type, s.name
            FROM name n JOIN term t ON t.id = n.term JOIN source s ON s.id = t.source
            WHERE n.{column} = ? ORDER BY t.source, t.id
        """  # noqa: S608 (a column of ours)
        normal = _natural_key if column == "key" else bag
        return tuple(
            NamedTerm(curie, label or "", text, NAME_KINDS[kind], "variant", type_, source)
            for curie, label, text, kind, type_, source in self._rows.execute(query, (hashed(words),))
            if normal(text) == words
        )


def _natural_key(name: str) -> str:
    return key(natural(name))


def _rank(named: NamedTerm) -> tuple[int, int, str]:
    return _KINDS.index(named.match_kind), NAME_KINDS.index(named.name_kind), named.curie
