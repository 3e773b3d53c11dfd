"""Those who were spared something: all of several things at once, or what a drug prevented or lessened."""

import pytest

ARMS = "Men were randomized to ramosetron or placebo. "


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("No emesis and no rescue drug were recorded in 58% and 41% of men given ramosetron and placebo, respectively.",
         ["ramosetron: no emesis and no rescue drug proportion 58%",
          "placebo: no emesis and no rescue drug proportion 41%"]),
        ("The proportion of men with no nausea, no vomiting and no rescue medication was 33% with ramosetron.",
         ["ramosetron: no nausea, no vomiting and no rescue medication proportion 33%"]),
        ("No rescue medication was needed by 58% with ramosetron and 41% with placebo.",
         ["ramosetron: no rescue medication proportion 58%", "placebo: no rescue medication proportion 41%"]),
        ("Rescue medication was needed by 42% with ramosetron and 59% with placebo.",
         ["ramosetron: rescue medication use proportion 42%", "placebo: rescue medication use proportion 59%"]),
        ("No toxic deaths and no grade 4 nausea were seen with ramosetron.",
         ["ramosetron: any adverse event n=0 fatal", "ramosetron: nausea 4 n=0"]),
        ("Ramosetron prevented vomiting in 58% and nausea in 41% of men.", []),
        ("Pain decreased by 30% or more in 58% of ramosetron patients.", []),
        ("Pain was reduced by at least 50% in 58% of ramosetron patients.", []),
        ("Mucositis healed within nine days in 58% of men given ramosetron.", []),
        ("In the ramosetron group, 14 of 20 wounds closed without the development of infection.", []),
        ("In the ramosetron group, 14 of 20 men recovered without experiencing any delirium.", []),
        ("Complete protection from both nausea and vomiting was achieved in 58% with ramosetron.",
         ["ramosetron: complete protection from both nausea and vomiting proportion 58%"]),
        ("Nausea was mild or absent in 58% of ramosetron patients.",
         ["ramosetron: mild or no nausea proportion 58%"]),
        ("No vomiting was observed in 14 of 20 men given ramosetron.",
         ["ramosetron: no vomiting proportion n=14/20"]),
        ("Opioids were required for mucositis in 58% of ramosetron patients.", []),
        ("Feeding tubes were needed in 58% of ramosetron patients because of mucositis.",
         ["ramosetron: feeding tubes proportion 58%"]),
        ("Dose reductions were needed in 58% of ramosetron patients because of mucositis.",
         ["ramosetron: mucositis 58% doseReduction"]),
        ("Treatment was delayed in 58% of ramosetron patients because of mucositis.",
         ["ramosetron: mucositis 58% interruption"]),
        ("Pain was the presenting symptom in 58% of men.", []),
        ("Men at high risk of febrile neutropenia (≥ 20%) were given ramosetron.", []),
        ("Vomiting occurred in 58% and nausea in 41% of men given ramosetron.",
         ["ramosetron: vomiting 58%", "ramosetron: nausea 41%"]),
    ],
)  # fmt: skip
def test_those_who_were_spared_had_no_event(results_of, text, results):
    assert results_of(ARMS + text) == results
