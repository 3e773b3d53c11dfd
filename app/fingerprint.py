"""What the reading of a document depends on beside the document: the rules, the lexicon and the models."""

import hashlib
from functools import cache
from pathlib import Path

ROOMS = ("ontology", "extract")
"""The folders whose files decide what is read out of a document."""


@cache
def rules_fingerprint(house: Path = Path(__file__).parent.parent) -> str:
    """SHA-256 over names and bytes of all files that decide how documents are read; once a process, in some 0.1 s."""
    digest = hashlib.sha256()
    for room in ROOMS:
        files = (p for p in Path(house, room).rglob("*") if p.is_file() and "__pycache__" not in p.parts)
        for path in sorted(files):
            data = path.read_bytes()
            digest.update(f"{path.relative_to(house).as_posix()}\0{len(data)}\0".encode(errors="surrogateescape"))
            digest.update(data)
    return digest.hexdigest()
