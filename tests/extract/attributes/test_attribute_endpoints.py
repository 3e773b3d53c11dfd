"""Primary and secondary endpoints of trials."""

import pytest
from attribute_values import attributes_of, values
from trialgraph.ontology.facts import Concept


def test_endpoints_in_words_of_their_own() -> None:
    text = (
        "The primary endpoint was mean leukocyte count within 6 weeks from entry. Secondary endpoints included other "
        "acute hematotoxicity, infection rate, event-free, and overall survival. They were all reported."
    )
    assert values(text, "primaryEndpoint") == ["mean leukocyte count within 6 weeks from entry"]
    assert set(values(text, "secondaryEndpoint")) == {
        "acute hematotoxicity", "infection rate", "event-free survival", "overall survival",
    }  # fmt: skip


def test_what_an_endpoint_is_composed_of_is_no_endpoint() -> None:
    text = "The primary outcome was breast cancer events (new primary cancer, recurrence, or death). They were rare."
    assert values(text, "primaryEndpoint") == ["breast cancer events"]
    assert values("The primary outcome was occurrence of breast cancer.", "primaryEndpoint") == [
        "occurrence of breast cancer"
    ]


@pytest.mark.parametrize(
    ("text", "primary", "secondary"),
    [
        ("Its primary endpoint was progression-free survival.", {"PFS"}, set()),
        ("Overall survival was the primary end point.", {"OS"}, set()),
        ("The primary endpoint was overall survival; secondary endpoints included safety.", {"OS"}, {"safety"}),
        ("Among secondary end points were overall survival and duration of response.", set(), {"OS", "DOR"}),
        ("The primary endpoint was not met.", set(), set()),
        ("The primary endpoint was overall survival [death in hospital plus death at home].", {"OS"}, set()),
        (
            "Secondary endpoints were: safety; overall survival; and duration of response.",
            set(),
            {"safety", "OS", "DOR"},
        ),
        ("The primary endpoint was overall survival, with safety as secondary endpoint.", {"OS"}, {"safety"}),
    ],
)
def test_endpoints(text: str, primary: set[str], secondary: set[str]) -> None:
    found = attributes_of(text)
    short = {"progression-free survival": "PFS", "overall survival": "OS", "duration of response": "DOR"}
    for attribute, expected in (("primaryEndpoint", primary), ("secondaryEndpoint", secondary)):
        named = {a.value.name for a in found if a.attribute == attribute and isinstance(a.value, Concept)}
        assert {short.get(name, name) for name in named} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The primary end point was the time to the first asthma worsening.", ["time to the first asthma worsening"]),
        ("Secondary endpoints included radiographic progression-free survival (rPFS).",
         ["radiographic progression-free survival"]),
        ("Secondary outcomes were effects of enalapril on troponin T, anxiety, and diastolic dysfunction.",
         ["troponin t", "anxiety", "diastolic dysfunction"]),
        ("Secondary endpoints were time to 5% weight loss, nausea score measured by a diary, and pain-free survival.",
         ["pain-free survival", "time to 5% weight loss", "nausea score"]),
        ("Secondary endpoints were femoral neck and lumbar spine density.", ["lumbar spine density"]),
        ("The secondary endpoints were unchanged, better, and reached.", []),
        ("The principal endpoint was overall survival.", ["overall survival"]),
        ("Secondary endpoints: duration of response; overall survival.", ["duration of response", "overall survival"]),
    ],
)  # fmt: skip
def test_endpoints_in_the_documents_own_words(text: str, expected: list[str]) -> None:
    assert [v for kind in ("primaryEndpoint", "secondaryEndpoint") for v in values(text, kind)] == expected


@pytest.mark.parametrize(
    ("text", "attribute", "expected"),
    [
        ("The primary end point was time to psoriasis relapse.", "primaryEndpoint", ["time to psoriasis relapse"]),
        ("Mean (SD) change in weight (primary outcome) was 3 kg.", "primaryEndpoint", []),
        ("The primary efficacy variable was overall survival.", "primaryEndpoint", ["overall survival"]),
        ("Main outcome measures: overall survival.", "primaryEndpoint", ["overall survival"]),
        ("Main outcomes: The primary outcome was safety. Other outcomes included overall survival.",
         "primaryEndpoint", ["safety"]),
        ("Secondary end points included pain-free survival.", "secondaryEndpoint", ["pain-free survival"]),
        ("Secondary end points included safety, incidence of a secondary rise, and overall survival.",
         "secondaryEndpoint", ["safety", "overall survival", "incidence of a secondary rise"]),
    ],
)  # fmt: skip
def test_further_wordings_of_endpoints(text: str, attribute: str, expected: list[object]) -> None:
    assert values(text, attribute) == expected


