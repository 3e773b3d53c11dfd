"""Parts of the patients told by where they live or where their disease is: `In Europe, …`, `For CNS metastases, …`.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from typing import Final

from ...wordings import Wording

_REGION: Final = (
    r"(?:(?:(?:North|South|Latin|Western|Eastern|Northern|Southern|East|West|Central|mainland)\s)?"
    r"(?:Europe|Americas?|Asia(?:[- ]Pacific)?|Africa|China|Japan|Korea|Taiwan|India|Australia|Russia)|"
    r"(?:the\s)?(?:United\sStates|USA?|UK|RoW)|(?:the\s)?rest\sof\s(?:the\s)?world|"
    r"(?:countries\s)?outside\s(?:of\s)?(?:Europe|Asia|Japan|China|North\sAmerica|the\sUnited\sStates))"
)
_IN_REGION: Final = Wording(
    rf"\b(?:[Ii]n|[Ff]or|[Ff]rom)\s+(?P<name>{_REGION})(?=\s*(?:[,;.()\[\]]|and\s+(?:in\s+)?[\d]))"
)
_DONE: Final = re.compile(
    r"\b(?:conducted|done|performed|carried\sout|approved|enrolled|recruited|randomi[sz]ed|cent(?:er|re)s|sites|hospitals)\b"
)
"""What tells where a trial was held rather than whose results follow."""
_AT_SITE: Final = re.compile(
    r"\W*(?:In|For|Among)\s+(?:the\s+)?(?P<name>(?:(?!patients|those|whom|who|treatment)[\w.+/-]+\s){0,4}?"
    r"(?:metastas[ei]s|tumou?rs|lesions|cancers|carcinomas)"
    r"(?:\s(?:outside|within|in)\s(?:the\s)?(?:[\w-]+\s?){1,4})?)(?:\s\([A-Z]{2,6}\))?,\s"
)
"""`For metastases outside the brain, …`: of what disease the figures of a sentence are."""


def parts_by_place(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Give the regions whose patients, or the sites whose disease, a stretch of text tells results of."""
    if (site := _AT_SITE.match(text, start, end)) is not None:
        yield (*site.span("name"), site["name"].strip())
    regions = list(_IN_REGION.finditer(text, start, end))
    if regions and not _DONE.search(text, start, end):
        yield from ((*region.span("name"), region["name"]) for region in regions)
