"""Where a text tells what a group is given: in a bracket behind its name, in the words behind it, or in those before.

The sentences that name groups are gone through once for a document. Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple, cast

from ...annotated import AnnotatedText
from ...passages import Sentence
from ...people import PEOPLE
from ..slots import Slot, without_brackets
from .naming import GroupName, groups_named

GIVEN: Final = (
    r"(?:receiv(?:ed?|es|ing)|(?:was|were)\s+(?:\w+ly\s+)?(?:(?:pre)?medicated|given|administered|treated|injected|infused|"
    r"prescribed|assigned|allocated|anaesthetized|anesthetized|supplemented)|got|took|had|underwent|used|consisted)"
)
_OPENS: Final = re.compile(
    rf"\s*(?:,|:|=|-|–|\bwith\b|\bto\b|{PEOPLE}\b|who\b|\s)*\b{GIVEN}\b|\s*[:=]",
    re.IGNORECASE,
)
"""What stands between a sign and what its group is given."""
VERB: Final = re.compile(
    r"\b(?:received?|receiving|(?:was|were|are|is)\s+(?:\w+ly\s+)?(?:given|administered|treated)|"
    r"(?:was|were)\s+(?:done|performed|induced|provided|maintained|achieved)\s+(?:with|using|by)|"
    r"given|treated\s+with|underwent|took|taking|continued\s+with|(?:did|was|were)\s+not)\b",
    re.IGNORECASE,
)
"""What stands somewhere between a group called by a word and what it is given."""
_VERB_WITHIN: Final = 60
_LED_IN: Final = re.compile(
    r"(?P<begins>(?:^|[.,;]\s+|\b(?:and|while|whereas)\s+)(?:[Ii]n|[Ff]or)\s+(?:the\s+)?$)|"
    r"\b(?:assigned|allocated|randomi[sz]ed|divided)\b[^.;]{0,40}?\b(?:to|into)\s?:?\s+$"
)
"""`In group H, A was given`, `allocated to group H with A`."""
_ELIDED: Final = re.compile(r"\s*(?:,|with|to)?\s")
_WAS_GIVEN: Final = r"\s+(?:was|were)\s+(?:\w+ly\s+)?(?:given|administered|used|added|infused|injected|applied)\b"
_GIVEN_THERE: Final = re.compile(
    rf"\s*(?P<lead>,|\bin (?:which|whom)\b|\bwhere\b)\s+(?P<what>(?!{PEOPLE}\b)[^,;]{{3,80}}?){_WAS_GIVEN}",
    re.IGNORECASE,
)
"""`In the treatment group, A was given`, `a group in which A was given`: the verb stands behind what was given."""
_GIVEN_TO: Final = re.compile(rf"{_WAS_GIVEN}\s+(?:only\s+)?to\s+(?:the\s+|an?\s+)?$", re.IGNORECASE)
_LEADS: Final = re.compile(
    r"(?:[\s,;.]|\b(?:and|or|versus|vs\.?|whereas|while|but|the|an?|in|to|into|for|of|those|as"
    rf"|{PEOPLE})\b)*$",
    re.IGNORECASE,
)
"""What leads from one group to the next."""
_PLACED: Final = re.compile(
    rf"\b(?:in|to|for|into)\s+(?:(?:the\s+)?(?:those|{PEOPLE})\s+(?:in|of)\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
_BEGINS: Final = re.compile(
    r"(?:\s*[(\[][^()\[\]]*[)\]])?(?:[\s,;.]|\b(?:and|or|versus|vs\.?|whereas|while|but)\b)*", re.IGNORECASE
)
NOTHING: Final = re.compile(
    rf"\W*(?:(?:one|those|which|who|{PEOPLE})\s+)*\b"
    r"(?:did not (?:receive|get|undergo|take|have)|(?:(?:was|were) )?not (?:given|treated)|"
    r"received? (?:no|nothing|neither)|had no|no|nothing|without(?:\s+any)?)\b(?!\s+(?:further|other|additional))",
    re.IGNORECASE,
)
_BRACKET: Final = re.compile(r"\s*[(\[](?P<inside>(?:[^()\[\]]|\([^()]*\)|\[[^\[\]]*\])*)[)\]]")
_CLOSE: Final = re.compile(r"[^()\[\]]*[)\]]")
_COUNT: Final = re.compile(rf"\s*(?:[nN]\s*=\s*)?\d+(?:\s*{PEOPLE})?\s*(?:[,;:]|$)\s*")
RESULT: Final = re.compile(
    r"%(?=\s*(?:of|vs|versus|and|in|\)))|±|"
    r"\b(?:median|mean|rates?|incidences?|[Pp]\s?[<=>]|higher|lower|(?:more|less) (?:often|frequent|common|likely)|"
    r"significant\w*|compared|decreased|reduced|"
    r"increased(?! (?:the |their )?dos))\b"
)


_SEVERAL: Final = re.compile(r"\b[Gg]roups\s(?:[A-Z1-9]|I{1,3}|IV)\b")
"""`group A received A, and groups B and C …`: what follows is of others."""


class Behind(NamedTuple):
    """What stands behind the name of a group, up to the next."""

    start: int
    """Behind the verb that leads on to it, if one does."""
    end: int
    opened: bool
    """Whether a verb leads on to it, or a colon; else it must name a treatment."""
    nothing: Slot | None
    """Where it says that the group was given nothing."""


class Clause(NamedTuple):
    """A group that a sentence names, and the stretches that may tell what it is given."""

    sentence: Sentence
    group: GroupName
    inside: Slot | None
    """The bracket right behind its name, without the number of patients."""
    behind: Behind | None
    before: Slot | None
    """What stands before the bracket in which its sign is introduced, or before `in group A`."""
    bracketed: bool


def clauses_of(page: AnnotatedText) -> list[Clause]:
    """Find the groups of a document and where it may tell what they are given, in order."""
    kept = cast("list[Clause] | None", page.memo.get("groups"))
    if kept is None:
        kept = page.memo["groups"] = [c for sentence in page.sentences for c in _clauses(page.text, sentence)]
    return kept


def _clauses(text: str, sentence: Sentence) -> Iterator[Clause]:
    groups = list(groups_named(sentence))
    spans = [_with_bracket(text, sentence, g) if g.introduced else (g.start, g.end) for g in groups]
    follows = False
    for place, (group, (start, end)) in enumerate(zip(groups, spans, strict=True)):
        left = spans[place - 1][1] if place else sentence.start
        right = spans[place + 1][0] if place + 1 < len(spans) else sentence.end
        several = _SEVERAL.search(text, end, right)
        right = several.start() if several else right
        led_in = _LED_IN.search(text[max(sentence.start, start - 60) : start])
        begins = bool(led_in and led_in["begins"])
        behind = _given_there(text, end, right, begins=begins) or _behind(
            text, group, end, right, follows=bool(follows or led_in or group.single)
        )
        follows = follows or behind is not None
        bracketed = end > group.end
        yield Clause(
            sentence,
            group,
            None if bracketed else _inside(text, end),
            behind,
            _before(text, left, start, bracketed=bracketed, placed=_PLACED if group.introduced else _GIVEN_TO),
            bracketed,
        )


def _with_bracket(text: str, sentence: Sentence, group: GroupName) -> Slot:
    """A sign with the bracket around it, if it stands in one: `(Group C, n = 30)`."""
    start, end = group.start, group.end
    opened = max(text.rfind("(", sentence.start, start), text.rfind("[", sentence.start, start))
    closed = _CLOSE.search(text, end, sentence.end)
    inside = opened >= 0 and (opened + 1 == start or _COUNT.fullmatch(text, opened + 1, start))
    return (opened, closed.end()) if inside and closed and "(" not in closed[0] else (start, end)


def _inside(text: str, at: int) -> Slot | None:
    """`Group A (n = 33; 2 mg of A)`."""
    bracket = _BRACKET.match(text, at)
    if bracket is None:
        return None
    count = _COUNT.match(text, *bracket.span("inside"))
    return (count.end() if count else bracket.start("inside"), bracket.end("inside"))


def _behind(text: str, group: GroupName, at: int, limit: int, *, follows: bool) -> Behind | None:
    """`Group A received A`, `group B: B`, `and group C (n = 20) C`."""
    limit = at + len(_LEADS.sub("", text[at:limit]))
    plain = without_brackets(text[at:limit])
    opened = _OPENS.match(plain)
    verb = None if group.introduced else VERB.search(plain, 0, _VERB_WITHIN)
    if RESULT.search(plain) or not (opened or verb or (follows and _ELIDED.match(plain))):
        return None
    nothing = NOTHING.match(plain, verb.start() if verb else 0)
    if verb and verb[0].endswith("not") and not nothing:
        return None
    start = max(match.end() for match in (opened, verb) if match) if opened or verb else 0
    told_none = (at + nothing.start(), at + nothing.end()) if nothing else None
    return Behind(at + start, limit, bool(opened or verb), told_none)


def _given_there(text: str, at: int, limit: int, *, begins: bool) -> Behind | None:
    """`In the treatment group, A was given`; with a comma only where the name of the group begins the clause."""
    given = _GIVEN_THERE.match(without_brackets(text[at:limit]))
    if given is None or (given["lead"] == "," and not begins) or RESULT.search(text, at, limit):
        return None
    start, end = given.span("what")
    return Behind(at + start, at + end, opened=True, nothing=None)


def _before(text: str, left: int, right: int, *, bracketed: bool, placed: re.Pattern[str]) -> Slot | None:
    """`A 2 mg (Group A)`, `saline in group 1, A in group 2`, `B was prescribed to group 2`."""
    led = _BEGINS.match(text, left, right)
    left = led.end() if led else left
    end = None if bracketed else placed.search(text, left, right)
    if not (bracketed or end):
        return None
    return left, end.start() if end else right
