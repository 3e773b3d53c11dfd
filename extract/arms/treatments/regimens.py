"""Regimens as texts spell them: drugs joined by `plus`, `-`, `/`, `with`, set against others by `or` and `versus`.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import cast

from ....ontology.facts import Concept, Regimen
from ...annotated import AnnotatedText
from ...wordings import Wording
from .given_to_each import is_next_stage, is_of_all, is_with_both
from .initials import is_named
from .joints import OR_HOW_OFTEN, Relation, joint_of, relation_of, without_doses
from .lists import Group, ends_doses, split_lists, two_choices
from .merged import PLACEBO, Treatment
from .named import Names, treatments_in
from .on_relapse import without_later
from .replaced import without_replaced
from .shared import (
    ends_choice,
    is_given_with,
    is_listed_with_either,
    is_optional_in_control,
    lacks_backbone,
    with_either,
)
from .told_again import without_told_again

_COMPARED = re.compile(
    r"\b(?:compar(?:ed?|es|ing|ison (?:of|between))|(?:non-?inferiority|superiority|equivalence) of)\s+"
    r"(?!with\b|to\b)(?:(?!combining|regimens)[\w/.-]+\s+){0,8}$",
    re.IGNORECASE,
)
_OTHER_SIDE = re.compile(
    r"\s+(?!in comb|comb|together)(?:[\w-]+\s+){0,2}(?:with|to)\s+(?!concurrent|concomitant|simultaneous)"
    r"(?:[\w-]+\s+){0,3}"
)
_WITH = re.compile(r"\b(?:with|by)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_OR_WITH = re.compile(r"^(?!.*\balone\b).*\bor with\b", re.IGNORECASE | re.DOTALL)
"""`with A or with B` is a choice, where `A or with B` and `with A alone or with B` leave B out or not."""
_PLAIN_OR = re.compile(r"\s+or\s+", re.IGNORECASE)
_OF_PLACEBO = re.compile(r"(?:[- ](?:treated|treatment))?\s+(?:groups?|arms?|patients|recipients)\b")
_SURGERY = frozenset({Concept("Drug", "surgery")})
_DATED = re.compile(r"\b(?:days?|weeks?|months?|hours?|h)\s(?:after|before|following|prior to|of)\s(?:the\s)?$")
"""`starting 4 weeks after surgery`, `within 12 h of surgery`: a time."""
_NEXT_GROUP = re.compile(r"\band\s+(?:in\s+|for\s+)?(?:the|an?)\s+$", re.IGNORECASE)
_NEXT_OF_LIST = re.compile(r"\s\([^()]*\)[,;]\s(?:to\s|with\s)?")
"""`A, B, and C (triplet), A and C (doublet), or D`: behind its name in a bracket a regimen is whole."""
_GROUP_OF = re.compile(r"\s+(?:group|arm)\b")
"""`and the B group`: what a further group is called by is given to no other."""
_AGAINST = re.compile(r"\b(?:compared (?:with|to)|versus|vs\.?|than)\s+$", re.IGNORECASE)
"""`A compared with placebo and B`: two that A is set against, unless A is given with B."""
_GOES_ON = re.compile(r"with|followed|then")
"""`A plus B followed by B`: B is not set against what is given before it."""
_GIVEN_WITH = re.compile(r"\b(?:plus|combin\w+|added|adding)\b|\+")
_ADDED = Wording(r"\b(?:adding|addition of|inclusion of|added)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_LACKING = re.compile(r"\bwithout\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_ONTO = re.compile(r"\s+(?:was added\s+)?(?:to|on|in)\s+(?:\w+[\s-]+){0,3}")


@dataclass(frozen=True, slots=True)
class Expression:
    """A stretch of text that names one regimen."""

    start: int
    end: int
    drugs: frozenset[Concept]
    alternative: bool = False
    """Whether it is set against the one before: `or`, `versus`, `with or without`."""
    forms: tuple[str, ...] = ()
    """What tells it from others of the same drugs, a dose, schedule or manner; the first stands for it."""
    letter: str = ""
    """The letter or number under which the text introduces it: `arm A`."""

    @property
    def variant(self) -> str:
        """The form that stands for it, empty where no other has the same drugs."""
        return next(iter(self.forms), "")

    @property
    def regimen(self) -> Regimen:
        """The drugs as a regimen."""
        return Regimen.of(*self.drugs)


def find_expressions(
    page: AnnotatedText, start: int, end: int, names: Names = MappingProxyType({})
) -> list[Expression]:
    """Find the maximal regimen expressions of a stretch of text.

    `A plus B or C` gives two, `A with or without B` gives `A + B` and `A`, `A with either B or placebo` gives
    `A + B` and `A + placebo`. What was found is kept with the page: many rules ask for the same sentence.
    """
    text = page.text[start:end]
    key = ("regimens", start, end, *(told for told in names.items() if told[0] in text))
    kept = cast("list[Expression] | None", page.memo.get(key))
    if kept is None:
        kept = page.memo[key] = _expressions(page, start, end, names)
    return list(kept)


def _expressions(page: AnnotatedText, start: int, end: int, names: Names) -> list[Expression]:
    mentions = without_replaced(page.text, treatments_in(page, start, end, names))
    mentions = [m for m in mentions if m.drugs != _SURGERY or not _DATED.search(page.text, start, m.start)]
    mentions = without_later(page.text, without_told_again(page.text, mentions))
    groups: list[Group] = []
    for mention in mentions:
        relation = _relation(page.text, start, groups[-1][0], mention) if groups else ""
        if relation == "join" and (
            _begins_again(page.text, groups, mention)
            or is_of_all(page.text, groups)
            or is_next_stage(page.text, groups, mention)
        ):
            relation = ""
        if relation == "join" and ends_doses(page.text, groups, mention):
            relation = "or"
        if relation == "join":
            groups[-1][0].append(mention)
        else:
            groups.append(([mention], relation))
    return list(_resolve(page.text, two_choices(list(split_lists(page.text, start, groups)))))


def _begins_again(text: str, groups: list[Group], mention: Treatment) -> bool:
    """`bolus (A or placebo), then infusion (A or placebo)`, `A+B/B`: once more, behind a closed bracket or a slash."""
    gap = text[groups[-1][0][-1].end : mention.start]
    told = groups if ")" in re.sub(r"\([^()]*\)", "", gap) else groups[-1:] if gap.strip() == "/" else []
    return any(mention.drugs <= m.drugs for members, _ in told for m in members)


def _relation(text: str, start: int, members: list[Treatment], mention: Treatment) -> Relation:
    """How a treatment stands to those before it; what repeats a drug, or stands on the other side, is set against."""
    between = text[members[-1].end : mention.start]
    joint = joint_of(between)
    repeated = len(members) == 1 and mention.drugs <= members[0].drugs and not _GOES_ON.search(joint)
    repeated = repeated or (
        len(members) == 1 < len(members[0].drugs) and members[0].drugs < mention.drugs and joint == "and"
    )
    relation = relation_of(between)
    repeated = repeated or (joint == "and" and _names_again(members, mention))
    repeated = repeated or is_named(text[members[0].start : members[-1].end], between)
    repeated = repeated or bool(_NEXT_OF_LIST.fullmatch(between) and any(mention.drugs <= m.drugs for m in members))
    repeated = repeated or bool(_NEXT_GROUP.search(between) and _GROUP_OF.match(text, mention.end))
    if relation == "join" and members[0].drugs == PLACEBO and joint == "and":
        before = text[start : members[0].start].lower()
        partner = text[mention.start : mention.end].lower().split()[-1]
        repeated = repeated or bool(
            _AGAINST.search(before) and partner not in before and not _GIVEN_WITH.search(before)
        )
    inert = mention.drugs == PLACEBO and (_OF_PLACEBO.match(text, mention.end) or OR_HOW_OFTEN.search(between))
    if relation == "join" and (repeated or inert):
        return "or"
    led = relation == "optional" and _OR_WITH.search(between)
    if led and (is_given_with(text, members) or _WITH.search(text, start, members[0].start)):
        return "or"
    other_side = relation != "optional" and _OTHER_SIDE.fullmatch(without_doses(between))
    return "or" if other_side and _COMPARED.search(text, start, members[0].start) else relation


def _names_again(members: list[Treatment], mention: Treatment) -> bool:
    """`A plus B and A`: what is given with B is given alone too; not `A plus B, with A 5 mg and B 9 mg`."""
    given = [drug for m in members for drug in m.drugs]
    return mention.drugs <= frozenset(given) and len(given) == len(set(given))


def _resolve(text: str, groups: list[Group]) -> Iterator[Expression]:
    """Give each group its drugs, sharing what `either`, `with or without` and a bare placebo leave unsaid."""
    sets = [frozenset[Concept]().union(*(d.drugs for d in members)) for members, _ in groups]
    placebo = Concept("Drug", "placebo")
    backed: set[int] = set()
    chosen: set[int] = set()  # places of the second of two of which each patient is given one
    for i, (_, relation) in enumerate(groups):
        drugs = sets[i]
        if relation == "optional":
            base = next(k for k in range(i - 1, -1, -1) if groups[k][1] != "optional")
            if base == i - 1 and is_optional_in_control(text, groups, i):
                sets[base] = sets[base] | drugs
                chosen.add(i)
                continue
            if base and _PLAIN_OR.fullmatch(text, groups[base - 1][0][-1].end, groups[base][0][0].start):
                sets[base - 1] = sets[base] = sets[base - 1] | sets[base]  # A or B, with or without C
                chosen.add(base)
            drugs = sets[base] | drugs
        elif (
            relation == "or"
            and drugs < sets[i - 1]
            and _LACKING.search(text, groups[i - 1][0][-1].end, groups[i][0][0].start)
        ):
            drugs = sets[i - 1] - drugs  # A with B or without B
        elif placebo not in drugs and is_listed_with_either(text, groups, i):
            backed |= {i} if len(drugs) == 1 else set()
            drugs = drugs | sets[0] - groups[0][0][-1].drugs
        elif relation == "or" and _is_both(text, groups[i][0]) and sets[i - 1] - drugs:
            drugs = sets[i - 1] | drugs  # A combined with B, C, or both
        elif relation == "or" and (
            (i - 1 in backed and len(drugs) == 1 and not ends_choice(text, groups, i))
            or lacks_backbone(text, groups[i][0], sets[: i + 1], groups[i - 1][0])
        ):
            backed |= {i} if with_either(text, groups[i - 1][0]) or i - 1 in backed else set()
            drugs = (sets[i - 1] - groups[i - 1][0][-1].drugs) | drugs
        elif i + 1 < len(groups) and groups[i + 1][1] == "or" and placebo in sets[i + 1] and len(drugs) == 1:
            drugs = drugs | (sets[i + 1] - {placebo})
        sets[i] = drugs
    for i in range(1, len(groups)):
        if is_with_both(text, groups[i - 1][0], groups[i]):
            given = groups[i][0][0].drugs
            sets[:i] = [sets[i] if drugs == given else drugs for drugs in sets[:i]]
    for i in range(len(groups) - 1):  # placebo or A, with B
        alternative = groups[i + 1]
        if (
            sets[i] == frozenset({placebo})
            and alternative[1] == "or"
            and len(alternative[0]) > 1
            and placebo not in sets[i + 1]
            and joint_of(text[alternative[0][0].end : alternative[0][1].start]) != "and"
        ):
            sets[i] = sets[i] | (sets[i + 1] - alternative[0][0].drugs)
    partners = _shared(groups, sets)
    for i, (members, relation) in enumerate(groups):
        if i not in partners | chosen:
            drugs = _with_radiotherapy(sets[i])
            last = groups[i + 1][0][-1] if i + 1 in chosen else members[-1]
            yield Expression(members[0].start, last.end, drugs, alternative=relation not in {"", "join"})


def _is_both(text: str, own: list[Treatment]) -> bool:
    return len(own) == 1 and text.startswith("both", own[0].start)


def _shared(groups: list[Group], sets: list[frozenset[Concept]]) -> set[int]:
    """`A or placebo, with C or D`: add the partners to both arms; gives their places, as they are no arms."""
    placebo = Concept("Drug", "placebo")
    partners: set[int] = set()
    for i in range(2, len(groups)):
        if (
            groups[i][1] == "or"
            and groups[i - 1][1] == "or"
            and frozenset() != sets[i - 1] - {placebo} == sets[i - 2] & sets[i - 1]
            and placebo in sets[i - 1]
        ):
            sets[i - 2], sets[i - 1] = sets[i - 2] | sets[i], sets[i - 1] | sets[i]
            sets[i] = sets[i - 1]
            partners.add(i)
    return partners


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
            both = Expression(this.start, following.start, this.drugs | following.drugs)
            found += [both, replace(following, alternative=True)]
            skip = True
        else:
            found.append(this)
    return found
