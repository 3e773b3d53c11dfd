"""What stands in the bracket behind a share is of the share's arm."""

import pytest

ARMS = "Patients with leukemia were randomly assigned to dexamethasone or prednisone. "
OF_A = ["dexamethasone: complete response proportion 4%", "dexamethasone: partial response proportion 31%"]
OF_B = ["prednisone: complete response proportion 1%", "prednisone: partial response proportion 19%"]
RATES = ["dexamethasone: objective response rate proportion 35%", "prednisone: objective response rate proportion 20%"]


@pytest.mark.parametrize(
    "text",
    [
        "Response rates were 35% (CR, 4%; PR, 31%) with dexamethasone and 20% (CR, 1%; PR, 19%) with prednisone.",
        "The response rate was 35% [4% complete, 31% partial] with dexamethasone v 20% [1% complete, 19% partial] "
        "with prednisone.",
        "The response rate was 35% in the dexamethasone arm (4% CR, 31% PR) and 20% in the prednisone arm (1% CR, "
        "19% PR).",
    ],
)
def test_parts_of_the_shares_of_two_arms(results_of, text):
    assert sorted(results_of(ARMS + text)) == sorted([*RATES, *OF_A, *OF_B])


def test_the_interval_in_the_bracket_stays_with_the_share(results_of):
    text = "Response rates were 35% (95% CI, 26% to 44%; 4% complete responses) for dexamethasone versus 20% "
    assert sorted(results_of(f"{ARMS}{text}(95% CI, 13% to 28%; 1% complete responses) for prednisone.")) == sorted(
        [f"{RATES[0]} [26, 44] 95%", f"{RATES[1]} [13, 28] 95%", OF_A[0], OF_B[0]]
    )


def test_counts_in_brackets(results_of):
    text = "Of 80 patients, 28 (35%) responded to dexamethasone (4 CR) and 16 (20%) to prednisone (1 CR)."
    assert sorted(results_of(ARMS + text)) == [
        "dexamethasone: complete response proportion n=4", "dexamethasone: objective response rate proportion 35% n=28",
        "prednisone: complete response proportion n=1", "prednisone: objective response rate proportion 20% n=16",
    ]  # fmt: skip
