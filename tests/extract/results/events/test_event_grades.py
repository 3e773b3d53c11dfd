"""Which grade a figure is of: its event's own, that of its list, or the one behind it."""

import pytest

SINGLE = "All patients received blinatumomab. "


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Grade 3 neutropenia (10%), anemia (5%) and grade 4 leukopenia (3%) were seen.",
         ["neutropenia 3 10%", "anemia 3 5%", "leukopenia 4 3%"]),
        ("Nausea (57%), grade 3 diarrhea (30%) and rash (3%) were seen.", ["nausea 57%", "diarrhea 3 30%", "rash 3%"]),
        ("Neutropenia (grade 3, 20%; grade 4, 10%) and anemia (grade 3, 8%) were common.",
         ["neutropenia 3 20%", "neutropenia 4 10%", "anemia 3 8%"]),
        ("The most notable toxicity was leukopenia; 15% of patients experienced grade 4.", ["leukopenia 4 15%"]),
        ("Of all patients, 45% experienced adverse events with a maximum grade of 1 or 2.",
         ["any adverse event 1-2 45%"]),
        ("G3-4 anemia occurred in 12% and G≥3 fatigue in 5%.", ["anemia 3-4 12%", "fatigue >=3 5%"]),
        ("≥ Grade 2 dermatitis occurred in 61%.", ["dermatitis >=2 61%"]),
        ("Grade 3 and 4 neutropenia occurred in 31% and 12% of patients, respectively.",
         ["neutropenia 3 31%", "neutropenia 4 12%"]),
        ("Grade 3 hematologic toxicity was rare: anemia, 12%; leukopenia, 4%.", ["anemia 3 12%", "leukopenia 3 4%"]),
        ("Grade 3 anemia: 12%; leukopenia: 4%.", ["anemia 3 12%", "leukopenia 4%"]),
        ("The main grade 3 and 4 events were anemia (31% and 12%) and rash (9% and 1%).",
         ["anemia 3 31%", "anemia 4 12%", "rash 3 9%", "rash 4 1%"]),
        ("Anemia was common; four cases with grade 3 and one case with grade 4.", ["anemia 3 n=4", "anemia 4 n=1"]),
        ("Grade III/IV anemia occurred in 12%.", ["anemia 3-4 12%"]),
        ("Anemia (12%), rash (9%), and nausea (5%) of grade 3-4 were seen.",
         ["anemia 3-4 12%", "rash 3-4 9%", "nausea 3-4 5%"]),
        ("Adverse events were grade 3/4 anemia (20%/8%) and rash (9%/1%).",
         ["anemia 3 20%", "anemia 4 8%", "rash 3 9%", "rash 4 1%"]),
        ("Adverse events were mild; the only grade 3 events were rash (n = 2) and a stroke (n = 1).",
         ["rash 3 n=2", "stroke 3 n=1"]),
        ("Ten percent of patients had grade 4 anemia, and 3% had a stroke.", ["anemia 4 10%", "stroke 3%"]),
        ("Grade 4 anemia (n = 6; 15%), fatigue (n = 4; 10%), and rash (n=1 [3%]) were seen.",
         ["anemia 4 15% n=6", "fatigue 4 10% n=4", "rash 4 3% n=1"]),
        ("Neuropathy occurred in 12%, mostly of grade 1 or 2.", ["peripheral neuropathy 12%"]),
        ("Nausea (predominantly grade 1) occurred in 12%.", ["nausea 12%"]),
        ("Nausea occurred in 76%, mostly grade 1 (55%).", ["nausea 76%", "nausea 1 55%"]),
        ("Grade 2-4 acute GVHD was seen in 28%, and the incidence of chronic GVHD was 45%.",
         ["acute graft-versus-host disease 2-4 28%", "chronic graft-versus-host disease 45%"]),
        ("Grade 3 nausea (n = 4) and rash (n = 2) occurred.", ["nausea 3 n=4", "rash 3 n=2"]),
    ],
)  # fmt: skip
def test_grade_of_each_figure(results_of, text, results):
    assert results_of(SINGLE + text) == [f"blinatumomab: {result}" for result in results]


def test_figures_of_two_groups_are_not_of_two_grades(results_of):
    text = "Grade 3 and 4 adverse events occurred in 87% and 72% of the olaparib and placebo groups, respectively."
    assert results_of("Patients were assigned to olaparib or placebo. " + text) == [
        "olaparib: any adverse event 3-4 87%", "placebo: any adverse event 3-4 72%"
    ]  # fmt: skip


