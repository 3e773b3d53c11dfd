import pytest
from trialgraph.extract.language.common_words import is_rare
from trialgraph.extract.language.stems import is_drug_name


@pytest.mark.parametrize("word", ["patients", "randomised", "tolerable", "thrombocytopenia", "mg", "3-year"])
def test_words_of_the_language_are_common(word):
    assert not is_rare(word)


@pytest.mark.parametrize("word", ["alvimopan", "evacetrapib", "isatuximab"])
def test_names_are_rare(word):
    assert is_rare(word)


@pytest.mark.parametrize("name", ["vilanterol", "Evacetrapib", "riociguat", "sofosbuvir", "Ivermectin", "latanoprost"])
def test_stems_that_end_common_words_too_name_drugs(name):
    assert is_drug_name(name)


@pytest.mark.parametrize(
    "word", ["cholesterol", "sitosterol", "phytosterol", "doctrine", "sunshine", "benzine", "April"]
)
def test_common_words_and_sterols_are_no_drugs(word):
    assert not is_drug_name(word)
