"""Arms that no sentence sets against each other, known by how the text speaks of groups.

`in the tamoxifen group … in the placebo group`; `the concurrent arm … the sequential arm` of one regimen.
Offsets are those of the cleaned text.
"""

import re
from dataclasses import replace
from typing import Final

from ....ontology.facts import Concept
from ...annotated import AnnotatedText
from ..names.forms import forms_in
from ..treatments.classes import ARM_CLASSES, all_are, is_kind
from ..treatments.controls import CONTROLS, what_controls_get
from ..treatments.either import in_one_arm
from ..treatments.merged import PLACEBO
from ..treatments.named import UNTREATED, Names
from ..treatments.regimens import Expression, find_expressions
from .background import is_background

_GROUP: Final = re.compile(r"(?:[- ]treated)?\s+(?:treatment\s+)?(?:groups?|arms?|recipients)\b")
_PAIRED: Final = re.compile(
    r"\s+(?:and|or)\s+(?:\d+\s+in\s+)?(?:the\s+)?[\w-]+(?:\s+(?:plus|\+|and|with)\s+[\w-]+)?\s+(?:groups|arms)\b"
)
"""`the A and B groups`, `43 in the A and 42 in the A plus B groups`: their common noun stands behind the second."""
_RANDOMIZED: Final = re.compile(r"\brandom", re.IGNORECASE)
_USUAL: Final = frozenset({UNTREATED, Concept("Drug", "standard of care"), Concept("Drug", "best supportive care")})
_FEWEST, _MOST = 2, 4


def spoken_arms(page: AnnotatedText, names: Names) -> list[Expression]:
    """The regimens after which the text calls groups, in order; nothing where it calls only one group so."""
    found = _called(page, names)
    return found if _FEWEST <= len(found) <= _MOST else []


def spoken_against_controls(page: AnnotatedText, names: Names) -> list[Expression]:
    """The only regimen after which a text on a randomized trial calls a group, and what it calls the control group."""
    controls = CONTROLS.search(page.text) if _RANDOMIZED.search(page.text) else None
    called = _called(page, names) if controls else []
    if controls is None or len(called) != 1 or any(map(is_kind, called[0].drugs)) or _is_inert(called[0]):
        return []
    given = what_controls_get(page, names)
    return [*called, Expression(*controls.span(), given, alternative=True)] if given != called[0].drugs else []


def _is_inert(expression: Expression) -> bool:
    """Whether a group is given no more than a placebo or what is usual: it is the control group itself."""
    return expression.drugs == PLACEBO or expression.drugs <= _USUAL


def _called(page: AnnotatedText, names: Names) -> list[Expression]:
    """Where each regimen first stands after which the text calls a group."""
    found: dict[frozenset[Concept], Expression] = {}
    for sentence in page.sentences:
        for expression in in_one_arm(page.text, find_expressions(page, sentence.start, sentence.end, names)):
            behind = _GROUP.match(page.text, expression.end) or _PAIRED.match(page.text, expression.end)
            if behind and not is_background(page.text, expression):
                found.setdefault(expression.drugs, expression)
    return list(found.values())


def spoken_forms(page: AnnotatedText, regimen: Expression, names: Names) -> list[Expression]:
    """The forms of one regimen by which the text calls its groups."""
    forms = forms_in(page.text)
    if len(forms) < _FEWEST or len(forms) > _MOST:
        return []
    drugs = spelled_out(page, regimen.drugs, names)
    return [replace(regimen, drugs=drugs, forms=(form,), alternative=bool(k)) for k, form in enumerate(forms)]


def spelled_out(page: AnnotatedText, drugs: frozenset[Concept], names: Names) -> frozenset[Concept]:
    """A regimen with the drugs of its chemotherapy, where the text names them with the rest in one place only."""
    classes = frozenset(d for d in drugs if d.name in ARM_CLASSES)
    named = drugs - classes
    if not classes or not named:
        return drugs
    found = {
        e.drugs
        for s in page.sentences
        for e in find_expressions(page, s.start, s.end, names)
        if named < e.drugs and any(all_are(e.drugs - named, c.name) and c not in e.drugs for c in classes)
    }
    return found.pop() if len(found) == 1 else drugs
