import pytest
from trialgraph.extract.language.entities import recognise
from trialgraph.extract.language.entities.entity import Entity, Term
from trialgraph.extract.language.entities.recognition import spread
from trialgraph.extract.language.entities.tagger import EntityTagger, trim
from trialgraph.extract.language.pipeline import load_pipeline
from trialgraph.ontology.errors import TrialgraphError


def texts(doc, entities):
    return [(doc[e.start : e.end].text, e.kind) for e in sorted(entities)]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Patients were treated with zorbelamine 20 mg daily or placebo.", "zorbelamine", "Chemical"),
        ("We report a case of zorbelamine-induced hepatic failure.", "hepatic failure", "Disease"),
        ("Lithium caused renal tubular acidosis in two patients.", "renal tubular acidosis", "Disease"),
    ],
)
def test_recognises_what_no_lexicon_knows(text, name, kind):
    doc = load_pipeline()(text)
    assert (name, kind) in texts(doc, recognise(doc))


def test_text_without_names_has_none():
    doc = load_pipeline()("We thank the nurses and the families of all who took part.")
    assert recognise(doc) == []


def test_empty_text_has_none():
    assert recognise(load_pipeline()("")) == []


def test_name_tagged_once_is_tagged_everywhere():
    doc = load_pipeline()("Quintarol helped. Later quintarol did not.")
    assert texts(doc, spread(doc, [Entity(0, 1, "Chemical")])) == [("Quintarol", "Chemical"), ("quintarol", "Chemical")]


def test_most_frequent_kind_wins():
    doc = load_pipeline()("Zestora, zestora and zestora.")
    found = [Entity(0, 1, "Chemical"), Entity(2, 3, "Disease"), Entity(4, 5, "Disease")]
    assert {kind for _, kind in texts(doc, spread(doc, found))} == {"Disease"}


def test_short_form_has_the_kind_of_its_long_form():
    doc = load_pipeline()("Septic lung disease (SLD) is rare. SLD heals.")
    found = texts(doc, spread(doc, [Entity(0, 3, "Disease")]))
    assert found == [("Septic lung disease", "Disease"), ("SLD", "Disease"), ("SLD", "Disease")]


def test_spread_leaves_what_is_taken():
    doc = load_pipeline()("Iron and iron oxide.")
    found = texts(doc, spread(doc, [Entity(0, 1, "Chemical"), Entity(2, 4, "Chemical")]))
    assert found == [("Iron", "Chemical"), ("iron oxide", "Chemical")]


def test_a_salt_is_named_with_its_metal():
    doc = load_pipeline()("A cream with aluminum zorbohydrate.")
    assert texts(doc, spread(doc, [Entity(4, 5, "Chemical")])) == [("aluminum zorbohydrate", "Chemical")]


def test_trims_space_and_open_brackets():
    doc = load_pipeline()("renal failure \n(RF")
    assert doc[slice(*trim(doc, 0, len(doc)))].text == "renal failure"


def test_terms_of_a_terminology_are_heard():
    text = "Xyq levels rose in the sera of xyq workers."
    doc = load_pipeline()(text)
    with_terms = recognise(doc, [Term(0, 3, "Chemical"), Term(31, 34, "Chemical")])
    assert len(with_terms) >= len(recognise(doc))


def test_weights_that_are_none_are_refused(tmp_path):
    (tmp_path / "weights.crf").write_bytes(b"nonsense")
    with pytest.raises(TrialgraphError, match="no weights"):
        EntityTagger(tmp_path / "weights.crf")
