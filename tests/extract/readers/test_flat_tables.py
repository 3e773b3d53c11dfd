import pytest
from trialgraph.extract.layout import lines_of
from trialgraph.extract.readers.flat_tables import flat_tables

EFFICACY = """Responses are in Table 1.

Table 1  Efficacy in two trials of isatuximab
and of others

* p below 0.05 for the difference

Endpoint ICARIA-MMa [16] IKEMAb [29]

IsaPd (n = 154) Pom-Dex (n = 153) IsaKd (n = 179) Car-Dex (n = 123)

ORR (% pts) 60** 35 86.6 82.9
Response
Median OS (months) NR NR
Time to response 1.2 1.9 1.1 0.9
Median DOR 13.3 11.1 NR [0.43 (0.27-0.67)]g NR
The responses came faster with isatuximab in both of these trials, as was seen.
"""

EVENTS = """TABLE 2. Adverse events by dose

Overall10 mg/kg Q2W 20 mg/kg QW

No. of patients 3 6 9
Grade of toxicity 1-5 ≥3 1-5 ≥3 1-5 ≥3
Neutropenia 2 (67) 1 (33) 3 (50) 0 5 (56) 1 (11)
Anemia 1 (33) 0 1 (17) 0 2 (22) 0
Nausea 1 (33) 0 0 0 1 (11) 0
"""


def read(text):
    (table,) = flat_tables(text, lines_of(text))
    assert all(text[cell.start : cell.end] == cell.text for cell in table.cells)
    return table


def rows(table):
    found = {}
    for cell in table.cells:
        found.setdefault(cell.row, []).append((cell.text, cell.column, cell.column_span))
    return list(found.values())


def test_sized_arms_under_trials():
    table = read(EFFICACY)
    assert table.caption == "Table 1  Efficacy in two trials of isatuximab and of others"
    assert table.footnotes == "* p below 0.05 for the difference"
    assert rows(table) == [
        [("Endpoint", 0, 1), ("ICARIA-MM", 1, 2), ("IKEMA", 3, 2)],
        [
            ("IsaPd (n = 154)", 1, 1),
            ("Pom-Dex (n = 153)", 2, 1),
            ("IsaKd (n = 179)", 3, 1),
            ("Car-Dex (n = 123)", 4, 1),
        ],
        [("ORR (% pts)", 0, 1), ("60", 1, 1), ("35", 2, 1), ("86.6", 3, 1), ("82.9", 4, 1)],
        [("Response", 0, 5)],
        [("Time to response", 0, 1), ("1.2", 1, 1), ("1.9", 2, 1), ("1.1", 3, 1), ("0.9", 4, 1)],
        [
            ("Median DOR", 0, 1),
            ("13.3", 1, 1),
            ("11.1", 2, 1),
            ("NR [0.43 (0.27-0.67)]", 3, 1),
            ("NR", 4, 1),
        ],
    ]
    assert {cell.row for cell in table.cells if cell.header} == {0, 1}


def test_doses_over_grades_with_the_total_put_last():
    table = read(EVENTS)
    assert rows(table)[:4] == [
        [("10 mg/kg Q2W", 1, 2), ("20 mg/kg QW", 3, 2), ("Overall", 5, 2)],
        [("No. of patients", 0, 1), ("3", 1, 2), ("6", 3, 2), ("9", 5, 2)],
        [("Grade of toxicity", 0, 1), *((mark, place, 1) for place, mark in enumerate(["1-5", "≥3"] * 3, start=1))],
        [
            ("Neutropenia", 0, 1),
            *(
                (text, place, 1)
                for place, text in enumerate(["2 (67)", "1 (33)", "3 (50)", "0", "5 (56)", "1 (11)"], 1)
            ),
        ],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Table 1 Names that match no column\n\nOne name (n = 3)\n\nA 1 2\nB 3 4\nC 5 6\n",
        "Neutropenia 2 3\nAnemia 3 4\nNausea 4 5\n",
        "Table 1 Two rows are no table\n\nKd (n = 3) Pd (n = 4)\n\nA 1 2\nB 3 4\n",
        "Table 1. Shown are the medians of all patients.\n",
    ],
)
def test_what_can_not_be_told_stays_text(text):
    assert list(flat_tables(text, lines_of(text))) == []


def test_a_line_made_to_stall_the_pattern_is_passed():
    text = "Table 1 A\n" + "1 -1 " * 49 + "x\n"
    assert list(flat_tables(text, lines_of(text))) == []


