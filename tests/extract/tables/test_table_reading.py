"""Whole documents with tables, in the formats that readers know."""

from decimal import Decimal

from table_claims import arm_of, events, outcomes
from trialgraph.ontology.facts import TrialArm

ICARIA = """# Isatuximab in ICARIA-MM

In ICARIA-MM, patients were randomly assigned to isatuximab plus pomalidomide and dexamethasone (Isa-Pd) or
pomalidomide and dexamethasone alone (Pd).

"""
EFFICACY = (
    ICARIA
    + """
Table 1. Efficacy

| Endpoint | Isa-Pd (n = 154) | Pd (n = 153) | HR (95% CI) | P value |
| --- | --- | --- | --- | --- |
| Progression-free survival | | | | |
| Median (95% CI), months | 11.5 (8.9-13.9) | 6.5 (4.5-8.3) | 0.60 (0.44-0.81) | 0.001 |
| Overall survival at 12 months, % | 72 | 63 | | |
| Objective response, n (%) | 93 (60) | 54 (35) | | <0.0001 |
| Median OS, months | NR | — | | |
"""
)


def test_markdown_with_ratios_and_p_values(read_table):
    facts = read_table("icaria.md", EFFICACY)
    assert outcomes(facts) == [
        ("dex+isa+pom", "progression-free survival", "median", "11.5", "months"),
        ("dex+pom", "progression-free survival", "median", "6.5", "months"),
        ("dex+isa+pom", "progression-free survival", "hazardRatio", "0.60", "ratio"),
        ("dex+isa+pom", "overall survival", "rateAt", "72", "percent"),
        ("dex+pom", "overall survival", "rateAt", "63", "percent"),
        ("dex+isa+pom", "objective response rate", "proportion", "60", "percent"),
        ("dex+pom", "objective response rate", "proportion", "35", "percent"),
        ("dex+isa+pom", "overall survival", "median", None, "months"),
    ]
    ratio, response, unreached = facts[2].claim, facts[5].claim, facts[7].claim
    assert (ratio.ci_low, ratio.ci_high, ratio.ci_level, ratio.p_value) == (
        Decimal("0.44"), Decimal("0.81"), Decimal(95), Decimal("0.001"),
    )  # fmt: skip
    assert ratio.comparator.regimen == facts[1].claim.arm.regimen
    assert (response.count, response.total, response.p_relation, response.p_value) == (93, 154, "<", Decimal("0.0001"))
    assert unreached.status == "notReached"
    assert facts[0].evidence.section == "Table 1. Efficacy" or facts[0].evidence.section


def test_running_text_is_not_read_inside_a_table(extractor, tmp_path):
    from trialgraph.extract.readers import read_documents

    path = tmp_path / "icaria.md"
    path.write_text(EFFICACY, encoding="utf-8")
    rules = {f.evidence.rule for f in extractor.read(next(iter(read_documents(path)))).facts}
    assert not rules & {"event-figure", "outcome-median", "outcome-proportion", "outcome-rateAt", "ratio"}


HTML = """<html><head><title>Axitinib or sorafenib in renal cancer</title></head><body>
<p>Patients were randomly assigned to axitinib or sorafenib.</p>
<table><caption>Table 3. Adverse events, n (%)</caption>
<thead><tr><th rowspan="2">Event</th>
<th colspan="2">Axitinib (n = 359)</th><th colspan="2">Sorafenib (n = 355)</th></tr>
<tr><th>All grades</th><th>Grade ≥3</th><th>All grades</th><th>Grade ≥3</th></tr></thead>
<tbody>
<tr><th colspan="5">Non-haematological</th></tr>
<tr><td>Diarrhoea<sup>a</sup></td><td>197 (55)</td><td>38 (11)</td><td>189 (53)</td><td>26 (7)</td></tr>
<tr><td>Rash</td><td>45 (13)</td><td>1 (&lt;1)</td><td>112 (32)</td><td>—</td></tr>
<tr><td>Dysphonia</td><td>111 (31)</td><td>0</td><td>48 (14)</td><td>0</td></tr>
<tr><td>Sea sickness at night</td><td>3 (1)</td><td>0</td><td>4 (1)</td><td>0</td></tr>
</tbody></table></body></html>"""


def test_html_with_grades_under_arms(read_table):
    facts = read_table("axis.html", HTML)
    assert events(facts) == [
        ("axi", "diarrhea", "any", 197, "55"),
        ("axi", "diarrhea", ">=3", 38, "11"),
        ("sor", "diarrhea", "any", 189, "53"),
        ("sor", "diarrhea", ">=3", 26, "7"),
        ("axi", "rash", "any", 45, "13"),
        ("axi", "rash", ">=3", 1, "1"),
        ("sor", "rash", "any", 112, "32"),
        ("axi", "dysphonia", "any", 111, "31"),
        ("axi", "dysphonia", ">=3", 0, "0"),
        ("sor", "dysphonia", "any", 48, "14"),
        ("sor", "dysphonia", ">=3", 0, "0"),
    ]
    assert [f.claim.value_relation for f in facts][5] == "<"
    assert {f.claim.total for f in facts} == {359, 355}


