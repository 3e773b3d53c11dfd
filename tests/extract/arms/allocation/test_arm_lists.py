"""Lists of treatments of which each is an arm, and what stands beside them."""

import pytest
from telling import drugs


@pytest.mark.parametrize(
    ("text", "arms"),
    [
        ("Patients were randomised to tamoxifen, letrozole, or both.",
         ["tamoxifen", "letrozole", "letrozole+tamoxifen"]),
        ("Patients were randomised to no adjuvant treatment, tamoxifen or letrozole.",
         ["observation", "tamoxifen", "letrozole"]),
        ("Women were randomised to goserelin or no goserelin during chemotherapy.", ["goserelin", "observation"]),
        ("A trial comparing denosumab and zoledronic acid in bone metastases.", ["denosumab", "zoledronic acid"]),
        ("Patients were randomised into the mitoxantrone and doxorubicin groups.", ["mitoxantrone", "doxorubicin"]),
        ("We compared a combination of doxorubicin and lomustine (DL) with cyclophosphamide and fluorouracil (CF).",
         ["doxorubicin+lomustine", "cyclophosphamide+fluorouracil"]),
        ("Patients were randomised to conformal radiotherapy or dose-dense temozolomide.",
         ["radiotherapy", "temozolomide"]),
        ("Patients were randomised to chemotherapy using cisplatin and etoposide before surgery or to surgery alone.",
         ["cisplatin+etoposide+surgery", "surgery"]),
        ("Patients were assigned to (A) fotemustine; (B) same treatment as (A) plus dacarbazine.",
         ["fotemustine", "dacarbazine+fotemustine"]),
        ("Patients were randomised to (i) basiliximab + tacrolimus, (ii) belatacept + tacrolimus, or (iii) tacrolimus.",
         ["basiliximab+tacrolimus", "belatacept+tacrolimus", "tacrolimus"]),
        ("Patients were randomised to bimekizumab, placebo, or adalimumab.", ["bimekizumab", "placebo", "adalimumab"]),
        ("A trial comparing chemoimmunotherapy with or without bevacizumab in leukaemia.",
         ["immunochemotherapy", "bevacizumab+immunochemotherapy"]),
        ("A trial comparing radiotherapy with concurrent cisplatin or paclitaxel.",
         ["cisplatin+radiotherapy", "paclitaxel+radiotherapy"]),
        ("Patients were randomised to neoadjuvant DE (docetaxel 75 mg/m2, epirubicin 75 mg/m2) or DE plus celecoxib.",
         ["docetaxel+epirubicin", "celecoxib+docetaxel+epirubicin"]),
        ("Patients were randomised to gemcitabine (plus apozumin) or gemcitabine plus placebo.",
         ["apozumin+gemcitabine", "gemcitabine+placebo"]),
        ("The control arm received cisplatin. The experimental arm received the same drug plus interferon gamma.",
         ["cisplatin", "cisplatin+interferon gamma-1b"]),
        ("The control arm received cisplatin, the experimental arm included the above regimen with celecoxib.",
         ["cisplatin", "celecoxib+cisplatin"]),
        ("Samples of 71 receiving cisplatin alone and 78 receiving cisplatin plus cetuximab were compared.",
         ["cisplatin", "cetuximab+cisplatin"]),
    ],
)  # fmt: skip
def test_each_item_is_an_arm(arms_of, text, arms):
    assert [drugs(a.arm) for a in arms_of(text)] == arms


@pytest.mark.parametrize(
    ("text", "arms"),
    [
        ("Women were randomised to tamoxifen or exemestane as adjuvant hormone therapy.", ["tamoxifen", "exemestane"]),
        ("We measured insulin in women who took part in a trial of tamoxifen or placebo.", ["tamoxifen", "placebo"]),
        ("Insulin differed. Nausea was seen in the letrozole group and the placebo group of this randomised trial.",
         ["letrozole", "placebo"]),
        ("Fever was rare in the G-CSF group and common in the non-G-CSF group of this randomised trial.",
         ["granulocyte colony-stimulating factor", "observation"]),
    ],
)  # fmt: skip
def test_what_stands_beside_them_is_no_arm(arms_of, text, arms):
    assert [drugs(a.arm) for a in arms_of(text)] == arms


