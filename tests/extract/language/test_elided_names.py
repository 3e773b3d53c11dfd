"""Names that leave out the words they share with the next: each is a name of its own, and its text no synonym."""

import pytest
from trialgraph.extract import Extractor
from trialgraph.extract.configuration import AS_SHIPPED
from trialgraph.extract.language.pipeline import load_pipeline
from trialgraph.ontology.document import Document


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("advanced gastric or esophageal cancer", {"advanced gastric cancer", "esophageal cancer"}),
        ("breast, ovarian and lung cancer", {"breast cancer", "ovarian cancer", "lung cancer"}),
        ("relapsed follicular or marginal zone lymphoma", {"relapsed follicular lymphoma", "marginal zone lymphoma"}),
        ("type 1 or type 2 diabetes", {"type 1 diabetes", "type 2 diabetes"}),
        ("small cell and non-small cell lung cancer", {"small cell lung cancer", "non-small cell lung cancer"}),
        ("bladder/renal cancer", {"bladder cancer", "renal cell carcinoma"}),
        ("bacterial, viral, and fungal infections", {"bacterial infection", "viral infection", "fungal infection"}),
        ("back and chest pain", {"back pain", "chest pain"}),
        ("chronic, cancer-related pain", {"cancer pain"}),
        ("fever and chest infection", {"fever", "lower respiratory tract infection"}),
        ("infusion reactions (IRs) and chest infection", {"infusion reaction", "lower respiratory tract infection"}),
    ],
)
def test_each_name_with_the_words_it_shares(text, named):
    doc = load_pipeline(AS_SHIPPED.model)(f"They had {text}.")
    assert {span.kb_id_ for span in doc.spans["mentions"]} == named


def test_what_leaves_out_words_is_no_synonym():
    text = "Ramucirumab was given to patients with gastric or esophageal cancer."
    reading = Extractor().read(Document(identifier="a", source="a.txt", text=text))
    assert "gastric" not in {use.name for use in reading.names}
    studied = {fact.evidence.quote for fact in reading.facts if getattr(fact.claim, "attribute", "") == "studies"}
    assert studied == {"gastric or esophageal cancer", "esophageal cancer"}
