import pytest
from trialgraph.extract.language.entities.entity import Term
from trialgraph.extract.language.entities.terminologies import find_terms, kind_of
from trialgraph.ontology.terminologies import NamedTerm, TerminologyIndex, add_terminologies

TABLE = """name\tcurie\tkind\ttype
quintarol\tCHEBI:1\tlabel\t
corneal melting\tMONDO:1\tlabel\t
zestora\tMESH:D1\tlabel\tDrug
CD38\tHGNC:1\tlabel\tGene
"""


def test_finds_chemicals_and_diseases(tmp_path):
    (tmp_path / "terms.tsv").write_text(TABLE, encoding="utf-8")
    add_terminologies([tmp_path / "terms.tsv"], tmp_path / "index")
    text = "Quintarol, zestora and CD38 in corneal melting."
    with TerminologyIndex.open(tmp_path / "index") as index:
        assert list(find_terms(index, text)) == [
            Term(0, 9, "Chemical"),
            Term(11, 18, "Chemical"),
            Term(31, 46, "Disease"),
        ]


@pytest.mark.parametrize(
    ("curie", "type_", "kind"),
    [("DOID:1", "", "Disease"), ("MESH:C1", "Chemical", "Chemical"), ("MESH:D2", "", None), ("HGNC:1", "drug", None)],
)
def test_kind_is_told_by_vocabulary_or_type(curie, type_, kind):
    assert kind_of(NamedTerm(curie, "", "x", "label", "exact", type_, "source")) == kind
