"""How texts speak of arms that are given the same drugs, by what tells them apart."""

import pytest


@pytest.mark.parametrize(
    ("told", "first", "second", "forms"),
    [
        ("6 months or 12 months of trastuzumab", "with 6-month treatment", "with 12-month treatment",
         ["6 months", "12 months"]),
        ("trastuzumab for 1 year or trastuzumab for 2 years", "given 1 year of trastuzumab",
         "given trastuzumab for two years", ["1 year", "2 years"]),
        ("weekly paclitaxel or paclitaxel every 3 weeks", "with weekly treatment", "with tri-weekly treatment",
         ["weekly", "every 3 weeks"]),
        ("oral topotecan 2.3 mg/m2 or intravenous topotecan 1.5 mg/m2", "for oral", "for intravenous topotecan",
         ["2.3 mg/m2", "1.5 mg/m2"]),
        ("conventional paclitaxel every 3 weeks or dose-dense weekly paclitaxel", "in the conventional group",
         "in the dose-dense group", ["every 3 weeks", "weekly"]),
        ("early tamoxifen or delayed tamoxifen", "with early", "with delayed treatment", ["early", "delayed"]),
    ],
)  # fmt: skip
def test_each_form_means_its_arm_however_it_is_spelled(results_of, told, first, second, forms):
    text = f"Patients were randomly assigned to {told}. Nausea occurred in 5% {first} and 12% {second}."
    assert [line.partition("nausea ")[2] for line in results_of(text)] == [f"5% ({forms[0]})", f"12% ({forms[1]})"]


@pytest.mark.parametrize(
    "result",
    [
        "The response rate was 90% after 12 months of trastuzumab.",
        "The response rate was 90% in patients with early relapse.",
        "The response rate was 90% with oral trastuzumab.",
    ],
)
def test_a_time_an_adjective_and_a_form_of_no_arm_mean_none(results_of, result):
    told = "early trastuzumab for 12 months or delayed trastuzumab for 6 months"
    found = results_of(f"Patients were randomly assigned to {told}. {result}")
    assert not any(line.startswith("trastuzumab") for line in found)


@pytest.mark.parametrize(
    ("arms", "told"),
    [
        ("3 or 6 cycles of carboplatin", "20% (6 cycles) versus 25% (3 cycles)"),
        ("docetaxel 75 mg/m2 or 100 mg/m2", "20% (100 mg/m2) and 25% (75 mg/m2)"),
    ],
)
def test_a_form_in_brackets_behind_a_figure(results_of, arms, told):
    found = results_of(f"Patients were randomized to {arms}. The relapse rate was {told}.")
    first, second = (form.rstrip(")") for form in (told.split(" (")[1].split(")")[0], told.split(" (")[2]))
    assert [(r.split("%")[0][-2:], r.split("(")[1].rstrip(")")) for r in found] == [("20", first), ("25", second)]
