"""Arms that are a class of drugs, and what stands beside a choice: examples, what nobody is given, procedures."""

import pytest
from telling import drugs


@pytest.mark.parametrize(
    ("treatments", "arms"),
    [
        ("a statin (simvastatin or pravastatin) or dietary advice", ["statin", "dietary advice"]),
        ("an antibiotic plus zinc or an antibiotic alone", ["zinc+antibacterial agent", "antibacterial agent"]),
        (
            "a beta blocker, a calcium channel blocker, or placebo",
            ["beta blocker", "calcium channel blocker", "placebo"],
        ),
        ("ketamine or an opioid (morphine or fentanyl)", ["ketamine", "opioid analgesic"]),
        ("the beta blocker metoprolol or placebo", ["metoprolol", "placebo"]),
        ("one of two statins (simvastatin 20 mg or pravastatin 40 mg)", ["simvastatin", "pravastatin"]),
        ("group A (simvastatin 20 mg) or group B (pravastatin 40 mg)", ["simvastatin", "pravastatin"]),
        (
            "a sedative [ketamine (1 mg/kg) or propofol] plus a block or a block alone",
            ["block+sedative-hypnotic", "block"],
        ),
    ],
)
def test_classes(arms_of, treatments, arms):
    found = [drugs(a.arm) for a in arms_of(f"Adults were randomized to {treatments}.")]
    assert sorted(map(_sorted, found)) == sorted(map(_sorted, arms))


def _sorted(arm: str) -> list[str]:
    return sorted(arm.split("+"))


@pytest.mark.parametrize(
    ("text", "arms"),
    [
        ("They were put in two groups and got placebo or metformin for a year with no dietary intervention.",
         ["metformin", "placebo"]),
        ("Women were randomized to dietary intervention or no dietary intervention.",
         ["dietary intervention", "observation"]),
        ("Analgesia in wisdom tooth surgery. This was a randomized, placebo-controlled trial.", []),
        ("Artemisinin-based treatment of malaria. A randomized, placebo-controlled trial was done.", []),
        ("Malaria. A randomized trial: 43 were in the amodiaquine plus placebo and 42 in the amodiaquine plus "
         "artesunate groups.", ["amodiaquine+artesunate", "amodiaquine+placebo"]),
    ],
)  # fmt: skip
def test_beside_the_choice(arms_of, text, arms):
    assert sorted(drugs(a.arm) for a in arms_of(text)) == arms


def test_names_joined_by_a_dash_are_short_for_their_drugs(arms_of):
    text = (
        "We compared metformin-vildagliptin (MF-VG) and metformin-glimepiride (MF-GP). "
        "Adults were randomized to MF (500 mg) + VG (50 mg) or MF (500 mg) + GP (2 mg)."
    )
    assert [drugs(a.arm) for a in arms_of(text)] == ["metformin+vildagliptin", "glimepiride+metformin"]


@pytest.mark.parametrize(
    ("treatments", "arms"),
    [
        ("tebentafusp or the investigator's choice of therapy with single-agent ipilimumab, nivolumab, or dacarbazine",
         ["tebentafusp", "investigator's choice"]),
        ("osimertinib (80 mg) or one of two other EGFR-TKIs (gefitinib 250 mg or erlotinib 150 mg)",
         ["osimertinib", "EGFR tyrosine kinase inhibitor"]),
        ("a combination of encorafenib plus binimetinib (combination group), encorafenib (encorafenib group), or "
         "vemurafenib (vemurafenib group)", ["binimetinib+encorafenib", "encorafenib", "vemurafenib"]),
    ],
)  # fmt: skip
def test_choices_and_groups(arms_of, treatments, arms):
    assert [drugs(a.arm) for a in arms_of(f"Patients were randomly assigned to {treatments}.")] == arms


def test_who_was_assigned_may_be_told_at_length_before_what_they_received(arms_of):
    text = (
        "We assigned 556 patients with previously untreated, advanced lung cancer and a deletion in exon 19 of the "
        "gene in a 1:1 ratio to receive either osimertinib (80 mg once daily) or a standard EGFR-TKI (gefitinib 250 mg "
        "or erlotinib 150 mg once daily)."
    )
    assert [drugs(a.arm) for a in arms_of(text)] == ["osimertinib", "EGFR tyrosine kinase inhibitor"]


CHOICE = "treatment of physician's choice"


@pytest.mark.parametrize(
    ("treatments", "arms"),
    [
        ("tisagenlecleucel or the physician's choice of effective standard care (160 patients): docetaxel and "
         "vinorelbine (DV) or gemcitabine and vinorelbine", ["tisagenlecleucel", CHOICE]),
        ("tisagenlecleucel or the physician's choice: docetaxel or gemcitabine", ["tisagenlecleucel", CHOICE]),
        ("docetaxel plus cisplatin as induction or to cisplatin alone, with docetaxel or vinorelbine maintenance",
         ["cisplatin+docetaxel", "cisplatin"]),
        ("vinorelbine maintenance or docetaxel maintenance", ["vinorelbine", "docetaxel"]),
        ("docetaxel induction or cisplatin induction, followed by vinorelbine or etoposide maintenance",
         ["docetaxel", "cisplatin"]),
        ("selpercatinib or control (platinum-based chemotherapy with or without pembrolizumab)",
         ["selpercatinib", "chemotherapy+pembrolizumab"]),
        ("selpercatinib or chemotherapy with or without pembrolizumab",
         ["selpercatinib", "chemotherapy+pembrolizumab"]),
        ("docetaxel or cisplatin, with or without bevacizumab", ["cisplatin+docetaxel",
                                                                 "bevacizumab+cisplatin+docetaxel"]),
        ("endocrine therapy with or without abemaciclib", ["endocrine therapy", "abemaciclib+endocrine therapy"]),
        ("osimertinib with chemotherapy (pemetrexed plus either cisplatin or carboplatin) or to osimertinib",
         ["chemotherapy+osimertinib", "osimertinib"]),
        ("osimertinib with pemetrexed plus either cisplatin or carboplatin, or to osimertinib alone",
         ["carboplatin+cisplatin+osimertinib+pemetrexed", "osimertinib"]),
        ("docetaxel with either cisplatin, carboplatin, or oxaliplatin",
         ["cisplatin+docetaxel", "carboplatin+docetaxel", "docetaxel+oxaliplatin"]),
    ],
)  # fmt: skip
def test_what_may_be_chosen_or_comes_later_is_no_arm(arms_of, treatments, arms):
    assert [drugs(a.arm) for a in arms_of(f"Adults were randomly assigned to {treatments}.")] == arms


def test_standard_care_is_what_physicians_chose(results_of):
    text = (
        "Adults were randomly assigned to tisagenlecleucel (tisa-cel; 162 patients) or the physician's choice of "
        "standard care (160 patients): docetaxel or gemcitabine. The response rate was 84% with tisagenlecleucel and "
        "67% with standard care."
    )
    rate = "objective response rate proportion"
    assert results_of(text) == [f"tisagenlecleucel: {rate} 84%", f"{CHOICE}: {rate} 67%"]
