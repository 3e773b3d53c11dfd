"""How many patients a trial had, among all the numbers of patients that a text gives."""

import pytest
from attribute_values import values


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("A total of 302 patients were randomly assigned.", 302),
        ("Asthma was treated. Of the 302 patients, 120 were women.", 302),
        ("Asthma was treated. Of the 302 patients with eczema, 120 were women.", None),
        ("This trial was conducted in 19 hospitals, enrolling 210 women. In all, 206 women were evaluable.", 210),
        ("Our study was a randomized trial that involved 89 women with breast cancer.", 89),
        ("297 of 401 assessed patients were randomized in this trial.", 297),
        ("We enrolled 1,034 patients in the trial.", 1034),
        ("Our trial is over. 84 patients were stratified by stage and randomized to receive A or B.", 84),
        ("Our trial is over. Fischer 344 rats (n = 60) were randomly assigned to four groups.", None),
        ("In this trial, 22 of these survivors and eight nurses took part in the interview study.", None),
        ("Asthma was treated. Thirty patients with asthma were anesthetized with propofol in this trial.", 30),
        ("Data from 1,034 patients enrolled at 90 sites were analysed in this trial.", 1034),
        ("This trial is over. As of May 2020, 71 patients had received at least one dose.", 71),
        ("Accrual to this trial ended after 212 of the planned 400 patients had been enrolled.", 212),
        ("TOKYO, May 3, 2020 - Patients received olaparib in a trial.", None),
        ("The trial was closed after inclusion of 167 eligible patients.", 167),
        ("In 2,098 patients randomly assigned, survival was alike.", 2098),
        ("In this trial, asthma patients (n = 569) were randomized to A or B.", 569),
        ("Of 84 patients randomly assigned to tamoxifen, eight (10%) had an infection.", None),
        ("In FLAURA, 556 patients were randomized to osimertinib, 80 mg daily, or gefitinib.", 556),
        ("In all, 356 patients with stage I (but not T1), II and IIIA cancer were assigned to either A or B.", 356),
        ("In all, 140 resected stage IIIA non-small cell lung cancer patients were randomly assigned.", 140),
        ("In all, 1,034 women with a risk above 1.6% (67% of them old) were randomly assigned.", 1034),
        ("Accrual was terminated at 338 of 2,150 planned patients in this trial.", 338),
        ("Two hundred and sixty-nine women were randomised.", 269),
        ("Six hundred sixteen patients underwent randomization.", 616),
        ("We randomly assigned (in a 2:1 ratio) 616 patients.", 616),
        ("Of 412 patients screened, 350 with asthma were randomised.", 350),
        ("The intention-to-treat population comprised 204 patients.", 204),
        ("In this trial, 204 patients were accrued.", 204),
        ("Among 312 patients enrolled, 30% had a fracture.", 312),
        ("The drug was compared with placebo. Subjects (n = 70) with arthritis took it for 12 weeks.", 70),
        ("The drug was compared with placebo. Of subjects (n = 70) with arthritis, half took it.", None),
        ("Our randomised trial was conducted in 51 men with prostate cancer.", 51),
        ("The trial was short. Patients with breast cancer (N = 179) were randomly assigned.", 179),
        ("This is a trial. Seventy women with early breast cancer received tamoxifen or placebo.", 70),
        ("Lipids were measured in 235 women with obesity who participated in a trial of tamoxifen.", 235),
        ("We report a trial in which 437 women with cancer received tamoxifen or not.", 437),
        ("This trial has been reported before, in which 437 women received tamoxifen or not.", 437),
        ("A randomized trial (NCT09999999) includes 40 women.", 40),
        ("This trial is small. A convenience sample of 120 patients was recruited.", 120),
        ("This trial is small. Samples of 120 patients were included.", None),
        ("Of 569 patients enrolled, 286 took daratumumab.", 569),
        ("189 patients were screened and 156 were enrolled.", 156),
        ("Of 189 patients assessed for eligibility, 156 were randomly assigned to olaparib or placebo.", 156),
        ("In all, 189 patients were assessed for eligibility, of whom 156 were enrolled and randomly assigned.", 156),
        ("A total of 189 patients were assessed for eligibility, 156 of whom underwent randomization.", 156),
        ("Between 2014 and 2016, 189 patients provided informed consent, and 156 were randomised.", 156),
        ("A total of 189 patients were screened at 20 sites.", None),
        ("This study compared temozolomide and procarbazine in 225 patients with glioma.", 225),
        ("We randomly allocated 145 patients to eltrombopag or placebo.", 145),
        ("This trial involved 457 adults with lymphoma.", 457),
        ("Sixty-eight women with breast cancer were allocated randomly to two groups.", 68),
        ("We did a randomised controlled trial with 148 patients.", 148),
        ("Among 60 eligible patients, 29 were randomized to placebo and 31 to olaparib.", 60),
        ("Survival was updated for the whole population (n=80).", 80),
        ("METHODS Patients with asthma (n = 87) were randomized.", 87),
        ("This is a trial. Forty women participated (letrozole, 19; placebo, 21).", 40),
        ("This is a trial. Forty women participated in the interviews.", None),
        (
            "Since 1996, 198 patients entered the trial. Ninety patients (group A) were randomized to cisplatin.",
            198,
        ),
        ("Of the 85 women at risk who entered the trial, one fell ill.", None),
        ("Overall, 44 of 310 invited women participated in this trial.", 44),
        ("In this trial, women recruited 2005-2007 took aspirin.", None),
        ("Toxicity in the 20 enrolled patients was mild.", 20),
        ("The drug was safe. Patients (n = 507) received it.", 507),
        ("Forty patients were randomized in arm A and 45 patients in arm B.", None),
        ("Sixty women received olaparib, 58 received placebo.", None),
        ("We randomly assigned 30 patients to receive olaparib and 32 to receive placebo.", None),
        ("Planned for 90 patients, the trial was stopped after 49 patients were enrolled.", 49),
        ("The trial ran in 10 countries, and patients were enrolled there.", None),
        (
            "We ran a trial. Jaundice befell 95 patients. Of these, 82 were randomly assigned thioguanine.",
            None,
        ),
        ("We recruited adults. Of these, 82 were randomly assigned to one of two drugs.", 82),
        ("We studied women. Of these, 70 were randomised to the letrozole group.", None),
        ("This trial was kind: 189 women were treated with letrozole, and 190 with tamoxifen.", None),
        ("Those who responded at week 12 were randomized 1:1.", None),
        ("In all, 56 patients received irinotecan and 58 etoposide.", None),
        ("The trial was small. Nineteen men (12 evaluable) with sarcoma, 5 of them old, underwent surgery.", 19),
        ("A trial of zinc. Ninety women with a median age of 59 years were followed for 5 years. Forty died.", 90),
        ("A trial of zinc. Ninety women were screened and treated.", None),
        ("Of 200 women in this trial, some died. Ninety women underwent surgery.", None),
        ("In this trial, 24 women came first. In addition to these patients, 110 women were randomly assigned.", None),
        ("Of 2028 men enrolled, 992 men were randomized to receive surgery alone and 917 were followed.", 2028),
        ("In all, 300 men were randomised to surgery alone (n = 150) or surgery with goserelin (n = 150).", 300),
        ("Seventy women (35 in each arm) took part in this randomized study.", 70),
        ("The trial accrued 244 patients.", 244),
        ("In this trial 205 men were assessed for eligibility and randomly assigned to treatment.", 205),
        ("A trial of amsacrine. Ninety children with acute leukemia (60 with ALL, 30 with ANLL) received it.", 90),
        ("Women (N=13388) at high risk were randomly assigned to tamoxifen or placebo.", 13388),
        ("Fifty young adult survivors of childhood cancer were randomized to atorvastatin or placebo.", 50),
        ("We did a trial. Subjects included 45 men with hypertension.", 45),
        ("We pooled data from three trials in a total of 2680 patients.", None),
        ("Between 2004 and 2010, 180 patients (90 in each group) were enrolled.", 180),
        ("Ninety patients (control group) were enrolled.", None),
        ("In the trial involving 950 women with a uterus, some were randomized.", None),
    ],
)
def test_size(text: str, size: int | None) -> None:
    assert values(text, "enrolled") == ([] if size is None else [size])


def test_the_size_of_two_trials_is_that_of_neither() -> None:
    text = "In all, 624 women were randomised in the ABCSG 8 and BIG 1-98 trials."
    assert values(text, "enrolled") == []


@pytest.mark.parametrize(
    "text",
    [
        "Fifty-seven patients were randomised to letrozole 2.5 mg and 59 were randomised to tamoxifen.",
        "Here 119 patients with cancer were randomised in one trial and 202 women aged 35 years were randomised.",
    ],
)
def test_one_of_two_counts_is_not_the_size_of_the_trial(text: str) -> None:
    assert values(text, "enrolled") == []


def test_size_of_one_group_is_not_the_size_of_the_trial() -> None:
    assert values("247 patients were randomized to ibrutinib and 244 to ofatumumab.", "enrolled") == []


def test_those_who_died_are_not_the_size_of_the_trial() -> None:
    assert values("At the data cutoff, a total of 237 patients had died.", "enrolled") == []
