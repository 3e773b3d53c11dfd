"""Fields of registry records, each on a line of its own, as `Sites: 42.` and `Primary outcome: Change in X.` are."""

import re
from collections.abc import Iterator
from typing import Final

from ...ontology.facts import Concept, TrialProperty
from ..candidates import Candidate
from ..passages import Mention
from ..tables.titles import named_by
from .page import Page, attribute

_COUNTED: Final[tuple[tuple[TrialProperty, str, re.Pattern[str]], ...]] = (
    ("siteCount", "sites", re.compile(r"(?m)^Sites: (?P<n>\d{1,5})\.?$")),
    ("countryCount", "countries", re.compile(r"(?m)^Countries: (?P<n>\d{1,3}) \(")),
)
_TITLE: Final = re.compile(r": (?P<title>[^\n]+?)\.?(?=\n|$)")


def places(page: Page) -> Iterator[Candidate]:
    """Read the numbers of sites and of countries."""
    for name, rule, pattern in _COUNTED:
        for match in pattern.finditer(page.text) if f"\n{rule.capitalize()}: " in page.text else ():
            yield attribute(page.trials.main, name, int(match["n"]), match.span(), rule)


def titled(text: str, start: int, found: list[Mention]) -> list[Mention]:
    """The endpoint that a field's title names, where none was found in it outside of its brackets."""
    title = _TITLE.match(text, start)
    name = named_by(title["title"])[0] if title else ""
    bare = [m for m in found if text.count("(", start, m.start) == text.count(")", start, m.start)]
    if title is None or not name or bare:
        return found
    return [Mention(*title.span("title"), title["title"], Concept("Endpoint", name))]
