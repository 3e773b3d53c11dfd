"""Endpoints under short names of the document's own, parts of patients with its own disease, counts among some."""

import pytest


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Men were randomly assigned to romiplostim or placebo. The primary endpoint was clinically relevant bleeding "
         "events (CRBE). CRBE proportions were lower with romiplostim (34%) than with placebo (59%), although the "
         "difference between groups was less than 40%.",
         ["romiplostim: clinically relevant bleeding events proportion 34%",
          "placebo: clinically relevant bleeding events proportion 59%"]),
        ("Men were randomly assigned to abiraterone or placebo. The end point was men alive without events (AWE). AWE "
         "was similar (abiraterone, 29%; placebo, 30%).",
         ["abiraterone: alive without events proportion 29%", "placebo: alive without events proportion 30%"]),
        ("Women were randomly assigned to mepolizumab or placebo. The stress response (SR) was described. It was "
         "measured in 40% of women.", []),
        ("Gemcitabine in pancreatic cancer. Patients with bile duct or pancreatic cancer were randomized to "
         "gemcitabine or placebo. Pancreatic cancer is deadly. Gemcitabine prolonged survival in the subset "
         "of patients with pancreatic cancer [OS: HR, 0.72 (0.56-0.82)].",
         ["gemcitabine vs placebo: overall survival hazardRatio 0.72 [0.56, 0.82] (pancreatic cancer)"]),
        ("Of nine initial non-responders to rituximab, four patients achieved a complete response later, resulting in "
         "a total response rate of 81%.",
         ["rituximab: complete response proportion n=4/9", "rituximab: objective response rate proportion 81%"]),
        ("Adults were randomly assigned to erlotinib or docetaxel. In the erlotinib arm, OS (HR, 1.25; P = .52) was "
         "similar in never smokers versus former smokers.", []),
    ],
)  # fmt: skip
def test_short_names_of_events(results_of, text, told):
    assert results_of(text) == told
