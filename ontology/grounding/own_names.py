"""The names that ship with trialgraph: the lexicon's, and those of units, statistics, designs in `terms/`."""

from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from ..lexicon import Lexicon, Mapping, read_mapping
from ..names import NameIndex
from ..tables import read_table

TERMS: Final = Path(__file__).parent / "terms"
"""Tables as those of the lexicon, for what is no concept of the graph."""
_KINDS: Final = {
    "units": "Unit",
    "statistics": "Statistic",
    "designs": "Design",
    "routes": "Route",
    "procedures": "Procedure",
    "measurements": "Measurement",
    "instruments": "Instrument",
    "materials": "Material",
}


class OwnName(NamedTuple):
    """A thing of a kind with its preferred name, and its counterparts elsewhere."""

    kind: str
    name: str
    mappings: tuple[Mapping, ...] = ()


def find_own(lexicon: Lexicon, text: str) -> tuple[OwnName, ...]:
    """Give all that bears a name in the lexicon or in the tables.

    >>> from trialgraph.ontology.lexicon import load_lexicon
    >>> [(own.kind, own.name) for own in find_own(load_lexicon(), "HR")]
    [('Statistic', 'hazard ratio')]
    """
    found = [OwnName(entry.concept.kind, entry.concept.name, entry.mappings) for entry in lexicon.named(text)]
    trial = lexicon.trial(text)
    if trial:
        numbers = (f"CLINICALTRIALS:{number}" for number in trial.registry_ids if number.startswith("NCT"))
        found.append(OwnName("Trial", trial.name, tuple(read_mapping(number) for number in numbers)))
    drugs = lexicon.regimen(text)
    if drugs:
        found.append(OwnName("Regimen", " + ".join(drug.name for drug in drugs)))
    return (*found, *_terms().find(text))


@cache
def _terms() -> NameIndex[OwnName]:
    index = NameIndex[OwnName]()
    for file, kind in _KINDS.items():
        for row in read_table(TERMS / f"{file}.tsv"):
            mappings = tuple(read_mapping(item, row.where) for item in row.cells.get("identifiers", ()))
            own = OwnName(kind, row.names[0].removeprefix("="), mappings)
            for name in row.names:
                index.add(name, own)
    return index
