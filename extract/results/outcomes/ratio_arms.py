"""Between which arms a ratio is: as stated, those of the values before, those named last, or the trial's two.

Offsets are those of the cleaned text.
"""

import re
from typing import Final

from ...arms.registry import ArmEntry
from ..alignment.order import compared, is_reference
from ..alignment.unknown_arms import acts_alone
from ..figures.clusters import FROM, Cluster
from ..figures.figure import Figure
from ..items import Item, Sentence, distinct

_PROGNOSTIC: Final = re.compile(
    r"\b(?:rs\d{3,}|polymorphisms?|SNPs?|alleles?|associations?|prognostic|predict(?:ors?|ive|s|ed)|multivaria\w+"
    r"|univaria\w+|risk factors?|genotypes?|wild[- ]type"
    r"|independent(?:ly)?(?! (?:[\w-]+ ){0,2}(?:review|assess|committee|evaluat|radiolog))|"
    r"(?:high|higher|low|lower|elevated|increased)[\w -]{0,30}? (?:vs\.?|versus|compared)"
    r"|(?:mutated|positive|negative) (?:patients )?(?:vs\.?|versus|compared)|"
    r"(?:was|were|is|are) (?:\w+ly )?associated with)\b",
    re.IGNORECASE,
)
_PART: Final = re.compile(r"\b(?:in|among|for)\s(?:[\w+-]+\s){0,5}$", re.IGNORECASE)
_PART_ENDS: Final = re.compile(r"(?:\s(?!than|versus|vs|and|or)[\w-]+){0,3},")
"""`In KRAS wild-type patients, …` names whom a ratio is of, and compares them with nobody."""
_SURELY_PROGNOSTIC: Final = re.compile(
    r"\b(?:was|were|is|are|remained)\s+(?:\w+\s+){0,2}prognostic\s+(?:of|for)\b", re.IGNORECASE
)
_GROUP: Final = re.compile(r"\s(?:(?:treatment|therapy|alone|group|arm)\s)?")
_WITHIN: Final = re.compile(r"\s*(?:In|For|Among|Within)\s+(?:the\s+)?")
_BETWEEN: Final = re.compile(
    r"\bbetween\s+(?!the (?:two|treatment|study)|both|arms|groups|treatments)"
    r"|\b(?:in|for) (?:[\w-]+ ){1,3}(?:versus|vs)\b"
)
"""`In the A arm, survival (HR …) was similar between women and men`: patients of one arm are compared."""
_KINDS: Final = re.compile(
    r"\b(?:in|between|for|among) (?:[\w-]+ ){1,2}(?:versus|vs\.?|and|than|compared with) (?:[\w-]+ ){0,2}"
    r"(?:patients|practices?|hospitals|tumou?rs|women|men|sites|carriers|whites)\b",
    re.IGNORECASE,
)
_RATIO_OF: Final = re.compile(r"(?:\bratio|\b[HOR]R)\b[^.;]{0,40}\b(?:for|in|of|with)\s+(?:the )?$", re.IGNORECASE)
_RATIO_AGAINST: Final = re.compile(
    r"(?:\bratio|\b[HOR]R)\s+(?:vs\.?|versus|v|compared (?:with|to)|relative to|against)\s+(?:the\s+)?$", re.IGNORECASE
)
"""`10 months with A (hazard ratio vs. B, 0.6)`: the bracket names the other side."""
_ACTS: Final = re.compile(
    r"\s*(?:group |arm )?(?:was associated with |led to |resulted in |produced )?(?:an? )?(?:significant(?:ly)? )?"
    r"(?:(?:reduc|improv|prolong|increas|lower|decreas|delay|extend)\w+|longer|better|superior|lower|higher)\b",
    re.IGNORECASE,
)
_BRACKET: Final = re.compile(r"(?: group| arm)?\s*[(\[]\s*(?:[a-z-]+ )?")
_BEHIND: Final = re.compile(
    r"(?:[;,]\s*p\s*[<=>]\s*[\d.]+)?[)\]\s,]*(?:with|for|in|on|among)\s+"
    r"(?:(?:the|those|patients|women|men|given|receiving|treated|assigned|allocated|to|with|who|received)\s+)*",
    re.IGNORECASE,
)
_AGAINST: Final = re.compile(
    r"(?:[;,]\s*p\s*[<=>]\s*[\d.]+)?[)\]\s,]*(?:when )?(?:compared (?:with|to)|versus|vs\.?|relative to)\s+(?:the\s+)?",
    re.IGNORECASE,
)
_FAVOURS: Final = re.compile(r"\bfavou?r(?:ing|ed|s)?(?: of)?(?: the)?\s+$", re.IGNORECASE)
_IN_FAVOUR_OF: Final = re.compile(r"\b(?:in favou?r of|favou?ring)(?: the)?\s+$", re.IGNORECASE)
_OR_DOSE: Final = re.compile(r",?\s+or\s+\d")
_PAIR: Final = 2


