"""Groups with signs of their own: `Group TK`, `(Group C)`, `group 1`, `(A20 group)`, and how they are told."""

import pytest
from telling import drugs

PALONOSETRON = (
    "Women were split into Group P2.5 (2.5 μg/kg palonosetron), Group P7 (7 μg/kg palonosetron) and Group P+D "
    "(2.5 μg/kg palonosetron and 15 μg/kg droperidol)."
)


@pytest.mark.parametrize(
    ("told", "arms"),
    [
        ("Group A (n = 33; normal saline), Group B (n = 3; clonidine 2 µg/kg/h), Group C (n = 9; clonidine 4 µg/kg/h).",
         {"group A": "sodium chloride 0.9%", "2 µg/kg/h": "clonidine", "4 µg/kg/h": "clonidine"}),
        (PALONOSETRON,
         {"2.5 μg/kg": "palonosetron", "7 μg/kg": "palonosetron", "group P+D": "droperidol+palonosetron"}),
        ("Two groups: propofol 2 mg/kg plus saline 2 ml (Group C) and propofol 2 mg/kg plus 2% lidocaine (Group L).",
         {"group C": "propofol+sodium chloride 0.9%", "group L": "lidocaine+propofol"}),
        ("(Group C) received saline, (Group P) received propofol 1 mg/kg or (Group Q) received ketamine.",
         {"group C": "sodium chloride 0.9%", "group P": "propofol", "group Q": "ketamine"}),
        ("Group S received saline, group T tramadol and group TK tramadol with ketamine.",
         {"group S": "sodium chloride 0.9%", "group T": "tramadol", "group TK": "ketamine+tramadol"}),
        ("Tramadol 1 mg/kg was given to patients in group T and pethidine 0.5 mg/kg to those in group M.",
         {"group T": "tramadol", "group M": "pethidine"}),
        ("In Group H (n = 20), 3% hypertonic saline was infused. Group T received oral tolvaptan on the first day.",
         {"group H": "hypertonic saline", "group T": "tolvaptan"}),
        ("Half were given magnesium sulphate (Group 1). Another 64 had amiodarone (Group 2). No drug: (Group 3).",
         {"group 1": "magnesium sulfate", "group 2": "amiodarone", "group 3": "observation"}),
        ("Men got ezetimibe 9 mg + atorvastatin 9 mg (EA10 group), atorvastatin 20 mg (A20 group) or saline (S group).",
         {"EA10 group": "atorvastatin+ezetimibe", "A20 group": "atorvastatin", "S group": "sodium chloride 0.9%"}),
        ("In group S, saline was infused. In group B, bupivacaine was infused for relief during and after surgery.",
         {"group S": "sodium chloride 0.9%", "group B": "bupivacaine"}),
        ("Men were randomised to cisplatin (60 mg/m2) with (group CE) or without (group C) etoposide.",
         {"group C": "cisplatin", "group CE": "cisplatin+etoposide"}),
        ("Men were given cisplatin with (CE group) or without (C group) etoposide.",
         {"C": "cisplatin", "CE": "cisplatin+etoposide"}),
        ("Group S received saline and group T an unknown root.", {}),
        ("Group 1 had arterial disease, group 2 had lung disease, and sildenafil was used in both.", {}),
    ],
)  # fmt: skip
def test_what_a_sign_stands_for(arms_of, told, arms):
    assert {a.label: drugs(a.arm) for a in arms_of(f"A randomised trial. {told}")} == arms


def test_results_reach_arms_by_their_signs(results_of):
    text = "A randomised trial. Group TK received tramadol with ketamine, Group T tramadol. Nausea occurred in 5% of "
    assert results_of(
        f"{text}patients in Group TK and 7% in Group T, vomiting in 3% in the TK group and 4% in group T."
    ) == [
        "ketamine+tramadol: nausea 5%",
        "tramadol: nausea 7%",
        "ketamine+tramadol: vomiting 3%",
        "tramadol: vomiting 4%",
    ]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Men were randomised to saline, propofol, or ketamine.", ["control", "experimental", "experimental"]),
        ("Men were randomised to ezetimibe plus atorvastatin (Group E), atorvastatin 20 mg (Group F) or atorvastatin "
         "40 mg (Group G).", [None, None, None]),
    ],
)  # fmt: skip
def test_roles(arms_of, text, roles):
    assert [a.role for a in arms_of(text)] == roles


def test_numbers_in_turn_of_events_are_no_sizes(arms_of):
    text = "Men were randomised to lansoprazole or placebo. Events were seen in 4 and 5 men in the lansoprazole and "
    assert [a.size for a in arms_of(f"{text}placebo groups, respectively.")] == [None, None]


@pytest.mark.parametrize(
    ("choice", "arms"),
    [
        ("dexamethasone 8 mg with either granisetron 1 mg, ondansetron 4 mg or placebo",
         ["dexamethasone+granisetron", "dexamethasone+ondansetron", "dexamethasone+placebo"]),
        ("one of four groups: (a) vitamin C, (b) vitamin E, (c) vitamin C + vitamin E, and the control (placebo)",
         ["vitamin C", "vitamin E", "vitamin C+vitamin E", "placebo"]),
        ("(1) placebo, n = 9; (2) zinc, n = 8; (3) biotin, n = 8; (4) zinc plus biotin, n = 7; (5) folic acid, n = 9",
         ["placebo", "zinc", "biotin", "biotin+zinc", "folic acid"]),
    ],
)  # fmt: skip
def test_lists(arms_of, choice, arms):
    assert [drugs(a.arm) for a in arms_of(f"Patients were randomized to {choice}.")] == arms


@pytest.mark.parametrize(
    ("told", "arms"),
    [
        ("Finerenone was compared with placebo and open-label spironolactone",
         ["finerenone", "placebo", "spironolactone"]),
        ("Tocilizumab plus methotrexate was compared with placebo and methotrexate",
         ["methotrexate+tocilizumab", "methotrexate+placebo"]),
    ],
)  # fmt: skip
def test_what_stands_beside_placebo(arms_of, told, arms):
    assert [drugs(a.arm) for a in arms_of(f"A randomised trial. {told} in 392 patients.")] == arms


def test_the_first_group_is_group_one(results_of):
    text = (
        "A randomised trial. In the first group 44 women were treated with tamoxifen. The second group received "
        "letrozole. Nausea occurred in 5% of group I and 9% of group II."
    )
    assert results_of(text) == ["tamoxifen: nausea 5%", "letrozole: nausea 9%"]


def test_what_was_given_may_stand_before_the_verb(arms_of):
    text = (
        "Women were randomised to a treatment group (n = 21) or a control group (n = 24). For the treatment group, "
        "45 mg of menatetrenone was given daily."
    )
    assert [drugs(a.arm) for a in arms_of(text)] == ["menatetrenone", "control"]


def test_groups_told_first_and_second_may_be_unknown(arms_of):
    assert (
        arms_of("A randomised trial of play. The first group was praised and the second group was told a story.") == []
    )


@pytest.mark.parametrize(
    ("word", "drugs"), [("additionally ", "dexamethasone+olanzapine+ondansetron"), ("", "olanzapine")]
)
def test_what_a_group_is_given_beside_what_the_other_has(arms_of, word, drugs):
    text = "Olanzapine against nausea: a randomized trial. The control group received ondansetron and dexamethasone; "
    told = arms_of(f"{text}the study group {word}received olanzapine.")
    assert ["+".join(c.name for c in arm.arm.regimen.components) for arm in told][1:] == [drugs]