AS_ON_THE_PAGE = """Table 2 Efficacy at weeks 12 and 26
                      Placebo      Upadacitinib 15 mg   Adalimumab 40 mg
                      (n = 651)    (n = 651)            (n = 327)
Week 12
  ACR20               36           71                   63
  ACR50               15           45                   29
Week 26
  ACR20               36           67                   57
  ACR50               21                                42
Values are percentages.
"""


def test_columns_that_gaps_set_apart():
    table = read(AS_ON_THE_PAGE)
    assert rows(table) == [
        [("Placebo", 1, 1), ("Upadacitinib 15 mg", 2, 1), ("Adalimumab 40 mg", 3, 1)],
        [("(n = 651)", 1, 1), ("(n = 651)", 2, 1), ("(n = 327)", 3, 1)],
        [("Week 12", 0, 4)],
        [("ACR20", 0, 1), ("36", 1, 1), ("71", 2, 1), ("63", 3, 1)],
        [("ACR50", 0, 1), ("15", 1, 1), ("45", 2, 1), ("29", 3, 1)],
        [("Week 26", 0, 4)],
        [("ACR20", 0, 1), ("36", 1, 1), ("67", 2, 1), ("57", 3, 1)],
    ]
    assert table.footnotes == "Values are percentages."


UNDER_GRADES = """Table 3. Adverse Events
Event Elotuzumab Group (N = 60) Control Group (N = 55)
Any Grade Grade 3 or 4 Any Grade Grade 3 or 4
number of patients (percent)
Anemia 15 (25) 6 (10) 20 (36) 11 (20)
Treatment stopped because of
adverse events 13 (22) 1 (2) 6 (11) 0
Fatigue that led to 9 (15) 2 (3) 4 (7) 1 (2)
an interruption
Dyspnea 9 (15) 2 (3) 4 (7) 1 (2)
"""


def test_grades_of_several_words_and_labels_broken_over_lines():
    assert rows(read(UNDER_GRADES)) == [
        [("Event", 0, 1), ("Elotuzumab Group (N = 60)", 1, 2), ("Control Group (N = 55)", 3, 2)],
        [("Any Grade", 1, 1), ("Grade 3 or 4", 2, 1), ("Any Grade", 3, 1), ("Grade 3 or 4", 4, 1)],
        [("number of patients (percent)", 0, 5)],
        [("Anemia", 0, 1), ("15 (25)", 1, 1), ("6 (10)", 2, 1), ("20 (36)", 3, 1), ("11 (20)", 4, 1)],
        [
            ("Treatment stopped because of\nadverse events", 0, 1),
            ("13 (22)", 1, 1),
            ("1 (2)", 2, 1),
            ("6 (11)", 3, 1),
            ("0", 4, 1),
        ],
        [("Dyspnea", 0, 1), ("9 (15)", 1, 1), ("2 (3)", 2, 1), ("4 (7)", 3, 1), ("1 (2)", 4, 1)],
    ]


RAGGED = """Table 4. Outcomes
Outcome Olaparib (n = 60) Placebo (n = 55) HR (95% CI) P value
Median PFS, months 19.1 5.5 0.30 (0.22-0.41) <0.001
Median OS, months 51.7 38.8 0.74 (0.54-1.00) 0.05
ORR, n (%) 15 (25) 4 (7)
CR, n (%) 6 (10) 1 (2)
"""


def test_rows_without_what_the_last_columns_compare():
    table = rows(read(RAGGED))
    assert [text for text, *_ in table[0]] == [
        "Outcome",
        "Olaparib (n = 60)",
        "Placebo (n = 55)",
        "HR (95% CI)",
        "P value",
    ]
    assert table[1][3:] == [("0.30 (0.22-0.41)", 3, 1), ("<0.001", 4, 1)]
    assert table[3] == [("ORR, n (%)", 0, 1), ("15 (25)", 1, 1), ("4 (7)", 2, 1)]


@pytest.mark.parametrize(("old", "new"), [("HR (95% CI) P value", "Both (n = 9) All (n = 8)"), (" P value", "")])
def test_rows_too_short_for_other_columns_are_left_out(old, new):
    text = RAGGED.replace(old, new)
    assert all(len(row) != 3 for table in flat_tables(text, lines_of(text)) for row in rows(table)[1:])


def test_rows_that_others_part_from_their_head_are_no_table():
    text = """Table 1. Responses in a trial of isatuximab

Endpoint                 IsaKd (n = 179)    Kd (n = 123)
Median PFS (months)      NR                 19.15
a name="issued" content="2016-10-06">
</head>
<body>
VGPR or better (%)       72.6               56.1
MRD-negative (%)       )         29.6       13.0
"""
    assert list(flat_tables(text, lines_of(text))) == []
