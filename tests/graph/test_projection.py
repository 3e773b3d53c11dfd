from decimal import Decimal

from graph_samples import HOSTILE, IKEMA, KD, NEUTROPENIA, FewWords, hazard_ratio, read, targets
from trialgraph.ontology.facts import AdverseEventResult, Concept, TrialArm, TrialAttribute


def edges(graph):
    """Give the edges by the labels of their ends."""
    view = graph.networkx()
    return {
        (view.nodes[source]["label"], about["predicate"], view.nodes[target]["label"]): about
        for source, target, about in view.edges(data=True)
    }


def test_a_link_is_an_edge_with_its_sentences(make_graph):
    found = edges(make_graph(read("a", targets(), section="Results", confidence=0.9, rule="link")))
    about = found["isatuximab", "targets", "CD38"]
    assert about["assertion"] == "affirmed"
    assert about["claim"].startswith("https://w3id.org/trialgraph/id/claim/")
    assert about["evidence"] == [
        {
            "document": "https://w3id.org/trialgraph/doc/a",
            "quote": "Statement 0 of a.",
            "start": 0,
            "end": 17,
            "section": "Results",
            "assertion": "affirmed",
            "confidence": 0.9,
            "rule": "link",
        }
    ]


def test_two_documents_make_one_edge_with_two_sentences(make_graph):
    found = edges(make_graph(read("a", targets()), read("b", targets(), assertion="negated")))
    about = found["isatuximab", "targets", "CD38"]
    assert [sentence["assertion"] for sentence in about["evidence"]] == ["affirmed", "negated"]
    assert about["assertion"] == "affirmed"


def test_what_is_denied_is_an_edge_that_says_so(make_graph):
    found = edges(make_graph(read("a", targets(), assertion="negated")))
    assert found["isatuximab", "targets", "CD38"]["assertion"] == "negated"


def test_a_result_is_a_node_tied_to_what_it_is_about(make_graph):
    figures = {"grade": ">=3", "value": Decimal(0), "count": 0, "total": 122}
    event = AdverseEventResult(trial=IKEMA, arm=KD, event=NEUTROPENIA, **figures)
    graph = make_graph(read("a", event))
    label = "neutropenia grade >=3, 0% (0 of 122)"
    ties = {(predicate, end) for source, predicate, end in edges(graph) if source == label}
    arm = "IKEMA: carfilzomib + dexamethasone"
    assert ties == {("trial", "IKEMA"), ("arm", arm), ("event", "neutropenia")}
    (node,) = (about for _, about in graph.networkx().nodes(data=True) if about["label"] == label)
    assert (node["kind"], node["value"], node["count"]) == ("AdverseEventResult", "0", "0")


def test_arms_lead_to_their_drugs(make_graph):
    found = edges(make_graph(read("a", TrialArm(arm=KD, size=123))))
    arm, regimen = "IKEMA: carfilzomib + dexamethasone", "carfilzomib + dexamethasone"
    assert {("IKEMA", "hasArm", arm), (arm, "regimen", regimen), (regimen, "component", "carfilzomib")} <= found.keys()


def test_texts_and_numbers_of_a_trial_are_properties_of_its_node(make_graph):
    claims = [TrialAttribute(trial=IKEMA, attribute="design", value=v) for v in ("randomized", "open-label")]
    view = make_graph(read("a", *claims)).networkx()
    (trial,) = (about for _, about in view.nodes(data=True))
    expected = {"label": "IKEMA", "kind": "Trial", "design": "open-label; randomized", "registryId": "NCT03275285"}
    assert trial == expected


def test_nothing_stands_alone_without_a_claim(make_graph):
    view = make_graph(read("a", hazard_ratio())).networkx()
    assert not {FewWords.anti_cd38.name} & {about["label"] for _, about in view.nodes(data=True)}
    assert all(view.degree(node) for node in view)


def test_hostile_names_are_labels_as_they_are(make_graph):
    found = edges(make_graph(read("a", targets(Concept("Drug", HOSTILE)))))
    assert (HOSTILE, "targets", "CD38") in found
