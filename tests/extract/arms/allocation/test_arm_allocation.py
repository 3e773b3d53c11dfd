"""Which treatments are arms: those to which patients are allocated, not those that all of them are given."""

import pytest
from telling import drugs


@pytest.mark.parametrize(
    ("text", "arms"),
    [
        ("Women with breast cancer receiving trastuzumab were randomly assigned to candesartan or placebo.",
         ["candesartan", "placebo"]),
        ("Candesartan against doxorubicin-induced heart failure. Patients were randomly assigned to candesartan or "
         "placebo.", ["candesartan", "placebo"]),
        ("Dexrazoxane is protective against doxorubicin-induced heart failure: a trial. Patients on doxorubicin "
         "were randomly assigned to dexrazoxane or placebo.", ["dexrazoxane", "placebo"]),
        ("Patients were randomly assigned to cisplatin chemotherapy or carboplatin chemotherapy.",
         ["cisplatin", "carboplatin"]),
    ],
)  # fmt: skip
def test_what_all_patients_are_given_is_no_arm(arms_of, text, arms):
    assert [drugs(a.arm) for a in arms_of(text)] == arms


@pytest.mark.parametrize(
    ("treatments", "arms"),
    [
        ("olaparib or physician's choice of paclitaxel or topotecan", ["olaparib", "treatment of physician's choice"]),
        ("pembrolizumab or chemotherapy, cisplatin or carboplatin plus pemetrexed", ["pembrolizumab", "chemotherapy"]),
        ("ribociclib or placebo, both with letrozole or anastrozole", ["ribociclib", "placebo"]),
    ],
)
def test_what_the_last_treatment_may_be_is_no_arm(arms_of, treatments, arms):
    assert [drugs(a.arm) for a in arms_of(f"Patients were randomly assigned to {treatments}.")] == arms


def test_members_of_a_kind_do_not_stand_against_each_other(arms_of):
    text = "Patients were randomly assigned to osimertinib or a standard inhibitor, gefitinib or erlotinib."
    assert not {"gefitinib", "erlotinib"} & {drugs(a.arm) for a in arms_of(text)}


def test_what_is_set_against_placebo_is_the_trial(arms_of):
    text = (
        "This randomized trial in women on letrozole, anastrozole, or exemestane is placebo-controlled. "
        "They were randomized to risedronate or placebo."
    )
    assert [drugs(a.arm) for a in arms_of(text)] == ["risedronic acid", "placebo"]


def test_nothing_takes_the_place_of_an_unknown_arm(arms_of):
    text = "Candesartan and doxorubicin in breast cancer. Patients were randomly assigned to candesartan or no more."
    assert arms_of(text) == []


@pytest.mark.parametrize(
    ("treatments", "arms"),
    [
        ("QX12 or placebo", ["qx12", "placebo"]),
        ("QX12 (80 mg, days 1 to 3) or placebo", ["qx12", "placebo"]),
        ("QX12 plus cisplatin or cisplatin alone", ["cisplatin+qx12", "cisplatin"]),
        (
            "QX-VNQ combined with second-line chemotherapy or chemotherapy alone",
            ["chemotherapy+qx-vnq", "chemotherapy"],
        ),
        ("dromustat or placebo", ["dromustat", "placebo"]),
    ],
)
def test_an_unknown_treatment_keeps_its_name(arms_of, treatments, arms):
    assert [drugs(a.arm) for a in arms_of(f"Patients were randomly assigned to {treatments}.")] == arms


@pytest.mark.parametrize(
    ("treatments", "arms"),
    [
        ("doxorubicin plus either cyclophosphamide (AC) or docetaxel (AT)",
         ["cyclophosphamide+doxorubicin", "docetaxel+doxorubicin"]),
        ("the atezolizumab regimen plus bevacizumab or sunitinib", ["atezolizumab+bevacizumab", "sunitinib"]),
        ("gemcitabine 1,250 mg/m (2) on days 1 and 8 and paclitaxel 175 mg/m (2) as a 3-h infusion on day 1, or "
         "docetaxel", ["gemcitabine+paclitaxel", "docetaxel"]),
        ("epirubicin followed by docetaxel or epirubicin alone", ["docetaxel+epirubicin", "epirubicin"]),
    ],
)  # fmt: skip
def test_drugs_given_together_or_one_after_the_other(arms_of, treatments, arms):
    assert [drugs(a.arm) for a in arms_of(f"Patients were randomly assigned to {treatments}.")] == arms


