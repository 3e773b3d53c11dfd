"""Which trials are named, which is reported, and which is in force."""

import pytest
from trialgraph.extract.language.pipeline import load_pipeline
from trialgraph.extract.trials import Trials, find_trials
from trialgraph.extract.trials.names import normal_number
from trialgraph.ontology.document import Document
from trialgraph.ontology.facts import Trial, TrialArm, TrialAttribute


def trials_of(text: str, title: str = "") -> Trials:
    return find_trials(load_pipeline()(text), Document(identifier="a", source="a.txt", text=text, title=title))


@pytest.mark.parametrize(
    ("text", "name", "numbers"),
    [
        ("Daratumumab in myeloma (POLLUX): a phase 3 trial. Registered as NCT02076009.", "POLLUX", ("NCT02076009",)),
        ("In the phase 3 ASPIRE trial (NCT01080391), carfilzomib was added.", "ASPIRE", ("NCT01080391",)),
        ("Pomalidomide after lenalidomide (OPTIMISMM): a randomised, phase 3 trial.", "OPTIMISMM", ()),
        ("Part 2 of the GEN501 study treated 42 patients.", "GEN501", ()),
        ("CASTOR was a randomised phase 3 study of daratumumab.", "CASTOR", ()),
        ("Patients entered CheckMate 025, a phase 3 study of nivolumab.", "CheckMate 025", ()),
        ("The results of the KEYNOTE-006 study favoured pembrolizumab.", "KEYNOTE-006", ()),
        ("The LUX-Lung 7 trial compared afatinib with gefitinib.", "LUX-Lung 7", ()),
        ("We treated women. Identifier: NCT01234567Supplemental data are online.", "", ("NCT01234567",)),
        ("This trial is registered with ISRCTN, number ISRCTN 49407852.", "", ("ISRCTN49407852",)),
        ("The study is registered (EudraCT 2010-022340-22 and NCT01564537).", "", ("2010-022340-22", "NCT01564537")),
        ("In this trial (SAKK 32/98), cladribine was given weekly.", "SAKK 32/98", ()),
        ("EORTC 40983 was a phase 3 trial of perioperative FOLFOX4.", "EORTC 40983", ()),
        ("We report CALGB 40603, a phase 2 study of carboplatin.", "CALGB 40603", ()),
        ("Chemoradiation was tested in the RTOG 0617 trial.", "RTOG 0617", ()),
        ("Letrozole was given to women (BIG 1-98).", "BIG 1-98", ()),
        ("Patients were ECOG 0-1 or ECOG PS0-1; EORTC QLQ-C30, EORTC C30 and EORTC 2003 forms were used.", "", ()),
        ("We treated women. Current Controlled Trials ISRCTN49407852.", "", ("ISRCTN49407852",)),
        (
            "It is registered with International Standard Randomised Controlled Trial Number 26727615, with the name "
            "ALL97.",
            "ALL97",
            ("ISRCTN26727615",),
        ),
        ("Conditioning was milder in a randomised trial (BMT CTN 0901).", "BMT CTN 0901", ()),
        ("We did a phase 3 study (SIRROUND-D) of sirukumab.", "SIRROUND-D", ()),
        ("PARIS, Dec 3, 2023 - Isatuximab was studied in a phase 3 trial.", "", ()),
        ("CAMBRIDGE, Mass. and LONDON -- Isatuximab was studied in a phase 3 trial.", "", ()),
        ("WARNINGS AND PRECAUTIONS: Isatuximab was studied in a phase 3 trial.", "", ()),
        ("(Funded by Roche; PEMPHIX ClinicalTrials.gov number, NCT02383589.)", "PEMPHIX", ("NCT02383589",)),
        ("In breast cancer after trastuzumab (DESTINY-Breast03, phase 3), T-DXd was given.", "DESTINY-Breast03", ()),
        ("Vedotin did well in lymphoma (ECHELON-1; a randomized trial).", "ECHELON-1", ()),
        ("Clarity AD was an 18-month, double-blind trial.", "", ()),
        ("Lymphoma is kept at bay, according to results of POLARIX.", "POLARIX", ()),
        ("Patients of the New EPOC trial had liver metastases. The New EPOC trial was stopped.", "New EPOC", ()),
        ("Patients had stage III disease; the FDA approved the MRD study.", "", ()),
    ],
)
def test_reported_trial(text: str, name: str, numbers: tuple[str, ...]) -> None:
    assert trials_of(text).main == Trial(name, numbers)


