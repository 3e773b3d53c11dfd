from collections.abc import Callable

import pytest
from telling import told
from trialgraph.extract.extractor import Extractor
from trialgraph.ontology.document import Document
from trialgraph.ontology.facts import AdverseEventResult, OutcomeResult, Reading, TrialArm


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture(scope="session")
def reading_of(extractor: Extractor) -> Callable[[str], Reading]:
    """Everything read out of a text."""
    return lambda text: extractor.read(Document(identifier="a", source="a.txt", text=text))


@pytest.fixture(scope="session")
def arms_of(reading_of: Callable[[str], Reading]) -> Callable[[str], list[TrialArm]]:
    """The arms of a text, in its order."""
    return lambda text: [f.claim for f in reading_of(text).facts if isinstance(f.claim, TrialArm)]


@pytest.fixture(scope="session")
def results_of(reading_of: Callable[[str], Reading]) -> Callable[[str], list[str]]:
    """The outcomes and adverse events of a text, each in one line, in its order."""

    def run(text: str) -> list[str]:
        claims = [f.claim for f in reading_of(text).facts]
        return [told(c) for c in claims if isinstance(c, OutcomeResult | AdverseEventResult)]

    return run
