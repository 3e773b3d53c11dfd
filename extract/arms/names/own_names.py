"""Names that a document gives to combinations of drugs: `(EOC)`, `mEOC+P`.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ....ontology.facts import Concept, Regimen
from ....ontology.lexicon import load_lexicon
from ...annotated import AnnotatedText
from ...passages import Mention, Sentence
from ...wordings import Wording
from ..treatments.merged import Treatment
from ..treatments.named import treatments_in
from ..treatments.regimens import Expression, find_expressions
from ..unknown.unnamed import unnamed_treatments

_KIND: Final = re.compile(r"\s*(?:(?:chemotherapy|treatment|therapy|regimen|alone|monotherapy|combination)\s+)?")
_BRACKET: Final = re.compile(r"\s*[(\[](?P<inside>(?:[^()\[\]]|\([^()]*\))*)[)\]]")
_DOSES: Final = re.compile(
    r"(?>(?:\s++|(?>\d[\d.]*+(?:\s*(?:,|and|to|,\s*and|[-–])\s*\d[\d.]*+)*)|(?:mg|g|µg|μg|mcg|IU|U|AUC|Gy|mL|kg|m2|m²|d|h|hours?|min"
    r"|minutes?|days?|weeks?|months?|cycles?|every|each|weekly|daily|once|twice|bid|tid|on|for|at|as|over|per|an?|of"
    r"|infusions?|bolus|iv|sc|po|orally|intravenously|subcutaneously|alone)(?![A-Za-z])|[/×-])*)",
    re.IGNORECASE,
)
"""Words that tell how much of a drug is given, and how often."""
_DASHED: Final = re.compile(r"\s*(?:\?|—|–)\s?([A-Z][\w+/-]{1,9})\s*(?=[)\]])")
"""`(A, B and C — ABC)`; of old texts only a question mark is left for the dash."""
_OTHER_NAME: Final = re.compile(r"[a-z]{5,}")
"""`Halotestin [fluoxymesterone] [CAFTH]`: another name of the last drug."""
_BRACKETED: Final = re.compile(r"[()\[\]]")
"""No name is given where none of these stands."""
_EDGES: Final = re.compile(r"[()\[\];,:]")
_DASH: Final = re.compile(r"[?—–]\s?[A-Z]")
_FOLLOWED: Final = Wording(r"\bfollowed by\b")
_OF_ARM: Final = re.compile(r"^(?:group|arm) | (?:group|arm)$", re.IGNORECASE)
_SHORT: Final = re.compile(
    r"(?:arm |group )?m?[A-Z][A-Za-z0-9]{0,9}(?:(?:[+/-]| \+ )[A-Za-z0-9]{1,10}){0,3}|[a-z]{2,5}-[a-z]{2,5}"
    r"|[a-z]{3,6}-?[A-Z][A-Za-z0-9]{0,5}(?:-[A-Z][A-Za-z0-9]{0,5}){0,2}"
)
DOSED: Final = re.compile(r"(?P<name>(?!CI|HR|OR|RR|SD|NCT|ICD|DSM)[A-Z]{2,5})[ -](?P<dose>\d{1,4})")
"""`LTG 100`: a short name with the dose of the arm."""
_LABELLED: Final = re.compile(r"\((?P<name>[A-Z]{2,8})\)")
_LONG: Final = re.compile(r"[\w/+ -]{2,40}? (?:group|arm)", re.IGNORECASE)
_DEFINED: Final = re.compile(
    r"(?<![\w-])((?:m|[a-z]{2,6}-)?(?=[A-Z][a-z0-9]*-?[A-Z])[A-Za-z0-9]*+(?:[+/-][A-Z]\w*)*)"
    r"(?: (?:arm|regimen|group|chemotherapy))?\s*[(\[]"
)
_MADE_OF: Final = Wording(
    r"(?<![\w-])(m?(?=[A-Z][a-z0-9]*-?[A-Z])[A-Za-z0-9]*+(?:[+/-][A-Z]\w*)*)(?: (?:arm|regimen|group|chemotherapy))?,? "
    r"(?:(?:(?:which|that) )?(?:combin(?:es|ed|ing)|consist(?:s|ed|ing) of|compris(?:es|ed|ing)|contain(?:s|ed|ing)"
    r"|composed of)|(?:the |a )?combination of|i\.e\.,?) (?=[^.;]{0,150}(?:,|\band\b|\bplus\b|\+|/))"
)
"""`ABC, which combines A, B and C`: the drugs of a name behind it."""
_LONGEST: Final = 45
_NEAR: Final = 12
"""Characters between words such as `consisting of` and the first drug, at most."""
_ADDED: Final = re.compile(r"\b(?:adding|addition of)\s+(?:the\s+)?(?P<drug>[^,.;()]{3,40}?)\s+to\s+$", re.IGNORECASE)
_INITIALS: Final = 2
"""Letters that may be no more than initials."""
_WHOLE: Final = re.compile(r"\b(?:combination|regimen|doublet|triplet) of\s+(?:[\w-]+\s)?$", re.IGNORECASE)
_MANNER: Final = re.compile(
    r"PO|IV|SC|IM|[BTQ]ID|QD|OD|BD|QO?[DW]|Q\d+[DWMH]|PRN|AUC|CI|MTD|RP2D|DLT|(?:OL|DB)(?:-\w+)?"
    r"|m?ITT|[FMPSE]AS|SAF|SS|PPS?|PKS|RS",
    re.IGNORECASE,
)
"""How something is given, or which patients were analysed: no name of an arm."""
_STATISTIC: Final = re.compile(
    r"^(?:n|N|CI|HR|OR|RR|SD|IQR|OS|PFS|ORR|CR|PR|I+|IV|(?:ITT|PP|INV|B?ICR|IRC?)(?:/\w+)?)$|mg|\d{3}"
)


_LETTERS: Final = re.compile(r"[A-Za-z]{1,8}(?:-[A-Z]{1,6}){1,3}")
"""`pola-R-CHP`"""


def names_regimen(mention: Mention) -> bool:
    """Whether a mention is the name of a regimen, known by its drugs or by its name alone, or looks like one."""
    if isinstance(mention.concept, Regimen) or load_lexicon().regimen(mention.text) is not None:
        return True
    unknown = mention.kind == "Drug" and load_lexicon().entry(mention.concept) is None
    return unknown and _LETTERS.fullmatch(mention.text) is not None


def regimen_names(page: AnnotatedText, taken: frozenset[str] = frozenset()) -> dict[str, frozenset[Concept]]:
    """Short names that the document gives to combinations of drugs that it spells out.

    `taken` are names that mean something else: trials, diseases, targets.
    `epirubicin, oxaliplatin, and capecitabine (EOC)` and `EOC (epirubicin, …)` both define EOC.
    """
    names: dict[str, frozenset[Concept]] = {}
    bracketed = [s for s in page.sentences if _BRACKETED.search(s.text)]
    for sentence in page.sentences:
        _made_of(page, sentence, names, taken)
    for sentence in bracketed:
        _read_names(page, sentence, names, taken)
    names.update(unnamed_treatments(page, {*taken, *names}))
    for sentence in bracketed:  # a name may be built on another: EOC plus panitumumab (mEOC+P)
        if any(name in sentence.text for name in names):
            _read_names(page, sentence, names, taken)
    for name in [n for n in names if "+" in n]:
        parts = re.split(r"\s?\+\s?", name)
        names.update(dict.fromkeys(("+".join(parts), " + ".join(parts)), names[name]))
    return dict(names)  # another one: what was found with names that have since got another meaning is not kept


def _read_names(
    page: AnnotatedText, sentence: Sentence, names: dict[str, frozenset[Concept]], taken: frozenset[str]
) -> None:
    """Add the names that a sentence gives, behind a combination or before it."""
    for expression in _combinations(page, sentence, names) if may_label(sentence.text) else ():
        label = label_after(page.text, expression, sentence.end) if len(expression.drugs) > 1 else ""
        in_turn = dict(_spelled_in_turn(page, expression, names)) if label else {}
        if len(in_turn) > 1:
            names.update((name, drugs) for name, drugs in in_turn.items() if name not in taken)
        elif label and label not in taken and not _OF_ARM.search(label):
            meant = _named_so(page, expression, label, names)
            built = any(page.text.startswith(f"{name} plus ", expression.start) for name in names)
            names[label] = meant if label not in names or built else names[label]
            for part, drugs in _parts_of(page, expression, label, names):
                if part not in taken:
                    names.setdefault(part, drugs)
    _named_before(page, sentence.start, sentence.end, names, taken)


def _named_so(
    page: AnnotatedText, expression: Expression, label: str, names: dict[str, frozenset[Concept]]
) -> frozenset[Concept]:
    """The whole combination, or what of it the label is short for: `A plus B, C and D (BCD)`, `A plus surgery (S)`.

    In `adding A to B and C (A-BC)` it is the combination with what is added, in `the combination of A and B (B2)` both.
    A name that everyone gives to some of the drugs has that meaning.
    """
    known = frozenset(load_lexicon().regimen(label) or ())
    if known and known < expression.drugs:
        return known
    added = _ADDED.search(page.text, max(0, expression.start - _LONGEST), expression.start)
    first = treatments_in(page, *added.span("drug"), names)[:1] if added else []
    given = treatments_in(page, expression.start, expression.end, names)
    own = [page.text[t.start].lower() for t in given]
    initial = page.text[first[0].start].lower() if first else ""
    if initial and label.lower().startswith(initial) and label.lower().count(initial) > own.count(initial):
        return expression.drugs | first[0].drugs
    if short := _spelled_short(page, given, label):
        return short
    long = page.abbreviations.get(label)
    at = page.text.find(long, expression.start, expression.end) if long else -1
    spelled = treatments_in(page, at, expression.end, names) if at > expression.start else []
    if not given:  # `the combination (AB)`
        return expression.drugs
    *others, last = given
    letters = label.lower()
    apart = spelled == [last] and others and others[-1].end <= at < last.start  # A plus low-dose B (LDB)
    if (apart or len(spelled) > 1) and not any(page.text[t.start].lower() in letters for t in others if t.start < at):
        return frozenset[Concept]().union(*(t.drugs for t in spelled))
    counts = any(sign.isdigit() and sign not in page.text[last.start : last.end] for sign in label)
    if counts or _WHOLE.search(page.text, max(0, expression.start - _LONGEST), expression.start):
        return expression.drugs
    initials = {page.text[t.start].lower() for t in others}
    of_last = letters[0] == page.text[last.start].lower() and not any(i in letters for i in initials)
    return last.drugs if of_last else expression.drugs


def _spelled_short(page: AnnotatedText, given: list[Treatment], label: str) -> frozenset[Concept]:
    """What a name means that is made of the beginnings of drugs: `A plus pomalidomide and dexamethasone (pom-dex)`."""
    parts = re.split(r"[/+-]", label.lower())
    begun = [
        next((t.drugs for t in given if page.text[t.start : t.end].lower().startswith(part)), frozenset[Concept]())
        for part in parts
    ]
    known = len(parts) > 1 and all(begun) and all(len(part) > _INITIALS for part in parts)
    return frozenset[Concept]().union(*begun) if known else frozenset()


def _spelled_in_turn(
    page: AnnotatedText, expression: Expression, names: dict[str, frozenset[Concept]]
) -> Iterator[tuple[str, frozenset[Concept]]]:
    """`A plus B (AB) and C, D, E, and F (CDEF)`: each name with what stands before it, a letter for each."""
    limit = page.text.find(")", expression.end) + 1 or expression.end
    start = expression.start
    for told in _LABELLED.finditer(page.text, expression.start, limit):
        own = treatments_in(page, start, told.start(), names)
        if len(own) == len(told["name"]) > 1:
            yield told["name"], frozenset[Concept]().union(*(t.drugs for t in own))
        start = told.end()


def _parts_of(
    page: AnnotatedText, expression: Expression, label: str, names: dict[str, frozenset[Concept]]
) -> Iterator[tuple[str, frozenset[Concept]]]:
    """What each part of a name stands for, where the parts are short for the drugs in order: `FU/LV`."""
    parts = re.split(r"[/+-]", label)
    drugs = treatments_in(page, expression.start, expression.end, names)[-len(parts) :]
    if len(parts) == len(drugs) > 1:
        words = [page.text[d.start : d.end].lower() for d in drugs]
        if all(len(part) > 1 and _is_short_for(part.lower(), word) for part, word in zip(parts, words, strict=True)):
            yield from ((part, drug.drugs) for part, drug in zip(parts, drugs, strict=True))


def _is_short_for(short: str, word: str) -> bool:
    """Whether the letters of a short name stand in a word in this order, the first where a part of the word begins.

    >>> _is_short_for("fu", "5-fluorouracil"), _is_short_for("lv", "leucovorin"), _is_short_for("rt", "cisplatin")
    (True, True, False)
    """
    return bool(re.search(r"(?<![a-z])" + r"\w*?".join(map(re.escape, short)), word))


def _combinations(
    page: AnnotatedText, sentence: Sentence, names: dict[str, frozenset[Concept]]
) -> Iterator[Expression]:
    """The combinations of a sentence, and those that others follow: both of `A and B (AB), followed by C and D`."""
    for expression in find_expressions(page, sentence.start, sentence.end, names):
        for following in _FOLLOWED.finditer(page.text, expression.start, expression.end):
            yield from find_expressions(page, expression.start, following.start(), names)[:1]
        yield expression


def _named_before(
    page: AnnotatedText, start: int, end: int, names: dict[str, frozenset[Concept]], taken: frozenset[str]
) -> None:
    for match in _DEFINED.finditer(page.text, start, end):
        close = page.text.find(")", match.end(), end)
        known = any(
            m.kind in {"Drug", "DrugClass"} and not names_regimen(m) for m in page.between(match.start(1), match.end(1))
        )
        if (
            close > 0
            and not known
            and page.text[match.end() : close] not in names  # R-CHOP (R2-CHOP)
            and match[1] not in taken
            and match[1] not in names
            and not _STATISTIC.search(match[1])
        ):
            inside = [e for e in find_expressions(page, match.end(), close, names) if len(e.drugs) > 1]
            inside = inside or _dosed(page, match.end(), close, names)
            alternatives = re.search(rf"\bor\b|{re.escape(match[1])}", page.text[match.end() : close])  # BC (A-BC)
            if inside and not alternatives and inside[0].start - match.end() < _NEAR:
                names[match[1]] = inside[0].drugs


def _dosed(page: AnnotatedText, start: int, end: int, names: dict[str, frozenset[Concept]]) -> list[Expression]:
    """`AB (A 1,000 mg/m2 on days 1 and 8; B 70 mg/m2 on day 2)`: drugs, each with its dose behind a semicolon."""
    parts = page.text[start:end].count(";") + 1
    found = find_expressions(page, start, end, names)
    drugs = frozenset[Concept]().union(*(e.drugs for e in found))
    return [replace(found[0], end=found[-1].end, drugs=drugs)] if parts == len(found) > 1 else []


def _made_of(
    page: AnnotatedText, sentence: Sentence, names: dict[str, frozenset[Concept]], taken: frozenset[str]
) -> None:
    """Add the names behind which a sentence tells of which drugs they consist."""
    for match in _MADE_OF.finditer(page.text, sentence.start, sentence.end):
        known = any(not names_regimen(m) for m in page.between(*match.span(1)))
        drugs = find_expressions(page, match.end(), sentence.end, names)[:1]
        near = drugs and drugs[0].start - match.end() < _NEAR and len(drugs[0].drugs) > 1
        if near and not known and match[1] not in taken and not _STATISTIC.search(match[1]):
            names.setdefault(match[1], drugs[0].drugs)


def may_label(text: str) -> bool:
    """Whether a bracket of a sentence holds what looks like a name, alone or among other things."""
    return bool(_DASH.search(text)) or any(_label(part.strip()) for part in _EDGES.split(text)[1:])


def label_after(text: str, expression: Expression, limit: int) -> str:
    """The name in brackets behind a regimen and its doses; empty where the brackets hold something else.

    `A (AB)`, `A 75 mg/m2 (AB)`, `A (75 mg/m2; AB)`, `A (75 mg/m2) alone (arm AB)`.
    """
    if dashed := _DASHED.match(text, expression.end, limit):
        return _label(dashed[1])
    kind = _KIND.match(text, expression.end, limit)
    at = kind.end() if kind else expression.end
    while bracket := _BRACKET.match(text, _end_of_doses(text, at, limit), limit):
        for part in re.split(r"[;,:]", bracket["inside"]):
            if label := _label(part.strip()):
                return label
            if _end_of_doses(part, 0, len(part)) < len(part.rstrip()) and not _OTHER_NAME.fullmatch(part):
                return ""
        at = bracket.end()
    return ""


def _end_of_doses(text: str, at: int, limit: int) -> int:
    doses = _DOSES.match(text, at, limit)
    return doses.end() if doses else at


def _label(words: str) -> str:
    """A name for a regimen, or nothing."""
    label = words.removeprefix("the ").removesuffix(" regimen").replace(" + ", "+")
    if DOSED.fullmatch(label):
        return label
    named = len(label) <= _LONGEST and (_SHORT.fullmatch(label) or _LONG.fullmatch(label))
    return label if named and not _STATISTIC.search(label) and not _MANNER.fullmatch(label) else ""