@pytest.mark.parametrize(
    "number",
    ["NCT03275285", "ISRCTN49407852", "ACTRN12612000070864", "ChiCTR-TRC-13003260", "DRKS00003930", "jRCT2080224129",
     "UMIN000002789", "CTRI/2010/091/000234", "NTR1234", "2012-003593-51", "2022-501234-12-00"],
)  # fmt: skip
def test_numbers_of_every_registry(number: str) -> None:
    assert trials_of(f"The study is registered, number {number}.").main.registry_ids == (normal_number(number),)


def test_an_old_number_of_a_registry_told_in_words() -> None:
    text = "Tamoxifen was given. UMIN Clinical Trials Registry C000000321"
    assert trials_of(text).main.registry_ids == ("UMIN000000321",)


def test_a_cited_trial_is_not_the_reported_one() -> None:
    trials = trials_of("This study is registered (NCT01564537). In the ASPIRE trial, survival was longer.")
    assert trials.main == Trial("", ("NCT01564537",))
    assert Trial("ASPIRE") in trials.all


def test_another_number_is_another_trial() -> None:
    text = (
        "Ixazomib in myeloma (TOURMALINE-MM1). This trial is registered, number NCT01564537. "
        "A second study of the drug is under way in newly diagnosed patients (NCT01850524)."
    )
    trials = trials_of(text)
    assert trials.main == Trial("TOURMALINE-MM1", ("NCT01564537",))
    assert Trial("", ("NCT01850524",)) in trials.all


def test_trial_in_force_changes_with_the_text() -> None:
    text = (
        "Lenalidomide combinations (ASPIRE): a phase 3 trial.\n\nIn the POLLUX study daratumumab was given. "
        "The hazard ratio was 0.37. In our patients it was 0.69."
    )
    trials = trials_of(text)
    assert trials.at(text.index("0.37")).name == "POLLUX"
    assert trials.at(text.index("0.69")).name == "ASPIRE"


REVIEW = (
    "Two trials matter here. In the POLLUX trial, daratumumab was added to lenalidomide. Responses were deep in 93%. "
    "In the CASTOR trial, it was added to bortezomib. As in POLLUX, steroids were given. Responses were deep in 83%. "
    "The POLLUX and CASTOR trials were positive. Safety was acceptable."
)


@pytest.mark.parametrize(("words", "trial"), [("93%", "POLLUX"), ("83%", "CASTOR"), ("Safety", "")])
def test_a_review_keeps_to_the_trial_that_it_turned_to(words: str, trial: str) -> None:
    trials = trials_of(REVIEW)
    assert trials.is_review
    assert trials.at(REVIEW.index(words)).name == trial


def test_trials_named_together_are_in_force_together() -> None:
    text = "Many exist. Both POLLUX and CASTOR were phase 3 trials. The POLLUX study and the CASTOR study are done."
    assert [t.name for t in trials_of(text).all_at(text.index(" were phase"))] == ["POLLUX", "CASTOR"]


def test_an_abbreviation_is_no_trial() -> None:
    assert trials_of("The overall response rate (ORR) was the endpoint; the ORR study arm was small.").main == Trial()


def test_trials_of_groups_keep_their_whole_names() -> None:
    text = "Trastuzumab was tested in NSABP B-31 and NCCTG N9831. In NSABP B-31, survival was longer."
    assert [trial.name for trial in trials_of(text).all] == ["NSABP B-31", "NCCTG N9831"]


def test_name_told_after_the_number_is_the_own_name() -> None:
    text = "Children took thioguanine. It was safe.\n\nRegistered as ISRCTN26727615 with the name ALL97. Children grew."
    assert trials_of(text, "Thioguanine in children").main == Trial("ALL97", ("ISRCTN26727615",))


