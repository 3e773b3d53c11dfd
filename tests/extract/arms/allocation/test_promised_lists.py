"""Lists as long as the number of groups that a text promises, and groups called by any word."""

import pytest
from telling import drugs


@pytest.mark.parametrize(
    ("text", "arms"),
    [
        ("By lot 120 women were divided into three groups and were given pyridoxine, placebo, and "
         "ginger, respectively.", ["pyridoxine", "placebo", "ginger"]),
        ("Men were randomly allocated to two groups of dexamethasone (8 mg) and diclofenac (50 mg), and diclofenac "
         "alone.", ["dexamethasone+diclofenac", "diclofenac"]),
        ("Villages were randomly allocated in Delhi between vitamin A (retinol 20 mg), albendazole (400 mg), both, or "
         "neither (open control).", ["vitamin A", "albendazole", "albendazole+vitamin A", "observation"]),
        ("A randomized trial was done with four arms: ibuprofen, 0.5% diclofenac gel, placebo gel and no gel.",
         ["ibuprofen", "diclofenac", "placebo", "observation"]),
        ("Men were divided into three equal groups by random. They were given ibuprofen twice daily, paracetamol once "
         "daily, and placebo.", ["ibuprofen", "paracetamol", "placebo"]),
        ("Men were divided into three groups by random. They were given ibuprofen and paracetamol.", []),
        ("Children were assigned (randomized) to: group A (30 children) with creatine 340 mg + coenzyme Q10 32 mg "
         "whereas group B received placebo.", ["coenzyme Q10+creatine", "placebo"]),
        ("Children were randomly assigned to a conditioning group (they received morphine (0.1 mg/kg) by needle, "
         "n = 44) or a control group (they received the same volume of saline instead, n = 45).",
         ["morphine", "sodium chloride 0.9%"]),
        ("Men were randomised to a metformin group (plus insulin) or a placebo group.", ["metformin", "placebo"]),
        ("In a randomised study 30 men received 2 ml triamcinolone + 1 ml 0.5% bupivacaine, and 30 men received 2 ml "
         "dexamethasone + 1 ml 0.5% bupivacaine.", ["bupivacaine+triamcinolone", "bupivacaine+dexamethasone"]),
        ("Men were randomised to a nerve block with levobupivacaine (n = 70) or a placebo block with saline (n = 70).",
         ["levobupivacaine", "placebo"]),
        ("Men were randomized to receive either 30 mg or 60 mg QPS-7 or placebo.", ["qps-7", "qps-7", "placebo"]),
    ],
)  # fmt: skip
def test_arms(arms_of, text, arms):
    assert [drugs(a.arm) for a in arms_of(text)] == arms


def test_no_treatment_beside_a_placebo_is_not_tested(arms_of):
    found = arms_of("Adults were randomized to ibuprofen, diclofenac, placebo, or no treatment.")
    assert [a.role for a in found] == ["experimental", "experimental", "control", None]


def test_clusters_are_no_patients(arms_of):
    text = "Villages were randomized to vitamin A or placebo: 36 vitamin A versus 35 placebo villages were allocated."
    assert [a.size for a in arms_of(text)] == [None, None]


@pytest.mark.parametrize(
    ("text", "arms"),
    [
        ("Nausea. We compared aprepitant with a cisplatin regimen. They were given either the standard regimen "
         "(tropisetron and dexamethasone) or aprepitant plus tropisetron and dexamethasone.",
         [("dexamethasone+tropisetron", None), ("aprepitant+dexamethasone+tropisetron", None)]),
        ("A randomized trial. Women received chemotherapy and/or endocrine therapy plus zoledronic acid or placebo.",
         [("chemotherapy+endocrine therapy+zoledronic acid", None),
          ("chemotherapy+endocrine therapy+placebo", None)]),
        ("Before surgery. In this double-blind trial, 121 women received fulvestrant 500 mg plus anastrozole 1 mg/day "
         "for 14 to 21 days (F + A); fulvestrant plus placebo (F); "
         "or anastrozole plus placebo (A).",
         [("anastrozole+fulvestrant", None), ("fulvestrant+placebo", None), ("anastrozole+placebo", None)]),
    ],
)  # fmt: skip
def test_choices_of_other_wordings(arms_of, text, arms):
    assert [(drugs(a.arm), a.size) for a in arms_of(text)] == arms
