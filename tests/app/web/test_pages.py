"""The pages on a graph of all examples: what they show, and that each figure leads to its sentence."""

import json
import re

import pytest
from lxml import html
from rdflib import Graph

IKEMA = "/id/trial/IKEMA"
ISATUXIMAB = "/id/drug/isatuximab"


def page(client, path: str) -> html.HtmlElement:
    answer = client.get(path)
    assert answer.status_code == 200, answer.text
    return html.fromstring(answer.text)


def text(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def section(tree: html.HtmlElement, name: str) -> str:
    return text(tree.get_element_by_id(name))


@pytest.fixture(scope="module")
def ikema(client) -> html.HtmlElement:
    return page(client, IKEMA)


def test_a_trial_shows_its_design_and_its_arms(ikema):
    design = section(ikema, "design")
    assert {"Phase", "3:2"} <= set(design.split())
    assert "carfilzomib + dexamethasone + isatuximab" in section(ikema, "arms")


def test_results_have_their_interval_with_its_level(ikema):
    assert re.search(r"0\.53 .*0\.32 to 0\.89 \(99% CI\)", section(ikema, "results"))


def test_each_result_leads_to_its_sentences(client, ikema):
    link = ikema.xpath("//section[@id='results']//td[@class='number']/a[normalize-space()='0.53']/@href")[0]
    claim = page(client, link)
    assert "hazard ratio" in text(claim.find(".//h1"))
    quotes = claim.xpath("//blockquote")
    assert quotes
    assert "0.53" in text(quotes[0])
    assert quotes[0].xpath(".//a[starts-with(@href, '/doc/')]")


def test_a_trial_draws_forest_and_events(ikema):
    assert ikema.xpath("//section[@id='results']//*[name()='svg']")
    assert ikema.xpath("//section[@id='events']//*[name()='svg']//*[name()='a'][starts-with(@href, '/id/claim/')]")


def test_events_can_be_ordered_otherwise(client, ikema):
    other = page(client, f"{IKEMA}?order=frequency")
    assert "by frequency" in text(other.xpath("//p[@class='switch']/b")[0])
    assert text(page(client, f"{IKEMA}?order=%3Cb%3E")) == text(ikema)


def test_a_drug_shows_what_it_does_and_where_it_is_given(client):
    tree = page(client, ISATUXIMAB)
    headings = [text(heading) for heading in tree.xpath("//h2")]
    assert "Acts on" in headings
    assert "IKEMA" in section(tree, "trials")
    assert "http://purl.obolibrary.org/obo/NCIT_C90578" in tree.xpath("//a[contains(@class, 'out')]/@href")


@pytest.mark.parametrize(
    "path",
    ["target/CD38", "adverse-event/neutropenia", "endpoint/progression-free-survival", "disease/multiple-myeloma"],
)
def test_other_things_have_pages(client, path):
    tree = page(client, f"/id/{path}")
    assert tree.xpath("//section")
    assert len(tree.xpath("//h1")) == 1


def test_json_ld_stands_inside_and_cannot_end_its_element(client):
    script = page(client, ISATUXIMAB).xpath("//script[@type='application/ld+json']")[0]
    about = json.loads(script.text_content())
    assert about["@id"] == "https://w3id.org/trialgraph/id/drug/isatuximab"
    assert about["name"] == "isatuximab"


def test_programs_get_statements_from_the_same_address(client):
    turtle = client.get(ISATUXIMAB, headers={"Accept": "text/turtle"})
    assert turtle.headers["content-type"].startswith("text/turtle")
    assert turtle.headers["vary"] == "Accept"
    graph = Graph().parse(data=turtle.text, format="turtle")
    quotes = "SELECT ?q { ?c ?p <https://w3id.org/trialgraph/id/drug/isatuximab> ; tg:evidence/tg:quote ?q }"
    assert graph.query(quotes, initNs={"tg": "https://w3id.org/trialgraph/"}).bindings
    assert turtle.text == client.get(f"{ISATUXIMAB}.ttl").text
    assert client.get(f"{ISATUXIMAB}.json").json()["prefLabel"] == ["isatuximab"]
    assert client.get(f"{ISATUXIMAB}.jsonld").headers["content-type"].startswith("application/ld+json")


def test_the_search_finds_names_and_sentences(client):
    tree = page(client, "/search?q=isatux")
    assert ISATUXIMAB in tree.xpath("//a/@href")
    assert tree.xpath("//blockquote")
    assert "Nothing in this graph" in text(page(client, "/search?q=unobtainium"))


def test_an_exact_name_leads_to_its_page(client):
    for words in ("isatuximab", "ISATUXIMAB", "NCT03275285"):
        assert client.get("/search", params={"q": words}, follow_redirects=False).status_code == 303
    assert client.get("/search?q=", follow_redirects=False).headers["location"] == "/"


def test_suggestions_have_addresses(client):
    found = client.get("/suggest?q=isatux").json()
    assert {"name": "isatuximab", "also": "", "kind": "Drug", "href": ISATUXIMAB} in found
    assert client.get("/suggest").json() == []


def test_an_endpoint_is_compared_across_trials(client):
    tree = page(client, "/compare?of=CD38&endpoint=progression-free+survival")
    assert {"IKEMA", "ICARIA-MM"} <= set(re.findall(r"IKEMA|ICARIA-MM", text(tree.find(".//figure"))))
    drawing = client.get("/compare.svg?of=CD38&endpoint=progression-free+survival")
    assert drawing.headers["content-type"] == "image/svg+xml"
    assert "var(--" not in drawing.text
    links = tree.xpath("//p[@class='downloads']/a/@href")
    table = next(link for link in links if link.endswith("format=csv"))
    assert "IKEMA" in client.get(table).text


def test_comparisons_without_figures_say_so(client):
    assert client.get("/compare?of=unobtainium").status_code == 404
    assert client.get("/compare.svg?of=CD38&endpoint=nothing").status_code == 404
    assert "No trial" in text(page(client, "/compare?of=CD38&endpoint=nothing"))
    assert "Nothing of this grade" in text(page(client, "/compare/events?grade=9"))


def test_events_stand_against_drugs(client):
    assert page(client, "/compare/events").xpath("//figure//*[name()='svg']")
    assert client.get("/compare/events.svg").status_code == 200


def test_conflicts_stand_side_by_side(client):
    tree = page(client, "/conflicts")
    for conflict in tree.xpath("//article[@class='conflict']"):
        assert len(conflict.xpath(".//div[@class='sides']/section")) > 1
        assert conflict.xpath(".//blockquote")
    assert tree.xpath("//article[@class='conflict']")


def test_lists_go_on_behind_a_name(client):
    drugs = page(client, "/list/Drug").xpath("//ul[@class='names-list']//a/text()")
    assert drugs == sorted(drugs, key=str.lower)
    later = page(client, f"/list/Drug?after={drugs[1]}").xpath("//ul[@class='names-list']//a/text()")
    assert later == drugs[2:]
    assert client.get("/list/Secret").status_code == 404
    assert page(client, "/documents").xpath("//a[@href='/doc/ikema_abstract']")


def test_questions_of_the_catalogue_have_addresses(client):
    answer = client.get("/api/queries/drugs-by-target?target=CD38&format=csv")
    assert "isatuximab" in answer.text
    assert client.get("/api/queries/nonsense").status_code == 404
    assert client.get("/api/queries/drugs-by-target?taget=CD38").status_code == 400
    assert client.get("/api/queries/drug-graph?drug=isatuximab&format=csv").status_code == 406


def test_openapi_describes_every_question(client):
    described = client.get("/api/openapi.json").json()
    names = [question["name"] for question in client.get("/api/queries").json()]
    assert [*described["paths"]] == [f"/api/queries/{name}" for name in names]
    operation = described["paths"]["/api/queries/claim-evidence"]["get"]
    assert [one["name"] for one in operation["parameters"] if one["required"]] == ["claim"]
    assert len(page(client, "/api").xpath("//section[@class='question']")) == len(names)
