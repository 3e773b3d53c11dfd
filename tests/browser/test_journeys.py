"""What people come for, by mouse, by keyboard, and without scripts."""

import re

from playwright.sync_api import expect
from watching import Watched

DRUG, TARGET = "id/drug/isatuximab", "id/target/CD38"


def place_of(page, selector: str) -> tuple[float, float]:
    """Where on the screen the graph shows a card, or an edge right before it ends, where no other runs beside it."""
    return tuple(
        page.evaluate(
            """(selector) => {
                const found = trialgraphDrawing.$(selector)[0];
                const end = found.isNode() ? found.renderedPosition() : found.renderedTargetEndpoint();
                const back = found.isNode() ? 0 : 12 * Math.sign(found.renderedSourceEndpoint().x - end.x);
                const at = { x: end.x + back, y: end.y };
                const box = document.getElementById("graph").getBoundingClientRect();
                return [box.x + at.x, box.y + at.y];
            }""",
            selector,
        )
    )


def test_from_a_search_to_the_words_of_a_document_by_mouse(watched):
    page = watched.open("/explore")
    page.get_by_label("Find a thing").fill("isatux")
    page.get_by_role("button", name="Find", exact=True).click()
    page.locator(".hits a").first.click()
    expect(page.locator("#evidence h2")).to_have_text("isatuximab")
    page.mouse.click(*place_of(page, f"edge[href *= 'from={DRUG}&to={TARGET}']"))
    expect(page.locator("#evidence h2")).to_have_text("isatuximab targets CD38")
    assert f"to={TARGET}" in page.url
    page.locator("#evidence .source a").first.click()
    page.wait_for_url(re.compile(r"/doc/.*at=\d+-\d+#at"))
    expect(page.locator(".at").first).to_be_in_viewport()
    assert watched.wrong == []


def test_a_card_opens_its_neighbours_and_undo_closes_them(watched):
    page = watched.open(f"/explore?open={DRUG}")
    before = page.evaluate("trialgraphDrawing.nodes().length")
    page.mouse.click(*place_of(page, "node[name = 'IKEMA']"))
    expect(page.locator("#evidence h2")).to_have_text("IKEMA")
    assert page.evaluate("trialgraphDrawing.nodes().length") > before
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#evidence h2")).to_have_text("Evidence")
    assert page.evaluate("trialgraphDrawing.nodes().length") == before
    assert watched.wrong == []


def test_filters_and_the_same_address_show_the_same(watched, browser):
    page = watched.open(f"/explore?open={DRUG}")
    page.locator(".legend a", has_text="target").click()
    expect(page.locator(".legend a.off")).to_have_count(1)
    names = "trialgraphDrawing.nodes().map((card) => card.data('name')).join()"
    shown = page.evaluate(names)
    other = Watched(browser.new_page(viewport={"width": 1600, "height": 1000}), watched.home)
    assert other.open(page.url.removeprefix(watched.home)).evaluate(names) == shown
    other.page.close()


def test_the_explorer_by_keyboard(watched):
    page = watched.open(f"/explore?open={DRUG}&focus={DRUG}")
    page.keyboard.press("/")
    expect(page.locator("#find")).to_be_focused()
    page.locator("#graph").focus()
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#where")).not_to_be_empty()
    name = page.locator("#where").text_content().partition(": ")[2]
    page.keyboard.press("Enter")
    expect(page.locator("#evidence h2")).to_have_text(name)
    page.keyboard.press("u")
    expect(page.locator("#evidence h2")).to_have_text("isatuximab")
    assert watched.wrong == []


def test_the_map_leads_to_a_thing(watched):
    page = watched.open("/explore?tab=map")
    page.wait_for_function("() => window.trialgraphMap?.graphData().nodes.length > 50")
    page.wait_for_timeout(500)
    at = page.evaluate(
        """() => {
            const node = trialgraphMap.graphData().nodes.find(({ label }) => label === "IKEMA");
            const { x, y } = trialgraphMap.graph2ScreenCoords(node.x, node.y);
            const box = document.getElementById("map").getBoundingClientRect();
            return [box.x + x, box.y + y];
        }"""
    )
    page.mouse.move(*at)
    page.wait_for_timeout(200)
    page.mouse.click(*at)
    page.wait_for_url("**/explore?open=*")
    assert watched.wrong == []


def test_marked_words_tell_their_facts_to_mouse_and_keyboard(watched):
    page = watched.open("/doc/ikema_abstract")
    first = page.locator("[data-facts]").first
    first.hover()
    expect(page.locator("#bubble")).to_be_visible()
    said = page.locator("#bubble").text_content()
    page.mouse.move(0, 0)
    expect(page.locator("#bubble")).to_be_hidden()
    first.focus()
    assert page.locator("#bubble").text_content() == said
    assert page.locator(".claims li.lit").count() >= 1


def test_the_editor_completes_asks_and_can_be_left(watched):
    page = watched.open("/query")
    page.wait_for_function("() => !!window.trialgraphEditor?.getValue")
    page.evaluate("trialgraphEditor.setValue('SELECT ?d { ?d tg:targ')")
    page.evaluate("trialgraphEditor.setCursor(0, 99); trialgraphEditor.focus()")
    page.keyboard.press("Control+Space")
    page.locator(".CodeMirror-hint", has_text="tg:targets").click()
    expect(page.locator("#sparql")).to_have_value(re.compile("tg:targets"))
    page.evaluate("trialgraphEditor.focus()")
    page.keyboard.type(" ?t }")
    page.keyboard.press("Control+Enter")
    page.wait_for_url("**/query?query=*")
    expect(page.locator("td a", has_text="isatuximab").first).to_be_visible()
    page.wait_for_function("() => !!window.trialgraphEditor?.getValue")
    page.evaluate("trialgraphEditor.focus()")
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    assert not page.evaluate("trialgraphEditor.hasFocus()")
    assert watched.wrong == []


def test_everything_can_be_read_without_scripts(browser, site):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{site}/explore?open={DRUG}&from={DRUG}&to={TARGET}")
    assert page.locator("#evidence mark").count() >= 1
    page.locator(".facets a", has_text="affirmed").click()
    assert "assertion=affirmed" in page.url
    page.goto(f"{site}/query?question=drugs-by-target")
    page.locator("#p-target").fill("CD38")
    page.get_by_role("button", name="Ask").first.click()
    assert page.locator("td", has_text="isatuximab").count() >= 1
    page.close()
