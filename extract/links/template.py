"""Sentences with their mentions made tokens, so that a rule about clauses is one short pattern.

`the MEK inhibitor binimetinib` reads `the ⟨C0⟩ ⟨D1⟩`: a letter for the kind (`P` for a class in the plural), a number
for the mention. In a rule, `{s=D}` stands for one such token, `{s:D}` for a list of them (`⟨D1⟩, ⟨D2⟩ and ⟨D3⟩`), both
named `s`; several letters allow several kinds. `...` is a short gap without tokens, `~` a longer one that may name
other things than drugs, diseases and events, `≈` one without a verb.
"""

import re
from dataclasses import dataclass
from itertools import count
from typing import Final

from ...ontology.facts import Concept, Regimen
from ..arms.treatments.named import Names
from ..passages import Mention, Sentence
from ..wordings import Wording
from .mentions import NO_NAMES, mentions_of
from .references import last_disease, of_disease, resolve, topic_of
from .rewording import COMPARING, DRUGS, LIGHT, LIST_OF_DRUGS, plain

LETTERS: Final = {
    "Drug": "D", "Regimen": "R", "DrugClass": "C", "Target": "T", "Mechanism": "M", "Disease": "S", "CellType": "L",
    "Test": "X", "Biomarker": "B", "Endpoint": "E", "AdverseEvent": "A", "Organization": "O",
}  # fmt: skip
_COUNTRY: Final = re.compile(r"\bU\.(?:S|K)\.")
"""A name whose full stops end no clause."""
_LOOKALIKES: Final = str.maketrans("⟨⟩", "<>")
TOKEN: Final = re.compile(r"⟨[A-Z](\d+)⟩")
SLOT: Final = re.compile(r"\{[so][:=|]([A-Z]+)\}")
"""Where a wording needs a mention, of one of some kinds."""
_LETTER: Final = re.compile(r"⟨([A-Z])\d+⟩")
_AGAINST: Final = r"(?:\s+(?:versus|vs\.?|compared\s+(?:with|to))\s+"
_LIST: Final = (
    r"⟨[%s]\d+⟩(?:(?:\s*(?:,|/|;(?=\s+(?:and|or)\s|[^;.]{0,60};)|\band\b|\bor\b|\bas well as\b|\b(?:along|together) "
    r"with\b|[-–])){1,3}\s*(?:(?!(?:less|fewer|lower|reduced|masks?|reduces?|prevents?|improves?|treats?|relieves?|"
    r"decreases?|increases?|controls?|causes?|caused|leads?|does|do|did|can|may|has|have|is|are|was|were|"
    r"not)\s)[\w/-]+\s+){0,3}?(?:[a-z][\w-]*,\s(?:and\s)?)?(?:\w+/)?⟨[%s]\d+⟩)"
    "{0,30}"
)
_GAIN: Final = re.compile(r"\s(?:benefit|advantage)s?$")
"""A word of gain at the end of an endpoint stays in sight: `a survival benefit`."""
_PLAIN: Final = (
    Concept("Drug", "standard of care"),
    Concept("DrugClass", "standard of care"),
    Concept("AdverseEvent", "treatment-related adverse event"),
)
"""Words of judgement rather than of a thing: `is a standard treatment for`, `drug-related events`."""
_PLACEBO: Final = Concept("Drug", "placebo")
_RIGHT_BEHIND: Final = re.compile(r"\)?\s")
_THAN: Final = re.compile(r"\b(?:compared with|compared to|versus|vs\.?|over|than)\s+$")
_WITH: Final = re.compile(r"\s+(?:plus|and|with|in combination|combined|followed)\b|\s?[-–+/]")
_MAKER: Final = re.compile(r"⟨O\d+⟩")
_BRACKET: Final = re.compile(r"\s*[(\[][^()\[\]]{0,120}[)\]]")
_APPOSITION: Final = re.compile(
    r"(⟨[DR]\d+⟩),\s(?:(?:an?|the)\s[^⟨⟩,;.]{0,60}⟨[CD]\d+⟩|(?:particularly|especially|like|including|when|alone)"
    r"\s[^,;.]{3,90}),"
)
_SAID_BETWEEN: Final = re.compile(
    r"(⟨[DRCP]\d+⟩),\s(?!and\b|or\b|but\b|plus\b|versus\b|⟨)"
    r"(?:with\s⟨S|(?!\b(?:with|plus|and\s⟨D|added|alone|combin\w*|followed)\b)[^,;.:]){3,120}?,"
    r"(?=\s(?:is|are|was|were|has|have|may|can|could)\s)"
)
"""What is said of a drug between it and its verb: `Taxanes, first given for ovarian cancer, are …`."""
_MEANT: Final = re.compile(rf"(⟨[CD]\d+⟩)\s*[(\[]({LIST_OF_DRUGS % ('D', 'D')})[)\]]")
"""`an EGFR inhibitor (gefitinib)`: what is given is gefitinib."""
_EXAMPLES: Final = Wording(
    r"(⟨P\d+⟩)\s*[(\[](?:(?:[\w-]+|⟨P\d+⟩)[;,]\s)?(?:(?:e\.g\.|eg|such as|including|like),?\s)?"
    rf"({LIST_OF_DRUGS % ('D', 'D')})[)\]]"
)
"""`proteasome inhibitors (bortezomib, carfilzomib)`: what is said of the class is said of these."""
_NAMED_EXAMPLES: Final = Wording(
    rf"(⟨P\d+⟩),?\s(?:including|such\sas|like)\s({LIST_OF_DRUGS % ('D', 'D')}),?(?=\s(?:are|have|can|may|were|reduce|"
    rf"improve|"
    r"prolong|cause|induce|increase|inhibit|block)\b)"
)
"""The same without a bracket, where a verb follows."""
_JOINED: Final = re.compile(r"\b(?:plus|with)\b|[-–/+]")
"""Between drugs that are given together."""
_GIVEN_WITH: Final = re.compile(r"⟩ (?:with|plus) $")
_EVENTS_MEANT: Final = Wording(r"(⟨A\d+⟩)\s\((⟨A\d+⟩(?:(?:,|,?\s(?:and|or))\s⟨A\d+⟩){0,9})\)")
"""`respiratory infections (pneumonia and bronchitis)`: what is said of the former is said of the latter."""
_PARTNERED: Final = Wording(
    r"(⟨[DRC]\d+⟩),\s(?:when\s)?(?:given\s|used\s)?(?:in\scombination|combined|together|along)\swith\s"
    r"((?:[^.,;:⟨⟩]|⟨[DRC]\d+⟩){3,120}(?<=⟩)),(?=\s(?:is|are|was|were|has|have|may|can|could|should)\s)"
)
"""`A, in combination with B, is approved …`."""
_COMPOSED: Final = Wording(
    r"(⟨[DR]\d+⟩),\swhich\s(?:combin|consist|compris|contain|includ)\w*\s(?:of\s)?"
    rf"{LIST_OF_DRUGS % ('D', 'D')},?(?=\s)"
)
"""`A regimen, which combines B and C, …` is told of the regimen."""
_SET_AGAINST: Final = Wording(
    r"(⟨[DRC]\d+⟩),\s(?:as\s)?compared\s(?:with|to)\splacebo,\s(?=(?:significantly\s)?(?:(?:did|does)\snot|improv|"
    r"prolong|increas|reduc|lower|le[ad]d?s?\sto|result|was\sassociated)\w*\s)"
)
"""`A, compared with placebo, did not …`: what is between the drug and its verb does not belong there."""
_TIMED: Final = Wording(
    r"(⟨[DRC]\d+⟩)(?:\s(?:maintenance|consolidation|therapy|treatment))?,?\s(?:given\s)?(?:after|following|before|"
    r"prior\sto)\s(?:[\w-]+\s){0,2}⟨[DRC]\d+⟩,?"
    r"(?=\s(?:\w+ly\s)?(?:has|have|is|was|improv|prolong|increas|reduc|chang)\w*\s)"
)
"""`durvalumab after chemoradiotherapy has changed …`."""
_THEN: Final = Wording(
    r"(⟨[DRC]\d+⟩),\s(?:each\s)?followed\sby\s[^.,;:]{2,80},"
    r"(?=\s(?:\w+ly\s)?(?:improv|prolong|extend|increas|reduc|decreas|lower|show|demonstrat)\w*\s)"
)
"""`A plus B, followed by A, improved …`."""
_TREATED: Final = Wording(
    r"(⟨[DR]\d+⟩)-treated\s((?:patients|women|men|adults|children)(?:\swith\s⟨S\d+⟩)?)"
    r"(?=\s(?:lived|had|survived|showed|achieved|experienced|reached)\s)"
)
_LONG_WORD: Final = re.compile(r"(?<!^)(?<![\w⟨])[A-Za-z][a-z]{4,}\b")
_NAMED_LIST: Final = Wording(rf"{LIST_OF_DRUGS % ('DRC', 'DRC')}\s*\(\s*(⟨R\d+⟩)\s*\)")


