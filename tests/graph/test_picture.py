import base64
import hashlib
import re
from decimal import Decimal

import pytest
from graph_samples import CD38, IKEMA, ISA, ISA_KD, KD, hazard_ratio, read, targets
from picture_samples import Page
from trialgraph.graph.knowledge_graph import KnowledgeGraph
from trialgraph.graph.picture import draw
from trialgraph.ontology.document import Document
from trialgraph.ontology.errors import StoreError
from trialgraph.ontology.facts import Concept, Evidence, Fact, Reading, TrialArm, TrialAttribute

HOSTILE = (
    '<img src=x onerror="alert(1)"></script><script>alert(2)</script><!-- href="javascript:alert(3)" {{7*7}} ${x} '
    "\\u003c \u202eevil\u202c " + "W" * 10_000
)
WITHOUT_OFFSETS = """
@prefix tg: <https://w3id.org/trialgraph/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
GRAPH <https://w3id.org/trialgraph/doc/note> {
  <https://w3id.org/trialgraph/doc/note> a tg:Document ; dcterms:source "/home/somebody/note.txt" .
  <https://w3id.org/trialgraph/id/drug/daratumumab> a tg:Drug ; skos:prefLabel "daratumumab" .
  <https://w3id.org/trialgraph/id/target/CD38> a tg:Target ; skos:prefLabel "CD38" .
  <https://w3id.org/trialgraph/id/claim/1> a tg:LinkClaim ;
    rdf:subject <https://w3id.org/trialgraph/id/drug/daratumumab> ; rdf:predicate tg:targets ;
    rdf:object <https://w3id.org/trialgraph/id/target/CD38> ;
    tg:evidence [ a tg:Evidence ; tg:inDocument <https://w3id.org/trialgraph/doc/note> ;
                  tg:quote "Daratumumab binds CD38." ; tg:assertion tg:affirmed ] .
}
"""


@pytest.fixture
def page(make_graph, tmp_path):
    def make(*documents, **options):
        draw(make_graph(*documents), tmp_path / "graph.html", **options)
        return Page(tmp_path / "graph.html")

    return make


@pytest.fixture
def hostile(page):
    """A page in which every text of a document is an attack."""
    drug = Concept("Drug", HOSTILE)
    document = Document(identifier=HOSTILE[:90], source=f"{HOSTILE[:90]}.txt", title=HOSTILE, text=f"{HOSTILE} again.")
    evidence = Evidence(start=0, end=len(HOSTILE), quote=HOSTILE, section=HOSTILE, rule=HOSTILE[:50])
    claims = targets(drug), TrialArm(arm=KD, size=123, label=HOSTILE), hazard_ratio(population=HOSTILE)
    return page((document, Reading(tuple(Fact(claim, evidence) for claim in claims))))


def test_a_page_asks_nobody_for_anything(page):
    tree = page(read("a", targets(), hazard_ratio())).tree
    assert not [*tree.iter("link", "img", "iframe", "object", "a", "base")]
    assert not tree.xpath("//@src | //@href | //@srcset")
    assert not re.findall(r"url\(|@import", "".join(style.text for style in tree.iter("style")))


def test_only_the_scripts_of_the_page_may_run(page):
    found = page(read("a", targets()))
    (policy,) = found.tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    hashes = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in found.scripts]
    assert re.findall(r"'sha256-([^']+)'", policy) == hashes
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe-eval" not in policy
    assert not found.tree.xpath("//@*[starts-with(name(), 'on')]")


def test_a_page_is_in_standards_mode_and_says_what_it_is(page):
    found = page(read("a", targets()))
    assert found.source.startswith("<!doctype html>")
    assert found.tree.get("lang") == "en"
    assert found.tree.findtext("head/title") == "Facts about trials · trialgraph"
    assert [heading.text_content() for heading in found.tree.iter("h1")] == ["Facts about trials"]


def test_what_a_document_says_runs_nowhere(hostile):
    assert len(hostile.scripts) == 3
    assert not [*hostile.tree.iter("img")]
    assert not hostile.tree.xpath("//@*[starts-with(name(), 'on')]")
    data = hostile.scripts[1]
    assert "\\u003cimg" in data
    assert "<img" not in data
    assert "popup.innerHTML" not in data
    assert not [node for node in hostile.nodes if "href" in node.get("title", "")]


def test_what_a_document_says_is_shown_as_it_is(hostile):
    told = hostile.tree.xpath("string(//section[@class='table'])")
    assert told.count(HOSTILE) >= 4
    assert "$" + "{x}" in told


def test_keys_are_our_own(hostile):
    assert all(re.fullmatch(r"n\d+[lr]?", node["id"]) for node in hostile.nodes)
    assert all(re.fullmatch(r"e\d+", edge["id"]) for edge in hostile.edges)
    assert all(re.fullmatch(r"f\d+", key) for edge in hostile.edges for key in edge["facts"])


def test_cards_stay_short_and_turn_no_text_around(hostile):
    labels = [card["label"] for card in hostile.cards.values()]
    assert max(len(line) for label in labels for line in label.split("\n")) <= 21
    assert max(label.count("\n") for label in labels) < 10
    assert not [card for card in hostile.cards.values() if "\u202e" in card["label"] + card["name"] + card["title"]]


