"""Which arm a figure belongs to: where the comparison is turned round, half named, or not of arms at all."""

import pytest
from telling import values_of
from trialgraph.ontology.document import Document

ASSIGNED = "Patients were randomly assigned to nivolumab or docetaxel. "


@pytest.mark.parametrize(
    "text",
    [
        "Compared with docetaxel, nivolumab prolonged overall survival (median, 12.2 vs 9.4 months).",
        "Overall survival was longer with nivolumab compared with docetaxel (median, 12.2 vs 9.4 months).",
        "Median overall survival rose from 9.4 months with docetaxel to 12.2 months with nivolumab.",
        "Median overall survival rose from 9.4 to 12.2 months with nivolumab.",
        "Median overall survival was 9.4 mo with docetaxel and 12.2 mo with nivolumab.",
        "Nivolumab prolonged median overall survival from 9.4 to 12.2 months.",
        "At a median follow-up of 20 months, nivolumab prolonged overall survival compared with docetaxel (median 12.2 "
        "months [95% CI 9.7-15.0] vs 9.4 months [8.1-10.7]).",
    ],
)
def test_what_comes_behind_compared_with_is_second(reading_of, text):
    assert values_of(reading_of(ASSIGNED + text).facts) == {"nivolumab": ["12.2"], "docetaxel": ["9.4"]}


@pytest.mark.parametrize(
    "text",
    [
        "The hazard ratio for death for docetaxel relative to nivolumab was 0.73 (95% CI, 0.59 to 0.89).",
        "The hazard ratio for death was 0.73 (95% CI, 0.59 to 0.89) in favour of docetaxel.",
        "Docetaxel reduced the risk of death by 27% (HR 0.73, 95% CI 0.59-0.89).",
    ],
)
def test_a_ratio_goes_the_way_that_is_stated(reading_of, text):
    assert values_of(reading_of(ASSIGNED + text).facts) == {"docetaxel": ["0.73"]}


def test_the_arm_of_a_ratio_is_of_no_figure_before_it(results_of):
    text = (
        "Overall survival among patients receiving nivolumab was 12.2 months, as compared with 9.4 months among those "
        "receiving docetaxel alone (control group) (hazard ratio for the nivolumab group, 0.73)."
    )
    assert results_of(ASSIGNED + text) == [
        "nivolumab: overall survival median 12.2 months", "docetaxel: overall survival median 9.4 months",
        "nivolumab vs docetaxel: overall survival hazardRatio 0.73",
    ]  # fmt: skip


def test_of_two_figures_of_the_control_and_another_nothing_tells_which_is_which(results_of):
    text = "Patients were randomly assigned to placebo or ruxolitinib. A response was seen in 11% versus 50%."
    assert results_of(text) == []


def test_a_regimen_with_another_drug_is_another_arm(results_of):
    text = (
        "Patients were randomly assigned to cyclophosphamide, doxorubicin, vincristine, and prednisone (CHOP) or to "
        "CHOP plus rituximab. Complete responses were more common in patients who received CHOP plus rituximab than "
        "in those who received CHOP alone (70% vs. 60%)."
    )
    chop = "cyclophosphamide+doxorubicin+prednisone"
    assert [told.split(":")[0] for told in results_of(text)] == [f"{chop}+rituximab+vincristine", f"{chop}+vincristine"]


def test_a_share_is_reduced_from_one_arm_to_the_other(results_of):
    assert results_of(ASSIGNED + "Nivolumab reduced relapse from 30% to 20%.") == [
        "docetaxel: relapse proportion 30%", "nivolumab: relapse proportion 20%",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["Nivolumab reduced the pain score from 5.1 to 3.2 points.", "Nivolumab lowered plasma QX-2 from 30% to 20%."],
)
def test_what_is_measured_before_treatment_tells_of_no_other_arm(reading_of, text):
    assert values_of(reading_of(ASSIGNED + text).facts) == {}


def test_what_is_unknown_added_to_an_arm_is_not_that_arm(results_of):
    text = (
        "Women received cisplatin plus nivolumab or cisplatin in a randomised trial. The addition of QZ-3 to cisplatin "
    )
    told = results_of(f"{text}improved the response rate (33% vs 4%) compared with cisplatin alone.")
    assert sorted(told) == [
        "cisplatin+nivolumab: objective response rate proportion 33%",
        "cisplatin: objective response rate proportion 4%",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The response rate was 20% (p < 0.001) with nivolumab and 9% (p = 0.02) with docetaxel.",
        "With nivolumab, the response rate was 20% (3 were complete) compared with 9% with docetaxel.",
        "The response rate reached 20% at week 9 with nivolumab compared with a rate of 9% with docetaxel.",
    ],
)
def test_each_arm_beside_its_figure(reading_of, text):
    assert {arm: values[0].split()[0] for arm, values in values_of(reading_of(ASSIGNED + text).facts).items()} == {
        "nivolumab": "20",
        "docetaxel": "9",
    }


@pytest.mark.parametrize(
    "text",
    [
        "Median overall survival was 12.2 versus 9.4 months in the early-start versus late-start groups.",
        "The response rate was 20% for the XYZ group and 9% for the QRS group.",
        "Overall survival at 1 year was 12% higher, which was considered clinically relevant.",
        "Median overall survival rose from 9.4 to 12.2 months.",
        "The 3-year survival rates of stages II and III were 80% and 60% with nivolumab.",
        "Median overall survival was 12.2 months with osimertinib and 9.4 months with docetaxel.",
        "The response rate was 20% in patients treated with osimertinib.",
    ],
)
def test_groups_that_are_no_known_arms_get_no_order(reading_of, text):
    assert values_of(reading_of(ASSIGNED + text).facts) == {}


