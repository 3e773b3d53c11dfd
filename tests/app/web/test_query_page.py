"""The query page, as it works without scripts."""

import re
from html import unescape

import pytest


def test_a_question_of_the_catalogue_is_a_form_and_an_address(patient):
    form = patient.get("/query?question=claim-evidence").text
    assert 'name="claim"' in form
    assert 'id="answer"' not in form
    answer = patient.get("/query?question=hazard-ratios&endpoint=PFS&trial=IKEMA").text
    assert "0.53" in answer
    assert 'href="/id/claim/' in answer


def test_the_answer_as_plot_and_as_graph(patient):
    asked = "/query?question=hazard-ratios&trial=IKEMA&view="
    assert 'class="plot forest"' in patient.get(f"{asked}plot").text
    assert 'class="plot dots"' in patient.get("/query?question=adverse-events&view=plot").text
    assert 'href="/explore?open=id/claim/' in patient.get(f"{asked}graph").text
    assert "can be plotted" in patient.get("/query?question=documents&view=plot").text


def test_sparql_of_ones_own_and_its_downloads(patient):
    page = patient.get("/query", params={"query": "SELECT ?d { ?d a tg:Drug } ORDER BY ?d"}).text
    assert "/id/drug/isatuximab" in page
    links = [unescape(link) for link in re.findall(r'href="(/sparql[^"]+)"', page)]
    assert len(links) == 4
    for link in links:
        assert "isatuximab" in patient.get(link).text


def test_graphs_are_shown_as_turtle(patient):
    page = patient.get("/query", params={"query": "CONSTRUCT { ?d tg:targets ?t } WHERE { ?d tg:targets ?t }"}).text
    assert "tg:targets" in page
    assert "format=ttl" in page


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELEKT", "asks nothing"),
        ("SELECT * { ?s ?p }", "can&#39;t be understood"),
        ("DROP ALL", "asks nothing"),
        ("SELECT * { SERVICE <http://a.example/> { ?s ?p ?o } }", "another server"),
    ],
)
def test_what_is_no_question_is_told_and_stays_in_the_editor(patient, query, said):
    page = patient.get("/query", params={"query": query})
    assert (page.status_code, said in page.text) == (400, True)
    assert query.split()[0] in page.text


def test_unknown_and_unfit_parameters(patient):
    assert patient.get("/query?question=nonsense").status_code == 404
    assert patient.get("/query?question=hazard-ratios&nonsense=1").status_code == 400


def test_hostile_words_stay_words(patient):
    evil = "</textarea></script><script>alert(1)</script>"
    for query in (f'SELECT ("{evil}" AS ?x) {{}}', evil):
        assert "<script>alert" not in patient.get("/query", params={"query": query, "view": f'"{evil}'}).text
    page = patient.get("/query", params={"query": "SELECT (<javascript:alert(1)> AS ?x) {}"}).text
    assert 'href="javascript' not in page


def test_a_parameter_may_bear_any_name(patient):
    assert "isatuximab" in patient.get("/query?question=concepts&name=isa").text
