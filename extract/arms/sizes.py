"""How many patients an arm has: `(n = 97)`, `179 were randomly assigned to …`, `cabozantinib, 167`.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from typing import Final

from ..cohorts import cohorts_counted
from ..context import Context
from ..people import PEOPLE
from ..results.quantities import number_patterns, numerals
from ..wordings import Wording
from .counted_events import counts_events
from .names.mentions import ArmMention, find_arm_mentions
from .size_lists import (
    SizeMention,
    adding_up,
    sizes_in_turn,
    sizes_of_each,
    sizes_of_two,
    sizes_with_and_without,
)
from .slots import without_brackets

_FEWEST: Final = 5
"""A smaller number before an arm counts events unless the text says that patients were assigned."""
_SOME_WENT_ON: Final = Wording(
    r"\s*(?:Of|Among) (?:the|these|those) (?:(?!random|assigned|allocat)[^.;])*"
    r"\b(?:entered|completed|continued|crossed over)\b"
)
"""`Of the first patients, seven who received 9 mg entered the extension`: they are a part of an arm."""
_COUNT: Final = rf"(?P<n>{number_patterns.COUNT})"
_ASSIGNED: Final = Wording(
    r"random|assigned|allocat|\benrol|\breceiv|\btreated|\bgroups?\b|\barms?\b|n\s*=|\bgiven\b|\bincluded",
    re.IGNORECASE,
)
_OUTCOME: Final = Wording(
    r"%|\b(?:grade|adverse|toxicit\w+|events?|died|deaths?|respon\w+|relaps\w+|recurr\w+|progress\w+|surviv\w+|"
    r"discontinu\w+|withdr\w+|complet\w+|developed|experienced|occurr\w+|log-?rank|hazard|"
    r"(?:diagnosed|seen|found|observed|reported|noted|detected) (?:in|by))\b",
    re.IGNORECASE,
)
"""Words of results; only `n = 97` and verbs of assignment tell sizes among them."""
_ALLOCATED: Final = re.compile(r"random(?!i[sz]ation)|assigned|allocat|\benrol", re.IGNORECASE)
_ALLOTTED: Final = re.compile(r"random|assigned|allocat|receiv|treated|given|enrolled|entered|included", re.IGNORECASE)
_AFTER: Final = re.compile(
    rf"[)\]]?(?:\s*\([\w/+ -]{{1,60}}\))?(?:(?!\banaly|\bobserv|\bsub|\b(?:set|population)\b"
    rf"|\b(?:pre|post)-?\s*[(\[]|\bwith(?:out)?\s*[(\[])"
    rf"(?:[^()\[\];.]|\.(?=\d|\w\.|\s[a-z])|\(i\.?v\.?\)|\(p\.?o\.?\)|\(s\.?c\.?\))){{0,60}}?"
    rf"[(\[][^()\[\]]{{0,60}}?\bn\s*=\s*(?P<n>{number_patterns.INTEGER})"
    rf"|(?:[,;]\s*|\s*[(\[]\s*|,\s*[(\[]\s*)(?P<m>{number_patterns.INTEGER})\s*(?:(?:patients|participants|subjects|women|men)?\s*[)\];]|(?:patients)?\s*\[\d)"
    rf"|(?:(?!\s(?:who|whom|whose|with|had|has|was|were|after|in|among|including)\s)"
    rf"(?:[^()\[\];.]|\.(?=\d|\w\.|\s[a-z]))){{1,100}}?\s[(\[]\s*(?P<i>{number_patterns.INTEGER})\s+{PEOPLE}\s*[)\]]"
    rf"|(?:\s+(?:group|arm)\b|\s*:\s*[^()\[\];,:]{{1,40}})?\s*[,;:]\s*n\s*=\s*(?P<j>{number_patterns.INTEGER})"
    rf"|,\s*(?P<k>{number_patterns.INTEGER})(?=[;)\],.])(?!,\d{{3}})"
    rf"|\s*[(\[][\w/+ -]{{1,40}}[;,]\s*(?P<l>{number_patterns.INTEGER})\s+{PEOPLE}\s*[)\]]",
    re.IGNORECASE,
)
_TELLS: Final = re.compile(r"\b(?:was|were|had|being|included|experienced|developed|occurred)\b")
_COUNTED: Final = re.compile(r"\d\s?%\s*[(\[]\s*n\s*=\s*\d+$")
"""`89% (n = 49)`: so many of them had what is told."""
_SHARE: Final = re.compile(r"\s*[,;(\[]\s*\d[\d.]*\s?%")
"""`n = 7 [18%]`: so many of those who had something."""
_BEFORE: Final = re.compile(
    rf"(?<![\w.:–-])(?!\d+\s+to\s+\d+\s+years\b){_COUNT}(?:\s*[(\[]\d[^()]{{0,40}}%[)\]]|\s*\((?=[^()]*\bage\b)[^()]{{1,120}}\))?"
    r"\s*:?\s+(?:of (?:whom|them) )?"
    rf"(?:(?:[a-z]+ )?{PEOPLE}\s+)?"
    r"(?:(?:who |were |was |had |been |also |then )*(?:randomly |equally )?"
    r"(?:assigned|allocated|randomi[sz]ed|received|receiving|treated|given|enrolled|entered|included)\s*)?"
    r"(?:to |in |with |into |on |receive |received |the |either |treatment |therapy |group |a |by |continuing |"
    r"prophylactic |(?:neo)?adjuvant |maintenance |adjuvanted |inactivated |pegylated |liposomal |oral |intravenous "
    r"|topical |subcutaneous |intravesical |intraperitoneal |concurrent |(?:low|high|standard)-dose |daily |weekly |"
    r"\d+ (?:cycles|courses|weeks|months|years)(?: of)? )*$",
    re.IGNORECASE,
)
_WITHIN: Final = re.compile(rf"\bn\s*=\s*({number_patterns.INTEGER})", re.IGNORECASE)
"""Within the words of an arm: `A (100 mg, n = 40) with B`."""
_NO_COUNT: Final = re.compile(
    r"(?:\b(?:(?:reported|experienced|observed|seen|noted) (?:by|in)|an additional|a further)\s+|"
    r"\b(?:vs\.?|versus|v|per|every|hundred|hundred and|thousand)\s*[(\[]?|"
    r"\d\s*(?:[(\[][^()\[\]]*[)\]]\s*)?(?:of|/)\s*(?:the\s+|all\s+)?)$",
    re.IGNORECASE,
)
"""What stands before a number that counts no patients of an arm, or those of whom some had an event."""
_SHARED: Final = re.compile(r"(?:[^.;]|(?<=\d)\.(?=\d)){0,60}?\b(?:or|compared (?:with|to))\s(?!\d)", re.IGNORECASE)
"""Behind an arm that is offered with another: the number before counts the patients of both."""
_LISTED: Final = re.compile(
    r"(?:[^.;\d]|\d[\d.,]{0,8}\s?[a-z]{1,9}(?:/\w{1,4}){0,2}){0,40}?(?:[,;](?:\sor)?|\bor)", re.IGNORECASE
)
"""Between the first arms or doses of a list: `90 were assigned to A, B, or C`, `to A at 5, 10, or 20 mg`."""
_STRATA: Final = re.compile(r"[a-z]+,?\s+n\s*=\s*\d+\s*[;,]\s*(?:and\s+)?[a-z][a-z-]+,?\s+n\s*=", re.IGNORECASE)
"""`(smokers, n = 20; non-smokers, n = 30)`: parts of an arm."""
_FELL_ILL: Final = re.compile(
    r"[^()\[\];]*(?:;[^()\[\];]*n\s*=[^()\[\];]*)?[)\]]\s+(?:have\s+|had\s+)?"
    r"(?:died|relapsed|progressed|discontinued|withdrew|dropped|experienced|developed|responded|had\s+(?!been))\b"
)
"""Behind a size: `(A, n = 29; B, n = 22) died`."""
_CHOICE_WITHIN: Final = re.compile(
    r"\s*(?:For|In)\s+the\s+(?:control|standard|comparator)\b[^.;,]{0,30},[^.;]{0,60}?\b(?:chose|choice|either|could)\b"
)
"""`For the control regimen, centres chose either A (n = 12) or B`: parts of one arm."""
_WENT_ON: Final = re.compile(
    rf"(?:[-\s](?:randomi[sz]ed|treated|assigned))?(?:\s(?:{PEOPLE}|recipients))?\s(?:who\s)?"
    r"(?:entered|switched|crossed|rolled|continued|escaped)\b"
)
"""`72 placebo-randomized patients entered an escape arm`: a part of the arm."""
_CLUSTERS: Final = re.compile(
    r"[^.;,]{0,40}?\b(?:blocks|clusters|villages|households|practices|schools|hospitals|wards|cent(?:er|re)s|eyes|teeth)\b",
    re.IGNORECASE,
)
"""`36 retinol-allocated versus 36 control blocks`: no patients are counted."""
_MONTH: Final = re.compile(
    r"\b(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|in|since|between|from|until|to|and)\.?,?\s*$"
)
_MEASURED: Final = re.compile(
    r"\d[\d.]*\s(?:days?|weeks?|months?|hours?|min(?:utes)?|points?|kg|m[gL]|mm)\s(?:in|with|for|on|among)\s[^.;]{1,70}?"
    r"\s(?:and|versus|vs\.?|compared with)\s(?:only\s)?$"
)
"""`31 days with A and 22 with B`: values of both."""
_REACH: Final = 100
_BEHIND: Final = 40
"""Characters behind a number that may tell that it counts a part of the arm."""
_FIRST_YEAR, _LAST_YEAR = 1950, 2050


def find_sizes(context: Context) -> list[SizeMention]:
    """Find the first size that the text states for each arm."""
    found: dict[int, SizeMention] = {}
    page = context.page
    for sentence in page.sentences:
        if not _ASSIGNED.search(sentence.text) or not re.search(r"\d", sentence.text):
            continue
        parts = _SOME_WENT_ON.match(sentence.text) or _CHOICE_WITHIN.match(sentence.text)
        if parts or cohorts_counted(page.text, sentence.start, sentence.end):
            continue
        registry = context.arms.in_force(context.trials.at(sentence.start))
        mentions = find_arm_mentions(page, sentence.start, sentence.end, registry, context.names)
        told = not _OUTCOME.search(sentence.text) or bool(_ALLOCATED.search(sentence.text))
        sizes = list(sizes_in_turn(page.text, mentions, sentence.start)) if told else []
        sizes += sizes_with_and_without(page.text, mentions, sentence.start, sentence.end)
        sizes += sizes_of_two(page.text, mentions, sentence.start)
        sizes += _sizes(page.text, mentions, sentence.start, sentence.end, told=told)
        if not told:
            counted = list(_sizes(page.text, mentions, sentence.start, sentence.end, told=True))
            sizes += adding_up(page.text, counted, sentence.start, sentence.end)
        sizes += sizes_of_each(page.text, registry.entries, sentence.start, sentence.end)
        for size in sizes:
            found.setdefault(id(size.entry), size)
    return list(found.values())


def _sizes(text: str, mentions: list[ArmMention], start: int, end: int, *, told: bool) -> Iterator[SizeMention]:
    """Give the sizes of a sentence; `told` where it tells of patients, not of results."""
    for i, mention in enumerate(mentions):
        if len(mention.entries) != 1:
            continue
        left = mentions[i - 1].end if i else start
        right = mentions[i + 1].start if i + 1 < len(mentions) else end
        inside = _WITHIN.findall(text, mention.start, mention.end)
        if len(inside) == 1:
            yield SizeMention(mention.entries[0], numerals.integer(inside[0]), mention.start, mention.end)
            continue
        after = _AFTER.match(text, mention.end, right)
        if (
            after
            and (after["n"] or after["j"] or told)
            and not _COUNTED.search(text, mention.end, after.end())
            and not _SHARE.match(text, after.end())
            and not _is_told_of(text[mention.end : after.end()])
            and not _STRATA.search(text, mention.end, after.end() + _BEHIND)
            and not _FELL_ILL.match(text, after.end(), end)
            and not counts_events(text[start : mention.start])
        ):
            number = numerals.integer(after["n"] or after["j"] or after["m"] or after["i"] or after["k"] or after["l"])
            yield SizeMention(mention.entries[0], number, mention.start, after.end())
            continue
        before = _BEFORE.search(text, left, mention.start)
        if before and told and _is_size(text, before, mention) and not _is_shared(text, mentions[i:], end):
            yield SizeMention(mention.entries[0], numerals.integer(before["n"]), before.start(), mention.end)


def _is_told_of(between: str) -> bool:
    """`events with A were fever (n = 3`: whether words between an arm and a number tell what its patients had."""
    return bool(_TELLS.search(between)) and not _ALLOTTED.search(between)


def _is_shared(text: str, mentions: list[ArmMention], end: int) -> bool:
    """Whether the first of some arms is offered with the next that stands in no bracket."""
    first = mentions[0].end
    plain = without_brackets(text[first:end])
    outside = next((m.start - first for m in mentions[1:] if plain[m.start - first].strip()), len(plain))
    listed = outside < len(plain) and _LISTED.fullmatch(" ".join(plain[:outside].split()))
    return bool(listed or _SHARED.match(" ".join(plain[: outside + 1].split())))


def _is_size(text: str, match: re.Match[str], mention: ArmMention) -> bool:
    """Whether a number before an arm counts its patients, not those of a comparison or of an event."""
    if (
        "either" in match[0]
        or _WENT_ON.match(text, mention.end)
        or _CLUSTERS.match(text, mention.end)
        or text.startswith("FU", mention.start)
    ):
        return False
    if "%" in match[0] and not _ALLOTTED.search(match[0]):
        return False
    if _MEASURED.search(text, max(0, match.start() - _REACH), match.start()):
        return False
    before = text[max(0, match.start() - 20) : match.start()]
    if _NO_COUNT.search(before) or (_MONTH.search(before) and _is_year(numerals.integer(match["n"]))):
        return False
    return numerals.integer(match["n"]) >= _FEWEST or bool(
        re.search(r"(?:assigned|allocated|randomi[sz]ed) to\b", match[0], re.IGNORECASE)
    )


def _is_year(number: int) -> bool:
    return _FIRST_YEAR <= number <= _LAST_YEAR
