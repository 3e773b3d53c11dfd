"""What no fact states: which numbers count as results, and which of them are found in the facts."""

from decimal import Decimal

import pytest
from trialgraph.extract.coverage import uncaptured
from trialgraph.extract.result_numbers import result_numbers, results_of
from trialgraph.ontology.document import Cell, Document, Section, Table
from trialgraph.ontology.facts import (
    AdverseEventResult,
    Concept,
    Evidence,
    Fact,
    Link,
    OutcomeResult,
    Trial,
)

TEXT = "Median PFS was 19.2 months (95% CI 15.8-25.1; p=0.0007). Fatigue occurred in 13 (17%) of 75 patients."
PFS = OutcomeResult(
    trial=Trial("IKEMA"),
    arm=None,
    endpoint=Concept("Endpoint", "progression-free survival"),
    measure="median",
    value=Decimal("19.2"),
    unit="months",
    ci_low=Decimal("15.8"),
    ci_high=Decimal("25.1"),
)
FATIGUE = AdverseEventResult(
    trial=Trial("IKEMA"), arm=None, event=Concept("AdverseEvent", "fatigue"), value=Decimal(17), count=13, total=75
)


def document(text=TEXT, **parts):
    return Document(identifier="note", source="note.txt", text=text, **parts)


def fact(claim, words, text=TEXT):
    start = text.index(words)
    return Fact(claim, Evidence(start=start, end=start + len(words), quote=words))


def left(facts, text=TEXT, **parts):
    return [number.text for number in uncaptured(document(text, **parts), facts).left]


def test_without_facts_everything_is_left_over():
    found = uncaptured(document(), ())
    assert [number.text for number in found.left] == ["19.2 months", "95% CI 15.8-25.1", "p=0.0007", "13 (17%) of 75"]
    assert (found.numbers, found.share) == (4, 0)
    assert found.left[0].sentence.startswith("Median PFS") and TEXT[found.left[0].start :].startswith("19.2")


def test_what_facts_state_with_words_that_hold_it_is_not():
    facts = [
        fact(PFS, "PFS was 19.2 months (95% CI 15.8-25.1; p=0.0007)"),
        fact(FATIGUE, "Fatigue occurred in 13 (17%) of 75"),
    ]
    assert left(facts) == ["p=0.0007"]
    assert uncaptured(document(), facts).share == 0.75


def test_the_same_number_elsewhere_does_not_count():
    assert "19.2 months" in left([fact(PFS, "Fatigue occurred in 13 (17%) of 75")])


def test_relations_state_no_number():
    link = Link(subject=Concept("Drug", "isatuximab"), predicate="targets", object=Concept("Target", "CD38"))
    assert len(left([fact(link, TEXT)])) == 4


def test_nothing_to_find_has_no_share():
    assert uncaptured(document("Isatuximab targets CD38."), ()).share is None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("At a median follow-up of 44.0 months, median PFS was 35.7 months.", ["35.7 months"]),
        ("Isatuximab was given at 10 mg/kg weekly for 4 weeks.", []),
        ("With 80% power, 300 patients were needed.", []),
        ("The median age was 64 years, and 55% were male.", []),
        ("The mean [SD] age was 59.2 [11.1] years, and 87% were white.", []),
        ("The hazard ratio was 0.53 (99% CI 0.32-0.89).", ["0.53", "99% CI 0.32-0.89"]),
        ("Median OS was not reached versus 8.6 months (range 2-11).", ["not reached", "8.6 months (range 2-11)"]),
        ("It was worse without rash (1.30, 1.05-1.61, p=0.017).", ["1.30", "1.05-1.61", "p=0.017"]),
        ("At 64% maturity, 12 (8%) patients died.", ["12 (8%)"]),
    ],
)
def test_which_numbers_are_results(sentence, expected):
    assert [sentence[q.start : q.end].strip() for q in results_of(sentence)] == expected


def test_methods_and_what_stands_under_them_hold_no_results():
    text = (
        "Methods\nA response of 30% counted.\nStatistics\nOf these, 12% were left.\nResults\nResponse rate was 45%.\n"
    )
    starts = [(text.index(heading), heading) for heading in ("Methods", "Statistics", "Results")]
    ends = [start for start, _ in starts[1:]] + [len(text)]
    sections = tuple(Section(start=s, end=e, heading=h) for (s, h), e in zip(starts, ends, strict=True))
    assert left((), text, sections=sections) == ["45%"]


def test_labels_in_the_line_open_and_close_the_results():
    assert left((), "METHODS: Half of 60% was used. RESULTS: Response rate was 45%. DISCUSSION: Others saw 30%.") == [
        "45%"
    ]


def tabled(caption):
    rows = (("Event", "Isa-Kd"), ("Fatigue", "13 (17)"), ("Anemia", "20 (27)"))
    text, cells = "", []
    for number, row in enumerate(rows):
        for column, words in enumerate(row):
            cells.append(
                Cell(
                    start=len(text), end=len(text) + len(words), text=words, row=number, column=column,
                    header=number == 0,
                )
            )  # fmt: skip
            text += words + ("\t" if column == 0 else "\n")
    return document(text, tables=(Table(start=0, end=len(text), cells=tuple(cells), caption=caption),))


def test_cells_of_results_count_and_those_of_patients_do_not():
    assert [n.text for n in result_numbers(tabled("Adverse events"))] == ["13", "17", "20", "27"]
    assert result_numbers(tabled("Baseline characteristics")) == []


def test_a_cell_is_stated_where_the_evidence_ends_with_it():
    page = tabled("Adverse events")
    found = uncaptured(page, [fact(FATIGUE, "Fatigue\t13 (17)", page.text)])
    assert [(n.text, n.sentence) for n in found.left] == [("20", "Anemia 20 (27)"), ("27", "Anemia 20 (27)")]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The score fell (z = 2.1, p = 0.03).", ["p"]),
        ("It was lower on day 14 (p = 0.02).", ["p"]),
        ("HbA1c <7% was reached by 40%.", ["share"]),
        ("Rash occurred in <1%.", ["share"]),
        ("Men were assigned to one of two groups.", []),
    ],
)
def test_what_names_or_tests_something_is_no_result(sentence, found):
    assert [quantity.kind for quantity in results_of(sentence)] == found
