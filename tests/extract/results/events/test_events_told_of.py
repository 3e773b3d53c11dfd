"""What came of adverse events, who left, and totals of events."""

import pytest

ARMS = "Patients were assigned to olaparib or placebo. "


def test_those_who_left_had_no_adverse_event(results_of):
    text = "Men in this study took ramipril. In all, 138 left it (overall dropout rate, 12.8%)."
    assert results_of(text) == ["ramipril: treatment discontinuation proportion 12.8%"]


def test_those_who_left_in_a_clause_of_their_own_had_no_event_named_before(results_of):
    text = (
        "Patients received isatuximab (n=35). Neutropenia (34%) and pneumonia (14%) were common; 8% stopped treatment."
    )
    assert results_of(text) == ["isatuximab: neutropenia 34%", "isatuximab: pneumonia 14%"]


def test_those_who_left_because_of_it(results_of):
    text = "Patients received isatuximab (n=35). Infusion reactions occurred in 37%, most of grade 1 or 2; "
    assert (
        results_of(text + "3% discontinued because of them.")[-1] == "isatuximab: infusion reaction 3% discontinuation"
    )


def test_serious_events_of_a_list(results_of):
    text = "The most frequent serious infections were abscess (5% and 2%), sepsis (3% and 4%), and fever (2% and 3%)."
    arms = "Patients were randomly assigned to olaparib or placebo. "
    assert all(line.endswith(" serious") for line in results_of(arms + text))


def test_figures_behind_a_sentence_that_only_tells_who_was_treated(results_of):
    arms = "Patients were randomly assigned to cefazolin or placebo. Fifty-three patients received cefazolin. "
    assert results_of(arms + "Nausea developed in ten patients (18.9%).") == ["cefazolin: nausea 18.9% n=10"]
    text = "Fifty-six patients received placebo. Nausea developed in ten patients (9.2%)."
    assert results_of(arms + text) == ["all: nausea 9.2% n=10"]


def test_a_total_of_events(results_of):
    arms = "Patients were randomly assigned to everolimus or placebo. "
    assert results_of(arms + "A total of 473 adverse events were reported.") == [
        "all: any adverse event n=473 (events)"
    ]


def test_by_how_much_an_event_became_less_is_no_share_of_patients(results_of):
    text = "The mean dose of morphine did not differ, but vomiting was reduced by 40% with olaparib."
    assert results_of(ARMS + text) == []


def test_deaths_with_figures_of_their_own_make_no_other_event_fatal(results_of):
    text = "Patients were assigned to olaparib or placebo. Olaparib lowered the rates of death from any cause (4% vs. "
    assert results_of(f"{text}5%, P=0.001) but not stroke (2% vs. 1%).")[2:] == [
        "olaparib: stroke 2%",
        "placebo: stroke 1%",
    ]


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Anemia (46% with olaparib) improved after dose reduction.", "olaparib: anemia 46%"),
        ("Anemia occurred in 46% with olaparib and was managed by dose interruptions.", "olaparib: anemia 46%"),
        ("Heart failure and cardiac death were rare; diarrhea was seen in 9% with olaparib.", "olaparib: diarrhea 9%"),
        ("Pneumonitis occurred in 4% with olaparib, resulting in treatment discontinuation.",
         "olaparib: pneumonitis 4% discontinuation"),
        ("Fatal events with olaparib were stroke (2%); and sepsis (1%).", "olaparib: sepsis 1% fatal"),
    ],
)  # fmt: skip
def test_what_was_done_about_an_event_is_not_what_came_of_it(results_of, text, result):
    assert result in results_of(ARMS + text)


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Adverse events were reported in 155 of 158 patients (98%) with nivolumab and 61 of 75 (81%) with docetaxel.",
         ["nivolumab: any adverse event 98% n=155/158", "docetaxel: any adverse event 81% n=61/75"]),
        ("Nausea was reported by 15 patients (8%) with gastritis.", []),
        ("Grade 5 events occurred in four patients (2%) in the nivolumab group (pneumonia in two, sepsis in one).",
         ["nivolumab: any adverse event 5 2% n=4"]),
        ("Eight deaths were due to adverse events; six (2%) were seen with nivolumab (pneumonia [n=2], sepsis [n=4]).",
         ["nivolumab: pneumonia n=2", "nivolumab: sepsis n=4"]),
    ],
)  # fmt: skip
def test_counts_with_shares_before_arms_and_lists(results_of, text, results):
    found = results_of("Patients were assigned to nivolumab or docetaxel. " + text)
    assert set(results) <= set(found)
    assert not [line for line in found if "pneumonia 2%" in line or "gastritis" in text]


@pytest.mark.parametrize(
    "rest",
    ["; 4% and 18%, respectively, were considered treatment-related.", ", of which 4% and 18% were severe."],
)
def test_figures_of_both_arms_end_a_comparison(results_of, rest):
    arms = "Patients were assigned to olaparib or placebo. "
    told = results_of(f"{arms}Serious adverse events were seen in 22% with olaparib and 29% with placebo{rest}")
    assert told == ["olaparib: any adverse event 22% serious", "placebo: any adverse event 29% serious"]


def test_events_that_favour_an_arm_may_be_of_either(results_of):
    arms = "Patients were assigned to olaparib or placebo. "
    assert results_of(arms + "Neutropenia (74% vs 5%) and asthenia (25% vs 11%) favored placebo.") == []


def test_fewer_events_of_a_grade_are_adverse_events(results_of):
    arms = "Patients were assigned to olaparib or placebo. "
    assert results_of(arms + "Olaparib caused fewer grade 3-4 events than placebo (9% v 41%).") == [
        "olaparib: any adverse event 3-4 9%", "placebo: any adverse event 3-4 41%"
    ]  # fmt: skip
