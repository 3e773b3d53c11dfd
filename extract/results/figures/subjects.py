"""What a cluster of figures is about: the endpoint or event before it, after it, or in force from before."""

import re
from typing import Final

from ...people import PEOPLE
from ..items import Item, Sentence
from ..measured.event_names import is_any
from .behind import is_class, is_had, named_behind
from .clusters import TOLD_AGAIN, Cluster
from .conditions import is_of_a_grade
from .coordinated import COORDINATED, coordinated
from .counts import counted
from .unknown_names import names_unknown_thing

_HAD: Final = re.compile(
    rf"[)\]\s]*+(?:,? ?respectively,?)?\s*+(?:of (?:the )?(?:\d+ )?)?(?:{PEOPLE}|those)?"
    r"(?: ?(?:in|with|on|receiving|treated with|who received) [^.,;()]{1,60}?)?\s*"
    r"(?:had|experienced|developed|achieved|reached|reported|attained|maintained|achieving|experiencing"
    r"|having|developing|complained of|suffered(?: from)?|presented with|exhibited"
    r"|(?:was|were) (?:accompanied|complicated|followed|associated) (?:by|with))\b"
)
_SHOWED: Final = re.compile(
    rf"[)\]]? of (?:(?!who\b|that\b|which\b|with)[\w/.-]+ ){{0,5}}{PEOPLE} "
    r"(?:had|experienced|developed|achieved|reached|reported|attained) (?:an? )?"
)
"""`of apremilast patients achieved`, as against `of patients who had`"""
_CAME_WITH: Final = re.compile(r"\b(?:accompanied|complicated|followed|associated) (?P<by>by|with)\b")
_NEXT_CAME: Final = re.compile(r"[)\]]?,?\s+(?P<by>by|with)\s+(?:an?\s+)?")
"""`12 (4%) were complicated by bleeding and 9 (3%) by infection`"""
_ADJACENT: Final = re.compile(
    r"[)\]]?\s+(?:(?:an?|the|objective|overall|confirmed|clinical|further|additional|durable|fatal|treatment-emergent|(?:treatment|drug)-related|grades?\s[1-5](?:[-–/][1-5])?)\s+)*"
    r"(?:(?:patients|women|men|dogs)\s+with\s+(?:an?\s+)?)?"
)
_BESIDE: Final = re.compile(r"[\s)\]:,=]*")
_DUE_TO: Final = re.compile(
    r"[)\]\s]*(?:(?:of\s+)?(?:the\s+)?(?:patients|women|men|participants|subjects)\s*)?(?:,\srespectively,)?\s*"
    r"(?:(?:(?:of|in|on|with|for|given|receiving|treated with)\s[^.,;:()%\d]{1,60}?\s)?"
    r"(?:permanently\s+)?(?:discontinued|withdrew|stopped|dropped out"
    r"|(?:required|had|underwent) dose)(?:\s+\w+){0,3}\s+)?"
    r"(?:due to|owing to|because of)\s+(?:an?\s+)?(?:(?:treatment|drug)-(?:related|emergent)\s+)?"
)
"""`11 patients discontinued due to diarrhea`, `11% on A and 1% on B stopped because of nausea`"""
_REMEDIED: Final = re.compile(
    r"(?<!reductions )(?<!reduction )(?<!delays )(?<!delay )(?<!discontinuation )(?<!interruption )"
    r"\b(?:was|were)\s(?:needed|required|used|given|administered|placed|inserted)\s(?:in|for|by)\s$"
)
"""`feeding tubes were needed in 12% because of mucositis`: so many got those, whoever had it."""
_AND_LED: Final = re.compile(
    r"[)\]]*,?\s(?:and|which|that)\s(?:led\sto|resulted\sin|caused|required)\s[^.;,:()%\d]{4,60}\s(?:in|for|by)\s"
)
_DYING: Final = re.compile(
    r"[)\]]?(?:, respectively,?)?\s*(?:(?:of )?(?:the )?patients(?:, respectively,)?\s*)?"
    r"(?:(?:in|on|with|receiving|given|treated with) [^.,;()\d]{1,50}\s)?"
)
_DIED_OF: Final = re.compile(r"\s+(?:of|from|due to|because of|as a result of)\s+(?:an?\s+)?(?:[a-z-]+\s+)?")
_MEASURES: Final = re.compile(r"\s+for\s+(?:the\s+)?")
"""`23% v 12% for response`"""
_VERB: Final = re.compile(
    r"(?:lost|gained|responded|(?:were|are) (?:still )?alive|(?:have|has|had) relapsed|still (?:receiving|on))\b",
    re.IGNORECASE,
)
"""`63% with A and 27% with B lost at least 5% of their weight`, `15% of the patients responded`"""
_UNKNOWN: Final = re.compile(
    r"\brates?\s*[(\[]\s*$|;\s(?:an\sadditional|a\sfurther|the\sremaining)\s$"
    r"|;\s(?:and\s)?(?!(?:it|this|that|these|those|they|the|both|all|such|rates?|figures?)\b)[a-z][\w'-]*(?:\s[\w'-]+){0,4}\s"
    r"(?:was|were)\s(?:\w+ly\s)?(?:reported|seen|observed|achieved|noted|found|recorded|obtained)\s(?:in|by|for)\s$"
)
"""`and limb salvage rates (`, `; the remaining`: what is told anew has nothing of what was measured before."""
_A_SHARE_OF: Final = re.compile(r"\s+[A-Z]{2,6}s?\b")
_INCLUDED: Final = re.compile(r",\s(?:including|such as|particularly|especially|notably|mainly|mostly)\s[^;:%()]*$")
"""`infections, including pneumonia, occurred in 12%`: the figure is of the infections."""
_CLOSED: Final = re.compile(
    r"[^,;()%]{0,40}(?:\([^()]*\)[^,;()%]{0,20})?,\s[^;]*\b(?:was|were|occurred|developed|had|arose|affected)\b"
)
"""Behind the last of such examples: a comma, and what is told of all."""
_SAME_BRACKET: Final = re.compile(r"\s*[;,]\s*(?:(?:of (?:which|whom)|including|with)\s)?\s*[,:=]?\s*(?:in\s)?")
_REST_OF_BRACKET: Final = re.compile(r"[^()]*\)")
_NEXT_TO: Final = 20
_PAIR: Final = 2


