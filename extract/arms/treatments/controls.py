"""What the control group of a trial is given, where the alternatives call it no more than `control`.

Offsets are those of the cleaned text.
"""

import re
from typing import Final

from ....ontology.facts import Concept
from ...annotated import AnnotatedText
from .named import UNTREATED, Names
from .regimens import find_expressions

UNTOLD: Final = Concept("Drug", "control")
"""Stands for what a control group is given that the text calls by no other name."""
CONTROLS: Final = re.compile(r"\b(?<!historical )control (?:\([^()]*\) )?(?:groups?|arms?)\b", re.IGNORECASE)
"""The control group as a text calls it: `the control group`, `the treatment (n = 40) and control (n = 42) groups`."""
_CONTROLS: Final = re.compile(
    r"\b(?:the\s+)?controls?(?:\s+(?:group|arm|patients|subjects))?\b\s*(?:[(\[][^()\[\]]*[)\]]\s*)?,?\s*(?:who\s+|which\s+)?"
    r"(?:(?P<none>(?:did not|received? no|had no|received? nothing|without|was not|were not|underwent no)\b)|"
    r"(?:received|was given|were given|underwent|had|with|was treated with|were treated with)\s)",
    re.IGNORECASE,
)


def what_controls_get(page: AnnotatedText, names: Names) -> frozenset[Concept]:
    """Give the treatment that a sentence says the control group had; `control` itself where none says so."""
    for sentence in page.sentences:
        for told in _CONTROLS.finditer(sentence.text):
            if told["none"]:
                return frozenset({UNTREATED})
            found = find_expressions(page, sentence.start + told.end(), sentence.end, names)
            if found and found[0].start <= sentence.start + told.end() + 40:
                return found[0].drugs
    return frozenset({UNTOLD})
