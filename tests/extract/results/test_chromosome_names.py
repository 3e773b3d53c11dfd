"""Names such as `t(4;14)`: their brackets and semicolons end no name of a part of the patients, and no clause."""

import pytest

TWO = "Patients with relapsed myeloma were randomly assigned to nivolumab or docetaxel. "


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Survival was longer with nivolumab in patients with del(17p) (14 versus 9 months; HR, 0.61), t(4;14) (17 "
         "versus 11 months; HR, 0.68), and gain(1q) (16 versus 12 months; HR, 0.74).",
         [f"{arm}: overall survival median {months} months ({part})"
          for part, pair in (("del(17p)", (14, 9)), ("t(4;14)", (17, 11)), ("gain(1q)", (16, 12)))
          for arm, months in zip(("nivolumab", "docetaxel"), pair, strict=True)]
         + [f"nivolumab vs docetaxel: overall survival hazardRatio {ratio} ({part})"
            for part, ratio in (("del(17p)", "0.61"), ("t(4;14)", "0.68"), ("gain(1q)", "0.74"))]),
        ("In the t(11;14) subgroup, median PFS was 18 versus 11 months.",
         ["nivolumab: progression-free survival median 18 months (t(11;14))",
          "docetaxel: progression-free survival median 11 months (t(11;14))"]),
        ("Median PFS was 18 versus 11 months in t(8;21)(q22;q22)-positive patients.",
         ["nivolumab: progression-free survival median 18 months (t(8;21)(q22;q22)-positive)",
          "docetaxel: progression-free survival median 11 months (t(8;21)(q22;q22)-positive)"]),
    ],
)  # fmt: skip
def test_a_part_of_the_patients(results_of, text, results):
    assert sorted(results_of(TWO + text)) == sorted(results)


def test_other_brackets_end_a_name(results_of):
    text = "Median PFS was 18 versus 11 months in patients with anemia (n = 40)."
    assert results_of(TWO + text)[0] == "nivolumab: progression-free survival median 18 months (anemia)"


def test_no_endpoint_is_called_so(results_of):
    text = "Survival was longer in patients with fever (14 v 9 months), and in patients with t(4;14) (HR, 0.68)."
    assert not any(": t(" in result for result in results_of(TWO + text))
