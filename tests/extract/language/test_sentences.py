import pytest
from trialgraph.extract.language.sentences import LONGEST


def sentences(read, text: str) -> list[str]:
    return [s.text.strip() for s in read(text).sents]


@pytest.mark.parametrize(
    "text",
    [
        "Median PFS was 35.7 vs. 19.2 months in the two arms.",
        "This was shown by Moreau et al. Lancet readers know it.",
        "See Fig. 2 and Table No. 4 for more.",
        "The difference was significant (P <.001).",
        "One dose (e.g. 20 mg) was given.",
        "Patients (aged 18 years. No upper limit) were eligible.",
        "P. Moreau and T. Facon led it.",
        "Grades were mild; events were few; none was fatal.",
        "A total of 302 patients were enrolled at U.S. sites.",
    ],
)
def test_keeps_a_sentence_whole(read, text):
    assert sentences(read, text) == [text]


@pytest.mark.parametrize(
    "parts",
    [
        ("All were treated.", "None died."),
        ("All were treated.", "mTOR was not tested."),
        ("Enrolment ended.", "302 patients were assigned."),
        ("Was it safe?", "It was."),
        ("He said “all is well.”", "All left."),
        ("RESULTS Of 302 patients, 179 were assigned.", "CONCLUSIONS It works."),
        ("Background: Myeloma is incurable.", "Findings: Survival was longer."),
        ("A heading without a stop", "Text of the paragraph."),
        ("It was given i.v.", "The next dose followed."),
        ("Two died in arm B.", "Survival was similar."),
        ("It was 40% with DC and 30% with D.", "Toxicity was mild."),
        ("They took vitamin D.", "Sunlight was as good."),
    ],
)
def test_breaks_between_sentences(read, parts):
    glue = "\n" if "stop" in parts[0] else " "
    assert sentences(read, glue.join(parts)) == list(parts)


def test_no_sentence_without_end(read):
    text = "isatuximab and dexamethasone, " * 1000
    spans = list(read(text).sents)
    assert all(len(s) <= LONGEST + 1 for s in spans)
    assert "".join(s.text_with_ws for s in spans) == text
    assert all(s.text.strip().endswith(",") for s in spans)


def test_missing_closing_bracket_holds_only_so_much(read):
    text = "(" + "one two three four. Five six seven. " * 30
    assert len(sentences(read, text)) > 10


def test_empty_text(read):
    assert list(read("").sents) == []
