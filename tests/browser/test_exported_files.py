"""The exported picture and the report, opened from a disk without a network."""

import subprocess
import sys

import pytest
from playwright.sync_api import expect
from watching import Watched


@pytest.fixture(scope="module")
def exported(store, tmp_path_factory):
    """Write a page by the command line, away from the sources."""
    folder = tmp_path_factory.mktemp("files")

    def write(command: str):
        path = folder / f"{command}.html"
        code = "from trialgraph.app.main import main; main()"
        subprocess.run([sys.executable, "-c", code, command, "--graph", store, "-o", path], check=True)
        return path

    return write


@pytest.fixture
def offline(browser):
    context = browser.new_context(offline=True, viewport={"width": 1400, "height": 900})
    yield Watched(context.new_page(), "file://")
    context.close()


def test_the_picture_works_from_a_disk(offline, exported):
    path = exported("view")
    assert path.stat().st_size < 3_000_000
    page = offline.open(str(path))
    page.locator("#search").fill("isatuximab")
    page.locator("#hits button").first.click()
    expect(page.locator("#chosen")).to_contain_text("isatuximab")
    expect(page.locator("#facts blockquote").first).to_be_visible()
    page.locator(".kind input").first.uncheck()
    assert offline.wrong == []


def test_the_report_works_from_a_disk(offline, exported):
    page = offline.open(str(exported("report")))
    assert page.locator(".plot a").count() > 10
    page.locator("a.ref").first.click()
    expect(page.locator(".facts li:target blockquote").first).to_be_in_viewport()
    assert page.locator("script, img").count() == 0
    assert offline.wrong == []
