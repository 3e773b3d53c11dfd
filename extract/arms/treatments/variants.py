"""What tells arms apart that are given the same drugs: a dose, a schedule, a duration, a manner.

`paclitaxel 175 mg/m2 or paclitaxel 225 mg/m2`, `docetaxel weekly or every 3 weeks`, `6 or 12 months of trastuzumab`,
`concurrent versus sequential`. Offsets are those of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from .named import UNTREATED
from .regimens import Expression

_UNTREATED: Final = frozenset({UNTREATED})
_NUMBER: Final = r"(?:(?<!\d[.,])\d[\d.,]*|one|two|three|four|five|six|eight|nine|ten|twelve|eighteen)"
DOSE_UNIT: Final = (
    r"(?:%|mg|mcg|[µμ][gM]|g|M?IU|MU|U(?=/\w)|Gy|[GM]Bq|mCi|AUC|mL)(?:\s?/\s?(?:kg|m2|day|d|week|min|h|hour|hr|dose))*"
)
_TIME_UNIT: Final = r"(?:days?|weeks?|months?|years?|cycles?|courses?|fractions?|min(?:utes?)?|hours?|doses?)"
EVERY: Final = rf"every\s(?:other\s)?(?:{_NUMBER}\s)?(?:days?|weeks?|months?)"
KINDS: Final = (
    re.compile(rf"(?<![\w.])(?<!\d[.,])\d[\d.,]*[\s-]?{DOSE_UNIT}(?![\w/])"),
    re.compile(
        rf"(?<![\w-])(?:(?:once|twice|thrice|three times)(?:\s(?:a|per|every))?\s(?:daily|weekly|day|week)|"
        rf"(?:{_NUMBER}-|tri|bi)?weekly|daily|monthly|{EVERY}|q\d+w|(?-i:[BQT]ID)|days?\s\d+\s?(?:-|to)\s?\d+)(?!\w)",
        re.IGNORECASE,
    ),
    re.compile(r"(?<![\w-])(?:[A-Za-z]{1,8}-)?[A-Z]{3,8}-(?:14|21|28)(?![\w-])"),  # R-CHOP-14: every 14 days
    re.compile(rf"(?<![\w-]){_NUMBER}[\s-]{_TIME_UNIT}(?!\w)", re.IGNORECASE),
    re.compile(
        r"(?<![\w-])(?:concurrent(?:ly)?|simultaneous(?:ly)?|sequential(?:\salternating|ly)?|alternating|"
        r"continuous(?:ly)?|"
        r"(?:flat\s)?intermittent(?:ly)?|chronomodulated|bolus|infusional|oral(?:ly)?|intravenous(?:ly)?|"
        r"subcutaneous(?:ly)?|intramuscular(?:ly)?|intranasal(?:ly)?|intravitreal(?:ly)?|intrathecal(?:ly)?|epidural(?:ly)?|"
        r"(?-i:SC|IV|IM)(?!\s(?:disease|patients|cancer|tumou?rs?|toxicit))|transdermal(?:ly)?|sublingual(?:ly)?|buccal|rectal(?:ly)?|vaginal(?:ly)?|topical(?:ly)?|inhaled|nebuli[sz]ed|"
        r"intra-?articular(?:ly)?|intradermal(?:ly)?|intraperitoneal(?:ly)?|"
        r"(?:high|low|standard|full|reduced)[- ]dose|(?:short|long)[- ]course|dose-dense|conventional|early|late|"
        r"hyperbaric|isobaric|hypobaric|immediate(?:ly)?|delayed|deferred|(?:pre|post|peri)-?operative(?:ly)?|prolonged|"
        r"extended|(?-i:PRN|T&E)|treat-and-extend|(?:personali[sz]ed|individuali[sz]ed)\s(?:treatment|dosing)\sintervals?|"
        r"pro re nata|as[- ]needed|on[- ]demand|"
        r"(?:neo-?)?adjuvant|accelerated|(?:hypo|hyper)-?fractionated|"
        r"laparoscopic(?:ally)?|robotic(?:-assisted)?|thoracoscopic|"
        r"open(?=\s(?:surgery|surgical|resection|procedure|approach|technique|or|versus|vs|\w+(?:ectomy|plasty)(?:\sarm|\sgroup)?)\b))(?!\w)",
        re.IGNORECASE,
    ),
)
ROUTES: Final = {"SC": "subcutaneous", "IV": "intravenous", "IM": "intramuscular"}
_MANNERS: Final = KINDS[-1]
_TWO: Final = 2
_DOSED: Final = re.compile(r"\b(?:low|intermediate|standard|conventional|high|escalated)[- ]dose\s$", re.IGNORECASE)
_PARTNERED: Final = re.compile(r"\b(?:in addition to|in combination with|(?:each|both) with|combined with)\s")
_SHARED_UNIT: Final = tuple(
    re.compile(
        rf"(?<![\w./]){first}(?:\s[(\[][^()\[\]]{{1,30}}[)\]])?\s(?:or|versus|vs\.?)\s(?={second})", re.IGNORECASE
    )
    for first, second in (
        (rf"({_NUMBER})", rf"{_NUMBER}[\s-]({DOSE_UNIT})(?![\w/])"),
        (rf"(every\s{_NUMBER})", rf"every\s{_NUMBER}\s(days?|weeks?|months?)"),
        (rf"({_NUMBER})", rf"{_NUMBER}[\s-]({_TIME_UNIT})(?!\w)"),
    )
)
_LONGER: Final = re.compile(r"\d,\s$")
_BRACKET: Final = re.compile(r"\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\]")
_FILLER: Final = (
    r"(?:(?:infusion|constant|rate|given|administered|either|the|a|of|at|for|to|receive|receiving|same|doses?|schedule|regimen|"
    r"therapy|treatment|chemotherapy|cycles|per|day|once|twice|daily|weekly|with|on|flat|days?|DRUG)\s+)"
)
_EITHER: Final = re.compile(
    rf"\s*,?\s*{_FILLER}{{0,4}}(?:or|versus|vs\.?|compared with)\s+{_FILLER}{{0,4}}", re.IGNORECASE
)
_HYPHENATED: Final = re.compile(rf"(?<=\d)-(?={DOSE_UNIT}\Z)")
"""`the 20-mg dose`"""
_COMMA: Final = re.compile(r",\s+")
_BEHIND: Final = 20
"""Characters behind the last form of a choice that may tell more of it."""
_OF_WHAT: Final = re.compile(r"\s(?!(?:of|in|with|for|and|or|at|vs|versus|than|respectively)\b)[A-Za-z]")
_WORD: Final = re.compile(r"\S+")
_SPLIT: Final = re.compile(r"\b(?:or|versus|vs|compared|with)\b|;|,|\band\b", re.IGNORECASE)


def told_apart(text: str, start: int, end: int, found: list[Expression]) -> list[Expression]:
    """Give expressions of the same drugs, between two offsets, what tells them apart; else keep the first."""
    return apart_within(list(_windows(text, start, end, found)), _all_with_partner(text, found))


def _all_with_partner(text: str, found: list[Expression]) -> list[Expression]:
    """`low-dose A (LDA) or high-dose A (HDA) in addition to B`: B is given with each."""
    manners = {manner[0].lower() for e in found if (manner := _DOSED.search(text, max(0, e.start - 20), e.start))}
    if len(found) < _TWO or len(manners) < len(found):
        return found
    *before, last = found
    if not _PARTNERED.search(text, last.start, last.end) or any(not e.drugs < last.drugs for e in before):
        return found
    return [*(replace(e, drugs=last.drugs) for e in before), last]


def apart_within(windows: list[str], found: list[Expression]) -> list[Expression]:
    """The same where the stretch of text that describes each expression is known."""
    kept = dict(enumerate(found))
    for drugs in {e.drugs for e in found}:
        same = [place for place, e in enumerate(found) if e.drugs == drugs]
        if len(same) == 1:
            continue
        own = list(own_forms([windows[place] for place in same])) if drugs != _UNTREATED else []
        forms = list(zip(*own, strict=True))
        for k, place in enumerate(same):
            if forms:
                kept[place] = replace(found[place], forms=forms[k])
            elif k:
                del kept[place]
    return [kept[place] for place in sorted(kept)]


def lists_doses(text: str, start: int, end: int) -> bool:
    """Whether an alternative is a list that was not cut: `A 2.5 mg once daily, 1 mg on Mondays and Fridays`."""
    doses = list(KINDS[0].finditer(text, start, end))[1:]
    return any(text[start : dose.start()].rstrip().endswith(",") for dose in doses)


def own_forms(windows: list[str]) -> Iterator[list[str]]:
    """For each kind of form that tells several stretches apart, what each of them has and the others have not.

    Where no kind does, the first form of any kind that only one has.
    """
    told = False
    for kind in KINDS:
        values = [_values(kind, window) for window in windows]
        common = set(values[0]).intersection(*values[1:])
        order = -1 if kind is _MANNERS else 1  # `rapid intravenous bolus`: the last word is the head
        own = [next((v for v in each[::order] if v not in common), "") for each in values]
        if all(own) and len(set(own)) == len(own):
            told = True
            yield own
    each = [[v for kind in KINDS for v in _values(kind, window)] for window in windows]
    rest = [[v for v in own if all(v not in other for other in each if other is not own)] for own in each]
    if not told and all(rest):  # over 3 days, or by continuous infusion
        yield [own[0] for own in rest]


def variants_of(text: str, start: int, end: int, drugs: Expression) -> list[Expression]:
    """One combination in several forms, of which a stretch of text gives the choice: `75 mg or 225 mg of A`."""
    if shared := with_shared_unit(text, start, end, drugs):
        return shared
    names = set(text[drugs.start : drugs.end].lower().split())
    for kind in KINDS:
        chain: list[re.Match[str]] = []
        for match in kind.finditer(text, start, end):
            between = _BRACKET.sub(" ", text[chain[-1].end() : match.start()]) if chain else ""
            if _EITHER.fullmatch(_WORD.sub(lambda m: "DRUG" if m[0].lower() in names else m[0], between)):
                chain.append(match)
            elif len(chain) < 2:
                chain = [match]
        chain = (
            [*_listed_before(text, list(kind.finditer(text, start, chain[0].start())), chain), *chain] if chain else []
        )
        phrases = [plain_form(m[0]) for m in chain]
        if chain and phrases[-1].endswith("%") and not _tells_strength(text, chain, drugs):
            continue
        if len(set(phrases)) == len(phrases) > 1:
            return [
                replace(drugs, start=m.start(), end=m.end(), forms=forms, alternative=bool(k))
                for k, (m, forms) in enumerate(zip(chain, _with_others(text, end, chain, phrases), strict=True))
            ]
    return []


def _with_others(text: str, end: int, chain: list[re.Match[str]], phrases: list[str]) -> Iterator[tuple[str, ...]]:
    """What stands for each form of a choice, and what else tells it apart: `140 mg once daily or 70 mg twice daily`."""
    edges = [*(m.start() for m in chain), min(end, chain[-1].end() + _BEHIND)]
    others = [own for own in own_forms([text[a:b] for a, b in pairwise(edges)]) if own != phrases]
    return ((phrase, *more) for phrase, *more in zip(phrases, *others, strict=True))


def _listed_before(text: str, before: list[re.Match[str]], chain: list[re.Match[str]]) -> list[re.Match[str]]:
    """The forms that only commas part from those between which `or` stands: `20 mg, 40 mg or 60 mg`."""
    found: list[re.Match[str]] = []
    for match in reversed(before):
        if not _COMMA.fullmatch(text, match.end(), (found or chain)[0].start()):
            break
        found.insert(0, match)
    return found


def _tells_strength(text: str, chain: list[re.Match[str]], drugs: Expression) -> bool:
    """Whether percentages stand right before or behind what they are the strength of: no results."""
    return 0 <= chain[0].start() - drugs.end <= 1 or bool(_OF_WHAT.match(text, chain[-1].end()))


def with_shared_unit(text: str, start: int, end: int, drugs: Expression) -> list[Expression]:
    """`75 or 225 mg`, `every 4 or every 12 weeks`: the unit stands behind the second number only.

    None of `5, 75 or 225 mg`, which is a longer list.
    """
    for pattern in _SHARED_UNIT:
        shared = pattern.search(text, start, end)
        if shared and not _LONGER.search(text, start, shared.start()):
            second = next((m for kind in KINDS if (m := kind.match(text, shared.end(), end))), None)
            if second:
                return [
                    replace(drugs, start=shared.start(), end=shared.end(1), forms=(f"{shared[1]} {shared[2]}",)),
                    replace(
                        drugs, start=second.start(), end=second.end(), forms=(plain_form(second[0]),), alternative=True
                    ),
                ]
    return []


def _values(kind: re.Pattern[str], window: str) -> list[str]:
    return [plain_form(m[0]) for m in kind.finditer(window)]


def plain_form(phrase: str) -> str:
    """A phrase as it is told: one space between words, adverbs as adjectives."""
    words = " ".join(_HYPHENATED.sub(" ", phrase).split())
    if words in ROUTES:
        return ROUTES[words]
    words = words[0].lower() + words[1:] if words[1:2].islower() else words
    return words.removesuffix("ly") if words.endswith(("ntly", "ally", "usly", "ively")) else words


def _windows(text: str, start: int, end: int, found: list[Expression]) -> Iterator[str]:
    """The stretch of text that describes each expression: up to the words that set it against its neighbours."""
    edges = [start]
    for this, following in pairwise(found):
        cut = this.end
        for match in _SPLIT.finditer(text, this.end, following.start):
            if text[this.end : match.start()].count("(") == text[this.end : match.start()].count(")"):
                cut = match.start()
                if match[0].lower() in {"or", "versus", "vs", ";", "compared"}:
                    break
        edges.append(cut)
    edges.append(end)
    yield from (text[a:b] for a, b in pairwise(edges))
