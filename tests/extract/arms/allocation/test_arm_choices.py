"""Choices that patients are allocated to: unknown names, other doses, controls, groups with a clause each."""

import pytest
from telling import drugs
from trialgraph.extract.arms.slots import slots_in


@pytest.mark.parametrize(
    ("text", "slots"),
    [
        ("Women were assigned to XY12 cream (n = 20), a balm, or nothing.", ["XY12 cream", "a balm", "nothing"]),
        ("Patients were randomised 1:1 to ramipril or not.", ["ramipril", "not"]),
        ("Patients were randomised to cisplatin or carboplatin (n = 50) versus docetaxel (n = 49).",
         ["cisplatin or carboplatin", "docetaxel"]),
        ("Men were assigned to omeprazole, clarithromycin and amoxicillin or placebo.",
         ["omeprazole, clarithromycin and amoxicillin", "placebo"]),
        ("Men were randomised to three groups: 10 mL QX, 20 mL QX, and water.", ["10 mL QX", "20 mL QX", "water"]),
        ("Men were randomised to QX 1,000 mg or placebo in a double-blind fashion.", ["QX 1,000 mg", "placebo"]),
        ("Patients were randomised to melphalan.", []),
        ("Patients were randomised to cisplatin daily or weekly, with radiotherapy.", []),
        ("Men were randomised to cisplatin, 100 mg/m2 every 3 weeks, or cetuximab.",
         ["cisplatin, 100 mg/m2 every 3 weeks", "cetuximab"]),
        ("Men were randomised to ketorolac 30 mg, 60 mg or placebo.", ["ketorolac 30 mg", "60 mg", "placebo"]),
    ],
)  # fmt: skip
def test_alternatives(text, slots):
    assert [text[a:b] for a, b in slots_in(text, 0, len(text))] == slots