def test_each_arm_has_its_figures_by_grade(results_of):
    arms = "Patients were randomly assigned to nivolumab or docetaxel. "
    text = "Grade 3 and 4 rash occurred in 31% and 12% with nivolumab and 9% and 2% with docetaxel, respectively."
    assert results_of(arms + text) == [
        "nivolumab: rash 3 31%", "nivolumab: rash 4 12%", "docetaxel: rash 3 9%", "docetaxel: rash 4 2%",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Grade 3 and 4 events with nivolumab were rash (31% and 12%).",
         ["nivolumab: rash 3 31%", "nivolumab: rash 4 12%"]),
        ("Grade 3 and 4 rash was more common with nivolumab (31% vs 12%).",
         ["nivolumab: rash 3-4 31%", "docetaxel: rash 3-4 12%"]),
    ],
)  # fmt: skip
def test_two_grades_of_one_arm_are_not_two_arms(results_of, text, told):
    assert results_of("Patients were randomly assigned to nivolumab or docetaxel. " + text) == told


def test_the_grade_that_an_event_did_not_have_is_no_others(results_of):
    text = "Patients received olaparib in this study. There was no grade 4 nausea; fatigue occurred in 3%."
    assert results_of(text)[-1] == "olaparib: fatigue 3%"


def test_a_grade_in_brackets_with_its_own_count_holds_no_further(results_of):
    text = "Rash occurred in 9 of 50 patients given olaparib (with two patients having grade 3 rash) and none of 48 "
    told = results_of(f"Patients were assigned to olaparib or placebo. {text}given placebo.")
    assert sorted(told) == ["olaparib: rash 3 n=2/50", "olaparib: rash n=9/50", "placebo: rash n=0/48"]


TWO = "Patients were assigned to blinatumomab or placebo. "


@pytest.mark.parametrize(
    "text",
    [
        "With blinatumomab, 12% and 4% had grade 3 and 4 anemia, respectively, versus 5% and 1% with placebo.",
        "In the blinatumomab group 12% and 4% had grade 3 and 4 anemia, respectively, vs 5% and 1% on placebo.",
        "Grade 3 and 4 anemia occurred in 12% and 4%, respectively, of patients given blinatumomab versus 5% and 1% of "
        "those given placebo.",
    ],
)
def test_two_grades_of_two_arms(results_of, text):
    shares = [("blinatumomab", 3, 12), ("blinatumomab", 4, 4), ("placebo", 3, 5), ("placebo", 4, 1)]
    assert results_of(TWO + text) == [f"{arm}: anemia {grade} {share}%" for arm, grade, share in shares]


@pytest.mark.parametrize(
    "text",
    [
        "In all, 12% and 4% had grade 3 and 4 anemia, respectively.",
        "Grade 3 and 4 anemia was seen in 12% and 4% with blinatumomab and the comparator, respectively.",
    ],
)
def test_grades_that_stay_open_give_nothing(results_of, text):
    assert results_of(TWO + text) == []


def test_a_grade_in_brackets_is_of_the_number_there(results_of):
    text = TWO + "We saw 30 adverse events with blinatumomab (18 of grade 1-2) and 21 with placebo."
    assert not [result for result in results_of(text) if "1-2" in result]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Of them 134 (76.1%) had fever (grade 3 or 4, 1.1%; no grade 5), and 16 (9.1%) had nausea (grade 1, 8.0%).",
            ["fever 76.1% n=134", "fever 3-4 1.1%", "nausea 9.1% n=16", "nausea 1 8.0%"],
        ),
        (
            "The most common events were rash (41%; 6% grade 3), nausea (29%; 1% grade 3) and fatigue (12%).",
            ["rash 41%", "rash 3 6%", "nausea 29%", "nausea 3 1%", "fatigue 12%"],
        ),
        (
            "Dysgeusia occurred in 19 patients (63%; all grade 1-2), and infections in 14 (47%).",
            ["dysgeusia 63% n=19", "infection 47% n=14"],
        ),
    ],
)
def test_a_grade_in_a_bracket_is_of_the_figure_beside_it(results_of, text, expected):
    found = results_of("Patients received talquetamab (n=176). " + text)
    assert sorted(result.removeprefix("talquetamab: ") for result in found) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "Grade 3, 4, or 5 adverse events occurred in 39% of patients.",
        "Adverse events of grade 3, 4 or 5 occurred in 39% of patients.",
    ],
)
def test_three_grades_in_a_list(results_of, text):
    assert results_of(f"Patients received talquetamab (n=176). {text}") == ["talquetamab: any adverse event 3-5 39%"]


def test_what_was_the_event_seen_most(results_of):
    text = "Patients received talquetamab (n=176). Dysgeusia was the adverse event most often seen (any grade: 63%)."
    assert results_of(text) == ["talquetamab: dysgeusia 63%"]


def test_grades_listed_in_a_bracket(results_of):
    text = "Patients received talquetamab (n=176). The incidence of grade (2, 3) dysgeusia was 12%."
    assert results_of(text) == ["talquetamab: dysgeusia 2-3 12%"]


def test_the_grade_of_all_that_was_told_goes_no_further(results_of):
    text = "Fever occurred in 52.8% of patients (all grade 1 or 2); rash occurred in 5.6% (all grade 1)."
    assert results_of(f"Patients received talquetamab (n=176). {text}") == [
        "talquetamab: fever 52.8%", "talquetamab: rash 5.6%"
    ]  # fmt: skip


