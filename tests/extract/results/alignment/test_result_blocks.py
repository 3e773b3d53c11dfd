"""Runs of figures, each with its arm behind it, in one trial and in two."""

import pytest

ONE = "Patients were randomly assigned to nivolumab or docetaxel. "
TWO = (
    "This review is about isatuximab. In the phase 3 ICARIA-MM trial (NCT02990338), patients were randomized to "
    "isatuximab-pomalidomide-dexamethasone or pomalidomide-dexamethasone. In the phase 3 IKEMA trial (NCT03275285), "
    "patients were randomized to isatuximab-carfilzomib-dexamethasone or carfilzomib-dexamethasone. "
)
IPD, PD = "dexamethasone+isatuximab+pomalidomide", "dexamethasone+pomalidomide"
IKD, KD = "carfilzomib+dexamethasone+isatuximab", "carfilzomib+dexamethasone"


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Nausea and rash occurred in 12% and 4%, respectively, with nivolumab versus 20% and 3%, respectively, with "
         "docetaxel.",
         {"nivolumab: nausea 12%", "nivolumab: rash 4%", "docetaxel: nausea 20%", "docetaxel: rash 3%"}),
        ("Median progression-free survival and overall survival were 2.7 and 5.3 months, respectively, for nivolumab, "
         "and 3.8 and 6.9 months, respectively, for docetaxel.",
         {"nivolumab: progression-free survival median 2.7 months", "nivolumab: overall survival median 5.3 months",
          "docetaxel: progression-free survival median 3.8 months", "docetaxel: overall survival median 6.9 months"}),
        ("Nausea was reported by 12% of nivolumab recipients versus 20% of docetaxel recipients.",
         {"nivolumab: nausea 12%", "docetaxel: nausea 20%"}),
    ],
)  # fmt: skip
def test_each_run_has_the_arm_behind_it(results_of, text, results):
    assert set(results_of(ONE + text)) == results


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Rash was commoner in isatuximab-pomalidomide-dexamethasone than pomalidomide-dexamethasone recipients "
         "of ICARIA-MM (14% vs 8%), and in isatuximab-carfilzomib-dexamethasone than carfilzomib-dexamethasone "
         "recipients of IKEMA (6% vs 4%).",
         {f"{IPD}: rash 14%", f"{PD}: rash 8%", f"{IKD}: rash 6%", f"{KD}: rash 4%"}),
        ("Rash was seen in eight people (5.2%) on isatuximab-pomalidomide-dexamethasone [vs two (1.3%) on "
         "pomalidomide-dexamethasone] in ICARIA-MM, and nine (5.1%) on isatuximab-carfilzomib-dexamethasone [vs four "
         "(3.3%) on carfilzomib-dexamethasone] in IKEMA.",
         {f"{IPD}: rash 5.2% n=8", f"{PD}: rash 1.3% n=2", f"{IKD}: rash 5.1% n=9", f"{KD}: rash 3.3% n=4"}),
    ],
)  # fmt: skip
def test_figures_of_two_trials_in_one_sentence(results_of, text, results):
    assert set(results_of(TWO + text)) == results
