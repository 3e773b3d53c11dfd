"""A review tells of one trial after the other: no trial is given the arms or figures of another."""

import pytest
from trialgraph.extract.language.pipeline import load_pipeline
from trialgraph.extract.trials.names import trial_names
from trialgraph.ontology.facts import OutcomeResult

REVIEW = (
    "New drugs for myeloma.\n\nCASTOR (NCT02136134) randomised 498 patients to bortezomib with (n = 251) or without "
    "daratumumab (n = 247). MAIA (NCT02252172) randomised 737 patients to lenalidomide plus daratumumab (n = 368) or "
    "lenalidomide alone (n = 369). "
)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In BELLINI, venetoclax prolonged progression-free survival versus placebo.", "BELLINI"),
        ("By contrast, in ENDEAVOR carfilzomib doubled survival (HR 0.53) over bortezomib.", "ENDEAVOR"),
        ("In EMPEROR-Reduced, empagliflozin was compared with placebo.", "EMPEROR-Reduced"),
    ],
)
def test_capitals_in_which_treatments_are_set_against_each_other(text, name):
    assert name in trial_names(load_pipeline()(text), "")


@pytest.mark.parametrize(
    "text",
    [
        "In HNSTX, cetuximab prolonged survival versus placebo. Patients with HNSTX are old.",
        "In HNSTX, survival was 5 months versus 4 months.",
        "In EUROPE, patients received cetuximab.",
    ],
)
def test_capitals_of_diseases_and_places_are_no_trials(text):
    assert not trial_names(load_pipeline()(text), "")


@pytest.mark.parametrize(
    "text",
    [
        "In ENDEAVOR carfilzomib prolonged progression-free survival relative to bortezomib (HR 0.53).",
        "In BELLINI, venetoclax plus bortezomib prolonged progression-free survival versus bortezomib (HR 0.63).",
    ],
)
def test_ratios_of_a_trial_are_not_between_arms_of_another(reading_of, text):
    claims = [f.claim for f in reading_of(REVIEW + text).facts]
    assert not [c for c in claims if isinstance(c, OutcomeResult) and c.arm and "daratumumab" in str(c.arm)]
    assert {c.trial.name for c in claims if isinstance(c, OutcomeResult)} <= {text.split()[1].rstrip(",")}
