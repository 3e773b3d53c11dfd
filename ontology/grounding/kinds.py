"""Of what kind the terms of a vocabulary are, and what it costs when another kind is asked for."""

from collections.abc import Collection, Iterable
from typing import Final

_CONDITION: Final = frozenset({"Disease", "AdverseEvent"})
_SUBSTANCE: Final = frozenset({"Drug", "DrugClass", "Material"})
_MOLECULE: Final = frozenset({"Target", "Biomarker", "Test", "Material"})
_UNIT: Final = frozenset({"Unit"})
OF_PREFIX: Final[dict[str, frozenset[str]]] = (
    dict.fromkeys(("MONDO", "DOID", "HP", "OAE", "ORPHANET.ORDO", "OMIM", "MEDDRA", "ICD10", "ICD10CM"), _CONDITION)
    | dict.fromkeys(("CHEBI", "DRUGBANK", "RXNORM", "UNII", "DRON", "ATC", "DRUGCENTRAL", "CAS"), _SUBSTANCE)
    | dict.fromkeys(("HGNC", "UNIPROT", "PR", "HGNC.GENEGROUP", "NCBIGENE", "ENSEMBL"), _MOLECULE)
    | {"GO": frozenset({"Mechanism"}), "CL": frozenset({"CellType"}), "UBERON": frozenset({"Material"}), "UO": _UNIT}
)
"""Vocabularies that hold things of one kind."""
_SIMILAR: Final = (_CONDITION, frozenset({"Drug", "DrugClass"}), frozenset({"Target", "Biomarker"}))
"""Kinds that vocabularies do not tell apart: one condition is a disease here, an adverse event there."""
ANOTHER: Final = 0.45
"""Factor of a candidate of another kind."""
UNKNOWN: Final = 0.97


def kind_factor(curie: str, counterparts: Iterable[str], wanted: Collection[str]) -> float:
    """Tell what a term's kind costs, judged by its vocabulary or by those of its counterparts.

    >>> kind_factor("HGNC:6207", (), ["Drug"]), kind_factor("MESH:D003920", ("DOID:9351",), ["AdverseEvent"])
    (0.45, 1.0)
    """
    if not wanted:
        return 1.0
    known = [OF_PREFIX[prefix] for prefix in map(prefix_of, (curie, *counterparts)) if prefix in OF_PREFIX]
    if not known:
        return UNKNOWN
    return 1.0 if any(kinds & widened(wanted) for kinds in known) else ANOTHER


def widened(wanted: Collection[str]) -> frozenset[str]:
    """Add the kinds that are not told apart.

    >>> sorted(widened(["Disease"]))
    ['AdverseEvent', 'Disease']
    """
    return frozenset(wanted).union(*(kinds for kinds in _SIMILAR if kinds & set(wanted)))


def prefix_of(curie: str) -> str:
    """Give what stands before the colon."""
    return curie.partition(":")[0]
