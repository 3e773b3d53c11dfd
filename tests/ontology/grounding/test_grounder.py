"""What names are taken for, in which vocabularies, and with what reasons."""

import pytest
from trialgraph.ontology.grounding import Grounder
from trialgraph.ontology.lexicon import load_lexicon


@pytest.fixture(scope="module")
def lexicon():
    return load_lexicon()


@pytest.fixture(scope="module")
def mesh(lexicon, index):
    return Grounder(lexicon, index, prefixes=["MESH"])


@pytest.mark.parametrize(
    ("name", "curie"),
    [
        ("cardiac failure", "MESH:D006333"),
        ("failure of the heart", "MESH:D006333"),
        ("chronic renal failure", "MESH:D007676"),
        ("breast tumours", "MESH:D001943"),
        ("ischaemic", "MESH:D007511"),
        ("dyskinesia", "MESH:D020820"),
        ("whooping cough", "MESH:D014917"),
        ("Imigran", "MESH:D018170"),
        ("fat necrosis", "MESH:D009336"),
    ],
)
def test_led_to_a_vocabulary(mesh, name, curie):
    assert mesh.ground(name, kinds=["Disease"] if name != "Imigran" else ["Drug"]).choice.curie == curie


def test_what_is_left_out_makes_the_match_broad(mesh):
    choice = mesh.ground("recurrent heart failure").choice
    assert (choice.curie, choice.match) == ("MESH:D006333", "broad")
    assert any("recurrent" in reason for reason in choice.reasons)


def test_a_term_without_a_counterpart_is_led_over_its_parent(mesh):
    choice = mesh.ground("fat necrosis").choice
    assert choice.match == "broad"
    assert "a kind of DOID:9998 (0.75)" in choice.reasons


def test_the_document_says_what_an_abbreviation_means(mesh):
    known = {"CHF": "congestive heart failure", "KF": "heart failure"}
    assert mesh.ground("KF", abbreviations=known).choice.curie == "MESH:D006333"
    assert mesh.ground("KF").choice is None


def test_drug_induced_where_the_document_says_so(mesh):
    context = "Levodopa-induced dyskinesias are frequent. Dyskinesias began early."
    assert mesh.ground("dyskinesias", kinds=["Disease"], context=context).choice.curie == "MESH:D004409"
    assert mesh.ground("dyskinesias", kinds=["Disease"]).choice.curie == "MESH:D020820"


def test_the_kind_asked_for_decides(lexicon, index):
    grounder = Grounder(lexicon, index)
    assert grounder.ground("PG", kinds=["Drug"]).choice.curie == "CHEBI:18208"
    assert grounder.ground("PG", kinds=["Target"]).choice.curie == "HGNC:6207"


def test_a_short_name_means_what_the_document_speaks_of(lexicon, index):
    grounder = Grounder(lexicon, index)
    found = grounder.ground("PG", context="Patients were given penicillin G. PG was well tolerated.")
    assert [one.curie for one in found.candidates] == ["CHEBI:18208", "HGNC:6207"]
    assert found.candidates[1].score < 0.5 < found.candidates[0].score


def test_a_letter_in_brackets_behind_a_drug(lexicon):
    found = Grounder(lexicon).ground("K", context="They were given carfilzomib (K) and dexamethasone.")
    assert found.choice.label == "carfilzomib"
    assert Grounder(lexicon).ground("K").choice is None


def test_all_candidates_are_kept_in_order(lexicon, index):
    found = Grounder(lexicon, index).ground("heart failure", near=0.5)
    assert found.choice is found.candidates[0]
    scores = [one.score for one in found.candidates]
    assert scores == sorted(scores, reverse=True)
    assert {"lexicon", "mesh"} <= {one.source for one in found.candidates}


@pytest.mark.parametrize("name", ["ORR", "Isa-Pd", "anti-CD38 antibody"])
def test_a_thing_without_an_identifier(lexicon, name):
    choice = Grounder(lexicon).ground(name).choice
    assert choice.curie == ""
    assert not [mapping for mapping in choice.mappings if mapping.relation == "exact"]


@pytest.mark.parametrize(
    "name", ["", " ", "x" * 10_000, "(((", "\x00", "no such thing at all", "a" * 300 + " of " * 50]
)
def test_strange_names_are_nothing(lexicon, index, name):
    assert Grounder(lexicon, index).ground(name, context="some text").choice is None


def test_vocabularies_without_an_index(lexicon):
    assert Grounder(lexicon, prefixes=["DRUGBANK"]).ground("Sarclisa").choice.curie == "DRUGBANK:DB14811"
    assert Grounder(lexicon, prefixes=["CL"]).ground("Sarclisa").choice is None
