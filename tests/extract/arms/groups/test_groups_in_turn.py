"""What several groups are given, told in turn."""

import pytest
from telling import drugs


@pytest.mark.parametrize(
    ("told", "arms"),
    [
        ("Patients in groups A, B and C received ketamine, fentanyl and saline, respectively.",
         ["ketamine group A", "fentanyl group B", "sodium chloride 0.9% group C"]),
        ("They received ketamine 0.5 mg/kg, fentanyl 1 µg/kg and saline in groups 1, 2, and 3, respectively.",
         ["ketamine group 1", "fentanyl group 2", "sodium chloride 0.9% group 3"]),
        ("Group I received saline, group II received lidocaine, and groups III and IV received thiopental 0.25 mg/kg "
         "and 0.5 mg/kg, respectively.",
         ["sodium chloride 0.9% group I", "lidocaine group II", "thiopental 0.25 mg/kg", "thiopental 0.5 mg/kg"]),
        ("Group S received saline, and groups K and L received 0.25 and 0.5 mg/kg ketamine, respectively.", []),
        ("Groups A, B and C received ketamine and fentanyl, respectively.", []),
    ],
)  # fmt: skip
def test_groups_in_turn(arms_of, told, arms):
    found = arms_of(f"Patients were randomly divided. {told}")
    assert [f"{drugs(a.arm)} {a.label}" for a in found] == arms


@pytest.mark.parametrize("sign", ["I", "II", "III"])
def test_their_signs_are_known(results_of, sign):
    text = (
        "Patients were randomly divided. Groups I, II, and III received ketamine 0.25, 0.5, and 1 mg/kg, respectively, "
    )
    text += f"and group IV received saline. Nausea occurred in 5% of group {sign} and in 9% of group IV."
    assert [told.split(" (")[0] for told in results_of(text)] == [
        "ketamine: nausea 5%",
        "sodium chloride 0.9%: nausea 9%",
    ]
