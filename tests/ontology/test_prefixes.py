import pytest
from trialgraph.ontology.errors import LexiconError
from trialgraph.ontology.prefixes import PREFIXES, expand


@pytest.mark.parametrize(
    ("curie", "iri"),
    [
        ("MONDO:0009693", "http://purl.obolibrary.org/obo/MONDO_0009693"),
        ("MESH:C000599209", "http://id.nlm.nih.gov/mesh/C000599209"),
        ("UNIPROT:P28907", "http://purl.uniprot.org/uniprot/P28907"),
        ("DRUGBANK:DB14811", "https://identifiers.org/drugbank:DB14811"),
        ("EFO:0001674", "http://www.ebi.ac.uk/efo/EFO_0001674"),
        ("CLINICALTRIALS:NCT03275285", "https://clinicaltrials.gov/study/NCT03275285"),
    ],
)
def test_iris(curie: str, iri: str) -> None:
    assert expand(curie) == iri


@pytest.mark.parametrize("curie", ["mondo:0009693", "MONDO:9693", "MONDO:", "MONDO", "", "CHEBI:65347\n", "NCIT:C1 x"])
def test_refusals(curie: str) -> None:
    with pytest.raises(LexiconError):
        expand(curie)


@pytest.mark.parametrize("prefix", sorted(PREFIXES))
def test_bases_are_addresses(prefix: str) -> None:
    base, _ = PREFIXES[prefix]
    assert base.startswith(("http://", "https://"))
    assert base[-1] in "/_:"
