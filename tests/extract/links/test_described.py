"""Classes, targets and mechanisms that a text describes in words of its own."""

import pytest
from trialgraph.extract.language.pipeline import load_pipeline
from trialgraph.extract.links import read_links
from trialgraph.extract.links.described import targets_of
from trialgraph.ontology.facts import Concept, Link


def told(text: str, predicate: str) -> set[tuple[str, str]]:
    """The drug and the object's name of every link of a kind."""
    found: set[tuple[str, str]] = set()
    for candidate in read_links(load_pipeline()(text)):
        link = candidate.claim
        assert 0 <= candidate.start < candidate.end <= len(text)
        if isinstance(link, Link) and link.predicate == predicate and isinstance(link.subject, Concept):
            found.add((link.subject.name, link.object.name))
    return found


@pytest.mark.parametrize(
    ("text", "drug", "name"),
    [
        ("Cinchonine is a novel, orally active quinoline derivative. Verapamil is an oral phenylalkylamine derivative.",
         "verapamil", "phenylalkylamine derivative"),
        ("Adults took risankizumab, an anti-interleukin-23p19 monoclonal antibody, or placebo.", "risankizumab",
         "anti-interleukin-23p19 monoclonal antibody"),
        ("Temozolomide (TMZ; Temodal, Merck) is a novel antiangiogenesis drug.", "temozolomide",
         "antiangiogenesis drug"),
        ("Patients had chemotherapy (eribulin, ixabepilone, or paclitaxel).", "ixabepilone", "chemotherapy"),
        ("Afatinib is an oral, irreversible ErbB family blocker.", "afatinib", "ErbB family blocker"),
        ("Angiotensin II antagonist treatment with candesartan was safe.", "candesartan", "angiotensin II antagonist"),
    ],
)  # fmt: skip
def test_classes_in_words(text: str, drug: str, name: str) -> None:
    assert (drug, name) in told(text, "inClass")


@pytest.mark.parametrize(
    ("text", "drug", "targets"),
    [
        ("Adults took risankizumab, an anti-interleukin-23p19 monoclonal antibody.", "risankizumab",
         {"interleukin-23p19"}),
        ("Axitinib is a selective inhibitor of vascular endothelial growth factor receptor 1, 2 and 3.",
         "axitinib", {"VEGFR1", "VEGFR2", "VEGFR3"}),
        ("Samotolisib (a PI3K/mTOR dual kinase and DNA-dependent protein kinase inhibitor) was new.", "samotolisib",
         {"PI3K", "mTOR", "DNA-dependent protein kinase"}),
        ("Benefit of the VEGF receptor (VEGFR) targeting agent, vandetanib, was small.", "vandetanib", {"VEGFR"}),
    ],
)  # fmt: skip
def test_targets_in_words(text: str, drug: str, targets: set[str]) -> None:
    assert told(text, "targets") == {(drug, target) for target in targets}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Zoledronic acid is a bisphosphonate that induces osteoclast apoptosis and inhibits bone resorption by "
         "inhibiting the mevalonate pathway.",
         {"osteoclast apoptosis", "inhibition of osteoclast activity", "inhibition of mevalonate pathway"}),
        ("Zoledronic acid is able to down-regulate the AGAT activity.", {"down-regulation of AGAT activity"}),
        ("Zoledronic acid can inhibit the proliferation and migration of endothelial cells.",
         {"inhibition of proliferation and migration of endothelial cells"}),
        ("Zoledronic acid inhibited bone resorption in this trial.", set[str]()),
        ("Zoledronic acid inhibits bone resorption directly.", {"inhibition of osteoclast activity"}),
        ("Zoledronic acid inhibits breast cancer recurrence.", set[str]()),
    ],
)  # fmt: skip
def test_mechanisms_in_words(text: str, names: set[str]) -> None:
    assert told(text, "hasMechanism") == {("zoledronic acid", name) for name in names}


def test_words_of_quality_name_no_class() -> None:
    assert told("Bortezomib is a novel, highly active agent.", "inClass") == set()


def test_the_targets_in_a_name() -> None:
    assert targets_of("thrombopoietin receptor agonist") == [Concept("Target", "thrombopoietin receptor")]
    assert [target.name for target in targets_of("CD20xCD3 bispecific antibody")] == ["CD20", "CD3"]
    both = [target.name for target in targets_of("bradykinin 1 and 2 receptor antagonist")]
    assert both == ["bradykinin 1 receptor", "bradykinin 2 receptor"]
    assert not targets_of("quinoline derivative")
