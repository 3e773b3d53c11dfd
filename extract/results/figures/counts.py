"""Counts that no `%` and no `of N` marks: `28 strokes on placebo`, `(64 in the A group v 75 in the B group)`.

A number is a count of patients only by what stands beside it. Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise, zip_longest
from typing import Final

from ...people import PEOPLE
from ...wordings import Wording
from ..items import Item, Sentence
from ..measured.families import is_survival, takes_share
from ..quantities.numerals import integer
from ..quantities.patterns import WORD_NUMBER
from ..quantities.quantity import Quantity
from .counted_in_arms import counted_in_arms

_WORD: Final = Wording(rf"(?<![\w-]){WORD_NUMBER}(?![\w-])", re.IGNORECASE)
_COUNTED: Final = re.compile(
    r"\s+(?:(?:(?:new|confirmed|incident)\s+)?(?:cases|diagnoses)\s+of\s+)?"
    rf"(?:(?:(?:additional|further|other|more)\s+)?(?:{PEOPLE}|patient|cases)\s+"
    r"(?:died|(?:had|experienced|developed|achieved|showed|reported|complained of|suffered from)\s+)?"
    r"(?:an?\s+)?)?(?:grades?\s(?:[≥>]=?\s?)?[1-5IV]+(?:\s?(?:[/–-]|or|and|to)\s?[1-5IV]+)?\s+)?(?:(?!patients|women|men|and|or|of|in|with|for|to|cycles?|courses?|weeks?|months?"
    r"|days?)[a-z-]+\s+){0,2}"
)
_NO_COUNT: Final = re.compile(
    r"(?:\b(?:grades?|cycles?|days?|stages?|phase|weeks?|months?|courses?|arms?|groups?|levels?|types?|class|scores?"
    r"|(?<!total )of|among|to|than|least|by|every|line|part|tables?"
    r"|figures?|appendix|sections?|refs?\.|fig\.|year|version|first|all|other|these|the"
    r"|\d{1,4}\sand|genotypes?(?:\s\d\w?(?:,|(?=\s)))*(?:\s(?:and|or))?)|[-–≥≤<>=/]|[(\[]including|\b(?-i:[A-Z]{3,}))\s*$",
    re.IGNORECASE,
)
_PLANNED: Final = re.compile(
    r"\b(?:planned|pre-?specified|scheduled|required|triggered|event-driven)\b[^.;:()]{0,60}?"
    r"\b(?:after|at|when|once|until)\s+(?:about\s+|approximately\s+|at least\s+)?$",
    re.IGNORECASE,
)
"""`the analysis was planned after 158 deaths`"""
_PLACED: Final = re.compile(
    rf"(?:\s+(?:{PEOPLE}|cases|events|deaths|recipients|(?:new |invasive )?(?:cancers|tumou?rs)"
    r"|recurrences|relapses|fractures|infections|diagnoses|failures))?\s+(?:each\s+)?(?:in|on|with|for|from"
    r"|among|receiving|given"
    r"|treated with|assigned(?: to)?|randomi[sz]ed to|who received)\s+(?:the\s+)?"
)
_ITS_PATIENTS: Final = re.compile(rf"\b(?:{PEOPLE}|recipients)$")
"""`in 4 placebo patients`"""
_PATIENTS_BEHIND: Final = re.compile(rf"(?:\s*\([^()]*\))?\s+(?:{PEOPLE}|recipients)\b")
_AND_SO_MANY: Final = re.compile(
    rf"(?:\s*\([^()]*\))?,?\s+(?:and|versus|vs\.?)\s+(?:\d{{1,5}}|{WORD_NUMBER})\s+(?:of the\s+)?", re.IGNORECASE
)
_PAIRED: Final = re.compile(rf"\s*(?:{PEOPLE}|events|cases|deaths)?\s*(?:,\s*)?(?:versus|vs\.?|v\.?)\s*")
_EVENTS: Final = re.compile(rf"[\s)]*(?:new |more )?(?:{PEOPLE}|events|cases|deaths)\b")
_NO_RESULT: Final = re.compile(
    r"\b(?:evaluable|assessable|eligible|analy[sz]ed|randomi[sz]ed|randomly|assigned|allocated|enrolled|recruited"
    r"|entered"
    r"|screened|participated|completed|were included|scores?|sites|centres|centers|countries)\b",
    re.IGNORECASE,
)
_FELL_ILL: Final = re.compile(
    r"[^.;,:()]{0,60}?\b(?:developed|experienced|suffered|sustained|relapsed|died)\b|"
    r"\s+(?:groups?|arms?|patients)?\s*(?:and\s[^.;,:()]{0,50}?)?\bhad\s+(?:an?\s+)?(?!been\b|received\b|completed\b)"
)
"""Behind an arm: the number before it is of those who fell ill, whatever else the sentence counts."""
_WERE: Final = re.compile(r"(?:\s(?:groups?|arms?|patients))?,?\s(?:were|was)\s\d")
"""`the numbers in 101 patients given A were 45 and 20`: of so many they are told."""
_ASSIGNED_TO: Final = re.compile(
    r"\b(?:patients|women|men|participants|subjects) (?:assigned|allocated|randomi[sz]ed)\b(?: to)?", re.IGNORECASE
)
_SHARE_BEHIND: Final = re.compile(r"\s*[(\[]\s*\d+(?:\.\d+)?\s?%")
"""`2 patients assigned A (1.1%)`: the words tell of which patients so many had what the share is of."""
_CHANGED: Final = re.compile(r"\b(?:improve|deepen|conver|upgrad|progress)\w*\b", re.IGNORECASE)
_SIZE_OF: Final = re.compile(r"\s*[,(\[]\s*")
_SIZE_ENDS: Final = re.compile(r"\s*[;,)\]]")
_IN: Final = re.compile(r"\s+in\s+")
_IN_ENDS: Final = re.compile(rf"(?:\s{PEOPLE})?\s*(?:[;,)\].]|and\b|$)")
_HAD: Final = re.compile(
    rf"\s+(?:of (?:the )?{PEOPLE} )?(?:had|experienced|developed|reported)\s+"
    r"(?:a total of\s+|only\s+|just\s+|exactly\s+)?"
)
_PATIENTS_HAD: Final = re.compile(
    rf"(?<![\w.])(?:\d{{1,5}}|{WORD_NUMBER})\s+(?:{PEOPLE}|patient)\s+(?:had|experienced|developed|reported)\s+"
    r"(?:a total of\s+)?$",
    re.IGNORECASE,
)
"""`three patients reported ` eight events"""
_LISTED: Final = re.compile(r",?\s*(?:and\s+)?")
_OPENED: Final = re.compile(
    r"\s*(?:[(\[][A-Za-z]{1,6}[)\]]\s*)?(?:(?:(?:was|were)\s(?:observed|seen|noted|reported|recorded|achieved|obtained"
    r"|documented)|occurred)\s)?(?:(?:in|with|on|among)\s[^.,;:()\[\]%\d]{1,50})?[(\[]\s*"
)
"""`three responses (12%)`, `nine deaths were reported in the A group (10%)`: from what is counted to its share."""
_OF_THEM: Final = re.compile(r"\s(?:of|in|with|for|among)\s[^.;:%()\[\]]{3,60}\s[(\[]\s*")
_JOINED: Final = re.compile(r"\s*[;,]\s*")
_AFTER_INTERVAL: Final = re.compile(r"\s*[(\[][^()\[\]]{4,60}[;,]\s*")
_NEAR: Final = 70


def with_counts(sentence: Sentence) -> Sentence:
    """The sentence with its bare counts as shares; numbers that may be anything else stay as they are."""
    if not any(i.kind in {"endpoint", "event"} for i in sentence.items):
        return sentence
    found = {i.start: i for i in _counts(sentence)}
    kept = [i for i in sentence.items if i.start not in found]
    items = _listed(sentence, sorted([*kept, *found.values()], key=lambda i: (i.start, i.end)))
    counting = replace(sentence, items=tuple(items))
    return replace(counting, items=tuple(_with_shares(counting)))


def _listed(sentence: Sentence, items: list[Item]) -> list[Item]:
    """`in 72, 105, and 138 of the 829 patients`: what is listed before a count is a count of the same."""
    for i in range(len(items) - 2, -1, -1):
        last = items[i + 1].quantity
        if last is None or last.kind != "share" or last.total is None or last.value is not None:
            continue
        if _is_whole(sentence, items[i]) and _LISTED.fullmatch(sentence.gap(items[i].end, items[i + 1].start)):
            count = as_count(sentence, items[i].start, items[i].end)
            if count.quantity is not None:
                items[i] = replace(count, quantity=replace(count.quantity, total=last.total))
    return items


def _with_shares(sentence: Sentence) -> Iterator[Item]:
    """`3 partial responses (13%)`: the share behind what is counted takes the count."""
    merged: dict[int, Item] = {}
    for item in sentence.items:
        count = item.quantity
        about = _counted_or_placed(sentence, item) if count is not None and _is_count(count) else None
        share = next((i for i in sentence.items if about is not None and i.start >= about.end and i.quantity), None)
        if (
            about is None
            or share is None
            or share.quantity is None
            or count is None
            or share.quantity.count is not None
        ):
            continue
        opened = _OPENED.fullmatch(sentence.gap(about.end, share.start))
        if share.quantity.kind == "share" and opened and _agrees(count, share.quantity.value):
            both = replace(share.quantity, count=count.count, total=count.total, start=item.start)
            merged[item.start] = replace(share, quantity=both)
    quantities = [i for i in sentence.items if i.quantity is not None]
    for share, behind, further in zip(quantities, quantities[1:], [*quantities[2:], None], strict=False):
        count = further if further and _continues(sentence, behind, further) else behind
        if (both := _with_count_behind(sentence, share, count)) is not None:
            merged[count.start] = both
    shares = {i.start: i for i in merged.values()}
    for item in sentence.items:
        if item.start not in merged:
            yield shares.get(item.start, item)


def _continues(sentence: Sentence, interval: Item, count: Item) -> bool:
    """`(95% CI 53-82; 29 of 42)`: whether a count shares the bracket of an interval."""
    is_interval = interval.quantity is not None and interval.quantity.kind == "interval"
    return is_interval and bool(_JOINED.fullmatch(sentence.gap(interval.end, count.start)))


def _with_count_behind(sentence: Sentence, share: Item, behind: Item) -> Item | None:
    """`in 73% of treated patients (151/207)`, `(73%; 151 of 207)`: the share with the count behind those it is of."""
    told, count = share.quantity, behind.quantity
    if told is None or count is None or told.kind != "share" or told.value is None or told.count is not None:
        return None
    counts = _is_count(count) and count.total is not None and _agrees(count, told.value)
    gap = sentence.gap(share.end, behind.start)
    if not counts or not any(joint.fullmatch(gap) for joint in (_OF_THEM, _AFTER_INTERVAL, _JOINED)):
        return None
    return replace(share, quantity=replace(told, count=count.count, total=count.total, end=behind.end))


def _counted_or_placed(sentence: Sentence, item: Item) -> Item | None:
    """What stands between a count and its share: what is counted, or the arm (`17 assigned placebo (9.5%)`)."""
    arm = next((i for i in sentence.items if i.start >= item.end and i.kind == "arm"), None)
    gap = sentence.gap(item.end, arm.start) if arm is not None else ""
    placed = gap.isspace() or _PLACED.fullmatch(gap)
    return counted(sentence, item.end) or (arm if placed else None)


def _is_count(quantity: Quantity) -> bool:
    return quantity.kind == "share" and quantity.count is not None and quantity.value is None


def _agrees(count: Quantity, share: Decimal | None) -> bool:
    """Whether a percentage is that of so many of so many, as far as both are printed."""
    if count.count is None or not count.total or share is None:
        return True
    return abs(Decimal(100 * count.count) / count.total - share) <= 1


def _counts(sentence: Sentence) -> Iterator[Item]:
    yield from _told_sizes(sentence)
    yield from counted_in_arms(sentence)
    numbers = list(_numbers(sentence))
    for (start, end), following in zip_longest(numbers, numbers[1:]):
        before = sentence.gap(sentence.start, start)
        if _NO_COUNT.search(before) or _PLANNED.search(before) or _counts_events(sentence, start):
            continue
        if following and _is_pair(sentence, (start, end), following):
            yield as_count(sentence, start, end)
            yield as_count(sentence, *following)
        elif counted(sentence, end) is not None or _stands_for_arm(sentence, start, end):
            yield as_count(sentence, start, end)


def _told_sizes(sentence: Sentence) -> list[Item]:
    """`(complete response, n = 4; partial response, n = 11)`, `CR in 4, PR in 11`: each behind what it counts."""
    found: list[Item] = []
    named: list[str] = []
    for before, item in pairwise(sentence.items):
        size = item.quantity if item.quantity is not None and item.quantity.kind == "size" else None
        counts = before.kind == "endpoint" and is_countable(before)
        behind, ends = (_SIZE_OF, _SIZE_ENDS) if size else (_IN, _IN_ENDS)
        told = (size or _is_whole(sentence, item)) and ends.match(sentence.whole, item.end, sentence.end)
        if counts and told and behind.fullmatch(sentence.gap(before.end, item.start)):
            count = size.count if size else integer(sentence.gap(item.start, item.end))
            share = Quantity(kind="share", start=item.start, end=item.end, count=count)
            found.append(Item(kind="quantity", start=item.start, end=item.end, quantity=share))
            named.append(before.concept.name if before.concept else before.text)
    endpoints = [i.concept.name for i in sentence.items if i.kind == "endpoint" and i.concept]
    divided = any(endpoints.count(name) > 1 for name in named)  # 4 with CR (sCR, n = 3; CR, n = 1)
    return found if len(found) > 1 and not divided and not _CHANGED.search(sentence.text) else []


def _counts_events(sentence: Sentence, start: int) -> bool:
    """`ten patients had 12 infections`, `22% had only one`: the patients are counted, not the infections."""
    if _PATIENTS_HAD.search(sentence.gap(sentence.start, start)):
        return True
    people = next((i for i in reversed(sentence.items) if i.end <= start and i.quantity is not None), None)
    if people is None or people.quantity is None or people.quantity.kind != "share":
        return False
    return bool(_HAD.fullmatch(sentence.gap(people.end, start)))


def _numbers(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Whole numbers that no other reading has claimed, in digits or in words."""
    taken = [(i.start, i.end) for i in sentence.items if i.quantity is not None]
    found = [(i.start, i.end) for i in sentence.items if _is_whole(sentence, i)]
    for match in _WORD.finditer(sentence.text):
        start, end = match.start() + sentence.start, match.end() + sentence.start
        if not any(a < end and start < b for a, b in taken):
            found.append((start, end))
    return iter(sorted(found))


