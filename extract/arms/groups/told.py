"""What a text tells that its groups are given, each understood as a whole.

Each is told of once, before or behind what it is given; one that is not understood makes all unknown. Offsets are
those of the cleaned text.
"""

import re
from dataclasses import replace
from typing import Final, NamedTuple

from ....ontology.facts import Concept
from ...annotated import AnnotatedText
from ..slots import without_brackets
from ..treatments.classes import without_kinds
from ..treatments.controls import CONTROLS, UNTOLD, what_controls_get
from ..treatments.named import UNTREATED, Names, treatments_in
from ..treatments.regimens import Expression
from ..treatments.variants import apart_within
from ..treatments.wholes import whole_regimen
from .clauses import GIVEN, NOTHING, RESULT, Behind, Clause, clauses_of
from .in_turn import groups_in_turn
from .naming import PLACES
from .same import SAME

_CONTROL: Final = re.compile(r"(?:the\s+)?controls?(?:\s+group)?", re.IGNORECASE)
_CONTROL_LAST: Final = re.compile(
    r"(?:[:,]\s*|\b(?:and|into|to)\s+)(?:an?\s+|the\s+)?(?P<control>controls?(?:\s+group)?)\s*$", re.IGNORECASE
)
"""`control group (group C)`: what stands before a sign."""
_LEAD_IN: Final = re.compile(
    rf":|\b(?:{GIVEN}|randomi[sz]ed|allocated|divided)\b(?:\s+(?:to|with|into|either))*", re.IGNORECASE
)
"""What the first of several treatments stands behind."""
_MENTIONED: Final = re.compile(
    r"(?<![-\w])(?:[Gg]roups?|GROUPS?|[Aa]rms?|ARMS?)\s(?:"
    + "|".join(
        rf"{kind}(?![\w&/+-])(?:(?:,\s|,?\s(?:and|or|vs\.?|versus)\s){kind}(?![\w&/+%-]|\.\d|\sof|\s[a-z]+\sin\b))*"
        for kind in ("[A-Z]", "[1-9]", "(?:I{1,3}|IV)")
    )
    + r")(?!\s(?:strepto|mening))"
)
_CHOICE: Final = re.compile(r"\b(?:or|versus|vs)\b", re.IGNORECASE)
_ALSO: Final = re.compile(r"\b(?:also|additionally)\b")
_GOES_ON: Final = re.compile(r"\bwith(?:out)?\s*$", re.IGNORECASE)
"""`A with (group 1) or without (group 2) B`: what stands before a sign is not all that its group is given."""
_NOTHING_NEW: Final = frozenset({Concept("Drug", "placebo"), Concept("Drug", "surgery")})
"""What does not make arms of groups that have it alike."""
_RANDOMIZED: Final = re.compile(r"\brandomi[sz]ed|\brandomly|\ballocated", re.IGNORECASE)
_ARMS: Final = re.compile(r"\b(?:arm|group)s?\s(?:[A-D]|[1-4]|I{1,3}|IV)\b", re.IGNORECASE)
_TESTED: Final = re.compile(r"(?:experimental|intervention|treatment|study|trial|active|test)$")


class Told(NamedTuple):
    """What a group is given, as a clause tells: the stretch that tells it, and the regimen if it is understood."""

    clause: Clause
    start: int
    end: int
    regimen: Expression | None


class _Given(NamedTuple):
    """The sign of a group, the words that tell what it is given, and the regimen if they are understood."""

    sign: str
    words: str
    regimen: Expression | None


def told_groups(page: AnnotatedText, names: Names) -> list[Told]:
    """Everything that a text tells of what its groups are given, in order."""
    found: list[Told] = []
    for clause in clauses_of(page):
        told = _told(page, clause, found, names)
        found += [told] if told else []
    return found


def signed_arms(page: AnnotatedText, groups: list[Told], names: Names) -> list[Expression]:
    """The arms whose groups have signs: all that the text speaks of, if each is understood and they differ."""
    found: dict[str, _Given] = {}
    for told in groups:
        sign = told.clause.group.sign
        if told.clause.group.introduced and (sign not in found or (told.regimen and _is_untold(found[sign]))):
            found[sign] = _Given(sign, page.text[told.start : told.end], told.regimen)
    for regimen in groups_in_turn(page, names):
        if regimen.letter not in found or not found[regimen.letter].regimen:
            window = regimen.variant or page.text[regimen.start : regimen.end]
            found[regimen.letter] = _Given(regimen.letter, window, replace(regimen, forms=()))
    arms = _understood(list(found.values())) if _mentioned(page.text) <= set(found) else []
    return arms or _told_by_sign(page.text, list(found.values()))


def _is_untold(given: _Given) -> bool:
    return given.regimen is None or UNTOLD in given.regimen.drugs


def named_arms(page: AnnotatedText, groups: list[Told]) -> list[Expression]:
    """The arms of groups called by whatever signs or words, if each is understood and they differ."""
    found: dict[str, Told] = {}
    for told in groups:
        found.setdefault(told.clause.group.key, told)
    if len(found) == 1 and _TESTED.match(next(iter(found))):
        (only,) = found.values()
        controls = CONTROLS.search(page.text)
        untold = controls and Expression(*controls.span(), frozenset({UNTOLD}), alternative=True)
        return [only.regimen, untold] if only.regimen and untold else []
    signs = [t.clause.group.sign or PLACES.get(t.clause.group.key, "") for t in found.values()]
    given = zip(signs, found.values(), strict=True)
    return _understood([_Given(sign, page.text[t.start : t.end], t.regimen) for sign, t in given])


