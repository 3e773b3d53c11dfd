"""How drugs work, in words that no lexicon has: `inhibits bone resorption` is `inhibition of bone resorption`.

Only the present tense counts, which tells what a drug is known to do; the past tells what a trial found.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Final

from ...ontology.facts import Concept, Link
from ...ontology.lexicon import load_lexicon
from ..candidates import Candidate
from ..wordings import Wording
from .assertions import assertion_of
from .rewording import LIST_OF_DRUGS
from .template import TOKEN, Template
from .therapies import therapies

_ACTS: Final = {
    "inhibit": "inhibition of ", "block": "blockade of ", "suppress": "suppression of ", "revers": "reversal of ",
    "induc": "", "stimulat": "stimulation of ", "promot": "", "disrupt": "disruption of ", "deplet": "depletion of ",
    "down-regulat": "down-regulation of ", "downregulat": "down-regulation of ", "up-regulat": "up-regulation of ",
    "upregulat": "up-regulation of ", "stabiliz": "stabilization of ", "stabilis": "stabilization of ",
    "restor": "restoration of ", "destabiliz": "destabilization of ",
    "inactivat": "inactivation of ", "activat": "activation of ", "prevent": "prevention of ",
    "enhanc": "", "increas": "", "augment": "", "potentiat": "", "reduc": "reduction of ", "decreas": "reduction of ",
    "lead": "", "result": "", "caus": "", "trigger": "",
}  # fmt: skip
"""Stems of the verbs, and what makes a noun of what they act on."""
_RESULTING: Final = frozenset({"lead", "result", "caus", "trigger"})
_OF_PROCESSES: Final = frozenset(
    {"prevent", "enhanc", "increas", "augment", "potentiat", "reduc", "decreas", *_RESULTING}
)
"""What may be done to anything, and tells how a drug works only of what cells and molecules do."""
_PROCESS: Final = re.compile(
    r"\b(?:(?:de|in)?activation|proliferation|differentiation|maturation|migration|infiltration|adhesion|binding|"
    r"uptake|"
    r"cytotoxicity|phagocytosis|apoptosis|killing|lysis|death|arrest|damage|signal(?:l)?ing|(?:de)?phosphorylation|"
    r"(?:poly)?ubiquitination|degradation|internali[sz]ation|dimeri[sz]ation|polymeri[sz]ation|transcription|"
    r"translation|translocation|replication|repair|release|secretion|production|synthesis|expression|presentation|"
    r"function|immunity|immunosuppression|immune responses?|cell responses?)\b"
)
_OF_TARGETS: Final = frozenset({"stabiliz", "stabilis", "destabiliz", "disrupt", "deplet"})
"""What tells of a target alone more than that it is one: `stabilizes microtubules`."""
_TARGET: Final = re.compile(r"⟨T\d+⟩(?: (?:enzymes?|receptors?|proteins?|kinases?))?")
_MECHANISM: Final = re.compile(r"⟨M\d+⟩")
_MECHANISM_READ: Final = re.compile(r"⟨M\d+⟩(?: of (?:the )?⟨L\d+⟩)?")
_HINDERING: Final = ("inhibition of ", "blockade of ", "suppression of ", "prevention of ", "reduction of ")
_STEM = "|".join(sorted(_ACTS, key=len, reverse=True))
_ENDS = (
    r"and|or|by|in|that|which|with|through|via|as|to|on|for|when|is|are|has|have|at|from|than|while|but|"
    r"occurring|involved|required|needed|essential|"
    r"(?:in)?directly|selectively|specifically|potently|strongly|markedly|rapidly|(?:ir)?reversibly|effectively|further"
)
_WORD = rf"(?:(?!(?:{_ENDS})\b)[\w/-]+|⟨[LMTB]\d+⟩[\w+-]*)"
_ACT = Wording(
    rf"\b(?P<verb>{_STEM})(?P<form>e?s|ing|e?) (?:(?<=lead )to |(?<=leads )to |(?<=leading )to |(?<=result )in |"
    r"(?<=results )in |(?<=resulting )in )?(?:(?:the|more|potent) )*(?!the )"
    rf"(?P<o>{_WORD}(?: {_WORD}){{0,4}}?(?: and {_WORD})? of (?:the )?{_WORD}(?: {_WORD}){{0,2}}|"
    rf"{_WORD}(?: {_WORD}){{1,4}}|⟨[LTM]\d+⟩|(?:release|secretion|production) of ⟨D\d+⟩)"
    r"(?P<more>(?<=⟩)(?:,| and|, and) ⟨[LTDM]\d+⟩)?(?! and ⟨)"
    rf"(?=[.,;:)(]| (?:{_ENDS})\b|$)"
)
_NOUN: Final = Wording(
    r"(?:\b(?:via|through|by|leading to|resulting in|leads? to|results? in|owing to)|⟨M\d+⟩,? and|"
    r"(?P<also>(?<=[\w⟩,]) and)(?= (?:inhibition|blockade|suppression|disruption|degradation|depletion) of)) "
    r"(?:the |direct |selective |potent |epigenetic |induction of )*"
    r"(?P<o>(?:inhibition|blockade|suppression|disruption|degradation|depletion|stabili[sz]ation|(?:in)?activation|"
    r"modulation|ubiquitination|prevention|restoration|(?:up|down)-?regulation) of (?:the |different |several )?"
    rf"{_WORD}(?: {_WORD}){{0,4}}|{_WORD}(?: {_WORD}){{0,2}} (?:disruption|degradation|depletion|lysis|"
    r"cell death|growth arrest))"
    rf"(?=[.,;:)(]| (?:{_ENDS})\b|$)"
)
_THROUGH: Final = re.compile(r"\b(?:via|through|by) [^⟨⟩.;:]{3,90}$")
_LEADING_UP: Final = {
    "ing": re.compile(
        r"\b(?:by|thereby|thus|hence)(?: \w+ly)? $|"
        r"\b(?:bind|inhibit|block|target|engag|antagoni|neutrali|degrad|activat|interact|prevent)\w*\b[^.;:]*, $"
    ),
    "": re.compile(r"(?:⟩|,| and| or|\w+ly| also| both| all| can| may| able to| shown to) $"),
}
"""What stands before a verb in these forms where it tells what the drug does."""
_OF_ANOTHER: Final = re.compile(r"⟨[TLB]\d+⟩(?:,? which)?(?: \w+ly)? $")
"""`the receptor through which PD-L1 inhibits …` is said of PD-L1."""
_SUBJECT = re.compile(rf"({LIST_OF_DRUGS % ('DCP', 'DCP')})(?:[^.;:⟨⟩]|⟨[CPTLMBXE]\d+⟩|(?<= of )⟨D\d+⟩){{0,240}}$")
_UNDERGONE: Final = re.compile(r"\b(?:resistan(?:ce|t)|refractory|exposure|responses?|sensitiv\w+) to (?:the )?$", re.I)
_AND_OTHERS: Final = re.compile(r" and (?:its|other) ")
_VAGUE: Final = re.compile(r" of (?:the|different|several) ")
_ACTED_ON: Final = re.compile(r" (?:signal(?:l)?ing )?(?:inhibition|blockade|antagonism|agonism|degradation)$")
_CLINICAL = re.compile(
    r"(?:surviv|(?<!immune )(?<!cell )respon|risk|recurr|relaps|symptom|pain|toxicit|benefit|quality|incidence|"
    r"mortality|loss|improve|patient|cardi|heart|hepat|liver|renal|kidney|respirat|nerve|organ|lung|brain|sudden|"
    r"rate|weight|grade|interaction|\b(?:its|their|both)\b|disease|outcome|treatment|therap|trial|study|dose)"
)


def mechanisms(template: Template) -> Iterator[Candidate]:
    """Read what a sentence says that a drug does to cells, pathways or processes."""
    for match in chain(_ACT.finditer(template.text), _NOUN.finditer(template.text)):
        subject = _SUBJECT.search(template.text, 0, match.start())
        assertion = assertion_of(template.text, match)
        if match.re is _NOUN.compiled and match["also"] and not _THROUGH.search(template.text, 0, match.start()):
            continue
        if subject is None or assertion is None or _UNDERGONE.search(template.text, 0, subject.start()):
            continue
        start, end = _place(template, match["o"], template.held(subject[1])[0].start)
        for drug in therapies(template, *subject.span(1)):
            if not isinstance(drug, Concept) or drug.name == "placebo":
                continue
            for name in _names(template, match, subject):
                link = Link(subject=drug, predicate="hasMechanism", object=_named(name))
                yield Candidate(claim=link, start=start, end=end, rule="link.mechanism in words", assertion=assertion)


def _names(template: Template, match: re.Match[str], subject: re.Match[str]) -> tuple[str, ...]:
    """The names of what the drugs before a verb or a noun do, where it tells how they work."""
    said = _spelled(template, match["o"])
    if _CLINICAL.search(said):
        return ()
    if match.re is _NOUN.compiled:
        return (_VAGUE.sub(" of ", said),)
    verb = _ACTS[match["verb"]]
    if not _tells(template, match, subject):
        return ()
    if not match["more"]:
        return (f"{verb}{said}",)
    other = match["o"][: match["o"].rindex("⟨")] + match["more"][match["more"].index("⟨") :]
    return f"{verb}{said}", f"{verb}{_spelled(template, other)}"  # `the release of A and B`


def _named(name: str) -> Concept:
    """The concept of that name, or a new one."""
    known = (entry.concept for entry in load_lexicon().named(name) if entry.concept.kind == "Mechanism")
    return next(known, Concept("Mechanism", name))


def _tells(template: Template, match: re.Match[str], subject: re.Match[str]) -> bool:
    """Whether a verb tells how the drugs before it work."""
    before, form, verb = template.text[: match.start()], match["form"].removesuffix("e"), match["verb"]
    process = _PROCESS.search(_spelled(template, match["o"])) is not None
    if verb in _RESULTING:
        return form != "" and process and not _MECHANISM.fullmatch(match["o"])
    many = "⟨P" in subject[1] or " and " in subject[1] or _AND_OTHERS.match(template.text, subject.end(1))
    if not form and not many and not before.endswith((" to ", " can ", " may ")):
        return False
    if _OF_ANOTHER.search(before) or (form in _LEADING_UP and not _LEADING_UP[form].search(before)):
        return False
    if _TARGET.fullmatch(match["o"]):
        return verb in _OF_TARGETS
    if _MECHANISM_READ.fullmatch(match["o"]) and not _ACTS[verb].endswith(_HINDERING):
        return False  # a rule reads what it promotes
    return process or not (verb in _OF_PROCESSES or match["more"])


def acted_on(candidate: Candidate) -> Iterator[Candidate]:
    """Give the mechanism and, where its name tells it, what the drug acts on: `PD-1 blockade` is of PD-1."""
    yield candidate
    link = candidate.claim
    if isinstance(link, Link) and link.predicate == "hasMechanism" and (named := _ACTED_ON.search(link.object.name)):
        for entry in load_lexicon().named(link.object.name[: named.start()]):
            if entry.concept.kind == "Target":
                target = Link(subject=link.subject, predicate="targets", object=entry.concept)
                yield replace(candidate, claim=target, rule="link.target in mechanism")


def _spelled(template: Template, words: str) -> str:
    """What a part of the template says, the mentions in the document's own words."""
    said = TOKEN.sub(lambda token: template.mentions[int(token[1])].text, words)
    return said if said.isupper() else " ".join(w.lower() if w[1:].islower() else w for w in said.split())


def _place(template: Template, words: str, start: int) -> tuple[int, int]:
    """Where a stretch of the sentence that begins with its drug ends with these words."""
    sentence = template.sentence
    said = _spelled(template, words)
    found = [
        m.end()
        for wanted in (said, said.split()[-1])
        for m in re.finditer(re.escape(wanted), sentence.text, re.IGNORECASE)
        if sentence.start + m.end() > start
    ]
    return max(start, sentence.start), sentence.start + (found[0] if found else len(sentence.text.rstrip()))
