"""OBO files: cut into stanzas, each read by fastobo, so that one it refuses costs a line and not the file.

Definitions and comments are left out: no name stands in them, and most of what fastobo refuses does.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, Final, cast

import fastobo  # pyright: ignore[reportMissingTypeStubs]

from ..opening import lines
from ..records import Header, Notes, Record
from ..terms import MatchRelation, NameKind

_SCOPES: Final[dict[str, NameKind]] = {"EXACT": "exact", "NARROW": "narrow", "BROAD": "broad", "RELATED": "related"}
_TAGS: Final = frozenset("id name namespace alt_id synonym xref is_a is_obsolete replaced_by property_value".split())
_MATCHES: Final[dict[str, MatchRelation]] = {
    "exactMatch": "exact", "closeMatch": "close", "broadMatch": "broad", "narrowMatch": "narrow",
    "relatedMatch": "related",
}  # fmt: skip

_XREFS: Final = re.compile(r"\[[^\[\]\"]*\](?=[^\"]*$)")
"""Where a synonym is from, which nothing here keeps, is what fastobo refuses most often in synonyms."""
_LITERAL: Final = re.compile(r" xsd:\w+$")
_BATCH: Final = 200

Stanza = list[tuple[int, str]]
"""Lines with their numbers."""


def read_obo(path: Path, header: Header, notes: Notes) -> Iterator[Record]:
    """Read the terms of an OBO file; clauses that fastobo refuses are passed over and noted."""
    stanzas = _stanzas(path)
    namespace = _read_header(next(stanzas), header)
    terms = (stanza for stanza in stanzas if stanza[0][1].strip() == "[Term]")
    while batch := list(islice(terms, _BATCH)):
        for frame, line in _frames(batch, notes):
            yield from _records(frame, line, namespace)


def _stanzas(path: Path) -> Iterator[Stanza]:
    """Give the header, then each stanza, with the lines that matter."""
    stanza: Stanza = []
    for number, text in lines(path):
        if text.startswith("["):
            yield stanza
            stanza = [(number, text)]
        elif text and (not stanza or stanza[0][1][0] != "[" or text.partition(":")[0] in _TAGS):
            stanza.append((number, text))
    yield stanza


def _read_header(stanza: Stanza, header: Header) -> str:
    """Fill in the header; give the namespace of terms that name none."""
    namespace = ""
    for _, text in stanza:
        tag, _, value = (part.strip() for part in text.partition(":"))
        if tag == "ontology":
            header.title = header.title or value
        elif tag == "data-version":
            header.version = value
        elif tag == "default-namespace":
            namespace = value
        elif tag == "property_value":
            predicate, _, rest = value.replace("dcterms:", "/").replace("dc:", "/").partition(" ")
            header.state(predicate, _LITERAL.sub("", rest).strip('"'))
    return namespace


def _frames(stanzas: list[Stanza], notes: Notes) -> Iterator[tuple[Any, int]]:
    """Have fastobo read many stanzas at once, which is faster; where it refuses, one by one."""
    try:
        frames = [*_read("\n".join(map(_text, stanzas)))]
    except SyntaxError:
        frames = [_parse(stanza, notes) for stanza in stanzas]
    for frame, stanza in zip(frames, stanzas, strict=True):
        if frame is not None:
            yield frame, stanza[0][0] + 1


def _read(text: str) -> Iterable[Any]:
    return cast(Any, fastobo).loads(text)


def _text(stanza: Stanza) -> str:
    return "".join(f"{text}\n" for _, text in stanza)


def _parse(stanza: Stanza, notes: Notes) -> Any | None:
    """Have fastobo read a stanza, without the clauses that it refuses; None when nothing is left to read."""
    left = [(number, _XREFS.sub("[]", text) if text.startswith("synonym:") else text) for number, text in stanza]
    while len(left) > 1:
        try:
            return next(iter(_read(_text(left))), None)
        except SyntaxError as error:
            number, text = left.pop(min((error.lineno or 2) - 1, len(left) - 1))
            notes.skip(number, f"not OBO ({error.msg.partition(' (')[0]}): {text[:60]!r}")
            if text.startswith("id:"):
                break
    return None


def _records(frame: Any, line: int, namespace: str) -> Iterator[Record]:
    clauses: dict[str, list[Any]] = {}
    for clause in frame:
        clauses.setdefault(clause.raw_tag(), []).append(clause)
    identifier = str(frame.id)

    def values(tag: str) -> list[str]:
        return [clause.raw_value() for clause in clauses.get(tag, ())]

    obsolete = values("is_obsolete") == ["true"]
    names: list[tuple[str, NameKind]] = [] if obsolete else [(name, "label") for name in values("name")]
    if not obsolete:
        synonyms = (clause.synonym for clause in clauses.get("synonym", ()))
        names.extend((synonym.desc, _SCOPES[synonym.scope or "RELATED"]) for synonym in synonyms)
    yield Record(
        identifier=identifier,
        names=tuple(dict.fromkeys(names)),
        type=next(iter(values("namespace")), namespace),
        parents=tuple(values("is_a")),
        mappings=(*((str(c.xref.id), "xref") for c in clauses.get("xref", ())), *_matches(clauses)),
        replaced_by=next(iter(values("replaced_by")), ""),
        line=line,
    )
    for other in values("alt_id"):
        yield Record(other, replaced_by=identifier, line=line, defines=False)


def _matches(clauses: dict[str, list[Any]]) -> Iterator[tuple[str, MatchRelation]]:
    for clause in clauses.get("property_value", ()):
        value = clause.property_value
        relation = _MATCHES.get(str(value.relation).rpartition("#")[2].rpartition(":")[2])
        if relation is not None:
            yield str(value.value), relation
