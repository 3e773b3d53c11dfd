"""Relations between concepts read from sentences that state known facts."""

import pytest
from telling import links_of
from trialgraph.extract.language.pipeline import load_pipeline
from trialgraph.extract.links import read_links
from trialgraph.extract.links.template import pattern
from trialgraph.ontology.facts import Concept, Link, Regimen


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Patients took the PARP inhibitor olaparib.", ("olaparib", "inClass", "PARP inhibitor")),
        ("Patients took the PARP inhibitor olaparib.", ("olaparib", "targets", "PARP")),
        ("Carfilzomib (a proteasome inhibitor) was added.", ("carfilzomib", "inClass", "proteasome inhibitor")),
        ("Ixazomib, an oral proteasome inhibitor, was added.", ("ixazomib", "inClass", "proteasome inhibitor")),
        ("Proteasome inhibitors such as bortezomib help.", ("bortezomib", "inClass", "proteasome inhibitor")),
        ("Proteasome inhibitors (e.g. bortezomib and ixazomib) help.", ("ixazomib", "inClass", "proteasome inhibitor")),
        ("Isatuximab is an antibody that binds to CD38.", ("isatuximab", "targets", "CD38")),
        ("Elotuzumab, a humanized antibody against SLAMF7, was added.", ("elotuzumab", "targets", "SLAMF7")),
        ("Denosumab is a monoclonal antibody targeting RANKL.", ("denosumab", "inClass", "monoclonal antibody")),
        ("The aromatase inhibitor exemestane was given.", ("exemestane", "inClass", "aromatase inhibitor")),
        ("HER2 blockade with trastuzumab and pertuzumab is safe.", ("pertuzumab", "targets", "HER2")),
        ("Pazopanib is a drug targeting VEGFR, PDGFR and c-Kit.", ("pazopanib", "targets", "PDGFR")),
        ("Faricimab neutralizes angiopoietin-2 and VEGF.", ("faricimab", "targets", "VEGF")),
        ("Sunitinib is a tyrosine kinase inhibitor of VEGFR and PDGFR.", ("sunitinib", "targets", "PDGFR")),
        (
            "Palonosetron is a pharmacologically unique 5-HT3 receptor antagonist.",
            ("palonosetron", "inClass", "5-HT3 receptor antagonist"),
        ),
    ],
)
def test_what_a_drug_is_and_acts_on(text: str, expected: tuple[str, str, str]) -> None:
    assert (*expected, "affirmed") in links_of(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Daratumumab induces antibody-dependent cellular cytotoxicity.",
         ("daratumumab", "hasMechanism", "antibody-dependent cellular cytotoxicity")),
        ("Daratumumab kills myeloma cells via apoptosis.", ("daratumumab", "hasMechanism", "apoptosis")),
        ("Antibody-dependent cellular cytotoxicity is mediated by natural killer cells.",
         ("antibody-dependent cellular cytotoxicity", "mediatedBy", "natural killer cell")),
        ("CD38 is highly expressed on plasma cells.", ("CD38", "expressedOn", "plasma cell")),
        ("Plasma cells express CD38.", ("CD38", "expressedOn", "plasma cell")),
        ("Daratumumab can interfere with the indirect antiglobulin test.",
         ("daratumumab", "interferesWith", "indirect antiglobulin test")),
        ("Daratumumab has demonstrated immunomodulatory effects.", ("daratumumab", "hasMechanism", "immunomodulation")),
        ("CD38 is a surface protein. It is expressed on plasma cells.", ("CD38", "expressedOn", "plasma cell")),
        ("Bortezomib was synergistic with lenalidomide.", ("bortezomib", "enhances", "lenalidomide")),
        ("Lenalidomide enhances the activity of rituximab.", ("lenalidomide", "enhances", "rituximab")),
        ("Interleukin-6 inhibition with siltuximab was safe.", ("siltuximab", "hasMechanism", "il-6 inhibition")),
        ("Venetoclax sensitizes leukemia cells to cytarabine.", ("venetoclax", "enhances", "cytarabine")),
        ("Everolimus increases taxane-induced apoptosis.", ("everolimus", "enhances", "taxane")),
        ("PD-L1 expression on at least half of tumor cells was needed.", ("PD-L1", "expressedOn", "tumor cell")),
        ("Patients with PD-L1 expression on immune cells took part.", ("PD-L1", "expressedOn", "immune cell")),
    ],
)  # fmt: skip
def test_how_a_drug_works(text: str, expected: tuple[str, str, str]) -> None:
    assert (*expected, "affirmed") in links_of(text)


