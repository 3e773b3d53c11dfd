"""Registry numbers of the trials that a document reports or names."""

from collections.abc import Iterator

from ..candidates import Candidate
from ..trials.names import REGISTRY_NUMBER, normal_number
from .page import Page, attribute


def numbers(page: Page) -> Iterator[Candidate]:
    """Each registry number belongs to the trial that it was paired with."""
    owner = {number: trial for trial in page.trials.all for number in trial.registry_ids}
    for match in REGISTRY_NUMBER.finditer(page.text):
        number = normal_number(match[0])
        if number in owner:
            yield attribute(owner[number], "registryId", number, match.span(), "registry")
