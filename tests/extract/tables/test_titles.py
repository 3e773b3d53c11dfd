"""Registry records: outcome measures under their titles."""

import json

from table_claims import arm_of

GROUPS = [{"id": "OG000", "title": "Placebo (FAS)"}, {"id": "OG001", "title": "CZP 200 mg Q2W (FAS)"}]
SIZES = [
    {"units": "Participants", "counts": [{"groupId": "OG000", "value": "158"}, {"groupId": "OG001", "value": "159"}]}
]


def measure(title: str, kind: str, unit: str, values: tuple[str, str], **more: str) -> dict[str, object]:
    measured = [{"groupId": g["id"], "value": v, **more} for g, v in zip(GROUPS, values, strict=True)]
    rows = [{"categories": [{"measurements": measured}]}]
    return {
        "type": "SECONDARY", "title": title, "paramType": kind, "unitOfMeasure": unit, "groups": GROUPS,
        "denoms": SIZES, "classes": rows, "dispersionType": "Standard Error" if more else "",
    }  # fmt: skip


def record(*measures: dict[str, object]) -> str:
    protocol = {
        "identificationModule": {"nctId": "NCT02552212", "briefTitle": "Certolizumab pegol or placebo"},
        "descriptionModule": {"briefSummary": "Patients are randomly assigned to certolizumab pegol (CZP) or placebo."},
        "designModule": {"studyType": "INTERVENTIONAL", "designInfo": {"allocation": "RANDOMIZED"}},
    }
    return json.dumps(
        {"protocolSection": protocol, "resultsSection": {"outcomeMeasuresModule": {"outcomeMeasures": measures}}}
    )


def test_titles_name_endpoints_and_times(read_table):
    text = record(
        measure("Change From Baseline in BASFI Score at Week 12", "LEAST_SQUARES_MEAN", "scores on a scale",
                ("-0.38", "-2.07"), spread="0.2"),
        measure("Percentage of Subjects With Assessment 40% (ASAS40) Response at Week 12", "NUMBER",
                "percentage of subjects", ("11.4", "47.8")),
        measure("Plasma Concentration at Week 4", "GEOMETRIC_MEAN", "ug/mL", ("0.1", "54.6")),
        measure("Number of Subjects Needing Rescue by Week 52", "COUNT_OF_PARTICIPANTS", "Participants", ("48", "15")),
        measure("Number of Subjects Without Rescue", "COUNT_OF_PARTICIPANTS", "Participants", ("4", "5")),
    )  # fmt: skip
    claims = [f.claim for f in read_table("record.json", text)]
    told = [
        (c.endpoint.name, c.measure, str(c.value), c.count, c.unit, c.at_time) for c in claims if arm_of(c.arm) == "cer"
    ]
    assert told == [
        ("change from baseline in BASFI score", "mean", "-2.07", None, "scores on a scale", "12 weeks"),
        ("ASAS40 response", "proportion", "47.8", None, "percent", "12 weeks"),
        ("plasma concentration", "geometricMean", "54.6", None, "ug/mL", "4 weeks"),
        ("needing rescue", "proportion", "None", 15, "", "52 weeks"),
    ]
    assert len(claims) == 8