FLAT = """Isatuximab in two trials

The ICARIA-MM trial compared isatuximab plus pomalidomide and dexamethasone with pomalidomide and dexamethasone.
The IKEMA trial compared isatuximab plus carfilzomib and dexamethasone with carfilzomib and dexamethasone.

Table 1  Results of the trials

*p < 0.001 for the difference

Endpoint IKEMA ICARIA-MM

Isa-Kd (n = 179) Kd (n = 123) Isa-Pd (n = 154) Pd (n = 153)

Median PFSa (months) NR 19.15 11.5* 6.5
ORR (% pts) 86.6 82.9 60 35
VGPRb (% pts) 33 28.5 27 7
"""


def test_plain_text_of_two_trials_with_footnote_marks(read_table):
    facts = read_table("review.txt", FLAT)
    assert outcomes(facts)[:4] == [
        ("car+dex+isa", "progression-free survival", "median", None, "months"),
        ("car+dex", "progression-free survival", "median", "19.15", "months"),
        ("dex+isa+pom", "progression-free survival", "median", "11.5", "months"),
        ("dex+pom", "progression-free survival", "median", "6.5", "months"),
    ]
    assert [f.claim.trial.name for f in facts[:4]] == ["IKEMA", "IKEMA", "ICARIA-MM", "ICARIA-MM"]
    assert (facts[2].claim.p_relation, facts[2].claim.p_value, facts[3].claim.p_value) == ("<", Decimal("0.001"), None)
    assert [row[1] for row in outcomes(facts)[8:]] == ["very good partial response"] * 4
    assert [f.claim.total for f in facts[4:8]] == [179, 123, 154, 153]


JATS = """<?xml version="1.0"?>
<article><front><article-meta><title-group><article-title>Axitinib or sorafenib</article-title></title-group>
<abstract><p>In AXIS, patients were randomly assigned to axitinib or sorafenib.</p></abstract></article-meta></front>
<body><sec><title>Results</title><p>See Table 2.</p>
<table-wrap id="t2"><label>Table 2</label><caption><p>Progression-free survival by prior therapy</p></caption>
<table><thead><tr><th></th><th>Axitinib</th><th>Sorafenib</th></tr></thead><tbody>
<tr><td colspan="3">PFS, months</td></tr>
<tr><td>Overall</td><td>n = 361</td><td>n = 362</td></tr>
<tr><td>Median PFS (95% CI)</td><td>6.7 (6.3–8.6)</td><td>4.7 (4.6–5.6)</td></tr>
<tr><td>HR (95% CI)</td><td colspan="2">0.665 (0.544–0.812)</td></tr>
<tr><td>P value</td><td colspan="2">&lt;0.0001</td></tr>
<tr><td colspan="3">Stratified by prior therapy</td></tr>
<tr><td>Prior cytokine therapy</td><td>n = 126</td><td>n = 125</td></tr>
<tr><td>Median PFS</td><td>12.1</td><td>6.5</td></tr>
<tr><td>95% CI</td><td>10.1–13.9</td><td>6.3–8.3</td></tr>
</tbody></table></table-wrap></sec></body></article>"""


def test_jats_with_parts_of_the_patients(read_table):
    facts = read_table("axis.xml", JATS)
    claims = [f.claim for f in facts]
    assert outcomes(facts) == [
        ("axi", "progression-free survival", "median", "6.7", "months"),
        ("sor", "progression-free survival", "median", "4.7", "months"),
        ("axi", "progression-free survival", "hazardRatio", "0.665", "ratio"),
        ("axi", "progression-free survival", "median", "12.1", "months"),
        ("sor", "progression-free survival", "median", "6.5", "months"),
    ]
    assert [c.population for c in claims] == ["", "", "", "Prior cytokine therapy", "Prior cytokine therapy"]
    assert (claims[2].p_relation, claims[2].p_value, claims[2].comparator) == ("<", Decimal("0.0001"), claims[1].arm)
    assert (claims[4].ci_low, claims[4].ci_high, claims[4].ci_level) == (Decimal("6.3"), Decimal("8.3"), Decimal(95))


def test_patients_at_baseline_are_no_results(read_table):
    table = """
| Characteristic | Isa-Pd (n = 154) | Pd (n = 153) |
| --- | --- | --- |
| Median age, years | 68 | 66 |
| Hypertension, n (%) | 70 (45) | 60 (39) |
"""
    assert read_table("baseline.md", ICARIA + table) == []


