"""What each arm is given with is a part of each."""

import pytest
from telling import drugs

BOTH = ["fulvestrant+ribociclib", "fulvestrant+placebo"]


@pytest.mark.parametrize(
    ("told", "arms"),
    [
        ("ribociclib or placebo, each with fulvestrant", BOTH),
        ("ribociclib (600 mg/day) or placebo, both in combination with fulvestrant 500 mg", BOTH),
        ("ribociclib or placebo, in addition to fulvestrant", BOTH),
        ("ribociclib or placebo; all patients also received fulvestrant", BOTH),
        ("ribociclib or placebo, both in conjunction with fulvestrant", BOTH),
        ("ribociclib or placebo, each with fulvestrant, followed by ribociclib or placebo", BOTH),
        ("ribociclib or placebo. Both arms received fulvestrant", BOTH),
        ("ribociclib or placebo. All patients also received fulvestrant 500 mg", BOTH),
        ("ribociclib or placebo. All patients had received fulvestrant before", ["ribociclib", "placebo"]),
        ("ribociclib or placebo. Both arms received fulvestrant at progression or later", ["ribociclib", "placebo"]),
        ("ribociclib or placebo. All patients received ondansetron", ["ribociclib", "placebo"]),
        ("fulvestrant and either ribociclib or placebo", BOTH),
        ("daratumumab or no daratumumab, with all receiving lenalidomide and dexamethasone",
         ["daratumumab+dexamethasone+lenalidomide", "dexamethasone+lenalidomide"]),
        ("bevacizumab or placebo, each combined with carboplatin or cisplatin", ["bevacizumab", "placebo"]),
        ("fulvestrant plus ribociclib or fulvestrant, both with fulvestrant in the first cycle",
         ["fulvestrant+ribociclib", "fulvestrant"]),
        ("metformin or placebo, in addition to surgery", ["metformin", "placebo"]),
        ("daunorubicin 90 mg/m2 or 45 mg/m2, each with cytarabine", ["cytarabine+daunorubicin"] * 2),
    ],
)  # fmt: skip
def test_partners_of_all_arms(arms_of, told, arms):
    assert [drugs(a.arm) for a in arms_of(f"Patients were randomly assigned to {told}.")] == arms


@pytest.mark.parametrize(
    ("told", "arms"),
    [
        ("ABVD with brentuximab vedotin replacing bleomycin or to ABVD",
         ["brentuximab vedotin+dacarbazine+doxorubicin+vinblastine", "abvd"]),
        ("ABVD with nivolumab replacing bleomycin or to ABVD",
         ["dacarbazine+doxorubicin+nivolumab+vinblastine", "abvd"]),
        ("ABVD with brentuximab vedotin in place of bleomycin or to ABVD",
         ["brentuximab vedotin+dacarbazine+doxorubicin+vinblastine", "abvd"]),
        ("R-CHOP with vincristine replaced by bortezomib or to R-CHOP",
         ["bortezomib+cyclophosphamide+doxorubicin+prednisone+rituximab", "r-chop"]),
        ("docetaxel instead of paclitaxel", []),
        ("doxorubicin replacing nothing or to radiotherapy", ["doxorubicin", "radiotherapy"]),
    ],
)  # fmt: skip
def test_what_is_replaced_is_not_given(arms_of, told, arms):
    assert [drugs(a.arm) for a in arms_of(f"Patients were randomly assigned to {told}.")] == arms


def test_a_regimen_is_named_behind_what_is_replaced_in_it(results_of):
    text = (
        "Patients were randomly assigned to R-CHOP with polatuzumab vedotin in place of vincristine (pola-R-CHP) or to "
        "R-CHOP. Nausea occurred in 5% with pola-R-CHP and in 12% with R-CHOP."
    )
    assert results_of(text) == [
        "cyclophosphamide+doxorubicin+polatuzumab vedotin+prednisone+rituximab: nausea 5%",
        "r-chop: nausea 12%",
    ]


@pytest.mark.parametrize(
    ("text", "arms"),
    [
        ("All patients received paclitaxel and were randomly assigned to bevacizumab or placebo.",
         ["bevacizumab+paclitaxel", "paclitaxel+placebo"]),
        ("All patients received cisplatin and were then randomized to cetuximab or observation.",
         ["cetuximab", "observation"]),
        ("All patients received tamoxifen before being randomized to exemestane or placebo.",
         ["exemestane", "placebo"]),
    ],
)  # fmt: skip
def test_what_all_had_is_told_before_the_arms(arms_of, text, arms):
    assert [drugs(a.arm) for a in arms_of(text)] == arms


@pytest.mark.parametrize(
    "text",
    [
        "We tested whether denosumab is superior to zoledronic acid in patients with bone metastases.",
        "This trial tested whether denosumab is non-inferior to zoledronic acid.",
    ],
)
def test_what_is_to_be_better_than_another(arms_of, text):
    assert [drugs(a.arm) for a in arms_of(text)] == ["denosumab", "zoledronic acid"]


def test_the_same_and_more(arms_of):
    text = "Patients were randomly assigned to carboplatin or to the same plus gemcitabine."
    assert [drugs(a.arm) for a in arms_of(text)] == ["carboplatin", "carboplatin+gemcitabine"]


def test_what_begins_with_the_usual_is_not_therefore_the_control(arms_of):
    text = "Women were assigned to standard chemotherapy plus trastuzumab with pertuzumab or with placebo."
    assert [(drugs(a.arm), a.role) for a in arms_of(text)] == [
        ("chemotherapy+pertuzumab+trastuzumab", "experimental"), ("chemotherapy+placebo+trastuzumab", "control")
    ]  # fmt: skip