@dataclass(frozen=True, slots=True)
class Template:
    """A sentence as a template; `mentions[i]` is what the token numbered `i` stands for."""

    text: str
    mentions: tuple[Mention, ...]
    sentence: Sentence

    @property
    def letters(self) -> frozenset[str]:
        """The letters of the kinds that are mentioned."""
        return frozenset(_LETTER.findall(self.text))

    def without_brackets(self) -> "Template":
        """Drop all brackets and what stands in apposition, so that a list that they interrupt is whole."""
        named = _TREATED.sub(r"\2 treated with \1", _ADDED_OF_CLASS.sub(r"adding: \1 plus \2", self.text))
        named = _RESISTANT.sub(lambda m: " ".join(k.text for k in self.held(m[1])) + m[2], named)
        named = _NAMED_EXAMPLES.sub(lambda m: m[0] if _JOINED.search(m[2]) else _with_examples(m), named)
        named = _EXAMPLES.sub(_with_examples, _COMPOSED.sub(r"\1", named))
        named = _MEANT.sub(lambda m: m[2] if "C" in m[1] or self._is_generic(m[1]) else m[0], named)
        named = _PARTNERED.sub(r"\1 in combination with \2", _EVENTS_MEANT.sub(r"\1, \2", named))
        text = _APPOSITION.sub(r"\1", _SAID_BETWEEN.sub(r"\1", _BRACKET.sub("", _BRACKET.sub("", named))))
        text = _TIMED.sub(r"\1", _THEN.sub(r"\1", _SET_AGAINST.sub(r"\1 ", text)))
        text = COMPARING.sub(r"\1 versus ", _HELPED.sub(r"adding: \1 plus \3 \2", " ".join(text.split())))
        return Template(text, self.mentions, self.sentence)

    def _is_generic(self, token: str) -> bool:
        return all("therapy" in mention.text for mention in self.held(token))

    def held(self, part: str) -> list[Mention]:
        """Give the mentions whose tokens stand in a part of the template."""
        return [self.mentions[int(number)] for number in TOKEN.findall(part)]


