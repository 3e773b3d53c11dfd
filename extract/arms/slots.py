"""What patients are allocated to, cut into its alternatives by structure, whatever words name them.

`randomly assigned to XY12 cream (n = 20), a placebo cream, or nothing` offers three. Offsets are those of the text.
"""

import re
from typing import Final, cast

from ..annotated import AnnotatedText
from ..passages import Sentence
from ..people import PEOPLE
from ..wordings import Wording

Slot = tuple[int, int]
"""Where one alternative stands."""
_GROUPS: Final = r"(?:treatments?|groups?|arms?|regimens?|schedules?|cohorts?|conditions?|interventions?)"
_VERB: Final = re.compile(
    r"\b(?:random(?:ly|i[sz]ed|i[sz]ation)|assigned|allocated|divided|distributed)\b(?:[^.;:]|(?<=\d)\s?:\s?(?=\d)){0,60}?"
    r"\b(?:to|into|in(?=\s(?:two|three|four|[234])\s)|between|receiv(?:e|ed|ing)|took|given|administered)\b"
    r"|\b(?:assigned|randomi[sz]ed|allocated)\b(?:[^.;:]|(?<=\d)\s?:\s?(?=\d)){60,220}?\bto\sreceive\b",
    re.IGNORECASE,
)
_GIVEN: Final = re.compile(
    r"\b(?:received|receiving|took|inhaled|ingested|consumed|drank|applied|"
    r"(?:efficacy|effectiveness|effects?)(?: and safety)? of|were (?:given|administered)|"
    r"(?:were|was) treated with|treatment with|(?:with|had|comprised|involved)"
    r"(?=\s(?:two|three|four|[234])\s(?:[\w-]+\s){0,2}(?:arms|groups):)|"
    r"compar(?:ed|es|ing|ison of)|interventions?\b\s?:?(?=\s))(?!\w)",
    re.IGNORECASE,
)
_LEAD: Final = re.compile(
    rf"(?:\s|,|:|\b(?:(?:one|1)\sof\s)?the\s(?P<following>following)\s(?:[\w-]+\s){{0,2}}{_GROUPS}\s?:|\b(?:one|1)\s+of\s+(?:the\s+)?(?:\w+\s+){{0,3}}{_GROUPS}\b|"
    rf"\b(?P<many>two|three|four|2|3|4)\s+(?:[\w-]+\s+){{0,3}}{_GROUPS}\b(?:,?\s(?:of|(?:and|which|that|they)(?=\s(?:were|received))))?|"
    r"\b(?:were(?=\sgiven)|receive|receiving|received|consume|ingest|inhale|drink|swallow|chew|take|use|apply|get|have|undergo|be|being|given|treated|treatment|with|either|to|"
    r"the|an?)\b|"
    r"\bin (?:an? )?(?:double|single|open|random)\S*\s(?:(?:\w+\s){1,2}(?=either\b)|\w++:))*",
    re.IGNORECASE,
)
_END: Final = re.compile(
    r"\.\s+(?=(?-i:[A-Z])|(?:one|each|both|first)\s(?:group|arm)\b)|:\s(?!\d)|,?\s+respectively\b|\b(?:who|which|were|was|are|is|had|have|has|did|stratified|according|using|while|"
    r"whereas|if|until|because|by (?:computer|means)|in\s+(?:an?|this|the)\s+(?:\S+\s+)?"
    r"(?:ratio|double\S*|randomi\S+|single\S*|open\S*|crossover|prospective|fashion|manner|study|trial|design))\b|"
    rf",\s+with\s+(?:\w+ing|doses?)\b|\s(?:in|for|among)\s+(?:(?!or\b|versus\b|vs\b)[\w-]+\s+){{0,3}}{PEOPLE}\b|"
    r",\s+(?:(?:and|with)\s+)?(?:all|both(?!\s*(?:,|or\b))|each|the|their|in|at|as|we|then|patients)\b|;(?![^.]*;\s*(?:or|and)\b)(?!\s*(?:or|and|versus|vs)\b)",
    re.IGNORECASE,
)
HOW_OFTEN: Final = (
    r"(?:(?:once|twice|daily|(?:bi|tri|\d)?-?weekly|monthly|every|each|per|a|two|three|four|\d+|times|days?|weeks?|months?)"
    r"(?:\s+|,\s+)){1,5}"
)
HOW_OFTEN_WITH: Final = (
    rf"{HOW_OFTEN}(?:both\s|each\s)?(?:with|plus|combined with|in combination with)\b(?!\s(?:\w+\s)?placebo)"
)
_OR: Final = re.compile(
    rf"\b(?:(?<!and/)or(?!\s+{HOW_OFTEN_WITH})|versus|vs\.?|compared (?:with|to))\s+(?:to\s+)?",
    re.IGNORECASE,
)
"""What parts alternatives; not the `or` of `A daily or weekly with B`."""
_AND: Final = re.compile(r"\band\s+(?:\d+\s+(?:\w+\s+)?(?:to|received)\s+)?", re.IGNORECASE)
_COMMA: Final = re.compile(r"[,;](?!\d)")
_BREAK: Final = re.compile(rf"{_OR.pattern}|{_AND.pattern}|{_COMMA.pattern}", re.IGNORECASE)
_LED_ON: Final = re.compile(r"^(?:or|and)\s+", re.IGNORECASE)
_LISTED: Final = re.compile(rf"{_COMMA.pattern}|{_AND.pattern}", re.IGNORECASE)
_WAYS: Final = (_LISTED, re.compile(rf"{_COMMA.pattern}\s*(?:and\s+)?", re.IGNORECASE))
"""How a list may be cut into as many items as it promises: `two groups of A and B, and B alone`."""
_BRACKET: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}")
_MARK: Final = re.compile(
    r"(?<!/m)(?<!/m )[(\[{]\s*(?:[nN]\s*=|[^()\[\]]{2,80}[,;]\s*[nN]\s*=\s*\d|"
    r"\d+\s*(?:patients|women|men|subjects|cases|[)\]])|(?:[Gg]roup|[Aa]rm|ARM)\b|"
    r"[\w+/ -]{1,25}\s(?:group|arm|ARM)\s*[)\]]|[A-Z1-4][\w+/-]{0,8}\s*[)\]])|"
    r"(?:(?<=\s[A-Z])|(?<=\s[A-Z]{2}))\s\((?=[a-z])"
)
_DOSE: Final = re.compile(
    r"\d[\d.,]*\s?(?:mg|g|mcg|[µμ]g|M?IU|MU|Gy|[GM]Bq|mL)\b(?:/\w+)*"
    r"(?:\s+(?:once|twice|daily|weekly|per|a|day|week|every|\d+|weeks?|on|of|days|each|\d+(?:-|–|\sto\s)\d+|\d+-day|cycles?)(?!\S))*"
)
_NUMBERS: Final = {"two": 2, "three": 3, "four": 4, "2": 2, "3": 3, "4": 4}
_PROMISED: Final = Wording(
    r"\b(?:divided|random(?:ly|i[sz]ed)|assigned|allocated)\b[^.;]{0,60}\s(?P<many>two|three|four|[234])\s(?:[\w-]+\s){0,3}"
    r"groups\b[^.]{0,60}\.\s+$",
    re.IGNORECASE,
)
_GO_ON: Final = re.compile(r"(?:They|The groups|Groups|These)\s(?:were\s(?:then\s)?given|received)\b")
"""`Men were divided into three groups. They were given A, B and C.`"""
_REACH: Final = 160
_MOST: Final = 6


