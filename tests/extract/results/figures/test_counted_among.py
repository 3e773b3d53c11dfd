"""Counts of those with whom a sentence begins."""

import pytest

ARMS = "Patients were randomly assigned to cisplatin or placebo. "


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Of 55 patients in the cisplatin arm, four (7%) had a complete response and 23 (42%) a partial response.",
         ["cisplatin: complete response proportion 7% n=4/55", "cisplatin: partial response proportion 42% n=23/55"]),
        ("Of seven initial non-responders, five patients achieved a complete response.",
         ["all: complete response proportion n=5/7 (initial non-responders)"]),
        ("Of seven non-responders, five achieved a complete response, for a total response rate of 95%.",
         ["all: complete response proportion n=5/7", "all: objective response rate proportion 95%"]),
        ("Among 40 patients, nausea occurred in 10 (25%).", ["all: nausea 25% n=10/40"]),
        ("Of 158 patients, 90 on cisplatin and 50 on placebo died.",
         ["cisplatin: death proportion n=90", "placebo: death proportion n=50"]),
        ("Among 40 patients, nausea occurred in 10 (50%).", ["all: nausea 50% n=10"]),
    ],
)  # fmt: skip
def test_counts_are_of_those_named_first(results_of, text, results):
    assert results_of(ARMS + text) == results
