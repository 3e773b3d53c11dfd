import pytest
from trialgraph.graph.comparison import Stated
from trialgraph.graph.database import Database
from trialgraph.graph.index import Index, claim_row
from trialgraph.graph.trials import Mention, TrialIdentity
from trialgraph.ontology.facts import Concept, Trial

NAME, NUMBER, BOTH = Trial("IKEMA"), Trial("", ("NCT03275285",)), Trial("Ikema", ("NCT03275285",))
OTHER = Trial("ICARIA")
FOUND = TrialIdentity("IKEMA", "IKEMA")


@pytest.fixture
def index():
    return Index(Database(None))


def test_trials_are_connected_by_names_and_numbers_over_any_distance(index):
    for document, trial in (("a", NAME), ("b", BOTH), ("c", NUMBER), ("d", OTHER)):
        index.enter_trials(document, {trial: FOUND})
    assert index.connected([NAME]) == dict.fromkeys(
        (Mention("a", NAME), Mention("b", BOTH), Mention("c", NUMBER)), FOUND
    )
    index.enter_trials("b", {})
    assert index.connected([NAME]) == {Mention("a", NAME): FOUND}
    assert index.connected([Trial()]) == {}


def test_identities_are_kept(index):
    index.enter_trials("a", {BOTH: FOUND})
    assert index.trials("a") == {BOTH: FOUND}
    assert index.trials("b") == {}


def test_support_counts_documents_that_affirm(index):
    for document, affirmed in (("a", True), ("b", True), ("c", False)):
        index.enter_claims(document, [claim_row("x", affirmed=affirmed)])
    assert (index.support("x"), index.support("y")) == (2, 0)
    index.forget("b")
    assert index.support("x") == 1


def test_affirmed_claims_are_found_by_what_they_answer(index):
    index.enter_claims(
        "a",
        [
            claim_row("x", affirmed=True, key="key", figures={"value": "0.50"}),
            claim_row("y", affirmed=True, key="other"),
        ],
    )
    index.enter_claims("b", [claim_row("z", affirmed=False, key="key", figures={"value": "0.6"})])
    assert index.stated("key") == [Stated("a", "x", {"value": "0.50"})]
    assert index.claims("a") == {("x", "key"), ("y", "other")}


def test_flags_of_all_documents_come_together(index):
    index.enter_claims("a", [claim_row("x", affirmed=True, flags={("count", "3 is more")})])
    index.enter_claims("b", [claim_row("x", affirmed=True, flags={("interval", "outside"), ("count", "3 is most")})])
    assert index.flags("x") == {"count": {"3 is more", "3 is most"}, "interval": {"outside"}}


def test_spellings_of_a_concept_are_found_by_its_iri(index):
    one, other = Concept("Drug", "a b"), Concept("Drug", "a-b")
    index.enter_concepts("a", [("iri", one.kind, one.name)])
    index.enter_concepts("b", [("iri", concept.kind, concept.name) for concept in (other, one)])
    assert index.concepts("iri") == [one, other]
    index.forget("b")
    assert index.concepts("iri") == [one]
    assert index.concept_iris("a") == {"iri"}
