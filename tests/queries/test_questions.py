"""Every question of the catalogue, on a small graph of which the answers are known."""

from decimal import Decimal

import pytest
from rdflib import Graph, URIRef
from trialgraph.graph.knowledge_graph import KnowledgeGraph
from trialgraph.queries import Table, catalogue, load_query, run

NEW = "carfilzomib + dexamethasone + isatuximab"
OLD = "carfilzomib + dexamethasone"


def ask(graph: KnowledgeGraph, question: str, /, *columns: str, **params: str) -> list[tuple[object, ...]]:
    """Some columns of an answer, as plain values."""
    table = run(graph, load_query(question), params)
    assert isinstance(table, Table)
    places = [table.columns.index(column) for column in columns]
    return [tuple(None if row[i] is None else row[i].toPython() for i in places) for row in table.rows]  # type: ignore[union-attr]


def claim_of(graph: KnowledgeGraph, name: str, **params: str) -> str:
    return str(ask(graph, name, "claim", **params)[0][0])


def test_drugs_by_target(graph: KnowledgeGraph) -> None:
    columns = "targetName", "drugName", "mechanisms", "trials"
    new = "CD38", "isatuximab", "antibody-dependent cellular cytotoxicity", "IKEMA"
    assert ask(graph, "drugs-by-target", *columns) == [("CD38", "daratumumab", None, None), new]


@pytest.mark.parametrize("name", ["CD38", "cd38"])
def test_names_match_whatever_their_case(graph: KnowledgeGraph, name: str) -> None:
    assert len(ask(graph, "drugs-by-target", "drugName", target=name)) == 2


def test_other_names_match(graph: KnowledgeGraph) -> None:
    assert ask(graph, "doses", "drugName", drug="isa") == [("isatuximab",)]
    assert ask(graph, "hazard-ratios", "trialName", trial="nct03275285") == [("IKEMA",)] * 3


def test_what_is_not_there_gives_no_rows(graph: KnowledgeGraph) -> None:
    assert ask(graph, "drugs-by-target", "drugName", target="EGFR") == []


def test_hazard_ratios(graph: KnowledgeGraph) -> None:
    columns = "armDrugs", "comparatorDrugs", "hazardRatio", "ciLow", "ciHigh", "ciLevel", "p", "pSides", "subgroup"
    interval = Decimal("0.32"), Decimal("0.89"), Decimal(99), "= 0.0007", 1, None
    rows = ask(graph, "hazard-ratios", *columns, endpoint="PFS", trial="IKEMA")
    assert rows[:2] == [(NEW, OLD, Decimal(value), *interval) for value in ("0.53", "0.58")]
    assert rows[2][2] == Decimal("0.6")
    assert rows[2][-1] == "age 65 or older"


def test_medians(graph: KnowledgeGraph) -> None:
    rows = ask(graph, "medians", "armDrugs", "median", "unit", "ciLow", "ciHigh", endpoint="PFS")
    assert rows == [(OLD, "19.15", "months", Decimal("15.77"), "notReached"), (NEW, "notReached", None, None, None)]


def test_response_rates(graph: KnowledgeGraph) -> None:
    rows = ask(graph, "response-rates", "armDrugs", "percent", "count", "total", endpoint="overall response rate")
    assert rows == [(OLD, 60, 102, 123), (NEW, 87, 155, 179)]


def test_rates_at_a_time_are_shares_too(graph: KnowledgeGraph) -> None:
    rows = ask(graph, "response-rates", "percent", "atTime", endpoint="overall survival")
    assert rows == [(Decimal("87.6"), "12 months")]


def test_the_latest_results_are_shown_and_the_earlier_ones_when_asked_for(graph: KnowledgeGraph) -> None:
    rows = ask(graph, "response-rates", "percent", endpoint="overall survival", superseded="shown")
    assert sorted(rows) == [(Decimal("87.6"),), (Decimal("88.1"),)]


def test_severe_adverse_events_have_one_row_with_both_arms(graph: KnowledgeGraph) -> None:
    columns = "eventName", "grade", "firstArm", "firstPercent", "secondArm", "secondPercent", "difference"
    row = "neutropenia", ">=3", NEW, Decimal("19.2"), OLD, Decimal("7.4"), Decimal("11.8")
    assert ask(graph, "severe-adverse-events", *columns) == [row]
    assert ask(graph, "severe-adverse-events", *columns, event="infusion reaction") == []


