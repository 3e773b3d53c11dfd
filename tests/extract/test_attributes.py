"""Properties of trials read from sentences about real trials."""

from decimal import Decimal

import pytest
from trialgraph.extract.attributes import read_attributes
from trialgraph.extract.language.pipeline import load_pipeline
from trialgraph.extract.trials import find_trials
from trialgraph.ontology.document import Document
from trialgraph.ontology.facts import Concept, TrialAttribute


def attributes_of(text: str, title: str = "") -> list[TrialAttribute]:
    document = Document(identifier="a", source="a.txt", text=text, title=title)
    doc = load_pipeline()(text)
    candidates = list(read_attributes(doc, document, find_trials(doc, document)))
    for candidate in candidates:
        assert 0 <= candidate.start < candidate.end <= len(text)
    return [c.claim for c in candidates if isinstance(c.claim, TrialAttribute)]


def values(text: str, attribute: str) -> list[object]:
    found = [a.value for a in attributes_of(text) if a.attribute == attribute]
    return [value.name if isinstance(value, Concept) else value for value in found]


@pytest.mark.parametrize(
    ("text", "phase"),
    [
        ("This phase III study compared two drugs.", "3"),
        ("We did a randomised, phase 2/3 trial at 202 centres.", "2/3"),
        ("In this open-label phase 1b study, patients received isatuximab.", "1b"),
        ("This was a randomized phase \N{ROMAN NUMERAL THREE} clinical study.", "3"),
        ("CASTOR was a phase 3 trial of daratumumab.", "3"),
    ],
)
def test_phase(text: str, phase: str) -> None:
    assert values(text, "phase") == [phase]


