"""Two choices side by side with a control each name no arm; all combinations do."""

import pytest
from telling import drugs


@pytest.mark.parametrize(
    "choices",
    [
        "docetaxel or paclitaxel and to bevacizumab or no bevacizumab.",
        "ramipril or amlodipine and either simvastatin or ezetimibe.",
        "docetaxel, paclitaxel and cisplatin (DPC) or melphalan (MEL), and then to bevacizumab or no bevacizumab.",
        "paclitaxel or paclitaxel plus docetaxel, with or without bevacizumab, in a factorial design.",
        "insulin glargine or standard care and fish oil or olive oil in a 2 × 2 factorial design.",
    ],
)
def test_two_choices_side_by_side(arms_of, choices):
    assert arms_of(f"Men were randomly assigned to {choices}") == []


@pytest.mark.parametrize(
    ("offered", "arms"),
    [
        ("aspirin, vitamin E, both, or neither.", ["aspirin", "vitamin E", "aspirin+vitamin E", "observation"]),
        ("aspirin plus vitamin E, aspirin plus placebo, vitamin E plus placebo, or placebo.",
         ["aspirin+vitamin E", "aspirin+placebo", "placebo+vitamin E", "placebo"]),
        ("docetaxel and cisplatin or docetaxel and carboplatin.", ["cisplatin+docetaxel", "carboplatin+docetaxel"]),
        ("lidocaine or placebo and perioperative pregabalin or placebo.", ["lidocaine", "placebo", "pregabalin"]),
        ("placebo, or aspirin and clopidogrel, or warfarin.", ["placebo", "aspirin+clopidogrel", "warfarin"]),
        ("paclitaxel or docetaxel and followed for relapse or death.", ["paclitaxel", "docetaxel"]),
    ],
)  # fmt: skip
def test_one_choice(arms_of, offered, arms):
    assert [drugs(c.arm) for c in arms_of(f"Men were randomly assigned to {offered}")] == arms


def test_placebo_alone_is_the_control(arms_of):
    found = arms_of("Men were randomly assigned to aspirin plus warfarin, aspirin plus placebo, or two placebos.")
    assert [c.role for c in found] == ["experimental", "experimental", "control"]
