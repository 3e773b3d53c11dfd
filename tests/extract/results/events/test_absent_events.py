"""Events that did not happen are counts of zero; what is only alike, unexpected or unknown is not."""

import pytest

ARMS = "Patients were assigned to olaparib or placebo. "
SINGLE = "All patients received blinatumomab. "


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("There were no treatment-related deaths.", ["blinatumomab: any adverse event n=0 related fatal"]),
        ("No toxic deaths were observed.", ["blinatumomab: any adverse event n=0 fatal"]),
        ("No dose-limiting toxicities occurred.", ["blinatumomab: dose-limiting toxicity n=0"]),
        ("No grade 4 neutropenia or thrombocytopenia was seen.",
         ["blinatumomab: neutropenia 4 n=0", "blinatumomab: thrombocytopenia 4 n=0"]),
        ("Treatment was well tolerated, and no grade 4 events were seen.",
         ["blinatumomab: any adverse event 4 n=0"]),
        ("Cardiac failure was not reported.", ["blinatumomab: cardiac failure n=0"]),
        ("Treatment was well tolerated, with no serious adverse events.",
         ["blinatumomab: any adverse event n=0 serious"]),
    ],
)  # fmt: skip
def test_what_did_not_happen_is_zero(results_of, text, results):
    assert results_of(SINGLE + text) == results


def test_the_arm_named_has_none(results_of):
    text = "No treatment-related deaths occurred in the placebo group."
    assert results_of(ARMS + text) == ["placebo: any adverse event n=0 related fatal"]


def test_another_clause_names_another_arm(results_of):
    text = "No treatment-related deaths occurred with olaparib; 2 patients in the placebo group had a stroke."
    assert results_of(ARMS + text) == [
        "olaparib: any adverse event n=0 related fatal", "placebo: stroke n=2"
    ]  # fmt: skip


def test_what_came_of_no_event(results_of):
    text = "No serious adverse event was treatment-related, and no treatment-related adverse event resulted in death."
    assert results_of(SINGLE + text) == [
        "blinatumomab: any adverse event n=0 serious related", "blinatumomab: any adverse event n=0 related fatal"
    ]  # fmt: skip


def test_without_an_arm_nobody_had_it(results_of):
    assert results_of(ARMS + "No toxic deaths occurred.") == ["all: any adverse event n=0 fatal"]


@pytest.mark.parametrize(
    "text",
    [
        "There were no differences in nausea between the groups.",
        "No unexpected toxicities were seen.",
        "There were no deaths.",
        "No toxic deaths occurred in the DZ group.",
        "Significantly more patients reported no vomiting (53.7%) after the first cycle.",
        "No patients with neuropathy were eligible.",
        "There were no adverse effects on quality of life.",
    ],
)
def test_no_word_of_a_count(results_of, text):
    assert results_of(ARMS + text) == []


def test_neither_major_nor_minor_ones(results_of):
    text = "Patients received dapagliflozin (n=29). No major or minor hypoglycemia occurred."
    assert results_of(text) == ["dapagliflozin: hypoglycemia n=0"]


def test_those_without_an_event_among_others(results_of):
    text = "Patients received adalimumab (n=29). At week 8, 87% reported no rectal bleeding."
    assert results_of(text) == []
    text = "Patients received adalimumab (n=29). No patients complained of adverse effects."
    assert results_of(text) == ["adalimumab: any adverse event n=0"]


def test_none_of_a_kind_with_its_short_name(results_of):
    text = "Patients received adalimumab (n=29). No gastrointestinal (GI) side effects were reported."
    assert results_of(text) == ["adalimumab: gastrointestinal toxicity n=0"]
