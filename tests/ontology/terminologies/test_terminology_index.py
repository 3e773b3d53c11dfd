"""The index as it is asked."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from trialgraph.ontology.errors import TerminologyError
from trialgraph.ontology.terminologies import TerminologyIndex, add_terminologies

TABLE = """name\tcurie\tkind\ttype
multiple myeloma\tMONDO:0009693\tlabel\tDisease
plasma cell myeloma\tMONDO:0009693\texact\tDisease
anemia\tMONDO:0002280\tlabel\tDisease
lung cancer\tMONDO:0008903\tlabel\tDisease
leukemia, myeloid, acute\tMONDO:0018874\tlabel\tDisease
acute lymphoblastic leukemia\tMONDO:0004967\tlabel\tDisease
ALL\tMONDO:0004967\texact\tDisease
aseptic shock\tDOID:1\tlabel\tDisease
interleukin-2\tHGNC:6001\tlabel\tGene
IL-2\tHGNC:6001\texact\tGene
A\tDOID:2\tlabel\tDisease
"""


@pytest.fixture
def index(tmp_path):
    (tmp_path / "small.tsv").write_text(TABLE)
    add_terminologies([tmp_path / "small.tsv"], tmp_path / "index")
    with TerminologyIndex.open(tmp_path / "index") as opened:
        yield opened


def test_lookup_tells_how_the_name_was_met(index):
    assert [(named.curie, named.match_kind) for named in index.lookup("anemia")] == [("MONDO:0002280", "exact")]
    assert index.lookup("Anemia")[0].match_kind == "folded"
    assert index.lookup("anaemias")[0].match_kind == "variant"
    assert index.lookup("cancer of the lung")[0][:3] == ("MONDO:0008903", "lung cancer", "lung cancer")
    assert index.lookup("nothing") == ()


def test_term_has_names_and_label(index):
    term = index.term("MONDO:0009693")
    assert (term.label, term.type) == ("multiple myeloma", "Disease")
    assert [name.text for name in term.names] == ["multiple myeloma", "plasma cell myeloma"]
    assert index.term("MONDO:1") is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In multiple myelomas, anaemia.", ["multiple myelomas", "anaemia"]),
        ("A septic shock and all patients", []),
        ("IL 2, IL-2 and IL2 in ALL", ["IL 2", "IL-2", "IL2", "ALL"]),
        ("multiple. Myeloma", []),
        ("polyanemia", []),
        ("Acute myeloid leukaemia", ["Acute myeloid leukaemia"]),
        ("Cancers of the lung were common", ["Cancers of the lung"]),
        ("a cancer of, the lung; the end of", []),
        ("anemia of", ["anemia"]),
    ],
)
def test_match(index, text, found):
    assert [text[span.start : span.end] for span in index.match(text)] == found


def test_no_index(tmp_path):
    with pytest.raises(TerminologyError, match="no index of terminologies"):
        TerminologyIndex.open(tmp_path)


def test_a_name_turned_round_adds_to_the_name_as_it_stands(tmp_path):
    (tmp_path / "small.tsv").write_text(
        "id\tlabel\tsynonyms\nMONDO:0008903\tlung cancer\t\nNCIT:C7377\tCancer of the Lung\t\n"
    )
    add_terminologies([tmp_path / "small.tsv"], tmp_path)
    with TerminologyIndex.open(tmp_path) as index:
        (span,) = index.match("cancer of the lung")
        assert {(term.curie, term.match_kind) for term in span.terms} == {
            ("MONDO:0008903", "variant"),
            ("NCIT:C7377", "folded"),
        }


PIECES = "lung cancer of the all ALL IL-2 s 's anemia multiple myeloma β ǆ \u0301".split()


@given(st.lists(st.sampled_from([*PIECES, " ", " ", "-", ".", ",", "\n", "1"]), max_size=12).map("".join))
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_spans_are_whole_words_in_order_and_lookup_knows_them(index, text):
    after = 0
    for start, end, terms in index.match(text):
        assert after <= start < end <= len(text) and terms
        assert not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
        assert {term.curie for term in terms} <= {named.curie for named in index.lookup(text[start:end])}
        after = end


@pytest.mark.parametrize(
    ("name", "text", "met"),
    [
        ("Met", "patients met criteria", False),
        ("lux", "the LUX trial", False),
        ("a2", "a 2-fold rise", False),
        ("12Mg", "12 mg a day", False),
        ("met(-)", "patients met criteria", False),
        ("CI-20", "95% CI 20 to 30", False),
        ("MONITOR", "the monitors", False),
        ("CI-1", "CI-1.5", False),
        ("heart failure (CHF)", "heart failure (CHF", False),
        ("pain", "Pain was rare", True),
        ("ear", "Ear pain", True),
        ("AE", "AEs of grade 3", True),
        ("MLN9708", "MLN 9708", True),
        ("IL-6", "Il6", True),
        ("Velcade injection", "Velcade® injection", True),
        ("Hodgkin's disease", "Hodgkin disease", True),
        ("poly(ADP-ribose) polymerase", "poly(ADP-ribose) polymerases", True),
    ],
)
def test_which_spellings_meet(tmp_path, name, text, met):
    (tmp_path / "one.tsv").write_text(f"id\tlabel\nMONDO:0000001\t{name}\n")
    add_terminologies([tmp_path / "one.tsv"], tmp_path)
    with TerminologyIndex.open(tmp_path) as index:
        assert bool(index.match(text)) is met
