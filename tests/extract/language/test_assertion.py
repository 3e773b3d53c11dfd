import pytest
from trialgraph.extract.language.assertion import assertion_at


@pytest.mark.parametrize(
    ("text", "assertion"),
    [
        ("Carfilzomib caused anemia.", "affirmed"),
        ("There was no anemia.", "negated"),
        ("Patients without fever or anemia were seen.", "negated"),
        ("It did not cause anemia.", "negated"),
        ("Neither neutropenia nor anemia occurred.", "negated"),
        ("The drug failed to prevent anemia.", "negated"),
        ("Anemia was not observed.", "negated"),
        ("It may cause anemia.", "speculative"),
        ("These data suggest anemia.", "speculative"),
        ("We hypothesised that it prevents anemia.", "speculative"),
        ("Results on anemia are awaited.", "speculative"),
        ("The drug appears to cause anemia.", "speculative"),
        ("It was done to evaluate whether anemia improves.", "speculative"),
        ("No nausea occurred, but anemia did.", "affirmed"),
        ("Patients with no prior therapy had anemia.", "affirmed"),
        ("There was no significant difference in anemia.", "affirmed"),
        ("PFS was not reached with anemia.", "affirmed"),
        ("It was used with or without anemia.", "affirmed"),
        ("It may work. Anemia occurred.", "affirmed"),
        ("Patients with anemia for whom surgery is not recommended were treated.", "affirmed"),
        ("It caused not only nausea but anemia.", "affirmed"),
    ],
)
def test_assertion_of_a_mention(read, text, assertion):
    doc = read(text)
    assert doc.spans["mentions"][-1]._.assertion == assertion


def test_history(read):
    doc = read("Prior carfilzomib was allowed; isatuximab was given.")
    assert [m._.historical for m in doc.spans["mentions"]] == [True, False]


@pytest.mark.parametrize(
    ("text", "assertion"),
    [
        ("Isatuximab targets CD38.", "affirmed"),
        ("Isatuximab does not target EGFR.", "negated"),
        ("Isatuximab may target EGFR.", "speculative"),
        ("Patients with no fever received isatuximab.", "affirmed"),
    ],
)
def test_assertion_of_a_clause(read, text, assertion):
    assert assertion_at(read(text), 0, len(text)) == assertion


def test_assertion_of_a_stretch_beyond_the_scope(read):
    text = "Isatuximab may cause nausea, whereas carfilzomib causes anemia."
    assert assertion_at(read(text), text.index("carfilzomib"), len(text)) == "affirmed"
