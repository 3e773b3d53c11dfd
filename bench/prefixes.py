"""Write the pinned prefixes from the Bioregistry: the OBO Foundry's, and the clinical vocabularies named here.

    python bench/prefixes.py ontology/prefixes.tsv

Needs the `dev` extra. The whole Bioregistry takes seconds to load; the pinned file a hundredth of that, and it keeps
addresses from changing with a release. Prefixes are written in capitals, as lexicon and OBO files write them.
"""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bioregistry import manager
from curies import Record

CLINICAL: Final = frozenset(
    "atc atc.code cas clinicaltrials ctgov drugbank drugcentral efo ensembl euclinicaltrials hgnc hgnc.genegroup icd10 "
    "icd10cm icd11 icdo inchikey isrctn itis loinc meddra medgen mesh ncbigene ncbitaxon ncit ndc nct omim omim.ps "
    "orphanet orphanet.ordo pharmgkb.drug pubchem.compound pubmed doi rxnorm snomedct umls unii uniprot wikidata sctid "
    "ctcae pmc sio stato uo ucum".split()
)
PREFERRED: Final = {
    "sio": "http://semanticscience.org/resource/SIO_",
    "rxnorm": "http://purl.bioontology.org/ontology/RXNORM/",
}
"""Which of the addresses that the Bioregistry knows: the one in SIO's own file; one that is no search form."""
ORDER: Final = ("obofoundry", "rdf", "miriam", "default")
_MIRRORS: Final = ("bioregistry.io", "n2t.net", "ebi.ac.uk/ols", "bio2rdf")


def records() -> Iterator[Record]:
    """Give what is pinned of the Bioregistry."""
    foundry = {resource.prefix for resource in manager.registry.values() if resource.get_obofoundry_prefix()}
    for record in manager.get_converter(uri_prefix_priority=[*ORDER], prefix_priority=["preferred", "default"]).records:
        if {record.prefix, *record.prefix_synonyms} & (CLINICAL | foundry):
            yield record


def row(record: Record) -> list[str]:
    """Write a record with the preferred address and the other forms of prefix and address."""
    addresses = {record.uri_prefix, *record.uri_prefix_synonyms}
    wanted = next((PREFERRED[name] for name in (record.prefix.lower(),) if name in PREFERRED), record.uri_prefix)
    if wanted not in addresses:
        raise SystemExit(f"the Bioregistry does not know {wanted} of {record.prefix} any more")
    prefix = record.prefix.upper()
    names = sorted({record.prefix, *record.prefix_synonyms} - {prefix})
    others = sorted(a for a in addresses - {wanted} if not any(mirror in a for mirror in _MIRRORS))
    return [prefix, wanted, record.pattern or "", "|".join(names), "|".join(others)]


def main() -> None:
    """Write the file."""
    with Path(sys.argv[1]).open("w", encoding="utf-8", newline="") as output:
        table = csv.writer(output, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, lineterminator="\n")
        table.writerow(["prefix", "iri", "pattern", "synonyms", "other_iris"])
        table.writerows(sorted(map(row, records())))


if __name__ == "__main__":
    main()
