"""External identifiers: which vocabularies the lexicon may point to, how their CURIEs look, and the IRI of each."""

import re
from typing import Final

from .errors import LexiconError

_OBO: Final = "http://purl.obolibrary.org/obo/"
_IDENTIFIERS: Final = "https://identifiers.org/"

PREFIXES: Final[dict[str, tuple[str, str]]] = {
    "ATC": (f"{_IDENTIFIERS}atc:", r"[A-Z](\d{2}([A-Z]([A-Z](\d{2})?)?)?)?"),
    "CAS": (f"{_IDENTIFIERS}cas:", r"\d{1,7}-\d{2}-\d"),
    "CHEBI": (f"{_OBO}CHEBI_", r"\d+"),
    "CL": (f"{_OBO}CL_", r"\d{7}"),
    "CLINICALTRIALS": ("https://clinicaltrials.gov/study/", r"NCT\d{8}"),
    "CTO": (f"{_OBO}CTO_", r"\d{7}"),
    "DOID": (f"{_OBO}DOID_", r"\d+"),
    "DRUGBANK": (f"{_IDENTIFIERS}drugbank:", r"DB\d{5}"),
    "EFO": ("http://www.ebi.ac.uk/efo/EFO_", r"\d{7}"),
    "EUDRACT": (f"{_IDENTIFIERS}euclinicaltrials:", r"\d{4}-\d{6}-\d{2}"),
    "GO": (f"{_OBO}GO_", r"\d{7}"),
    "HGNC": (f"{_IDENTIFIERS}hgnc:", r"\d+"),
    "HGNC.GENEGROUP": (f"{_IDENTIFIERS}hgnc.genegroup:", r"\d+"),
    "HP": (f"{_OBO}HP_", r"\d{7}"),
    "ISRCTN": (f"{_IDENTIFIERS}isrctn:", r"ISRCTN\d{8}"),
    "MESH": ("http://id.nlm.nih.gov/mesh/", r"[CDQ]\d{6,9}"),
    "MONDO": (f"{_OBO}MONDO_", r"\d{7}"),
    "NCIT": (f"{_OBO}NCIT_", r"C\d+"),
    "OAE": (f"{_OBO}OAE_", r"\d{7}"),
    "OBI": (f"{_OBO}OBI_", r"\d{7}"),
    "RXNORM": ("http://purl.bioontology.org/ontology/RXNORM/", r"\d+"),
    "STATO": (f"{_OBO}STATO_", r"\d{7}"),
    "UBERON": (f"{_OBO}UBERON_", r"\d{7}"),
    "UNII": ("http://fdasis.nlm.nih.gov/srs/unii/", r"[A-Z0-9]{10}"),
    "UNIPROT": ("http://purl.uniprot.org/uniprot/", r"[A-Z0-9]{6}([A-Z0-9]{4})?"),
}
"""Prefix → (what goes before the local part in an IRI, what the local part looks like)."""
_PATTERNS: Final = {prefix: re.compile(pattern) for prefix, (_, pattern) in PREFIXES.items()}


def expand(curie: str) -> str:
    """Give the IRI of a CURIE; LexiconError when its prefix or its local part is not of a known form.

    >>> expand("NCIT:C90578")
    'http://purl.obolibrary.org/obo/NCIT_C90578'
    """
    prefix, _, local = curie.partition(":")
    if prefix not in PREFIXES:
        raise LexiconError(f"unknown prefix in identifier {curie!r}", remedy=f"use one of {', '.join(PREFIXES)}")
    if _PATTERNS[prefix].fullmatch(local) is None:
        raise LexiconError(f"malformed identifier {curie!r}", remedy=f"after {prefix}: comes {PREFIXES[prefix][1]}")
    return PREFIXES[prefix][0] + local
