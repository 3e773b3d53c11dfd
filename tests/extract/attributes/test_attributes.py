"""Properties of trials read from sentences about real trials."""

from decimal import Decimal

import pytest
from attribute_values import attributes_of, values
from trialgraph.ontology.facts import Concept


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("This phase III study compared two drugs.", "3"),
        ("We did a randomised, phase 2/3 trial at 202 centres.", "2/3"),
        ("In this open-label phase 1b study, patients received isatuximab.", "1b"),
        ("This was a randomized phase \N{ROMAN NUMERAL THREE} clinical study.", "3"),
        ("CASTOR was a phase 3 trial of daratumumab.", "3"),
        ("Olaparib: a phase 1 dose-escalation and randomised phase 2 expansion trial.", "1/2"),
        ("Olaparib: a phase 1 trial and a randomised phase 2 trial.", "1"),
    ],
)
def test_phase(text: str, phase: str) -> None:
    assert values(text, "phase") == [phase]


def test_the_design_of_a_trial_still_to_be_done_is_not_told_of_this_one() -> None:
    assert values("We treated men. Our results need to be confirmed by a multicenter randomized trial.", "design") == []
    told = "We treated men. A randomized trial is required to confirm the results of this pilot study."
    assert values(told, "design") == []


def test_phase_of_somebody_elses_study_is_not_told_of_this_one() -> None:
    assert values("The drug had shown activity in an earlier phase II trial.", "phase") == []
    assert values("This practice is based on five prospective phase II studies.", "phase") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This was a multicentre, open-label, randomised study.", {"multicenter", "open-label", "randomized"}),
        ("Patients were randomly assigned to olaparib or placebo.", {"randomized", "placebo-controlled"}),
        ("Men were randomized to 0.5 mg dutasteride daily or matching placebo.", {"randomized", "placebo-controlled"}),
        ("Tumours of 45 patients randomized to cisplatin or paclitaxel were analysed.", {"randomized"}),
        ("We did a double-blind, placebo-controlled trial.", {"double-blind", "placebo-controlled"}),
        ("Men were randomized to 0.5 mg dutasteride or placebo.", {"randomized", "placebo-controlled"}),
        ("A multi-centered trial was done.", {"multicenter"}),
        ("We did a crossover, double-blind trial.", {"crossover", "double-blind"}),
        ("A crossover BE design was used in this trial.", {"crossover"}),
        ("Crossover to the trial drug was allowed in this study.", set()),
        ("Data of women randomized to letrozole were analysed.", {"randomized"}),
        ("After the double-blind period patients of the trial were followed.", {"double-blind"}),
        ("The open-label, single-arm expanded access program was large.", {"open-label", "single-arm"}),
        ("This single-arm, dose-escalation study enrolled adults.", {"single-arm", "dose-escalation"}),
        ("In this trial patients, investigators and staff were masked to treatment.", {"double-blind"}),
        ("Olaparib: a dose-escalation and randomised phase 2 expansion trial.", {"dose-escalation", "randomized"}),
        ("This was a non-randomised study.", set()),
        ("We studied adults with glioma in a randomized clinical trial.", {"randomized"}),
        ("This multi-institutional phase 2 trial tested two doses.", {"multicenter"}),
        ("This open, prospective, randomised study compared two drugs.", {"open-label", "randomized"}),
        ("Men having open heart surgery were randomised in this trial.", {"randomized"}),
        ("In this trial 90 men were enrolled and randomized to two doses.", {"randomized"}),
        ("This was a trial that randomized women to two doses.", {"randomized"}),
        ("Crossover was permitted after progression in the study.", set()),
        ("This trial had a crossover design.", {"crossover"}),
        ("This prospective, non-interventional study observed patients.", {"non-interventional"}),
    ],
)
def test_design(text: str, expected: set[str]) -> None:
    assert set(values(text, "design")) == expected