@pytest.mark.parametrize(
    "text",
    [
        "A randomised trial of diet. Women receiving letrozole were eligible.",
        "Cancer of the liver. A randomised controlled trial comparing placebo with sorafenib is advised.",
        "Genotypes and risk. Tamoxifen becomes endoxifen, and relapse with letrozole was compared.",
    ],
)
def test_no_arms_where_none_is_told(arms_of, text):
    assert arms_of(text) == []


@pytest.mark.parametrize(
    ("told", "arms"),
    [
        ("nivolumab, nivolumab plus ipilimumab, or placebo", ["nivolumab", "ipilimumab+nivolumab", "placebo"]),
        ("cisplatin (arm A) or carboplatin (arm B), each in combination with docetaxel or paclitaxel",
         ["cisplatin", "carboplatin"]),
        ("busulfan plus melphalan, with busulfan 3 mg/kg and melphalan 70 mg/m2, or melphalan 200 mg/m2",
         ["busulfan+melphalan", "melphalan"]),
        ("177Lu-Dotatate 7.4 GBq every 8 weeks plus long-acting octreotide 30 mg or octreotide 60 mg",
         ["lutetium Lu 177 dotatate+octreotide", "octreotide"]),
        ("zzyzxine plus octreotide 30 mg or octreotide 60 mg", ["octreotide+zzyzxine", "octreotide"]),
    ],
)  # fmt: skip
def test_halves_of_regimens_are_no_arms(arms_of, told, arms):
    assert [drugs(a.arm) for a in arms_of(f"Patients were randomly assigned to {told}.")] == arms


def test_a_number_of_patients_begins_the_next_arm(arms_of):
    text = "In this randomized trial, 177 patients received nivolumab, 179 nivolumab plus ipilimumab, and 175 placebo."
    found = {drugs(a.arm): a.size for a in arms_of(text)}
    assert found == {"nivolumab": 177, "ipilimumab+nivolumab": 179, "placebo": 175}


@pytest.mark.parametrize(
    ("told", "arms"),
    [
        ("metformin or placebo and vitamin C or placebo", ["metformin", "placebo", "vitamin C"]),
        ("metformin 500 mg or metformin placebo and to vitamin C or vitamin C placebo",
         ["metformin", "placebo", "vitamin C"]),
        ("metformin or placebo and capecitabine", ["capecitabine+metformin", "capecitabine+placebo"]),
        ("docetaxel plus cisplatin with cetuximab or without cetuximab",
         ["cetuximab+cisplatin+docetaxel", "cisplatin+docetaxel"]),
        ("the calcium antagonist amlodipine, the beta blocker metoprolol, or placebo in parallel with cisplatin, with "
         "or without etoposide", ["amlodipine", "metoprolol", "placebo"]),
        ("adjuvant or neoadjuvant trastuzumab", ["trastuzumab", "trastuzumab"]),
        ("attend six weekly meetings or a waiting list", []),
    ],
)  # fmt: skip
def test_two_choices_at_once_and_what_is_left_out(arms_of, told, arms):
    assert [drugs(a.arm) for a in arms_of(f"Patients were randomly assigned to {told}.")] == arms