def test_a_title_that_attacks_is_a_title(page):
    found = page(read("a", targets(Concept("Drug", "<b>x</b>"))), around="<b>x</b>")
    assert found.tree.findtext("head/title") == "Around <b>x</b> · trialgraph"
    assert not [*found.tree.iter("b")]


def test_an_edge_opens_its_sentences(page):
    evidence = {"section": "Results", "confidence": 0.875, "assertion": "speculative"}
    found = page(read("a", targets(), text="Before. ", **evidence), read("b", targets()))
    edge = found.links["isatuximab", "targets", "CD38"]
    assert found.sentences(edge) == [
        "Statement 0 of a.a.txt · Results · characters 8–25 · speculative · confidence 0.88",
        "Statement 0 of b.b.txt · characters 0–17 · affirmed · confidence 1.00",
    ]


def test_a_quote_stands_in_its_sentence(page):
    text = "Earlier. The antibody isatuximab targets CD38 on plasma cells. Later."
    evidence = Evidence(start=22, end=45, quote=text[22:45])
    found = page((Document(identifier="a", source="a.txt", text=text), Reading((Fact(targets(), evidence),))))
    (shown,) = found.tree.iter("blockquote")
    assert shown.text_content() == "The antibody isatuximab targets CD38 on plasma cells."
    assert shown.findtext("mark") == "isatuximab targets CD38"


def test_every_fact_of_an_edge_is_a_row(page):
    found = page(read("a", targets(), hazard_ratio(), TrialArm(arm=KD, size=123)))
    rows = set(found.tree.xpath("//tbody/tr/@id"))
    assert rows == {key for shown in (*found.edges, *found.cards.values()) for key in shown["facts"]}
    assert len(rows) == 3


def test_evidence_without_offsets_is_drawn(tmp_path):
    (tmp_path / "graph.trig").write_text(WITHOUT_OFFSETS, encoding="utf-8")
    with KnowledgeGraph.load_rdf(tmp_path / "graph.trig") as graph:
        draw(graph, tmp_path / "graph.html")
    found = Page(tmp_path / "graph.html")
    edge = found.links["daratumumab", "targets", "CD38"]
    assert found.sentences(edge) == ["Daratumumab binds CD38.note.txt · affirmed"]


def test_what_is_denied_is_a_dashed_line(page):
    found = page(read("a", targets(), assertion="negated"), read("b", targets(goal=Concept("Target", "CD19"))))
    assert found.links["isatuximab", "targets", "CD38"]["dashes"] is True
    assert found.links["isatuximab", "targets", "CD19"]["dashes"] is False


def test_legend_and_headings_tell_what_is_there(page):
    found = page(read("a", targets(), hazard_ratio()))
    kinds = {" ".join(label.text_content().split()) for label in found.tree.xpath("//label[@class='kind']")}
    assert {"⬢target 1", "●drug 3", "▬arm 2", "■trial 1", "◆outcome 1", "⚑endpoint 1"} == kinds
    headings = found.tree.xpath("//div[@class='columns']/span/text()")
    assert headings == ["Target, concept", "Drug", "Arm, dose", "Trial", "Result", "Endpoint, event"]


def test_the_same_graph_gives_the_same_bytes(make_graph, tmp_path):
    documents = [read("a", targets(), hazard_ratio()), read("b", hazard_ratio(value=Decimal("0.6")), targets())]
    for name, given in (("one", documents), ("two", documents[::-1])):
        draw(make_graph(*given), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_an_empty_graph_is_an_empty_page(page):
    found = page()
    assert (found.nodes, found.edges) == ([], [])


def test_a_page_that_cannot_be_written(make_graph, tmp_path):
    with pytest.raises(StoreError, match=r"check the folder"):
        draw(make_graph(read("a", targets())), tmp_path / "missing" / "graph.html")


def test_what_was_drawn_and_cut_is_told(make_graph, tmp_path):
    graph = make_graph(read("a", targets(), hazard_ratio(), TrialArm(arm=ISA_KD)))
    drawn = draw(graph, tmp_path / "graph.html", limit=3)
    assert (drawn.nodes, sum(drawn.cut.values())) == (3, 6)
    assert "6 further nodes are left out" in str(drawn)
    assert len(Page(tmp_path / "graph.html").cards) == 3


def test_the_graph_draws_itself(make_graph, tmp_path):
    drawn = make_graph(read("a", targets())).draw(tmp_path / "graph.html", around="Sarclisa")
    assert (drawn.nodes, drawn.edges, drawn.facts, str(drawn)) == (2, 1, 1, "2 nodes, 1 edges, 1 facts")
    assert Page(tmp_path / "graph.html").names == {ISA.name, CD38.name}
    assert IKEMA.name not in Page(tmp_path / "graph.html").names


def test_a_trial_opens_what_is_stated_of_it_in_numbers(page):
    found = page(read("a", TrialAttribute(trial=IKEMA, attribute="enrolled", value=302), targets()))
    (card,) = (card for card in found.cards.values() if card["kind"] == "Trial")
    assert found.sentences(card) == ["Statement 0 of a.a.txt · characters 0–17 · affirmed · confidence 1.00"]
    (key,) = card["facts"]
    assert found.tree.get_element_by_id(key).findtext("th/bdi") == "IKEMA enrolled 302"
