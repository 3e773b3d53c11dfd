"""Arms that are given the same drugs in different forms: doses, schedules, durations, manners."""

import pytest
from telling import drugs
from trialgraph.ontology.facts import Dosage


@pytest.mark.parametrize(
    "told",
    [
        "Patients were randomised to docetaxel 60 mg/m2 (arm A) or 75 mg/m2 (arm B).",
        "Patients were randomised to 60 mg/m2 or 75 mg/m2 docetaxel.",
        "Patients were randomised to docetaxel 60 mg/m2 or docetaxel 75 mg/m2.",
        "Arm A was randomised to docetaxel (60 mg/m2) and arm B to the same regimen with docetaxel 75 mg/m2.",
    ],
)
def test_doses_tell_arms_apart(results_of, arms_of, told):
    text = f"{told} Nausea occurred in 5% of patients given 60 mg/m2 and in 12% given 75 mg/m2."
    assert [drugs(a.arm) for a in arms_of(text)] == ["docetaxel", "docetaxel"]
    assert results_of(text) == ["docetaxel: nausea 5% (60 mg/m2)", "docetaxel: nausea 12% (75 mg/m2)"]


def test_dose_and_schedule_both_tell_arms_apart(results_of):
    text = "Dasatinib 140 mg once daily versus 70 mg twice daily: a randomised trial. Nausea occurred in 5% of patients"
    assert results_of(f"{text} in the once-daily group and in 12% in the twice-daily group.") == [
        "dasatinib: nausea 5% (140 mg)", "dasatinib: nausea 12% (70 mg)"
    ]  # fmt: skip


def test_regimens_named_by_the_days_of_a_cycle(results_of):
    text = (
        "Rituximab, cyclophosphamide, doxorubicin, vincristine and prednisone (R-CHOP) cured many. Patients were "
        "randomised to R-CHOP-14 or R-CHOP-21. Nausea occurred in 5% with R-CHOP-14 and in 12% with R-CHOP-21."
    )
    assert [line.partition(": ")[2] for line in results_of(text)] == ["nausea 5% (R-CHOP-14)", "nausea 12% (R-CHOP-21)"]


def test_percentages_of_results_are_no_strengths(arms_of):
    text = "Patients were randomised to oral or subcutaneous azacitidine. The rate of response was 66% versus 68%."
    assert [a.label for a in arms_of(text)] == ["oral", "subcutaneous"]
    text = "Among patients randomised to early azacitidine, response was 66% versus 68%."
    assert not any("%" in a.label for a in arms_of(text))


@pytest.mark.parametrize(
    ("told", "first", "second"),
    [
        ("Patients were randomised to weekly paclitaxel or paclitaxel every 3 weeks.", "weekly", "every 3 weeks"),
        ("Patients were randomised to paclitaxel every 2 or every 3 weeks.", "every 2 weeks", "every 3 weeks"),
        ("Concurrent versus sequential paclitaxel: a randomised trial.", "concurrent", "sequential"),
        ("A randomised trial of paclitaxel in the elderly. The weekly arm and the 3-weekly arm were alike.", "weekly",
         "3-weekly"),
    ],
)  # fmt: skip
def test_schedules_and_manners_tell_arms_apart(results_of, told, first, second):
    text = f"{told} Nausea occurred in 5% of the {first} arm and in 12% of the {second} arm."
    assert results_of(text) == [f"paclitaxel: nausea 5% ({first})", f"paclitaxel: nausea 12% ({second})"]


def test_the_whole_regimen_counts_where_one_drug_differs_in_dose(arms_of):
    text = (
        "Group A was randomized to receive paclitaxel 175 mg/m2 plus carboplatin and group B to receive the same "
        "regimen with paclitaxel 225 mg/m2."
    )
    assert [drugs(a.arm) for a in arms_of(text)] == ["carboplatin+paclitaxel", "carboplatin+paclitaxel"]


def test_all_forms_together_have_no_form(results_of):
    text = (
        "Patients were randomised to 20 mg or 40 mg of famotidine, or to placebo. Nausea occurred in 5% of the pooled "
        "famotidine groups and 12% of the placebo group."
    )
    assert results_of(text) == ["famotidine: nausea 5%", "placebo: nausea 12%"]


def test_a_time_is_no_arm_where_the_text_speaks_of_time(results_of):
    text = "Patients were randomised to 6 or 12 months of trastuzumab. Survival at 12 months was 90% overall."
    assert not any("trastuzumab" in told for told in results_of(text))


