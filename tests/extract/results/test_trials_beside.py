"""A review tells of one trial after the other: no trial is given the arms or figures of another."""

import pytest
from telling import told
from trialgraph.extract.language.pipeline import load_pipeline
from trialgraph.extract.trials.names import trial_names
from trialgraph.ontology.facts import AdverseEventResult, OutcomeResult

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


@pytest.mark.parametrize(
    "text",
    [
        "In a phase 2 study, 97 patients received lenalidomide plus daratumumab. The response rate was 24%.",
        "Another small trial tested lenalidomide plus daratumumab; the median overall survival was 10 months.",
        "The Japanese study treated 9 patients with lenalidomide plus daratumumab. The response rate was 36%.",
    ],
)
def test_a_trial_without_a_name_gives_no_figures_to_the_one_before(reading_of, text):
    claims = [f.claim for f in reading_of(REVIEW + text).facts]
    assert not [c for c in claims if isinstance(c, OutcomeResult)]


@pytest.mark.parametrize("text", ["This was an open-label study.", "Based on a phase 1 study, doses were chosen."])
def test_a_study_that_is_only_spoken_of_changes_nothing(reading_of, text):
    claims = [f.claim for f in reading_of(f"{REVIEW}{text} The response rate was 93% with daratumumab.").facts]
    assert [c.trial.name for c in claims if isinstance(c, OutcomeResult)] == ["MAIA"]


def told_of(reading_of, text):
    claims = [f.claim for f in reading_of("New drugs for cancer: what is known.\n\n" + text).facts]
    return [(c.trial.name, told(c)) for c in claims if isinstance(c, OutcomeResult)]


@pytest.mark.parametrize(
    ("text", "trial", "first", "second"),
    [
        (
            "In the ENDEAVOR trial, carfilzomib doubled median PFS relative to bortezomib (18.7 vs 9.4 months).",
            "ENDEAVOR", "carfilzomib", "bortezomib",
        ),
        (
            "In the KEYNOTE-024 trial, pembrolizumab gave a median PFS of 18.7 months versus 9.4 months with "
            "chemotherapy.",
            "KEYNOTE-024", "pembrolizumab", "chemotherapy",
        ),
        (
            "The ASPIRE trial showed that carfilzomib plus lenalidomide prolonged median PFS compared with "
            "lenalidomide (18.7 vs 9.4 months).",
            "ASPIRE", "carfilzomib+lenalidomide", "lenalidomide",
        ),
    ],
)  # fmt: skip
def test_a_sentence_of_results_tells_the_arms_of_its_trial(reading_of, text, trial, first, second):
    pfs = "progression-free survival median"
    other = "The BELLINI trial enrolled 291 patients. "
    assert told_of(reading_of, other + text) == [
        (trial, f"{first}: {pfs} 18.7 months"),
        (trial, f"{second}: {pfs} 9.4 months"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "In the ENDEAVOR trial, carfilzomib prolonged median PFS (18.7 vs 9.4 months).",
        "In the ENDEAVOR and ASPIRE trials, carfilzomib doubled PFS relative to bortezomib (18.7 vs 9.4 months).",
    ],
)
def test_of_one_treatment_or_two_trials_nothing_is_told(reading_of, text):
    assert told_of(reading_of, "The BELLINI trial enrolled 291 patients. " + text) == []


def test_a_new_paragraph_goes_back_to_the_own_trial(reading_of):
    text = (
        "Results of the BELLINI trial.\n\nIn the BELLINI trial, patients were assigned to venetoclax or placebo.\n\n"
        "In the ENDEAVOR trial, carfilzomib doubled median PFS relative to bortezomib (18.7 vs 9.4 months).\n\n"
        "Nausea occurred in 36% versus 22%."
    )
    claims = [f.claim for f in reading_of(text).facts]
    assert {c.trial.name for c in claims if isinstance(c, AdverseEventResult)} == {"BELLINI"}


def test_the_control_group_is_that_of_the_trial_with_an_allocation(results_of):
    text = (
        "Myeloma.\n\nIn the MAIA trial, 737 patients were randomly assigned to daratumumab (daratumumab group) or "
        "lenalidomide (control group).\n\nNausea occurred in 36% of the control group.\n\nIn the ENDEAVOR trial, "
        "carfilzomib doubled median PFS relative to bortezomib (18.7 vs 9.4 months)."
    )
    assert results_of(text)[0] == "lenalidomide: nausea 36%"
