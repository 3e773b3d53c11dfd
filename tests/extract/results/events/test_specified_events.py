"""Events that a bracket names behind a count of all of them."""

import pytest

TEXT = "All patients received blinatumomab. "


@pytest.mark.parametrize(
    ("told", "results"),
    [
        ("One patient had a grade 3 adverse event (fatigue).",
         ["blinatumomab: any adverse event 3 n=1", "blinatumomab: fatigue 3 n=1"]),
        ("One patient experienced a dose-limiting toxicity (grade 3 fatigue).",
         ["blinatumomab: dose-limiting toxicity n=1", "blinatumomab: fatigue 3 n=1"]),
        ("Two dose-limiting toxicities occurred (grade 4 anemia and grade 3 rash).",
         ["blinatumomab: dose-limiting toxicity n=2", "blinatumomab: anemia 4", "blinatumomab: rash 3"]),
        ("Three patients reported eight adverse events of grade 3 (rash, pain, and vomiting).",
         ["blinatumomab: any adverse event 3 n=3", "blinatumomab: rash 3", "blinatumomab: pain 3",
          "blinatumomab: vomiting 3"]),
        ("One patient had a serious adverse event (pneumonia).",
         ["blinatumomab: any adverse event n=1 serious", "blinatumomab: pneumonia n=1 serious"]),
        ("One patient had a serious adverse event (not pneumonia).", ["blinatumomab: any adverse event n=1 serious"]),
        ("Two patients had serious adverse events (one pneumonia, one sepsis).",
         ["blinatumomab: any adverse event n=2 serious", "blinatumomab: pneumonia n=1 serious",
          "blinatumomab: sepsis n=1 serious"]),
    ],
)  # fmt: skip
def test_what_the_bracket_names(results_of, told, results):
    assert results_of(TEXT + told) == results


@pytest.mark.parametrize("number", ["One patient", "Three patients"])
def test_patients_with_an_event_of_some_grade(results_of, number):
    count = 1 if number == "One patient" else 3
    assert results_of(f"{TEXT}{number} had grade 3 rash.") == [f"blinatumomab: rash 3 n={count}"]
