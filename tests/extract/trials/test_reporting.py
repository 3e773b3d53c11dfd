"""Which documents report a trial of their own that has no name, though they name others."""

import pytest
from trialgraph.extract.extractor import Extractor
from trialgraph.extract.trials.reporting import reports_own
from trialgraph.ontology.document import Document, Section
from trialgraph.ontology.facts import OutcomeResult, Trial

ARTICLE = ("1. Introduction", "2. Patients and Methods", "3. Results", "4. Discussion")
TEXT = (
    "{title}\n\nPatients were randomly assigned to axitinib or sorafenib. Median overall survival was 20.1 months with "
    "axitinib and 19.2 months with sorafenib.\n\nThe COMPARZ trial found more fatigue. So did the SWITCH trial."
)


def document(title: str, *headings: str) -> Document:
    sections = tuple(Section(start=0, end=1, heading=heading) for heading in headings)
    return Document(identifier="a", source="a.txt", text=title, title=title, sections=sections)


@pytest.mark.parametrize(
    ("title", "headings", "reports"),
    [
        ("Axitinib or sorafenib: a randomized phase II study", (), True),
        ("A double-blind trial of dutasteride in early disease", (), True),
        ("Axitinib against sorafenib in kidney cancer", ARTICLE, True),
        ("Axitinib against sorafenib in kidney cancer", ARTICLE[:1], False),
        ("Axitinib against sorafenib in kidney cancer", (*ARTICLE, "Literature search"), False),
        ("Axitinib in kidney cancer: a review of randomized trials", ARTICLE, False),
        ("A meta-analysis of one randomised trial and one phase II study", ARTICLE, False),
        ("The role of axitinib in kidney cancer", ARTICLE, False),
    ],
)
def test_articles_report_and_reviews_do_not(title: str, headings: tuple[str, ...], reports: bool) -> None:
    assert reports_own(document(title, *headings), title) is reports


@pytest.mark.parametrize(
    ("title", "values"),
    [
        ("Axitinib or sorafenib: a randomised phase 2 study", ["20.1", "19.2"]),
        ("Axitinib or sorafenib: a review of the trials", []),
    ],
)
def test_an_unnamed_trial_has_arms_beside_named_ones(title: str, values: list[str]) -> None:
    text = TEXT.format(title=title)
    facts = Extractor().read(Document(identifier="a", source="a.txt", text=text, title=title)).facts
    own = [f.claim for f in facts if isinstance(f.claim, OutcomeResult) and f.claim.trial == Trial()]
    assert [str(c.value) for c in own if c.arm is not None] == values
