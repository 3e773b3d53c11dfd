import pytest
import spacy
from spacy.language import Language
from trialgraph.extract.language.neural import OWN_MODEL, neural_model
from trialgraph.extract.language.pipeline import load_pipeline
from trialgraph.ontology.errors import TrialgraphError


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_pipeline()


def test_one_pipeline_per_process(nlp):
    assert load_pipeline() is nlp
    assert nlp.pipe_names == [
        "trialgraph_sentences", "trialgraph_abbreviations", "trialgraph_mentions", "trialgraph_entities",
        "trialgraph_neural",
    ]  # fmt: skip


def test_unknown_model_is_refused_with_a_remedy():
    with pytest.raises(TrialgraphError, match=r"no_such_model.*install"):
        load_pipeline("no_such_model")


def test_model_may_be_a_folder():
    parser = neural_model(load_pipeline(str(OWN_MODEL)))
    assert "parser" in parser.model.pipe_names


def test_components_work_in_another_pipeline():
    other = spacy.blank("en")
    other.add_pipe("trialgraph_sentences")
    other.add_pipe("trialgraph_abbreviations")
    doc = other("All were treated. None died.")
    assert len(list(doc.sents)) == 2


def test_model_was_trained_on_the_same_tokens(nlp):
    text = "Isatuximab–dexamethasone (20mg/m2) gave 19.2 months (95%CI 15.8-25.0; p<0.001)."
    assert [t.text for t in neural_model(nlp).model.make_doc(text)] == [t.text for t in nlp.make_doc(text)]


def test_reads_a_document(nlp):
    doc = nlp("Carfilzomib may cause nausea. Patients with progression-free survival (PFS) data received isatuximab.")
    assert len(list(doc.sents)) == 2
    assert doc._.abbreviations == {"PFS": "progression-free survival"}
    first, *_, last = doc.spans["mentions"]
    assert (first.label_, first.kb_id_) == ("Drug", "carfilzomib")
    assert last.text == "isatuximab"


def test_neural_model_parses_chosen_sentences(nlp):
    doc = nlp("All were enrolled. Isatuximab targets CD38.")
    (parsed,) = neural_model(nlp).parse([list(doc.sents)[1]])
    verb = next(t for t in parsed if t.dep_ == "ROOT")
    assert (verb.text, verb.lemma_) == ("targets", "target")
    assert {t.dep_: t.text for t in verb.children}["dobj"] == "CD38"


def test_neural_entities_are_spans_of_the_document(nlp):
    doc = nlp("Nothing here. Warfarin was stopped.")
    (entity,) = neural_model(nlp).entities(doc.sents)
    assert (entity.text, entity.label_, entity.doc) == ("Warfarin", "Chemical", doc)
