from decimal import Decimal

import pytest
from trialgraph.ontology.document import Cell, Document, Section, Table
from trialgraph.ontology.errors import StoreError
from trialgraph.ontology.facts import (
    AdverseEventResult,
    Arm,
    Concept,
    Dosage,
    Evidence,
    Fact,
    Link,
    NameUse,
    OutcomeResult,
    Reading,
    Regimen,
    Trial,
    TrialArm,
    TrialAttribute,
)
from trialgraph.ontology.serialisation import document_from_json, document_to_json, reading_from_json, reading_to_json

DRUG, TRIAL = Concept("Drug", "isatuximab"), Trial("IKEMA", ("NCT03275285",))
ARM = Arm(TRIAL, Regimen.of(DRUG))
VALUES = ["3", "302", "1E3", "", "'quoted'", 302, 0, Decimal("20.70"), Concept("Organization", "Sanofi")]


@pytest.mark.parametrize(
    "claim",
    [
        Link(subject=DRUG, predicate="targets", object=Concept("Target", "CD38")),
        Link(subject=ARM.regimen, predicate="treats", object=Concept("Disease", "multiple myeloma")),
        *(TrialAttribute(trial=TRIAL, attribute="phase", value=value) for value in VALUES),
        TrialArm(arm=ARM, size=0, role="control", label="K"),
        OutcomeResult(
            trial=TRIAL, arm=None, comparator=ARM, endpoint=Concept("Endpoint", "PFS"), measure="median",
            value=Decimal("19.150"), ci_low=Decimal("1.50"), ci_high="notReached", p_sides=1,
        ),
        AdverseEventResult(trial=TRIAL, arm=ARM, event=Concept("AdverseEvent", "death"), count=0, serious=False),
        Dosage(drug=DRUG, amount=Decimal("1E+1"), unit="mg/kg"),
    ],
)  # fmt: skip
def test_a_reading_comes_back_as_it_was(claim):
    evidence = Evidence(start=0, end=3, quote="\x00é\U0001f600", assertion="negated", confidence=0.25)
    reading = Reading((Fact(claim, evidence),), (NameUse(DRUG, "Isa"),), 7)
    again = reading_from_json(reading_to_json(reading))
    assert again == reading
    assert repr(again) == repr(reading)


def test_a_document_comes_back_as_it_was():
    cell = Cell(start=0, end=1, text="1", row=0, column=2, column_span=2, header=True)
    document = Document(
        identifier="a", source="a.xml", text="1", title="T", identifiers=("pmid:1",), kind="news",
        sections=(Section(start=0, end=1, heading="Results"),), tables=(Table(start=0, end=1, cells=(cell,)),),
    )  # fmt: skip
    assert document_from_json(document_to_json(document)) == document


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"facts": [{"claim": {"type": "Rumour"}}]}'])
def test_other_json_is_refused(data):
    with pytest.raises(StoreError, match="the JSON is no Reading"):
        reading_from_json(data)


def test_what_utf_8_lacks_is_refused():
    with pytest.raises(StoreError, match="can't be stored"):
        document_to_json(Document(identifier="a", source="a", text="\ud800"))