@pytest.mark.parametrize(
    ("text", "subject", "assertion"),
    [
        ("Olaparib is approved for ovarian cancer.", "olaparib", "affirmed"),
        ("Olaparib is active in ovarian cancer.", "olaparib", "affirmed"),
        ("Olaparib improved survival in patients with ovarian cancer.", "olaparib", "affirmed"),
        ("Carboplatin and paclitaxel are standard treatments for ovarian cancer.", "paclitaxel", "affirmed"),
        ("Carboplatin plus paclitaxel is standard therapy for ovarian cancer.", "carboplatin+paclitaxel", "affirmed"),
        ("Patients with ovarian cancer treated with olaparib did well.", "olaparib", "affirmed"),
        ("Active drugs for ovarian cancer, including olaparib and paclitaxel, abound.", "olaparib", "affirmed"),
        ("Olaparib and paclitaxel are effective first-line therapies for ovarian cancer.", "olaparib", "affirmed"),
        ("Olaparib, a tablet, is commonly given to patients with ovarian cancer.", "olaparib", "affirmed"),
        ("Patients with ovarian cancer who are unfit for surgery could be given olaparib.", "olaparib", "affirmed"),
        ("Patients with ovarian cancer often respond well to olaparib.", "olaparib", "affirmed"),
        ("The inclusion of olaparib in the treatment of ovarian cancer yielded a gain.", "olaparib", "affirmed"),
        ("A trial showed activity of olaparib versus paclitaxel in ovarian cancer.", "olaparib", "affirmed"),
        (
            "Among women with ovarian cancer, survival was longer among those who received olaparib.",
            "olaparib",
            "affirmed",
        ),
        ("Guidelines recommend olaparib for women with ovarian cancer.", "olaparib", "affirmed"),
        ("Olaparib, an oral therapy for ovarian cancer, was added.", "olaparib", "affirmed"),
        ("Anti-ovarian cancer drugs such as olaparib may help.", "olaparib", "affirmed"),
        ("Letrozole reduced the risk of ovarian cancer.", "letrozole", "affirmed"),
        ("There was no benefit from olaparib in ovarian cancer.", "olaparib", "negated"),
        ("Olaparib did not improve survival compared with placebo in ovarian cancer.", "olaparib", "negated"),
        ("Olaparib might be a treatment option for ovarian cancer.", "olaparib", "speculative"),
        ("Olaparib is not effective in ovarian cancer.", "olaparib", "negated"),
        ("Olaparib for the treatment of ovarian cancer was harmful.", "olaparib", "negated"),
        (
            "The combination of 5-mg olaparib and 2-mg trabectedin improved survival in ovarian cancer.",
            "olaparib+trabectedin",
            "affirmed",
        ),
        ("Adding erlotinib to cisplatin did not prolong survival in ovarian cancer.", "cisplatin+erlotinib", "negated"),
    ],
)
def test_what_a_drug_treats(text: str, subject: str, assertion: str) -> None:
    assert (subject, "treats", "ovarian cancer", assertion) in links_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "We evaluated whether olaparib improves survival in patients with ovarian cancer.",
        "Patients with ovarian cancer were randomly assigned to receive olaparib.",
        "Placebo was active in ovarian cancer.",
        "Olaparib did not improve survival in ovarian cancer compared with paclitaxel.",
        "Olaparib was effective in raising immunity in ovarian cancer.",
        "Letrozole reduced the risk of ovarian cancer compared with tamoxifen.",
        "Olaparib, paclitaxel and surgery for ovarian cancer were compared.",
        "Olaparib did not improve survival compared with paclitaxel in ovarian cancer.",
        "Women with ovarian cancer previously treated with paclitaxel took part.",
        "There was no evidence to support the use of olaparib as treatment of ovarian cancer.",
        "The trial gave no evidence for bevacizumab combined with perioperative cisplatin therapy for ovarian cancer.",
        "Sequential oxaliplatin and irinotecan was not superior to fluorouracil in colorectal cancer.",
        "Higher insulin and testosterone levels were associated with longer survival in prostate cancer.",
        "Patients with large tumors benefit from cisplatin.",
    ],
)
def test_what_is_no_statement_of_treatment(text: str) -> None:
    assert not {link for link in links_of(text) if link[1] == "treats"}


