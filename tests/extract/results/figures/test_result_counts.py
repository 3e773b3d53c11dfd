"""Counts without a share, endpoints that no lexicon lists, break-downs in brackets, differences."""

import pytest
from trialgraph.extract.results.measured.unnamed_endpoints import unnamed_endpoints
from trialgraph.extract.results.quantities.finding import find_quantities

ARMS = "Nivolumab was compared with docetaxel. Patients were assigned to nivolumab or docetaxel. "


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("There were 28 strokes with docetaxel and 44 with nivolumab.",
         ["docetaxel: stroke n=28", "nivolumab: stroke n=44"]),
        ("3 patients assigned nivolumab (1.5%) and 17 patients assigned to docetaxel (9.5%) had a relapse.",
         ["nivolumab: relapse proportion 1.5% n=3", "docetaxel: relapse proportion 9.5% n=17"]),
        ("139 patients died (64 in the nivolumab group vs 75 in the docetaxel group).",
         ["all: death proportion n=139", "nivolumab: death proportion n=64", "docetaxel: death proportion n=75"]),
        ("Six patients (5%) died, 0 (0%) with nivolumab and 6 (10%) with docetaxel.",
         ["all: death proportion 5% n=6", "nivolumab: death proportion 0% n=0", "docetaxel: death proportion 10% n=6"]),
        ("The most frequent events were nausea (93 vs 79) and fatigue (50 events vs 36 events).",
         ["nivolumab: nausea n=93", "docetaxel: nausea n=79",
          "nivolumab: fatigue n=50 (events)", "docetaxel: fatigue n=36 (events)"]),
        ("Five patients in the nivolumab arm achieved a complete response compared with 2 in the docetaxel arm.",
         ["nivolumab: complete response proportion n=5", "docetaxel: complete response proportion n=2"]),
        ("In the nivolumab arm, 2 patients achieved a complete and 3 a partial response.",
         ["nivolumab: complete response proportion n=2", "nivolumab: partial response proportion n=3"]),
        ("In the nivolumab group, there were 3 partial responses (13%) and 13 (54%) patients with stable disease.",
         ["nivolumab: partial response proportion 13% n=3", "nivolumab: stable disease proportion 54% n=13"]),
        ("Five hundred fifty-three patients (75%) in the nivolumab arm had a complete response.",
         ["nivolumab: complete response proportion 75% n=553"]),
        ("Stable disease was the best overall response in 73% of nivolumab-treated patients (151/207).",
         ["nivolumab: stable disease proportion 73% n=151/207"]),
        ("The subjective response rate was 82% with nivolumab and 48% with docetaxel.",
         ["nivolumab: subjective response rate proportion 82%", "docetaxel: subjective response rate proportion 48%"]),
        ("Of the 47 complete responders with nivolumab, 7 (15%) have "
         "relapsed.", ["nivolumab: relapse proportion 15% n=7/47 (complete responders)"]),
    ],
)  # fmt: skip
def test_bare_counts(results_of, text, results):
    assert results_of(ARMS + text) == results


@pytest.mark.parametrize(
    "text",
    [
        "A total of 182 patients in the nivolumab group and 180 in the docetaxel group were evaluable for response.",
        "Of the patients given nivolumab, 22% experienced only one relapse.",
        "In cycle 2 nausea was no worse with nivolumab.",
        "Mean pain scores were 52 vs 48.",
    ],
)
def test_numbers_that_count_no_patients(results_of, text):
    assert results_of(ARMS + text) == []


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Median survival time was 10.9 months (nivolumab = 12.2 months, docetaxel = 9.4 months).",
         ["all: overall survival median 10.9 months", "nivolumab: overall survival median 12.2 months",
          "docetaxel: overall survival median 9.4 months"]),
        ("Median survival was similar (docetaxel arm = 12.2 months, nivolumab-based = 9.4 months).",
         ["docetaxel: overall survival median 12.2 months", "nivolumab: overall survival median 9.4 months"]),
        ("PFS was similar (docetaxel PFS = 4.9 months, nivolumab PFS = 5.2 months).",
         ["docetaxel: progression-free survival median 4.9 months",
          "nivolumab: progression-free survival median 5.2 months"]),
        ("Median PFS was similar (smokers: 4.9 months; others: 5.2 months).", []),
    ],
)  # fmt: skip
def test_figures_are_of_what_labels_them(results_of, text, results):
    assert results_of(ARMS + text)[: len(results) or None] == results


def test_the_unit_of_the_second_value_holds_for_the_first(results_of):
    text = "Median survival was 12.2 (95% CI 9.7-15.0) and 9.4 months (95% CI 8.1-10.7) with nivolumab and docetaxel."
    assert results_of(ARMS + text) == [
        "nivolumab: overall survival median 12.2 months [9.7, 15.0] 95%",
        "docetaxel: overall survival median 9.4 months [8.1, 10.7] 95%",
    ]


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("The response rate for lung cancer was 40% with nivolumab and 20% with docetaxel.",
         ["nivolumab: objective response rate proportion 40%", "docetaxel: objective response rate proportion 20%"]),
        ("The menstruation recovery rate was 80% with nivolumab and 84% with docetaxel.",
         ["nivolumab: menstruation recovery rate proportion 80%",
          "docetaxel: menstruation recovery rate proportion 84%"]),
        ("The time to first worsening of breath was shorter with nivolumab than with docetaxel (median, 40 "
         "days vs 86 days).",
         ["nivolumab: time to first worsening of breath median 40 days",
          "docetaxel: time to first worsening of breath median 86 days"]),
        ("At 5 years, 76% of patients given nivolumab and 74% given docetaxel were alive and disease-free.",
         ["nivolumab: disease-free survival rateAt 76% at 5 years",
          "docetaxel: disease-free survival rateAt 74% at 5 years"]),
        ("A total of 82 women developed breast cancer with nivolumab.",
         ["nivolumab: breast cancer proportion n=82"]),
    ],
)  # fmt: skip
def test_endpoints_under_words_of_their_own(results_of, text, results):
    assert results_of(ARMS + text) == results