@pytest.mark.parametrize(
    ("text", "attribute", "value"),
    [
        ("In this trial, after a median of 5 years, 12 patients had relapsed.", "medianFollowUp", Decimal("60.0")),
        ("This trial was conducted in China.", "countryCount", 1),
        ("All patients were randomized by 1\N{RATIO}1 to two drugs.", "randomizationRatio", "1:1"),
        ("We treated children in the UK and Ireland.", "countryCount", None),
        ("We treated children diagnosed in the UK and Ireland.", "countryCount", 2),
        ("This trial was conducted in Japan, South Korea, and Taiwan.", "countryCount", 3),
        ("The UK TACT trial was large.", "countryCount", 1),
        ("This study ran at 66 French, Belgian and Dutch hospitals.", "countryCount", 3),
        ("The median follow-up of this trial was 17 (range 1-39) months.", "medianFollowUp", Decimal(17)),
        ("Interferon in the first-line treatment of ovarian cancer: this trial was small.", "priorLines", "0"),
        ("This study ran at 127 hospitals in 18 countries.", "siteCount", 127),
        ("This study ran at 127 hospitals in 18 countries.", "countryCount", 18),
        ("Adults were randomly assigned (3:2).", "randomizationRatio", "3:2"),
        ("Patients were assigned in a 2-to-1 ratio after randomization 2:1.", "randomizationRatio", "2:1"),
        ("Data cutoff was 7 February 2020.", "dataCutoff", "2020-02-07"),
        ("The clinical cut-off date was Oct 11, 2018.", "dataCutoff", "2018-10-11"),
        ("Median follow-up (range) was 12.4 (1-30) months.", "medianFollowUp", Decimal("12.4")),
        ("Follow-up was long in this trial (median 34 months).", "medianFollowUp", None),
        (
            "Follow-up of all patients (range 3-90 months; median, 34.5 months) is complete.",
            "medianFollowUp",
            Decimal("34.5"),
        ),
        ("With a follow-up of 24 months (median), survival was long.", "medianFollowUp", Decimal(24)),
        ("Patients came until August 2019 and the data cutoff was 1 May 2020.", "dataCutoff", "2020-05-01"),
        ("This trial took place in Denmark, Sweden and Norway.", "countryCount", 3),
        ("Enrollment (Actual): 145 participants.", "enrolled", 145),
        ("Data from 1,034 patients enrolled at 90 sites were analysed.", "siteCount", 90),
        ("The trial went on for a median follow-up of three years.", "medianFollowUp", Decimal("36.0")),
        ("This trial took place at 14 intensive care units.", "siteCount", 14),
        ("In this trial a dose was 14 units.", "siteCount", None),
        ("Median follow-up was 20.7 months.", "medianFollowUp", Decimal("20.7")),
        ("After a median follow-up of 2 years, survival differed.", "medianFollowUp", Decimal("24.0")),
        ("At a median of 18 months of follow-up, survival differed.", "medianFollowUp", Decimal(18)),
        ("At 3.5 years median follow-up, survival differed.", "medianFollowUp", Decimal("42.0")),
        ("With a 5-year median follow-up, survival differed.", "medianFollowUp", Decimal("60.0")),
        ("Survival differed at 41 years, median follow-up being long.", "medianFollowUp", None),
        ("Adults with one to three previous lines of therapy took part.", "priorLines", "1-3"),
        ("Patients had at least 2 prior lines of therapy.", "priorLines", ">=2"),
        ("Patients had received ≤2 lines of chemotherapy.", "priorLines", "<=2"),
        ("We enrolled patients with previously untreated follicular lymphoma.", "priorLines", "0"),
        (
            "Stratified by previously untreated patients and patients with recurrence, this trial ran.",
            "priorLines",
            None,
        ),
        ("Funding: Sanofi.", "sponsor", "Sanofi"),
        ("The trial was funded by Janssen Research & Development.", "sponsor", "Janssen"),
        ("We studied adults. Patients with multiple myeloma were enrolled.", "studies", "multiple myeloma"),
        (
            "We studied breast cancer. Women with metastatic disease and breast cancer took part.",
            "studies",
            "breast cancer",
        ),
        ("This trial is registered, number NCT01080391.", "registryId", "NCT01080391"),
    ],
)
def test_value(text: str, attribute: str, value: object) -> None:
    assert values(text, attribute) == ([] if value is None else [value])


