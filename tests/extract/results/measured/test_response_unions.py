"""Responses that are counted together are neither response by itself."""

import pytest

CR_OR_CRI = "complete response or complete response with incomplete hematologic recovery"
ARMS = "Patients with leukemia were randomly assigned to dexamethasone or prednisone. "


@pytest.mark.parametrize(
    ("text", "endpoint"),
    [
        ("A complete or partial response was seen in 40% of patients on dexamethasone.", "objective response rate"),
        ("The complete plus partial response rate was 40% with dexamethasone.", "objective response rate"),
        ("Complete and partial responses were seen in 40% with dexamethasone.", "objective response rate"),
        ("The response rate (complete response [CR] + partial response [PR]) was 40% with dexamethasone.",
         "objective response rate"),
        ("CR + PR was 40% with dexamethasone.", "objective response rate"),
        ("CR + PR + SD was 40% with dexamethasone.", "disease control rate"),
        ("Complete response, partial response, or stable disease was seen in 40% with dexamethasone.",
         "disease control rate"),
        ("Stable disease or better was seen in 40% with dexamethasone.", "disease control rate"),
        ("Stable disease was seen in 40% with dexamethasone.", "stable disease"),
        ("A very good partial response or complete response was seen in 40% with dexamethasone.",
         "very good partial response or better"),
        ("CR plus CRi was 40% with dexamethasone.", CR_OR_CRI),
        ("Complete remission (CR) + CR with incomplete count recovery (CRi) was seen in 40% with dexamethasone.",
         CR_OR_CRI),
        ("The complete remission rate, including CR with incomplete hematologic recovery, was 40% with dexamethasone.",
         CR_OR_CRI),
        ("Complete remission with or without hematologic recovery was seen in 40% with dexamethasone.", CR_OR_CRI),
    ],
)  # fmt: skip
def test_unions(results_of, text, endpoint):
    assert results_of(ARMS + text) == [f"dexamethasone: {endpoint} proportion 40%"]


@pytest.mark.parametrize(
    "text",
    [
        "Complete and partial response rates were 10% and 25% with dexamethasone.",
        "Complete and partial responses were seen in 10% and 25%, respectively, with dexamethasone.",
        "CR and PR were 10% and 25% with dexamethasone.",
    ],
)
def test_each_has_its_figure(results_of, text):
    assert results_of(ARMS + text) == [
        "dexamethasone: complete response proportion 10%", "dexamethasone: partial response proportion 25%"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Partial response or stable disease was seen in 40% with dexamethasone.",
        "Complete and partial remissions were seen in 5 and 12 with dexamethasone.",
    ],
)
def test_others_are_not_the_last_of_them(results_of, text):
    assert results_of(ARMS + text) == []


@pytest.mark.parametrize(
    ("text", "endpoint"),
    [
        ("The MRD-negative complete response rate", "minimal residual disease-negative complete response"),
        ("The rate of MRD-negative CR", "minimal residual disease-negative complete response"),
        ("A complete response or better with MRD negativity", "minimal residual disease-negative complete response"),
        ("The complete response rate or better", "complete response or better"),
        ("MRD negativity", "minimal residual disease negativity"),
    ],
)
def test_responses_without_residual_disease(results_of, text, endpoint):
    assert results_of(f"{ARMS}{text} was 40% with dexamethasone.") == [f"dexamethasone: {endpoint} proportion 40%"]
