"""What figures are of, where more than one thing is named before them."""

import pytest

TREATED = "We treated 60 patients with relapsed lymphoma with tafasitamab. "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Infections, including pneumonia, occurred in 40% of patients.", ["infection 40%"]),
        ("Grade 3 or 4 infections, including sepsis and pneumonia, were seen in 28%.", ["infection 3-4 28%"]),
        ("Toxicities, including nausea, 40%, and rash, 30%, were mild.", ["nausea 40%", "rash 30%"]),
        ("Infections occurred in 40%, including pneumonia in 12%.", ["infection 40%", "pneumonia 12%"]),
        ("The overall response rate, including partial responses with lymphocytosis, was 94%.",
         ["objective response rate proportion 94%"]),
        ("With longer follow-up, the overall response rate was 52%.", ["objective response rate proportion 52%"]),
        ("Pneumonia was the most common serious adverse event (12%).", ["pneumonia 12% serious"]),
        ("TP53 mutations were detected in 6 of 9 patients (67%) at relapse.", []),
        ("Loss of CD19 was seen in 40% at the time of progression.", ["loss of cd19 proportion 40%"]),
        ("The response rate was 95%, with 46% of patients achieving a complete response.",
         ["objective response rate proportion 95%", "complete response proportion 46%"]),
        ("The median time to onset of cytokine release syndrome was 7 days, and the median duration was 4 days.",
         ["time to onset of cytokine release syndrome median 7 days"]),
    ],
)  # fmt: skip
def test_figures_are_of_what_is_told(results_of, text, told):
    assert results_of(TREATED + text) == [f"tafasitamab: {one}" for one in told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sustained MRD negativity was seen in 30%.", ["sustained minimal residual disease negativity proportion 30%"]),
        ("MRD negativity was seen in 45%.", ["minimal residual disease negativity proportion 45%"]),
        ("A hematologic response was seen in 92%, with a complete hematologic response in 53%.",
         ["hematologic response proportion 92%", "complete hematologic response proportion 53%"]),
        ("The rates of CR, CRi, and morphologic leukemia-free state were 30%, 18%, and 7%, respectively.",
         ["complete response proportion 30%", "complete response with incomplete hematologic recovery proportion 18%",
          "morphologic leukemia-free state proportion 7%"]),
    ],
)  # fmt: skip
def test_responses_of_other_kinds_are_other_endpoints(results_of, text, told):
    assert results_of(TREATED + text) == [f"tafasitamab: {one}" for one in told]


def test_verbs_behind_their_figures_say_what_is_counted(results_of):
    arms = "Patients were assigned to olaparib or placebo. "
    text = "Survival was better; 35% of the olaparib patients were alive at 3 years as against 21% on placebo."
    assert results_of(arms + text) == [
        "olaparib: overall survival rateAt 35% at 3 years", "placebo: overall survival rateAt 21% at 3 years"
    ]  # fmt: skip
    text = "In all, 4% of patients on olaparib had grade 3 vomiting and 9% grade 3 fatigue."
    assert results_of(arms + text) == ["olaparib: vomiting 3 4%", "olaparib: fatigue 3 9%"]


def test_what_follow_up_only_dates_has_its_figures(results_of):
    arms = "Patients were assigned to olaparib or placebo. "
    text = "The relapse rate at 26 months median follow-up was 8% with olaparib and 15% with placebo."
    assert results_of(arms + text) == ["olaparib: relapse proportion 8%", "placebo: relapse proportion 15%"]
    text = "The best response rates during follow-up were 48% with olaparib and 20% with placebo."
    assert results_of(arms + text) == [
        "olaparib: objective response rate proportion 48%", "placebo: objective response rate proportion 20%"
    ]  # fmt: skip
    assert results_of(arms + "The median follow-up was 11 months with olaparib and 12 months with placebo.") == []


def test_behind_a_bracket_stands_what_stood_before_it(results_of):
    arms = "Patients were assigned to olaparib or placebo. "
    text = "The response rate was 69% (complete response 60%), with no difference between olaparib (71%) and placebo "
    told = results_of(f"{arms}{text}(66%).")
    assert "olaparib: objective response rate proportion 71%" in told
    assert not any(r.startswith("olaparib: complete") for r in told)


def test_a_clause_of_its_own_tells_what_its_figures_are_of(results_of):
    text = (
        "Patients were randomised to cisplatin or carboplatin. There was an improvement in progression-free survival; "
        "35% of the cisplatin patients were alive at 3 years versus 21% in the carboplatin group."
    )
    assert results_of(text) == [
        "cisplatin: overall survival rateAt 35% at 3 years", "carboplatin: overall survival rateAt 21% at 3 years",
    ]  # fmt: skip


def test_what_another_clause_is_about_has_no_figures_of_this_one(results_of):
    arms = "Patients were randomised to cisplatin or carboplatin. "
    text = (
        "Expression of MDR1 (63%) and BCRP (41%) was frequent, whereas only MDR1 lowered the complete remission rate."
    )
    assert results_of(arms + text) == []
    text = "In all, 30% of those on cisplatin, but only 20% of those on carboplatin, had a complete remission."
    assert set(results_of(arms + text)) == {
        "cisplatin: complete response proportion 30%", "carboplatin: complete response proportion 20%",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("end", "results"),
    [
        ("9% of patients on letrozole and 4% on exemestane dropped out because of adverse effects.",
         ["letrozole: any adverse event 9% discontinuation", "exemestane: any adverse event 4% discontinuation"]),
        ("9% of the letrozole group and 4% of the exemestane group discontinued owing to arthralgia.",
         ["letrozole: arthralgia 9% discontinuation", "exemestane: arthralgia 4% discontinuation"]),
        ("9% of the letrozole group and 4% of the exemestane group had arthralgia.",
         ["letrozole: arthralgia 9%", "exemestane: arthralgia 4%"]),
    ],
)  # fmt: skip
def test_why_patients_of_each_arm_stopped_is_no_event_named_before(results_of, end, results):
    text = "Women were randomized to letrozole or exemestane. Nausea (5%) was reported in the letrozole arm; "
    assert results_of(text + end) == ["letrozole: nausea 5%", *results]


def test_a_grade_of_events_ends_before_those_that_patients_stopped_for(results_of):
    text = "Women were randomized to letrozole or exemestane. Grade 3 nausea was seen in 5% v 3%; 9% of the letrozole "
    told = results_of(text + "group and 4% of the exemestane group discontinued owing to arthralgia.")
    assert told[2:] == ["letrozole: arthralgia 9% discontinuation", "exemestane: arthralgia 4% discontinuation"]


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Adverse events were seen in 55% v 40%, including rash (22% v 12%), and led to withdrawal in 8% v 4%.",
         ["letrozole: any adverse event 55%", "exemestane: any adverse event 40%",
          "letrozole: any adverse event 8% discontinuation", "exemestane: any adverse event 4% discontinuation",
          "letrozole: rash 22%", "exemestane: rash 12%"]),
        ("Rash was seen in 55% v 40%, and led to withdrawal in 8% v 4%.",
         ["letrozole: rash 55%", "exemestane: rash 40%",
          "letrozole: rash 8% discontinuation", "exemestane: rash 4% discontinuation"]),
    ],
)  # fmt: skip
def test_what_adverse_events_led_to_is_not_of_an_example_of_them(results_of, text, results):
    assert results_of("Women were randomized to letrozole or exemestane. " + text) == results
