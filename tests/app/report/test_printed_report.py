"""The printable report: whole, self-contained, and harmless whatever the documents hold."""

import re
from html.parser import HTMLParser

import pytest
from trialgraph.app.building import build_graph
from trialgraph.graph import KnowledgeGraph


class Tags(HTMLParser):
    """Notes each tag with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


@pytest.fixture(scope="module")
def page(store, tmp_path_factory):
    from trialgraph.app.report import write_report
    from trialgraph.graph.reader import GraphReader

    path = tmp_path_factory.mktemp("report") / "report.html"
    write_report(GraphReader(store), path)
    return path.read_text("utf-8")


def test_it_tells_of_trials_with_plots_conflicts_and_sources(page):
    assert {"IKEMA", "Where documents disagree", "Sentences", "Sources"} <= set(
        re.findall(r">([^<>]+)</(?:h2|bdi)", page)
    )
    assert 'class="plot forest"' in page
    assert 'class="plot dots"' in page


def test_every_number_and_every_mark_leads_to_sentences_that_are_there(page):
    tags = Tags(page).found
    places = {about["id"] for _, about in tags if "id" in about}
    leads = {about["href"] for tag, about in tags if tag == "a"}
    assert len(leads) > 100
    assert {lead.removeprefix("#") for lead in leads} <= places


def test_it_needs_no_network_and_no_script(page):
    tags = Tags(page).found
    assert not {tag for tag, _ in tags} & {"script", "link", "img", "iframe"}
    assert not [about for _, about in tags if "src" in about or any(name.startswith("on") for name in about)]
    assert "default-src 'none'" in page


def test_the_same_graph_gives_the_same_bytes_and_one_trial_less(run, store, page, tmp_path):
    answer = run("report", "--graph", store, "-o", tmp_path / "again.html")
    assert (answer.code, (tmp_path / "again.html").read_text("utf-8") == page) == (0, True)
    assert run("report", "--graph", store, "--trial", "IKEMA", "-o", tmp_path / "one.html").code == 0
    assert "FLAURA" not in (tmp_path / "one.html").read_text("utf-8")


def test_an_unknown_trial_and_a_folder_that_is_not_there(run, store, tmp_path):
    answer = run("report", "--graph", store, "--trial", "UNOBTAINIUM", "-o", tmp_path / "r.html")
    assert (answer.code, "there is no trial 'UNOBTAINIUM'" in answer.err) == (1, True)
    answer = run("report", "--graph", store, "-o", tmp_path / "missing" / "r.html")
    assert (answer.code, "can't be written" in answer.err) == (1, True)


def test_hostile_words_stay_words(run, tmp_path):
    evil = "<img src=x onerror=alert(1)></script><script>alert(2)</script>"
    paper = tmp_path / "evil <b>.txt"
    paper.write_text(f"{evil} IKEMA trial.\n\nIsatuximab targets CD38 {evil} \u202egnp.\n", "utf-8")
    with KnowledgeGraph(tmp_path / "store") as graph:
        assert build_graph(graph, [paper]).facts > 0
    assert run("report", "--graph", tmp_path / "store", "-o", tmp_path / "r.html").code == 0
    tags = {tag for tag, _ in Tags((tmp_path / "r.html").read_text("utf-8")).found}
    assert not tags & {"img", "script", "b"}
