"""What drugs keep from patients: `treats`, as prevention is what they are given for."""

from collections.abc import Iterator
from typing import Final

from ...ontology.facts import Concept
from ..candidates import Candidate
from .assertions import assertion_of
from .efficacy import COMPARISON, LESS
from .rules import compared, fitting, links, rule
from .template import Template

_PREVENTING = (
    r"(?:prevent(?:s|ed|ing)?|protect(?:s|ed)? (?:[^.;:⟨⟩]|⟨S\d+⟩){0,60}?(?:against|from)|(?:effective|"
    r"efficacious|beneficial|effectiveness|"
    r"efficacy|benefit) (?:in|for) (?:the )?prevent\w+(?: of)?|delay(?:s|ed)? the onset of|(?:(?:reduc|decreas)(?:es?|"
    r"ed)|shorten(?:s|ed)?|lower(?:s|ed)?) the "
    r"(?:(?!risk|and)[\w-]+ ){0,2}?(?:incidence|risks?|frequency|rate|duration|severity|intensity)(?: and (?:the )?"
    r"(?:incidence|frequency|duration|severity|intensity))? (?:of|for)|"
    r"(?:reduces?|decreases?|lowers?) (?:[\w'’-]+ ){0,3}?(?:incidence|risks?|frequency|rate|severity|intensity) "
    r"(?:of|that)|"
    r"(?:reduc|decreas|lower)(?:es?|ed|s)(?= (?:(?:the|monthly|mean|weekly|daily) ){0,2}⟨[AS]\d+⟩ (?:frequency|days|"
    r"attacks?|episodes?))|reduces(?= (?:(?:acute|chronic|late|postoperative|and|or) ){0,3}⟨[AS]| "
    r"⟨[DRCPS]\d+⟩[- ](?:induced|related|associated) ⟨A)|beneficial effects? on|"
    r"(?:effective|efficacious|useful|beneficial) (?:in|at|for) (?:reducing|decreasing|lowering|controlling|"
    r"relieving)(?= )|"
    r"(?:resulted in|led to|achieved|produced) (?:an? |the )?(?:[\w-]+ ){0,3}?(?:reduction|decrease)s? (?:in|of) "
    r"(?:the )?(?:(?:incidence|severity|frequency|rates?|risk|duration|and|or) ){1,4}of|"
    r"(?:(?:attenuat|mitigat|alleviat|reliev)(?:es?|ed)|(?:can|may|could|not|to) (?:attenuate|mitigate|alleviate|"
    r"relieve|"
    r"reduce|decrease))(?= (?:(?:the|acute|chronic|and|or|persistent|severe) ){0,4}(?:⟨[DRCPS]\d+⟩[- ](?:induced|"
    r"related|associated) )?⟨A\d+⟩(?! (?:⟨|scores?|severity|levels?|counts?)))|"
    r"(?:reduc|decreas)(?:es?|ed)(?= (?:(?:the|persistent|chronic|acute|postoperative|symptomatic) ){0,2}(?:"
    r"(?:development|occurrence) of (?:[\w-]+ )?)?⟨A\d+⟩(?! (?:⟨|scores?|severity|levels?|counts?)))|"
    r"(?:is|are|be|as) (?:[\w-]+ |⟨[CPD]\d+⟩ ){1,6}?for (?:the )?(?:prophylaxis|prevention) (?:against|of)|"
    r"(?:effective|efficient) (?:prevention|prophylaxis) (?:of|against|for)|(?:inhibit|correct)(?:s|ed)(?= ⟨A\d+⟩))"
)
_CAUSED = r"(?:⟨[DRCPS]\d+⟩(?: treatment| therapy)?[- ](?:induced|related|associated)|⟨[DCP]\d+⟩ (?=⟨A))"
_PREVENTS: Final = rule(
    "prevents", "treats",
    r"{s:DRCP}(?! arm| group)(?:(?!\b(?:than|versus|vs|compared|who|whether)\b)[^⟨⟩.;:]|⟨[TBLOEXCP]\d+⟩){0,60}? "
    rf"{_PREVENTING} (?:(?!response|surviv|decline|progress)[^⟨⟩.;:]|⟨B\d+⟩|{_CAUSED}){{0,60}}?{{o:AS}}"
    r"(?![- ](?:recurrence|progression|relapse|death|mortality|metasta|spread|specific|related|free|⟨D))",
)  # fmt: skip
"""What a drug keeps from patients is what it is given for."""
_PREVENTED_BY: Final = rule(
    "prevention by",
    "treats",
    r"(?:[Pp]revention|[Pp]rophylaxis) (?:of|against|for) (?:[\w-]+ ){0,3}?{o:AS} (?:with|by|using) {s:DRCP}",
)


def prevented(template: Template) -> Iterator[Candidate]:
    """Read what drugs prevent, an event or a disease."""
    found = ((item, match) for item in fitting((_PREVENTS, _PREVENTED_BY), template.letters)
             for match in item.pattern.finditer(template.text))  # fmt: skip
    for item, match in found:
        assertion = assertion_of(template.text, match)
        held = template.held(match["o"])
        concepts = [m.concept for m in held if isinstance(m.concept, Concept)]
        rival = COMPARISON.search(template.text) and "placebo" not in template.text
        denied = rival and (assertion == "negated" or LESS.search(match[0]))
        if assertion is not None and not denied and not compared(template, match):
            yield from links(item, template, match, assertion, concepts, held)
