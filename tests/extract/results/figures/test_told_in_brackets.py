"""What stands in a bracket behind a figure, of something else than the figures around it."""

import pytest

ARMS = "Patients were randomly assigned to zanubrutinib or ibrutinib. "


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("ORR was 45% with zanubrutinib (12 CRs) and 30% with ibrutinib.",
         {"zanubrutinib: objective response rate proportion 45%", "zanubrutinib: complete response proportion n=12",
          "ibrutinib: objective response rate proportion 30%"}),
        ("Infections occurred in 45% (pneumonia 8%) of the zanubrutinib group and 30% of the ibrutinib group.",
         {"zanubrutinib: infection 45%", "zanubrutinib: pneumonia 8%", "ibrutinib: infection 30%"}),
        ("Neutropenia occurred in 45% with zanubrutinib (febrile neutropenia in 3%) and in 30% with ibrutinib.",
         {"zanubrutinib: neutropenia 45%", "zanubrutinib: febrile neutropenia 3%", "ibrutinib: neutropenia 30%"}),
        ("Median PFS was 11.2 months (median OS not reached) with zanubrutinib and 8.9 months with ibrutinib.",
         {"zanubrutinib: progression-free survival median 11.2 months",
          "zanubrutinib: overall survival median notReached",
          "ibrutinib: progression-free survival median 8.9 months"}),
        ("Infections occurred in 45% of the zanubrutinib group (pneumonia in 8%) and 30% of the ibrutinib group "
         "(pneumonia in 5%).",
         {"zanubrutinib: infection 45%", "zanubrutinib: pneumonia 8%", "ibrutinib: infection 30%",
          "ibrutinib: pneumonia 5%"}),
        ("The most frequent event with zanubrutinib was neutropenia (45%; grade 3, 20%), and with ibrutinib diarrhea "
         "(44%; grade 3, 4%).",
         {"zanubrutinib: neutropenia 45%", "zanubrutinib: neutropenia 3 20%", "ibrutinib: diarrhea 44%",
          "ibrutinib: diarrhea 3 4%"}),
    ],
)  # fmt: skip
def test_what_a_bracket_tells_ends_with_it(results_of, text, results):
    assert set(results_of(ARMS + text)) == results


def test_a_bracket_about_all_is_not_of_the_arm_before_it(results_of):
    text = "Infections occurred in 45% with zanubrutinib (overall rate, 38%) and in 30% with ibrutinib."
    assert not any("38%" in result for result in results_of(ARMS + text))
