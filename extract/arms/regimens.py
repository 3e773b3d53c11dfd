"""Regimens as texts spell them: drugs joined by `plus`, `-`, `/`, `with`, set against others by `or` and `versus`.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from ...ontology.facts import Concept, Regimen
from ..annotated import AnnotatedText
from .treatments import Names, Treatment, treatments_in

_JOIN = re.compile(
    r"(?:\bplus\b|\band\b|\bwith\b|\bin combination with\b|\bcombined with\b|\btogether with\b|\badded to\b|"
    r"\bfollowed by\b|\bin addition to\b|\bthen\b|[-–—‐/+,&])",
    re.IGNORECASE,
)
_ALTERNATIVE = re.compile(r"\b(?:or|versus|vs|v|compared (?:with|to)|than|against|over|alone)\b|;", re.IGNORECASE)
_OPTIONAL = re.compile(r"\bwith(?:\s*\([^()]*\))? or without\b|\+/-|±|\bwith/without\b", re.IGNORECASE)
_QUALIFIER = re.compile(
    r"\b(?:oral(?:ly)?|intravenous(?:ly)?|subcutaneous(?:ly)?|intramuscular|iv|sc|i\.v\.|p\.o\.|i\.m\.|intravesical|"
    r"infusion|bolus|push|min|minutes|in|one|two|three|weekly|daily|once|twice|low|high|dose|standard|fixed|modified|conventional|"
    r"continuous|infusional|pegylated|liposomal|maintenance|adjuvant|concurrent(?:ly)?|sequential|concomitant(?:ly)?|"
    r"simultaneously|continuing|subsequent|optional|predeclared|background|investigational|best|available|"
    r"radical|traditional|definitive|induction|consolidation|open|label|matching|matched|single|agent|active|either|the|same|six|eight|four|cycles?|tablets?|capsules?|"
    r"chemotherapy|therapy|treatment|regimen|hormonal|inhibitor|antibody|receive|assigned|given|alone|up|to|of|as)\b|-",
    re.IGNORECASE,
)
_DOSE = re.compile(
    r"\([^()]*\)|\[[^\[\]]*\]|"
    r"\d[\d.,]*(?:\s*(?:to|-|–)\s*\d[\d.,]*)?\s*(?:mg|g|mcg|µg|IU|U|Gy|MU|mL)\b"
    r"(?:\s*(?:/|per)\s*(?:m\s?\(?2\)?|m²|kg|day|d)\b)*(?:\s*bodyweight)?|"
    r"\bAUC\s*\d+|\b(?:once|twice|three times|times|every|on|per|a|each|days?|weeks?|cycles?|hours?|h|q\d?\w*|"
    r"bid|tid|qd|D\d+|for|from|over|of|to|until|months?)\b|\d+",
    re.IGNORECASE,
)
_NEXT_ARM = re.compile(
    r"[\w\s().]{0,30}?(?:\band\b|[,;])\s*\d[\d,]*\s+(?:\([^()]*\)\s+)?(?:patients |women |men )?"
    r"(?:(?:were )?(?:randomly )?(?:assigned|allocated|randomi[sz]ed) )?to(?: receive)?\s(?:the )?"
)
_COMPARED = re.compile(
    r"\bcompar(?:ed?|es|ing|ison (?:of|between))\s+(?!with\b|to\b)(?:[\w-]+\s+){0,4}$", re.IGNORECASE
)
_OTHER_SIDE = re.compile(r"\s+(?!in comb|comb|together)(?:[\w-]+\s+){0,2}(?:with|to)\s+(?:[\w-]+\s+){0,3}")
_OR_LAST = re.compile(r",\s*or\b")
_APPOSITION = re.compile(r",\s*(?:an?|the)\s+[^,;.]{3,70},", re.IGNORECASE)
_ADDED = re.compile(r"\b(?:adding|addition of|inclusion of|added)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_ONTO = re.compile(r"\s+(?:was added\s+)?(?:to|on|in)\s+(?:\w+[\s-]+){0,3}")
_SQUARE = re.compile(r"\bm\s?\(2\)|\bm\^?\(?-2\)?")
"""`mg/m (2)`: the exponent in a bracket of its own."""
_BRACKET = re.compile(r"\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\]")


@dataclass(frozen=True, slots=True)
class Expression:
    """A stretch of text that names one regimen."""

    start: int
    end: int
    drugs: frozenset[Concept]
    alternative: bool = False
    """Whether it is set against the one before: `or`, `versus`, `with or without`."""

    @property
    def regimen(self) -> Regimen:
        """The drugs as a regimen."""
        return Regimen.of(*self.drugs)


def find_expressions(
    page: AnnotatedText, start: int, end: int, names: Names = MappingProxyType({})
) -> list[Expression]:
    """Find the maximal regimen expressions of a stretch of text.

    `A plus B or C` gives two, `A with or without B` gives `A + B` and `A`, `A with either B or placebo` gives
    `A + B` and `A + placebo`.
    """
    mentions = _without_own_names(page.text, treatments_in(page, start, end, names))
    groups: list[tuple[list[Treatment], str]] = []
    for mention in mentions:
        if groups:
            between = page.text[groups[-1][0][-1].end : mention.start]
            relation = _relation(between)
            if relation == "join" and len(groups[-1][0]) == 1 and mention.drugs <= groups[-1][0][0].drugs:
                relation = "or"
            if _OTHER_SIDE.fullmatch(between) and _COMPARED.search(page.text, start, groups[-1][0][0].start):
                relation = "or"
            if relation == "join":
                groups[-1][0].append(mention)
                continue
            groups.append(([mention], relation))
        else:
            groups.append(([mention], ""))
    return list(_resolve(page.text, list(_without_lists(page.text, groups))))


def _without_own_names(text: str, mentions: list[Treatment]) -> list[Treatment]:
    """`A plus B (AB)`: a name in a bracket that says the same drugs again is no further regimen."""
    kept: list[Treatment] = []
    for mention in mentions:
        bracketed = text[mention.start - 1 : mention.start] in {"(", "["} and text[mention.end : mention.end + 1] in {
            ")",
            "]",
        }
        said = frozenset[Concept]().union(*(d.drugs for d in kept[-len(mention.drugs) :]))
        if not (bracketed and len(mention.drugs) > 1 and said == mention.drugs):
            kept.append(mention)
    return kept


def _without_lists(text: str, groups: list[tuple[list[Treatment], str]]) -> Iterator[tuple[list[Treatment], str]]:
    """`A, B, or C` are three treatments, where `A, B, and C, or D` are two."""
    for i, (members, relation) in enumerate(groups):
        following = groups[i + 1] if i + 1 < len(groups) else None
        listed = (
            following is not None
            and following[1] == "or"
            and _OR_LAST.search(_between(text, members[-1], following[0][0]))
        )
        if listed and all(_between(text, a, b).strip() == "," for a, b in pairwise(members)):
            yield from (([member], relation if member is members[0] else "or") for member in members)
        else:
            yield members, relation


def _between(text: str, first: Treatment, second: Treatment) -> str:
    return _DOSE.sub(" ", text[first.end : second.start])


def _relation(between: str) -> str:
    """How two drug mentions stand to each other: `join`, `or`, `optional`, or `` when nothing binds them."""
    if _OPTIONAL.search(between):
        return "optional" if len(between) < 60 else ""
    between = _APPOSITION.sub(" ", _BRACKET.sub(" ", _SQUARE.sub("m2", between.replace("and/or", "and"))))
    if _NEXT_ARM.fullmatch(between):
        return "or"
    if re.search(r"\.\s|:\s(?!\d)", between) or len(between) > 160:
        return ""
    rest = _DOSE.sub(" ", between)
    if _ALTERNATIVE.search(rest):
        core = _QUALIFIER.sub(" ", _ALTERNATIVE.sub(" ", rest))
        joined = _JOIN.sub(" ", core).strip(" ,()[]")
        return "or" if not joined else ""
    if not _JOIN.search(rest):
        return ""
    return "join" if not _QUALIFIER.sub(" ", _JOIN.sub(" ", rest)).strip(" ,-–/+():") and len(rest.strip()) < 45 else ""


def _resolve(text: str, groups: list[tuple[list[Treatment], str]]) -> Iterator[Expression]:
    """Give each group its drugs, sharing what `either`, `with or without` and a bare placebo leave unsaid."""
    sets = [frozenset[Concept]().union(*(d.drugs for d in members)) for members, _ in groups]
    placebo = Concept("Drug", "placebo")
    for i, (_, relation) in enumerate(groups):
        drugs = sets[i]
        if relation == "optional":
            drugs = sets[i - 1] | drugs
        elif relation == "or" and _lacks_backbone(text, drugs, sets[i - 1], groups[i - 1][0]):
            drugs = (sets[i - 1] - groups[i - 1][0][-1].drugs) | drugs
        elif i + 1 < len(groups) and groups[i + 1][1] == "or" and placebo in sets[i + 1] and len(drugs) == 1:
            drugs = drugs | (sets[i + 1] - {placebo})
        sets[i] = drugs
    for i in range(len(groups) - 1):  # placebo or A, with B
        alternative = groups[i + 1]
        if (
            sets[i] == frozenset({placebo})
            and alternative[1] == "or"
            and len(alternative[0]) > 1
            and placebo not in sets[i + 1]
        ):
            sets[i] = sets[i] | (sets[i + 1] - alternative[0][0].drugs)
    for (members, relation), drugs in zip(groups, _shared(groups, sets), strict=True):
        yield Expression(
            members[0].start, members[-1].end, _with_radiotherapy(drugs), alternative=relation in {"or", "optional"}
        )


def _lacks_backbone(text: str, drugs: frozenset[Concept], before: frozenset[Concept], members: list[Treatment]) -> bool:
    """Whether a single drug, or a bare placebo, takes the place of the last of the drugs before it."""
    placebo = Concept("Drug", "placebo")
    if drugs == frozenset({placebo}):
        return len(members) > 1
    return len(drugs) == 1 and placebo not in before and _is_shared(text, members)


def _is_shared(text: str, members: list[Treatment]) -> bool:
    """`A combined with B or C`: what stands before `combined with` or `either` is given with each alternative."""
    between = text[members[-2].end : members[-1].start] if len(members) > 1 else ""
    return bool(re.search(r"\b(?:combin\w+ with|either|together with)\b", between, re.IGNORECASE))


def _shared(groups: list[tuple[list[Treatment], str]], sets: list[frozenset[Concept]]) -> list[frozenset[Concept]]:
    """`A or placebo, with C or D`: the partners after a pair of that kind are given in both arms."""
    placebo = Concept("Drug", "placebo")
    for i in range(2, len(groups)):
        if (
            groups[i][1] == "or"
            and groups[i - 1][1] == "or"
            and sets[i - 1] - {placebo} == sets[i - 2] & sets[i - 1]
            and placebo in sets[i - 1]
        ):
            partners = sets[i]
            sets[i - 2], sets[i - 1] = sets[i - 2] | partners, sets[i - 1] | partners
            sets[i] = sets[i - 1]
    return sets


def _with_radiotherapy(drugs: frozenset[Concept]) -> frozenset[Concept]:
    """Chemoradiotherapy with a named drug is radiotherapy and that drug."""
    both = Concept("Drug", "chemoradiotherapy")
    return drugs - {both} | {Concept("Drug", "radiotherapy")} if both in drugs and len(drugs) > 1 else drugs


def with_additions(text: str, expressions: list[Expression]) -> list[Expression]:
    """`adding X to Y` speaks of X + Y, compared with Y."""
    found: list[Expression] = []
    skip = False
    for i, this in enumerate(expressions):
        if skip:
            skip = False
            continue
        following = expressions[i + 1] if i + 1 < len(expressions) else None
        if (
            following
            and _ADDED.search(text[max(0, this.start - 60) : this.start])
            and _ONTO.fullmatch(text[this.end : following.start])
        ):
            found += [Expression(this.start, following.start, this.drugs | following.drugs), following]
            skip = True
        else:
            found.append(this)
    return found
