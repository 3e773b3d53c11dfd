"""Arms told by the signs of their groups: `Group P2 (2 mg A), …`, `B (Group TK)`, `those in group 2 were given C`.

Each sign is told of once, before or behind what its group is given; one that is not understood makes all unknown.
Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from ..annotated import AnnotatedText
from ..passages import Sentence
from ..people import PEOPLE
from .controls import what_controls_get
from .regimens import Expression
from .slots import without_brackets
from .treatments import UNTREATED, Names, treatments_in
from .variants import apart_within
from .wholes import whole_regimen

_SIGN: Final = r"(?:[1-9]|I{1,3}|IV|VI{0,3}|[A-Z](?:[A-Za-z]{0,3}|[A-Z0-9]{0,4})(?:[.+/-][\w+]{1,4})?)"
_ANCHOR: Final = re.compile(
    rf"(?<![-\w])(?:(?:[Aa]rm|ARM|[Gg]roup|GROUP)[\s-](?P<sign>{_SIGN})"
    r"(?![\w+]|-\w|\s(?:strepto|pneumo|mening|patients with\b))|"
    rf"(?<=[(\[])(?P<named>{_SIGN})\s(?:group|arm)(?=[)\],;]))"
)
_MENTIONED: Final = re.compile(
    r"(?<![-\w])(?:[Gg]roups?|GROUPS?|[Aa]rms?|ARMS?)\s(?:"
    + "|".join(
        rf"{kind}(?![\w&/+-])(?:(?:,\s|,?\s(?:and|or|vs\.?|versus)\s){kind}(?![\w&/+%-]|\.\d|\sof|\s[a-z]+\sin\b))*"
        for kind in ("[A-Z]", "[1-9]", "(?:I{1,3}|IV)")
    )
    + r")(?!\s(?:strepto|mening))"
)
_GIVEN: Final = (
    r"(?:receiv(?:ed?|es|ing)|(?:was|were)\s+(?:\w+ly\s+)?(?:(?:pre)?medicated|given|administered|treated|injected|infused|"
    r"prescribed|assigned|allocated|anaesthetized|anesthetized|supplemented)|got|took|had|underwent|used|consisted)"
)
_OPENS: Final = re.compile(
    rf"\s*(?:,|:|=|-|–|\bwith\b|\bto\b|{PEOPLE}\b|who\b|\s)*\b{_GIVEN}\b|\s*[:=]",
    re.IGNORECASE,
)
"""What stands between a sign and what its group is given."""
_LED_IN: Final = re.compile(r"(?:^|[.,;]\s+|\b(?:and|while|whereas)\s+)[Ii]n\s+(?:the\s+)?$")
"""`In group H, A was given`."""
_LEADS: Final = re.compile(
    rf"(?:[\s,;.]|\b(?:and|or|versus|vs\.?|whereas|while|but|the|in|to|into|for|of|those|as|{PEOPLE})\b)*$",
    re.IGNORECASE,
)
"""What leads from one group to the next."""
_BEGINS: Final = re.compile(
    r"(?:\s*[(\[][^()\[\]]*[)\]])?(?:[\s,;.]|\b(?:and|or|versus|vs\.?|whereas|while|but)\b)*", re.IGNORECASE
)
_PLACED: Final = re.compile(
    rf"\b(?:in|to|for|into)\s+(?:(?:the\s+)?(?:those|{PEOPLE})\s+(?:in|of)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_BRACKET: Final = re.compile(r"\s*[(\[](?P<inside>(?:[^()\[\]]|\([^()]*\)|\[[^\[\]]*\])*)[)\]]")
_CLOSE: Final = re.compile(r"[^()\[\]]*[)\]]")
_COUNT: Final = re.compile(rf"\s*(?:[nN]\s*=\s*)?\d+(?:\s*{PEOPLE})?\s*(?:[,;:]|$)\s*")
_CONTROL: Final = re.compile(r"(?:the\s+)?controls?(?:\s+group)?", re.IGNORECASE)
_NOTHING: Final = re.compile(
    rf"\W*(?:(?:one|those|{PEOPLE})\s+)?"
    r"(?:(?:did|was|were) not|received? (?:no|nothing|neither)|had no|no|nothing|without)\b",
    re.IGNORECASE,
)
_LEAD_IN: Final = re.compile(
    rf":|\b(?:{_GIVEN}|randomi[sz]ed|allocated|divided)\b(?:\s+(?:to|with|into|either))*", re.IGNORECASE
)
"""What the first of several treatments stands behind."""
_RESULT: Final = re.compile(
    r"%(?=\s*(?:of|vs|versus|and|in|\)|,))|±|"
    r"\b(?:median|mean|rates?|incidences?|[Pp]\s?[<=>]|higher|lower|significant\w*|compared|increased|decreased|reduced)\b"
)


class _Told(NamedTuple):
    """What a group is given, as a sentence tells: the stretch that tells it, and the regimen if it is understood."""

    start: int
    end: int
    regimen: Expression | None


def signed_arms(page: AnnotatedText, names: Names) -> list[Expression]:
    """The arms of a document whose groups have signs: all that are told of, if each is understood and they differ."""
    found: dict[str, _Told] = {}
    for sentence in page.sentences:
        for sign, told in _told_in(page, sentence, names):
            if sign not in found or (told.regimen and not found[sign].regimen):
                found[sign] = told
    regimens = [told.regimen for told in found.values() if told.regimen]
    if len(regimens) < 2 or len(regimens) < len(found) or not _mentioned(page.text) <= set(found):
        return []
    arms = apart_within([page.text[t.start : t.end] for t in found.values()], regimens)
    return [replace(e, letter=s) for e, s in zip(arms, found, strict=True)] if len(arms) == len(found) else []


def _mentioned(text: str) -> set[str]:
    """The letters and numbers of which a text speaks as groups."""
    return {sign for m in _MENTIONED.finditer(text) for sign in re.findall(r"\b(?:[A-Z1-9]|I+|IV)\b", m[0])}


def _told_in(page: AnnotatedText, sentence: Sentence, names: Names) -> Iterator[tuple[str, _Told]]:
    """Each sign of a sentence with what its group is given."""
    anchors = list(_ANCHOR.finditer(page.text, sentence.start, sentence.end))
    spans = [_with_bracket(page.text, sentence, *m.span()) for m in anchors]
    elided = False
    for i, (anchor, (start, end)) in enumerate(zip(anchors, spans, strict=True)):
        left = spans[i - 1][1] if i else sentence.start
        right = spans[i + 1][0] if i + 1 < len(spans) else sentence.end
        told = _inside(page, end, names) if end == anchor.end() else None
        follows = elided or bool(_LED_IN.search(page.text[max(sentence.start, start - 12) : start]))
        if told is None and (told := _behind(page, end, right, names, follows=follows)):
            elided = True
        told = told or _before(page, left, start, names, bracketed=end > anchor.end())
        if told is not None and (anchor["sign"] or treatments_in(page, told.start, told.end, names)):
            yield anchor["sign"] or anchor["named"], told


def _with_bracket(text: str, sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """A sign with the bracket around it, if it stands in one: `(Group C, n = 30)`."""
    opened = max(text.rfind("(", sentence.start, start), text.rfind("[", sentence.start, start))
    closed = _CLOSE.search(text, end, sentence.end)
    inside = opened >= 0 and (opened + 1 == start or _COUNT.fullmatch(text, opened + 1, start))
    return (opened, closed.end()) if inside and closed and "(" not in closed[0] else (start, end)


def _inside(page: AnnotatedText, at: int, names: Names) -> _Told | None:
    """`Group A (n = 33; 2 mg of A)`."""
    bracket = _BRACKET.match(page.text, at)
    if bracket is None:
        return None
    count = _COUNT.match(page.text, bracket.start("inside"), bracket.end("inside"))
    span = (count.end() if count else bracket.start("inside"), bracket.end("inside"))
    if _CONTROL.fullmatch(page.text, *span) and not _OPENS.match(page.text, bracket.end()):
        return _Told(*span, Expression(*span, what_controls_get(page, names)))
    return _Told(*span, whole_regimen(page, *span, names)) if treatments_in(page, *span, names) else None


def _behind(page: AnnotatedText, at: int, limit: int, names: Names, *, follows: bool) -> _Told | None:
    """`Group A received A`, `group B: B`, `and group C (n = 20) C`."""
    limit = at + len(_LEADS.sub("", page.text[at:limit]))
    plain = without_brackets(page.text[at:limit])
    opened = _OPENS.match(plain)
    start = at + opened.end() if opened else at
    follows = bool(opened) or (follows and bool(treatments_in(page, start, limit, names)))
    if not follows or _RESULT.search(plain):
        return None
    return _Told(start, limit, _untreated(at, plain) or whole_regimen(page, start, limit, names))


def _before(page: AnnotatedText, left: int, right: int, names: Names, *, bracketed: bool) -> _Told | None:
    """`A 2 mg (Group A)`, `saline in group 1, A in group 2`, `B was prescribed to group 2`."""
    led = _BEGINS.match(page.text, left, right)
    left = led.end() if led else left
    later = [m.end() for m in _LEAD_IN.finditer(page.text, left, right) if treatments_in(page, m.end(), right, names)]
    left = max([left, *later])
    placed = None if bracketed else _PLACED.search(page.text, left, right)
    plain = without_brackets(page.text[left:right])
    if not (bracketed or placed) or _RESULT.search(plain):
        return None
    right = placed.start() if placed else right
    found = _untreated(left, plain) or whole_regimen(page, left, right, names)
    return _Told(left, right, found) if found or bracketed or treatments_in(page, left, right, names) else None


def _untreated(start: int, words: str) -> Expression | None:
    nothing = _NOTHING.match(words)
    return Expression(start, start + nothing.end(), frozenset({UNTREATED})) if nothing else None