def _with_examples(match: re.Match[str]) -> str:
    """`A`, `A, B and C` where the class A is told of; only `A` where it is what another drug is given with."""
    if _GIVEN_WITH.search(match.string, 0, match.start()):
        return match[1]
    return f"{match[1]} and {match[2].replace(', ', ' and ')}"


def make_template(sentence: Sentence, names: Names = NO_NAMES, before: "Template | None" = None) -> Template:
    """Put tokens for mentions, and drop brackets that only repeat the mention before them (`PFS`) or give figures.

    `names` are the document's own names of regimens; what the sentence `before` begins with may be what is meant by
    `it` or `both`.
    """
    mentions = mentions_of(sentence, names)
    text = _without_repeats(_with_tokens(sentence, mentions), mentions)
    text = plain(_in_plain_case(_NAMED_LIST.sub(lambda m: _by_name(m, mentions), text)))
    topic = topic_of(before.text) if before else ""
    disease = last_disease(before.text) if before else ""
    meant = before.held(topic + disease) if before else []
    numbers = count(len(mentions))
    topic = TOKEN.sub(lambda token: f"⟨{token[0][1]}{next(numbers)}⟩", topic)
    disease = TOKEN.sub(lambda token: f"⟨{token[0][1]}{next(numbers)}⟩", disease)
    text = of_disease(resolve(text, topic, before.text if before else ""), disease)
    return Template(text, (*mentions, *meant), sentence)


def _with_tokens(sentence: Sentence, mentions: tuple[Mention, ...]) -> str:
    """Put the tokens in; what looks like one in the text itself is none."""
    source = _COUNTRY.sub(lambda m: m[0].replace(".", " "), sentence.text.translate(_LOOKALIKES))
    parts: list[str] = []
    last = 0
    for number, mention in enumerate(mentions):
        start, end = mention.start - sentence.start, mention.end - sentence.start
        before = mentions[number - 1].kind if number > 0 else ""
        after_drug = before in ("Drug", "DrugClass", "Regimen") and _RIGHT_BEHIND.fullmatch(source, last, start)
        beaten = mention.concept == _PLACEBO and _THAN.search(source[:start]) and not _WITH.match(source, end)
        if mention.concept in _PLAIN or beaten or (after_drug and mention.text == "chemotherapy"):
            continue
        gain = _GAIN.search(mention.text) if mention.kind == "Endpoint" else None
        parts += [source[last:start], f"⟨{_letter(mention)}{number}⟩", gain[0] if gain else ""]
        last = end
    return " ".join("".join((*parts, source[last:])).split())


