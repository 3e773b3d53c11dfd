"""Which arm a figure belongs to where arms stand behind, are favoured, or are all meant."""

import pytest
from telling import values_of

ASSIGNED = "Patients were randomly assigned to nivolumab or docetaxel. "


@pytest.mark.parametrize("other", ["the older drug", "sunitinib", "the comparator"])
def test_a_list_of_arms_with_an_unknown_member_gives_nothing(results_of, other):
    text = "Patients were assigned to pazopanib or placebo. "
    assert results_of(f"{text}Rash was seen in 12% and 4% with pazopanib and {other}, respectively.") == []


def test_arms_named_last_are_those_of_all_figures_before(results_of):
    text = "Patients were randomised to cisplatin or cisplatin plus topotecan. Median time to progression was 5.1 and "
    text += "6.3 months, median overall survival was 20 and 22 months, and the response rate was 40 and 31% in the "
    assert results_of(text + "combination and cisplatin arms, respectively.") == [
        "cisplatin+topotecan: time to progression median 5.1 months",
        "cisplatin: time to progression median 6.3 months",
        "cisplatin+topotecan: overall survival median 20 months",
        "cisplatin: overall survival median 22 months",
        "cisplatin+topotecan: objective response rate proportion 40%",
        "cisplatin: objective response rate proportion 31%",
    ]


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Toxicity was marked in both arms and led to withdrawal in 31% of all patients.",
         ["all: any adverse event 31% discontinuation"]),
        ("Nausea occurred in both arms and in 20% of the whole population.", ["all: nausea 20%"]),
        ("Nausea occurred in 20% of all patients receiving docetaxel.", ["docetaxel: nausea 20%"]),
        ("The response rate was 20% (two complete and six partial responses) and the same in both arms.",
         ["nivolumab: objective response rate proportion 20%", "docetaxel: objective response rate proportion 20%",
          "all: complete response proportion n=2", "all: partial response proportion n=6"]),
    ],
)  # fmt: skip
def test_what_is_of_all_patients_is_of_no_arm(results_of, text, results):
    assert results_of(ASSIGNED + text) == results


def test_results_of_a_subanalysis_are_of_its_patients(results_of):
    text = "Olaparib in patients with stage IV ovarian cancer: subgroup analysis of a trial. " + ASSIGNED
    assert results_of(
        text + "Responses were seen: the response rate was 40% with nivolumab and 20% with docetaxel."
    ) == [
        "nivolumab: objective response rate proportion 40% (stage IV ovarian cancer)",
        "docetaxel: objective response rate proportion 20% (stage IV ovarian cancer)",
    ]


@pytest.mark.parametrize(("ratio", "first"), [("1.16", "temozolomide"), ("0.86", "lomustine")])
def test_a_ratio_above_one_is_of_those_who_had_it_worse(results_of, ratio, first):
    other = {"temozolomide": "lomustine", "lomustine": "temozolomide"}[first]
    text = "We compared standard lomustine with temozolomide. Patients were randomized to lomustine or temozolomide. "
    text += (
        "Median progression-free survival was 46 months with lomustine and 39 months with temozolomide (hazard ratio, "
    )
    assert results_of(f"{text}{ratio}).")[2] == f"{first} vs {other}: progression-free survival hazardRatio {ratio}"


@pytest.mark.parametrize("words", ["with use of", "with dosing of", "during maintenance", "after first-line"])
def test_an_arm_between_two_figures_is_not_of_the_second_where_another_follows(reading_of, words):
    found = values_of(
        reading_of(f"{ASSIGNED}The response rate was 19% {words} nivolumab and 12% {words} docetaxel.").facts
    )
    assert found in ({"nivolumab": ["19"], "docetaxel": ["12"]}, {})


@pytest.mark.parametrize(
    "text",
    [
        "Median overall survival was 12.2 months in the group that received nivolumab and 9.4 months in the "
        "group that received docetaxel.",
        "Median overall survival was 12.2 months in those randomized to receive nivolumab and 9.4 months in "
        "those who had been randomized to receive docetaxel.",
        "Median overall survival was 12.2 months in the group assigned to nivolumab, as compared with 9.4 months "
        "in the group assigned to docetaxel.",
        "Median overall survival was 12.2 months under treatment with nivolumab and 9.4 months under docetaxel.",
    ],
)
def test_the_group_behind_a_figure_is_told_by_what_it_received(reading_of, text):
    assert values_of(reading_of(ASSIGNED + text).facts) == {"nivolumab": ["12.2"], "docetaxel": ["9.4"]}