@pytest.mark.parametrize(
    ("treatments", "arms"),
    [
        ("sc tocilizumab 9 mg once plus oral celecoxib 50 mg daily for 3 days followed by 25 mg daily (n = 74); "
         "placebo once plus oral celecoxib as above (n = 76); or sc tocilizumab plus oral placebo (n = 75)",
         ["celecoxib+tocilizumab", "celecoxib+placebo", "placebo+tocilizumab"]),
        ("1 or 3 mg melatonin, or placebo", ["melatonin", "melatonin", "placebo"]),
        ("placebo, 2 g/day, or 4 g/day of oral ramipril", ["placebo", "ramipril", "ramipril"]),
        ("150 mg or 300 mg of secukinumab or to placebo", ["secukinumab", "secukinumab", "placebo"]),
        ("aspirin 81 mg, or 5 mg warfarin", ["aspirin", "warfarin"]),
        ("pegfilgrastim (6, 9 or 12 mg) per chemotherapy cycle or daily subcutaneous injections of filgrastim 5 mg",
         ["pegfilgrastim", "pegfilgrastim", "pegfilgrastim", "filgrastim"]),
        ("ondansetron or placebo before administration of highly emetogenic cisplatin or carboplatin",
         ["ondansetron", "placebo"]),
        ("real or sham acupuncture", ["acupuncture", "sham"]),
        ("receive or not to receive maintenance interferon alfa-2b", ["interferon alfa-2b", "observation"]),
        ("short-course or long-course dexamethasone", ["dexamethasone", "dexamethasone"]),
        ("active or placebo metformin", ["metformin", "placebo"]),
        ("metformin plus placebo insulin or placebo metformin plus insulin", ["metformin+placebo", "insulin+placebo"]),
        ("epirubicin followed by paclitaxel, epirubicin followed by paclitaxel plus trastuzumab, or docetaxel",
         ["epirubicin+paclitaxel", "epirubicin+paclitaxel+trastuzumab", "docetaxel"]),
        ("tramadol plus QPA or tramadol plus placebo", ["qpa+tramadol", "placebo+tramadol"]),
        ("melatonin emulsion (26 women) or placebo (21 women)", ["melatonin", "placebo"]),
        ("a ramipril or control arm", ["ramipril", "control"]),
        ("atorvastatin 40 mg/d or not", ["atorvastatin", "observation"]),
        ("atorvastatin or not in addition to metformin", ["atorvastatin+metformin", "metformin"]),
        ("24 weeks of QX3s or placebo", ["qx3s", "placebo"]),
        ("green leaf extract capsules or placebo capsules", ["green leaf extract", "placebo"]),
        ("3QX117 plus romidepsin or romidepsin alone", ["3qx117+romidepsin", "romidepsin"]),
        ("a flaxseed bar for 6 weeks versus a placebo bar", ["flaxseed", "placebo"]),
        ("injections of 0.035 mg/kg of body weight QX-C1 or placebo", ["qx-c1", "placebo"]),
        ("donepezil HCl (5 mg), digoxin (0.25 mg), or a combination of both drugs",
         ["donepezil", "digoxin", "digoxin+donepezil"]),
        ("tezacaftor and ivacaftor or matched placebo", ["ivacaftor+tezacaftor", "placebo"]),
        ("gemcitabine plus erlotinib or placebo", ["erlotinib+gemcitabine", "gemcitabine+placebo"]),
        ("QX 400 mg (n = 16), 600 mg (n = 11) and 800 mg (n = 3) daily or placebo (n = 10)", ["qx"] * 3 + ["placebo"]),
        ("armodafinil daily (150 mg or 250 mg) or placebo", ["armodafinil", "armodafinil", "placebo"]),
        ("lipegfilgrastim 3.0, 4.5, or 6.0 mg or pegfilgrastim 6.0 mg", ["lipegfilgrastim"] * 3 + ["pegfilgrastim"]),
        ("an epirubicin, cisplatin and taxol group (n = 9), an epirubicin group (n = 8) or a docetaxel group (n = 8)",
         ["cisplatin+epirubicin+paclitaxel", "epirubicin", "docetaxel"]),
        ("paclitaxel at a dose of 175, 210, or 250 mg/m2", ["paclitaxel"] * 3),
        ("either gemcitabine (four courses of paclitaxel and gemcitabine followed by four of doxorubicin) or control "
         "treatment (four courses of paclitaxel followed by four of doxorubicin)",
         ["doxorubicin+gemcitabine+paclitaxel", "doxorubicin+paclitaxel"]),
        ("fluorouracil infusions with either bolus mitomycin or oral semustine",
         ["fluorouracil+mitomycin", "fluorouracil+semustine"]),
        ("10 μg (arm A) or 100 μg (arm B) of a peptide emulsified in Montanide and GM-CSF", []),
        ("tamoxifen (n = 33), radiotherapy and placebo (n = 36), or radiotherapy and tamoxifen (n = 37)",
         ["tamoxifen", "placebo+radiotherapy", "radiotherapy+tamoxifen"]),
        ("cisplatin (n = 20) plus etoposide or cisplatin (n = 21)", ["cisplatin+etoposide", "cisplatin"]),
        ("cisplatin and capecitabine chemotherapy or chemotherapy plus bevacizumab",
         ["capecitabine+cisplatin", "bevacizumab+capecitabine+cisplatin"]),
        ("high-dose or standard-dose cyclophosphamide and vincristine in a trial where chemotherapy was given once",
         ["cyclophosphamide+vincristine"] * 2),
        ("CHOP alone or with levamisole", ["chop", "chop+levamisole"]),
        ("continue or stop imatinib", ["imatinib", "observation"]),
        ("discontinue or to continue bevacizumab", ["observation", "bevacizumab"]),
        ("continued letrozole or interruption of letrozole", ["letrozole", "observation"]),
        ("stop-and-go or continuous oxaliplatin", []),
        ("CHOP or the same chemotherapy plus rituximab", ["chop", "chop+rituximab"]),
        ("cisplatin and etoposide or to the same treatment followed by irinotecan",
         ["cisplatin+etoposide", "cisplatin+etoposide+irinotecan"]),
        ("radiotherapy, 60 Gy in 30 fractions, or 40 Gy in 15 fractions", ["radiotherapy", "radiotherapy"]),
        ("zoledronic acid or no bisphosphonate", ["zoledronic acid", "observation"]),
        ("cisplatin plus etoposide or the same plus thoracic radiotherapy",
         ["cisplatin+etoposide", "cisplatin+etoposide+radiotherapy"]),
        ("receive sunitinib before or after nephrectomy", []),
        ("receive paclitaxel during or after radiotherapy", []),
        ("an observation group (docetaxel plus thalidomide, n = 40) and a control group (docetaxel alone, n = 41)",
         ["docetaxel+thalidomide", "docetaxel"]),
        ("an observation group (docetaxel plus thalidomide) and a control group (docetaxel alone)",
         ["docetaxel+thalidomide", "docetaxel"]),
        ("imatinib or to an observation group", ["imatinib", "observation"]),
        ("a combined treatment group (radiotherapy plus cisplatin, n = 9) and a second group (radiotherapy, n = 8)",
         ["cisplatin+radiotherapy", "radiotherapy"]),
        ("a control group (group C), a clonidine group (group D) and a ketamine group (group K)",
         ["control", "clonidine", "ketamine"]),
        ("three groups: group 1, letrozole; group 2, anastrozole; group 3, no bisphosphonate",
         ["letrozole", "anastrozole", "observation"]),
        ("laparoscopic (n = 50) or open gastrectomy (n = 52)", ["gastrectomy", "gastrectomy"]),
        ("total thyroidectomy (TT) or to TT plus central neck dissection",
         ["thyroidectomy", "neck dissection+thyroidectomy"]),
        ("cisplatin given daily or weekly with radiotherapy", []),
        ("zoledronic acid every 3 or every 9 weeks with placebo for interim infusions", ["zoledronic acid"] * 2),
        ("tamoxifen plus ovarian suppression (OFS) or letrozole plus OFS",
         ["ovarian function suppression+tamoxifen", "letrozole+ovarian function suppression"]),
    ],
)  # fmt: skip
def test_each_alternative_is_an_arm(arms_of, treatments, arms):
    assert [drugs(a.arm) for a in arms_of(f"Patients were randomized to {treatments}.")] == arms


