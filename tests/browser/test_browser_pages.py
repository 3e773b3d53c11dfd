"""Every page opens without an error or a question to another server, can be read by all, and fits a telephone."""

from urllib.parse import unquote

import pytest
from axe_playwright_python.sync_playwright import Axe

DRUG, TARGET, TRIAL = "id/drug/isatuximab", "id/target/CD38", "id/trial/IKEMA"
PAGES = (
    "/",
    "/search?q=isatuximab",
    "/documents",
    "/conflicts",
    "/compare",
    "/api",
    f"/{DRUG}",
    f"/{TARGET}",
    f"/{TRIAL}",
    "/id/adverse-event/neutropenia",
    "/doc/ikema_abstract",
    "/doc/evil?at=0-9#at",
    "/explore",
    f"/explore?open={DRUG}&focus={DRUG}",
    f"/explore?open={DRUG}&from={DRUG}&to={TARGET}",
    f"/explore?open={TRIAL}&tab=table",
    "/explore?tab=map",
    "/query",
    "/query?question=hazard-ratios&view=plot",
    "/query?question=drugs-by-target",
    "/nowhere",
)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_opens_quietly_and_is_accessible(watched, path):
    page = watched.open(path)
    expected = ["Failed to load resource"] if path == "/nowhere" else []
    assert [text for text in watched.wrong if not text.startswith(tuple(expected or "\0"))] == []
    found = Axe().run(page).response["violations"]
    serious = [one for one in found if one["impact"] in ("serious", "critical")]
    assert [(one["id"], node["html"][:200]) for one in serious for node in one["nodes"][:2]] == []


@pytest.mark.parametrize("path", PAGES)
def test_colours_are_told_apart_in_the_dark_too(browser, site, path):
    page = browser.new_page(color_scheme="dark")
    page.goto(site + path)
    page.wait_for_load_state("networkidle")
    found = Axe().run(page, options={"runOnly": ["color-contrast"]}).response["violations"]
    assert [node["html"][:200] for one in found for node in one["nodes"][:3]] == []
    page.close()


@pytest.mark.parametrize("path", PAGES)
def test_a_telephone_shows_a_page_without_moving_it_sideways(browser, site, path):
    page = browser.new_page(viewport={"width": 400, "height": 800})
    page.goto(site + path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= 400
    page.close()


@pytest.mark.parametrize(
    "path",
    ["/search?q=hacked", "/documents", "/doc/evil", "/explore?document=doc/evil", "/explore?tab=map", "/conflicts"],
)
def test_hostile_words_are_words(watched, path):
    page = watched.open(path)
    assert watched.wrong == []
    assert page.title() != "hacked"
    assert page.locator("img").count() == 0


def test_hostile_things_have_harmless_pages(watched):
    page = watched.open("/explore?document=doc/evil&tab=table")
    pages = page.evaluate("JSON.parse(document.getElementById('drawing').textContent).cards.map((card) => card.href)")
    things = {href.split("focus=")[1].split("&")[0] for href in pages}
    assert len(things) >= 8
    for thing in sorted(things):
        for path in (f"/{unquote(thing)}", f"/explore?open={thing}&focus={thing}"):
            watched.open(path)
            assert (path[:60], watched.wrong, page.locator("img").count()) == (path[:60], [], 0)
