"""What a drug treats, read from results and conclusions."""

import pytest
from trialgraph.extract.language.pipeline import load_pipeline
from trialgraph.extract.links import read_links
from trialgraph.ontology.facts import Concept, Link, Regimen

GLIOMA = Concept("Disease", "glioma")
NOTHING: set[tuple[str, str, str]] = set()


def treats(text: str, disease: Concept | None = GLIOMA) -> set[tuple[str, str, str]]:
    """Subject (drugs of a regimen joined by +), disease and assertion of every link of treatment."""
    found: set[tuple[str, str, str]] = set()
    for candidate in read_links(load_pipeline()(text), {}, disease):
        link = candidate.claim
        assert 0 <= candidate.start < candidate.end <= len(text)
        if isinstance(link, Link) and link.predicate == "treats":
            parts = link.subject.components if isinstance(link.subject, Regimen) else (link.subject,)
            found.add(("+".join(p.name for p in parts), link.object.name, candidate.assertion))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Overall survival significantly improved with temozolomide.", ("temozolomide", "glioma", "affirmed")),
        ("Temozolomide led to an increased rate of complete response.", ("temozolomide", "glioma", "affirmed")),
        ("Temozolomide was effective and safe.", ("temozolomide", "glioma", "affirmed")),
        ("Temozolomide may be effective.", ("temozolomide", "glioma", "speculative")),
        ("Temozolomide showed a trend to longer survival in melanoma.", ("temozolomide", "melanoma", "speculative")),
        ("Women with breast cancer receiving pegfilgrastim and docetaxel.", ("docetaxel", "breast cancer", "affirmed")),
        ("Tamoxifen reduces the risk of recurrence in women with breast cancer.",
         ("tamoxifen", "breast cancer", "affirmed")),
        ("In men with prostate cancer, enzalutamide provides a survival benefit versus bicalutamide.",
         ("enzalutamide", "prostate cancer", "affirmed")),
        ("Enzalutamide has mild side effects and improved survival in men with prostate cancer.",
         ("enzalutamide", "prostate cancer", "affirmed")),
        ("Risankizumab treatment was not beneficial in severe asthma.", ("risankizumab", "severe asthma", "negated")),
        ("Addition of erlotinib to standard cisplatin in women with ovarian cancer did not improve survival.",
         ("cisplatin+erlotinib", "ovarian cancer", "negated")),
        ("Compared with paclitaxel, olaparib improved survival in ovarian cancer.",
         ("olaparib", "ovarian cancer", "affirmed")),
        ("Rituximab plus concurrent infusional bendamustine is highly effective in HIV-associated lymphoma.",
         ("bendamustine+rituximab", "AIDS-related lymphoma", "affirmed")),
        ("Surgery is the standard of care for liver metastases from colorectal cancer.",
         ("surgery", "colorectal cancer", "affirmed")),
        ("Capecitabine when added to docetaxel and epirubicin improved survival in ovarian cancer.",
         ("capecitabine", "ovarian cancer", "affirmed")),
        ("Afatinib showed activity comparable to cetuximab in ovarian cancer.",
         ("afatinib", "ovarian cancer", "affirmed")),
        ("Aromatase inhibitors can be considered for breast cancer.",
         ("aromatase inhibitor", "breast cancer", "affirmed")),
        ("Infliximab induced remission in patients with ulcerative colitis.",
         ("infliximab", "ulcerative colitis", "affirmed")),
        ("Temozolomide was well tolerated with good safety and efficacy.", ("temozolomide", "glioma", "affirmed")),
        ("Endocrine therapy for breast cancer was studied.", ("endocrine therapy", "breast cancer", "affirmed")),
        ("Pembrolizumab versus docetaxel significantly improved survival in lung cancer.",
         ("pembrolizumab", "lung cancer", "affirmed")),
        ("Treatment with etirinotecan versus chemotherapy of physician's choice improved survival in breast cancer.",
         ("etirinotecan", "breast cancer", "affirmed")),
        ("Pegfilgrastim prevents febrile neutropenia in women with breast cancer.",
         ("pegfilgrastim", "febrile neutropenia", "affirmed")),
        ("Carvedilol reduced the incidence of trastuzumab-induced cardiotoxicity.",
         ("carvedilol", "cardiotoxicity", "affirmed")),
        ("Ifosfamide does not increase the activity of cisplatin in ovarian cancer.",
         ("cisplatin+ifosfamide", "ovarian cancer", "negated")),
        ("An EGFR inhibitor (gefitinib) plus chemotherapy (carboplatin/pemetrexed) improved survival in lung cancer.",
         ("carboplatin+gefitinib+pemetrexed", "lung cancer", "affirmed")),
    ],
)  # fmt: skip
def test_gains_of_patients(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in treats(text)


@pytest.mark.parametrize(
    "text",
    [
        "Temozolomide increased mortality.",
        "Temozolomide did not improve survival compared with radiotherapy.",
        "Survival was longer than with temozolomide.",
        "Capecitabine instead of fluorouracil was given.",
        "Prophylactic mastectomy is an option to reduce such risk.",
        "Immunotherapy showed promising efficacy across many tumor types.",
        "Temozolomide to increase dose intensity was studied.",
        "In a subgroup of young patients, survival significantly improved with temozolomide.",
        "This kills chemotherapy-resistant cells and reduces the risk of recurrence.",
        "This trial examined the efficacy of temozolomide for glioma.",
        "Since fever is not due to interferon, indomethacin is of marginal benefit to patients with melanoma.",
        "Perfusion with tumor necrosis factor, interferon gamma, and melphalan led to high response rates in sarcoma.",
        "The combination of 6 XY and semustine achieved responses in pancreatic cancer.",
    ],
)
def test_what_tells_of_no_gain(text: str) -> None:
    assert treats(text) == set()


def test_what_is_gained_after_surgery_or_beside_treatment_is_of_another_aim() -> None:
    assert treats("Ketamine improved outcomes and postoperative recovery.") == set()
    assert treats("Ketamine led to a better outcome in women after breast cancer surgery.", None) == set()
    assert treats("Women with glioma receiving silymarin during radiotherapy were well.") == set()


def test_without_a_known_disease_nothing_is_told() -> None:
    assert treats("Temozolomide was effective and safe.", None) == set()


def test_a_drug_treats_the_trials_disease_only_where_no_other_is_named() -> None:
    text = "Olaparib was effective. Olaparib improved survival in ovarian cancer."
    assert treats(text) == {("olaparib", "ovarian cancer", "affirmed")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We compared olaparib with paclitaxel as first-line treatment of ovarian cancer.",
         {("olaparib", "ovarian cancer", "affirmed"), ("paclitaxel", "ovarian cancer", "affirmed")}),
        ("Candesartan did not protect the heart during trastuzumab treatment in breast cancer.",
         {("trastuzumab", "breast cancer", "affirmed")}),
        ("Outcomes of ovarian cancer treated with cisplatin or carboplatin combined with paclitaxel did not differ.",
         {("cisplatin+paclitaxel", "ovarian cancer", "affirmed"),
          ("carboplatin+paclitaxel", "ovarian cancer", "affirmed")}),
        ("Olaparib as treatment of ovarian cancer. Adding olaparib to cisplatin did not improve survival in ovarian "
         "cancer.", {("cisplatin+olaparib", "ovarian cancer", "negated")}),
    ],
)  # fmt: skip
def test_what_is_presupposed_unless_it_is_denied(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert treats(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dapagliflozin added to metformin improved responses in type 2 diabetes.",
         {("dapagliflozin+metformin", "type 2 diabetes", "affirmed")}),
        ("The combination of gemcitabine and tipifarnib did not prolong survival in pancreatic cancer compared with "
         "single-agent gemcitabine.", {("gemcitabine+tipifarnib", "pancreatic cancer", "negated")}),
        ("Thalidomide did not improve survival in small cell lung cancer.",
         {("thalidomide", "small cell lung cancer", "negated")}),
        ("Neither bevacizumab nor cetuximab improved survival in colon cancer.",
         {("bevacizumab", "colon cancer", "negated"), ("cetuximab", "colon cancer", "negated")}),
        ("Bevacizumab had no effect on overall survival in breast cancer.",
         {("bevacizumab", "breast cancer", "negated")}),
        ("Although the trial did not meet its end point, eribulin improved survival in breast cancer.",
         {("eribulin", "breast cancer", "affirmed")}),
        ("Tivantinib for second-line treatment of melanoma. Tivantinib did not improve survival in melanoma.",
         {("tivantinib", "melanoma", "negated")}),
        ("Given with it, a chemotherapy regimen did not improve survival in melanoma.", NOTHING),
        ("Anastrozole reduces incidence of breast cancer.", {("anastrozole", "breast cancer", "affirmed")}),
        ("Tamoxifen is approved for breast cancer prevention.", {("tamoxifen", "breast cancer", "affirmed")}),
        ("Prevention of breast cancer by tamoxifen is known.", {("tamoxifen", "breast cancer", "affirmed")}),
        ("Dexrazoxane reduces anthracycline-induced cardiotoxicity.", {("dexrazoxane", "cardiotoxicity", "affirmed")}),
        ("Pemetrexed may benefit patients with mesothelioma.", {("pemetrexed", "mesothelioma", "speculative")}),
        ("Imatinib has revolutionized the treatment of chronic myeloid leukemia.",
         {("imatinib", "chronic myeloid leukemia", "affirmed")}),
        ("Interferon alfa has no role in the treatment of melanoma.", {("interferon alfa", "melanoma", "negated")}),
        ("Treatment of Melanoma with Vemurafenib", {("vemurafenib", "melanoma", "affirmed")}),
        ("Zoledronic acid improved bone mineral density in women with breast cancer.", NOTHING),
        ("Ranibizumab is cheaper than laser, the standard of care for macular edema.", NOTHING),
        ("Prostvac, a vaccine-based immunotherapy, prolonged survival in prostate cancer.", NOTHING),
        ("Sipuleucel-T, an autologous cell-based immunotherapy, prolonged survival in prostate cancer.",
         {("sipuleucel-T", "prostate cancer", "affirmed")}),
        ("Rivaroxaban reduced the incidence of thromboembolic events or thrombosis-related death.",
         {("rivaroxaban", "thromboembolic event", "affirmed")}),
        ("BCG is effective in carcinoma in situ.", {("Bacillus Calmette-Guérin", "carcinoma in situ", "affirmed")}),
        ("Propofol resulted in a reduced incidence of vomiting compared with sevoflurane.", NOTHING),
        ("Evolocumab showed encouraging efficacy in patients with or without diabetes.", NOTHING),
        ("Doxorubicin-loaded beads improved survival in hepatocellular carcinoma.", NOTHING),
    ],
)  # fmt: skip
def test_further_wordings_of_gain_and_of_none(text: str, expected: set[tuple[str, str, str]]) -> None:
    assert treats(text, None) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Everolimus had good efficacy. It was active in melanoma and glioma.",
         {("everolimus", "melanoma", "affirmed"), ("everolimus", "glioma", "affirmed")}),
        ("Adding veliparib to temozolomide, as compared with placebo, significantly prolonged survival, with no "
         "increase in nausea.", {("temozolomide+veliparib", "glioma", "affirmed")}),
        ("Despite more nausea, temozolomide improved survival.", {("temozolomide", "glioma", "affirmed")}),
        ("Temozolomide improved survival and nausea.", NOTHING),
        ("Temozolomide improved outcomes of patients undergoing biopsy.", NOTHING),
        ("Temozolomide was superior to lomustine in reducing mortality.", {("temozolomide", "glioma", "affirmed")}),
    ],
)  # fmt: skip
def test_what_is_said_beside_of_harms_leaves_the_disease_that_of_the_trial(text, expected) -> None:
    assert treats(text) == expected


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("Cisplatin and etoposide is an active combination in glioma.", {"cisplatin+etoposide"}),
        ("Chemotherapy using cisplatin and etoposide was effective in glioma.", {"cisplatin+etoposide"}),
        ("Cisplatin and etoposide are active in glioma.", {"cisplatin", "etoposide"}),
    ],
)
def test_what_a_verb_in_the_singular_follows_is_one_regimen(text, subjects):
    assert {subject for subject, _, _ in treats(text)} == subjects