def find_subjects(sentence: Sentence, cluster: Cluster, inherited: list[Item]) -> list[Item]:
    """The items that a cluster's figures measure, in order; several where they are coordinated; empty where unknown."""
    first = cluster.figures[0].start
    own = _counted(sentence, cluster) or _before_interval(sentence, cluster)
    if own is not None:
        cause = _cause_of_death(sentence, cluster, own)
        return [own] if cause is None else cause
    named = sentence.between(cluster.start, first, "endpoint", "event")
    if not named and TOLD_AGAIN.search(sentence.gap(cluster.start, first)):
        told = sentence.between(sentence.start, cluster.start, "endpoint", "event")
        return told if len(told) == len(cluster.figures) else []
    if not named and (led := _led_to(sentence, cluster)):
        return led
    if inherited and (_goes_on(sentence, cluster) or _is_graded_part(sentence, cluster)):
        return inherited
    after, last = named_behind(sentence, cluster), cluster.figures[-1].end
    if after and (cause := _cause_of_death(sentence, cluster, after[0])) is not None:
        return cause
    showed = after and _SHOWED.fullmatch(sentence.gap(last, after[0].start))
    if showed and len(cluster.figures) == 1:
        return after[:1]
    if (
        after
        and (showed or _HAD.match(sentence.gap(last, after[0].start)))
        and (each := _in_turn(sentence, cluster, after))
    ):
        return each
    due = after and _DUE_TO.fullmatch(sentence.gap(last, after[0].start))
    if due and _REMEDIED.search(sentence.gap(cluster.start, first)):
        return []
    if after and (
        due
        or _HAD.match(sentence.gap(cluster.figures[-1].end, after[0].start))
        or _came_too(sentence, cluster, after[0])
        or _died(sentence, cluster, after[0])
    ):
        return after[:1]
    gap = sentence.gap(last, after[0].start) if after else ""
    before = sentence.between(cluster.start, first, "endpoint", "event", "absorber")
    if after and before and ";" in sentence.gap(before[-1].end, first) and _governs(sentence, cluster, after[0]):
        return after[:1]  # of a clause of its own
    beside = before and _BESIDE.fullmatch(sentence.gap(before[-1].end, first))
    if after and not beside and (_ADJACENT.fullmatch(gap) or _MEASURES.fullmatch(gap)):
        return after[:1]
    if _is_of_unknown(sentence, cluster):
        return []
    before = _not_included(sentence, outside_brackets(sentence, before, first), first)
    before = [b for b in before if not (b.kind == "event" and b is not before[0] and is_class(sentence, b))]
    before = [b for b in before if not is_had(sentence, b)] or before
    if before:
        return coordinated(sentence, before)
    if after and (not inherited or _governs(sentence, cluster, after[0])):
        return after[:1]
    return [] if _UNKNOWN.search(sentence.gap(cluster.start, first)) else inherited or after[:1]


