"""Arms told group by group, against a control group, or in brackets behind their kinds."""

import pytest
from telling import drugs


@pytest.mark.parametrize(
    ("text", "arms"),
    [
        ("Adults were randomized. Group 1 received royal jelly 5 g daily and group 2 received placebo.",
         {"royal jelly": None, "placebo": None}),
        ("Adults were randomized. The intervention group received black seed oil capsules for 8 weeks. "
         "The control group received placebo.", {"black seed oil": None, "placebo": None}),
        ("Adults were randomized. Group 1 received routine burn care and group 2 received metformin.",
         {"standard of care": None, "metformin": None}),
        ("Adults were randomized. One group comprised 30 men who were given oral lamivudine, the other group "
         "30 men who were not treated with lamivudine.", {"lamivudine": 30, "observation": None}),
        ("Adults were randomized. In group A, anesthesia was induced with ketamine. In group B, anesthesia was "
         "induced with propofol.", {"ketamine": None, "propofol": None}),
        ("Adults were randomized to the treatment (n = 40) and control (n = 42) groups. The treatment group "
         "received vitamin E daily.", {"vitamin E": 40, "control": 42}),
        ("A randomized trial of denosumab. Women in the denosumab group got one injection; bone loss in the control "
         "group was assessed.", {"denosumab": None, "control": None}),
        ("Adults were randomized to two groups: one with dexamethasone (group D) and one without dexamethasone "
         "(group C, n = 140).", {"dexamethasone": None, "observation": 140}),
        ("Adults were randomly divided into a trial group and a control group. For the trial group, 45 mg of "
         "octreotide was given daily.", {"octreotide": None, "control": None}),
        ("Adults were randomized to a treatment and a control group. Octreotide was given to the treatment group.",
         {"octreotide": None, "control": None}),
        ("Adults were randomized either to a study group in which octreotide was used or to a control group without "
         "octreotide.", {"octreotide": None, "observation": None}),
    ],
)  # fmt: skip
def test_groups_that_have_a_clause_of_their_own(arms_of, text, arms):
    assert {drugs(a.arm): a.size for a in arms_of(text)} == arms


@pytest.mark.parametrize(
    "text",
    [
        "Adults were randomized. Group 1 received a leaflet and group 2 received usual care.",
        "A trial of denosumab. The denosumab group was compared with a historical control group.",
        "A randomized trial. Delays in the chemotherapy group and the control group were alike.",
        "A randomized trial. In the treatment group, paracetamol was used more often than in the control group.",
    ],
)
def test_groups_of_which_nothing_is_told(arms_of, text):
    assert len(arms_of(text)) < 2


@pytest.mark.parametrize(
    ("told", "arms"),
    [
        ("an ACE inhibitor (perindopril), a beta-blocker (bisoprolol), or placebo",
         ["perindopril", "bisoprolol", "placebo"]),
        ("ZX21 + trastuzumab versus trastuzumab alone", ["trastuzumab+zx21", "trastuzumab"]),
        ("QX1 (5 mg BD) + QX2 (50 mg BD) or QX1 (5 mg BD) + QX3 (2 mg BD)", ["qx1+qx2", "qx1+qx3"]),
        ("cefuroxime axetil combined with small doses of metronidazole or metronidazole alone",
         ["cefuroxime+metronidazole", "metronidazole"]),
        ("analgesia with ketorolac (group K) or with morphine (group M)", ["ketorolac", "morphine"]),
        ("letrozole alone or with palbociclib", ["letrozole", "letrozole+palbociclib"]),
    ],
)  # fmt: skip
def test_alternatives(arms_of, told, arms):
    assert [drugs(a.arm) for a in arms_of(f"Patients were randomized to {told}.")] == arms


def test_concentrations_tell_arms_apart(arms_of):
    text = (
        "Adults were randomized. In group I, the block was performed with 0.375% bupivacaine. In group II, "
        "the block was performed with 0.25% bupivacaine."
    )
    assert [(drugs(a.arm), a.label) for a in arms_of(text)] == [("bupivacaine", "0.375%"), ("bupivacaine", "0.25%")]


def test_a_group_that_raised_the_dose_has_that_dose(arms_of):
    text = (
        "Women were randomized to 2 groups: 1 group increased the dose by taking metformin 1700 mg/d (850 mg twice "
        "a day), and the other group continued with metformin 850 mg/d."
    )
    assert [a.label for a in arms_of(text)] == ["1700 mg/d", "850 mg/d"]


def test_the_second_number_may_stand_alone(arms_of):
    text = "In all, 850 were randomized to receive 5 mg of raloxifene and 810, placebo."
    assert {drugs(a.arm): (a.size, a.role) for a in arms_of(text)} == {
        "raloxifene": (850, "experimental"),
        "placebo": (810, "control"),
    }


def test_a_drug_given_alone_against_placebo_is_no_control(arms_of):
    found = arms_of("Women were randomized to estradiol alone or placebo.")
    assert {drugs(a.arm): a.role for a in found} == {"estradiol": "experimental", "placebo": "control"}


def test_those_who_fell_ill_are_no_arm(arms_of):
    text = (
        "Men were randomized to aspirin or placebo. Cancer was diagnosed in 90 patients (40 in the aspirin group and "
        "50 in the placebo group)."
    )
    assert [a.size for a in arms_of(text)] == [None, None]


@pytest.mark.parametrize(
    ("arms", "told"),
    [
        ("estradiol plus progesterone or observation", []),
        ("estradiol plus progesterone or placebo", ["estradiol+placebo: objective response rate proportion 30%"]),
        ("estradiol plus progesterone or estradiol", ["estradiol: objective response rate proportion 30%"]),
    ],
)
def test_a_drug_alone_is_not_the_arm_of_several(results_of, arms, told):
    assert results_of(f"Women were randomized to {arms}. Response rates were 30% with estradiol alone.") == told
