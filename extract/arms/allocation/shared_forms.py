"""Arms between which patients are allocated to one regimen in several forms, however the text shares it among them.

`3 or 6 months of A`, `chemotherapy with subcutaneous or intravenous A`, `A 175 mg/m2 every 3 weeks or 80 mg/m2 weekly`,
`generic A or brand-name A`. A form that is no dose, schedule, time or manner counts where the text calls a group by it.
Offsets are those of the cleaned text.
"""

import re
from typing import Final

from ....ontology.facts import Concept
from ...annotated import AnnotatedText
from ...passages import Sentence
from ...people import PEOPLE
from ..names.forms import sure_spelling
from ..slots import Slot, slots_of, without_brackets
from ..treatments.classes import is_kind
from ..treatments.merged import Treatment
from ..treatments.named import Names, treatments_in
from ..treatments.regimens import Expression, find_expressions
from ..treatments.variants import KINDS, lists_doses, own_forms
from ..treatments.wholes import whole_regimen

_SIZE: Final = re.compile(rf"[(\[]\s*(?:[nN]\s*=|\d+\s+{PEOPLE}\b)[^()\[\]]*[)\]]?")
_BRACKET: Final = re.compile(r"\s*\([^()]*\)")
_NUMBER: Final = r"(?:every\s)?(?:\d[\d.]*|one|two|three|four|five|six|eight|nine|ten|twelve|eighteen)"
_BARE: Final = re.compile(rf"\s*{_NUMBER}\s*", re.IGNORECASE)
_UNIT: Final = re.compile(rf"\s*{_NUMBER}(?P<unit>[\s-]?(?:[a-zµμ]+(?:/\w+)*|%))(?![\w/])", re.IGNORECASE)
_SAME: Final = re.compile(r"\bsame\b", re.IGNORECASE)
_GRAYS: Final = re.compile(r"\d\s?Gy\b")
"""`50 Gy in 25 fractions`: whatever else is unsaid, it is radiotherapy."""
_FILLER: Final = re.compile(
    r"(?:an?|the|of|for|at|in|on|as|by|to|with|and|once|another|additional|further|total|up|given|administered|either|"
    r"receive|received|continue|continued|stop|fixed|flat|rapid|protracted|doses?|levels?|schedules?|regimens?|courses?|cycles?|treatment|"
    r"therapy|infusions?|injections?|push|groups?|arms?|fixed-dose|weight-based|same|single|fractions?|over|\d[\d.,]*)",
    re.IGNORECASE,
)
_TOKEN: Final = re.compile(r"[^\s,;:()\[\]]+")
_LABEL: Final = re.compile(r"[a-z][a-z-]{3,}(?: [a-z][a-z-]{3,}){0,2}", re.IGNORECASE)
_ADJECTIVE: Final = re.compile(r"[\w-]+(?:al|ive|ic|ary|ly|ous|ent|ed|ate)")
_JOINED_ON: Final = re.compile(r"\s+(?:with|plus|and)\s+(?:[\w-]+\s+){0,2}", re.IGNORECASE)
_PAIR, _MOST = 2, 4
_TIMES, _MANNERS = KINDS[-2:]


def contrasted_forms(page: AnnotatedText, sentence: Sentence, names: Names) -> list[Expression]:
    """The alternatives of a sentence if they are forms of one regimen; none if anything in them is not understood."""
    slots = slots_of(page, sentence)
    if not 1 < len(slots) <= _MOST or _differ(page, sentence, slots, names):
        return []
    given = [_treatments(page, slot, names) for slot in slots]
    count = _PAIR if _ends_in_choice(page.text, slots, given) else len(slots)
    drugs = _shared_drugs(page, slots, given, names) if count == len(slots) else _all(given)
    if not drugs or any(lists_doses(page.text, *slot) for slot in slots):
        return []
    slots, given = slots[:count], given[:count]
    left = [_left_over(page.text, slot, told) for slot, told in zip(slots, given, strict=True)]
    named = {word for words, told in zip(left, given, strict=True) if told for word in words}
    forms = list(zip(*own_forms(_windows(page.text, slots)), strict=True))
    if not forms:
        forms = _called_groups(page.text, left, given)
    elif any(not told and set(words) - named for words, told in zip(left, given, strict=True)):
        return []
    return [
        Expression(start, end, drugs, alternative=bool(k), forms=own)
        for k, ((start, end), own) in enumerate(zip(slots, forms, strict=False))
    ]


def _differ(page: AnnotatedText, sentence: Sentence, slots: list[Slot], names: Names) -> bool:
    """Whether each alternative names drugs of its own, as most do: then there is nothing to share."""
    told = find_expressions(page, sentence.start, sentence.end, names)
    first = [{e.drugs for e in told if a <= e.start < b} for a, b in slots]
    shared = _SAME.search(sentence.text) or _MANNERS.search(page.text, *slots[0])
    return all(first) and not shared and len(set(map(frozenset, first))) == len(first)