@pytest.mark.parametrize(
    ("text", "primary", "secondary"),
    [
        ("Response rate, overall survival, and safety were secondary end points.", [], ["objective response rate",
         "overall survival", "safety"]),
        ("Event-free survival (time to relapse, progression, or death) was the primary end point.",
         ["event-free survival"], []),
        ("The trial did not meet its primary endpoint, overall survival in patients with tumors positive for X.",
         ["overall survival"], []),
        ("How long patients lived was the study's primary endpoint (overall survival).", ["overall survival"], []),
        ("Overall survival was the primary endpoint, and safety was a secondary endpoint.", ["overall survival"],
         ["safety"]),
    ],
)  # fmt: skip
def test_an_endpoint_named_before_or_right_behind_its_rank(text, primary, secondary):
    assert values(text, "primaryEndpoint") == primary
    assert values(text, "secondaryEndpoint") == secondary


def test_endpoints_of_two_ranks_in_one_sentence_stay_apart() -> None:
    text = "We took toxicity and response rate as primary end points, then overall survival as secondary endpoints."
    assert set(values(text, "primaryEndpoint")) == {"toxicity", "objective response rate"}
    assert values(text, "secondaryEndpoint") == ["overall survival"]


@pytest.mark.parametrize(
    "text",
    [
        "The primary endpoint was overall survival, counted from randomisation to relapse, surgery or death.",
        "The primary endpoint was overall survival associated with clinical remission.",
    ],
)
def test_what_an_endpoint_is_counted_from_or_goes_with_is_none(text: str) -> None:
    assert values(text, "primaryEndpoint") == ["overall survival"]


@pytest.mark.parametrize(
    ("text", "endpoints"),
    [
        ("Secondary endpoints were overall survival - namely, death of any cause - and age.", ["overall survival"]),
        ("Secondary endpoints included pain as assessed by a visual scale.", []),
    ],
)
def test_what_explains_an_endpoint_is_none(text: str, endpoints: list[str]) -> None:
    assert values(text, "secondaryEndpoint") == endpoints


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ("the percentage of patients with steroid withdrawal at week 12", ["steroid withdrawal"]),
        ("right ventricular circumferential strain (CS)", ["right ventricular circumferential strain"]),
        ("neurodevelopmental impairment at 2 years", ["neurodevelopmental impairment"]),
        ("the number of exacerbations", ["exacerbations"]),
        ("statistically significant", []),
        ("comparable in both groups", []),
        ("non-inferiority of letrozole", []),
        ("not reached", []),
    ],
)
def test_the_only_endpoint_in_words_of_its_own(told: str, named: list[str]) -> None:
    assert values(f"This is a trial. The primary outcome was {told}.", "primaryEndpoint") == named


def test_what_is_secondary_to_something_is_listed_too() -> None:
    told = values("Secondary outcomes were incidence of secondary pneumonia, and mortality.", "secondaryEndpoint")
    assert set(told) == {"incidence of secondary pneumonia", "death"}


@pytest.mark.parametrize(
    ("text", "endpoints"),
    [
        ("The primary endpoint will be overall survival.", ["overall survival"]),
        ("Overall survival will be the primary endpoint.", ["overall survival"]),
        (
            "Primary outcomes were overall survival from surgery to the date of death, and site of recurrence.",
            ["overall survival", "site of recurrence"],
        ),
        ("The primary outcomes were relapse regardless of its site, overall survival, and pain score.",
         ["relapse", "overall survival", "pain score"]),
        ("The primary outcome was nausea or quality of life (measured by the QLQ-C30).",
         ["health-related quality of life"]),
        ("The primary outcome was overall survival regardless of relapse.", ["overall survival"]),
    ],
)  # fmt: skip
def test_endpoints_to_come_counted_or_told_at_length(text: str, endpoints: list[str]) -> None:
    assert values(text, "primaryEndpoint") == endpoints
