"""The page of terms is made from the vocabulary as it is now."""

import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).parents[2] / "docs" / "make_vocabulary.py"


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = spec_from_file_location("make_vocabulary", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_is_up_to_date(maker: ModuleType) -> None:
    assert SCRIPT.with_name("vocabulary.md").read_text("utf-8") == maker.page(), "run python docs/make_vocabulary.py"


def test_every_term_stands_on_the_page_once(maker: ModuleType) -> None:
    rows = re.findall(r"^\| `tg:(\w+)` \|", maker.page(), flags=re.MULTILINE)
    assert sorted(rows) == sorted({maker.name(term) for kind in maker.SECTIONS.values() for term in maker.ours(kind)})


def test_a_term_is_told_with_what_it_follows_from_and_its_counterparts(maker: ModuleType) -> None:
    page = maker.page()
    assert "follows from inClass and hasMechanism" in page
    assert "the same as [Hazard Ratio](http://purl.obolibrary.org/obo/NCIT_C93150) (NCI Thesaurus)" in page
    assert 'OutcomeResult -- "comparator" --> Arm' in page
