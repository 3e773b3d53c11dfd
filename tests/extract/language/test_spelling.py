import pytest
from trialgraph.extract.language.spelling import american, fold, singular


@pytest.mark.parametrize(
    ("british", "expected"),
    [
        ("tumours", "tumors"), ("leukaemia", "leukemia"), ("oesophageal", "esophageal"), ("oedema", "edema"),
        ("gastrooesophageal", "gastroesophageal"), ("gastroesophageal", "gastroesophageal"), ("anaemia", "anemia"),
        ("haematological", "hematological"), ("diarrhoea", "diarrhea"), ("dyspnoea", "dyspnea"),
        ("leucopenia", "leukopenia"), ("paediatric", "pediatric"), ("smouldering", "smoldering"),
        ("localised", "localized"), ("randomised", "randomized"), ("hour", "hour"), ("does", "does"),
    ],
)  # fmt: skip
def test_american_spelling(british, expected):
    assert american(british) == expected


@pytest.mark.parametrize(
    ("plural", "expected"),
    [
        ("cancers", "cancer"), ("neuropathies", "neuropathy"), ("metastases", "metastasis"), ("virus", "virus"),
        ("diseases", "disease"), ("thrombosis", "thrombosis"), ("gas", "gas"), ("illness", "illness"),
    ],
)  # fmt: skip
def test_singular(plural, expected):
    assert singular(plural) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [("Tumours", "tumor"), ("Anaemia", "anemia"), ("neuropathies", "Neuropathy"), ("metastases", "metastasis"),
     ("DIARRHOEA", "diarrhea"), ("naïve", "naive"), ("responses", "response")],
)  # fmt: skip
def test_spellings_fold_to_one_form(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("PFS", "PF"), ("CD38", "CD3"), ("nausea", "nauseous"), ("Isa", "is")])
def test_different_words_stay_apart(one, other):
    assert fold(one) != fold(other)
