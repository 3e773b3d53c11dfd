"""How drugs work, in words that no lexicon has: `inhibits bone resorption` is `inhibition of bone resorption`.

Only the present tense counts, which tells what a drug is known to do; the past tells what a trial found.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ...ontology.facts import Concept, Link
from ...ontology.lexicon import load_lexicon
from ..candidates import Candidate
from ..wordings import Wording
from .rules import assertion_of
from .template import TOKEN, Template

_ACTS: Final = {
    "inhibit": "inhibition of ", "block": "blockade of ", "suppress": "suppression of ", "revers": "reversal of ",
    "induc": "", "stimulat": "stimulation of ", "promot": "", "disrupt": "disruption of ", "deplet": "depletion of ",
    "down-regulat": "down-regulation of ", "downregulat": "down-regulation of ", "up-regulat": "up-regulation of ",
    "upregulat": "up-regulation of ", "stabiliz": "stabilization of ", "stabilis": "stabilization of ",
    "restor": "restoration of ", "destabiliz": "destabilization of ",
    "inactivat": "inactivation of ", "activat": "activation of ",
}  # fmt: skip
"""Stems of the verbs, and what makes a noun of what they act on."""
_OF_TARGETS: Final = frozenset({"stabiliz", "stabilis", "destabiliz", "disrupt", "deplet"})
"""What tells of a target alone more than that it is one: `stabilizes microtubules`."""
_TARGET: Final = re.compile(r"⟨T\d+⟩")
_STEM = "|".join(sorted(_ACTS, key=len, reverse=True))
_ENDS = (
    r"and|or|by|in|that|which|with|through|via|as|to|on|for|when|is|are|has|have|at|from|than|while|but|"
    r"(?:in)?directly|selectively|specifically|potently|strongly|markedly|rapidly|(?:ir)?reversibly|effectively|further"
)
_WORD = rf"(?:(?!(?:{_ENDS})\b)[\w/-]+|⟨[LMTB]\d+⟩)"
_ACT = Wording(
    rf"\b(?:(?P<present>{_STEM})e?s|(?:can|able to|shown to) (?P<can>{_STEM})e?|by (?P<by>{_STEM})ing) "
    r"(?:the )?(?!the )"
    rf"(?P<o>{_WORD}(?: {_WORD}){{0,4}}?(?: and {_WORD})? of (?:the )?{_WORD}(?: {_WORD}){{0,2}}|"
    rf"{_WORD}(?: {_WORD}){{1,4}}|⟨[LT]\d+⟩)(?! and ⟨)"
    rf"(?=[.,;:)(]| (?:{_ENDS})\b|$)"
)
_SUBJECT = re.compile(r"(⟨D\d+⟩)(?:[^.;:⟨⟩]|⟨[CPTLMBX]\d+⟩){0,160}$")
_ACTED_ON: Final = re.compile(r" (?:signal(?:l)?ing )?(?:inhibition|blockade|antagonism|agonism|degradation)$")
_CLINICAL = re.compile(
    r"(?:surviv|respon|risk|recurr|relaps|symptom|pain|toxicit|benefit|quality|incidence|mortality|loss|improve|"
    r"patient|"
    r"rate|weight|grade|disease|outcome|treatment|therap|trial|study|dose)"
)


def mechanisms(template: Template) -> Iterator[Candidate]:
    """Read what a sentence says that a drug does to cells, pathways or processes."""
    for match in _ACT.finditer(template.text):
        subject = _SUBJECT.search(template.text[: match.start()])
        assertion = assertion_of(template.text, match)
        verb = match["present"] or match["can"] or match["by"]
        if subject is None or assertion is None or _CLINICAL.search(match["o"]):
            continue
        if _TARGET.fullmatch(match["o"]) and verb not in _OF_TARGETS:
            continue
        drug = template.held(subject[1])[0]
        name = _ACTS[verb] + _spelled(template, match["o"])
        if isinstance(drug.concept, Concept):
            link = Link(subject=drug.concept, predicate="hasMechanism", object=Concept("Mechanism", name))
            start, end = _place(template, match["o"], drug.start)
            yield Candidate(claim=link, start=start, end=end, rule="link.mechanism in words", assertion=assertion)


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
    last = _spelled(template, words).split()[-1]
    found = [
        m.end() for m in re.finditer(re.escape(last), sentence.text, re.IGNORECASE) if sentence.start + m.end() > start
    ]
    return max(start, sentence.start), sentence.start + (found[0] if found else len(sentence.text.rstrip()))