def test_numbers_pair_with_trials_in_order() -> None:
    text = "We pooled two trials of afatinib. The trials are registered, numbers NCT00949650 and NCT01121393."
    found = trials_of(text, "Survival with afatinib: the LUX-Lung 3 and LUX-Lung 6 trials").reported
    assert found == (Trial("LUX-Lung 3", ("NCT00949650",)), Trial("LUX-Lung 6", ("NCT01121393",)))


def test_a_disease_before_a_number_is_no_name() -> None:
    text = "We give regorafenib in doxorubicin-refractory STS (ClinicalTrials.gov: NCT01900743). The study was small."
    assert trials_of(text, "Regorafenib: the REGOSARC trial").main == Trial("REGOSARC", ("NCT01900743",))


def test_numbers_in_one_bracket_are_of_the_names_before_it() -> None:
    text = "Women took part in the ABCSG 8 and BIG 1-98 trials (ClinicalTrials.gov: NCT00291759 and NCT00004205)."
    found = trials_of(text).all
    assert {t.name: t.registry_ids for t in found if t.name} == {
        "ABCSG 8": ("NCT00291759",),
        "BIG 1-98": ("NCT00004205",),
    }


def test_what_patients_receive_names_no_trial() -> None:
    text = "Capecitabine with irinotecan (XELIRI) or oxaliplatin (XELOX). 68 received XELIRI. The XELOX arm was larger."
    assert trials_of(text).main == Trial()


@pytest.mark.parametrize(
    "text",
    [
        "The study ended. The left atrial (LA) diameter grew.",
        "A dose-finding study of lipegfilgrastim (XM22) in neutropenia.",
        "TITLE: Bupivacaine in prostate biopsy. This study was small.",
        "The results of a Placebo-Controlled Proof-of-Concept trial of aspirin.",
        "ASCO 2024: Olaparib in ovarian cancer",
        "The AMG479 study began. Patients received AMG479.",
    ],
)
def test_what_is_no_name_of_a_trial(text):
    assert trials_of(text).main == Trial()


def test_the_number_of_an_earlier_study_is_not_that_of_this_one():
    text = "A phase II study (NCT00628251) showed activity of olaparib. We conducted a phase III trial of olaparib."
    assert trials_of(text).main == Trial()
    assert trials_of("We did a phase II study (NCT00628251) of olaparib.").main == Trial("", ("NCT00628251",))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("SUNLIGHT compared two regimens. In SUNLIGHT, 492 patients were enrolled.", {"SUNLIGHT"}),
        ("ICARIA-MM enrolled 307 patients.", {"ICARIA-MM"}),
        ("KEYNOTE-A39/EV-302 is a phase 3 trial. KEYNOTE-A39 enrolled 886 patients.", {"KEYNOTE-A39/EV-302"}),
        ("ELISA compared with PCR found more. FemCap compared well. ECOG enrolled 120 patients.", set()),
    ],
)
def test_trials_that_compare_or_enrol(text, names):
    assert {trial.name for trial in trials_of(text).all if trial.name} == names


@pytest.mark.parametrize(
    "other", ["The safety was consistent with that of the SOLO2 trial.", "Many were ineligible for the SOLO2 trial."]
)
def test_a_trial_that_another_is_like_is_not_its_own(reading_of, other):
    text = (
        "This programme evaluated olaparib in ovarian cancer. Patients (n = 507) received olaparib. Nausea occurred in "
    )
    text += f"20%. {other}"
    claims = [fact.claim for fact in reading_of(text).facts]
    assert {claim.trial.name for claim in claims if hasattr(claim, "trial")} == {""}
    assert any(isinstance(claim, TrialArm) for claim in claims)


def test_the_number_of_a_trial_belongs_to_its_name(reading_of):
    claims = [
        f.claim for f in reading_of("Olaparib in cancer: final results from the randomized ProBONE II trial.").facts
    ]
    assert {claim.trial.name for claim in claims if isinstance(claim, TrialAttribute)} == {"ProBONE II"}


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Belantamab mafodotin for relapsed multiple myeloma: DREAMM-7", "DREAMM-7"),
        ("Belantamab mafodotin: relapsed multiple myeloma and EGFR", ""),
    ],
)
def test_a_title_may_end_with_the_name(title: str, name: str) -> None:
    assert trials_of(f"{title}\n\nIn this phase 3 trial, patients were given it.", title).main.name == name
