"""What looks like a property of a trial and is none."""

import pytest
from test_attributes import values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Patients had at least one treatment-emergent event.", []),
        ("Patients received at least one dose of therapy.", []),
        ("In all, 112 (56%) of 200 patients had received two or more prior therapies.", []),
        ("Patients had received two or more prior therapies.", [">=2"]),
    ],
)
def test_prior_lines(text: str, expected: list[str]) -> None:
    assert values(text, "priorLines") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
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
    ],
)
def test_primary_endpoints(text: str, expected: list[str]) -> None:
    assert values(text, "primaryEndpoint") == expected
