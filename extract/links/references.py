"""Words that stand for the drugs of the sentence before, or of the clause before: `It`, `both`, `its`, `does so`.

They are replaced in the template (see `template`), so that a rule need not know of them.
"""

import re
from typing import Final

from ..wordings import Wording

_DRUGS: Final = r"⟨[DTCP]\d+⟩(?:(?:, |,? and )⟨D\d+⟩)*"
_DRUG: Final = re.compile(r"⟨[DR]\d+⟩")
_LEAD: Final = (
    r"(?:(?:Because|As|Since|Although|However,|In addition,|Moreover,|Thus,|Therefore,|"
    r"(?:In|As|For) (?:[^⟨⟩,;.]|⟨[SE]\d+⟩){3,60},) )?"
)
_TOPIC: Final = re.compile(rf"{_LEAD}(?:[Tt]he )?({_DRUGS})")
_KIND: Final = r"(?:drug|agent|antibody|compound|molecule|ADC|conjugate|medicine|medication)"
_KINDS: Final = r"(?:drugs|agents|antibodies|compounds|molecules|ADCs|conjugates|medicines|medications|therapies)"
_VERB: Final = (
    r"(?:are|were|have|can|may|bind|inhibit|block|target|cause|carry|act|induce|increase|share|interfere|exert|show|"
    r"work|kill|enhance|stimulate|produce|exploit|lead)"
)
_ONE: Final = re.compile(
    rf"^({_LEAD})(?:[Ii]t|(?:[Tt]he|[Tt]his)(?: novel| new| oral)? {_KIND})(?= )(?! (?:is|was) (?:also )?(?:that|"
    rf"to|unclear|known|not known)\b)"
)
_MANY: Final = re.compile(
    rf"^({_LEAD})(?:[Tt]hey|[Bb]oth(?: {_KINDS})?|(?:[Tt]hese|[Tt]he) {_KINDS})(?= "
    rf"{_VERB}\b)"
)
_THIS_CLASS: Final = re.compile(r"^This ((?:[\w,-]+ ){0,6}?⟨C\d+⟩)(?= (?:was|can|may|\w+s)\b)")
"""`This humanized antibody has …` tells also what the drug is."""
_EVENTS: Final = Wording(
    r"^(?P<what>(?:The )?(?:[Mm]ost |[Mm]ore )?(?:[Cc]ommon(?:ly)?|[Ff]requent(?:ly)?|[Ss]erious|[Mm]ain|[Mm]ajor) "
    r"(?:(?!(?:with|for|of|in|among) )[^⟨⟩.;:\d]|⟨A\d+⟩){1,60}?) (?P<verb>are|include|included|were) "
    r"(?=(?:[^⟨⟩\d%]|⟨\w\d+⟩)*$)"
)
"""`Common adverse reactions include …` after a sentence that tells what a drug is."""
_TOLD: Final = re.compile(r"\b(?:is|are) (?:an?|the|approved|indicated|licen[sc]ed)\b")
_MEANT_LATER: Final = Wording(
    rf"\b(with|of|by|to|from|under|on) (?:these (?:two )?{_KINDS}|both {_KINDS}|th(?:is|e) {_KIND})\b"
)
"""`the main side effects of these drugs`."""
_KNOWN_HARM: Final = Wording(
    r"^(?P<what>⟨A\d+⟩[^.;⟨⟩]{0,20}(?:(?:,|,? and) ⟨A\d+⟩){0,6} (?:is|are|can be|may be) (?:an? |the )?(?:[\w-]+ "
    r"){0,3}?"
    r"(?:side effects?|adverse (?:effects?|events?|reactions?)|⟨A\d+⟩|complications?))(?=[.;])"
)
"""`Dyspnea is a frequent side effect.` after a sentence about a drug."""
_OWN: Final = re.compile(
    r"(?<!exert )(?<!exerts )\b(?:[Ii]ts|[Tt]heir)(?= (?:[\w-]+ ){0,4}?(?:⟨A\d+⟩|(?:activity|effects?|cytotoxicity|"
    r"toxicit\w+|complications?|risks?|use)\b))"
)
_IT_LATER: Final = re.compile(r"(?<=[;,] )((?:and |but )?)it(?= )")
_BOTH_LATER: Final = re.compile(rf"(?<=[;,] )((?:and |but )?)(?:both|they)(?= {_VERB}\b)")
_SO: Final = Wording(
    r"(⟨D\d+⟩(?: and ⟨D\d+⟩)?) (?P<act>[^⟨⟩.;,]{3,60}⟨[TA]\d+⟩(?:(?:, |,? and )⟨[TA]\d+⟩){0,4}),? "
    r"(?P<join>whereas|while|but|and) "
    r"(?P<other>⟨D\d+⟩(?: and ⟨D\d+⟩)?) (?:does|do|did) so\b"
)


