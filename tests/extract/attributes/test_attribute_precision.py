"""What looks like a property of a trial and is none."""

import pytest
from attribute_values import attributes_of, values
from trialgraph.ontology.facts import Concept


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Patients had at least one treatment-emergent event.", []),
        ("Patients received at least one dose of therapy.", []),
        ("In all, 112 (56%) of 200 patients had received two or more prior therapies.", []),
        ("Patients had received two or more prior therapies.", [">=2"]),
        ("The drug is approved for adults who have received two or more prior therapies.", []),
        ("With ixazomib, for the treatment of patients who have received two or more prior therapies.", []),
        ("Olaparib, one of the first-line agents for ovarian cancer: a trial.", []),
        ("Patients had T-scores up to 2 SDs below the mean.", []),
        ("Patients had received at least 2 TKIs.", [">=2"]),
    ],
)
def test_prior_lines(text: str, expected: list[str]) -> None:
    assert values(text, "priorLines") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The trial was funded by Bayer and registered with EudraCT.", ["Bayer"]),
        ("Identifier: NCT02076009. Sponsor: Bayer.", ["Bayer"]),
        ("The trial's sponsor was Bayer.", ["Bayer"]),
        ("The study was supported by grants from Bayer.", ["Bayer"]),
        ("FUNDING: This work was supported by Bayer. DATA AVAILABILITY : Requests are welcome.", ["Bayer"]),
        ("FUNDING: National Heart, Lung, and Blood Institute.", ["National Heart, Lung, and Blood Institute"]),
        (
            "FUNDING: National Institute of Allergy and Infectious Diseases and Bayer.",
            ["National Institute of Allergy and Infectious Diseases", "Bayer"],
        ),
    ],
)
def test_sponsors(text: str, expected: list[str]) -> None:
    assert values(text, "sponsor") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The primary outcome was stroke or death at one year.", ["stroke or death"]),
        ("The primary endpoint was time to relapse or death.", ["time to recurrence"]),
        ("The primary endpoint was time from progression to death.", ["time from progression to death"]),
        ("The drop in the primary end point of daily pain score was 30%, with better sleep quality.", ["pain score"]),
        ("The primary endpoint was change from baseline in nasal symptom score.", ["nasal symptom score"]),
        ("The primary endpoint was the proportion with PASI90 at week 16 (non-responder imputation).", ["PASI 90"]),
        ("The primary endpoint was the change from baseline after 1 and 3 months compared between the groups.", []),
        ("The primary outcome was a renal composite (halved eGFR, dialysis, and renal death).", ["renal composite"]),
    ],
)
def test_primary_endpoints(text: str, expected: list[str]) -> None:
    assert values(text, "primaryEndpoint") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of 700 screened, 240 were randomised to receive baricitinib and 238 were randomised to receive placebo.", []),
        (
            "This trial compared the safety of baricitinib with that of adalimumab among 612 adults with arthritis.",
            [612],
        ),
        ("We closed the trial after 61 enrolled (140 planned) patients.", [61]),
        ("METHODS : Adult patients (N = 512) were randomised 1:1 to erenumab or placebo.", [512]),
    ],
)
def test_enrolled(text: str, expected: list[int]) -> None:
    assert values(text, "enrolled") == expected


def test_a_non_metastatic_cancer_is_no_metastatic_one() -> None:
    studied = values("We treated patients with non-metastatic castration-resistant prostate cancer.", "studies")
    assert studied and not any(str(disease).startswith("metastatic") for disease in studied)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Patients with a dose-escalation from 75 to 150 mg during the study did well.", []),
        ("This dose-escalation phase 1 study enrolled adults.", ["dose-escalation"]),
        ("METHODS : Phase 2, parallel, double-blind, 12-week clinical trial.", ["double-blind"]),
    ],
)
def test_designs(text: str, expected: list[str]) -> None:
    assert values(text, "design") == expected


def test_what_patients_are_told_apart_by_is_not_what_they_have() -> None:
    title = "Amlodipine in patients with hypertension by age and diabetes status"
    found = attributes_of(f"{title}\n\nWe treated patients.", title)
    assert [a.value.name for a in found if a.attribute == "studies" and isinstance(a.value, Concept)] == [
        "hypertension"
    ]


def test_the_patients_of_each_arm_are_not_all() -> None:
    assert values("A total of 45 Japanese patients were included in each arm.", "enrolled") == []
    assert values("Thirty-five patients were enrolled in each cohort.", "enrolled") == []


def test_further_patients_are_not_all() -> None:
    assert values("In part B, an additional 23 participants were treated.", "enrolled") == []
    assert values("In part B, 23 participants were treated.", "enrolled") == []
    assert values("Overall, 23 participants were treated.", "enrolled") == [23]


def test_an_endpoint_that_was_missed_names_none_behind_it() -> None:
    text = "The study named ALPHA missed its primary end point, and treatment of women prolonged overall survival."
    assert values(text, "primaryEndpoint") == []
    assert values("The trial met its primary endpoint of overall survival.", "primaryEndpoint") == ["overall survival"]


def test_what_a_bracket_counts_is_no_endpoint() -> None:
    text = "The primary endpoint was duration of neutropenia (number of days with a neutrophil count below 0.5)."
    assert values(text, "primaryEndpoint") == ["duration of neutropenia"]


def test_a_disease_is_told_with_its_organ() -> None:
    text = "Thirty patients with primary hepatic carcinoma were enrolled in this trial."
    assert values(text, "studies") == ["primary hepatic carcinoma"]


def test_toxicity_criteria_are_no_endpoint() -> None:
    text = "The primary endpoint was the incidence of neuropathy by the common toxicity criteria."
    assert "toxicity" not in values(text, "primaryEndpoint")


def test_maintenance_is_not_the_first_treatment() -> None:
    assert values("Erlotinib as first-line maintenance treatment. This trial took in 90 patients.", "priorLines") == []
