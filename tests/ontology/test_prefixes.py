import pytest
from trialgraph.ontology.errors import LexiconError
from trialgraph.ontology.prefixes import converter, expand, standardise


@pytest.mark.parametrize(
    ("curie", "iri"),
    [
        ("MONDO:0009693", "http://purl.obolibrary.org/obo/MONDO_0009693"),
        ("MESH:C000599209", "http://id.nlm.nih.gov/mesh/C000599209"),
        ("UNIPROT:P28907", "http://purl.uniprot.org/uniprot/P28907"),
        ("DRUGBANK:DB14811", "https://identifiers.org/drugbank:DB14811"),
        ("EFO:0001674", "http://www.ebi.ac.uk/efo/EFO_0001674"),
        ("RXNORM:2267582", "http://purl.bioontology.org/ontology/RXNORM/2267582"),
        ("CLINICALTRIALS:NCT03275285", "https://identifiers.org/clinicaltrials:NCT03275285"),
    ],
)
def test_iris(curie: str, iri: str) -> None:
    assert expand(curie) == iri
    assert standardise(iri) == curie


def test_the_address_of_sio_is_that_of_its_own_file() -> None:
    assert expand("SIO:000765") == "http://semanticscience.org/resource/SIO_000765"
    assert standardise("https://semanticscience.org/resource/SIO_000765") == "SIO:000765"


@pytest.mark.parametrize("curie", ["mondo:0009693", "MONDO:9693", "MONDO:", "MONDO", "", "CHEBI:65347\n", "NCIT:C1 x"])
def test_refusals(curie: str) -> None:
    with pytest.raises(LexiconError):
        expand(curie)


@pytest.mark.parametrize(
    ("written", "curie"),
    [
        ("mesh:D009101", "MESH:D009101"),
        ("UniProtKB:P28907", "UNIPROT:P28907"),
        ("rxcui:2267582", "RXNORM:2267582"),
        ("https://identifiers.org/CHEBI:65347", "CHEBI:65347"),
    ],
)
def test_other_ways_to_write(written: str, curie: str) -> None:
    assert standardise(written) == curie


@pytest.mark.parametrize("stray", ["", "neutropenia", "nobody:1", "https://example.org/x_1"])
def test_a_prefix_that_nobody_knows(stray: str) -> None:
    assert standardise(stray) is None


def test_bases_are_addresses() -> None:
    for prefix, base in converter().bimap.items():
        assert prefix == prefix.upper()
        assert base.startswith(("http://", "https://", "ftp://"))
