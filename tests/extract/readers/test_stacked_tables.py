from trialgraph.extract.layout import lines_of
from trialgraph.extract.readers.flat_tables import flat_tables

EFFICACY = """Table 2. Efficacy
Variable
Elotuzumab Group
(N = 60)
Control Group
(N = 57)
P Value
Overall response — no. (%)
32 (53)
15 (26)
0.01
Best response
Complete response
5 (8)
1 (2)
0.11
Median progression-free survival
(95% CI) — mo
10.3 (5.6–NE)
4.7 (2.8–7.2)
0.008
The difference was seen in all of the groups of patients that were planned.
"""
EVENTS = """Table 3. Adverse Events
Event
Osimertinib plus Pemetrexed (N = 276)
Osimertinib (N = 275)
Any Grade
Grade ≥3
Any Grade
Grade ≥3
Anemia
128 (46)
55 (20)
22 (8)
1 (<1)
Diarrhea
120 (43)
8 (3)
112 (41)
1 (<1)
Nausea
119 (43)
4 (1)
28 (10)
0
"""


def rows(text):
    (table,) = flat_tables(text, lines_of(text))
    assert all(text[cell.start : cell.end] == cell.text for cell in table.cells)
    found = {}
    for cell in table.cells:
        found.setdefault(cell.row, []).append((cell.text, cell.column, cell.column_span))
    return list(found.values())


def test_each_cell_on_a_line_of_its_own():
    assert rows(EFFICACY) == [
        [
            ("Variable", 0, 1),
            ("Elotuzumab Group\n(N = 60)", 1, 1),
            ("Control Group\n(N = 57)", 2, 1),
            ("P Value", 3, 1),
        ],
        [("Overall response — no. (%)", 0, 1), ("32 (53)", 1, 1), ("15 (26)", 2, 1), ("0.01", 3, 1)],
        [("Best response", 0, 4)],
        [("Complete response", 0, 1), ("5 (8)", 1, 1), ("1 (2)", 2, 1), ("0.11", 3, 1)],
        [
            ("Median progression-free survival\n(95% CI) — mo", 0, 1),
            ("10.3 (5.6–NE)", 1, 1),
            ("4.7 (2.8–7.2)", 2, 1),
            ("0.008", 3, 1),
        ],
    ]


def test_grades_below_the_arms():
    found = rows(EVENTS)
    assert found[0][1:] == [("Osimertinib plus Pemetrexed (N = 276)", 1, 2), ("Osimertinib (N = 275)", 3, 2)]
    assert [text for text, _, _ in found[1]] == ["Any Grade", "Grade ≥3"] * 2
    assert [row[0][0] for row in found[2:]] == ["Anemia", "Diarrhea", "Nausea"]


def test_lines_that_do_not_count_out_are_no_table():
    torn = EFFICACY.replace("Control Group\n(N = 57)\n", "")
    assert not list(flat_tables(torn, lines_of(torn)))
    ragged = EFFICACY.replace("5 (8)\n", "").replace("4.7 (2.8–7.2)\n", "")
    assert not list(flat_tables(ragged, lines_of(ragged)))
