import pytest
import spacy
from spacy.language import Language
from trialgraph.extract.language.neural import OWN_MODEL


@pytest.fixture(scope="module")
def model() -> Language:
    return spacy.load(OWN_MODEL)


def entities(model: Language, text: str) -> set[tuple[str, str]]:
    return {(entity.text, entity.label_) for entity in model(text).ents}


def test_has_the_promised_components(model):
    promised = {"tagger", "parser", "attribute_ruler", "lemmatizer", "ner"}
    assert promised <= set(model.pipe_names)
    assert set(model.pipe_labels["ner"]) == {"Chemical", "Disease"}


def test_is_small_and_has_a_card():
    files = [path for path in OWN_MODEL.rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= 25_000_000
    assert (OWN_MODEL / "MODEL_CARD.md").is_file()


@pytest.mark.parametrize("name", ["Velatomab", "Drufenib", "Noraparib", "Kestaciclib"])
def test_invented_drug_is_subject_and_chemical(model, name):
    doc = model(f"{name} inhibits tumour growth and was given to patients with breast cancer.")
    verb = doc[1]
    assert (verb.tag_, verb.lemma_, verb.dep_) == ("VBZ", "inhibit", "ROOT")
    assert (doc[0].dep_, doc[0].head) == ("nsubj", verb)
    assert (name, "Chemical") in entities(model, doc.text)
    assert ("breast cancer", "Disease") in entities(model, doc.text)


def test_effect_of_a_drug_is_found(model):
    found = entities(model, "Two patients developed lomustafen-induced hepatitis.")
    assert found == {("lomustafen", "Chemical"), ("hepatitis", "Disease")}


def test_sentences_and_numbers(model):
    doc = model("Median survival was 12.3 months. The drug did not delay progression.")
    assert [sentence.text for sentence in doc.sents] == [
        "Median survival was 12.3 months.", "The drug did not delay progression."
    ]  # fmt: skip
    assert [token.tag_ for token in doc[3:5]] == ["CD", "NNS"]
    assert any(token.dep_ == "neg" and token.head.text == "delay" for token in doc)