def test_names_of_sponsors_are_whole() -> None:
    text = "Funding: Cancer Research UK (grant 7), Ligue Nationale Contre le Cancer, Sanofi-Aventis, Pfizer, and Roche."
    assert values(text, "sponsor") == [
        "Cancer Research UK", "Ligue Nationale Contre le Cancer", "Sanofi", "Pfizer", "Roche",
    ]  # fmt: skip


def test_mixed_history_gives_no_number_of_lines() -> None:
    assert values("Patients who were previously untreated or had relapsed were eligible.", "priorLines") == []


def test_statement_belongs_to_the_trial_beside_it() -> None:
    text = "This study is registered (NCT01564537). It followed the phase 2 SIRIUS trial and the phase 3 CASTOR trial."
    phases = {a.trial.name: a.value for a in attributes_of(text) if a.attribute == "phase"}
    assert phases == {"SIRIUS": "2", "CASTOR": "3"}


def test_lines_of_a_registry_record() -> None:
    text = (
        "Registry number: NCT02076009.\n\nAcronym: POLLUX.\n\nSponsor: Janssen.\n\nPhase: phase 3.\n\n"
        "Allocation: randomized.\n\nMasking: none (open-label).\n\nEnrollment: 569 participants (actual)."
    )
    told = attributes_of(text, "Daratumumab in relapsed myeloma")
    assert {a.trial.name for a in told} == {"POLLUX"}
    found = {(a.attribute, a.value.name if isinstance(a.value, Concept) else a.value) for a in told}
    assert found >= {
        ("registryId", "NCT02076009"), ("sponsor", "Janssen"), ("phase", "3"), ("design", "randomized"),
        ("design", "open-label"), ("enrolled", 569),
    }  # fmt: skip


def test_a_review_says_nothing_of_a_trial_of_its_own() -> None:
    text = (
        "Trials are many. Two randomised, open-label trials were done in new (POLLUX) or old myeloma (CASTOR). "
        "The POLLUX study and the CASTOR study enrolled adults. A phase 2 study is ongoing."
    )
    told = {(a.trial.name, a.value) for a in attributes_of(text) if a.attribute in ("design", "phase")}
    assert told == {(name, value) for name in ("POLLUX", "CASTOR") for value in ("randomized", "open-label")}


def test_diseases_joined_by_or_are_both_studied() -> None:
    found = attributes_of("We ran a trial.", title="")
    assert not [a for a in found if a.attribute == "studies"]
    text = "A phase 2 trial in patients with follicular lymphoma or marginal zone lymphoma."
    assert values(text, "studies") == ["follicular lymphoma", "marginal zone lymphoma"]


def test_what_patients_are_called_by_is_studied() -> None:
    told = "The first 900 breast cancer patients of this trial were evaluated. "
    assert values(f"{told}Nodes were seen in patients with macrometastases.", "studies") == ["breast cancer"]
    told = "This trial was done in hospitals. We asked for the proportion of breast cancer patients among those seen."
    assert values(told, "studies") == []


def test_the_design_of_trials_compared_with_is_not_that_of_the_trial() -> None:
    text = "This was a multicenter trial. Fractures were fewer than with placebo in randomized phase III trials."
    assert values(text, "design") == ["multicenter"]
    assert values(text, "phase") == []


def test_an_organization_is_no_disease_studied() -> None:
    for body in ("Danish Colorectal Cancer Study Group", "European Cutaneous Lymphoma Task Force"):
        assert values(f"Olaparib for ovarian cancer: a trial of the {body}.", "studies") == ["ovarian cancer"]


def test_prior_treatment_of_a_subgroup_is_not_that_of_the_trial() -> None:
    assert values("In a subgroup of patients with no prior therapy, olaparib did better.", "priorLines") == []
    assert values("This trial took patients with progression on prior abiraterone.", "priorLines") == [">=1"]