def _led_to(sentence: Sentence, cluster: Cluster) -> list[Item]:
    """`adverse events occurred in 55%, including rash (12%), and led to withdrawal in 8%`: all of them did."""
    if not _AND_LED.fullmatch(sentence.gap(cluster.start, cluster.figures[0].start)):
        return []
    before = sentence.between(sentence.start, cluster.start, "event")
    return before[:1] if before and is_any(before[0].concept) else []


def _in_turn(sentence: Sentence, cluster: Cluster, after: list[Item]) -> list[Item]:
    """`12% and 8% had nausea and rash, respectively`: as many things as figures, each of one."""
    run = after[:1]
    for item in after[1:]:
        if not COORDINATED.fullmatch(sentence.gap(run[-1].end, item.start)):
            break
        run.append(item)
    told = sentence.between(run[-1].end, cluster.limit, "respectively")[:1]
    near = told and len(sentence.gap(run[-1].end, told[0].start)) < _NEXT_TO
    return run if near and len(run) == len(cluster.figures) > 1 else []


def _not_included(sentence: Sentence, items: list[Item], at: int) -> list[Item]:
    """The items that a figure may be of: not those that stand between commas as examples of one before them."""
    if len(items) < _PAIR or not _CLOSED.match(sentence.whole, items[-1].end, at):
        return items
    examples = [i for i, item in enumerate(items) if i and _INCLUDED.search(sentence.gap(items[i - 1].end, item.start))]
    return items[: examples[0]] if examples else items


def _came_too(sentence: Sentence, cluster: Cluster, event: Item) -> bool:
    """Whether what a figure before was `complicated by` goes on with an event behind this one."""
    said = _NEXT_CAME.fullmatch(sentence.gap(cluster.figures[-1].end, event.start))
    before = _CAME_WITH.search(sentence.gap(sentence.start, cluster.figures[0].start)) if said else None
    return bool(said and before and said["by"] == before["by"])


def _before_interval(sentence: Sentence, cluster: Cluster) -> Item | None:
    """`39% had a response (95% CI 29-49%)`: what stands between the one figure and its interval."""
    figure = cluster.figures[0]
    inside = sentence.between(figure.quantity.end, figure.end, "endpoint", "event")[:1]
    gap = sentence.gap(figure.quantity.end, inside[0].start) if inside else ""
    had = len(cluster.figures) == 1 and (_HAD.match(gap) or _ADJACENT.fullmatch(gap))
    return inside[0] if inside and had else None


def _goes_on(sentence: Sentence, cluster: Cluster) -> bool:
    """`rash (41%; 6% grade 3) and nausea (41%; grade 3, 6%)`: one with a grade in the bracket of the one before."""
    graded = [i for i in sentence.items if i.quantity is not None and i.quantity.kind == "grade"]
    gap = sentence.gap(cluster.start, cluster.figures[0].start)
    for grade in graded:
        gap = gap.replace(sentence.gap(grade.start, grade.end), "")
    if not _SAME_BRACKET.fullmatch(gap):
        return False
    rest = _REST_OF_BRACKET.match(sentence.whole, cluster.figures[-1].end, sentence.end)
    return rest is not None and any(cluster.start <= g.start and g.end <= rest.end() for g in graded)


