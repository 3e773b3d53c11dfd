"""Groups in whatever way their numbers are told: `group I`, `group 1`, `the first group`."""

import pytest

TOLD = (
    "Women were randomized to tamoxifen (group I) or letrozole (group II).",
    "Women were randomized to tamoxifen (group 1) or letrozole (group 2).",
    "Women were randomized into two groups. In the first group, women were given tamoxifen. In the second group, "
    "women were given letrozole.",
)
SPOKEN = ("group I", "group II"), ("group 1", "group 2"), ("the first group", "the second group")


@pytest.mark.parametrize("told", TOLD)
@pytest.mark.parametrize("spoken", SPOKEN)
def test_one_number_in_all_its_spellings(results_of, told, spoken):
    first, second = spoken
    assert results_of(f"{told} A response was seen in 48% of the women of {first} and 60% of {second}.") == [
        "tamoxifen: objective response rate proportion 48%",
        "letrozole: objective response rate proportion 60%",
    ]


@pytest.mark.parametrize(
    "spoken", ["risk group 1 and 60% of risk group 2", "the third group and 60% of the fourth group"]
)
def test_other_groups_are_no_arms(results_of, spoken):
    assert results_of(f"{TOLD[0]} A response was seen in 48% of the women of {spoken}.") == []
