import json

GROUPS = [{"id": "OG000", "title": "Isa-Kd"}, {"id": "OG001", "title": "Kd"}]
STUDY = {
    "protocolSection": {
        "identificationModule": {"nctId": "NCT03275285", "acronym": "IKEMA", "briefTitle": "Isatuximab in myeloma"},
        "statusModule": {"overallStatus": "COMPLETED", "lastUpdatePostDateStruct": {"date": "2023-05-01"}},
        "designModule": {
            "phases": ["PHASE3"],
            "designInfo": {"allocation": "RANDOMIZED", "maskingInfo": {"masking": "NONE"}},
            "enrollmentInfo": {"count": 302, "type": "ACTUAL"},
        },
        "armsInterventionsModule": {
            "armGroups": [{"label": "Isa-Kd", "type": "EXPERIMENTAL", "interventionNames": ["Drug: Isatuximab"]}]
        },
        "outcomesModule": {"primaryOutcomes": [{"measure": "PFS \\>= 1 year", "timeFrame": "3 years"}]},
        "contactsLocationsModule": {"locations": [{"country": "France"}, {"country": "Italy"}, {"country": "France"}]},
    },
    "resultsSection": {
        "outcomeMeasuresModule": {
            "outcomeMeasures": [
                {
                    "type": "PRIMARY",
                    "title": "PFS",
                    "paramType": "MEDIAN",
                    "dispersionType": "95% Confidence Interval",
                    "unitOfMeasure": "months",
                    "groups": GROUPS,
                    "denoms": [
                        {"counts": [{"groupId": "OG000", "value": "179"}, {"groupId": "OG001", "value": "123"}]}
                    ],
                    "classes": [
                        {
                            "categories": [
                                {
                                    "measurements": [
                                        {"groupId": "OG000", "value": "NA"},
                                        {"groupId": "OG001", "value": "19.15", "lowerLimit": "15.77"},
                                    ]
                                }
                            ]
                        }
                    ],
                    "analyses": [
                        {
                            "groupIds": ["OG000", "OG001"],
                            "paramType": "Hazard Ratio (HR)",
                            "paramValue": "0.531",
                            "ciPctValue": "99",
                            "ciLowerLimit": "0.318",
                            "ciUpperLimit": "0.889",
                            "pValue": "0.0007",
                        }
                    ],
                }
            ]
        },
        "adverseEventsModule": {
            "eventGroups": [
                {"id": "OG000", "title": "Isa-Kd", "seriousNumAffected": 105, "seriousNumAtRisk": 177},
                {"id": "OG001", "title": "Kd", "seriousNumAffected": 0, "seriousNumAtRisk": 122},
            ],
            "seriousEvents": [
                {
                    "term": "Pneumonia",
                    "stats": [
                        {"groupId": "OG000", "numAffected": 15, "numAtRisk": 177},
                        {"groupId": "OG001", "numAffected": 0, "numAtRisk": 122},
                    ],
                }
            ],
        },
    },
}


def test_a_record_as_text(read):
    (document,) = read("NCT03275285.json", json.dumps(STUDY))
    assert document.kind == "registry record"
    assert document.identifiers == ("nct:NCT03275285",)
    assert document.issued == "2023-05-01"
    lines = document.text.split("\n\n")
    for line in (
        "Registry number: NCT03275285.",
        "Acronym: IKEMA.",
        "Phase: phase 3.",
        "Allocation: randomized.",
        "Masking: none (open-label).",
        "Enrollment: 302 participants (actual).",
        "Arm (experimental): Isa-Kd.",
        "Primary outcome: PFS >= 1 year.",
        "Sites: 3.",
        "Countries: 2 (France, Italy).",
    ):
        assert line in lines
    assert document.section_at(document.text.index("Allocation")) == "Design"


def test_results_are_tables_with_a_column_per_arm(read, grid):
    (document,) = read("a.json", json.dumps(STUDY))
    measured, total, serious = map(grid, document.tables)
    assert measured == [["", "Isa-Kd (N=179)", "Kd (N=123)"], ["Median (months)", "NA", "19.15 (95% CI 15.77 to NA)"]]
    assert total == [["", "Isa-Kd", "Kd"], ["Any serious adverse event", "105/177", "0/122"]]
    assert serious == [["", "Isa-Kd (N=177)", "Kd (N=122)"], ["Pneumonia", "15/177", "0/122"]]
    assert "Isa-Kd versus Kd: Hazard Ratio (HR) 0.531 (99% CI 0.318 to 0.889), p=0.0007." in document.text


def test_a_page_of_search_results(read):
    other = {"protocolSection": {"identificationModule": {"nctId": "NCT02990338", "briefTitle": "ICARIA-MM"}}}
    documents = read("found.json", json.dumps({"studies": [STUDY, other]}))
    assert [document.identifier for document in documents] == ["found-NCT03275285", "found-NCT02990338"]


def test_members_of_another_type_are_taken_as_missing(read):
    study = {"protocolSection": {"identificationModule": {"nctId": "NCT1", "acronym": ["x"]}, "designModule": "none"}}
    (document,) = read("a.json", json.dumps(study))
    assert "Registry number: NCT1." in document.text