def test_another_drug_is_no_other_form(arms_of):
    text = "Patients were randomised to tamoxifen 20 mg or wumbolin 40 mg."
    assert [drugs(a.arm) for a in arms_of(text)] == ["tamoxifen", "wumbolin"]


@pytest.mark.parametrize(
    "told",
    [
        "secukinumab 300 mg, 150 mg or placebo",
        "secukinumab 300 mg every 2 weeks, 150 mg every 4 weeks, or placebo",
        "secukinumab at a dose of 300 mg or 150 mg, or placebo",
        "secukinumab (300 or 150 mg) or placebo",
    ],
)
def test_doses_listed_behind_a_drug(results_of, told):
    text = (
        f"Patients were randomised to {told}. Nausea occurred in 5% with secukinumab 300 mg, 8% with 150 mg, and 12% "
        "with placebo."
    )
    assert results_of(text) == [
        "secukinumab: nausea 5% (300 mg)",
        "secukinumab: nausea 8% (150 mg)",
        "placebo: nausea 12%",
    ]


def test_days_and_cycles_are_no_listed_doses(arms_of):
    text = "Patients were randomised to docetaxel on days 1 and 8 of 6 cycles or to best supportive care."
    assert [drugs(a.arm) for a in arms_of(text)] == ["docetaxel", "best supportive care"]


def test_schedules_called_by_an_adjective(results_of, arms_of):
    text = (
        "Patients were randomised to zoledronic acid every 4 weeks (n = 91) or every 12 weeks (n = 92). 26 patients "
        "(29%) in the zoledronic acid every 4-week dosing group and 28 (30%) in the every 12-week group had nausea."
    )
    assert [arm.size for arm in arms_of(text)] == [91, 92]
    assert results_of(text) == [
        "zoledronic acid: nausea 29% n=26 (every 4 weeks)",
        "zoledronic acid: nausea 30% n=28 (every 12 weeks)",
    ]


def test_results_in_a_first_sentence_are_no_forms(arms_of):
    assert arms_of("Survival was longer with docetaxel in a randomised trial (median 10.9 vs 5.3 months).") == []


def test_doses_of_a_kilogram_are_told_in_short(results_of, arms_of, reading_of):
    text = (
        "Patients were assigned to receive ipilimumab at a dose of 3 mg per kilogram of body weight or ipilimumab at a "
    )
    text += "dose of 10 mg per kilogram. In all, 362 were assigned to receive ipilimumab at the 3-mg dose and 365 to "
    text += (
        "receive ipilimumab at the 10-mg dose. Diarrhea occurred in 23% of the 3-mg group and 37% of the 10-mg group."
    )
    assert [(a.label, a.size) for a in arms_of(text)] == [("3 mg/kg", 362), ("10 mg/kg", 365)]
    assert results_of(text) == ["ipilimumab: diarrhea 23% (3 mg/kg)", "ipilimumab: diarrhea 37% (10 mg/kg)"]
    doses = {(c.amount, c.unit) for c in (f.claim for f in reading_of(text).facts) if isinstance(c, Dosage)}
    assert doses == {(3, "mg/kg"), (10, "mg/kg")}


@pytest.mark.parametrize(
    ("told", "forms"),
    [
        ("to receive 5 mg or 10 mg (later 5 mg) everolimus as a 20-minute infusion or to receive 50 mg sunitinib",
         ["everolimus 5 mg", "everolimus 10 mg", "sunitinib "]),
        ("to receive lenorvastin at doses of 20 or 40 μM or standard chemotherapy",
         ["lenorvastin 20 μM", "lenorvastin 40 μM", "chemotherapy "]),
        ("to receive 50 mg sunitinib", ["sunitinib "]),
    ],
)  # fmt: skip
def test_doses_of_one_of_two_drugs(arms_of, told, forms):
    found = arms_of(f"Patients with glioma were randomly assigned {told}.")
    assert [f"{drugs(a.arm)} {a.label}" for a in found] == (forms if len(forms) > 1 else [])


def test_one_dose_compared_with_another(results_of):
    text = "We compared 400 mg/day of imatinib with 800 mg/day of imatinib. Nausea occurred in 5% given 400 mg/day."
    assert results_of(text) == ["imatinib: nausea 5% (400 mg/day)"]


