"""Classes of treatments, as the lexicon knows them: which drugs are chemotherapy.

A text may call an arm by the class of its drugs: `the chemotherapy group`.
"""

from functools import cache
from typing import Final

from ....ontology.facts import Concept
from ....ontology.lexicon import load_lexicon

ARM_CLASSES: Final = frozenset({"chemotherapy", "endocrine therapy", "hormonal agent", "immunotherapy"})
"""Classes by which texts speak of arms whose drugs they have named."""


@cache
def classes_of(drug: Concept) -> frozenset[str]:
    """The names of all classes that a drug belongs to, itself included.

    >>> "chemotherapy" in classes_of(Concept("Drug", "cisplatin"))
    True
    """
    lexicon = load_lexicon()
    entry = lexicon.entry(drug)
    broader = entry.broader if entry else tuple(c for part in lexicon.regimen(drug.name) or () for c in (part,))
    return frozenset({drug.name}).union(*(classes_of(parent) for parent in broader))


def all_are(drugs: frozenset[Concept], name: str) -> bool:
    """Whether there are drugs, and each belongs to a class of this name."""
    return bool(drugs) and all(name in classes_of(drug) for drug in drugs)


def without_kinds(drugs: frozenset[Concept]) -> frozenset[Concept]:
    """A regimen without the class that only says again what its drugs are: `A, for four cycles of chemotherapy`."""
    kinds = {d for d in drugs if d.name in ARM_CLASSES}
    named = drugs - kinds
    return drugs - {k for k in kinds if any(k.name in classes_of(d) for d in named)}


def is_kind(drug: Concept) -> bool:
    """Whether a member of a regimen is a kind of drug treatment, of which a text may name the drugs.

    >>> is_kind(Concept("Drug", "immunochemotherapy")), is_kind(Concept("Drug", "radiotherapy"))
    (True, False)
    """
    return drug.name in ARM_CLASSES or drug.name.endswith(("chemotherapy", "immunotherapy"))
