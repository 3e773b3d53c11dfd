import pytest
from trialgraph.extract.layout import (
    is_heading,
    is_list_item,
    is_table_line,
    is_value_row,
    kind_of,
    label_offsets,
    lines_of,
)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("Background: Myeloma relapses.\nFindings: PFS was longer.", ["Background", "Findings"]),
        ("RESULTS : Half responded.", ["RESULTS"]),
        ("A trial of X. PURPOSE To test X. PATIENTS AND METHODS We gave X. RESULTS It worked.",
         ["PURPOSE", "PATIENTS AND METHODS", "RESULTS"]),
        ("It relapses. Methods: We gave X.", ["Methods"]),
        ("1  Introduction\n\nMyeloma relapses.", ["Introduction"]),
        ("The results: all good. The methods were new. Our METHODS differ", []),
        ("with poor\nresults. Then", []),
    ],
)  # fmt: skip
def test_labels_of_sections_are_found(text, labels):
    found = list(label_offsets(text))
    assert [label for _, label in found] == labels
    assert all(text[offset:].startswith(label) for offset, label in found)


@pytest.mark.parametrize(
    ("line", "is_row"),
    [
        ("| Event | Kd |", True),
        ("Event\tIsa-Kd\tKd", True),
        ("Hypertension 65 (37%) 38 (31%)", True),
        ("Median PFS (months) 11.5 6.5 NR 19.15", True),
        ("on days 1, 8, 15, and 22", False),
        ("were observed in 16 patients (48%)", False),
        ("•\tThe study was safe", False),
    ],
)
def test_rows_of_tables_are_told_from_text(line, is_row):
    assert is_table_line(line) is is_row


def test_a_very_long_line_is_no_row():
    assert is_value_row("word " * 60 + "1 2") is False


@pytest.mark.parametrize(
    ("line", "item"), [("• anemia", True), ("2. fatigue", True), ("-5 points", False), ("3+3", False)]
)
def test_list_items(line, item):
    assert is_list_item(line) is item


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("Efficacy\nAll 33 patients were evaluable for a response to treatment.", ["Efficacy"]),
        ("4.1 In Combination With Others\n\nAdults took part.", ["4.1 In Combination With Others"]),
        ("MATERIALS AND METHODS\n\nStudy Design\nThis open-label study was done to learn about the safety.",
         ["MATERIALS AND METHODS", "Study Design"]),
        ("Patients received oral dexamethasone and also\nIsa at a dose of 10 mg/kg on days 1 and 15.", []),
    ],
)  # fmt: skip
def test_headings_are_told_from_text(text, headings):
    lines = lines_of(text)
    around = zip([None, *lines], lines, [*lines[1:], None], strict=False)
    assert [line.text for before, line, after in around if is_heading(line, before, after)] == headings


def test_lines_keep_their_offsets():
    text = "first\n\n  second\nthird\n"
    assert [(text[line.start : line.end], line.gap) for line in lines_of(text)] == [
        ("first", 0),
        ("second", 3),
        ("third", 1),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("One paragraph about a drug.", "abstract"),
        ("Title\n\nMethods\n\nWe gave X.\n\nResults\n\nIt worked.", "abstract"),
        ("Results\n\nIt worked.\n\nA\n\nB", "paper"),
        ("News\n\nA drug\n\nis out\n\nnow", "news"),
        ("Title\n\nX was given.\n\nHR 0.5, 95% CI 0.4-0.6.\n\nGood.", "abstract"),
        ("word " * 3000, "paper"),
    ],
)
def test_kinds(text, kind):
    assert kind_of(text) == kind
