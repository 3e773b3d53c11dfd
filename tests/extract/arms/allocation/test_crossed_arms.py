"""Trials that cross over, told by the orders in which patients are given both treatments."""

import pytest
from telling import drugs

DESIGN = "This was a crossover trial. "


@pytest.mark.parametrize(
    ("orders", "arms"),
    [
        ("8 weeks of gabapentin followed by a 2-week wash-out and 8 weeks of paroxetine, or vice versa",
         ["gabapentin", "paroxetine"]),
        ("receive sunitinib and then pazopanib, or the opposite sequence", ["sunitinib", "pazopanib"]),
        ("ondansetron in cycle 1 and granisetron in cycle 2 or in reverse order", ["ondansetron", "granisetron"]),
        ("megestrol followed by placebo or placebo followed by megestrol", ["megestrol", "placebo"]),
    ],
)  # fmt: skip
def test_each_treatment_of_two_orders_is_an_arm(arms_of, orders, arms):
    assert [drugs(a.arm) for a in arms_of(f"{DESIGN}Patients were randomised to {orders}.")] == arms


@pytest.mark.parametrize(
    "orders", ["sorafenib followed by sunitinib, or vice versa", "sorafenib then the reverse order"]
)
def test_an_order_is_no_treatment_and_in_other_trials_tells_no_arm(arms_of, orders):
    told = [drugs(a.arm) for a in arms_of(f"Patients were randomised to {orders}.")]
    assert not any(word in name for name in told for word in ("versa", "order", "sequence"))


def test_what_happened_during_each(results_of):
    text = f"{DESIGN}Patients were randomised to gabapentin and then paroxetine or vice versa. "
    text += "Nausea occurred in 12/50 during gabapentin and 4/48 during paroxetine."
    assert set(results_of(text)) == {"gabapentin: nausea n=12/50", "paroxetine: nausea n=4/48"}