_DISEASE: Final = re.compile(r"⟨S\d+⟩")
_THIS_DISEASE: Final = Wording(
    r"\b(?:[Tt]his|[Tt]hese|[Ss]uch) (?:(?!combination|trial|study|drug|regimen)[\w-]+ ){0,3}?"
    r"(?:disease(?: setting)?|malignanc(?:y|ies)|cancers?|tumou?rs?|condition|indication|(?:patient )?population|"
    r"(?:clinical )?setting|patients)\b(?! (?:type|stage|site|who|with))"
)
"""`active in this disease` after a sentence that names one."""


def last_disease(text: str) -> str:
    """The only disease of a template, or nothing.

    >>> last_disease("⟨D0⟩ is a treatment for ⟨S1⟩.")
    '⟨S1⟩'
    """
    found = _DISEASE.findall(text)
    return found[0] if len(found) == 1 else ""


def of_disease(text: str, disease: str) -> str:
    """Put the disease of the sentence before for the words that mean it, where the sentence names none of its own.

    >>> of_disease("⟨D1⟩ is active in this setting.", "⟨S0⟩")
    '⟨D1⟩ is active in ⟨S0⟩.'
    """
    return text if "⟨S" in text or not disease else _THIS_DISEASE.sub(disease, text, count=1)


def topic_of(text: str) -> str:
    """The drugs, class or target that a template begins with.

    >>> topic_of("⟨D0⟩ and ⟨D1⟩ bind ⟨T2⟩.")
    '⟨D0⟩ and ⟨D1⟩'
    """
    found = _TOPIC.match(text)
    return found[1] if found else ""


def _fits(words: str, topic: str) -> bool:
    """Whether words for one drug or for several mean such a topic."""
    return (" and " in topic) == ("these " in words or "both " in words)


def resolve(text: str, topic: str, before: str = "") -> str:
    """Put the topic of the sentence `before`, or what the sentence itself begins with, for the words that mean it.

    >>> resolve("It kills ⟨L0⟩.", "⟨D1⟩")
    '⟨D1⟩ kills ⟨L0⟩.'
    >>> resolve("⟨D0⟩ inhibits ⟨T1⟩, whereas ⟨D2⟩ does so rarely.", "")
    '⟨D0⟩ inhibits ⟨T1⟩, whereas ⟨D2⟩ inhibits ⟨T1⟩ rarely.'
    """
    if topic:
        many = " and " in topic or topic.startswith("⟨P")
        text = (_MANY if many else _ONE).sub(lambda m: m[1] + topic, text, count=1)
    if topic.startswith("⟨D") and not _DRUG.search(text):
        each = topic.replace(" and ", " or ")
        text = _MEANT_LATER.sub(lambda m: f"{m[1]} {each}" if _fits(m[0], topic) else m[0], text, count=1)
    if topic.startswith("⟨D"):
        text = text if " and " in topic else _THIS_CLASS.sub(lambda m: f"{topic}, a {m[1].replace(',', '')},", text)
        text = text if _DRUG.search(text) else _KNOWN_HARM.sub(lambda m: f"{m['what']} of {topic}", text)
        events = None if _DRUG.search(text) else _EVENTS.match(text)
        if events and (events["verb"] in ("are", "include") or _TOLD.search(before)):
            text = f"{events['what']} of {topic} {text[events.start('verb') :]}"
    own = topic_of(text)
    if own.startswith("⟨D") and not _DRUG.search(text, len(own)):
        text = _OWN.sub(f"{own}'s", text)
        text = (_BOTH_LATER if " and " in own else _IT_LATER).sub(lambda m: m[1] + own, text)
        text = _MEANT_LATER.sub(lambda m: f"{m[1]} {own}" if _fits(m[0], own) else m[0], text, count=1)
    elif topic.startswith("⟨D") and (of_it := _OWN.search(text)) and not _DRUG.search(text, 0, of_it.start()):
        text = f"{text[: of_it.start()]}{topic}'s{text[of_it.end() :]}"
    return _SO.sub(lambda m: f"{m[1]} {m['act']}, {m['join']} {m['other']} {m['act']}", text)