def _is_whole(sentence: Sentence, item: Item) -> bool:
    return item.quantity is not None and item.quantity.kind == "number" and sentence.gap(item.start, item.end).isdigit()


def as_count(sentence: Sentence, start: int, end: int) -> Item:
    """A number that stands between two offsets, as a count of patients."""
    quantity = Quantity(kind="share", start=start, end=end, count=integer(sentence.gap(start, end)))
    return Item(kind="quantity", start=start, end=end, quantity=quantity)


def counted(sentence: Sentence, end: int) -> Item | None:
    """What a count that ends here counts, right behind it: `28 strokes`, `two patients had a relapse`."""
    behind = next((i for i in sentence.items if i.start >= end and i.kind in {"endpoint", "event"}), None)
    fits = behind is not None and is_countable(behind) and _COUNTED.fullmatch(sentence.gap(end, behind.start))
    return behind if fits else None


def is_countable(item: Item) -> bool:
    """Whether patients who had something, or whom something befell, can be counted."""
    if item.concept is None or item.text.lower().startswith("responder"):
        return False
    return item.kind == "event" or (takes_share(item.concept.name) and not is_survival(item.concept.name))


def _stands_for_arm(sentence: Sentence, start: int, end: int) -> bool:
    """`(82 on tamoxifen and 104 on placebo)`: a number right before the arm, where nobody is being allocated."""
    arms = [i for i in sentence.items if i.kind == "arm" and i.start >= end]
    between = sentence.gap(end, arms[0].start) if arms else ""
    its_patients = between.isspace() and _is_of_patients(sentence, arms)
    in_bracket = between.strip() == "(" and sentence.gap(arms[0].end, arms[0].end + 1) == ")"
    if not (its_patients or in_bracket or _PLACED.fullmatch(between)):
        return False
    if _WERE.match(sentence.whole, arms[0].end, sentence.end):
        return False
    if _FELL_ILL.match(sentence.whole, arms[0].end, sentence.end):
        return True
    around = sentence.gap(max(sentence.start, start - _NEAR), min(sentence.end, arms[0].end + _NEAR))
    shared = _SHARE_BEHIND.match(sentence.whole, arms[0].end, sentence.end)
    return not _NO_RESULT.search(_ASSIGNED_TO.sub("", around) if shared else around)


