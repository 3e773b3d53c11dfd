import pytest
from spacy.language import Language
from trialgraph.extract.language.neural import neural_model
from trialgraph.extract.language.pipeline import load_pipeline


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_pipeline()


def test_one_pipeline_per_process(nlp):
    assert load_pipeline() is nlp
    assert nlp.pipe_names == [
        "trialgraph_sentences", "trialgraph_abbreviations", "trialgraph_mentions", "trialgraph_assertion",
        "trialgraph_neural",
    ]  # fmt: skip


def test_reads_a_document(nlp):
    doc = nlp("Carfilzomib may cause nausea. Patients with progression-free survival (PFS) data received isatuximab.")
    assert len(list(doc.sents)) == 2
    assert doc._.abbreviations == {"PFS": "progression-free survival"}
    first, *_, last = doc.spans["mentions"]
    assert (first.label_, first.kb_id_, first._.assertion) == ("Drug", "carfilzomib", "affirmed")
    assert (last.text, last._.assertion) == ("isatuximab", "affirmed")


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