@pytest.mark.parametrize(
    ("text", "arms"),
    [
        ("Patients were randomised. One group was treated with 16 mg azelnidipine and the other with 5 mg amlodipine.",
         ["azelnidipine", "amlodipine"]),
        ("Men were divided into the treatment group which received nebivolol and the control group without treatment.",
         ["nebivolol", "observation"]),
        ("Men were randomised. Patients in the control group (chemotherapy alone) received cisplatin and capecitabine. "
         "Patients in the investigational group received the same treatment as the control group plus 7.5 mg/kg "
         "intravenous bevacizumab on day 1 of each cycle of chemotherapy.",
         ["capecitabine+cisplatin", "bevacizumab+capecitabine+cisplatin"]),
        ("Men were randomised. The intervention group received silver sulfadiazine. The controls received nothing.",
         ["silver sulfadiazine", "observation"]),
        ("Men were randomised. One group was given metformin 1500 mg, the other received metformin 1000 mg.",
         ["metformin", "metformin"]),
        ("Men were randomised. One group was given an unknown herb plus zoledronate, the other received placebo.", []),
        ("Women were randomised to two groups: one with dexamethasone and one without dexamethasone.",
         ["dexamethasone", "observation"]),
        ("Men were randomly divided into two groups of tramadol plus QPA and tramadol plus placebo.",
         ["qpa+tramadol", "placebo+tramadol"]),
        ("We studied 1,021 participants of a trial (513 in cholecalciferol and 508 in placebo arm).",
         ["vitamin D3", "placebo"]),
        ("INTERVENTIONS Continuous infusion of ranitidine at 6.25 mg/hr or placebo.", ["ranitidine", "placebo"]),
        ("Men were randomised to an intervention and a control group. The intervention group received silymarin.",
         ["control", "silymarin"]),
        ("L-carnitine in Rett syndrome. A randomized, placebo-controlled trial has been completed.",
         ["L-carnitine", "placebo"]),
        ("Patients were randomised between docetaxel plus cisplatin and etoposide.",
         ["cisplatin+docetaxel", "etoposide"]),
        ("Patients were randomised between docetaxel and etoposide.", ["docetaxel", "etoposide"]),
        ("Men were randomised to two groups: the first (n = 12) received 300 U/kg of epoetin alfa; the second (n = 10) "
         "received 200 U/kg of epoetin alfa.", ["epoetin alfa", "epoetin alfa"]),
        ("Men were randomised to a group that received a seal following hepatectomy or to a control group without it.",
         []),
        ("Men formed 3 groups by random choice: control group (group C), clonidine group (group D) and ketamine group "
         "(group K). Group C received placebo.", ["clonidine", "ketamine", "placebo"]),
        ("The randomised study compared supportive care with and without topotecan.",
         ["best supportive care", "best supportive care+topotecan"]),
        ("Women scheduled to receive letrozole or anastrozole were followed.", []),
        ("Men formed two groups by lot: a control group that received saline and a block group given ropivacaine.",
         ["sodium chloride 0.9%", "ropivacaine"]),
        ("In this randomised trial half of the men were given ondansetron and the other half received placebo.",
         ["ondansetron", "placebo"]),
        ("Men were randomly allocated to one of 4 groups to receive placebo (saline), fentanyl (20 mg), ketamine (10 "
         "mg), or both (n = 35).", ["placebo", "fentanyl", "ketamine", "fentanyl+ketamine"]),
        ("Of 40 men, all were randomized; 18 to QZP 11 mg orally and 22 to iron sucrose 200 mg monthly.",
         ["qzp", "iron sucrose"]),
        ("Women were randomly assigned to receive isobaric or hyperbaric bupivacaine.", ["bupivacaine", "bupivacaine"]),
        ("A randomised trial: 37 men in treatment and 34 in placebo group. The control group improved.", []),
        ("A randomised trial of a GM-CSF-expressing vaccine. Men were randomised to it or placebo.", []),
        ("Men were randomised to ketamine or to other treatment, followed by a 12-week observation.", []),
        ("Men were randomised to ketamine for 1 year or to observation.", ["ketamine", "observation"]),
        ("A randomised trial compared amoxicillin for pneumonia vs. children who got routine care.", []),
        ("Women were randomised to cisplatin or cisplatin plus vinorelbine, in addition to surgery.",
         ["cisplatin", "cisplatin+vinorelbine"]),
        ("Men were randomised; one group went on by taking metformin 2 g, another group continued with metformin 1 g.",
         ["metformin", "metformin"]),
        ("Men were randomised. Each group received ondansetron. The control group received a leaflet.", []),
    ],
)  # fmt: skip
def test_groups_told_one_by_one(arms_of, text, arms):
    assert [drugs(a.arm) for a in arms_of(text)] == arms


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("Women were randomly assigned to metformin, 1,700 mg or placebo.", [None, None]),
        ("One hundred sixty-two patients were allocated to mitomycin and 160 patients to placebo.", [162, 160]),
        ("Of 4,560 women randomly assigned to exemestane (25 mg) compared with placebo, few relapsed.", [None, None]),
        (
            "Patients were randomised to dexamethasone or nothing; those without dexamethasone (n = 7) slept.",
            [None, None],
        ),
        ("Men were randomised to FU or cisplatin. They have been treated with cisplatin or 5 FU.", [None, None]),
        ("Men were randomised to gefitinib or placebo. All (77: gefitinib, 78: placebo) received a dose.", [77, 78]),
        ("Patients were randomised to melatonin emulsion (26 women) or placebo (21 women).", [26, 21]),
    ],
)
def test_sizes_are_of_one_arm(arms_of, text, sizes):
    assert [a.size for a in arms_of(text)] == sizes


