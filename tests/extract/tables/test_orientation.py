"""Tables with arms as rows."""

from table_claims import events, outcomes
from trialgraph.ontology.facts import OutcomeResult

TRIAL = """# Axitinib or sorafenib

Patients were randomly assigned to axitinib or sorafenib.

"""


def test_arms_as_rows(read_table):
    table = """Table 2. Efficacy by group

| Group | n | ORR, n (%) | Median PFS (months) | P value |
| --- | --- | --- | --- | --- |
| Axitinib | 100 | 40 (40) | 6.7 | 0.01 |
| Sorafenib | 50 | 10 (20) | 4.7 | — |
"""
    facts = read_table("rows.md", TRIAL + table)
    assert sorted(outcomes(facts)) == [
        ("axi", "objective response rate", "proportion", "40", "percent"),
        ("axi", "progression-free survival", "median", "6.7", "months"),
        ("sor", "objective response rate", "proportion", "20", "percent"),
        ("sor", "progression-free survival", "median", "4.7", "months"),
    ]
    assert [f.claim.total for f in facts if f.claim.measure == "proportion"] == [100, 50]
    assert "Sorafenib | 50 | 10 (20)" in {f.evidence.quote for f in facts}


def test_endpoints_head_blocks_of_arms(read_table):
    table = """Table 3. Glycaemic control

| Group | Baseline | Week 12 | Change |
| --- | --- | --- | --- |
| HbA1c, mean (SD), % | | | |
| Axitinib | 8.1 (1.0) | 7.2 (0.9) | -0.9 |
| Sorafenib | 8.2 (1.1) | 8.0 (1.0) | -0.2 |
| Fasting glucose, mean (SD), mmol/l | | | |
| Axitinib | 9.1 (1.0) | 7.9 (0.9) | -1.2 |
| Sorafenib | 9.2 (1.1) | 9.0 (1.0) | -0.2 |
"""
    claims = [f.claim for f in read_table("blocks.md", TRIAL + table)]
    assert {(c.endpoint.name, str(c.value), c.unit, c.at_time) for c in claims} >= {
        ("glycated hemoglobin", "7.2", "percent", "12 weeks"),
        ("glycated hemoglobin", "8.0", "percent", "12 weeks"),
    }
    assert not {str(c.value) for c in claims} & {"8.1", "8.2", "9.1", "9.2", "-0.9", "-0.2", "-1.2"}


def test_means_beside_their_deviations(read_table):
    table = """Table 4. Length of hospital stay

| Group | Mean (days) | SD |
| --- | --- | --- |
| Axitinib | 9.9 | 4.8 |
| Sorafenib | 9.1 | 3.9 |
"""
    found = [f.claim for f in read_table("spread.md", TRIAL + table)]
    assert all(isinstance(claim, OutcomeResult) for claim in found)
    assert [(str(c.value), c.measure, c.unit) for c in found] == [("9.9", "mean", "days"), ("9.1", "mean", "days")]


def test_events_with_arms_as_rows(read_table):
    table = """Table 5. Adverse events, n (%)

| Arm | Nausea | Rash | Serious adverse events |
| --- | --- | --- | --- |
| Axitinib (n = 100) | 20 (20) | 5 (5) | 3 (3) |
| Sorafenib (n = 50) | 5 (10) | 1 (2) | 2 (4) |
"""
    assert events(read_table("events.md", TRIAL + table))[:4] == [
        ("axi", "nausea", "any", 20, "20"),
        ("axi", "rash", "any", 5, "5"),
        ("axi", "any adverse event", "any", 3, "3"),
        ("sor", "nausea", "any", 5, "10"),
    ]


def test_responders_on_a_scale_are_another_endpoint(read_table):
    table = """Table 6. Outcomes

| Clinical Global Impression | Responders, n/N (%) |
| --- | --- |
| Axitinib | 40/100 (40) |
| Sorafenib | 10/50 (20) |
"""
    assert read_table("scale.md", TRIAL + table) == []


def test_ratios_of_each_arm_with_the_control(read_table):
    table = """# Depression

Patients were randomly assigned to fluoxetine, duloxetine or placebo.

Table 2. Outcomes at week 8

| MADRS response | Proportion responders | Adjusted odds ratio | Wald 95% CI | p |
| --- | --- | --- | --- | --- |
| Placebo | 62/99 | — | — | — |
| Fluoxetine | 79/101 | 0.465 | 0.249 to 0.871 | 0.017 |
| Duloxetine | 68/99 | 0.751 | 0.415 to 1.357 | 0.343 |
"""
    claims = [f.claim for f in read_table("ratios.md", table)]
    assert {c.endpoint.name for c in claims} == {"MADRS response"}
    assert [(c.count, c.total) for c in claims if c.measure == "proportion"] == [(62, 99), (79, 101), (68, 99)]
    ratios = [c for c in claims if c.measure == "oddsRatio"]
    assert [(str(c.value), str(c.ci_low), str(c.ci_high), str(c.p_value)) for c in ratios] == [
        ("0.465", "0.249", "0.871", "0.017"), ("0.751", "0.415", "1.357", "0.343"),
    ]  # fmt: skip
    assert {c.comparator for c in ratios} == {claims[0].arm}
