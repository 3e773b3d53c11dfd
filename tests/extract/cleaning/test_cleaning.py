import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from trialgraph.extract.cleaning import clean

NASTY = st.text(
    alphabet=st.sampled_from(
        "abcdefgMm 019.,;:%()[]|\n\t-–—·•*†²\u00ad\u00a0\u2009\u200b\ufb01\ufffd\x00’“/=<≥\ud800\U0001f9ec"
    ),
    max_size=300,
)


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        ("median 19·15 (15·77–not reached) months", "median 19.15 (15.77-not reached) months"),
        ("p=·0007, p = ·02", "p=.0007, p = .02"),
        ("six of 35 or 17. 1% of women", "six of 35 or 17.1% of women"),
        ("in 2017. 45% of them", "in 2017. 45% of them"),
        ("in arm 12. Of these", "in arm 12. Of these"),
        ("(95% CI: 19.8% -38.8%)", "(95% CI: 19.8%-38.8%)"),
        ("n\u00a0=\u200915 \u2212 3", "n = 15 - 3"),
        ("1\u2009030 cells", "1030 cells"),
        ("In 20 060 women (n=10 051; P=0 001) for 12 030s", "In 20060 women (n=10051; P=0 001) for 12 030s"),
        ("ef\ufb01cacy of carfil\u00adzomib\u200b", "efficacy of carfilzomib"),
        ("56 mg/m² and 75 mg/m (2)", "56 mg/m2 and 75 mg/m2"),
        ("56 mg m-2, 75 mg m(\u22122) and 80 mg m\u22122cisplatin", "56 mg/m2, 75 mg/m2 and 80 mg/m2 cisplatin"),
        ("15 mg m-2.5", "15 mg m-2.5"),
        ("3 mg per kilogram of body weight or 1 mg per kg", "3 mg/kg or 1 mg/kg"),
        ("100 mg per square meter of body-surface area", "100 mg/m2"),
        ("75 mg/m² body surface area, 10 mg/kg bodyweight", "75 mg/m2, 10 mg/kg"),
        ("weights per kilogram-metre", "weights per kilogram-metre"),
        ("10⁹ cells", "10^9 cells"),
        ("the patient’s “own” cells", 'the patient\'s "own" cells'),
        ("72%* of patients†, HLA-A*02:01", "72% of patients, HLA-A*02:01"),
        ("the dose  was", "the dose was"),
        ("12 percent or 3.5 per cent, by 5 percentage points", "12% or 3.5%, by 5 percentage points"),
        ("aged > or = 65, P < or = .05, >or equal to 3", "aged ≥ 65, P ≤ .05, ≥ 3"),
        ("10 micrograms/kg, 5-microg or 20 milligrams", "10 µg/kg, 5 µg or 20 mg"),
        ("5micrograms, 20milligrams", "5 µg, 20 mg"),
        ("vs. placebo: 11% vs. 12%, 1.4%vs.6.4%, 5 vs.6", "vs placebo: 11% vs 12%, 1.4% vs 6.4%, 5 vs 6"),
    ],
)
def test_characters_are_repaired(stored, expected):
    assert clean(stored).text == expected


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        ("the treat-\nment of myeloma", "the treatment of myeloma"),
        ("an isatuximab-\nbased regimen; based on isatuximab", "an isatuximab-based regimen; based on isatuximab"),
        ("well-known, so well-\nknown", "well-known, so well-known"),
        ("an anti-CD-\n38 antibody", "an anti-CD-38 antibody"),
        ("63%-\n92%", "63%-92%"),
        ("10 mg/\nkg weekly", "10 mg/kg weekly"),
        ("pomalidomide–\ndexamethasone", "pomalidomide-dexamethasone"),
        ("carfil\u00ad\nzomib", "carfilzomib"),
        ("a head-\nto-head trial", "a head-to-head trial"),
    ],
)
def test_words_broken_over_lines_are_joined(stored, expected):
    assert clean(stored).text == expected


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        ("Median survival was\nnot reached.", "Median survival was not reached."),
        ("First paragraph.\n\nSecond paragraph.", "First paragraph.\n\nSecond paragraph."),
        ("a regimen for adults with \n\nrelapsed disease", "a regimen for adults with relapsed disease"),
        ("RESULTS\nAll were treated.", "RESULTS\nAll were treated."),
        ("Surgery of liver metastases: a randomised trial\n20% of" + 60 * " all", None),
        ("Seen were:\n• anemia\n• fatigue", "Seen were:\n• anemia\n• fatigue"),
        ("| Event | Kd |\n| Anemia | 3 |", "| Event | Kd |\n| Anemia | 3 |"),
        ("Neutropenia 2 (67) 1 (33)\nAnemia 1 (33) 1 (33)", "Neutropenia 2 (67) 1 (33)\nAnemia 1 (33) 1 (33)"),
        ("\n  \n", ""),
        ("", ""),
    ],
)
def test_line_ends_are_kept_where_they_part_something(stored, expected):
    assert clean(stored).text == (stored if expected is None else expected)