@pytest.mark.parametrize(
    ("told", "arms"),
    [
        ("Volunteers received either 1 g of imipenem plus 1 g of cilastatin or 1 g of meropenem.",
         ["cilastatin+imipenem", "meropenem"]),
        ("Patients were given lamotrigine 100 mg (n = 9) or 200 mg (n = 8) or meropenem 1 g (n = 9).",
         ["lamotrigine", "lamotrigine", "meropenem"]),
        ("All patients received imipenem or meropenem before surgery.", []),
        ("Patients received ondansetron or droperidol for nausea.", []),
    ],
)  # fmt: skip
def test_what_patients_received_where_no_allocation_is_told(arms_of, told, arms):
    text = f"Meropenem for sepsis. This was a randomized crossover study of imipenem or others. {told}"
    assert [drugs(a.arm) for a in arms_of(text) if len(arms_of(text)) > 1] == arms


@pytest.mark.parametrize(
    ("sentence", "arms"),
    [
        ("Patients were given either dezocine 0.1 mg/kg or placebo (0.9% saline) before anesthesia.",
         ["dezocine", "placebo"]),
        ("Patients were randomized to artesunate tablets or artesunate placebo.", ["artesunate", "placebo"]),
        ("Patients were randomized to imiquimod cream or vehicle.", ["imiquimod", "placebo"]),
        ("Children were randomly assigned to midazolam or no premedication.", ["midazolam", "observation"]),
        ("Patients were randomized to intranasal or intramuscular glucagon.", ["glucagon", "glucagon"]),
        ("Intravenous copper, selenium, and zinc or placebo was given.", []),
        ("Patients were randomized to insulin degludec or placebo, with dosing of both insulin degludec and placebo by "
         "a guideline.", ["insulin degludec", "placebo"]),
        ("Patients were randomized to receive QZ on the days of radiotherapy, or no supplement.", []),
    ],
)  # fmt: skip
def test_what_stands_beside_an_alternative(arms_of, sentence, arms):
    text = f"A randomized double-blind trial. {sentence}"
    assert [drugs(a.arm) for a in arms_of(text) if len(arms_of(text)) > 1] == arms


