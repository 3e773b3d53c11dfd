"""Events counted one by one: in brackets, before and behind their names, with what the sentence says of all of them."""

import pytest

ARMS = "Patients were assigned to olaparib or placebo. "
SINGLE = "All patients received blinatumomab. "


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Serious adverse events were seen (olaparib: stroke, bone pain, n=1 each; placebo: vomiting, n=2).",
         ["olaparib: stroke n=1 serious", "olaparib: bone pain n=1 serious",
          "placebo: vomiting n=2 serious"]),
        ("Toxic deaths occurred in two (1%) patients in the olaparib group (hepatitis [n=1] and septic shock [n=1]).",
         ["olaparib: any adverse event 1% n=2 fatal", "olaparib: hepatitis n=1 fatal",
          "olaparib: septic shock n=1 fatal"]),
        ("Two (1%) patients given olaparib died from adverse events (one sepsis, and one anemia and stroke).",
         ["olaparib: any adverse event 1% n=2 fatal", "olaparib: sepsis n=1 fatal", "olaparib: anemia n=1 fatal",
          "olaparib: stroke n=1 fatal"]),
        ("There were four treatment-related deaths, three in the olaparib arm and one in the placebo arm.",
         ["olaparib: any adverse event n=3 related fatal", "placebo: any adverse event n=1 related fatal"]),
        ("Three olaparib recipients and two placebo recipients had serious adverse events.",
         ["olaparib: any adverse event n=3 serious", "placebo: any adverse event n=2 serious"]),
        ("Grade 4 neutropenia occurred in five patients in the olaparib group.", ["olaparib: neutropenia 4 n=5"]),
    ],
)  # fmt: skip
def test_each_counts_for_its_arm(results_of, text, results):
    assert results_of(ARMS + text) == results


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Serious infections were pneumonia (6) and sepsis (2).",
         ["blinatumomab: pneumonia n=6", "blinatumomab: sepsis n=2"]),
        ("Dose-limiting toxicity was observed in 2 patients.", ["blinatumomab: dose-limiting toxicity n=2"]),
        ("Toxicities (grade 3-4) included fatigue (three patients) and rash (n = 2).",
         ["blinatumomab: fatigue 3-4 n=3", "blinatumomab: rash 3-4 n=2"]),
        ("Two patients died from pneumonitis and one patient died of cardiac failure.",
         ["blinatumomab: pneumonitis n=2 fatal", "blinatumomab: cardiac failure n=1 fatal"]),
        ("Toxicity was evaluated in 120 patients.", []),
        ("Neuropathy (1) was described elsewhere.", []),
        ("Toxicities associated with treatment were minimal (n = 72).", []),
    ],
)  # fmt: skip
def test_counts_of_a_single_arm(results_of, text, results):
    assert results_of(SINGLE + text) == results


@pytest.mark.parametrize(
    "end",
    [
        "; two patients died of causes judged unrelated.",
        ", and three other patients died.",
    ],
)
def test_deaths_of_others_make_no_event_fatal(results_of, end):
    text = "Patients received isatuximab (n=35). Events of any grade were infusion reactions (n=19) and anemia (n=14)"
    assert [r for r in results_of(text + end) if "death" not in r] == [
        "isatuximab: infusion reaction n=19",
        "isatuximab: anemia n=14",
    ]


def test_cases_among_those_assigned_to_an_arm_are_its_own(results_of):
    text = (
        "Adults were randomly assigned to BNT162b2 or placebo. There were 8 cases of Covid-19 with onset after a week "
    )
    assert results_of(f"{text}among participants assigned to receive BNT162b2.") == ["BNT162b2: COVID-19 n=8"]
    effective = (
        "Adults were randomly assigned to BNT162b2 or placebo. BNT162b2 was 95% effective in preventing Covid-19."
    )
    assert results_of(effective) == []


def test_a_count_for_each_arm(results_of):
    arms = "Patients were randomly assigned to nivolumab or docetaxel. "
    text = "The only grade 4 toxicity seen was neutropenia (two patients per group)."
    assert results_of(arms + text) == ["nivolumab: neutropenia 4 n=2", "docetaxel: neutropenia 4 n=2"]


def test_why_treatment_was_stopped(results_of):
    arms = "Patients received treprostinil (n=29). "
    text = "It was discontinued because of bronchospasm (n = 3) and progression of pulmonary hypertension (n = 1)."
    assert results_of(arms + text) == ["treprostinil: bronchospasm n=3 discontinuation"]


