"""Tables between whose cells stand bars, where headers over several columns lost how many."""

import pytest
from table_claims import events

TRIAL = """Palbociclib in breast cancer: a randomised phase 3 trial

Patients were assigned to palbociclib plus letrozole (n = 90) or placebo plus letrozole (n = 80).

"""
GRADES = "Any grade | Grade ≥3"
READ = [
    ("let+pal", "neutropenia", "any", 72, "80"),
    ("let+pal", "neutropenia", ">=3", 54, "60"),
    ("let+pla", "neutropenia", "any", 8, "10"),
    ("let+pla", "neutropenia", ">=3", 0, "0"),
    ("let+pal", "nausea", "any", 27, "30"),
    ("let+pal", "nausea", ">=3", 0, "0"),
    ("let+pla", "nausea", "any", 20, "25"),
    ("let+pla", "nausea", ">=3", 4, "5"),
]


@pytest.mark.parametrize(
    "head",
    [
        "| | Palbociclib (n = 90) | | Placebo (n = 80) | |\n|---|---|---|---|---|\n| | {0} | {0} |",
        "Event | Palbociclib (n = 90) | Placebo (n = 80) | ||\n|---|---|---|---|---|\n{0} | {0} | |",
        "Palbociclib (n = 90) | Placebo (n = 80) | |||\n---|---|---|---|---|\n{0} | {0} | |",
        "Event | Palbociclib (n = 90) | Palbociclib (n = 90) | Placebo (n = 80) | Placebo (n = 80)\n"
        "---|---|---|---|---\n | {0} | {0}",
    ],
)
def test_headers_are_put_back_over_their_columns(read_table, head):
    rows = "\nHaematological | |||||\nNeutropenia | 72 (80) | 54 (60) | 8 (10) | 0 |\n"
    rows += "Nausea | 27 (30) | 0 | 20 (25) | 4 (5) |\n"
    facts = read_table("a.txt", TRIAL + "Table 2. Adverse events\n" + head.format(GRADES) + rows)
    assert events(facts) == READ


@pytest.mark.parametrize(
    "head",
    [
        "Palbociclib (n = 90) | Placebo (n = 80) | |||\n---|---|---|---|---|",
        "Palbociclib | Placebo | Everybody | ||\n---|---|---|---|---|\nAny | Grade 3 | Grade 4 | ||",
    ],
)
def test_columns_that_nothing_tells_apart_are_not_read(read_table, head):
    rows = "\nNeutropenia | 72 | (80%) | 8 | (10%) |\nNausea | 27 | (30%) | 20 | (25%) |\n"
    assert events(read_table("a.txt", TRIAL + "Table 2. Adverse events\n" + head + rows)) == []


def test_an_empty_cell_keeps_its_column(read_table):
    rows = "Table 2. Adverse events\n| Event | Palbociclib (n = 90) | Placebo (n = 80) |\n|---|---|---|\n"
    rows += "| Nausea || 20 (25) |\n| Rash | 9 (10) ||\n"
    assert events(read_table("a.txt", TRIAL + rows)) == [
        ("let+pla", "nausea", "any", 20, "25"),
        ("let+pal", "rash", "any", 9, "10"),
    ]