def test_phase_of_somebody_elses_study_is_not_told_of_this_one() -> None:
    assert values("The drug had shown activity in an earlier phase II trial.", "phase") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This was a multicentre, open-label, randomised study.", {"multicenter", "open-label", "randomized"}),
        ("Patients were randomly assigned to olaparib or placebo.", {"randomized", "placebo-controlled"}),
        ("We did a double-blind, placebo-controlled trial.", {"double-blind", "placebo-controlled"}),
        ("This single-arm, dose-escalation study enrolled adults.", {"single-arm", "dose-escalation"}),
        ("In this trial patients, investigators and staff were masked to treatment.", {"double-blind"}),
        ("This was a non-randomised study.", set()),
        ("We studied adults with glioma in a randomized clinical trial.", {"randomized"}),
        ("This multi-institutional phase 2 trial tested two doses.", {"multicenter"}),
        ("This open, prospective, randomised study compared two drugs.", {"open-label", "randomized"}),
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
        ("A total of 302 patients were randomly assigned.", "enrolled", 302),
        ("297 of 401 assessed patients were randomized in this trial.", "enrolled", 297),
        ("We enrolled 1,034 patients in the trial.", "enrolled", 1034),
        ("In all, 1,034 women with a risk above 1.6% (67% of them old) were randomly assigned.", "enrolled", 1034),
        ("Accrual was terminated at 338 of 2,150 planned patients in this trial.", "enrolled", 338),
        ("Two hundred and sixty-nine women were randomised.", "enrolled", 269),
        ("Six hundred sixteen patients underwent randomization.", "enrolled", 616),
        ("We randomly assigned (in a 2:1 ratio) 616 patients.", "enrolled", 616),
        ("Of 412 patients screened, 350 with asthma were randomised.", "enrolled", 350),
        ("The intention-to-treat population comprised 204 patients.", "enrolled", 204),
        ("In this trial, 204 patients were accrued.", "enrolled", 204),
        ("Among 312 patients enrolled, 30% had a fracture.", "enrolled", 312),
        ("Our randomised trial was conducted in 51 men with prostate cancer.", "enrolled", 51),
        ("The trial was short. Patients with breast cancer (N = 179) were randomly assigned.", "enrolled", 179),
        ("This is a trial. Seventy women with early breast cancer received tamoxifen or placebo.", "enrolled", 70),
        ("Lipids were measured in 235 women with obesity who participated in a trial of tamoxifen.", "enrolled", 235),
        ("In this trial, after a median of 5 years, 12 patients had relapsed.", "medianFollowUp", Decimal("60.0")),
        ("Of 569 patients enrolled, 286 took daratumumab.", "enrolled", 569),
        ("189 patients were screened and 156 were enrolled.", "enrolled", 156),
        ("This study compared temozolomide and procarbazine in 225 patients with glioma.", "enrolled", 225),
        ("We randomly allocated 145 patients to eltrombopag or placebo.", "enrolled", 145),
        ("This trial involved 457 adults with lymphoma.", "enrolled", 457),
        ("Sixty-eight women with breast cancer were allocated randomly to two groups.", "enrolled", 68),
        ("We did a randomised controlled trial with 148 patients.", "enrolled", 148),
        ("Among 60 eligible patients, 29 were randomized to placebo and 31 to olaparib.", "enrolled", 60),
        ("Survival was updated for the whole population (n=80).", "enrolled", 80),
        (
            "Since 1996, 198 patients entered the trial. Ninety patients (group A) were randomized to cisplatin.",
            "enrolled",
            198,
        ),
        ("Of the 85 women at risk who entered the trial, one fell ill.", "enrolled", None),
        ("Overall, 44 of 310 invited women participated in this trial.", "enrolled", 44),
        ("In this trial, women recruited 2005-2007 took aspirin.", "enrolled", None),
        ("Toxicity in the 20 enrolled patients was mild.", "enrolled", 20),
        ("The drug was safe. Patients (n = 507) received it.", "enrolled", 507),
        ("Forty patients were randomized in arm A and 45 patients in arm B.", "enrolled", None),
        ("This trial was conducted in China.", "countryCount", 1),
        ("All patients were randomized by 1\N{RATIO}1 to two drugs.", "randomizationRatio", "1:1"),
        ("Sixty women received olaparib, 58 received placebo.", "enrolled", None),
        ("We randomly assigned 30 patients to receive olaparib and 32 to receive placebo.", "enrolled", None),
        ("Planned for 90 patients, the trial was stopped after 49 patients were enrolled.", "enrolled", 49),
        ("The trial ran in 10 countries, and patients were enrolled there.", "enrolled", None),
        (
            "We ran a trial. Jaundice befell 95 patients. Of these, 82 were randomly assigned thioguanine.",
            "enrolled",
            None,
        ),
        ("We recruited adults. Of these, 82 were randomly assigned to one of two drugs.", "enrolled", 82),
        ("We studied women. Of these, 70 were randomised to the letrozole group.", "enrolled", None),
        ("This trial was kind: 189 women were treated with letrozole, and 190 with tamoxifen.", "enrolled", None),
        ("We treated children in the UK and Ireland.", "countryCount", None),
        ("We treated children diagnosed in the UK and Ireland.", "countryCount", 2),
        ("This trial was conducted in Japan, South Korea, and Taiwan.", "countryCount", 3),
        ("The UK TACT trial was large.", "countryCount", 1),
        ("The median follow-up of this trial was 17 (range 1-39) months.", "medianFollowUp", Decimal(17)),
        ("Interferon in the first-line treatment of ovarian cancer: this trial was small.", "priorLines", "0"),
        ("This study ran at 127 hospitals in 18 countries.", "siteCount", 127),
        ("This study ran at 127 hospitals in 18 countries.", "countryCount", 18),
        ("Adults were randomly assigned (3:2).", "randomizationRatio", "3:2"),
        ("Patients were assigned in a 2-to-1 ratio after randomization 2:1.", "randomizationRatio", "2:1"),
        ("Data cutoff was 7 February 2020.", "dataCutoff", "2020-02-07"),
        ("The clinical cut-off date was Oct 11, 2018.", "dataCutoff", "2018-10-11"),
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


def test_endpoints_in_words_of_their_own() -> None:
    text = (
        "The primary endpoint was mean leukocyte count within 6 weeks from entry. Secondary endpoints included other "
        "acute hematotoxicity, infection rate, event-free, and overall survival. They were all reported."
    )
    assert values(text, "primaryEndpoint") == ["mean leukocyte count within 6 weeks from entry"]
    assert set(values(text, "secondaryEndpoint")) == {
        "acute hematotoxicity", "infection rate", "event-free survival", "overall survival",
    }  # fmt: skip


def test_what_an_endpoint_is_composed_of_is_no_endpoint() -> None:
    text = "The primary outcome was breast cancer events (new primary cancer, recurrence, or death). They were rare."
    assert values(text, "primaryEndpoint") == ["breast cancer events"]
    assert values("The primary outcome was occurrence of breast cancer.", "primaryEndpoint") == [
        "occurrence of breast cancer"
    ]


