"""What whoever starts the server decides."""

import os
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits of the server, and who may ask it."""

    hosts: tuple[str, ...] = ("localhost",)
    """Names under which it may be asked, against sites that point their own name at this machine; `*` for any."""
    cors: bool = True
    """Whether pages of other sites may read what the endpoint and the catalogue answer."""
    curate: bool = False
    """Whether readers may mark claims as right or wrong."""
    workers: int = min(os.cpu_count() or 2, 8)
    """Processes that answer pages; as many again answer queries of visitors, so that these never hold up the pages."""
    seconds: float = 20
    """How long a visitor's query may run."""
    rows: int = 100_000
    """How many rows, or triples, an answer may have."""
    memory: int = 1 << 30
    """How many bytes a worker may take beyond what it starts with."""