def slots_in(text: str, start: int, end: int, promised: int | None = None) -> list[Slot]:
    """Find the alternatives of the first choice between two offsets that patients are said to be given.

    As many as what stands before has `promised`, if it has.
    """
    plain = without_brackets(text[start:end])
    for verb in (*_VERB.finditer(plain), *_GIVEN.finditer(plain)):
        lead = _LEAD.match(plain, verb.end())
        first = lead.end() if lead else verb.end()
        stop = _END.search(plain, first)
        last = stop.start() if stop else len(plain)
        found = _with_own_doses(plain, _between(plain, first, last, _cuts(text[start:end], plain, first, last)))
        many = _NUMBERS.get(lead["many"].lower()) if lead and lead["many"] else promised
        if many and len(found) != many:
            found = items_in(plain, first, last, many)
        elif len(found) == 1 and lead and lead["following"]:  # the following treatments: A, B, and placebo
            found = _between(plain, first, last, [m.span() for m in _LISTED.finditer(plain, first, last)])
        if 1 < len(found) <= _MOST:
            return [(start + a, start + b) for a, b in found]
    return []


def _with_own_doses(plain: str, slots: list[Slot]) -> list[Slot]:
    """`A, 100 mg weekly, or B`: behind a comma stands the dose of what has none yet, and is no alternative."""
    kept: list[Slot] = []
    for slot in slots:
        before = kept[-1] if kept else None
        own = before and not _DOSE.search(plain, *before) and _DOSE.match(plain, *slot)
        if before and own and plain[before[1] : slot[0]].strip() == ",":
            kept[-1] = (before[0], slot[1])
        else:
            kept.append(slot)
    return kept