def test_size_of_one_group_is_not_the_size_of_the_trial() -> None:
    assert values("247 patients were randomized to ibrutinib and 244 to ofatumumab.", "enrolled") == []


def test_mixed_history_gives_no_number_of_lines() -> None:
    assert values("Patients who were previously untreated or had relapsed were eligible.", "priorLines") == []


@pytest.mark.parametrize(
    ("text", "primary", "secondary"),
    [
        ("Its primary endpoint was progression-free survival.", {"PFS"}, set()),
        ("Overall survival was the primary end point.", {"OS"}, set()),
        ("The primary endpoint was overall survival; secondary endpoints included safety.", {"OS"}, {"safety"}),
        ("Among secondary end points were overall survival and duration of response.", set(), {"OS", "DOR"}),
        ("The primary endpoint was not met.", set(), set()),
        ("The primary endpoint was overall survival, with safety as secondary endpoint.", {"OS"}, {"safety"}),
    ],
)
def test_endpoints(text: str, primary: set[str], secondary: set[str]) -> None:
    found = attributes_of(text)
    short = {"progression-free survival": "PFS", "overall survival": "OS", "duration of response": "DOR"}
    for attribute, expected in (("primaryEndpoint", primary), ("secondaryEndpoint", secondary)):
        named = {a.value.name for a in found if a.attribute == attribute and isinstance(a.value, Concept)}
        assert {short.get(name, name) for name in named} == expected


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


def test_the_design_of_trials_compared_with_is_not_that_of_the_trial() -> None:
    text = "This was a multicenter trial. Fractures were fewer than with placebo in randomized phase III trials."
    assert values(text, "design") == ["multicenter"]
    assert values(text, "phase") == []


def test_an_organization_is_no_disease_studied() -> None:
    text = "Olaparib for ovarian cancer: a trial of the Danish Colorectal Cancer Study Group."
    assert values(text, "studies") == ["ovarian cancer"]


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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The primary end point was the time to the first asthma worsening.", ["time to the first asthma worsening"]),
        ("Secondary endpoints included radiographic progression-free survival (rPFS).",
         ["radiographic progression-free survival"]),
    ],
)  # fmt: skip
def test_endpoints_in_the_documents_own_words(text: str, expected: list[str]) -> None:
    assert [v for kind in ("primaryEndpoint", "secondaryEndpoint") for v in values(text, kind)] == expected


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
        ("FUNDING: Advanced Accelerator Applications, a Novartis company.", "sponsor",
         ["Advanced Accelerator Applications"]),
        ("(Funded by F. Hoffmann-La Roche/Genentech.)", "sponsor", ["Roche", "Genentech"]),
        ("We thank the nurses. Published by Elsevier, Amsterdam.", "sponsor", []),
        ("All had progressed on one or two prior ETs.", "priorLines", ["1-2"]),
        ("In each group, 9% of participants had ≥1 treatment-emergent infection.", "priorLines", []),
        ("Patients in the first-line setting got gemcitabine.", "priorLines", ["0"]),
        ("Montelukast in asthmatic children: the study began in May.", "studies", ["asthma"]),
        ("Statins and cancer incidence. Adults (aged 40-80 years) with diabetes took simvastatin.", "studies",
         ["diabetes mellitus"]),
        ("Those who responded at week 12 were randomized 1:1.", "enrolled", []),
        ("In all, 56 patients received irinotecan and 58 etoposide.", "enrolled", []),
        ("We pooled data from three trials in a total of 2680 patients.", "enrolled", []),
        ("The primary end point was time to psoriasis relapse.", "primaryEndpoint", ["time to psoriasis relapse"]),
        ("Mean (SD) change in weight (primary outcome) was 3 kg.", "primaryEndpoint", []),
        ("The primary efficacy variable was overall survival.", "primaryEndpoint", ["overall survival"]),
        ("Main outcome measures: overall survival.", "primaryEndpoint", ["overall survival"]),
        ("Main outcomes: The primary outcome was safety. Other outcomes included overall survival.",
         "primaryEndpoint", ["safety"]),
        ("Secondary end points included pain-free survival.", "secondaryEndpoint", ["pain-free survival"]),
        ("Patients were randomly assigned to vaccine (arm V; n = 432) or placebo (arm P; n = 433).", "design",
         ["randomized", "placebo-controlled"]),
        ("This was a prospective open\N{HYPHEN}label study.", "design", ["open-label"]),
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
