import pytest
from trialgraph.extract.language.abbreviations import find_definitions


def pairs(text: str) -> dict[str, str]:
    return {d.short: d.long for d in find_definitions(text)}


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("improved progression-free survival (PFS).", "PFS", "progression-free survival"),
        ("the overall response rates (ORRs; primary) rose", "ORRs", "overall response rates"),
        (
            "the Isa-Kd arm and NDMM (newly diagnosed multiple myeloma) group",
            "NDMM",
            "newly diagnosed multiple myeloma",
        ),
        ("the hazard ratio [HR], 0.53", "HR", "hazard ratio"),
        ("minimal residual disease (MRD) negativity", "MRD", "minimal residual disease"),
        ("very good partial response (VGPR) or better", "VGPR", "very good partial response"),
        ("treatment-emergent adverse events (TEAEs)", "TEAEs", "treatment-emergent adverse events"),
        ("patients given placebo (P)", "P", "placebo"),
        ("in barriers (blood-brain barrier, BBB)", "BBB", "blood-brain barrier"),
        ("with 2,6-diaminopurine (DAP)", "DAP", "2,6-diaminopurine"),
        ("AE, adverse event; CI=confidence interval.", "CI", "confidence interval"),
        ("AE, adverse event; CI=confidence interval.", "AE", "adverse event"),
        ("human epidermal growth factor receptor 2 (HER2)", "HER2", "human epidermal growth factor receptor 2"),
        ("in myotonic dystrophy (DM)", "DM", "myotonic dystrophy"),
        ("sedated with nitrous oxide (N2O)", "N2O", "nitrous oxide"),
        ("on the ninth embryonic day (E9)", "E9", "ninth embryonic day"),
        ("release of serotonin (5-HT)", "5-HT", "serotonin"),
        ("cells given cytarabine (Ara-C)", "Ara-C", "cytarabine"),
        ("prostaglandin E(2) (PGE(2)) rose", "PGE(2)", "prostaglandin E(2)"),
        ("the intracellular Ca2+ concentration ([Ca2+]i)", "[Ca2+]i", "intracellular Ca2+ concentration"),
        ("the tidal volume (V(T)) fell", "V(T)", "tidal volume"),
        ("in ovariectomized (OVX) rats", "OVX", "ovariectomized"),
        ("bound by S. aureus protein A (SpA)", "SpA", "S. aureus protein A"),
        ("by scanning (SEM) and transmission (TEM) electron microscopy", "SEM", "scanning electron microscopy"),
        ("by scanning (SEM) and transmission (TEM) electron microscopy", "TEM", "transmission electron microscopy"),
        ("the M protein-positive (M+) strain", "M+", "M protein-positive"),
        ("for doses, methyl- [MA], ethyl- [EA] and propyl [PA] amine were weighed", "MA", "methyl-amine"),
        ("for doses, methyl- [MA], ethyl- [EA] and propyl [PA] amine were weighed", "PA", "propyl amine"),
        ("a peptide (of 31 amino acids [aa]) was", "aa", "amino acids"),
        ("made by Example Pharma Corp. (EPC) in", "EPC", "Example Pharma Corp."),
        ("a dye of N-(1-naphthyl)ethylenediamine (NED) was", "NED", "N-(1-naphthyl)ethylenediamine"),
        ("the forced expiratory volume (FEV and FEV%)", "FEV", "forced expiratory volume"),
        ("of 17 beta-oestradiol (E2)", "E2", "17 beta-oestradiol"),
    ],
)
def test_finds_a_definition(text, short, long):
    assert pairs(text).get(short) == long


@pytest.mark.parametrize(
    "text",
    [
        "in the isatuximab group (n = 179) and others",
        "was significant (P = .001) in men",
        "in France (Paris) and elsewhere",
        "overall survival (and safety) were measured",
        "of the trial (see below)",
        "drug (I) and drug (II)",
        "in six painters (P = 0.003)",
        "of additional elements (Al, B, Ba)",
        "of the genes (XRCC1, XRCC2)",
        "Therefore, these results may overstate it.",
        "rose in males per mg/mL (0 mg/mL)",
    ],
)
def test_leaves_other_brackets_alone(text):
    assert pairs(text) == {}


def test_offsets_point_at_the_words():
    text = "PFS: progression-free survival (PFS) and complete response (CR)."
    for d in find_definitions(text):
        assert text[d.short_start :].startswith(d.short)
        assert text[d.long_start :].startswith(d.long)


def test_last_definition_wins(read):
    doc = read("Protease inhibitors (PIs) help. Proteasome inhibitors (PIs; e.g. bortezomib) help more.")
    assert doc._.abbreviations == {"PIs": "Proteasome inhibitors"}


def test_a_definition_in_short_forms_takes_nothing_from_the_full_one(read):
    full = "Repeated magnetic stimulation (RMS) was compared with magnetic stimulation (MS). "
    assert read(f"{full}We used repeated MS (RMS).")._.abbreviations["RMS"] == "Repeated magnetic stimulation"
