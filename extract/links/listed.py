"""What stands in a list under its beginning: `A is indicated:` and, on lines of their own, `• for the treatment of …`.

Offsets are those of the cleaned text.
"""

import re
from dataclasses import replace
from typing import Final

from .template import TOKEN, Template

_LEAD: Final = re.compile(
    r"⟨[DR]\d+⟩(?:[^.:;⟨⟩]|⟨[CPTDR]\d+⟩){0,160}?\b(?:indicated|approved|licen[sc]ed|authori[sz]ed)"
    r"(?:\s(?:for(?:\sthe\s(?:\w+\s)?treatment\sof)?|in|to\streat))?(?=\s?:)"
)
_ITEM: Final = re.compile(
    r"(?:⟨S\d+⟩\s)?(?:[•◦▪‣*–-]\s?)?"
    r"(?=⟨S|(?:in\scombination\swith|as|with|for|to|adults|(?:adult\s|pediatric\s)?patients)\b)",
    re.IGNORECASE,
)
"""A heading may stand before it."""
_HEADING: Final = re.compile(r"[^.;:]{1,60}")


def begins_list(template: Template) -> Template | None:
    """The words before the colon of a sentence that begins such a list; none if it doesn't."""
    lead = _LEAD.search(template.text)
    return replace(template, text=lead[0]) if lead else None


def under(lead: Template, item: Template) -> Template | None:
    """An item of the list as one sentence with its beginning; none where a sentence is none."""
    if lead.sentence is item.sentence:
        rest = item.text.partition(":")[2].strip()
        told = _ITEM.match(rest)
        return replace(item, text=f"{lead.text} {rest[told.end() :]}") if told else None
    told = _ITEM.match(item.text)
    if told is None:
        return None
    behind = len(item.mentions)
    before = TOKEN.sub(lambda t: f"⟨{t[0][1]}{int(t[1]) + behind}⟩", lead.text)
    return Template(f"{before} {item.text[told.end() :]}", (*item.mentions, *lead.mentions), item.sentence)


def is_heading(template: Template) -> bool:
    """Whether a sentence is no more than a heading within a list."""
    return _HEADING.fullmatch(template.text) is not None
