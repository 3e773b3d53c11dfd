"""That a drug did patients good, or did not: `treats`, as results and conclusions say it.

The disease is that of the sentence or else that of the trial, as conclusions often leave it out.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ...ontology.facts import Assertion, Concept
from ..candidates import Candidate
from ..passages import Mention
from ..wordings import Wording
from .assertions import CONCEDED, assertion_of, tells_little
from .gains import RULES
from .rules import Rule, as_disease, compared, either_way, fitting, links
from .template import TOKEN, Template, pattern
from .therapies import therapies

_BAD: Final = frozenset(
    "death,relapse,recurrence,mortality,progression,metastasis,toxicity,progressive disease,disease progression,"
    "distant metastasis,treatment failure,local recurrence,dose intensity".split(",")
)
_LESS_OF = re.compile(r"(?:reduc|decreas|lower)\w*(?:(?!risk|hazard|odds)[^⟨⟩]){0,60}⟨E\d+⟩$")
_UNWANTED = re.compile(
    r"mortality|morbidity|complication|death|relaps|recurr|progress|hospitali|exacerbation|attack|migraine|flare|"
    r"seizure|stroke"
)
"""Endpoints of which less is better, whatever they are of."""
LESS: Final = re.compile(r"\b(?:reduc|decreas|lower|slow|delay|halt|alter|modif)")
"""Words of what there is less of."""
_AFTER = pattern(
    r"^(?:[^.;:⟨]|⟨[A-RT-Z]\d+⟩){0,160}?\b(?:in|for|among|of) (?:[^.;:⟨]|⟨[A-RT-Z]\d+⟩){0,100}?{o:S}(?! ⟨D)"
)
_EVENT_AFTER = pattern(
    r"^(?:in|of|for|from|among|(?:(?: and ⟨E\d+⟩)? (?:in|of|for|from|among))) (?:(?:the|most|all|cases?|of|patients|"
    r"adults|"
    r"people|women|men|children|those|with|"
    r"hospitali[sz]ed|who|have|had|severe|acute|moderate|mild|persistent|chronic|refractory|[\w-]+-(?:associated|"
    r"related|induced)) ){0,7}{o:A}"
)
"""A disease that is elsewhere an event: `slows the progression of chronic kidney disease`."""
_WITHIN = pattern(
    r"(?:\b(?:in|for|among) (?:[^.;:⟨]|⟨[BTE]\d+⟩){0,100}?|⟨E\d+⟩ of |"
    r"(?:[Pp]atients|[Ww]omen|[Mm]en|[Aa]dults|[Cc]hildren) with ){o:S}"
)
_BEFORE = pattern(r"\b(?:[Ii]n|[Ff]or|[Aa]mong) (?:[^.;:⟨]|⟨[BTE]\d+⟩){0,100}?{o:S}[^.;⟨]{0,100}$")
_BUT_WORSE = re.compile(r"\bbut (?:also )?(?:increas|rais|doubl|worsen)")
"""`may decrease mortality but increases the risk of breast cancer`"""
_SUBGROUP = re.compile(r"\bsub(?:group|set|population)s?\b")
"""`in the subgroup with brain metastases`: what they are treated for may stand elsewhere."""
COMPARISON: Final = re.compile(r"\b(?:than|versus|vs|compared|over)\b")
"""Words that set one treatment against another."""
_RIVAL = re.compile(r"\b(?:superior|inferior|equivalent|comparable|equal|similar) to\b")
_OTHER_AIM = re.compile(
    r"⟨A\d+⟩|\b(?:prevent\w*|[Pp]rophyla\w+|such risk|subgroups?|subsets?|emesis|protect\w*|"
    r"postoperative(?:ly)?|postsurgical|surgery|undergoing|analges\w+|opioids?|an(?:a)?esthe\w+)\b"
)
"""What tells that a drug is given for something else than the disease that the trial's patients have."""
_OF_DYING = re.compile(r"[^.;]{0,60}?\b(?:death|mortality|survival|progression|relapse)")
_BESIDE = re.compile(
    r",? (?:with(?= (?:no|an? |only|the |acceptable|manageable|tolerable|good|more|less|few|low|mild|minimal|higher|"
    r"increased))|without|but|although|at the (?:cost|expense|price) of|and (?:was|were|is|are|had|has|showed)\b).*"
)
"""What is said besides of harms: `improved survival, with acceptable toxicity`."""


