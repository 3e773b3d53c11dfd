"""What a table doesn't say must not be read out of it."""

from table_claims import events, outcomes

TRIAL = """# Axitinib or sorafenib

Patients were randomly assigned to axitinib or sorafenib.

"""
HEAD = """
| Outcome, n (%) | Axitinib (n = 100) | Sorafenib (n = 50) |
| --- | --- | --- |
"""


def test_words_that_are_not_understood_make_another_endpoint(read_table):
    rows = """| Complete response | 5 (5) | 1 (2) |
| Complete response or thyroid resection | 9 (9) | 4 (8) |
| Deaths from any cause | 8 (8) | 6 (12) |
| Other deaths | 3 (3) | 2 (4) |
| Missing because of death | 2 (2) | 1 (2) |
"""
    found = outcomes(read_table("rest.md", TRIAL + "Table 2. Outcomes\n" + HEAD + rows))
    assert [(row[1], row[3]) for row in found] == [
        ("complete response", "5"), ("complete response", "2"), ("death", "8"), ("death", "12"),
    ]  # fmt: skip


def test_a_drug_named_twice_pools_arms(read_table):
    table = """# Bladder cancer

Patients were randomly assigned to gemcitabine or to gemcitabine plus cisplatin.

| Endpoint | Gemcitabine/cisplatin + gemcitabine | Cisplatin + gemcitabine |
| --- | --- | --- |
| ORR, % | 48 | 20 |
"""
    assert [row[3] for row in outcomes(read_table("pools.md", table))] == ["20"]


def test_a_grade_in_brackets_behind_any(read_table):
    rows = """| Any adverse event | 90 (90) | 45 (90) |
| Any (grade 3-4) | 40 (40) | 15 (30) |
| Nausea | 20 (20) | 5 (10) |
"""
    found = events(read_table("any.md", TRIAL + "Table 3. Adverse events\n" + HEAD + rows))
    assert [row[1:4] for row in found][::2] == [
        ("any adverse event", "any", 90), ("any adverse event", "3-4", 40), ("nausea", "any", 20),
    ]  # fmt: skip


def test_what_a_catheter_caused_is_not_of_treatment(read_table):
    rows = """| Catheter-related infection | 5 (5) | 1 (2) |
| Drug-related infection | 4 (4) | 2 (4) |
"""
    facts = read_table("related.md", TRIAL + "Table 3. Adverse events\n" + HEAD + rows)
    assert [f.claim.treatment_related for f in facts] == [None, None, True, True]


def test_deviations_and_tests_are_no_values(read_table):
    rows = """| SD | 20 (20) | 5 (10) |
| HbA1c, mean, % | 7.2 | 8.0 |
| SD | 0.9 | 1.0 |
| Standard error | 0.1 | 0.2 |
| χ2 | 4.5 | 6.5 |
"""
    found = outcomes(read_table("sd.md", TRIAL + "Table 2. Outcomes\n" + HEAD + rows))
    assert [(row[1], row[3]) for row in found] == [
        ("stable disease", "20"), ("stable disease", "10"), ("glycated hemoglobin", "7.2"),
        ("glycated hemoglobin", "8.0"),
    ]  # fmt: skip


def test_what_led_to_stopping_is_said_of_all_events(read_table):
    rows = """| Colitis | 8 (8) | 3 (6) |
| Leading to discontinuation | 42 (42) | 7 (14) |
"""
    found = events(read_table("stop.md", TRIAL + "Table 3. Adverse events\n" + HEAD.replace("Outcome", "Event") + rows))
    assert [row[1:4] for row in found] == [
        ("colitis", "any", 8), ("colitis", "any", 3), ("any adverse event", "any", 42), ("any adverse event", "any", 7),
    ]  # fmt: skip
