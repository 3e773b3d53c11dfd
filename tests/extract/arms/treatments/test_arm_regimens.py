"""Regimens in every spelling: which drugs make an arm, and which stand in arms of their own."""

import pytest
from telling import drugs


@pytest.mark.parametrize(
    ("treatments", "arms"),
    [
        ("isatuximab plus pomalidomide and dexamethasone or pomalidomide and dexamethasone",
         ["dexamethasone+isatuximab+pomalidomide", "dexamethasone+pomalidomide"]),
        ("carfilzomib, lenalidomide, and dexamethasone or lenalidomide and dexamethasone",
         ["carfilzomib+dexamethasone+lenalidomide", "dexamethasone+lenalidomide"]),
        ("carfilzomib-dexamethasone-daratumumab or carfilzomib-dexamethasone",
         ["carfilzomib+daratumumab+dexamethasone", "carfilzomib+dexamethasone"]),
        ("isatuximab–carfilzomib–dexamethasone or carfilzomib–dexamethasone",
         ["carfilzomib+dexamethasone+isatuximab", "carfilzomib+dexamethasone"]),
        ("daratumumab/bortezomib/dexamethasone or bortezomib/dexamethasone",
         ["bortezomib+daratumumab+dexamethasone", "bortezomib+dexamethasone"]),
        ("vemurafenib combined with cobimetinib or vemurafenib and placebo",
         ["cobimetinib+vemurafenib", "placebo+vemurafenib"]),
        ("gemcitabine plus nab-paclitaxel with or without ibrutinib",
         ["gemcitabine+nab-paclitaxel", "gemcitabine+ibrutinib+nab-paclitaxel"]),
        ("cisplatin combined with etoposide or irinotecan", ["cisplatin+etoposide", "cisplatin+irinotecan"]),
        ("cisplatin combined with etoposide or etoposide alone", ["cisplatin+etoposide", "etoposide"]),
        ("cisplatin combined with etoposide or irinotecan alone", ["cisplatin+etoposide", "irinotecan"]),
        ("letrozole plus either palbociclib or placebo", ["letrozole+palbociclib", "letrozole+placebo"]),
        ("palbociclib or placebo, in combination with letrozole", ["letrozole+palbociclib", "letrozole+placebo"]),
        ("abemaciclib or placebo plus fulvestrant", ["abemaciclib+fulvestrant", "fulvestrant+placebo"]),
        ("docetaxel 75 mg/m2 every 3 weeks plus ramucirumab 10 mg/kg or docetaxel plus placebo",
         ["docetaxel+ramucirumab", "docetaxel+placebo"]),
        ("pembrolizumab or chemotherapy (paclitaxel, docetaxel, or vinflunine)", ["pembrolizumab", "chemotherapy"]),
        ("fluorouracil, leucovorin, and irinotecan (FOLFIRI) or FOLFIRI plus cetuximab",
         ["fluorouracil+irinotecan+leucovorin", "cetuximab+fluorouracil+irinotecan+leucovorin"]),
        ("isatuximab, pomalidomide, and dexamethasone (Isa-Pd) or pomalidomide and dexamethasone (Pd)",
         ["dexamethasone+isatuximab+pomalidomide", "dexamethasone+pomalidomide"]),
        ("trastuzumab or observation", ["trastuzumab", "observation"]),
        ("letrozole, anastrozole, or exemestane", ["letrozole", "anastrozole", "exemestane"]),
        ("nivolumab, ipilimumab, or nivolumab plus ipilimumab",
         ["nivolumab", "ipilimumab", "ipilimumab+nivolumab"]),
        ("nivolumab alone, nivolumab plus ipilimumab, or ipilimumab alone",
         ["nivolumab", "ipilimumab+nivolumab", "ipilimumab"]),
        ("nivolumab monotherapy, nivolumab plus ipilimumab, or chemotherapy",
         ["nivolumab", "ipilimumab+nivolumab", "chemotherapy"]),
        ("docetaxel, gemcitabine-vinorelbine, or pemetrexed", ["docetaxel", "gemcitabine+vinorelbine", "pemetrexed"]),
        ("melphalan, prednisone plus thalidomide, or melphalan and prednisone",
         ["melphalan+prednisone+thalidomide", "melphalan+prednisone"]),
        ("nivolumab (NIVO) or a standard-of-care (SOC) regimen of methotrexate, docetaxel or cetuximab",
         ["nivolumab", "standard of care"]),
        ("nivolumab or investigator's choice (IC): methotrexate, docetaxel, or cetuximab",
         ["nivolumab", "investigator's choice"]),
        ("five years of letrozole, or two years of tamoxifen followed by three years of letrozole",
         ["letrozole", "letrozole+tamoxifen"]),
        ("docetaxel with ramucirumab (n = 6) or with placebo (n = 5)", ["docetaxel+ramucirumab", "docetaxel+placebo"]),
        ("docetaxel with ramucirumab or with nintedanib", ["docetaxel+ramucirumab", "docetaxel+nintedanib"]),
        ("docetaxel alone or with ramucirumab", ["docetaxel", "docetaxel+ramucirumab"]),
        ("vinorelbine plus either cisplatin or carboplatin with or without cetuximab",
         ["carboplatin+cisplatin+vinorelbine", "carboplatin+cetuximab+cisplatin+vinorelbine"]),
        ("pemetrexed and a platinum-based drug plus either sintilimab or placebo",
         ["chemotherapy+pemetrexed+sintilimab", "chemotherapy+pemetrexed+placebo"]),
        ("cisplatin and etoposide with either durvalumab or placebo, followed by durvalumab or placebo plus etoposide",
         ["cisplatin+durvalumab+etoposide", "cisplatin+etoposide+placebo"]),
        ("cisplatin followed by either durvalumab or placebo", ["cisplatin+durvalumab", "cisplatin+placebo"]),
        ("cisplatin plus durvalumab followed by durvalumab or docetaxel, then docetaxel",
         ["cisplatin+durvalumab", "docetaxel"]),
        ("radiotherapy with either cisplatin (n = 30), cisplatin and fluorouracil (n = 31), or hydroxyurea (n = 32)",
         ["cisplatin+radiotherapy", "cisplatin+fluorouracil+radiotherapy", "hydroxyurea+radiotherapy"]),
        ("radiotherapy alone or radiotherapy plus androgen ablation",
         ["radiotherapy", "androgen deprivation therapy+radiotherapy"]),
    ],
)  # fmt: skip
def test_treatments_to_which_patients_are_assigned(arms_of, treatments, arms):
    found = arms_of(f"Patients were randomly assigned to {treatments}.")
    assert [drugs(a.arm) for a in found] == arms