def ratio_arms(
    sentence: Sentence, figure: Figure, clusters: list[Cluster], order: tuple[ArmEntry, ...]
) -> tuple[ArmEntry, ArmEntry] | None:
    """The arm and its comparator: as stated, those of the values before, those named last, or the trial's two."""
    mentions = [i for i in sentence.between(sentence.start, figure.start, "arm") if len(i.arms) == 1]
    if _of_other_drug(sentence, figure) or acts_alone(sentence, figure.start):
        return None
    if any(_is_either(sentence, i) for i in mentions):
        return None
    if favoured := _favoured(sentence, figure):
        return favoured
    if beside := _with_own_arm(sentence, figure) or _with_arm_behind(sentence, figure, mentions):
        return beside
    if stated := _stated_direction(sentence, figure, mentions):
        return stated
    earlier = [_in_order(sentence, c) for c in clusters if c.figures[-1].end <= figure.start and len(c.order) == _PAIR]
    if figure.effect == "difference" and not earlier and (sides := _sides(sentence)):
        return sides
    named = [i.arms[0] for i in mentions]
    last = tuple(dict.fromkeys(map(id, reversed(named))))[:_PAIR]
    pair = tuple(next(e for e in named if id(e) == key) for key in reversed(last))
    experimental, control = sentence.registry.experimental(), sentence.registry.control()
    for first, second in filter(lambda p: len(p) == _PAIR, (*reversed(earlier), pair)):
        if first.arm.trial == second.arm.trial:
            return (second, first) if first.role == "control" and second.role != "control" else (first, second)
    rivals = _rivals(named[-1], sentence) if named else []
    if named and len(rivals) == 1:
        return (rivals[0], named[-1]) if named[-1].role == "control" else (named[-1], rivals[0])
    if experimental and control:
        return experimental, control
    if not named and (sides := _sides(sentence)):
        return sides
    return (order[0], order[1]) if len(order) == _PAIR else None


def _in_order(sentence: Sentence, cluster: Cluster) -> tuple[ArmEntry, ...]:
    """The arms of a comparison; `from 9 months with A to 12 with B`, it is B that is compared."""
    raised = FROM.search(sentence.gap(sentence.start, cluster.figures[0].start))
    return cluster.order[::-1] if raised else cluster.order


def _sides(sentence: Sentence) -> tuple[ArmEntry, ArmEntry] | None:
    """`3 months longer with A than with B`: the two arms that a sentence names, where it says which is compared."""
    named = [i for i in sentence.items if i.kind == "arm" and len(i.arms) == 1]
    sides = compared(sentence, named) if any(is_reference(sentence, i) for i in named) else ()
    return (sides[0], sides[1]) if len(sides) == _PAIR else None


def _favoured(sentence: Sentence, figure: Figure) -> tuple[ArmEntry, ArmEntry] | None:
    """`0.70 (…) in favour of B`, `9 v 12 months in favour of B (0.70)`: a ratio below one is of the arm favoured."""
    below = figure.quantity.value is not None and figure.quantity.value < 1
    arms = [i for i in sentence.items if i.kind == "arm" and len(i.arms) == 1]
    after = [i for i in arms if i.start >= figure.end][:1]
    told = [i for i in after if _FAVOURS.search(sentence.gap(figure.end, i.start))]
    before = distinct([i for i in arms if i.end <= figure.start])
    if not told and len(before) == 1:
        told = [i for i in arms if _IN_FAVOUR_OF.search(sentence.gap(sentence.start, i.start))][:1]
    if not (below and told):
        return None
    rivals = _rivals(told[0].arms[0], sentence)
    return (told[0].arms[0], rivals[0]) if len(rivals) == 1 else None


def _of_other_drug(sentence: Sentence, figure: Figure) -> bool:
    """`longer with both A (HR 0.5) and B (HR 0.7)`, where no arm is given B."""
    ratios = [i for i in sentence.between(sentence.start, figure.start, "quantity") if _names_ratio(i)][-2:]
    drugs = sentence.between(ratios[0].end, ratios[1].start, "treatment") if len(ratios) > 1 else []
    if not drugs or sentence.between(ratios[0].end, ratios[1].start, "arm", "regimen"):
        return False
    return bool(_BRACKET.fullmatch(sentence.gap(drugs[-1].end, ratios[1].start)))


def _is_either(sentence: Sentence, arm: Item) -> bool:
    """`with A 2 or 4 mg than with B (HR 0.5)`: a ratio of two doses together is of neither."""
    return bool(arm.arms[0].variant) and _OR_DOSE.match(sentence.whole, arm.end, sentence.end) is not None


def _names_ratio(item: Item) -> bool:
    return item.quantity is not None and item.quantity.kind == "effect"


