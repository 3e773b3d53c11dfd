"""Counts and the shares printed with them: in one bracket, or behind what they count."""

import pytest

ARMS = "Patients were randomly assigned to risedronate or placebo. "


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Frequent grade 3 events with risedronate: rash (83 patients, 17%), fever (48, 10%), cough (four, 1%).",
         {"risedronic acid: rash 3 17% n=83", "risedronic acid: fever 3 10% n=48", "risedronic acid: cough 3 1% n=4"}),
        ("Nine deaths were reported in the risedronate group (10%) versus 21 deaths in the placebo group (25%).",
         {"risedronic acid: death proportion 10% n=9", "placebo: death proportion 25% n=21"}),
        ("Fracture was seen in 47 (51%) of 92 women administered risedronate and 63 (67%) of 94 administered placebo.",
         {"risedronic acid: fracture 51% n=47/92", "placebo: fracture 67% n=63/94"}),
    ],
)  # fmt: skip
def test_a_count_and_its_share_are_one(results_of, text, results):
    assert set(results_of(ARMS + text)) == results


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("One partial response was observed (6%; 95% CI, 0-27%) and ten additional patients had stable disease.",
         {"ibrutinib: partial response proportion 6% n=1 [0, 27] 95%", "ibrutinib: stable disease proportion n=10"}),
        ("The best overall responses were one (2%) complete and 17 (34%) partial responses.",
         {"ibrutinib: complete response proportion 2% n=1", "ibrutinib: partial response proportion 34% n=17"}),
        ("Fourteen (28%) patients experienced grade 3 or 4 events attributed to treatment.",
         {"ibrutinib: any adverse event 3-4 28% n=14 related"}),
        ("Grade three or higher nausea occurred in 12%, and grade two rash in 5%.",
         {"ibrutinib: nausea >=3 12%", "ibrutinib: rash 2 5%"}),
    ],
)  # fmt: skip
def test_counts_of_a_single_arm(results_of, text, results):
    assert set(results_of("Fifty patients received ibrutinib. " + text)) == results


def test_graded_events_of_a_kind_told_before_are_not_all_events(results_of):
    text = "Fifty patients received ibrutinib. Diarrhea was seen in 95%, and 28% of patients had grade 3 events."
    assert not any("any adverse event" in result for result in results_of(text))
