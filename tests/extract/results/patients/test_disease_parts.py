"""Figures of one of several cancers that a trial is about are of its patients alone."""

import pytest

ARMS = "Patients were assigned to fluorouracil or semustine. "
TOLD = (
    "Median survival in gastric carcinoma on fluorouracil was 25 weeks vs. 18 weeks on semustine. "
    "In {other} median survival was 19 weeks with fluorouracil and 17 weeks with semustine."
)


def test_figures_of_each_of_several_cancers(results_of):
    text = "Two drugs for advanced gastrointestinal cancer. " + ARMS + TOLD.format(other="pancreatic carcinoma")
    assert results_of(text) == [
        "fluorouracil: overall survival median 25 weeks (gastric carcinoma)",
        "semustine: overall survival median 18 weeks (gastric carcinoma)",
        "fluorouracil: overall survival median 19 weeks (pancreatic carcinoma)",
        "semustine: overall survival median 17 weeks (pancreatic carcinoma)",
    ]


@pytest.mark.parametrize(
    ("title", "other"),
    [("Two drugs for gastric carcinoma. ", "pancreatic carcinoma"), ("Two drugs for cancer. ", "gastric cancer")],
)
def test_the_cancer_that_a_trial_is_about_is_no_part(results_of, title, other):
    assert results_of(title + ARMS + TOLD.format(other=other))[0] == "fluorouracil: overall survival median 25 weeks"


def test_words_that_run_into_an_endpoint_name_no_patients(results_of):
    text = "Patients were assigned to ocrelizumab or placebo. The share of patients with 12-week confirmed disability "
    assert results_of(text + "progression was 32.9% with ocrelizumab versus 39.3% with placebo.") == [
        "ocrelizumab: disability progression proportion 32.9%",
        "placebo: disability progression proportion 39.3%",
    ]