def test_counts_and_percentages_in_columns_of_their_own(read_table):
    html = """<html><body><p>Isatuximab plus pomalidomide and dexamethasone (Isa-Pd) was compared with pomalidomide and
    dexamethasone (Pd); patients were randomly assigned to Isa-Pd or Pd.</p><table>
    <tr><th rowspan="2">Adverse event, grade 4</th><th colspan="2">Isa-Pd (n = 152)</th>
    <th colspan="2">Pd (n = 149)</th></tr>
    <tr><th>n</th><th>%</th><th>n</th><th>%</th></tr>
    <tr><td>Pneumonia</td><td>5</td><td>3.3</td><td>4</td><td>2.7</td></tr></table></body></html>"""
    assert events(read_table("grades.html", html)) == [
        ("dex+isa+pom", "pneumonia", "4", 5, "3.3"),
        ("dex+pom", "pneumonia", "4", 4, "2.7"),
    ]


def test_a_pooled_column_is_of_no_arm(read_table):
    table = """
| Endpoint | Isa-Pd + Pd | Other |
| --- | --- | --- |
| ORR, % | 48 | 20 |
"""
    assert read_table("pooled.md", ICARIA + table) == []


def test_subgroups_of_the_caption_s_endpoint(read_table):
    table = """
Table 4. Progression-free survival in subgroups

| Subgroup | Isa-Pd, n | Pd, n | HR (95% CI) |
| --- | --- | --- | --- |
| All patients | 154 | 153 | 0.60 (0.44-0.81) |
| Age ≥75 years | 32 | 29 | 0.48 (0.24-0.95) |
"""
    claims = [f.claim for f in read_table("parts.md", ICARIA + table)]
    assert [(c.measure, str(c.value), c.population) for c in claims] == [
        ("hazardRatio", "0.60", ""),
        ("hazardRatio", "0.48", "Age ≥75 years"),
    ]


def test_not_reported_is_not_not_reached(read_table):
    reached = read_table("reached.txt", FLAT)
    reported = read_table("reported.txt", FLAT.replace("*p < 0.001", "NR, not reported; *p < 0.001"))
    assert "notReached" in {f.claim.status for f in reached}
    assert len(reported) == len(reached) - 1
    assert {f.claim.status for f in reported} == {None}


def test_arms_that_only_a_table_names(read_table):
    table = """# Response in lung cancer

Responses are listed.

| Response | Cisplatin (n = 30) | Gefitinib (n = 31) |
| --- | --- | --- |
| ORR, % | 32.2 | 62.1 |
"""
    facts = read_table("arms.md", table)
    arms = [f.claim for f in facts if isinstance(f.claim, TrialArm)]
    assert [(arm_of(c.arm), c.size, c.label) for c in arms] == [("cis", 30, "Cisplatin"), ("gef", 31, "Gefitinib")]
    assert [row[0] for row in outcomes(facts)] == ["cis", "gef"]


def test_ratios_that_cells_name_and_counts_without_percentages(read_table):
    text = (
        ICARIA
        + """
Table 2. Response

| | Isa-Pd (n = 154) | Pd (n = 153) | Ratio (95% CI) | P value |
| --- | --- | --- | --- | --- |
| Median PFS, months | 11.5 (8.9-13.9) | 6.5 (4.5-8.3) | HR 0.60 (0.44-0.81) | 0.001 |
| Objective response | 93 (60%) | 54 (35%) | OR 2.80 (1.75-4.56) | <0.0001 |
| Progressive disease | 6 (4%) | 0 | | |
""".replace("Ratio", "Hazard or odds ratio")
    )
    found = outcomes(read_table("icaria.md", text))
    assert found[2] == ("dex+isa+pom", "progression-free survival", "hazardRatio", "0.60", "ratio")
    assert found[5] == ("dex+isa+pom", "objective response rate", "oddsRatio", "2.80", "ratio")
    assert found[7] == ("dex+pom", "progressive disease", "proportion", "0", "percent")


def test_columns_of_grades_below_a_caption_that_names_the_arm(read_table):
    text = (
        ICARIA
        + """
Table 3. Adverse events in the Isa-Pd group (n = 152)

| Event | Grade 1-2 | Grade 3 |
| --- | --- | --- |
| Pneumonia | 8 (5%) | 24 (16%) |
| Event leading to death | 0 | 11 (7%) |
"""
    )
    facts = read_table("icaria.md", text)
    assert events(facts) == [
        ("dex+isa+pom", "pneumonia", "1-2", 8, "5"),
        ("dex+isa+pom", "pneumonia", "3", 24, "16"),
        ("dex+isa+pom", "any adverse event", "1-2", 0, "0"),
        ("dex+isa+pom", "any adverse event", "3", 11, "7"),
    ]
    assert [f.claim.consequence for f in facts] == [None, None, "fatal", "fatal"]
    assert events(read_table("icaria.md", text.replace(" in the Isa-Pd group", " of the trial"))) == []