def test_those_who_were_given_a_treatment_are_no_cases(results_of):
    text = "Patients with sleep disturbances receiving olaparib 300 mg (n = 57) or placebo (n = 46) were compared."
    assert results_of(ARMS + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Grade 3 toxicities were colitis in two patients, pneumonitis in one, and hepatitis in one.",
        "Grade 3 toxicities were colitis in 2 pts, pneumonitis in 1 and hepatitis in 1.",
        "Grade 3 toxicity was rare: colitis, 2 pts; pneumonitis, 1 pt; hepatitis, 1 pt.",
        "Grade 3 toxicities included colitis (2 pts), pneumonitis (1 pt) and hepatitis (1 pt).",
    ],
)
def test_patients_counted_event_by_event(results_of, text):
    assert sorted(results_of("All patients received pembrolizumab. " + text)) == [
        "pembrolizumab: colitis 3 n=2", "pembrolizumab: hepatitis 3 n=1", "pembrolizumab: pneumonitis 3 n=1",
    ]  # fmt: skip


def test_one_each_of_a_list(results_of):
    text = "Dose-limiting toxicities were grade 3 rash and grade 3 colitis (1 each)."
    told = results_of("All patients received pembrolizumab. " + text)
    assert told == ["pembrolizumab: rash 3 n=1", "pembrolizumab: colitis 3 n=1"]


def test_a_number_behind_a_comma_is_no_count_of_the_event_before(results_of):
    text = "There was colitis, 2 patients stopped, and pneumonitis, in 3% of them."
    assert not any("n=2" in line for line in results_of("All patients received pembrolizumab. " + text))


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Fever or rash occurred in 12 patients.", ["blinatumomab: fever or rash n=12"]),
        ("Bacterial or viral infections occurred in 12 patients.", ["blinatumomab: bacterial or viral infection n=12"]),
        ("Sepsis, stroke, or renal failure occurred in 5% of patients.",
         ["blinatumomab: sepsis, stroke, or renal failure 5%"]),
        ("Nausea (12%), fever or rash (4%) and chills (2%) were seen.",
         ["blinatumomab: nausea 12%", "blinatumomab: fever or rash 4%", "blinatumomab: chills 2%"]),
        ("Hepatic and renal toxicity occurred in 12% and 4% of patients, respectively.",
         ["blinatumomab: hepatotoxicity 12%", "blinatumomab: renal toxicity 4%"]),
        ("Sepsis and renal failure occurred in one patient.",
         ["blinatumomab: sepsis n=1", "blinatumomab: renal failure n=1"]),
        ("Fever and rash occurred in 12 patients.", []),
        ("Atrial or ventricular arrhythmia occurred in 8% of patients.", []),
    ],
)  # fmt: skip
def test_a_count_of_events_named_together(results_of, text, results):
    assert results_of(SINGLE + text) == results


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Twelve patients died from sepsis.", ["blinatumomab: sepsis n=12 fatal"]),
        ("Two of 12 patients died from sepsis.", ["blinatumomab: sepsis n=2/12 fatal"]),
        ("No patient died, and three cases of sepsis occurred.", ["blinatumomab: sepsis n=3"]),
        ("Five deaths occurred, three from infection.",
         ["blinatumomab: death proportion n=5", "blinatumomab: infection n=3 fatal"]),
    ],
)  # fmt: skip
def test_what_patients_died_from(results_of, text, results):
    assert sorted(results_of(SINGLE + text)) == sorted(results)


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("There were three toxic deaths in the olaparib arm (two from sepsis and one from stroke) and one in the "
         "placebo arm.",
         ["olaparib: any adverse event n=3 fatal", "placebo: any adverse event n=1 fatal",
          "olaparib: sepsis n=2 fatal", "olaparib: stroke n=1"]),
        ("Five patients died of toxicity in the olaparib arm and two in the placebo arm.",
         ["olaparib: any adverse event n=5 fatal", "placebo: any adverse event n=2 fatal"]),
        ("Of 90 patients given olaparib, 3 (3%) had anemia and 8 (9%) rash; the corresponding numbers in 88 patients "
         "given placebo were 4 (5%) and 2 (2%).",
         ["olaparib: anemia 3% n=3", "olaparib: rash 9% n=8", "placebo: anemia 5% n=4", "placebo: rash 2% n=2"]),
        ("Of 90 patients given olaparib, 3 (3%) had anemia; the corresponding numbers in 88 patients given placebo "
         "were 4 (5%) and 2 (2%).",
         ["olaparib: anemia 3% n=3"]),
        ("Anemia was seen in 12 patients given olaparib and 5 patients given placebo.",
         ["olaparib: anemia n=12", "placebo: anemia n=5"]),
    ],
)  # fmt: skip
def test_counts_in_the_bracket_of_an_arm_are_its_own_and_those_of_its_patients_no_event(results_of, text, results):
    assert sorted(results_of("Patients were assigned to olaparib or placebo. " + text)) == sorted(results)