def test_grades_in_short(results_of):
    text = "Patients with ≥ gr 3 adverse events were 40%, and gr 3-4 rash was seen in 5%."
    assert results_of(f"Patients received talquetamab (n=176). {text}") == [
        "talquetamab: any adverse event >=3 40%", "talquetamab: rash 3-4 5%"
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Infections of grade 3 or 4 occurred in 28% and 23%, and rash in 9% and 4%.",
         ["infection 3-4 28%", "infection 3-4 23%", "rash 9%", "rash 4%"]),
        ("Adverse events of at least grade 3 severity occurred in 74% and 69%.",
         ["any adverse event >=3 74%", "any adverse event >=3 69%"]),
        ("Adverse events of grade 3 or 4 were anemia (12% and 5%) and rash (9% and 4%).",
         ["anemia 3-4 12%", "anemia 3-4 5%", "rash 3-4 9%", "rash 3-4 4%"]),
    ],
)  # fmt: skip
def test_a_grade_behind_an_event_is_of_that_one(results_of, text, results):
    arms = "Patients were randomly assigned to nivolumab or docetaxel. "
    assert [line.partition(": ")[2] for line in results_of(arms + text)] == results


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Six patients (12%) had grade 3-4 immune-mediated events: colitis (n=4) and hepatitis (n=2).",
         ["immune-related adverse event 3-4 12% n=6", "colitis 3-4 n=4", "hepatitis 3-4 n=2"]),
        ("Grade 3 events were limited to rash (n = 2) and fatigue (n = 1).", ["rash 3 n=2", "fatigue 3 n=1"]),
        ("Colitis occurred in 16 patients (17%), with two (2%) grade 3 or higher.", ["colitis 17% n=16",
         "colitis >=3 2% n=2"]),
        ("Colitis occurred in 22% (grade 3 events occurred in 2% of the patients).", ["colitis 22%", "colitis 3 2%"]),
    ],
)  # fmt: skip
def test_grades_of_events_that_are_counted_apart(results_of, text, results):
    told = results_of("All patients received pembrolizumab. " + text)
    assert [line.partition(": ")[2] for line in told] == results


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Grade 3 and 4 rash occurred in 5 and 3 patients given olaparib, respectively.",
         ["olaparib: rash 3 n=5", "olaparib: rash 4 n=3"]),
        ("Grade 3 and 4 rash occurred in 5 and 3 patients on olaparib, respectively, and in 4 and 2 on placebo.",
         ["olaparib: rash 3 n=5", "olaparib: rash 4 n=3"]),
        ("Grade 3 and 4 rash occurred in five and three patients with olaparib and four and two with placebo.", []),
    ],
)  # fmt: skip
def test_counts_of_two_grades(results_of, text, results):
    assert results_of("Patients were assigned to olaparib or placebo. " + text) == results


def test_those_who_had_an_event_of_a_grade_had_the_one_before(results_of):
    text = "With pembrolizumab, colitis occurred in 88%, with 5% having an event of grade 3 or higher, and rash in 15%."
    told = results_of("All patients received pembrolizumab. " + text)
    assert [line.partition(": ")[2] for line in told] == ["colitis 88%", "colitis >=3 5%", "rash 15%"]


@pytest.mark.parametrize(
    "grade",
    [
        "grade ≥3", "grade >/= 3", "grade > or =3", "grade > 2", "≥grade 3", "at least grade 3", "grade 3 or more",
        "grade 3, or worse,", "grade 3-or-higher", "grade-3-or-worse", "grade 3 (or higher)", "grade 3 and up",
        "grade 3 plus", "grade 3 (severe) or higher", "grade three or more severe", "G3 or higher",
        "grade III+", "grade 3/worse",
    ],
)  # fmt: skip
def test_a_grade_and_those_above(results_of, grade):
    assert results_of(f"{SINGLE}Neutropenia of {grade} occurred in 12% of patients.") == [
        "blinatumomab: neutropenia >=3 12%"
    ]


@pytest.mark.parametrize("told", ["Grade 3 adverse events or higher", "Toxicity of grade 3 severity or worse"])
def test_what_stands_between_a_grade_and_those_above(results_of, told):
    assert results_of(f"{SINGLE}{told}: neutropenia (12%).") == ["blinatumomab: neutropenia >=3 12%"]


def test_a_grade_or_more_is_no_number_of_events(results_of):
    assert results_of(SINGLE + "Grade 3 or more nausea occurred in 12%.") == ["blinatumomab: nausea >=3 12%"]


def test_a_grade_before_a_colon_holds_for_all_behind_it(results_of):
    text = "Grade 3 or higher events: neutropenia, 12%; nausea, 4%. Grade 3 nausea, 4%; rash, 2%."
    assert results_of(SINGLE + text) == [
        "blinatumomab: neutropenia >=3 12%", "blinatumomab: nausea >=3 4%",
        "blinatumomab: nausea 3 4%", "blinatumomab: rash 2%",
    ]  # fmt: skip