_OPPONENT = Wording(
    r"(⟨[DRC]\d+⟩)\s(?:vs\.?|versus|compared\s(?:with|to))\s(?:[\w-]+\s){0,2}⟨[DRC]\d+⟩(?:\sof\s(?:the\s)?⟨[DRC]\d+⟩)?"
    r"(?=\s(?:for|in|(?:has\s)?(?:significantly\s)?(?:demonstrat|show|improv|prolong|increas|result|led|produc|provid)"
    r"\w*)\s)"
)
"""What a drug is set against between it and its verb: `A versus B improved survival`."""
OF_TRIAL: Final = "gain in the trial"
"""Rule of what is said without naming the disease."""
_OF_SYMPTOMS = re.compile(
    r"\b(?:pain|symptoms?|fatigue|seizures?|attacks?)\b|\b(?:reliev|alleviat|eas(?:es?|ed|ing)\b)\w* "
    r"[^⟨⟩]{0,60}$|⟨A\d+⟩ $"
)
"""What relieves patients tells nothing of a cancer that they have."""
_OF_OTHER_THINGS = re.compile(r"\b(?:bone|mineral|density|markers?|weight|lipids?|cholesterol|fractures?|levels?)\b")
"""What a cancer patient gains that tells nothing of the cancer."""
_CANCER = re.compile(r"cancer|carcinoma|lymphoma|leukemia|myeloma|melanoma|sarcoma|tumor")
_OTHERS = re.compile(r"\b(?:across|other|many|different|various|several) (?:[\w-]+ ){0,3}(?:tumou?r|cancer|malignanc)")


def gains(template: Template, disease: Concept | None) -> Iterator[Candidate]:
    """Read that drugs did good, or no good where they were added or set against placebo."""
    template = replace(template, text=_OPPONENT.sub(r"\1", template.text))
    for item in fitting(RULES, template.letters):
        for match in item.pattern.finditer(template.text):
            assertion = assertion_of(template.text, match)
            assertion = assertion and (item.assertion or assertion)
            if assertion is None or compared(template, match) or _says_worse(template, match):
                continue
            if tells_little(match[0], template.text):
                continue
            if assertion == "negated" and not _deniable(item, template, match):
                continue
            place, concepts = _objects(template, match)
            if _of_other_things(template, match):
                concepts = [concept for concept in concepts if not _CANCER.search(concept.name)]
            if place:
                yield from links(item, template, match, assertion, concepts, place)
            elif disease is not None and _of_trial(item, template, match, assertion, disease):
                yield from links(replace(item, name=OF_TRIAL), template, match, assertion, [disease], [])


def _of_trial(item: Rule, template: Template, match: re.Match[str], assertion: Assertion, disease: Concept) -> bool:
    """Whether what is said without a disease is about that of the trial: not about side effects, nor a mere trend."""
    names = [m.concept.name for m in template.held(match[0]) if isinstance(m.concept, Concept)]
    if _of_other_things(template, match) and _CANCER.search(disease.name):
        return False
    trend = assertion == "speculative" and item.name not in ("effective", "option")
    if trend or _OF_OTHER_THINGS.search(" ".join(names)):
        return False
    lived = "survival" in match[0] or any("survival" in name or "time to" in name for name in names)
    lived = lived or (item.name == "better than" and _OF_DYING.match(template.text, match.end()) is not None)
    told = item.name in ("no gain from", "effective", "gain", "option") if assertion != "negated" else False
    said = CONCEDED.sub("", template.text[: match.end()]) + _BESIDE.sub("", template.text[match.end() :])
    said = TOKEN.sub(lambda token: "" if _is_of(template.held(token[0])[0], disease) else token[0], said)
    other = _OTHER_AIM.search(said) or _OTHERS.search(template.text, match.end())
    added = assertion == "negated" and "adding: " in template.text[: match.end("s")]
    return not other and (told or added or (assertion == "affirmed" and lived))


