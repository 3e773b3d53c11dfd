"""From a document to its facts: what a short report states, each fact with its words, whatever the text."""

from concurrent.futures import ProcessPoolExecutor
from decimal import Decimal
from multiprocessing import get_context

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telling import told
from trialgraph.extract.extractor import Extractor
from trialgraph.ontology.document import Document, Section
from trialgraph.ontology.facts import (
    AdverseEventResult,
    Arm,
    Concept,
    Dosage,
    Link,
    OutcomeResult,
    Reading,
    Regimen,
    Trial,
    TrialArm,
    TrialAttribute,
)

CODEBREAK = (
    "Sotorasib in lung cancer (CodeBreaK 200): a randomised phase 3 trial. Adults were randomly assigned to sotorasib "
    "960 mg daily (n=171) or docetaxel (n=174). Median progression-free survival was 5.6 months with sotorasib and "
    "4.5 months with docetaxel (hazard ratio 0·66, 95% CI 0·51–0·86; p=0·0017). The response rate was 28.1% versus "
    "13.2%. Grade 3 or worse adverse events occurred in 33% and 40%, respectively. Funded by Amgen. NCT04303780."
)
IKEMA = (
    "In IKEMA, 179 patients were assigned to isatuximab plus carfilzomib and dexamethasone and 123 to carfilzomib and "
    "dexamethasone. Progression was delayed (hazard ratio for progression or death, 0.53; 99% CI, 0.32–0.89)."
)
NAMELESS = "All patients received blinatumomab. Complete remission was seen in 81 (43%) of 189 patients."
TRIAL = Trial("CodeBreaK 200", ("NCT04303780",))


def document(text: str, name: str = "a") -> Document:
    return Document(identifier=name, source=f"{name}.txt", text=text)


def read_alone(text: str) -> Reading:
    """What a worker does, in a process of its own."""
    return Extractor().read(document(text))


def assert_quotes_are_cut_exactly(text: str, reading: Reading) -> None:
    for fact in reading.facts:
        evidence = fact.evidence
        assert 0 <= evidence.start < evidence.end <= len(text)
        assert text[evidence.start : evidence.end] == evidence.quote


def test_a_report_gives_exactly_what_it_states(extractor):
    claims = [f.claim for f in extractor.read(document(CODEBREAK)).facts]
    results = [told(c) for c in claims if isinstance(c, OutcomeResult | AdverseEventResult)]
    assert results == [
        "sotorasib: progression-free survival median 5.6 months",
        "docetaxel: progression-free survival median 4.5 months",
        "sotorasib vs docetaxel: progression-free survival hazardRatio 0.66 [0.51, 0.86] 95% p=0.0017",
        "sotorasib: objective response rate proportion 28.1%",
        "docetaxel: objective response rate proportion 13.2%",
        "sotorasib: any adverse event >=3 33%",
        "docetaxel: any adverse event >=3 40%",
    ]
    sotorasib, docetaxel = (Concept("Drug", name) for name in ("sotorasib", "docetaxel"))
    assert {c for c in claims if isinstance(c, TrialArm)} == {
        TrialArm(arm=Arm(TRIAL, Regimen.of(sotorasib)), size=171, role="experimental"),
        TrialArm(arm=Arm(TRIAL, Regimen.of(docetaxel)), size=174, role="control"),
    }
    assert [c for c in claims if isinstance(c, Dosage)] == [
        Dosage(drug=sotorasib, amount=Decimal(960), unit="mg", trial=TRIAL, schedule="daily")
    ]
    assert {(c.attribute, c.value) for c in claims if isinstance(c, TrialAttribute)} == {
        ("studies", Concept("Disease", "lung cancer")), ("design", "randomized"), ("phase", "3"),
        ("sponsor", Concept("Organization", "Amgen")), ("registryId", "NCT04303780"),
    }  # fmt: skip
    assert len(claims) == len(results) + 2 + 1 + 5


def test_a_review_reports_no_trial_of_its_own(extractor):
    text = (
        "Selpercatinib is a RET inhibitor approved for thyroid cancer after at least one prior therapy. It is "
        "given by mouth. Common adverse reactions include dry mouth and hypertension."
    )
    claims = [fact.claim for fact in extractor.read(document(text)).facts]
    assert claims
    assert not any(isinstance(claim, TrialAttribute | TrialArm | AdverseEventResult) for claim in claims)


def test_every_claim_is_of_the_trial_that_is_reported(extractor):
    claims = [f.claim for f in extractor.read(document(CODEBREAK)).facts]
    assert {c.trial for c in claims if isinstance(c, OutcomeResult | AdverseEventResult | TrialAttribute)} == {TRIAL}


def test_a_trial_is_no_drug(extractor):
    text = "The phase 3 MM-003 trial demonstrated a survival benefit in patients with multiple myeloma."
    facts = extractor.read(document(text)).facts
    assert facts
    assert not any(isinstance(f.claim, Link) for f in facts)


