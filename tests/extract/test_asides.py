"""Results of other studies that an article speaks of are not its own."""

import json
from pathlib import Path

import pytest
from trialgraph.extract.extractor import Extractor
from trialgraph.extract.readers import read_documents
from trialgraph.ontology.facts import AdverseEventResult, Dosage, OutcomeResult, TrialArm, TrialAttribute

ARTICLE = """<?xml version="1.0"?>
<article><front><article-meta><title-group><article-title>Axitinib or sorafenib</article-title></title-group>
<abstract><p>Patients were randomly assigned to axitinib or sorafenib.</p></abstract></article-meta></front><body>
<sec><title>Introduction</title><p>Median overall survival with sorafenib was 19.3 months.</p></sec>
<sec><title>Patients and methods</title><sec><title>Statistics</title>
<p>A median progression-free survival of 5 months with sorafenib was looked for.</p></sec></sec>
<sec><title>Results</title><sec><title>Efficacy</title>
<p>Median progression-free survival was 6.7 months with axitinib and 4.7 months with sorafenib.</p></sec>
<table-wrap><label>Table 1</label><caption><p>Responses</p></caption>
<table><tr><td>Group</td><td>n</td></tr><tr><td>A</td><td>5</td></tr></table>
<table-wrap-foot><p>Response is defined in patients who had no nausea.</p></table-wrap-foot></table-wrap></sec>
<sec><title>{heading}</title><p>Nausea occurred in 45% of patients given sunitinib.</p>
<sec><title>Safety of the class</title><p>Median overall survival with axitinib was 25 months.</p></sec></sec>
</body></article>"""


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor()


def results(extractor: Extractor, path: Path, text: str) -> list[str]:
    path.write_text(text, encoding="utf-8")
    facts = extractor.read(next(iter(read_documents(path)))).facts
    return sorted(str(f.claim.value) for f in facts if isinstance(f.claim, OutcomeResult | AdverseEventResult))


def test_only_the_results_of_an_article_are_its_own(extractor, tmp_path):
    article = ARTICLE.format(heading="Discussion")
    assert results(extractor, tmp_path / "article.xml", article) == ["4.7", "6.7"]


def test_a_discussion_tells_what_another_trial_found(extractor, tmp_path):
    article = ARTICLE.format(heading="Discussion").replace(
        "Nausea occurred",
        "In the COMPARZ trial, pazopanib gave a median progression-free survival of 8.4 months versus 9.5 months with "
        "sunitinib. Nausea occurred",
    )
    article = article.replace("Axitinib or sorafenib<", "Axitinib or sorafenib: the AGILE 1051 trial<")
    assert results(extractor, tmp_path / "article.xml", article) == ["4.7", "6.7", "8.4", "9.5"]


def test_a_review_has_no_parts(extractor, tmp_path):
    review = ARTICLE.format(heading="Outlook").replace("<title>Results</title>", "<title>Trials</title>")
    assert {"19.3", "25"} < set(results(extractor, tmp_path / "review.xml", review))


def test_a_registry_record_tells_results_in_its_tables(extractor, tmp_path):
    groups = [{"id": "OG000", "title": "Axitinib"}, {"id": "OG001", "title": "Sorafenib"}]
    measured = [{"groupId": "OG000", "value": "6.7"}, {"groupId": "OG001", "value": "4.7"}]
    measure = {
        "type": "PRIMARY", "title": "Progression-free Survival", "paramType": "MEDIAN", "unitOfMeasure": "months",
        "description": "Progression-free survival of 5 months was looked for; response of 40% was a goal.",
        "groups": groups, "classes": [{"categories": [{"measurements": measured}]}],
        "analyses": [{"groupIds": ["OG000", "OG001"], "paramType": "Hazard Ratio (HR)", "paramValue": "0.665",
                      "ciPctValue": "95", "ciLowerLimit": "0.544", "ciUpperLimit": "0.812"}],
    }  # fmt: skip
    outcome = {"measure": "Objective response rate of 40%", "timeFrame": "12 weeks"}
    record = {
        "protocolSection": {
            "identificationModule": {"nctId": "NCT00678392", "briefTitle": "Axitinib or sorafenib"},
            "descriptionModule": {"briefSummary": "Patients are randomly assigned to axitinib or sorafenib."},
            "outcomesModule": {"primaryOutcomes": [outcome]},
        },
        "resultsSection": {"outcomeMeasuresModule": {"outcomeMeasures": [measure]}},
    }
    assert results(extractor, tmp_path / "record.json", json.dumps(record)) == ["4.7", "6.7"]


def test_what_an_introduction_and_a_discussion_tell_is_of_other_trials(extractor, tmp_path):
    cited = (
        "A phase 3 multicentre trial compared sunitinib with placebo in 300 patients after a median follow-up of 40 "
        "months. Patients were randomly assigned to sunitinib 50 mg or placebo. {own}"
    )
    own = "In this phase 2 trial, we compared axitinib with sorafenib."
    article = ARTICLE.format(heading="Discussion").replace("Median overall survival with sorafenib was", "{} It was")
    (tmp_path / "a.xml").write_text(article.replace("{}", cited.format(own=own)), encoding="utf-8")
    facts = extractor.read(next(iter(read_documents(tmp_path / "a.xml")))).facts
    arms = [f.claim.arm for f in facts if isinstance(f.claim, TrialArm)]
    assert {tuple(c.name for c in arm.regimen.components) for arm in arms} == {("axitinib",), ("sorafenib",)}
    told = {(f.claim.attribute, str(f.claim.value)) for f in facts if isinstance(f.claim, TrialAttribute)}
    assert ("phase", "2") in told
    assert not told & {("phase", "3"), ("medianFollowUp", "40"), ("enrolled", "300"), ("design", "multicenter")}
    assert [f.claim.trial for f in facts if isinstance(f.claim, Dosage)] == [None]
