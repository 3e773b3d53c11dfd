"""The explorer's page: whole without scripts, and the same view for the same address."""

import hashlib
import json
import re
from pathlib import Path

import pytest
import trialgraph.app.web

VENDOR = Path(trialgraph.app.web.__path__[0]) / "assets" / "vendor"
ADDRESS = "/explore?open=id/drug/isatuximab&from=id/drug/isatuximab&to=id/target/CD38"


def test_it_shows_evidence_without_scripts(patient):
    page = patient.get(ADDRESS)
    assert page.status_code == 200
    assert "<mark>" in page.text
    assert re.search(r'href="/doc/[^"]+\?at=\d+-\d+#at"', page.text)


def test_the_script_gets_cards_and_edges_with_addresses(patient):
    drawn = json.loads(re.search(r'id="drawing">(.*?)</script>', patient.get(ADDRESS).text, re.DOTALL)[1])
    assert {"isatuximab", "CD38"} <= {card["name"] for card in drawn["cards"]}
    assert all(card["href"].startswith("/explore?") for card in drawn["cards"])
    assert [edge["name"] for edge in drawn["edges"] if edge["focus"]] == ["targets"]


@pytest.mark.parametrize(
    "query", ["open=id/drug/unobtainium", "confidence=x", "tab=y", "focus=%00", "open=%3Cscript%3E"]
)
def test_bad_addresses_are_told_in_words(patient, query):
    answer = patient.get(f"/explore?{query}")
    assert (answer.status_code, "<script>a" in answer.text) == (400, False)


def test_the_first_load_is_light(patient):
    page = patient.get(ADDRESS).text
    parts = [*re.findall(r'(?:src|href)="(/assets/[^"]+)"', page), "/assets/explore-map.js"]
    assert len(page) + sum(len(patient.get(part).content) for part in parts) < 1_000_000


def test_the_map_is_json(patient):
    assert len(patient.get("/explore/map.json").json()["nodes"]) > 50


def test_scripts_of_others_are_unchanged_and_listed():
    listed = dict(reversed(line.split()) for line in (VENDOR / "SHA256SUMS").read_text().splitlines())
    scripts = [file for file in VENDOR.iterdir() if file.suffix in (".js", ".css")]
    assert {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in scripts} == listed
    assert all(file.name in (VENDOR / "README.md").read_text() for file in scripts)