def _in_plain_case(text: str) -> str:
    """Write a title small whose long words all have capitals, as the words of the rules are.

    >>> _in_plain_case("⟨D0⟩ for the Treatment of ⟨S1⟩"), _in_plain_case("Treatment of ⟨S0⟩ improved")
    ('⟨D0⟩ for the treatment of ⟨S1⟩', 'Treatment of ⟨S0⟩ improved')
    """
    words = _LONG_WORD.findall(text)
    return text if any(map(str.islower, words)) else _LONG_WORD.sub(lambda m: m[0].lower(), text)


def _without_repeats(text: str, mentions: tuple[Mention, ...]) -> str:
    def kept(match: re.Match[str]) -> str:
        before = TOKEN.search(text[max(0, match.start() - 12) : match.start()])
        inside = [mentions[int(number)].concept for number in TOKEN.findall(_MAKER.sub("", match[0]))]
        same = before is not None and all(concept == mentions[int(before[1])].concept for concept in inside)
        return "" if not inside or same else match[0]  # who makes a drug says no more of it

    return " ".join(_BRACKET.sub(kept, text).split())


_ADDED_OF_CLASS: Final = Wording(
    rf"\b(?:[Tt]he\s+)?(?:[Aa]ddition\s+of|[Aa]dding)\s+(?:[\w-]+\s){{0,4}}⟨C\d+⟩\s(⟨D\d+⟩)\s+to\s+{LIGHT}({DRUGS})"
)
"""`adding the PARP inhibitor A to B`, where the class has been read."""
_HELPED: Final = Wording(
    rf"(?<!adding: )({DRUGS})\s+((?:(?:did|does|do|not|can|could|may|might|significantly)\s+)*"
    rf"(?:improv|increas|enhanc)\w*\s+(?:the\s+)?(?:(?:clinical|antitumou?r|anticancer)\s+)?"
    rf"(?:efficacy|activity|effectiveness|outcomes?))\s+of\s+(?:the\s+)?{LIGHT}({DRUGS})"
)
"""`A improved the efficacy of B`: patients gain from A and B."""
_RESISTANT: Final = re.compile(
    r"(⟨[DCP]\d+⟩)([- ](?:resistant|refractory|na[iï]ve|pretreated|treated|sensitive|exposed|free|eligible|"
    r"intolerant|like|loaded|eluting|coated|releasing|(?:non)?susceptible|unresponsive)\b)"
)
"""`chemotherapy-resistant cells` tell nothing of chemotherapy."""


def _by_name(match: re.Match[str], mentions: tuple[Mention, ...]) -> str:
    """`A combined with B and C (BC)`: A combined with BC."""
    *listed, name = TOKEN.finditer(match[0])
    meant = mentions[int(name[1])].concept
    members = meant.components if isinstance(meant, Regimen) else ()
    first = next((t.start() for t in listed if mentions[int(t[1])].concept in members), 0)
    return match[0][:first] + name[0]


def _letter(mention: Mention) -> str:
    plural = mention.kind == "DrugClass" and mention.text.endswith("s")
    return "P" if plural else LETTERS[mention.kind]


def pattern(wording: str) -> Wording:
    """Compile a rule's wording; a blank in it is any white space.

    >>> bool(pattern("{o=C},? {s:D}").search("the ⟨C0⟩ ⟨D1⟩ and ⟨D2⟩"))
    True
    """

    def tokens(match: re.Match[str]) -> str:
        name, form, kinds = match.groups()
        if form == "=":
            return rf"(?P<{name}>⟨[{kinds}]\d+⟩)"
        listed = (LIST_OF_DRUGS if set(kinds) <= set("DRCP") else _LIST) % (kinds, kinds)
        return f"(?P<{name}>{listed}{f'{_AGAINST}{LIGHT}{listed})?' if form == '|' else ''})"

    spaced = wording.replace("...", r"[^⟨⟩.;:]{0,70}?").replace("~", r"(?:[^⟨⟩.;:]|⟨[TBLOEXCP]\d+⟩){0,160}?")
    spaced = spaced.replace("≈", r"(?:(?!\b(?:is|are|was|were|had|subgroups?)\b)[^⟨⟩.;:]|⟨[TBLOEXCP]\d+⟩){0,160}?")
    return Wording(re.sub(r"\{([so])([:=|])([A-Z]+)\}", tokens, spaced.replace(" ", r"\s+")))