def in_all_groups(compared: list[Expression], named: list[Expression]) -> list[Expression]:
    """The arms of a comparison, or those of all groups that a text names where these are more."""
    more = len(named) > len(compared) and {e.drugs for e in compared} <= {e.drugs for e in named}
    return named if more and not any(e.variant for e in compared) else compared


def _understood(found: list[_Given]) -> list[Expression]:
    """The regimens of groups, with their signs, if all are understood and told apart."""
    known = [replace(given.regimen, letter=given.sign) for given in found if given.regimen]
    if len(known) < 2 or len(known) < len(found):
        return []
    arms = apart_within([given.words for given in found], known)
    return arms if len(arms) == len(found) else []


def _told_by_sign(text: str, found: list[_Given]) -> list[Expression]:
    """Groups of a randomized trial that are given the same, told apart at too great a length but for their signs."""
    known = [replace(g.regimen, letter=g.sign, forms=(f"arm {g.sign}",)) for g in found if g.regimen]
    regimens = {arm.drugs for arm in known}
    if not len(regimens) < len(known) == len(found) or not _ARMS.search(text) or not _RANDOMIZED.search(text):
        return []
    return known if len(regimens) == 1 and known[0].drugs - _NOTHING_NEW else []


def _mentioned(text: str) -> set[str]:
    """The letters and numbers of which a text speaks as groups."""
    return {sign for m in _MENTIONED.finditer(text) for sign in re.findall(r"\b(?:[A-Z1-9]|I+|IV)\b", m[0])}


def _told(page: AnnotatedText, clause: Clause, told: list[Told], names: Names) -> Told | None:
    """What a group is given: behind a verb, or in a bracket behind its name, or behind it, or before it."""
    behind = _behind(page, clause, told, names)
    found = behind if clause.behind and clause.behind.opened else None
    found = found or _inside(page, clause, names) or behind or _before(page, clause, names)
    if found is None or (clause.group.introduced and not clause.bracketed):
        return found
    return found if found.regimen or treatments_in(page, found.start, found.end, names) else None


def _inside(page: AnnotatedText, clause: Clause, names: Names) -> Told | None:
    if clause.inside is None:
        return None
    if _CONTROL.fullmatch(page.text, *clause.inside) and not (clause.behind and clause.behind.opened):
        return Told(clause, *clause.inside, Expression(*clause.inside, what_controls_get(page, names)))
    if not treatments_in(page, *clause.inside, names):
        return None
    return Told(clause, *clause.inside, whole_regimen(page, *clause.inside, names))


def _behind(page: AnnotatedText, clause: Clause, told: list[Told], names: Names) -> Told | None:
    behind = clause.behind
    if behind is None or not (behind.opened or behind.nothing or treatments_in(page, behind.start, behind.end, names)):
        return None
    if behind.nothing:
        return Told(clause, behind.start, behind.end, Expression(*behind.nothing, frozenset({UNTREATED})))
    regimen = _with_same(page, clause, behind, told, names) or whole_regimen(page, behind.start, behind.end, names)
    return Told(clause, behind.start, behind.end, regimen or _listed(page, clause, behind, names))


def _with_same(
    page: AnnotatedText, clause: Clause, behind: Behind, told: list[Told], names: Names
) -> Expression | None:
    """`the same as the control group plus A`, `also received A`: what that group, or the first, is given, and A."""
    same = SAME.search(page.text, behind.start, behind.end) or _ALSO.search(page.text, clause.group.end, behind.start)
    more = whole_regimen(page, max(same.end(), behind.start), behind.end, names) if same else None
    if same is None or more is None:
        return None
    words = same[0].lower().split()
    meant = [t.regimen for t in told if t.regimen and t.clause.group.key in words] or [t.regimen for t in told]
    return replace(more, drugs=without_kinds(more.drugs | meant[0].drugs)) if meant and meant[0] else None


def _listed(page: AnnotatedText, clause: Clause, behind: Behind, names: Names) -> Expression | None:
    """All that a sentence of a group's own lists, however it tells how each is given; no results."""
    sentence = clause.sentence
    own = not treatments_in(page, sentence.start, clause.group.start, names) and "%" not in sentence.text
    if not own or not behind.opened or _CHOICE.search(page.text, behind.start, behind.end):
        return None
    found = whole_regimen(page, behind.start, behind.end, names, listed=True)
    return replace(found, drugs=without_kinds(found.drugs)) if found else None


def _before(page: AnnotatedText, clause: Clause, names: Names) -> Told | None:
    if clause.before is None:
        return None
    left, right = clause.before
    later = [m.end() for m in _LEAD_IN.finditer(page.text, left, right) if treatments_in(page, m.end(), right, names)]
    left = max([left, *later])
    plain = without_brackets(page.text[left:right])
    if RESULT.search(plain):
        return None
    if _GOES_ON.search(plain):
        return Told(clause, left, right, None)
    control = _CONTROL_LAST.search(page.text, clause.sentence.start, right) if clause.bracketed else None
    if control is not None:
        at = control.span("control")
        return Told(clause, *at, Expression(*at, what_controls_get(page, names)))
    if nothing := NOTHING.match(plain):
        return Told(clause, left, right, Expression(left, left + nothing.end(), frozenset({UNTREATED})))
    found = whole_regimen(page, left, right, names)
    told = found or clause.bracketed or treatments_in(page, left, right, names)
    return Told(clause, left, right, found) if told else None