def _is_of(mention: Mention, disease: Concept) -> bool:
    """Whether an event is what a disease does: `hospitalization for heart failure`, `ischemic stroke`."""
    name = mention.concept.name if isinstance(mention.concept, Concept) else ""
    return mention.kind == "AdverseEvent" and (disease.name in name or name in disease.name)


def _of_other_things(template: Template, match: re.Match[str]) -> bool:
    """Whether all that a gain is of tells nothing of a cancer: `improved bone mineral density`."""
    named = [m.concept.name for m in template.held(match[0]) if m.kind == "Endpoint" and isinstance(m.concept, Concept)]
    if _OF_SYMPTOMS.search(match[0]) and not named:
        return True
    return bool(named) and all(_OF_OTHER_THINGS.search(name) for name in named)


def _says_worse(template: Template, match: re.Match[str]) -> bool:
    """Whether what rose is nothing good, such as deaths."""
    named = {m.concept.name for m in template.held(match[0]) if m.kind == "Endpoint" and isinstance(m.concept, Concept)}
    if not LESS.search(match[0]):
        return bool(named & _BAD)
    return _LESS_OF.search(match[0]) is not None and not _UNWANTED.search(" ".join(named))


_ANY_DRUGS: Final = (Concept("Drug", "chemotherapy"), Concept("DrugClass", "chemotherapy"))
_DENIED_ALONE = ("missed endpoint", "no gain from", "effective", "gain", "gain by", "no effect", "unaffected")


def _deniable(item: Rule, template: Template, match: re.Match[str]) -> bool:
    """Whether a negation tells of the drug itself, and not only that it was no better than another drug."""
    before = template.text[max(0, match.start("s") - 10) : match.start("s")]
    placebo = "placebo" in template.sentence.text
    after = template.text[match.end("s") :]
    subjects = therapies(template, *match.span("s"))
    if all(subject in _ANY_DRUGS for subject in subjects):
        return False
    if item.name == "better than" or (item.name == "effective" and COMPARISON.search(after)):
        return "adding: " in before or placebo
    own = {m.concept for m in template.held(match["s"])}
    drugs = {m.concept for m in template.held(after) if m.kind in ("Drug", "Regimen", "DrugClass")}
    if len(subjects) == 1 and drugs and drugs < own:
        return True  # `A plus B did not improve survival compared with A`
    rivalled = COMPARISON.search(after) or _RIVAL.search(after)
    alone = not rivalled and item.name in _DENIED_ALONE
    return alone or "adding: " in before or placebo


def _objects(template: Template, match: re.Match[str]) -> tuple[list[Mention], list[Concept]]:
    """Give the diseases that the sentence names, with their mentions; of a cancer with its metastases the cancer."""
    following = _BUT_WORSE.split(template.text[match.end() :])[0]
    after = _EVENT_AFTER.search(following) or _AFTER.search(following) or _WITHIN.search(template.text, *match.span())
    before = None if after else _BEFORE.search(template.text[: match.start()])
    within = _WITHIN.search(template.text, *match.span())
    if after and within and _SUBGROUP.search(after[0]):
        after = within
    held = template.held(after["o"]) if after else template.held(before["o"])[-1:] if before else []
    primary = [m for m in held if "metasta" not in m.text.lower() or "cancer" in m.text.lower()]
    held = [m for m in primary or held if not either_way(template, m)]
    return held, [concept for concept in map(as_disease, held) if isinstance(concept, Concept)]
