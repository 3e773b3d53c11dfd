import pytest


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("relapsed or refractory multiple myeloma", None),
        ("relapsed/refractory MM", "relapsed or refractory multiple myeloma"),
        ("relapsed and/or refractory multiple myeloma", "relapsed or refractory multiple myeloma"),
        ("newly diagnosed multiple myeloma", None),
        ("lenalidomide-refractory multiple myeloma", None),
        ("unresectable or locally advanced triple-negative breast cancer", None),
        ("HER2-positive metastatic breast cancer", "her2-positive metastatic breast cancer"),
        ("hormone receptor-positive advanced breast cancer", None),
        ("EGFR mutation-positive stage IIIB or IV non-small cell lung cancer", None),
        (
            "epidermal growth factor receptor (EGFR) mutation-positive NSCLC",
            "epidermal growth factor receptor mutation-positive non-small cell lung cancer",
        ),
        ("BRCA1/2-mutated ovarian cancer", "brca1/2-mutated ovarian cancer"),
        ("previously untreated advanced NSCLC", "previously untreated advanced non-small cell lung cancer"),
        ("recurrent squamous cell carcinoma of the head and neck", None),
        ("platinum-resistant ovarian cancers", "platinum-resistant ovarian cancer"),
        ("oesophageal adenocarcinoma", "esophageal adenocarcinoma"),
        ("metastatic head and neck cancer", None),
        ("smouldering multiple myeloma", "smoldering multiple myeloma"),
    ],
)
def test_disease_with_its_modifiers(found, text, name):
    expected = (name or text).lower()
    assert found(f"Adults with {text} were enrolled") == [(text, "Disease", expected)]


@pytest.mark.parametrize("text", ["the tumor was measured", "malignancy", "advanced age", "a positive result"])
def test_no_disease_without_a_site(found, text):
    assert found(text) == []


def test_head_of_a_phrase_is_kept(read):
    doc = read("relapsed multiple myeloma")
    (mention,) = doc.spans["mentions"]
    assert mention._.head == "multiple myeloma"
    assert mention._.method == "disease phrase"


def test_abbreviation_of_a_phrase(found):
    text = "In relapsed or refractory multiple myeloma (RRMM) it is used. RRMM recurs."
    assert found(text)[-1] == ("RRMM", "Disease", "relapsed or refractory multiple myeloma")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("anti-CD38 monoclonal antibodies", "anti-cd38 monoclonal antibody"),
        ("anti–PD-1 therapy", "anti-pd-1 therapy"),
        ("anti-CD38 humanised IgG1 monoclonal antibody", "anti-cd38 monoclonal antibody"),
        ("anti-CD38 mAb", "anti-cd38 monoclonal antibody"),
        ("EGFR inhibitors", "egfr inhibitor"),
        ("EGFR TKIs", "egfr tyrosine kinase inhibitor"),
        ("EGFR tyrosine kinase inhibitor", "egfr tyrosine kinase inhibitor"),
        ("MEK inhibitor", "mek inhibitor"),
        ("anti-programmed death-1 (PD-1) antibody", "anti-pd-1 antibody"),
        ("epidermal growth factor receptor (EGFR) tyrosine kinase inhibitor", "egfr tyrosine kinase inhibitor"),
        ("anti-B-cell maturation antigen (BCMA) antibody", "anti-bcma antibody"),
        ("matrix metalloproteinase inhibitors", "metalloproteinase inhibitor"),
        ("BCMA-targeting antibodies", "bcma-targeting antibody"),
        ("proteasome inhibitors", "proteasome inhibitor"),
    ],
)
def test_class_named_by_its_target(found, text, name):
    assert found(f"Several {text} exist")[-1][1:] == ("DrugClass", name)


def test_target_is_nested_in_its_class(read):
    doc = read("an anti-CD38 antibody")
    assert [(m.text, m.label_) for m in doc.spans["nested"]] == [("CD38", "Target")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("proteasome inhibition", "proteasome inhibition"),
        ("NK-cell activation", "natural killer cell activation"),
        ("inhibition of the proteasome", "proteasome inhibition"),
    ],
)
def test_mechanism_named_by_what_is_acted_on(found, text, name):
    assert found(f"It leads to {text} soon") == [(text, "Mechanism", name)]