def test_trials_reported_together_share_sponsor_and_ratio() -> None:
    title = "Olaparib for ovarian cancer (SOLO1 and SOLO2): two randomised trials."
    text = f"{title}\n\nPatients were randomly assigned (2:1) to olaparib or placebo.\n\nFUNDING: AstraZeneca."
    found = [(a.trial.name, a.attribute) for a in attributes_of(text, title)]
    for trial in ("SOLO1", "SOLO2"):
        assert {(trial, "sponsor"), (trial, "randomizationRatio")} <= set(found)


def test_a_title_with_other_hyphens_than_the_cleaned_text() -> None:
    title = "Randomized phase III trial of first\N{HYPHEN}line olaparib in ovarian cancer"
    text = f"{title.replace(chr(0x2010), '-')}\nWomen took tablets."
    assert [a.value for a in attributes_of(text, title) if a.attribute == "phase"] == ["3"]


def test_followed_until_a_date_is_a_cutoff() -> None:
    assert values("We followed up patients until March 31, 2011.", "dataCutoff") == ["2011-03-31"]


def test_hospitals_of_one_country() -> None:
    text = "The study ran in 19 hospitals in the Netherlands, enrolling 210 women."
    assert values(text, "countryCount") == [1]
    assert values("The study ran in 19 hospitals in Italy, Slovenia and Spain.", "countryCount") == []


def test_first_line_in_the_title() -> None:
    found = attributes_of("We ran a trial.", "First-line erlotinib in lung cancer: a phase 3 trial")
    assert not found
    text = "First-line erlotinib in lung cancer: a phase 3 trial.\n\nWe ran a trial."
    assert [a.value for a in attributes_of(text) if a.attribute == "priorLines"] == ["0"]
    text = "Erlotinib after first-line cisplatin in lung cancer: a phase 3 trial.\n\nWe ran a trial."
    assert [a.value for a in attributes_of(text) if a.attribute == "priorLines"] == []


@pytest.mark.parametrize(
    ("text", "attribute", "expected"),
    [
        ("Cancer Research UK (C1491), Pfizer, and Roche.", "sponsor", ["Cancer Research UK", "Pfizer", "Roche"]),
        ("Funding: Pfizer, Heart and Stroke Fund, and Roche.", "sponsor", ["Pfizer", "Heart and Stroke Fund", "Roche"]),
        ("Funding: Pfizer and Roche.", "sponsor", ["Pfizer", "Roche"]),
        ("This study ran in 14 hospitals in Japan and nine in Korea.", "siteCount", [23]),
        ("This study ran in 14 hospitals in Japan and nine in Korea.", "countryCount", []),
        ("This study ran in 14 hospitals in Japan and enrolled nine men in May.", "siteCount", [14]),
        ("We did a trial. It worked. AstraZeneca, the Dutch Cancer Society, and the National Health and Medical "
         "Research Council.", "sponsor",
         ["AstraZeneca", "Dutch Cancer Society", "National Health and Medical Research Council"]),
        ("We did a trial. It worked. American Society of Clinical Oncology.", "sponsor", []),
        ("FUNDING: Advanced Accelerator Applications, a Novartis company.", "sponsor",
         ["Advanced Accelerator Applications"]),
        ("(Funded by Merck Sharp and Dohme, a wholly owned subsidiary of Merck.)", "sponsor", ["Merck & Co."]),
        ("(Funded by F. Hoffmann-La Roche/Genentech.)", "sponsor", ["Roche", "Genentech"]),
        ("We thank the nurses. Published by Elsevier, Amsterdam.", "sponsor", []),
        ("All had progressed on one or two prior ETs.", "priorLines", ["1-2"]),
        ("In each group, 9% of participants had ≥1 treatment-emergent infection.", "priorLines", []),
        ("Patients in the first-line setting got gemcitabine.", "priorLines", ["0"]),
        ("Montelukast in asthmatic children: the study began in May.", "studies", ["asthma"]),
        ("Statins and cancer incidence. Adults (aged 40-80 years) with diabetes took simvastatin.", "studies",
         ["diabetes mellitus"]),
        ("Patients were randomly assigned to vaccine (arm V; n = 432) or placebo (arm P; n = 433).", "design",
         ["randomized", "placebo-controlled"]),
        ("This was a prospective open\N{HYPHEN}label study.", "design", ["open-label"]),
        ("Adults with class II heart failure had enalapril. More patients with hypotension had stopped.", "studies",
         ["heart failure"]),
        ("People admitted to hospital with influenza had oseltamivir.", "studies", ["influenza"]),
        ("Adults who did not have diabetes had semaglutide.", "studies", []),
        ("The primary composite outcome was stroke or death.", "primaryEndpoint", ["stroke or death"]),
        ("In LEADER, 9340 patients with type 2 diabetes received liraglutide or placebo.", "enrolled", [9340]),
        ("Over a median of 3.8 years, few died.", "medianFollowUp", [Decimal("45.6")]),
        ("Intergroup trial E2603 randomized patients to carboplatin or sorafenib.", "design", ["randomized"]),
        ("In these two trials, conducted in Germany, patients will be recruited.", "countryCount", [1]),
    ],
)  # fmt: skip
def test_further_wordings(text: str, attribute: str, expected: list[object]) -> None:
    assert values(text, attribute) == expected


