"""What ships with trialgraph: every row is whole, and short words count in their own case only."""

import pytest
from trialgraph.ontology.grounding.own_names import TERMS, find_own
from trialgraph.ontology.lexicon import load_lexicon
from trialgraph.ontology.tables import read_table


@pytest.mark.parametrize(
    ("name", "kind", "curie"),
    [
        ("mg/kg", "Unit", "UO:0000308"),
        ("odds ratio", "Statistic", "STATO:0000182"),
        ("open-label", "Design", "CTO:0000114"),
        ("IKEMA", "Trial", "CLINICALTRIALS:NCT03275285"),
        ("isatuximab", "Drug", "NCIT:C90578"),
    ],
)
def test_found(name, kind, curie):
    found = {own.kind: own for own in find_own(load_lexicon(), name)}
    assert curie in [mapping.curie for mapping in found[kind].mappings]


@pytest.mark.parametrize("word", ["or", "hr", "i", "pf"])
def test_other_words_in_small_letters(word):
    assert [own for own in find_own(load_lexicon(), word) if own.kind in {"Statistic", "Instrument"}] == []


@pytest.mark.parametrize("path", sorted(TERMS.glob("*.tsv")), ids=lambda path: path.stem)
def test_a_name_stands_for_one_thing_of_a_kind(path):
    names = [name.removeprefix("=") for row in read_table(path) for name in row.names]
    assert len(names) == len(set(names))