def items_in(plain: str, start: int, end: int, promised: int) -> list[Slot]:
    """The items of a list cut so that they are as many as promised; none where no way of cutting it gives so many.

    `plain` is a text without brackets.
    """
    for way in _WAYS:
        found = _between(plain, start, end, [m.span() for m in way.finditer(plain, start, end)])
        if len(found) == promised:
            return found
    return []


def slots_of(page: AnnotatedText, sentence: Sentence) -> list[Slot]:
    """The alternatives of a sentence, kept with the page: several rules ask for them."""
    kept = cast("list[Slot] | None", page.memo.get(("slots", sentence.start)))
    if kept is None:
        follows = _GO_ON.match(page.text, sentence.start)
        before = follows and _PROMISED.search(page.text, max(0, sentence.start - _REACH), sentence.start)
        promised = _NUMBERS[before["many"].lower()] if before else None
        kept = page.memo["slots", sentence.start] = slots_in(page.text, sentence.start, sentence.end, promised)
    return kept


def is_dose(text: str, slot: Slot) -> bool:
    """Whether an alternative is no more than another dose of what stands before: `A 20 mg or 40 mg daily`."""
    return bool(_DOSE.fullmatch(without_brackets(text[slice(*slot)]).strip()))


def without_brackets(text: str) -> str:
    """Put spaces in the place of brackets and what they hold, so that offsets stay."""
    for _ in range(2):
        text = _BRACKET.sub(lambda m: " " * len(m[0]), text)
    return text


def _cuts(text: str, plain: str, start: int, end: int) -> list[Slot]:
    """Where a choice is cut: between brackets that mark its items, else at `or` and the commas before it."""
    marked = _marked_cuts(text, plain, start, end)
    if marked and _MARK.search(text, marked[-1][1]):
        return marked
    cuts = [m.span() for m in _OR.finditer(plain, start, end)]
    commas = [m.span() for m in _COMMA.finditer(plain, start, cuts[-1][0])] if cuts else []
    joined = commas and _AND.search(plain, commas[0][0], cuts[-1][0])  # A, B, and C, or D
    return cuts if joined else [*cuts, *commas]


def _marked_cuts(text: str, plain: str, start: int, end: int) -> list[Slot]:
    """Cuts right behind a mark, and any `or` with a mark before it: `A 1 mg (n = 9) daily or B (n = 8)`."""
    cuts: list[Slot] = []
    for place in _BREAK.finditer(plain, start, end):
        either = _OR.match(plain, place.start())
        since = cuts[-1][1] if either and cuts else start if either else len(plain[: place.start()].rstrip())
        if _MARK.search(text, since, place.start()):
            cuts.append(place.span())
    return cuts


def _between(plain: str, start: int, end: int, cuts: list[Slot]) -> list[Slot]:
    """The stretches between cuts, without the spaces and commas around them."""
    edges = [start, *(place for cut in sorted(cuts) for place in cut), end]
    found: list[Slot] = []
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        inner = _LED_ON.sub("", plain[a:b].strip(" ,;.\n"))
        if inner:
            left = plain.index(inner, a)
            found.append((left, left + len(inner)))
    return found
