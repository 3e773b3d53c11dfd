"""The page of a document."""

from html.parser import HTMLParser

import pytest


class Text(HTMLParser):
    """Gathers the words of the text, without their marks."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.depth, self.words = 0, ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if self.depth or dict(attrs).get("class") == "text":
            self.depth += tag in ("div", "span", "a")

    def handle_endtag(self, tag):
        self.depth -= bool(self.depth) and tag in ("div", "span", "a")

    def handle_data(self, data):
        self.words += data if self.depth else ""


def test_the_stored_text_is_shown_as_it_is(patient, store):
    from trialgraph.graph.reader import GraphReader

    page = patient.get("/doc/ikema_abstract?at=10-20")
    assert page.status_code == 200
    assert Text(page.text).words == GraphReader(store).document("ikema_abstract").text
    assert page.text.count('id="at"') == 1


def test_facts_lead_to_their_claims_and_places(patient):
    page = patient.get("/doc/ikema_abstract").text
    assert 'href="/id/claim/' in page
    assert 'data-facts="' in page
    assert 'href="/explore?document=doc/ikema_abstract"' in page


@pytest.mark.parametrize("path", ["/doc/nowhere", "/doc/%3Cscript%3E", "/doc/%00", "/doc/", "/doc/" + "x" * 9000])
def test_unknown_documents_are_told_in_words(patient, path):
    assert patient.get(path).status_code in (400, 404)


@pytest.mark.parametrize("at", ["5-2", "99999999-999999999", "x", "-1-3"])
def test_places_that_are_not_there_do_no_harm(patient, at):
    page = patient.get(f"/doc/ikema_abstract?at={at}")
    assert (page.status_code, 'id="at"' in page.text) == (200, False)


def test_programs_get_statements(patient):
    answer = patient.get("/doc/ikema_abstract", headers={"Accept": "text/turtle"})
    assert answer.headers["content-type"].startswith("text/turtle")
    assert "dcterms:source" in answer.text or "/source>" in answer.text