def test_quotes_point_into_the_stored_text_with_its_own_characters(extractor):
    reading = extractor.read(document(CODEBREAK))
    assert_quotes_are_cut_exactly(CODEBREAK, reading)
    assert any("0·66" in f.evidence.quote for f in reading.facts)


def test_evidence_knows_its_section(extractor):
    text = f"{NAMELESS}\n\nSafety\n\nNeutropenia occurred in 30 (16%) of 189 patients."
    start = text.index("Safety")
    sections = (Section(start=0, end=start, heading="Efficacy"), Section(start=start, end=len(text), heading="Safety"))
    facts = extractor.read(Document(identifier="a", source="a.txt", text=text, sections=sections)).facts
    assert {f.evidence.section for f in facts if isinstance(f.claim, OutcomeResult)} == {"Efficacy"}
    assert {f.evidence.section for f in facts if isinstance(f.claim, AdverseEventResult)} == {"Safety"}


def test_facts_are_in_order_and_each_stands_once(extractor):
    facts = extractor.read(document(CODEBREAK)).facts
    assert [f.evidence.start for f in facts] == sorted(f.evidence.start for f in facts)
    assert len(set(facts)) == len(facts)


def test_other_names_of_concepts_are_told(extractor):
    text = "All patients received Blincyto. Neutropaenia occurred in 16%."
    assert {(n.concept.name, n.name) for n in extractor.read(document(text)).names} >= {("blinatumomab", "Blincyto")}


def test_reading_again_and_in_another_order_changes_nothing(extractor):
    texts = [CODEBREAK, IKEMA, NAMELESS]
    forth = [extractor.read(document(text)) for text in texts]
    back = [extractor.read(document(text)) for text in reversed(texts)]
    assert forth == back[::-1]


@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_workers_read_the_same(extractor, method):
    texts = [CODEBREAK, IKEMA, NAMELESS]
    with ProcessPoolExecutor(2, mp_context=get_context(method)) as pool:
        assert list(pool.map(read_alone, texts)) == [extractor.read(document(text)) for text in texts]


MANY = " and ".join(f"{n}%" for n in range(400))
HOSTILE = {
    "nothing": "",
    "white space": " \n\t\r\n ",
    "control characters": "Nausea\x00 occurred\x07 in 5%\x1b of patients.",
    "right to left": "Nausea \u202eoccurred\u202c in 5% من المرضى. ٢٨٪ Fatigue 3% מטופלים.",
    "halves of characters": "Nausea \ud800 occurred in 5%. Fa\udc00tigue in 7%.",
    "no letters": "()[]%.,;:/–-<>=±" * 50,
    "open brackets": f"{'(' * 500}Nausea 5%{')' * 400}",
    "one word": "a" * 20_000,
    "no end of a sentence": "nausea 5% fatigue " * 300,
    "400 numbers": f"{NAMELESS[:-1]}, nausea in {MANY}.",
    "400 ratios": f"{IKEMA} The hazard ratio was {' and '.join(f'0.{n} (95% CI 0.1-{n})' for n in range(1, 400))}.",
    "5000 digits": f"{NAMELESS} Nausea (n = {'9' * 5000}) in {'8' * 5000}% of {'7' * 5000} at week {'6' * 5000}.",
    "raised figures": "Nausea² occurred in ²% and ½% of ³/⁴ patients; grade Ⅲ 3⁴ of 5⁶ (7⁸%).",
    "emoji": "👩‍⚕️ 🙂 nausea 5% e\u0301\u0302 blinatumomab 🏴󠁧󠁢󠁥󠁮󠁧󠁿.",
    "many arms": f"Patients were assigned to {' or '.join(['nivolumab plus ipilimumab', 'docetaxel'] * 60)}.",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_is_hostile_is_read_without_error(extractor, text):
    assert_quotes_are_cut_exactly(text, extractor.read(document(text)))


def test_the_rest_of_a_hostile_document_is_read(extractor):
    text = f"{HOSTILE['control characters']} {'(' * 40} {CODEBREAK}"
    claims = [f.claim for f in extractor.read(document(text)).facts]
    assert any(isinstance(c, OutcomeResult) and c.value == Decimal("0.66") for c in claims)


WORDS = st.sampled_from([
    "nivolumab", "docetaxel", "placebo", "plus", "or", "versus", "with", "and", "respectively", "both groups",
    "nausea", "grade 3 or 4", "serious", "median", "overall survival", "response rate", "hazard ratio", "95% CI",
    "0.44–0.81", "p<0.001", "12.2 months", "not reached", "19%", "5 of 12", "n=97", "patients", "were assigned to",
    "(", ")", "[", ";", ",", ".", ":", "\n\n", "NCT01673867", "CheckMate 057", "mg/kg", "0", "·", "\u202e", "é", "\x00",
])  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join)))
def test_any_text_is_read_and_every_quote_is_exact(text):
    assert_quotes_are_cut_exactly(text, Extractor().read(document(text)))