@pytest.mark.parametrize(
    ("text", "arms"),
    [
        ("Everolimus plus exemestane versus exemestane alone in breast cancer.",
         ["everolimus+exemestane", "exemestane"]),
        ("Adding daratumumab to lenalidomide and dexamethasone prolonged remissions.",
         ["daratumumab+dexamethasone+lenalidomide", "dexamethasone+lenalidomide"]),
        ("The addition of bevacizumab to carboplatin and paclitaxel was studied.",
         ["bevacizumab+carboplatin+paclitaxel", "carboplatin+paclitaxel"]),
        ("We compared sotorasib with docetaxel in lung cancer.", ["sotorasib", "docetaxel"]),
        ("This trial compared nivolumab plus ipilimumab with sunitinib.", ["ipilimumab+nivolumab", "sunitinib"]),
        ("All patients received blinatumomab.", ["blinatumomab"]),
    ],
)  # fmt: skip
def test_arms_without_a_sentence_of_assignment(arms_of, text, arms):
    assert [drugs(a.arm) for a in arms_of(text)] == arms


def test_drugs_given_earlier_are_no_arm(arms_of):
    text = (
        "Patients who had received prior bortezomib were randomised to panobinostat and dexamethasone "
        "or placebo and dexamethasone."
    )
    assert [drugs(a.arm) for a in arms_of(text)] == ["dexamethasone+panobinostat", "dexamethasone+placebo"]


def test_arms_may_differ_by_dose_alone(results_of, arms_of):
    text = (
        "Patients were assigned to docetaxel 75 mg/m2, pembrolizumab 2 mg/kg, or pembrolizumab 10 mg/kg. Median "
        "overall survival was 8.5 months for docetaxel, 10.4 months for the 2 mg/kg group, and 12.7 months for the "
        "10 mg/kg group."
    )
    found = [(drugs(a.arm), a.role) for a in arms_of(text)]
    assert found == [("docetaxel", "control"), ("pembrolizumab", "experimental"), ("pembrolizumab", "experimental")]
    assert results_of(text) == [
        "docetaxel: overall survival median 8.5 months",
        "pembrolizumab: overall survival median 10.4 months (2 mg/kg)",
        "pembrolizumab: overall survival median 12.7 months (10 mg/kg)",
    ]


def test_a_text_without_treatments_has_no_arms(arms_of):
    assert arms_of("Myeloma is a cancer of plasma cells. It has no known cause.") == []


