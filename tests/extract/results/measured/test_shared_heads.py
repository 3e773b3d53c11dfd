"""Events told in several kinds, each with its figures, whether or not they share a word."""

import pytest

ARMS = "Women were randomized to letrozole (Group A) or exemestane (Group B). "


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Exemestane led to less sensory (9% vs 17%; P = .02) and motor (2% vs 6%) neuropathy than letrozole.",
         ["exemestane: peripheral sensory neuropathy 9%", "letrozole: peripheral sensory neuropathy 17%",
          "exemestane: peripheral motor neuropathy 2%", "letrozole: peripheral motor neuropathy 6%"]),
        ("Exemestane led to less acute (9% vs 17%) and delayed (21% vs 36%) emesis than letrozole.",
         ["exemestane: acute vomiting 9%", "letrozole: acute vomiting 17%",
          "exemestane: delayed vomiting 21%", "letrozole: delayed vomiting 36%"]),
        ("Acute nausea was seen in 9% and 17%, and delayed nausea in 21% and 36%, with letrozole and exemestane.",
         ["letrozole: acute nausea 9%", "exemestane: acute nausea 17%",
          "letrozole: delayed nausea 21%", "exemestane: delayed nausea 36%"]),
        ("Early and late infections were rarer in groups A (9% and 3%, respectively) and B (17% and 6%, respectively).",
         ["letrozole: early infection 9%", "exemestane: early infection 17%",
          "letrozole: late infection 3%", "exemestane: late infection 6%"]),
        ("Exemestane led to less grade 3 (9% vs 17%) and grade 4 (2% vs 6%) anemia than letrozole.",
         ["exemestane: anemia 3 9%", "letrozole: anemia 3 17%", "exemestane: anemia 4 2%", "letrozole: anemia 4 6%"]),
        ("Exemestane led to less grade 3 (9% vs 17%) and 4 (2% vs 6%) anemia than letrozole.", []),
        ("Fatigue (9% vs 17%) and peripheral edema (2% vs 6%) occurred with letrozole and exemestane.",
         ["letrozole: fatigue 9%", "exemestane: fatigue 17%",
          "letrozole: peripheral edema 2%", "exemestane: peripheral edema 6%"]),
        ("Acute nausea was seen in 9% with letrozole and 17% with exemestane.",
         ["letrozole: nausea 9%", "exemestane: nausea 17%"]),
    ],
)  # fmt: skip
def test_each_kind_is_an_event_of_its_own(results_of, text, results):
    assert results_of(ARMS + text) == results
