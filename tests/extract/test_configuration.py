"""Components of other packages, found by their entry points as installed packages offer them, and named in TOML."""

import pytest
from trialgraph.extract import Extractor
from trialgraph.extract.configuration import Configuration, load_components, load_configuration
from trialgraph.ontology.document import Document
from trialgraph.ontology.errors import TrialgraphError

MODULE = """
import re

from trialgraph.extract.candidates import Candidate
from trialgraph.ontology.facts import TrialAttribute


def boards(context):
    for found in re.finditer("independent data monitoring committee", context.page.text):
        claim = TrialAttribute(trial=context.trials.main, attribute="design", value="independently monitored")
        yield Candidate(claim=claim, start=found.start(), end=found.end(), rule="board.named")
"""
TEXT = "IKEMA was a phase 3 trial. An independent data monitoring committee looked at its safety."


@pytest.fixture
def installed(tmp_path, monkeypatch):
    """A package that offers a component, as pip leaves it on the path."""
    (tmp_path / "boards.py").write_text(MODULE)
    about = tmp_path / "boards-1.2.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: boards\nVersion: 1.2\n")
    (about / "entry_points.txt").write_text("[trialgraph.components]\nboards = boards:boards\n")
    monkeypatch.syspath_prepend(tmp_path)
    yield
    load_components.cache_clear()


@pytest.mark.usefixtures("installed")
def test_a_component_adds_its_facts_with_their_words():
    document = Document(identifier="a", source="a.txt", text=TEXT)
    known = set(Extractor().read(document).facts)
    (added,) = set(Extractor(Configuration(components=("boards",))).read(document).facts) - known
    assert added.evidence.quote == "independent data monitoring committee"
    assert added.evidence.confidence == 0.5  # nobody measured it


@pytest.mark.usefixtures("installed")
def test_another_version_of_a_component_reads_again():
    assert Configuration(components=("boards",)).fingerprint == "\0boards 1.2"
    assert Configuration().fingerprint == ""


@pytest.mark.usefixtures("installed")
def test_an_unknown_component_is_told_with_those_there_are():
    with pytest.raises(TrialgraphError, match=r"no component is called 'bords'; .* there are boards"):
        Extractor(Configuration(components=("bords",)))


def test_the_file_says_what_it_names(tmp_path):
    path = tmp_path / "trialgraph.toml"
    path.write_text('[extract]\nmodel = "en_core_sci_md"\ncomponents = ["boards"]\n')
    assert load_configuration(path) == Configuration("en_core_sci_md", ("boards",))
    path.write_text("")
    assert load_configuration(path) == Configuration()


@pytest.mark.parametrize(
    "text",
    ["[extract", "[extract]\nmodel = 3", "[extract]\ncomponents = 'boards'", "[extract]\nmodle = 'a'", "extract = 1"],
)
def test_a_file_that_is_not_understood_is_named(tmp_path, text):
    path = tmp_path / "trialgraph.toml"
    path.write_text(text)
    with pytest.raises(TrialgraphError, match=r"trialgraph\.toml"):
        load_configuration(path)