@pytest.mark.parametrize(
    ("told", "arms"),
    [
        ("alendronate plus adjuvant systemic therapy or adjuvant systemic therapy alone",
         ["adjuvant systemic therapy+alendronic acid", "adjuvant systemic therapy"]),
        ("usual medical treatment with or without carvedilol", ["standard of care", "carvedilol+standard of care"]),
        ("the same treatment alone or carvedilol", []),
        ("teriflunomide in addition to ramipril or ramipril alone",
         ["ramipril+teriflunomide", "ramipril"]),
        ("teriflunomide as an add-on to ramipril or ramipril alone",
         ["ramipril+teriflunomide", "ramipril"]),
        ("carvedilol or placebo on top of ramipril", ["carvedilol+ramipril", "placebo+ramipril"]),
        ("QX37+letrozole or letrozole alone", ["letrozole+qx37", "letrozole"]),
        ("20, 40 or 80 mg of carvedilol or placebo", ["carvedilol"] * 3 + ["placebo"]),
        ("placebo or 20 mg or 40 mg of oral carvedilol", ["placebo", "carvedilol", "carvedilol"]),
    ],
)  # fmt: skip
def test_what_is_added_and_how_much(arms_of, told, arms):
    assert [drugs(a.arm) for a in arms_of(f"Patients were randomly assigned to {told}.")] == arms


@pytest.mark.parametrize(
    ("text", "arms"),
    [
        ("The ketamine group (n = 31) was given ketamine 1 mg and the propofol group (n = 30) propofol 9 mg.",
         ["ketamine", "propofol"]),
        ("The cisplatin and etoposide group (n = 31) and the docetaxel group (n = 30) were compared.",
         ["cisplatin+etoposide", "docetaxel"]),
    ],
)  # fmt: skip
def test_a_group_is_called_by_what_it_alone_is_given(arms_of, text, arms):
    assert [(drugs(a.arm), a.size) for a in arms_of(f"This trial was randomised. {text}")] == list(
        zip(arms, (31, 30), strict=True)
    )


def test_patients_counted_and_described_are_assigned_too(arms_of):
    text = (
        "In the trial we assigned 130 women with newly found early breast cancer and no other illness to {} or placebo."
    )
    assert [drugs(a.arm) for a in arms_of(text.format("ramipril"))] == ["ramipril", "placebo"]


@pytest.mark.parametrize(
    "text",
    [
        "The phase 3 trial compared two medicines, axitinib and sorafenib, in adults with renal cell carcinoma.",
        "A phase 3 trial compared two drugs (axitinib and sorafenib) in renal cell carcinoma.",
        "Axitinib was tested against sorafenib in a phase 3 trial in renal cell carcinoma.",
        "Axitinib, which inhibits angiogenesis, was evaluated versus sorafenib in a phase 3 trial in renal cancer.",
    ],
)
def test_what_is_compared_or_tested_against_another(arms_of, text):
    assert [drugs(a.arm) for a in arms_of(text)] == ["axitinib", "sorafenib"]


def test_a_combination_is_no_comparison(arms_of):
    text = "The phase 2 trial studied a combination of two drugs, axitinib and everolimus, in renal cell carcinoma."
    assert [drugs(a.arm) for a in arms_of(text)] != ["axitinib", "everolimus"]


@pytest.mark.parametrize(
    ("told", "arms"),
    [
        ("Patients were to receive isatuximab 10 mg; pomalidomide 4 mg orally; and dexamethasone 40 mg weekly.", 0),
        ("Patients were to receive isatuximab 10 mg; pomalidomide 4 mg orally; or dexamethasone 40 mg weekly.", 3),
    ],
)
def test_a_semicolon_alone_sets_nothing_against_the_other(arms_of, told, arms):
    assert len(arms_of(told)) == arms


@pytest.mark.parametrize(("third", "arms"), [("oddments", 0), ("twice daily", 2), ("tetracycline", 2)])
def test_an_unknown_member_of_a_list_makes_it_unknown(arms_of, third, arms):
    text = f"Patients were randomly assigned to triple therapy (pantoprazole, {third}, metronidazole, and amoxicillin) "
    assert len(arms_of(text + "or double therapy (pantoprazole and amoxicillin).")) == arms


def test_a_unit_is_no_treatment(arms_of):
    told = arms_of("Women received intramuscular vitamin D3 600,000 IU or placebo. Vitamin D3 60,000 IU is usual.")
    assert [drugs(a.arm) for a in told] == ["vitamin D3", "placebo"]