@pytest.mark.parametrize(
    "told",
    [
        "Patients were randomised to temozolomide alone (arm A) or temozolomide plus cisplatin (arm B).",
        "Patients were randomised to arm A: temozolomide or arm B: temozolomide plus cisplatin.",
        "Patients received temozolomide on days 1 to 5, arm A; or temozolomide on days 1 to 5 plus cisplatin, arm B.",
        "Patients in arm A received temozolomide. Patients in arm B received cisplatin and temozolomide.",
        "Temozolomide plus cisplatin versus temozolomide. Patients received temozolomide (arm A) or cisplatin on day "
        "1 and then temozolomide (arm B).",
    ],
)
def test_letters_mean_the_regimens_beside_which_they_stand(results_of, told):
    text = f"{told} Nausea occurred in 5% of patients in arm A and 12% in arm B."
    assert results_of(text) == ["temozolomide: nausea 5%", "cisplatin+temozolomide: nausea 12%"]


def test_the_letter_of_one_of_two_arms_tells_the_other(results_of):
    text = (
        "Patients were randomised to temozolomide alone (arm A) or to the combination of temozolomide and cisplatin. "
        "Arm A had nausea in 5% and arm B in 12%."
    )
    assert results_of(text) == ["temozolomide: nausea 5%", "cisplatin+temozolomide: nausea 12%"]


@pytest.mark.parametrize(
    "text",
    [
        "Patients were randomised to tamoxifen or placebo. In 1995, tamoxifen was approved; placebo was given.",
        "A total of 5408 women received tamoxifen 20 mg or placebo.",
        "Patients were randomised to tamoxifen or placebo. Nausea occurred in 12 of 35 patients given tamoxifen.",
        "Patients were randomised to tamoxifen or placebo. Grade 3 nausea: tamoxifen, 29 [12%]; placebo, 31 [13%].",
    ],
)
def test_other_numbers_are_no_sizes(arms_of, text):
    assert [a.size for a in arms_of(text)] == [None, None]


def test_sizes_beside_letters(arms_of):
    text = "Patients were randomised to radiotherapy alone (group A, n=20) or with carboplatin (group B, n=21)."
    assert arms_of(text)[0].size == 20


def test_where_some_are_controls_the_only_drug_named_is_no_only_regimen(arms_of):
    assert arms_of("All patients received letrozole. Nausea was rare in the control group.") == []


def test_half_of_what_an_arm_is_given_is_no_arm(arms_of):
    text = "Women were randomly assigned to tamoxifen or to chemotherapy plus immunologic therapy."
    assert arms_of(text) == []


@pytest.mark.parametrize(
    ("behind", "arms"),
    [
        ("niraparib or placebo, each with prednisone", ["niraparib+prednisone", "placebo+prednisone"]),
        ("niraparib (200 mg) or placebo, both given in combination with carboplatin and paclitaxel every 3 weeks",
         ["carboplatin+niraparib+paclitaxel", "carboplatin+paclitaxel+placebo"]),
        ("bevacizumab or no bevacizumab, all together with carboplatin", ["bevacizumab+carboplatin", "carboplatin"]),
        ("niraparib or placebo, each with either letrozole or anastrozole", ["niraparib", "placebo"]),
        ("niraparib or placebo, each with a novel agent", ["niraparib", "placebo"]),
    ],
)  # fmt: skip
def test_what_each_arm_is_given_is_part_of_all(arms_of, behind, arms):
    assert [drugs(a.arm) for a in arms_of(f"Patients were randomly assigned to {behind}.")] == arms


def test_a_choice_behind_the_patients_is_of_all_arms(arms_of):
    text = "Doxepin rinse versus placebo in adults undergoing pelvic radiotherapy with or without chemotherapy."
    assert [drugs(a.arm) for a in arms_of(f"{text} A randomised trial.")] == ["doxepin", "placebo"]


def test_a_time_after_surgery_is_no_arm(arms_of):
    text = "Patients were randomised to start levetiracetam within 12 h of surgery or go on with phenytoin."
    assert [drugs(a.arm) for a in arms_of(text)] == ["levetiracetam", "phenytoin"]


@pytest.mark.parametrize(
    ("given", "arm"),
    [
        ("Patients received elotuzumab, lenalidomide and dexamethasone.", "dexamethasone+elotuzumab+lenalidomide"),
        ("Patients had received lenalidomide and dexamethasone before.", "elotuzumab"),
    ],
)
def test_more_is_given_than_the_title_names(arms_of, given, arm):
    told = arms_of(f"Elotuzumab for smoldering myeloma: a phase 2 trial. {given}")
    assert [drugs(a.arm) for a in told] == [arm]


def test_usual_care_is_the_control_group_itself(arms_of):
    text = "Women were randomized to the usual care group or the walking group. "
    assert arms_of(f"{text}Nausea was seen in 12% of the control group.") == []
