"""Classes of drugs as a text describes them: `a quinoline derivative`, `an anti-interleukin-23p19 monoclonal antibody`.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from typing import Final

from ...ontology.facts import Concept
from ...ontology.lexicon import load_lexicon
from ..passages import Mention, Sentence
from ..wordings import Wording

_HEAD = (
    r"antibody[- –]drug\sconjugates?|inhibitors?|antagonists?|agonists?|blockers?|modulators?|degraders?|antibod(?:y|"
    r"ies)|derivatives?|"
    r"analog(?:ue)?s?|mimetics?|(?:in)?activators?|sensiti[sz]ers?|conjugates?|antimetabolites?|alkaloids?|"
    r"immunotoxins?|immunoconjugates?|"
    r"(?:targeting|targeted|[\w-]+(?:lating|genesis|genic|toxic|neoplastic|metabolic|diabetic|emetic|"
    r"inflammatory|hormonal|therapeutic|thrombotic|coagulant|platelet|hypertensive|psychotic|epileptic|viral|fungal|"
    r"bacterial|microbial|gestational|cholinergic|"
    r"modulatory|modulating|disrupting|linking|stabili[sz]ing|damaging|mitotic|suppressive)) (?:agent|drug)s?"
)
_LINK = (
    r"with|of|for|is|was|were|are|in|to|that|which|who|by|as|on|from|than|or|not|be|been|plus|versus|received|an?|"
    r"the|either"
)
_WORDS = rf"(?:(?!(?:{_LINK})\b)[\w/αβγ-]+(?:\s\([\w-]+\))?,?\s){{0,7}}?"
_DESCRIBED = Wording(rf"(?:\b(?:[Aa]n?|[Tt]he)\s|[(\[;]\s?)(?P<np>{_WORDS}(?P<head>{_HEAD}))\b(?!-)")
_QUALITY: Final = re.compile(
    r"(?:(?:novel|new|dual|oral|orally|active|available|bioavailable|administered|potent|selective|preferential|"
    r"unique|pegylated|high-affinity|\w{3,20}ly|specific|first|second|"
    r"third|next|generation|first-in-class|small|molecule|\w+-generation|humani[sz]ed|human|fully|fully-human|"
    r"recombinant|investigational|glyco-?engineered|Fc-\w+|afucosylated|type "
    r"I+|synthetic|reversible|irreversible|intravenous|subcutaneous|long-acting|"
    r"short-acting|competitive|effective|other|"
    r"[α-ω]-selective|newest|latest|only|most|brain-penetrant|approved|standard|study|different|single|several|both|"
    r"and|modern|inhaled|topical|"
    r"direct|small-molecule|broad-spectrum|pangenotypic|\w+-studied|(?:once|twice)(?:-\w+|\sdaily|\sweekly)|newer|"
    r"older|conventional|established|promising|powerful|strong|therapeutic|autologous),?\s+(?:\([A-Z]+\)\s+)?)+"
)
_OF_HORMONE: Final = re.compile(r"(?:[ -][Rr]eceptor)?[ -](?:ant)?(?:agonist|blocker|analog(?:ue)?|inhibitor)s?\b")
_TARGETED: Final = re.compile(
    r"(?:anti[- ](?P<anti>[\w-]+(?:\s(?!monoclonal)[\w-]+)?)\s(?:monoclonal\s)?antibod|"
    r"(?:(?:partial|full|inverse)\s)?(?P<of>[\w/ -]{0,80}?(?:\w*receptor|\w*adrenoceptor|kinase|protein|\w+ase|"
    r"interleukin-\w+|(?=[\w-]*\d)[A-Z][\w-]*+))\s"
    r"(?:inhibitor|antagonist|agonist|blocker|modulator))"
)
_TWO_TARGETS: Final = re.compile(
    r"(?P<first>[A-Z]\w*-?\d\w*|PD-L?1|(?:[\w-]+\s){1,4}?\d)(?:\s?[x×/]\s?|\sand\s)(?P<second>[A-Z]\w*-?\d\w*|PD-L?1|"
    r"\d)\s(?P<shared>receptor|kinase)?"
)
"""`CD20xCD3 bispecific antibody`, `neurokinin 1 and 3 receptor antagonist`."""


def described(sentence: Sentence) -> Iterator[Mention]:
    """Find the classes that a sentence describes and no lexicon knows; words of quality are no part of the name."""
    for match in _DESCRIBED.finditer(sentence.text):
        quality = _QUALITY.match(match["np"])
        start = match.start("np") + (quality.end() if quality else 0)
        text = sentence.text[start : match.end("np")]
        held = [m for m in sentence.mentions if _touches(m, sentence.start + start, sentence.start + match.end("np"))]
        bare = text == match["head"] and " " not in text and not text.startswith("immuno")
        bare = bare or text.startswith(("site ", "active site "))
        if bare or any(m.kind not in ("Target", "DrugClass", "Mechanism") for m in held):
            continue
        first = sentence.start + start + ("conjugate" not in match["head"])
        if not any(m.kind == "DrugClass" and first > m.start for m in held):
            name = _singular(re.sub(r"\s\([\w-]+\)", "", text))
            yield Mention(sentence.start + start, sentence.start + match.end("np"), text, _class(name))

    for mention in sentence.of("Drug"):
        if (acting := _OF_HORMONE.match(sentence.text, mention.end - sentence.start)) is not None:
            text = sentence.text[mention.start - sentence.start : acting.end()]
            yield Mention(mention.start, sentence.start + acting.end(), text, _class(_singular(text)))


def _touches(mention: Mention, start: int, end: int) -> bool:
    return mention.start < end and start < mention.end


def _singular(text: str) -> str:
    return re.sub(r"ies$", "y", text) if text.endswith("ies") else text.removesuffix("s")


def _class(name: str) -> Concept:
    known = [entry.concept for entry in load_lexicon().named(name) if entry.concept.kind == "DrugClass"]
    first = re.split(r"\W", name[1:])[0]
    return known[0] if known else Concept("DrugClass", name[0].lower() + name[1:] if first.islower() else name)


def targets_of(name: str) -> list[Concept]:
    """Tell the targets that the name of a class holds, where they are plainly such.

    >>> [target.name for target in targets_of("thrombopoietin receptor agonist")]
    ['thrombopoietin receptor']
    >>> [target.name for target in targets_of("CD20xCD3 bispecific antibody")]
    ['CD20', 'CD3']
    """
    if (two := _TWO_TARGETS.match(name)) is not None:
        shared = f" {two['shared']}" if two["shared"] else ""
        number = two["first"].rpartition(" ")[0] + " " if two["second"].isdigit() else ""
        return [_target(two["first"] + shared), _target(number + two["second"] + shared)]
    found = _TARGETED.fullmatch(name) or _TARGETED.match(name)
    text = (found["anti"] or found["of"] or "").strip() if found else ""
    return [_target(text)] if text and not text.startswith("pan-") else []


def _target(name: str) -> Concept:
    known = (entry.concept for entry in load_lexicon().named(name) if entry.concept.kind == "Target")
    return next(known, Concept("Target", name))