def _is_graded_part(sentence: Sentence, cluster: Cluster) -> bool:
    """`colitis in 88%, with 5% having an event of grade 3`: a grade without an event of its own right behind it."""
    if not is_of_a_grade(sentence, cluster.start, cluster.figures[0]):
        return False
    grade = sentence.between(cluster.figures[0].end, sentence.end, "quantity")[0]
    return not any(sentence.gap(grade.end, i.start).isspace() for i in sentence.items if i.kind == "event")


def _is_of_unknown(sentence: Sentence, cluster: Cluster) -> bool:
    """`8 with stable disease, for a 57% XYZ`, `rash (9%), odd thing (5%)`: what is told is nothing that we know."""
    first, last = cluster.figures[0].start, cluster.figures[-1].end
    known = any(cluster.start <= i.start and i.end <= first and i.quantity is None for i in sentence.items)
    if cluster.start > sentence.start and not known and names_unknown_thing(sentence.gap(cluster.start, first)):
        return True
    before = sentence.gap(sentence.start, first)
    named = _A_SHARE_OF.match(sentence.whole, last) if re.search(r"\ban?\s+$", before) else None
    return named is not None and not any(i.start < named.end() and last < i.end for i in sentence.items)


def _counted(sentence: Sentence, cluster: Cluster) -> Item | None:
    """What bare counts count, where it stands right behind the first or the last of them."""
    if any(f.quantity.count is None or f.quantity.value is not None for f in cluster.figures):
        return None
    return counted(sentence, cluster.figures[0].end) or counted(sentence, cluster.figures[-1].end)


def _died(sentence: Sentence, cluster: Cluster, item: Item) -> bool:
    """`13% died`, `85% mortality`: the word right after the figure says what it counts."""
    gap = sentence.gap(cluster.figures[-1].end, item.start)
    dead = item.concept is not None and (item.concept.name == "death" or item.text.startswith("died"))
    return dead and bool(_DYING.fullmatch(gap))


def _cause_of_death(sentence: Sentence, cluster: Cluster, item: Item) -> list[Item] | None:
    """`3 patients died of sepsis`: the event that they died of; nothing where there are several, None for no event."""
    if item.kind != "endpoint" or not _died(sentence, cluster, item):
        return None
    events = sentence.between(item.end, cluster.limit, "event")
    if not events or not _DIED_OF.fullmatch(sentence.gap(item.end, events[0].start)):
        return None
    several = len(events) > 1 and COORDINATED.fullmatch(sentence.gap(events[0].end, events[1].start))
    return [] if several else events[:1]


def outside_brackets(sentence: Sentence, items: list[Item], at: int) -> list[Item]:
    """Leave out what only explains another item: `response rates [complete plus partial responses] were 39%`."""
    kept: list[Item] = []
    for item in items:
        since = sentence.gap(kept[-1].end if kept else sentence.start, item.start)
        opened = re.search(r"[(\[][^()\[\]]*$" if kept else r"[(\[][^()\[\]]{2,}$", since)
        closed = re.match(r"[^()\[\]]*(?:(?:\([^()]*\)|\[[^\[\]]*\])[^()\[\]]*)*[)\]]", sentence.gap(item.end, at))
        if not (opened and closed):
            kept.append(item)
    return kept


def _governs(sentence: Sentence, cluster: Cluster, item: Item) -> bool:
    """Whether figures before an item belong to it: `in 45% of patients had neutropenia`, `a 36% response rate`."""
    gap = sentence.gap(cluster.figures[-1].end, item.start)
    if _VERB.match(item.text):
        return True
    return bool(
        re.search(
            r"\b(?:had|experienced|developed|achieved|reported|showed|reporting|with|died|were|attained|obtained)\b"
            r"|^\s*[\w-]*\s*$",
            gap,
        )
    )
