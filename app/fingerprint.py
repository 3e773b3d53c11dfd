"""What the reading of a document depends on beside the document: the rules, the lexicon and the models."""

import hashlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

ROOMS = ("ontology", "extract")
"""The folders whose files decide what is read out of a document."""


_HOUSE: Final = Path(__file__).parent.parent


@cache
def rules_fingerprint(house: Path = _HOUSE) -> str:
    """SHA-256 over names and bytes of all files that decide how documents are read; once a process, in some 0.1 s."""
    return _fingerprint(house, ROOMS)


@cache
def code_fingerprint(house: Path = _HOUSE) -> str:
    """Do the same with what decides how they are written down too: workers must not differ in it."""
    return _fingerprint(house, (*ROOMS, "graph"))


def _fingerprint(house: Path, rooms: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for room in rooms:
        files = (p for p in Path(house, room).rglob("*") if p.is_file() and "__pycache__" not in p.parts)
        for path in sorted(files):
            data = path.read_bytes()
            digest.update(f"{path.relative_to(house).as_posix()}\0{len(data)}\0".encode(errors="surrogateescape"))
            digest.update(data)
    return digest.hexdigest()
