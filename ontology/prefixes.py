"""External identifiers: CURIEs, their prefixes, and the IRI of each.

`prefixes.tsv` is pinned from the Bioregistry by `bench/prefixes.py`; `curies` does the rest.
"""

import csv
import re
from functools import cache
from pathlib import Path
from typing import Final

from curies import Converter, Record

from .errors import LexiconError

PINNED: Final = Path(__file__).with_name("prefixes.tsv")


@cache
def converter() -> Converter:
    """Give the prefixes as `curies` has them, other ways to write prefix and address among them.

    >>> converter().compress("http://semanticscience.org/resource/SIO_000765")
    'SIO:000765'
    """
    with PINNED.open(encoding="utf-8", newline="") as lines:
        return Converter([_record(row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)])


def expand(curie: str) -> str:
    """Give the IRI of a CURIE; LexiconError when its prefix is not a standard one or its local part is malformed.

    >>> expand("NCIT:C90578")
    'http://purl.obolibrary.org/obo/NCIT_C90578'
    """
    prefix, _, local = curie.partition(":")
    if prefix not in converter().bimap:
        remedy = "`ontology/prefixes.tsv` lists them; NCIT, MESH, CHEBI, MONDO are some"
        raise LexiconError(f"unknown prefix in identifier {curie!r}", remedy=remedy)
    pattern = _pattern(prefix)
    if pattern.fullmatch(local) is None:
        raise LexiconError(f"malformed identifier {curie!r}", remedy=f"after {prefix}: comes {pattern.pattern}")
    return converter().bimap[prefix] + local


def standardise(identifier: str) -> str | None:
    """Write a CURIE or an IRI as the CURIE with the standard prefix; None where nobody knows the prefix.

    >>> standardise("mesh:D009101"), standardise("http://purl.obolibrary.org/obo/GO_0006915"), standardise("x:1")
    ('MESH:D009101', 'GO:0006915', None)
    """
    known = converter()
    found = known.compress(identifier)  # pyright: ignore[reportUnknownMemberType]
    return found if found or ":" not in identifier else known.standardize_curie(identifier)


@cache
def _pattern(prefix: str) -> re.Pattern[str]:
    record = converter().get_record(prefix)
    return re.compile(record.pattern if record and record.pattern else r"\S+")


def _record(row: dict[str, str]) -> Record:
    return Record(
        prefix=row["prefix"],
        uri_prefix=row["iri"],
        pattern=row["pattern"] or None,
        prefix_synonyms=row["synonyms"].split("|") if row["synonyms"] else [],
        uri_prefix_synonyms=row["other_iris"].split("|") if row["other_iris"] else [],
    )
