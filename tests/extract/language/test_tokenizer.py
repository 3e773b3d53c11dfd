import pytest


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("isatuximab–pomalidomide–dexamethasone", "isatuximab – pomalidomide – dexamethasone"),
        ("19.2 months (95%CI 15.8-25.0)", "19.2 months ( 95 % CI 15.8 - 25.0 )"),
        ("20mg/m2", "20 mg / m2"),
        ("p<0.001; HR=0.53", "p < 0.001 ; HR = 0.53"),
        ("grade ≥3", "grade ≥ 3"),
        ("It blocks IGF-1R.", "It blocks IGF - 1R ."),
        ("vitamin D. CsA. U.S. i.v.", "vitamin D . CsA . U.S. i.v."),
        ("1,234 patients", "1,234 patients"),
        ("Smith et al. and/or Fig. 2", "Smith et al. and / or Fig. 2"),
    ],
)
def test_splits_what_trials_glue_together(blank, text, tokens):
    assert [t.text for t in blank(text) if not t.is_space] == tokens.split()


@pytest.mark.parametrize(
    "text", ["(" * 50_000, "a-(" * 20_000, '"' * 50_000, "x" * 50_000, "a" * 301, "", " \n ", "é–" * 500]
)
def test_loses_nothing_of_text_without_spaces(blank, text):
    assert blank.make_doc(text).text == text


def test_long_words_stay_whole(blank):
    word = "pneumonoultramicroscopicsilicovolcanoconiosis"
    assert [t.text for t in blank(f"{word} {word}")] == [word, word]
