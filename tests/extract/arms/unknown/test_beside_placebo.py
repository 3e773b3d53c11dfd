"""Treatments that no lexicon knows, set against placebo."""

import pytest
from telling import drugs


@pytest.mark.parametrize(
    ("text", "arms"),
    [
        ("Choline and strength. Men took either 600 mg per day of QA-GP or placebo in a blind trial of QA-GP.",
         ["qa-gp", "placebo"]),
        ("A powder (QMIX) and exercise. In a randomized study, men ran after ingestion of a QMIX or placebo.",
         ["qmix", "placebo"]),
        ("Krill oil in obesity. In a randomized trial the effect of krill oil versus placebo was studied.",
         ["krill oil", "placebo"]),
        ("In a double-blind, randomized study two doses of Q72/AS9 or placebo were injected. Q72/AS9 was safe.",
         ["q72/as9", "placebo"]),
        ("Kinetic nasal oscillation (KNO) in migraine. Patients were randomized. The superiority of KNO to placebo "
         "was tested.", ["kinetic nasal oscillation", "placebo"]),
        ("QX-12 in asthma. In this randomized trial, the FEV1 rose more after QX-12 than placebo.",
         ["qx-12", "placebo"]),
        ("Walking. In this randomized trial the treatment or placebo was given daily. Treatment or placebo was cheap.",
         []),
        ("Obesity. In this randomized trial the fall was larger with krill than placebo.", []),
        ("Dizziness. In this randomized trial WHO or placebo was noted.", []),
    ],
)  # fmt: skip
def test_unknown_names(arms_of, text, arms):
    assert [drugs(a.arm) for a in arms_of(text)] == arms


@pytest.mark.parametrize("words", ["no better than", "no more effective than", "superior as compared with"])
def test_how_a_drug_fared_is_no_name(arms_of, words):
    text = f"Methylphenidate was {words} placebo. Fatigue improved in 34% with methylphenidate and 30% with placebo."
    assert [drugs(a.arm) for a in arms_of(text)] == ["methylphenidate", "placebo"]