def test_every_rate_has_its_own_time_point(reading_of):
    rates = "51%, 29% and 21% with nivolumab and 39%, 16% and 8% with docetaxel"
    text = f"The 1-, 2- and 3-year overall survival rates were {rates}."
    assert values_of(reading_of(ASSIGNED + text).facts) == {
        "nivolumab": ["21 3 years", "29 2 years", "51 1 years"],
        "docetaxel": ["16 2 years", "39 1 years", "8 3 years"],
    }


def test_a_text_about_no_trial_has_no_arms(extractor):
    reading = extractor.read(Document(identifier="a", source="a.txt", text="Isatuximab targets CD38."))
    assert [fact.claim.type for fact in reading.facts] == ["Link"]


@pytest.mark.parametrize(
    "gap", ["1" * 60 + "x", "an" * 40 + "q", "100,200," * 20 + "300 x", "1, " * 60 + "x", "\t" * 600]
)
def test_runs_that_could_be_cut_in_many_ways_end(reading_of, gap):
    text = f"The response rate was nivolumab {gap} 20% {gap} nivolumab versus docetaxel {gap} 10% {gap} had a response."
    assert reading_of(ASSIGNED + text) == reading_of(ASSIGNED + text)


@pytest.mark.parametrize(
    "text",
    [
        "In all, 200 women at risk of breast cancer (87% younger than 65; 67% postmenopausal) were assigned.",
        "In all, 200 patients with a response (54% men, 20% white) were seen.",
    ],
)
def test_who_the_patients_were_is_no_result(results_of, text):
    assert results_of("Women were assigned to olaparib or placebo. " + text) == []


def test_a_ratio_that_tells_a_prognosis_compares_no_arms(results_of):
    text = (
        "Patients were assigned to olaparib or placebo. Clinical risk was prognostic of relapse with olaparib "
        "(hazard ratio for high vs. low risk, 2.7; 95% CI, 1.9 to 3.9) and with placebo (hazard ratio, 3.2)."
    )
    assert results_of(text) == []


def test_a_figure_behind_a_treatment_that_is_no_arm_is_of_none(results_of):
    text = "Patients were assigned to olaparib or placebo. Relapse occurred more often with olaparib, "
    assert results_of(text + "and among those treated with chemoimmunologic therapy (12%).") == []


@pytest.mark.parametrize(
    "said",
    [
        "Progression-free survival was longer compared with the placebo group (25.3 v 16.0 months).",
        "Progression-free survival was longer than with placebo (median, 25.3 v 16.0 months).",
        "Median progression-free survival was longer versus placebo (25.3 vs 16.0 months).",
    ],
)
def test_what_the_other_is_compared_with_has_the_second_figure(results_of, said):
    assert results_of("Patients were randomised to ribociclib or placebo. " + said) == [
        "ribociclib: progression-free survival median 25.3 months",
        "placebo: progression-free survival median 16.0 months",
    ]


def test_sides_that_are_no_arms_have_the_figures(results_of):
    text = (
        "Patients were randomised to ribociclib or placebo. Nausea occurred in 20% with ribociclib and 10% with "
        "placebo. Fatigue was more common in the morning than in the evening (31% v 12%)."
    )
    assert results_of(text) == ["ribociclib: nausea 20%", "placebo: nausea 10%"]


@pytest.mark.parametrize("other", ["TKI re-treatment", "sunitinib", "sunitinib rechallenge"])
def test_figures_of_a_later_treatment_are_not_of_the_only_arm(results_of, other):
    text = "Patients received everolimus. The response rate with {} was 8%, and the disease control rate was 75%."
    assert results_of(text.format(other)) == []
    assert results_of(text.format("everolimus")) == [
        "everolimus: objective response rate proportion 8%",
        "everolimus: disease control rate proportion 75%",
    ]


THREE = "Patients were assigned to aspirin, vitamin D, or placebo. "


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Aspirin lowered mortality (4% v 8%).",
         ["aspirin: death proportion 4%", "placebo: death proportion 8%"]),
        ("Mortality was 4% with aspirin and 8% with placebo. Vitamin D changed mortality (6% v 7%) little.",
         ["aspirin: death proportion 4%", "placebo: death proportion 8%", "placebo: death proportion 7%",
          "vitamin D: death proportion 6%"]),
        ("Mortality fell with aspirin (8%, 4%).", []),
    ],
)  # fmt: skip
def test_one_of_several_arms_is_set_against_the_control(results_of, text, results):
    assert sorted(results_of(THREE + text)) == sorted(results)


def test_a_ratio_of_an_unknown_name_is_not_of_the_one_before(results_of):
    text = "Patients were assigned to enzalutamide or bicalutamide. Risks were lower with enzalutamide for progression-"
    text += "free survival (hazard ratio, 0.44), and zeta effects (hazard ratio, 0.74) versus bicalutamide."
    assert results_of(text) == ["enzalutamide vs bicalutamide: progression-free survival hazardRatio 0.44"]


def test_what_has_been_reported_by_others_is_no_result(results_of):
    text = (
        "Patients were assigned to olaparib or placebo. Responses in 41% have been reported with olaparib in the old."
    )
    assert results_of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Nivolumab gave a 31% and 18% response rate in bladder and gastric cancer, respectively.",
        "The response rate and walking distance was higher with nivolumab (31% and 18%, respectively).",
    ],
)
def test_figures_in_turn_of_other_things_are_not_of_two_arms(reading_of, text):
    assert "docetaxel" not in values_of(reading_of(ASSIGNED + text).facts)


def test_figures_in_turn_of_an_arm_and_the_other(reading_of):
    text = "The response rate was higher with nivolumab (31% and 18%, respectively)."
    assert values_of(reading_of(ASSIGNED + text).facts) == {"nivolumab": ["31"], "docetaxel": ["18"]}
