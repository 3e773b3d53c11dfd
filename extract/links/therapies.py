"""Which drugs a list means to be given together, and which are alternatives."""

import re

from ...ontology.facts import Concept, Regimen
from ...ontology.lexicon import load_lexicon
from ..arms.treatments.classes import without_kinds
from .template import TOKEN, Template

_OR = re.compile(r"\bn?or\b|\bversus\b|\bthan\b|\bvs\b|\bcompared\s+(?:with|to)\b")
_OR_AND = re.compile(rf"{_OR.pattern}|\band\b")
_PAIR = re.compile(r"⟩\s?[-–/]\s?⟨")
_WITH = re.compile(r"\bplus\b|\bwith\b|\bfollowed by\b|\+|\bcombined\b")
_SHARED_END = re.compile(r"\b(?:in combination|combined|together) with\s.*$", re.DOTALL)
_AND = re.compile(r"\band/or\b|\band\b|,")
_TOGETHER_BEFORE = re.compile(
    r"\b(?:[Cc]oncurrent|[Cc]oncomitant|[Ss]equential)\s+$|"
    r"\b(?:[Cc]ombinations?|regimens?|courses|doublet|triplet|cycles) of\s+"
    r"(?:\d\S{0,8}(?:\s?m?g)?\s+|(?:[a-z-]+\s+){1,2})?$"
    r"|\b(?:treatment|therapy) with\s+$"
)
_CONSISTS_OF = re.compile(r"\bconsist(?:s|ed|ing)? of\s+$")
_KIND_WITH = re.compile(r"⟨[CD]\d+⟩\s(?:with|of|consisting of|using|comprising)\s")
"""`chemotherapy with A and B` is A and B."""
_TOGETHER_AFTER = re.compile(
    r"\s*(?:chemotherapy\b|combination\b|regimen\b|doublet\b|triplet\b|"
    r"(?:(?:is|are|was|were)\s)?given\s(?:concurrently|together|sequentially)\b)"
)
_SINGULAR = re.compile(r"\s(?:is|has|remains|represents|appears|shows|offers|provides|produces|demonstrates|yields)\b")
_BEGINS = re.compile(r"(?:^|[.:;,]\s|\bthat\s)$")
_OF_KIND = re.compile(r"(?P<kind>⟨[CD]\d+⟩)\s(?:using|with)\s$")
_SUPPORTIVE = frozenset({
    "granulocyte colony-stimulating factor", "erythropoiesis-stimulating agent", "5-HT3 receptor antagonist",
    "NK1 receptor antagonist", "chemoprotectant",
})  # fmt: skip
"""Classes of what patients are given against the harm that other treatments do."""


def is_supportive(drug: Concept) -> bool:
    """Whether a drug is given against the harm that others do.

    >>> is_supportive(Concept("Drug", "pegfilgrastim")), is_supportive(Concept("Drug", "cisplatin"))
    (True, False)
    """
    entry = load_lexicon().entry(drug)
    return entry is not None and any(broader.name in _SUPPORTIVE for broader in entry.broader)


def therapies(template: Template, start: int, end: int, *, together: bool = False) -> list[Concept | Regimen]:
    """Give what a list of drugs at a place of a template stands for: drugs, classes, or regimens of several drugs.

    `A and B` are two (one if they are known to be given together), `A plus B` and `the combination of A and B` one,
    `A with B or C` and `B or C combined with A` are `A + B` and `A + C`, as are `A with B-D and C-D`.
    """
    text, listed = template.text, template.text[start:end]
    together = together or bool(_TOGETHER_BEFORE.search(text[:start]) or _TOGETHER_AFTER.match(text[end:]))
    together = together or _is_one(template, start, end)
    together = together or (_CONSISTS_OF.search(text[:start]) is not None and not _OR.search(listed))
    pairs = len(_PAIR.findall(listed)) > 1
    choices = (_OR_AND if pairs else _OR).split(listed)
    first = _WITH.search(choices[0])
    shared = choices[0][: first.start()] if first and not any(_WITH.search(c) for c in choices[1:]) else ""
    ending = _SHARED_END.search(choices[-1])
    if ending and len(choices) > 1 and not any(_WITH.search(c) for c in choices[:-1]):
        choices = [*(f"{choice} {ending[0]}" for choice in choices[:-1]), choices[-1]]
    groups: list[list[Concept]] = []
    for number, choice in enumerate(choices):
        if number and shared:
            groups.append(_drugs(template, shared + choice))
        elif together or _WITH.search(choice):
            groups += _split_at_repeats(template, choice)
        else:
            groups += [_drugs(template, item) for item in _AND.split(choice)]
    if _KIND_WITH.match(listed):
        groups = [list(_without_replacement(without_kinds(frozenset(drugs)))) for drugs in groups]
    return [drugs[0] if len(set(drugs)) == 1 else Regimen.of(*drugs) for drugs in groups if drugs]


def _without_replacement(drugs: frozenset[Concept]) -> frozenset[Concept]:
    """Leave out what only says that the drugs replace something: `enzyme replacement therapy with A`."""
    named = frozenset(drug for drug in drugs if not drug.name.endswith("replacement therapy"))
    return named or drugs


def _is_one(template: Template, start: int, end: int) -> bool:
    """`A and B is active`: what a verb in the singular follows; `combination chemotherapy using A and B`."""
    if _SINGULAR.match(template.text, end) and _BEGINS.search(template.text[:start]):
        return True
    kind = _OF_KIND.search(template.text[:start])
    return kind is not None and all("therapy" in drug.name for drug in _drugs(template, kind["kind"]))


def _drugs(template: Template, part: str) -> list[Concept]:
    concepts = [mention.concept for mention in template.held(part)]
    return [d for c in concepts for d in (c.components if isinstance(c, Regimen) else (c,))]


def _split_at_repeats(template: Template, part: str) -> list[list[Concept]]:
    """Make two regimens of `A with B and A with C`: a drug that comes again begins the next one."""
    groups: list[list[Concept]] = [[]]
    for token in TOKEN.finditer(part):
        drugs = _drugs(template, token[0])
        if set(drugs) & set(groups[-1]):
            groups.append([])
        groups[-1] += drugs
    return [group for i, group in enumerate(groups) if not any(set(group) <= set(other) for other in groups[:i])]