def _is_of_patients(sentence: Sentence, arms: list[Item]) -> bool:
    """Whether the first arm names its patients, alone or with the next: `in 4 A (2%) and 3 placebo (1%) patients`."""
    names = sentence.gap(arms[0].start, arms[0].end)
    if _ITS_PATIENTS.search(names) or _PATIENTS_BEHIND.match(sentence.whole, arms[0].end, sentence.end):
        return True
    joined = len(arms) > 1 and _AND_SO_MANY.fullmatch(sentence.gap(arms[0].end, arms[1].start))
    return bool(joined) and _is_of_patients(sentence, arms[1:])


def _is_pair(sentence: Sentence, first: tuple[int, int], second: tuple[int, int]) -> bool:
    """`85 v 165 cases`, `lethargy (456 v 272)`, `9 and 7 had a relapse, respectively`: behind an event, or of cases."""
    if sentence.gap(first[1], second[0]) == " and ":
        told = sentence.between(second[1], sentence.end, "respectively", "quantity")[:1]
        return any(i.kind == "respectively" for i in told) and counted(sentence, second[1]) is not None
    if not _PAIRED.fullmatch(sentence.gap(first[1], second[0])):
        return False
    if _EVENTS.match(sentence.gap(second[1], sentence.end)):
        return True
    opened = re.search(r"[(\[]\s*$", sentence.gap(sentence.start, first[0]))
    before = [i for i in sentence.items if i.kind in {"endpoint", "event"} and i.end <= first[0]]
    return bool(opened and before) and is_countable(before[-1]) and first[0] - before[-1].end < _NEAR