def leaves_form_alone(page: AnnotatedText, sentence: Sentence, names: Names) -> bool:
    """Whether the first alternative is a form of something that is named later: `4 or 6 cycles of A, then B`."""
    slots = slots_of(page, sentence)
    told = _treatments(page, slots[0], names) if slots else []
    return bool(slots) and not told and not _left_over(page.text, slots[0], [])


def _treatments(page: AnnotatedText, slot: Slot, names: Names) -> list[Treatment]:
    """What an alternative names outside of brackets."""
    plain = without_brackets(page.text[slice(*slot)])
    return [t for t in treatments_in(page, *slot, names) if plain[t.start - slot[0]].strip()]


def _all(given: list[list[Treatment]]) -> frozenset[Concept]:
    return frozenset[Concept]().union(*(t.drugs for told in given for t in told))


def _ends_in_choice(text: str, slots: list[Slot], given: list[list[Treatment]]) -> bool:
    """`3 or 6 months of A or B`: the last of three alternatives is one for both times, and no arm."""
    if len(slots) <= len(given[:2]) or given[0] or not given[1] or not _TIMES.search(text, *slots[1]):
        return False
    return all(
        len(told) == 1 and (told[0].start, told[0].end) == slot for slot, told in zip(slots[2:], given[2:], strict=True)
    )


def _shared_drugs(
    page: AnnotatedText, slots: list[Slot], given: list[list[Treatment]], names: Names
) -> frozenset[Concept]:
    """The one regimen that all alternatives give, or that is left to one of them, or to the title; else none."""
    sets = [_all([told]) for told in given]
    for k, slot in enumerate(slots):
        if k and _SAME.search(page.text, *slot):
            sets[k] = sets[0] | {d for d in sets[k] if not is_kind(d)}
    named = [(slot, drugs) for slot, drugs in zip(slots, sets, strict=True) if drugs]
    if len(slots) == len(named) == _PAIR and sets[0].isdisjoint(sets[1]):
        return sets[0] | sets[1] if _lacks_its_drug(page.text, slots, given) else frozenset()
    if len({drugs for _, drugs in named}) == 1:
        whole = all(_SAME.search(page.text, *slot) or whole_regimen(page, *slot, names) for slot, _ in named)
        return named[0][1] if whole else frozenset()
    title = page.sentences[0]
    told = [] if named or slots[0][0] < title.end else find_expressions(page, title.start, title.end, names)
    if len({e.drugs for e in told}) == 1:
        return told[0].drugs
    irradiated = not named and all(_GRAYS.search(page.text, *slot) for slot in slots)
    return frozenset({Concept("Drug", "radiotherapy")}) if irradiated else frozenset()


def _lacks_its_drug(text: str, slots: list[Slot], given: list[list[Treatment]]) -> bool:
    """`A with subcutaneous or intravenous B`: the first alternative ends in a manner, the second begins with one."""
    manners = [m for m in _MANNERS.finditer(text, *slots[0]) if m.start() > given[0][-1].end]
    ends = manners and manners[-1].end() == slots[0][1]
    joined = ends and _JOINED_ON.fullmatch(text, given[0][-1].end, manners[-1].start())
    return bool(joined and _MANNERS.search(text, slots[1][0], given[1][0].start))


def _windows(text: str, slots: list[Slot]) -> list[str]:
    """The words of each alternative; a number without its unit has that of the next: `3 or 6 months`."""
    windows = [_SIZE.sub(" ", text[slice(*slot)] + _behind(text, slot[1])) for slot in slots]
    for k in range(len(windows) - 1, 0, -1):
        unit = _UNIT.match(windows[k])
        if unit and _BARE.fullmatch(windows[k - 1]):
            windows[k - 1] = windows[k - 1].rstrip() + unit["unit"]
    return windows


def _behind(text: str, end: int) -> str:
    """A bracket right behind an alternative: `A once daily (400 mg)`."""
    bracket = _BRACKET.match(text, end)
    return bracket[0] if bracket else ""


def _left_over(text: str, slot: Slot, told: list[Treatment]) -> list[str]:
    """The words of an alternative that are neither a treatment nor a form nor say how it is given."""
    start, end = slot
    words = without_brackets(text[start:end])
    for t in told:
        words = words[: t.start - start] + " " * (t.end - t.start) + words[t.end - start :]
    for kind in KINDS:
        words = kind.sub(" ", words)
    return [w.lower() for w in _TOKEN.findall(words) if not _FILLER.fullmatch(w)]


def _called_groups(text: str, left: list[list[str]], given: list[list[Treatment]]) -> list[tuple[str, ...]]:
    """`generic A or brand-name A`: what alone tells alternatives apart, where the text calls a group by each.

    What stands without a treatment must be an adjective: any other word may be the name of a drug.
    """
    common = set(left[0]).intersection(*left[1:])
    labels = [" ".join(w for w in words if w not in common) for words in left]
    called = all(_LABEL.fullmatch(label) and sure_spelling(label).search(text) for label in labels)
    described = all(told or _ADJECTIVE.fullmatch(label) for label, told in zip(labels, given, strict=True))
    return [(label,) for label in labels] if called and described and len(set(labels)) == len(labels) else []
