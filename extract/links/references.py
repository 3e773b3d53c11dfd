"""Words that stand for the drugs of the sentence before, or of the clause before: `It`, `both`, `its`, `does so`.

They are replaced in the template (see `template`), so that a rule need not know of them.
"""

import re
from typing import Final

from ..wordings import Wording

_DRUGS: Final = r"⟨[DTC]\d+⟩(?:(?:, |,? and )⟨D\d+⟩)*"
_TOPIC: Final = re.compile(rf"(?:The )?({_DRUGS})")
_DRUG: Final = re.compile(r"⟨[DR]\d+⟩")
_LEAD: Final = (
    r"(?:(?:Because|As|Since|Although|However,|In addition,|Moreover,|Thus,|Therefore,|"
    r"(?:In|As|For) (?:[^⟨⟩,;.]|⟨[SE]\d+⟩){3,60},) )?"
)
_KIND: Final = r"(?:drug|agent|antibody|compound|molecule)"
_VERB: Final = r"(?:are|were|have|can|may|bind|inhibit|block|target|cause|carry|act|induce|increase|share)"
_ONE: Final = re.compile(
    rf"^({_LEAD})(?:[Ii]t|[Tt]he {_KIND})(?= )(?! (?:is|was) (?:also )?(?:that|to|unclear|known|not known)\b)"
)
_MANY: Final = re.compile(
    rf"^({_LEAD})(?:[Tt]hey|[Bb]oth(?: (?:drugs|agents|antibodies))?|[Tt]hese (?:drugs|agents|antibodies))(?= "
    rf"{_VERB}\b)"
)
_OWN: Final = re.compile(
    r"\b(?:[Ii]ts|[Tt]heir)(?= (?:[\w-]+ ){0,4}?(?:⟨A\d+⟩|(?:activity|effects?|cytotoxicity|toxicit\w+|risks?)\b))"
)
_IT_LATER: Final = re.compile(r"(?<=[;,] )((?:and |but )?)it(?= )")
_BOTH_LATER: Final = re.compile(rf"(?<=[;,] )((?:and |but )?)(?:both|they)(?= {_VERB}\b)")
_SO: Final = Wording(
    r"(⟨D\d+⟩(?: and ⟨D\d+⟩)?) (?P<act>[^⟨⟩.;,]{3,60}⟨[TA]\d+⟩(?:(?:, |,? and )⟨[TA]\d+⟩){0,4}),? "
    r"(?P<join>whereas|while|but|and) "
    r"(?P<other>⟨D\d+⟩(?: and ⟨D\d+⟩)?) (?:does|do|did) so\b"
)


def topic_of(text: str) -> str:
    """The drugs, class or target that a template begins with.

    >>> topic_of("⟨D0⟩ and ⟨D1⟩ bind ⟨T2⟩.")
    '⟨D0⟩ and ⟨D1⟩'
    """
    found = _TOPIC.match(text)
    return found[1] if found else ""


def resolve(text: str, topic: str) -> str:
    """Put the topic of the sentence before, or what the sentence itself begins with, for the words that mean it.

    >>> resolve("It kills ⟨L0⟩.", "⟨D1⟩")
    '⟨D1⟩ kills ⟨L0⟩.'
    >>> resolve("⟨D0⟩ inhibits ⟨T1⟩, whereas ⟨D2⟩ does so rarely.", "")
    '⟨D0⟩ inhibits ⟨T1⟩, whereas ⟨D2⟩ inhibits ⟨T1⟩ rarely.'
    """
    if topic:
        text = (_MANY if " and " in topic else _ONE).sub(lambda m: m[1] + topic, text, count=1)
    own = topic_of(text)
    if own.startswith("⟨D") and not _DRUG.search(text, len(own)):
        text = _OWN.sub(f"{own}'s", text)
        text = (_BOTH_LATER if " and " in own else _IT_LATER).sub(lambda m: m[1] + own, text)
    elif topic.startswith("⟨D") and (of_it := _OWN.search(text)) and not _DRUG.search(text, 0, of_it.start()):
        text = f"{text[: of_it.start()]}{topic}'s{text[of_it.end() :]}"
    return _SO.sub(lambda m: f"{m[1]} {m['act']}, {m['join']} {m['other']} {m['act']}", text)