@pytest.mark.parametrize(
    ("told", "results"),
    [
        ("The objective response rate was 30% versus 20% in favour of lapatinib.",
         ["lapatinib: objective response rate proportion 30%", "docetaxel: objective response rate proportion 20%"]),
        ("Median overall survival was 9 versus 12 months in favor of lapatinib (hazard ratio 0.7).",
         ["docetaxel: overall survival median 9 months", "lapatinib: overall survival median 12 months",
          "lapatinib vs docetaxel: overall survival hazardRatio 0.7"]),
        ("Mortality was 30% versus 20% in favour of lapatinib.", []),
    ],
)  # fmt: skip
def test_the_arm_in_whose_favour_figures_are_has_the_better(results_of, told, results):
    assert results_of(f"Patients were randomised to docetaxel or lapatinib. {told}") == results


@pytest.mark.parametrize(
    ("told", "results"),
    [
        ("improved overall survival at 3 years (79% v 91%, respectively).",
         ["lapatinib: overall survival rateAt 91% at 3 years", "docetaxel: overall survival rateAt 79% at 3 years"]),
        ("improved overall survival at 3 years (91% v 79%, respectively).",
         ["docetaxel: overall survival rateAt 79% at 3 years", "lapatinib: overall survival rateAt 91% at 3 years"]),
        ("changed the rate of diarrhea (79% v 91%, respectively).", []),
        ("improved the response rate (20% v 0%, respectively).",
         ["docetaxel: objective response rate proportion 0%", "lapatinib: objective response rate proportion 20%"]),
    ],
)  # fmt: skip
def test_figures_in_turn_behind_a_comparison_that_begins_a_sentence(results_of, told, results):
    text = f"Patients were randomised to docetaxel or lapatinib. Compared with docetaxel, lapatinib {told}"
    assert sorted(results_of(text)) == sorted(results)


def test_new_cases_were_fewer_than_with_the_other_arm(results_of):
    arms = "Patients were assigned to olaparib or placebo. "
    text = "Olaparib reduced the incidence of nausea from 31% to 22%."
    assert sorted(results_of(arms + text)) == ["olaparib: nausea 22%", "placebo: nausea 31%"]
    assert results_of(arms + "Olaparib reduced nausea from 31% to 22%.") == []


def test_what_is_of_all_where_arms_do_not_differ(results_of):
    arms = "Patients were assigned to olaparib or placebo. "
    text = "The response rate was 69%, with no difference between olaparib (71%) and placebo (66%)."
    assert results_of(arms + text) == [
        "all: objective response rate proportion 69%",
        "olaparib: objective response rate proportion 71%", "placebo: objective response rate proportion 66%",
    ]  # fmt: skip


def test_the_name_of_an_arm_may_be_that_of_another_drug(results_of):
    arms = "Patients were assigned to radiotherapy (RT) or chemotherapy (CT). "
    told = results_of(arms + "Survival at 5 years was 52% and 41% in the CT and the RT arm.")
    assert told == [
        "chemotherapy: overall survival rateAt 52% at 5 years", "radiotherapy: overall survival rateAt 41% at 5 years"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("arms", "said", "nausea"),
    [
        ("docetaxel with or without nivolumab", "more frequent with nivolumab",
         ["docetaxel 2%", "docetaxel+nivolumab 9%"]),
        ("nivolumab or docetaxel", "more frequent with docetaxel", ["nivolumab 2%", "docetaxel 9%"]),
        ("nivolumab or docetaxel", "less common in the docetaxel group", ["docetaxel 2%", "nivolumab 9%"]),
    ],
)  # fmt: skip
def test_who_had_more_is_told_behind_the_figures(results_of, arms, said, nausea):
    text = f"Patients were randomly assigned to {arms}. Nausea (2% v 9%) and rash (1% v 4%) were {said}."
    assert [line.replace(": nausea", "") for line in results_of(text)[:2]] == nausea