@pytest.mark.parametrize(
    "text",
    [
        "The proportion of male patients was 60%.",
        "The completion rate of questionnaires was 90%.",
        "A mutation was found in 40%.",
    ],
)
def test_what_is_no_endpoint(text):
    assert list(unnamed_endpoints(text)) == []


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("At 1 year, overall survival was 51% with nivolumab and 39% with docetaxel (absolute difference 12%, "
         "95% CI 3-21; p=0.01).",
         "nivolumab vs docetaxel: overall survival difference 12% at 1 years [3, 21] 95% p=0.01"),
        ("The difference in median overall survival between nivolumab and docetaxel was 2.8 months.",
         "nivolumab vs docetaxel: overall survival difference 2.8 months"),
    ],
)  # fmt: skip
def test_differences_stand_between_the_arms(results_of, text, result):
    assert result in results_of(ARMS + text)


def test_of_a_difference_only_the_number_is_claimed():
    text = "absolute increase in survival at 3 years was 7.3%"
    assert [(q.kind, text[q.start : q.end]) for q in find_quantities(text)] == [
        ("time", "at 3 years"),
        ("difference", "7.3%"),
    ]


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Progression-free survival (median 4 months) and survival (median 12 months) were identical in both arms.",
         ["nivolumab: progression-free survival median 4 months",
          "docetaxel: progression-free survival median 4 months",
          "nivolumab: overall survival median 12 months", "docetaxel: overall survival median 12 months"]),
        ("Median progression-free survival with nivolumab was 4.0 months, and 5.0 months for patients with squamous "
         "histology.",
         ["nivolumab: progression-free survival median 4.0 months",
          "nivolumab: progression-free survival median 5.0 months (squamous histology)"]),
        ("Survival did not differ except for stage I disease (hazard ratio 0.87).",
         ["nivolumab vs docetaxel: overall survival hazardRatio 0.87 (stage I)"]),
        ("The response rate was 30% overall; for the patients treated with docetaxel, no responses were found.", []),
        ("Brain, liver, and lung relapse developed in 72, 105, and 138 of the 829 patients, respectively.", []),
        ("Nivolumab has shown a response rate of 45% in others (Rothenberg et al, 1998).", []),
        ("Nivolumab showed a response rate of 45% in a recent phase II trial.", []),
        ("Progression-free survival was similar (time from assignment to death, 10.2 vs 10.8 months).",
         ["nivolumab: progression-free survival median 10.2 months",
          "docetaxel: progression-free survival median 10.8 months"]),
    ],
)  # fmt: skip
def test_what_a_figure_is_of(results_of, text, results):
    assert results_of(ARMS + text) == results


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("With nivolumab, partial response was seen in four patients (20%), and 13 patients (65%) had stable disease.",
         ["nivolumab: partial response proportion 20% n=4", "nivolumab: stable disease proportion 65% n=13"]),
        ("The median progression-free survival (95% CI) was 5.5 (3.8-14.0) months vs 6.5 (3.5-10.7) months with "
         "nivolumab vs docetaxel.",
         ["nivolumab: progression-free survival median 5.5 months [3.8, 14.0] 95%",
          "docetaxel: progression-free survival median 6.5 months [3.5, 10.7] 95%"]),
        ("47 patients given nivolumab achieved a response rate of 61.7%.",
         ["nivolumab: objective response rate proportion 61.7%"]),
        ("The response rate with nivolumab was 69% (CR 60% PR 9%).",
         ["nivolumab: objective response rate proportion 69%", "nivolumab: complete response proportion 60%",
          "nivolumab: partial response proportion 9%"]),
        ("An association of GSTP1 (rs1138272; OR 2.04, 95% CI 1.13-3.68) with neuropathy was seen.", []),
    ],
)  # fmt: skip
def test_figures_and_their_own_subjects(results_of, text, results):
    assert results_of(ARMS + text) == results


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("In the nivolumab arm, survival (HR, 1.125; P = .525) was similar between women and men.", []),
        ("Survival was longer (HR, 0.66; P = .19) in academic versus community practices.", []),
        ("Nivolumab delayed pain progression (hazard ratio 0.71).",
         ["nivolumab vs docetaxel: pain progression hazardRatio 0.71"]),
        ("Eight responders to nivolumab (15%) had a relapse.", ["nivolumab: relapse proportion 15%"]),
        ("A response was seen in 37% compared to 50% in the 3-week regimen.", []),
        ("6-month and 1-year survival rates were 55% and 30% v 48% and 22% for the docetaxel arm, respectively.",
         ["nivolumab: overall survival rateAt 55% at 6 months", "nivolumab: overall survival rateAt 30% at 1 years",
          "docetaxel: overall survival rateAt 48% at 6 months", "docetaxel: overall survival rateAt 22% at 1 years"]),
        ("Median survival was 17.9 and 16 . 3 months with nivolumab and docetaxel.", []),
        ("Secondary end points included time to 5% weight loss with nivolumab.", []),
    ],
)  # fmt: skip
def test_what_is_set_against_what(results_of, text, results):
    assert results_of(ARMS + text) == results
