from itertools import pairwise

import pytest
from trialgraph.extract.language.mentions import is_acronym
from trialgraph.extract.language.stems import is_drug_code, is_drug_name


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("Sarclisa was given", ("Sarclisa", "Drug", "isatuximab")),
        ("ISATUXIMAB was given", ("ISATUXIMAB", "Drug", "isatuximab")),
        ("Isa was given", ("Isa", "Drug", "isatuximab")),
        ("Progression free survival", ("Progression free survival", "Endpoint", "PFS")),
        ("progression–free survival", ("progression–free survival", "Endpoint", "PFS")),
        ("complete responses", ("complete responses", "Endpoint", "CR")),
        ("anti-CD38 cells of CD-38", ("CD-38", "Target", "CD38")),
        ("peripheral neuropathies", ("peripheral neuropathies", "AdverseEvent", "peripheral neuropathy")),
        ("diarrhoea", ("diarrhoea", "AdverseEvent", "diarrhea")),
        ("febrile neutropenia", ("febrile neutropenia", "AdverseEvent", "febrile neutropenia")),
        ("FOLFOX was given", ("FOLFOX", "Regimen", "FOLFOX")),
    ],
)
def test_finds_a_name_in_its_spellings(found, text, mention):
    assert mention in found(text)


@pytest.mark.parametrize(
    "text", ["isa", "he had P D", "an emia", "folfox", "progression-free\nsurvival", "PD-9 was measured"]
)
def test_what_is_not_the_name(found, text):
    assert found(text) == []


def test_longest_name_wins_and_holds_the_rest(read):
    doc = read("febrile neutropenia")
    assert [m.text for m in doc.spans["mentions"]] == ["febrile neutropenia"]
    assert [m.text for m in doc.spans["nested"]] == ["neutropenia"]


def test_document_decides_what_its_abbreviation_means(found):
    text = "Febrile neutropenia (FN), dexamethasone (D) and chronic rhinitis (CR). FN, D, CR."
    assert found(text)[-2:] == [("FN", "AdverseEvent", "febrile neutropenia"), ("D", "Drug", "dexamethasone")]


def test_an_abbreviation_spelled_out_by_its_number_keeps_its_meaning(found):
    spelled = "a 20% improvement by the American College of Rheumatology criteria (ACR20); ACR20 was"
    assert found(spelled)[-1] == ("ACR20", "Endpoint", "ACR20 response")
    assert found("The adrenal cortex receptor 2.0 (ACR20) fell. ACR20 was") == []


def test_letter_of_a_drug_counts_where_it_is_used(found):
    text = "Carfilzomib (K) was given. K twice weekly, more K later."
    assert found(text)[1:] == [("K", "Drug", "carfilzomib")] * 3
    assert found("Carfilzomib (K) was given.")[1:] == []


def test_plural_abbreviation_defines_the_singular(found):
    assert found("Proteasome inhibitors (PIs) help. A PI is")[-1] == ("PI", "DrugClass", "proteasome inhibitor")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("patients with a best response of PR or better", "Endpoint"),
        ("PR expression and receptor status were positive", "Target"),
        ("grade 3 anemia was a common adverse event", "AdverseEvent"),
        ("approved for the treatment of anemia", "Disease"),
        ("in patients with anemia", "Disease"),
    ],
)
def test_context_decides_between_meanings(read, text, kind):
    doc = read(text)
    mention = doc.spans["mentions"][-1]
    assert mention.label_ == kind
    assert {c.kind for c in mention._.candidates} > {kind}
    assert mention._.candidates[0].kind == kind


@pytest.mark.parametrize(
    "word", ["elranatamab", "marizomib", "zanubrutinib", "dalpiciclib", "talazoparib", "lobaplatin"]
)
def test_inn_stems(found, word):
    assert is_drug_name(word)
    assert found(f"{word.capitalize()} was given") == [(word.capitalize(), "Drug", word)]


def test_inn_of_two_words(found):
    assert found("Then enfortumab vedotin was given") == [("enfortumab vedotin", "Drug", "enfortumab vedotin")]


@pytest.mark.parametrize("word", ["combine", "oncogene", "concept", "rheostat", "mab", "patients", "accept"])
def test_words_that_only_look_like_drugs(word):
    assert not is_drug_name(word)


@pytest.mark.parametrize("code", ["SAR650984", "MK-3475", "ABT-199", "BMS-936558"])
def test_company_codes(found, code):
    assert is_drug_code(code)
    assert found(f"Then {code} was given") == [(code, "Drug", code)]


@pytest.mark.parametrize("code", ["NCT03275285", "ISRCTN77383050", "CD38", "COVID-19", "ICD-10", "U2OS"])
def test_registry_numbers_and_others_are_no_drugs(found, code):
    assert not is_drug_code(code)
    assert all(kind != "Drug" for _, kind, _ in found(f"Then {code} was given"))


def test_acronyms_need_their_capitals():
    assert is_acronym("APRIL")
    assert not is_acronym("CD38")
    assert not is_acronym("Isa")


def test_mentions_are_sorted_and_apart(read):
    doc = read(
        "EGFR TKIs, anti-CD38 antibodies and Isa in EGFR mutation-positive non-small cell lung cancer with anemia"
    )
    spans = list(doc.spans["mentions"])
    assert spans
    assert all(a.end <= b.start for a, b in pairwise(spans))