def test_partners_of_an_approved_combination() -> None:
    text = (
        "Daratumumab is indicated in combination with bortezomib-dexamethasone or lenalidomide-dexamethasone "
        "for multiple myeloma."
    )
    treating = {subject for subject, predicate, *_ in links_of(text) if predicate == "treats"}
    assert treating == {"bortezomib+daratumumab+dexamethasone", "daratumumab+dexamethasone+lenalidomide"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Carfilzomib was associated with fatigue and dyspnea.", ("carfilzomib", "mayCause", "dyspnea", "affirmed")),
        ("Bortezomib may cause neuropathy.", ("bortezomib", "mayCause", "peripheral neuropathy", "affirmed")),
        ("Side effects of alpelisib include hyperglycemia and rash.", ("alpelisib", "mayCause", "rash", "affirmed")),
        ("Dyspnea was more frequent with carfilzomib.", ("carfilzomib", "mayCause", "dyspnea", "affirmed")),
        ("Neuropathy was attributed to bortezomib.", ("bortezomib", "mayCause", "peripheral neuropathy", "affirmed")),
        (
            "Alpelisib-related adverse events were rash (7 [3%] of 229) and diarrhea (5 [2%]).",
            ("alpelisib", "mayCause", "diarrhea", "affirmed"),
        ),
        ("Two had drug-related events (alpelisib: rash, fatigue).", ("alpelisib", "mayCause", "fatigue", "affirmed")),
        ("Cladribine treats leukemia, but may cause fever.", ("cladribine", "mayCause", "fever", "affirmed")),
        (
            "Headache, experienced by most patients after bortezomib, was mild.",
            ("bortezomib", "mayCause", "headache", "affirmed"),
        ),
        (
            "Neuropathy is a known side effect of vincristine.",
            ("vincristine", "mayCause", "peripheral neuropathy", "affirmed"),
        ),
        (
            "Dry mouth, a common adverse effect of amitriptyline, was mild.",
            ("amitriptyline", "mayCause", "dry mouth", "affirmed"),
        ),
        (
            "A higher rate of severe hypertension was observed with bevacizumab.",
            ("bevacizumab", "mayCause", "hypertension", "affirmed"),
        ),
        ("There was no increase in stroke with raloxifene.", ("raloxifene", "mayCause", "stroke", "negated")),
        (
            "Chemotherapy-induced nausea and vomiting is a burden.",
            ("chemotherapy", "mayCause", "vomiting", "affirmed"),
        ),
        (
            "Taxanes, first made from bark, are associated with neuropathy.",
            ("taxane", "mayCause", "peripheral neuropathy", "affirmed"),
        ),
        ("Olaparib was not associated with hypertension.", ("olaparib", "mayCause", "hypertension", "negated")),
    ],
)
def test_what_a_drug_may_cause(text: str, expected: tuple[str, str, str, str]) -> None:
    assert expected in links_of(text)


def test_the_documents_own_meaning_of_a_plural_abbreviation() -> None:
    text = "Proteasome inhibitors (PIs; new ones first) help. Carfilzomib is a PI."
    assert ("carfilzomib", "inClass", "proteasome inhibitor", "affirmed") in links_of(text)


def test_patients_had_more_of_an_event() -> None:
    found = links_of("Patients treated with docetaxel experienced more febrile neutropenia.")
    assert found == {("docetaxel", "mayCause", "febrile neutropenia", "affirmed")}
    found = links_of("Dapagliflozin added to metformin worked without increased risk of hypoglycemia.")
    assert found == {("dapagliflozin+metformin", "mayCause", "hypoglycemia", "negated")}


def test_figures_are_results_and_no_links() -> None:
    assert not links_of("Adverse events with alpelisib were rash (10%) and diarrhea (7%).")


def test_the_documents_own_name_of_a_regimen() -> None:
    drugs = frozenset({Concept("Drug", "cisplatin"), Concept("Drug", "epirubicin")})
    doc = load_pipeline()("EPX1 was associated with neutropenia.")
    (candidate,) = read_links(doc, {"EPX1": drugs})
    assert isinstance(candidate.claim, Link)
    assert candidate.claim.subject == Regimen.of(*drugs)


def test_what_it_stands_for_may_stand_in_the_sentence_before() -> None:
    text = "Olaparib is a PARP inhibitor. It is effective. "
    found = list(read_links(load_pipeline()(text), disease=Concept("Disease", "ovarian cancer")))
    treats = [text[c.start : c.end] for c in found if isinstance(c.claim, Link) and c.claim.predicate == "treats"]
    assert treats == ["It is effective."]


def test_a_disease_is_told_in_its_most_specific_form() -> None:
    text = "Olaparib is approved for breast cancer. Olaparib is active in metastatic breast cancer."
    assert {o for _, predicate, o, _ in links_of(text) if predicate == "treats"} == {"metastatic breast cancer"}