@pytest.mark.parametrize(("stop", "joint"), [("i.v.", " "), ("weekly.", "\n"), ("i.v. daily.", "\n")])
def test_a_stop_within_a_word_does_not_end_a_long_line(stop, joint):
    line = "Patients with lymphoma were given the drug " * 5 + stop
    assert (
        clean(f"{line}\nevery three weeks until they fell ill.").text
        == f"{line}{joint}every three weeks until they fell ill."
    )


def test_a_text_put_together_from_its_tokens_is_read_as_it_was():
    stored = "PFS ( 5.7 v 3.6 months ; P = .009 ) , or OS [ 95 % CI ] , rose . At 75 mg / m2 , it fell ( in part ) ."
    expected = "PFS (5.7 v 3.6 months; P = .009), or OS [95% CI], rose. At 75 mg/m2, it fell (in part)."
    assert clean(stored).text == expected
    assert clean("( a ) , and x").text == "( a ) , and x"


def test_bracketed_reference_marks_go_where_the_text_uses_them():
    cited = "Myeloma is rare [1, 2]. It relapses [3–5]. Survival has grown [6]."
    assert clean(cited).text == "Myeloma is rare. It relapses. Survival has grown."
    assert clean("a mean of 59 [11] years").text == "a mean of 59 [11] years"


def test_raised_reference_marks_go_where_the_text_uses_them():
    cited = "It is incurable.1 New drugs came.2,3 They work well.4-6 We used the criteria18 with care in grade3 events."
    cleaned = clean(cited).text
    assert (
        cleaned == "It is incurable. New drugs came. They work well. We used the criteria with care in grade3 events."
    )
    raised = "It is rare.1 It relapses.2 It lasts.3 Survival grew (HR, 0.87).5,6 It was safe."
    assert clean(raised).text == "It is rare. It relapses. It lasts. Survival grew (HR, 0.87). It was safe."
    assert clean("Overall10 mg").text == "Overall10 mg"


def test_running_heads_and_page_numbers_are_dropped():
    pages = [
        f"Isatuximab in myeloma: a review 68{page}\n" + "\n".join(["Text goes on here and"] * 20) for page in range(3)
    ]
    assert "a review" not in clean("\n".join(pages)).text


def test_page_numbers_are_dropped_and_other_numbers_kept():
    body = "\n".join(["The text of the page goes on here and"] * 20)
    assert clean(f"{body}\n1816\n{body}\n1817\n{body}").text.count("181") == 0
    assert clean("Excluded during screening\n\n97\n\nIncluded\n\n44").text.count("97") == 1


def test_a_lost_ligature_is_found_again_from_the_text():
    assert clean("con\ufffdnued treatment; they continued").text == "continued treatment; they continued"
    assert clean("un\ufffdl then").text == "un\ufffdl then"


def test_spans_lead_back_to_the_stored_words():
    stored = "the dexametha-\nsone  arm:\n19·15 months"
    cleaned = clean(stored)
    for quoted, original in (("dexamethasone", "dexametha-\nsone"), ("19.15 months", "19·15 months"), ("arm", "arm")):
        start = cleaned.text.index(quoted)
        first, last = cleaned.span(start, start + len(quoted))
        assert stored[first:last] == original


@pytest.mark.parametrize(("start", "end"), [(-1, 1), (2, 1), (0, 99)])
def test_a_span_outside_the_text_is_refused(start, end):
    with pytest.raises(ValueError, match="outside"):
        clean("short").span(start, end)


@example(" \r\xad")
@given(NASTY | st.text(max_size=200))
def test_alignment_is_monotone_and_in_range(stored):
    cleaned = clean(stored)
    assert re.search(r"[\u00a0\u00ad\u2009\u2212]", cleaned.text) is None
    last = 0
    for offset in range(len(cleaned.text)):
        start, end = cleaned.span(offset, offset + 1)
        assert last <= start < end <= len(stored)
        last = start
    assert cleaned.span(0, 0) == (0, 0)


@given(NASTY)
def test_letters_are_never_invented(stored):
    cleaned = clean(stored)
    for offset, character in enumerate(cleaned.text):
        start, end = cleaned.span(offset, offset + 1)
        if character.isalpha() and "\ufb01" not in stored[start:end] and "\ufffd" not in stored[start:end]:
            assert character in stored[start:end]


@given(NASTY)
def test_the_way_there_undoes_the_way_back(stored):
    cleaned = clean(stored)
    for offset in range(len(cleaned.text)):
        start, end = cleaned.cleaned_span(*cleaned.span(offset, offset + 1))
        assert start <= offset < end


@given(NASTY, st.integers(0, 300), st.integers(0, 300))
def test_any_stored_span_has_its_place(stored, one, other):
    start, end = sorted((min(one, len(stored)), min(other, len(stored))))
    cleaned = clean(stored)
    first, last = cleaned.cleaned_span(start, end)
    assert 0 <= first <= last <= len(cleaned.text)
    assert first == last or cleaned.span(first, last)[1] > start
