"""Tables of several trials, in which each row sets two arms against each other."""

from trialgraph.ontology.facts import OutcomeResult

REVIEW = """# Daratumumab in myeloma

CASTOR (NCT02136134) randomised 498 patients to bortezomib with (n = 251) or without daratumumab (n = 247).
MAIA (NCT02252172) randomised 737 patients to lenalidomide plus daratumumab (n = 368) or lenalidomide alone (n = 369).

**Table 1. Phase 3 trials**

"""
TABLE = """| Trial | Setting | N | Regimens | Median PFS (months) | HR for PFS (95% CI) | ORR (%) |
|---|---|---|---|---|---|---|
| CASTOR | relapsed | 498 | daratumumab plus bortezomib vs bortezomib | NR vs 7.2 | 0.39 (0.28–0.53) | 82.9 vs 63.2 |
| MAIA | new | 737 | daratumumab plus lenalidomide vs lenalidomide | NR vs 31.9 | 0.56 (0.43–0.73) | 92.9 vs 81.3 |
"""


def told(facts):
    claims = [f.claim for f in facts if isinstance(f.claim, OutcomeResult)]
    return [
        (c.trial.name, [d.name for d in c.arm.regimen.components], c.measure, c.status or str(c.value)) for c in claims
    ]


def test_each_row_tells_of_its_own_trial(read_table):
    dvd, vd = ["bortezomib", "daratumumab"], ["bortezomib"]
    drd, rd = ["daratumumab", "lenalidomide"], ["lenalidomide"]
    assert told(read_table("trials.md", REVIEW + TABLE)) == [
        ("CASTOR", dvd, "median", "notReached"), ("CASTOR", vd, "median", "7.2"),
        ("CASTOR", dvd, "hazardRatio", "0.39"),
        ("CASTOR", dvd, "proportion", "82.9"), ("CASTOR", vd, "proportion", "63.2"),
        ("MAIA", drd, "median", "notReached"), ("MAIA", rd, "median", "31.9"),
        ("MAIA", drd, "hazardRatio", "0.56"),
        ("MAIA", drd, "proportion", "92.9"), ("MAIA", rd, "proportion", "81.3"),
    ]  # fmt: skip


def test_values_follow_the_order_of_the_regimens_or_nothing_is_read(read_table):
    turned = TABLE.replace("daratumumab plus bortezomib vs bortezomib", "bortezomib vs daratumumab plus bortezomib")
    assert ("CASTOR", ["bortezomib"], "proportion", "82.9") in told(read_table("turned.md", REVIEW + turned))
    unsaid = TABLE.replace("daratumumab plus bortezomib vs bortezomib", "two regimens")
    assert {row[0] for row in told(read_table("unsaid.md", REVIEW + unsaid))} == {"MAIA"}