def test_long_sentences_take_no_long_time() -> None:
    text = "Patients with cancer took " + "bortezomib and carfilzomib with rash in approved (or) improved, " * 60 + "."
    assert "treats" not in {predicate for _, predicate, *_ in links_of(text)}


def test_a_text_with_marks_like_tokens_is_read_as_text() -> None:
    found = links_of("Olaparib ⟨D9⟩ is approved for ovarian cancer ⟨S99⟩.")
    assert found == {("olaparib", "treats", "ovarian cancer", "affirmed")}


def test_tokens_of_a_pattern() -> None:
    found = pattern("{o=C} {s:D}").search("the ⟨C0⟩ ⟨D1⟩ and ⟨D2⟩")
    assert found is not None
    assert (found["o"], found["s"]) == ("⟨C0⟩", "⟨D1⟩ and ⟨D2⟩")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Osimertinib does not inhibit wild-type HER2.", {("osimertinib", "targets", "HER2", "negated")}),
        ("Elotuzumab does not target CD38.", {("elotuzumab", "targets", "CD38", "negated")}),
        ("Whether isatuximab has activity in amyloidosis is not known.", set[tuple[str, str, str, str]]()),
    ],
)
def test_what_is_denied_or_only_asked_is_not_affirmed(text: str, expected: set[tuple[str, str, str, str]]):
    assert links_of(text) == expected


@pytest.mark.parametrize(
    ("text", "caused", "not_caused"),
    [
        ("Exemestane was associated with fewer hot flashes than tamoxifen, but with more insomnia.",
         {("exemestane", "insomnia"), ("tamoxifen", "hot flash")}, {("exemestane", "hot flash")}),
        ("Compared to paclitaxel, epirubicin was associated with more nausea.",
         {("epirubicin", "nausea")}, {("paclitaxel", "nausea")}),
        ("Rash occurred more often with erlotinib than with placebo.", {("erlotinib", "rash")}, {("placebo", "rash")}),
        ("One patient died (rash related to erlotinib).", {("erlotinib", "rash")}, set[tuple[str, str]]()),
        ("Bevacizumab induced toxicities including fistula and no bleeding.",
         {("bevacizumab", "fistula")}, {("bevacizumab", "hemorrhage"), ("bevacizumab", "bleeding")}),
        ("Anemia and fever were common with cisplatin, while nausea and rash were higher in patients given erlotinib.",
         {("cisplatin", "anemia")}, {("erlotinib", "anemia"), ("erlotinib", "fever")}),
        ("Treatment without olaparib led to fatigue.", set[tuple[str, str]](), {("olaparib", "fatigue")}),
    ],
)  # fmt: skip
def test_which_of_two_drugs_causes_an_event(
    text: str, caused: set[tuple[str, str]], not_caused: set[tuple[str, str]]
) -> None:
    found = {(subject, event) for subject, predicate, event, _ in links_of(text) if predicate == "mayCause"}
    assert caused <= found
    assert not found & not_caused


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("KEYTRUDA is an antibody indicated:\n• for the treatment of patients with melanoma.\n",
         [("pembrolizumab", "melanoma")]),
        ("KEYTRUDA is an antibody indicated:\nMelanoma\n• for patients with metastatic melanoma.\n"
         "Lung cancer\n• in combination with pemetrexed, as first-line treatment of patients with NSCLC.\n",
         [("pembrolizumab", "metastatic melanoma"), ("pembrolizumab+pemetrexed", "non-small cell lung cancer")]),
        ("Sarclisa is indicated for the treatment of:\n\n* adults with multiple myeloma.\n",
         [("isatuximab", "multiple myeloma")]),
        ("Sarclisa is indicated:\nIt was tested in one trial.\n• for the treatment of myeloma.\n", []),
        ("Sarclisa is contraindicated:\n• for the treatment of patients with melanoma.\n", []),
    ],
)  # fmt: skip
def test_a_list_of_indications_goes_on_with_its_beginning(text: str, expected: list[tuple[str, str]]) -> None:
    told = [link for link in links_of(text) if link[1] == "treats"]
    assert sorted((link[0], link[2]) for link in told) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "Isatuximab combined with pomalidomide and dexamethasone (Pd) improved survival versus Pd in myeloma.",
        "Isatuximab combined with standard-of-care pomalidomide and dexamethasone, followed by isatuximab, improved "
        "survival in myeloma.",
    ],
)
def test_the_drug_before_a_named_combination_is_given_with_it(text: str) -> None:
    assert ("dexamethasone+isatuximab+pomalidomide", "treats", "multiple myeloma", "affirmed") in links_of(text)