def test_zero_patients_are_patients(graph: KnowledgeGraph) -> None:
    rows = ask(graph, "adverse-events", "grade", "percent", "count", "total", event="infusion reaction", trial="IKEMA")
    assert rows == [("any", 0, 0, 177)]


def test_mechanism_to_adverse_event(graph: KnowledgeGraph) -> None:
    rows = ask(graph, "mechanism-to-adverse-event", "drugName", "eventName", "how", "claims", event="neutropenia")
    [(drug, event, how, claims)] = rows
    assert (drug, event, claims) == ("isatuximab", "neutropenia", 2)
    assert set(str(how).split("; ")) == {"suggested link", "seen in arms given it"}


def test_subgroups(graph: KnowledgeGraph) -> None:
    rows = ask(graph, "subgroups", "subgroupName", "measureName", "figure", subgroup="AGE")
    assert rows == [("age 65 or older", "hazardRatio", "0.6")]
    assert ask(graph, "subgroups", "figure", subgroup="refractory") == []


def test_trials(graph: KnowledgeGraph) -> None:
    columns = "trialName", "registryIds", "phases", "designs", "diseases", "enrolled", "primaryEndpoints"
    row = "IKEMA", "NCT03275285", "3", "open-label", "multiple myeloma", "302", "progression-free survival"
    assert ask(graph, "trials", *columns, disease="myeloma") == [row]
    assert ask(graph, "trials", *columns, disease="melanoma") == []


def test_trial_arms(graph: KnowledgeGraph) -> None:
    rows = ask(graph, "trial-arms", "armDrugs", "labels", "roleName", "sizes", trial="IKEMA")
    assert rows == [(NEW, "isatuximab group", "experimental", "179"), (OLD, "control group", "control", "123")]


def test_doses(graph: KnowledgeGraph) -> None:
    rows = ask(graph, "doses", "amount", "unit", "route", "schedule", "trialName")
    assert rows == [(Decimal(10), "mg/kg", "iv", "weekly in cycle 1", "IKEMA")]


@pytest.mark.parametrize("name", ["paper", "PAPER.txt", "ikema, first report", "https://w3id.org/trialgraph/doc/paper"])
def test_a_document_is_found_by_any_of_its_names(graph: KnowledgeGraph, name: str) -> None:
    rows = ask(graph, "document-claims", "about", "what", "figure", "quote", document=name)
    assert rows[0] == ("isatuximab", "targets", "CD38", "sentence 0 of paper.")
    assert len(rows) == 23


def test_evidence_of_a_claim_comes_from_every_document(graph: KnowledgeGraph) -> None:
    claim = claim_of(graph, "concept-claims", concept="CD38")
    assert claim == claim_of(graph, "hedged-statements", assertion="negated")
    rows = ask(graph, "claim-evidence", "source", "start", "end", "assertionName", claim=claim)
    assert rows == [("denial.txt", 0, 21, "negated"), ("note.txt", 0, 19, "affirmed")]


def test_what_is_known_of_a_concept(graph: KnowledgeGraph) -> None:
    rows = ask(graph, "concept-claims", "subjectName", "relation", "assertionName", concept="neutropenia")
    assert rows == [("isatuximab", "mayCause", "speculative")]


def test_hedged_statements(graph: KnowledgeGraph) -> None:
    rows = ask(graph, "hedged-statements", "assertionName", "subjectName", "relation", "objectName")
    suggested = "speculative", "isatuximab", "mayCause", "neutropenia"
    assert rows == [("negated", "daratumumab", "targets", "CD38"), suggested]
    assert ask(graph, "hedged-statements", "subjectName", assertion="Speculative") == [("isatuximab",)]


def test_conflicts_give_every_side(graph: KnowledgeGraph) -> None:
    rows = ask(graph, "conflicts", "figure", "source", trial="IKEMA")
    assert rows == [(Decimal("0.53"), "paper.txt"), (Decimal("0.58"), "other.txt")]


def test_superseded_results(graph: KnowledgeGraph) -> None:
    rows = ask(graph, "superseded", "earlierValue", "earlierCutoff", "laterValue", "laterCutoff")
    assert rows == [(Decimal("88.1"), "2020-02-07", Decimal("87.6"), "2022-01-14")]


