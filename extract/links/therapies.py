"""Which drugs a list means to be given together, and which are alternatives."""

import re

from ...ontology.facts import Concept, Regimen
from .template import TOKEN, Template

_OR = re.compile(r"\bor\b|\bversus\b")
_WITH = re.compile(r"\bplus\b|\bwith\b|\bfollowed by\b|\+|\bcombined\b")
_AND = re.compile(r"\band/or\b|\band\b|,")
_TOGETHER_BEFORE = re.compile(r"\b(?:combinations?|regimens?|courses|doublet|triplet|cycles) of\s+$")
_TOGETHER_AFTER = re.compile(r"\s*(?:chemotherapy\b|combination\b|regimen\b|doublet\b|triplet\b)")


def therapies(template: Template, start: int, end: int) -> list[Concept | Regimen]:
    """Give what a list of drugs at a place of a template stands for: drugs, classes, or regimens of several drugs."""
    text = template.text
    together = bool(_TOGETHER_BEFORE.search(text[:start]) or _TOGETHER_AFTER.match(text[end:]))
    found: list[Concept | Regimen] = []
    for choice in _OR.split(text[start:end]):
        whole = together or _WITH.search(choice) is not None
        for item in [choice] if whole else _AND.split(choice):
            concepts = [mention.concept for mention in template.held(item)]
            drugs = [d for c in concepts for d in (c.components if isinstance(c, Regimen) else (c,))]
            if len(set(drugs)) == 1:
                found.append(drugs[0])
            elif drugs:
                found.append(Regimen.of(*drugs))
    return found


def only_drugs(template: Template, part: str) -> list[Concept]:
    """Give the single concepts of a list, regimens left out."""
    return [m.concept for m in template.held(part) if isinstance(m.concept, Concept) and TOKEN.search(part)]