def _with_own_arm(sentence: Sentence, figure: Figure) -> tuple[ArmEntry, ArmEntry] | None:
    """`longer with A (HR 0.5) and B (HR 0.6) than with C`: all arms but one have a ratio each, against that one."""
    ratios = [i for i in sentence.items if _names_ratio(i)]
    stretches = zip([sentence.start, *(r.end for r in ratios)], ratios, strict=False)
    named = [sentence.between(start, ratio.start, "arm") for start, ratio in stretches]
    own = [distinct([i for i in items if not is_reference(sentence, i)]) for items in named]
    told = {id(arms[0]) for arms in own if len(arms) == 1}
    left = [e for e in sentence.registry.entries if id(e) not in told]
    if len(left) != 1 or not len(ratios) == len(told) > 1:
        return None
    place = sum(r.start < figure.start for r in ratios) - 1
    return (own[place][0], left[0]) if place >= 0 else None


def _with_arm_behind(sentence: Sentence, figure: Figure, mentions: list[Item]) -> tuple[ArmEntry, ArmEntry] | None:
    """`compared with C, the ratio was 0.9 (0.7 to 1.1) with A and 0.7 (0.5 to 0.8) with B`: each has its arm behind."""
    behind = sentence.between(figure.end, sentence.end, "arm")[:1]
    if not behind or len(behind[0].arms) != 1:
        return None
    arm, gap = behind[0].arms[0], sentence.gap(figure.end, behind[0].start)
    if _AGAINST.fullmatch(gap):  # the ratio for A was 0.5 (0.2 to 1.2) versus C
        named = distinct([i for i in mentions if not is_reference(sentence, i)])
        return (named[-1], arm) if named and named[-1] is not arm else None
    if not _BEHIND.fullmatch(gap):
        return None
    stated = distinct([i for i in sentence.items if i.kind == "arm" and is_reference(sentence, i)])
    control = sentence.registry.control()
    compared = stated if stated else (control,) if control else tuple(_rivals(arm, sentence))
    others = [other for other in compared if other is not arm]
    return (arm, others[0]) if len(others) == 1 else None


def _stated_direction(sentence: Sentence, figure: Figure, mentions: list[Item]) -> tuple[ArmEntry, ArmEntry] | None:
    """`the ratio for B relative to A`, `compared with A, B improved`, `B reduced the risk`."""
    if not mentions:
        return None
    references = [i for i in mentions if is_reference(sentence, i)]
    others = [i for i in mentions if i not in references]
    if others and references and others[-1].arms[0].arm.trial == references[-1].arms[0].arm.trial:
        said = _RATIO_OF.search(sentence.gap(sentence.start, others[-1].start))
        said = said or _RATIO_AGAINST.search(sentence.gap(sentence.start, references[-1].start))
        leading = references[-1].start < others[-1].start
        if others[-1].arms[0] is not references[-1].arms[0] and (said or leading):
            return others[-1].arms[0], references[-1].arms[0]
    last = mentions[-1]
    rivals = _rivals(last.arms[0], sentence)
    gap = sentence.gap(last.end, figure.start)
    alone = last in others and len(distinct(mentions)) == 1 and len(rivals) == 1
    return (last.arms[0], rivals[0]) if alone and _ACTS.match(gap) else None


def is_prognostic(sentence: Sentence) -> bool:
    """Whether a ratio compares patients rather than arms: by mutation, expression, risk, a factor of a model."""
    arms = [i for i in sentence.items if i.kind == "arm" and len(i.arms) == 1]
    if _SURELY_PROGNOSTIC.search(sentence.text):
        return True
    if len(distinct(arms)) >= _PAIR:
        return False
    within = arms and _WITHIN.fullmatch(sentence.gap(sentence.start, arms[0].start)) and _BETWEEN.search(sentence.text)
    told = any(
        not (_tells_of_arm(sentence, arms, said) or _names_part(sentence, said))
        for said in _PROGNOSTIC.finditer(sentence.text)
    )
    return bool(within or told or (not arms and _KINDS.search(sentence.text)))


def _tells_of_arm(sentence: Sentence, arms: list[Item], said: re.Match[str]) -> bool:
    """`A was associated with longer survival`: what an arm was associated with is no matter of prognosis."""
    start = sentence.start + said.start()
    return said[0].endswith("associated with") and any(_GROUP.fullmatch(sentence.gap(a.end, start)) for a in arms)


def _names_part(sentence: Sentence, said: re.Match[str]) -> bool:
    """`In KRAS wild-type patients, 10 v 8 months (0.7)`: the words name a part of the patients and lead on."""
    before, after = sentence.text[: said.start()], sentence.text[said.end() :]
    return said[0].lower().startswith("wild") and bool(_PART.search(before) and _PART_ENDS.match(after))


def _rivals(arm: ArmEntry, sentence: Sentence) -> list[ArmEntry]:
    """The arms that an arm is compared with in its trial."""
    everywhere = [*sentence.registry.entries, *sentence.registry.elsewhere]
    return [e for e in everywhere if e.arm.trial == arm.arm.trial and e is not arm]