def test_flags(graph: KnowledgeGraph) -> None:
    [(check, trial, source)] = ask(graph, "flags", "checkName", "trialName", "source")
    assert (check, trial, source) == ("proportion", "IKEMA", "paper.txt")
    assert ask(graph, "flags", "checkName", check="interval") == []


def test_concepts_and_their_identifiers(graph: KnowledgeGraph) -> None:
    [(kind, name, others, same)] = ask(
        graph, "concepts", "kindName", "preferredName", "otherNames", "sameAs", name="Isa", kind="drug"
    )
    assert (kind, name) == ("Drug", "isatuximab")
    assert "Isa" in str(others)
    assert "http://purl.obolibrary.org/obo/NCIT_C90578" in str(same)


def test_documents(graph: KnowledgeGraph) -> None:
    rows = ask(graph, "documents", "source", "claims")
    assert rows == [("denial.txt", 1), ("guess.txt", 1), ("note.txt", 1), ("other.txt", 3), ("paper.txt", 23)]


def test_support_comes_in_pages_each_of_which_tells_how_many_claims_there_are(copies: KnowledgeGraph) -> None:
    whole = ask(copies, "support", "claim", "documents", "inAll")
    pages = [ask(copies, "support", "claim", "documents", "inAll", limit="9", offset=str(n)) for n in (0, 9, 18, 27)]
    assert sorted(row for page in pages for row in page) == sorted(whole)
    assert {row[1:] for row in whole} == {(12, len({row[0] for row in whole}))} == {(12, 23)}


@pytest.mark.parametrize("kind", ["Drug", "Trial", "OutcomeResult", "Evidence"])
def test_a_thing_comes_with_its_claims_and_their_evidence(graph: KnowledgeGraph, kind: str) -> None:
    whole = {tuple(row) for row in graph.query("SELECT ?s ?p ?o { ?s ?p ?o }")}  # type: ignore[arg-type]
    thing = min(row[0] for row in graph.query(f"SELECT ?thing {{ ?thing a tg:{kind} }}"))  # type: ignore[index]
    evidence = {(s, o) for s, p, o in whole if str(p) == "https://w3id.org/trialgraph/evidence"}
    claims = {s for s, _, o in whole if o == thing} & {claim for claim, _ in evidence}
    nodes = {thing} | claims | {piece for claim, piece in evidence if claim in claims | {thing}}
    answer = run(graph, load_query("statements-about"), {"entity": str(thing)})
    assert set(answer) == {triple for triple in whole if triple[0] in nodes}  # type: ignore[arg-type]


def test_a_drug_as_a_graph(graph: KnowledgeGraph) -> None:
    answer = run(graph, load_query("drug-graph"), {"drug": "isatuximab"})
    assert isinstance(answer, Graph)
    tg = "https://w3id.org/trialgraph/"
    assert (URIRef(tg + "id/drug/isatuximab"), URIRef(tg + "targets"), URIRef(tg + "id/target/CD38")) in answer
    assert not any(answer.triples((None, URIRef(tg + "mayCause"), URIRef(tg + "id/adverse-event/neutropenia"))))


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_every_question_runs_with_all_its_examples(graph: KnowledgeGraph, name: str) -> None:
    query = catalogue()[name]
    answer = run(graph, query, {parameter.name: parameter.example for parameter in query.parameters})
    assert isinstance(answer, Table | Graph)


@pytest.mark.parametrize(
    "name", ["hazard-ratios", "medians", "response-rates", "adverse-events", "severe-adverse-events", "subgroups"]
)
def test_what_many_documents_state_is_one_row(graph: KnowledgeGraph, copies: KnowledgeGraph, name: str) -> None:
    """The store gives a triple once for each graph that holds it; joined, such copies would go into billions."""
    once = run(graph, load_query(name), {"trial": "IKEMA", "superseded": "shown"})
    copied = run(copies, load_query(name), {"trial": "IKEMA"})
    assert isinstance(once, Table)
    assert isinstance(copied, Table)
    assert copied.rows
    assert set(copied.rows) <= set(once.rows)
    assert len(set(copied.rows)) == len(copied.rows)