def test_a_dose_of_each_drug_is_no_form(arms_of):
    text = "Early chemotherapy in colon cancer. Patients were randomised to receive immediate or delayed treatment. "
    text += (
        "Europeans received either weekly fluorouracil and leucovorin (500 and 20 mg/m2, respectively) or the daily "
    )
    found = arms_of(text + "schedule (425 and 20 mg/m2, respectively).")
    assert [f"{drugs(a.arm)} {a.label}" for a in found] == ["chemotherapy immediate", "chemotherapy delayed"]


def test_nothing_has_no_doses(arms_of):
    text = (
        "Women were randomized as follows: (A) 54 women (39% with metastases) to no letrozole (n = 25) versus 2.5 mg "
        "letrozole (n = 29); (B) 55 women (71% with metastases) to no letrozole (n = 28) versus 5 mg letrozole."
    )
    assert not any(arm.label for arm in arms_of(text))


@pytest.mark.parametrize(
    ("told", "first", "second"),
    [
        ("Patients were randomized to four (arm A) or six cycles (arm B) of docetaxel", "four cycles", "six cycles"),
        ("A randomized trial. Patients in arm I received docetaxel daily in the first and last weeks; patients in arm "
         "II received docetaxel daily in the first week", "arm I", "arm II"),
        ("Patients were randomized to ifosfamide 9 g/m2 over 3 days or ifosfamide 9 g/m2 by continuous infusion",
         "3 days", "continuous"),
        ("Men were randomly assigned to lenalidomide 10 mg on days 1-21 (n = 69) or 5 mg on days 1-28 (n = 69) of "
         "28-day cycles; or placebo (n = 67)", "10 mg", "5 mg"),
    ],
)  # fmt: skip
def test_what_tells_arms_apart_may_stand_far_from_the_drug(arms_of, told, first, second):
    assert [a.label for a in arms_of(f"{told}.") if drugs(a.arm) != "placebo"] == [first, second]


def test_what_groups_had_before_makes_no_arms(arms_of):
    text = (
        "Gemcitabine in cancer. Group 1 had undergone surgery for the tumor. Group 2 had undergone palliative surgery."
    )
    assert [drugs(a.arm) for a in arms_of(text)] in ([], ["gemcitabine"])


@pytest.mark.parametrize(
    "told",
    [
        "Patients were randomized to standard-dose cytarabine (SDC) or high-dose cytarabine (HDC) in combination with "
        "idarubicin.",
        "A randomized trial. Of 120 patients, 60 received standard-dose cytarabine (SDC, 100 mg/m2 for 7 days) and 60 "
        "received high-dose cytarabine (HDC, 1000 mg/m2 for 7 days) in addition to idarubicin.",
    ],
)
def test_what_is_given_with_each_dose_stands_behind_the_last(results_of, told):
    found = results_of(f"{told} Nausea occurred in 5% of the SDC arm and 12% of the HDC arm.")
    assert [line.rpartition(" (")[0] for line in found] == [
        "cytarabine+idarubicin: nausea 5%",
        "cytarabine+idarubicin: nausea 12%",
    ]


def test_a_list_with_a_partner_within(arms_of):
    text = "Patients were randomized to surgery, radiotherapy with cisplatin, or no further therapy."
    assert [drugs(a.arm) for a in arms_of(text)] == ["surgery", "cisplatin+radiotherapy", "observation"]


def test_a_regimen_may_be_called_by_the_end_of_its_name(results_of):
    text = "Patients were randomly assigned to ABVD or escalated BEACOPP. Nausea occurred in 12% with BEACOPP."
    assert results_of(text) == ["escalated beacopp: nausea 12%"]


def test_surgery_that_tells_when_is_none_of_the_drugs(arms_of):
    text = "Arm A received cisplatin, starting 4 weeks after surgery, and etoposide. Arm B received etoposide."
    assert not any("surgery" in drugs(a.arm) for a in arms_of(text))


@pytest.mark.parametrize(
    "told",
    ["daratumumab SC or daratumumab IV", "subcutaneous daratumumab or intravenous daratumumab"],
)
def test_a_route_and_its_short_form_are_one(results_of, told):
    text = f"Patients were assigned to {told}. The ORR was 41% with SC and 37% with IV. Nausea was seen in 8% in the "
    assert results_of(text + "SC group versus 9% in the intravenous group.") == [
        "daratumumab: objective response rate proportion 41% (subcutaneous)",
        "daratumumab: objective response rate proportion 37% (intravenous)",
        "daratumumab: nausea 8% (subcutaneous)",
        "daratumumab: nausea 9% (intravenous)",
    ]