def test_stops_within_a_manner_of_giving_end_nothing(arms_of):
    text = (
        "Nivolumab versus sunitinib. Patients were randomised to nivolumab 240 mg i.v. daily (n = 10), nivolumab plus "
        "ipilimumab 3 mg/kg i.v. every 3 weeks (n = 11), or sunitinib 50 mg p.o. daily (n = 12)."
    )
    assert [(drugs(a.arm), a.size, a.role) for a in arms_of(text)] == [
        ("nivolumab", 10, "experimental"), ("ipilimumab+nivolumab", 11, "experimental"), ("sunitinib", 12, "control")
    ]  # fmt: skip


@pytest.mark.parametrize("behind", ["with cisplatin plus topotecan and cisplatin alone",
                                    "in the cisplatin plus topotecan and cisplatin groups, respectively"])  # fmt: skip
def test_a_drug_named_again_behind_and_is_the_next_arm(results_of, behind):
    text = (
        "Women were randomised to cisplatin or cisplatin plus topotecan. Median overall survival was 20 and 22 months "
    )
    assert results_of(f"{text}{behind}.") == [
        "cisplatin+topotecan: overall survival median 20 months",
        "cisplatin: overall survival median 22 months",
    ]


@pytest.mark.parametrize(
    ("told", "given"),
    [
        ("surgery followed by chemotherapy with vinblastine, doxorubicin and dacarbazine or surgery alone",
         ["dacarbazine+doxorubicin+surgery+vinblastine", "surgery"]),
        ("chemotherapy with bevacizumab or chemotherapy alone", ["bevacizumab+chemotherapy", "chemotherapy"]),
        ("docetaxel alone or followed by gemcitabine", ["docetaxel", "docetaxel+gemcitabine"]),
    ],
)  # fmt: skip
def test_a_class_is_no_member_beside_its_drugs(arms_of, told, given):
    assert sorted(drugs(a.arm) for a in arms_of(f"Patients were randomly assigned to {told}.")) == given


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("R-CHOP versus CHOP-RIT (CHOP followed by iodine-131 tositumomab).", ["chop+tositumomab", "r-chop"]),
        ("Patients were randomly assigned to R-CHOP or CHOP-RIT.", []),
        ("Patients were randomly assigned to FOLFOX-BEV or FOLFOX.", ["bevacizumab+folfox", "folfox"]),
    ],
)
def test_a_regimen_that_begins_an_unknown_name_is_not_all_of_it(arms_of, text, given):
    assert sorted(drugs(a.arm) for a in arms_of(text)) == given


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("docetaxel or epirubicin, followed by surgery", ["docetaxel", "epirubicin"]),
        ("docetaxel with or without epirubicin, followed by letrozole or tamoxifen",
         ["docetaxel", "docetaxel+epirubicin", "letrozole", "tamoxifen"]),
        ("docetaxel, or epirubicin, followed by tamoxifen", ["docetaxel", "epirubicin+tamoxifen"]),
        ("docetaxel or epirubicin followed by tamoxifen", ["docetaxel", "epirubicin+tamoxifen"]),
        ("ruxolitinib or best available therapy", ["best available therapy", "ruxolitinib"]),
        ("polatuzumab vedotin plus R-CHP or R-CHOP", ["polatuzumab vedotin+r-chp", "r-chop"]),
        ("lenalidomide plus R-CHOP (R2-CHOP) or R-CHOP", ["lenalidomide+r-chop", "r-chop"]),
        ("docetaxel or melphalan plus single or double ASCT",
         ["autologous stem cell transplantation+melphalan", "docetaxel"]),
        ("brentuximab vedotin, doxorubicin, vinblastine, dacarbazine (A+AVD) versus ABVD",
         ["abvd", "brentuximab vedotin+dacarbazine+doxorubicin+vinblastine"]),
        ("docetaxel 60 mg/m2, docetaxel 75 mg/m2, or docetaxel 100 mg/m2, plus prednisone",
         ["docetaxel+prednisone"] * 3),
        ("docetaxel or docetaxel with prednisone", ["docetaxel", "docetaxel+prednisone"]),
        ("venetoclax plus low-dose cytarabine (LDAC) or placebo plus LDAC",
         ["cytarabine+placebo", "cytarabine+venetoclax"]),
        ("isatuximab or Isa-dex", ["dexamethasone+isatuximab", "isatuximab"]),
    ],
)  # fmt: skip
def test_what_follows_both_alternatives_is_no_part_of_the_second(arms_of, text, given):
    assert sorted(drugs(a.arm) for a in arms_of(f"Patients were randomly assigned to {text}.")) == given


def test_what_one_group_received_is_not_what_two_did(arms_of):
    text = "Men were randomized into two groups. one group got propofol 1 mg, ketamine 2 mg and fentanyl 3 mg early."
    assert not [a for a in arms_of(text) if len(a.arm.regimen.components) < 3]
