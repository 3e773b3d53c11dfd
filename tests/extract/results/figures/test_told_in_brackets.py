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


def test_those_who_had_the_event_stand_behind_the_interval(results_of):
    text = (
        "Median progression-free survival was 16.6 months (95% CI 13.4-22.9; 130 [35%] patients) with zanubrutinib "
        "versus 5.4 months (3.4-6.7; 66 [35%] patients) with ibrutinib."
    )
    assert results_of(ARMS + text) == [
        "zanubrutinib: progression-free survival median 16.6 months [13.4, 22.9] 95%",
        "ibrutinib: progression-free survival median 5.4 months [3.4, 6.7] 95%",
    ]


def test_an_arm_that_has_its_figure_has_not_the_next(results_of):
    text = (
        "Median PFS was 19.1 months (95% CI 16-26; 12-month rate 65%) with zanubrutinib and 5.5 months (5.2-5.8; "
        "12-month rate 21%) with ibrutinib."
    )
    assert not any("zanubrutinib" in result and "5.5 months" in result for result in results_of(ARMS + text))


def test_the_last_of_a_long_bracket_is_not_compared_with_what_stands_behind_it(results_of):
    text = (
        "All patients received ixazomib. The response rate was 86% (95% CI, 73-94) among all (stringent complete "
        "response, 12%; complete response, 10%; and partial response, 36%) and 100% among high-risk patients."
    )
    told = results_of(text)
    assert "ixazomib: partial response proportion 36%" in told
    assert "ixazomib: objective response rate proportion 100% (high-risk)" in told