@pytest.mark.parametrize(
    ("title", "arms"),
    [
        (
            "A comparative trial of lamotrigine and carbamazepine as monotherapy in patients with epilepsy.",
            ["lamotrigine", "carbamazepine"],
        ),
        (
            "The effects of imipenem, cefepime and meropenem were compared in sepsis.",
            ["imipenem", "cefepime", "meropenem"],
        ),
        ("The effects of imipenem and meropenem were compared with those of cefepime.", []),
    ],
)
def test_treatments_that_are_compared_with_each_other(arms_of, title, arms):
    assert [drugs(a.arm) for a in arms_of(f"{title} Patients were randomized.") if "+" not in drugs(a.arm)] == arms


@pytest.mark.parametrize(
    ("text", "arms"),
    [
        ("Naltrexone in autism: a double-blind, placebo-controlled study. Both placebo and naltrexone were of benefit.",
         ["naltrexone", "placebo"]),
        ("Naltrexone: open-label extension of a double-blind, placebo-controlled study. None took placebo.",
         ["naltrexone"]),
        ("Patients undergoing naltrexone challenge: a double-blind, placebo-controlled study. Placebo was given.",
         ["naltrexone"]),
        ("Naltrexone in autism. Children had completed a double-blind, placebo-controlled study.", ["naltrexone"]),
    ],
)  # fmt: skip
def test_placebo_of_a_blind_trial(arms_of, text, arms):
    assert [drugs(a.arm) for a in arms_of(text)] == arms


@pytest.mark.parametrize(
    "told",
    [
        "Osimertinib versus erlotinib or gefitinib in lung cancer: a randomised trial.",
        "Patients were randomised to osimertinib or to erlotinib or gefitinib.",
    ],
)
def test_a_side_that_leaves_a_choice_is_one_arm(results_of, told):
    text = f"{told} Nausea occurred in 5% with osimertinib and 12% with gefitinib or erlotinib."
    assert results_of(text) == ["osimertinib: nausea 5%", "erlotinib+gefitinib: nausea 12%"]


@pytest.mark.parametrize(
    "text",
    [
        "Osimertinib versus erlotinib or gefitinib in lung cancer: a randomised three-arm trial.",
        "Osimertinib versus erlotinib or placebo in lung cancer: a randomised trial.",
    ],
)
def test_three_arms_stay_three(arms_of, text):
    assert len(arms_of(text)) == 3


@pytest.mark.parametrize(
    "choice",
    [
        "chemotherapy of their physician's choice, i.e. capecitabine, eribulin or vinorelbine (71 patients)",
        "chemotherapy, namely capecitabine, eribulin or vinorelbine (71 patients)",
        "chemotherapy of the investigator's choice: capecitabine, eribulin or vinorelbine (71 patients)",
    ],
)
def test_what_a_choice_may_be_is_no_arm(arms_of, choice):
    text = f"Patients were assigned at random to utidelone at 30 mg/m2 every 3 weeks (72 patients) or to {choice}."
    assert [(drugs(arm.arm), arm.size) for arm in arms_of(text)] == [
        ("utidelone", 72),
        ("chemotherapy", 71),
    ]


def test_doses_with_signs_are_arms_without_a_verb_of_allocation(arms_of):
    text = (
        "Docetaxel in breast cancer. In this trial, women received docetaxel every 3 weeks at a dose of 60 mg/m2 "
        "(arm A) or 100 mg/m2 (arm B)."
    )
    assert [(drugs(arm.arm), arm.label) for arm in arms_of(text)] == [
        ("docetaxel", "60 mg/m2"), ("docetaxel", "100 mg/m2"),
    ]  # fmt: skip