def test_each_trial_has_its_own_patients_and_endpoints() -> None:
    text = (
        "Adalimumab in two trials (ADMYRA and ADACCESS). ADACCESS included 465 patients with psoriasis, whereas ADMYRA "
        "included 353 patients with rheumatoid arthritis. The primary endpoint was safety in the ADMYRA trial."
    )
    found = {(a.trial.name, a.attribute, getattr(a.value, "name", a.value)) for a in attributes_of(text)}
    assert {
        ("ADACCESS", "studies", "psoriasis"), ("ADMYRA", "studies", "rheumatoid arthritis"),
        ("ADACCESS", "enrolled", 465), ("ADMYRA", "enrolled", 353), ("ADMYRA", "primaryEndpoint", "safety"),
    } <= found  # fmt: skip
    assert len([f for f in found if f[1] in ("studies", "enrolled")]) == 4


@pytest.mark.parametrize(
    "text",
    [
        "Design Double blind, placebo controlled, randomised phase 3 trial. Setting 51 hospitals in Italy.",
        "Design, Setting, and Participants Double-blind, placebo-controlled, phase 3 randomized trial at 51 sites.",
        "The company told of a phase 3, randomised, double-blind and placebo-controlled trial of ramipril. "
        "It ran at 51 sites.",
    ],
)
def test_the_design_under_a_label_or_in_an_announcement(text: str) -> None:
    assert {"double-blind", "placebo-controlled", "randomized"} <= set(values(text, "design"))
    assert (values(text, "phase"), values(text, "siteCount")) == (["3"], [51])


def test_the_phase_of_the_trial_not_of_what_led_to_it() -> None:
    text = (
        "Ramipril in diabetes. In a randomized phase 2 trial, ramipril reduced stroke in patients with diabetes. "
        "Patients in this phase 3 trial were women."
    )
    assert values(text, "phase") == ["3"]


def test_the_follow_up_of_each_arm() -> None:
    told = "Median follow-up in the A group was 30.6 months (IQR 15-47) and 28.2 months (IQR 9-46) in the B group."
    assert values(told, "medianFollowUp") == [Decimal("30.6"), Decimal("28.2")]
    told = "Median follow-up was 30.6 months, and 28.2 months of treatment were given in the melphalan group."
    assert values(told, "medianFollowUp") == [Decimal("30.6")]


def test_the_disease_of_those_who_were_counted() -> None:
    told = "A walk a day. In all, 63 gastric cancer patients were recruited. "
    assert values(f"{told}Walking helped before in surgery for colorectal cancer.", "studies") == ["gastric cancer"]
    told = "A walk a day. In all, 63 patients were recruited in a gastric cancer clinic. "
    assert values(f"{told}They walked after surgery for colorectal cancer.", "studies") == ["colorectal cancer"]


def test_letters_of_a_disease_may_name_a_trial() -> None:
    assert values("Views on CAP (Cluster trial of tests for Prostate cancer). Men were randomised.", "studies") == [
        "prostate cancer"
    ]
    assert values("Patients with CAP (community-acquired pneumonia) were randomised in this trial.", "studies") == [
        "community-acquired pneumonia"
    ]
