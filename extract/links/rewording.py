"""Templates put into plainer words, so that rules need not know each way of saying a thing (see `template`)."""

import re
from typing import Final

from ..wordings import Wording

_TIGHT: Final = r"\s?[-–/+]\s?"
_BETWEEN: Final = (
    r"(?:\s*,\s*(?:(?:and/or|and|or|plus)\s+(?:an?\s+|by\s+)?)?|\s+(?:and/or|and|or|nor|plus|with|in combination with|"
    r"combined with|followed by|(?:given )?(?:concurrently|concomitantly|together) with)\s+(?:an?\s+|by\s+)?)"
)
LIGHT: Final = (
    r"(?:(?:the|other|oral|intravenous|single-agent|standard|standard-of-care|standard-dose|open-label|high-dose|low-dose|"
    r"adjuvant|neoadjuvant|"
    r"concurrent|concomitant|sequential|infusional|bolus|weekly|maintenance|induction|consolidation|perioperative|"
    r"preoperative|postoperative|palliative|systemic|"
    r"(?:bolus[ -])?modulated|dose-dense|dose-adjusted|extended|long-term|liposomal|pegylated|intensive|conventional|"
    r"first-line|second-line|\d[\d.,]*[-\s]?(?:mg|g|[µμ]g|mcg|IU|mL)(?:/\w+)?)\s+){0,3}"
)
LIST_OF_DRUGS: Final = (
    rf"⟨[%s]\d+⟩(?:(?:{_TIGHT}|{_BETWEEN}|\s+(?:plus|and|with|combined\s+with)\s+(?:either|both)\s+){LIGHT}⟨[%s]\d+⟩)"
    "{0,30}"
)
DRUGS: Final = LIST_OF_DRUGS % ("DRCP", "DRCP")
_DERIVED: Final = Wording(
    r"(⟨D\d+⟩),?\sand\sits\s(?:[\w-]+\s){0,3}(?:derivatives?|analog(?:ue)?s?|successors?),?\s(?:including\s)?(?=⟨D)"
)
"""`A and its derivatives B and C`."""
_PARTNER_FIRST: Final = Wording(
    rf"^(?:[Ii]n\scombination|[Cc]ombined|[Tt]ogether)\swith\s({LIST_OF_DRUGS % ('DRC', 'DRC')}),\s(⟨D\d+⟩)"
    r"(?=\s(?:is|was|has|can|may|improv\w+|prolong\w+)\s)"
)
"""`In combination with B, A is approved …`."""
_ALONE_OR_WITH: Final = Wording(
    r"\b(alone|as\s(?:an?\s)?(?:monotherapy|single\sagent))\s(?:and|or)\s(?:(?:in\scombination|"
    r"combined)\s)?with\s(?:the\s)?"
    rf"{LIST_OF_DRUGS % ('DRC', 'DRC')}(?=\s(?:in|for|is|was|are|has)\b|[.,;])"
)
"""`A alone or with B` is told of A."""
_LIKE: Final = Wording(r"(⟨[DC]\d+⟩),\s(?:like|similar\sto|as\swell\sas)\s(⟨[DC]\d+⟩)(?:\s\[[\d,; –-]+\])?,")
"""`A, like B, may …` is told of both."""
_RARELY: Final = Wording(
    r"\b(and|or), (?:(?:more|less|very) )?(?:rarely|rare|often|commonly|occasionally),? (?:with )?"
)
_OF_EVENT: Final = Wording(r"(⟨A\d+⟩)\s+(?:associated\s+with|complicated\s+by)\s+⟨A\d+⟩(?:\s+(?:or|and)\s+⟨A\d+⟩)?")
"""`neutropenia associated with fever`: one event."""
_UNKNOWN_ADDED: Final = Wording(
    rf"\b(?:[Tt]he\s+)?(?:[Aa]ddition\s+of|[Aa]dding|"
    rf"[Cc]ombining)\s+(?!⟨)[^⟨⟩.;,]{{1,40}}\s+to\s+(?:the\s+)?{LIGHT}{DRUGS}"
)
"""`the addition of the new drug to B`: what is said is not of B."""
_DESCRIBED_ADDED: Final = Wording(r"\b([Aa]ddition\s+of|[Aa]dding)\s+[^⟨⟩.;,()]{3,60}\s[(](⟨[DR]\d+⟩)[)](?=\s+to\s)")
"""`adding a herbal medicine (A) to B` is adding A."""
_ADDED: Final = Wording(
    rf"\b(?:[Tt]he\s+)?(?:[Aa]ddition\s+of|[Aa]dding|[Cc]ombining)\s+{LIGHT}({DRUGS})\s+to\s+"
    rf"(?:(?:(?:a|the)\s+)?(?:(?:regimen|combination)\s+of\s+)?{LIGHT}({DRUGS})|[^⟨⟩.;,]{{3,40}}?(?=\s+(?:in|for|did|"
    r"does|was|has|improv\w+|prolong\w+|increas\w+)\b))"
)
_WHEN_ADDED: Final = Wording(
    rf"({DRUGS})\s+when\s+added\s+to\s[^.;:]{{3,200}}?(?=\s(?:significantly\s+)?(?:improv|prolong|increas|"
    rf"did\s+not|does\s+not))"
)
_ADDED_AT_LAST: Final = Wording(
    r"(⟨[DRC]\d+⟩)(\s(?:(?:significantly|also|further|can|may|might)\s)*(?:improv|prolong|increas|extend|enhanc|"
    r"reduc)\w*\s(?:[^.;⟨⟩]|⟨[SEBLT]\d+⟩){3,160}?)\s(?:when|if)\s(?:added\sto|(?:combined|given)\swith|"
    rf"(?:used|given)\sin\scombination\swith)\s(?:the\s)?{LIGHT}({DRUGS})"
)
"""`A improves survival when added to B`."""
_ADDED_TO: Final = Wording(
    rf"({DRUGS})\s+(?:was\s+|were\s+)?(?:as\s+an?\s+)?(?:added|"
    rf"add-on)\s+(?:therapy\s+)?to\s+(?:the\s+)?{LIGHT}({DRUGS})"
)
_COMPARED_FIRST: Final = Wording(
    r"\b(?:(?:[Ii]n [Cc]omparison|(?:[Aa]s )?[Cc]ompared|[Ii]n contrast)\s+(?:with|to)|[Uu]nlike)\s+(?:the\s+)?"
    rf"{LIGHT}{DRUGS}[^⟨⟩.;,]{{0,30}},\s+"
)
COMPARING: Final = Wording(
    rf"\b([Cc]ompar(?:e|ed|ing|es)\s+(?:[^⟨⟩.;,]{{0,60}}?(?:of|with)\s+)?{LIGHT}{DRUGS})\s+(?:with|"
    rf"to)\s+(?={LIGHT}⟨[DRCP])"
)
_OF_DISEASE: Final = re.compile(
    r"⟨[DCP]\d+⟩[-–](?=⟨S)|⟨S\d+⟩(?:[- ]|[-–](?:associated|related|induced|infected|driven)\s+|\s+(?:from|of|due to|"
    r"secondary to)\s+"
    r"(?:the\s+)?)(?=⟨S)"
)
"""`HIV-associated lymphoma`, `metastases from colorectal cancer`, `A-refractory leukemia`: the latter is treated."""
_AT_RISK: Final = re.compile(r"⟨S\d+⟩(?=\s+(?:risk|incidence|screening)\b)")
"""`breast cancer risk` is no breast cancer that is treated."""
_OF_ITS_RISK: Final = Wording(
    r"\b((?:reduc|decreas|lower|increas|rais|doubl)(?:es?|ed|s|ing)|(?<=associated\swith\s)lower|"
    r"(?<=associated\swith\sa\s)lower|(?<=may\s|can\s|not\s)(?:reduce|lower|increase|raise))\s(?:the\s)?(?:[\w-]+\s){0,2}?(⟨S\d+⟩)\s(?:risk|incidence)\b"
)
_PREVENTION: Final = re.compile(r"(⟨S\d+⟩)\s+(?:chemo)?prevention\b")
_DOSE: Final = r"\d[\d.,]*(?:[-–]\d[\d.]*)?\s?(?:mg|[µμ]g|mcg|g|IU|units)(?:/\w+){0,2}"
_OFTEN: Final = (
    r"(?:\s(?:(?:once|twice)\s(?:daily|weekly|monthly|(?:per|a)\sday)|daily|weekly|monthly|Q\dW|every\s(?:\d\s)?\w+))"
)
_DOSED: Final = Wording(
    rf"(⟨[DR]\d+⟩)(?:\s(?:at|in)\s(?:an?\s|the\s)?(?:[\w-]+\s)?doses?\sof)?\s{_DOSE}{_OFTEN}?"
    rf"(?:(?:,|\sand|\sor|,\sand)\s{_DOSE}{_OFTEN}?){{0,3}}(?=\s[a-z])"
)
"""`A at a dose of 500 mg twice daily is …` is told of A."""


def plain(text: str) -> str:
    """Make `the addition of A to B` into `adding: A plus B`, `comparing A with B` into `comparing A versus B`.

    What a sentence begins with only to set its subject against (`Compared with B, A …`) is left out.
    """
    text = _ALONE_OR_WITH.sub(r"\1", _DERIVED.sub(r"\1 and ", text))
    text = _DOSED.sub(r"\1", text)
    text = _PARTNER_FIRST.sub(r"\2 in combination with \1", text)
    text = _LIKE.sub(r"\1 or \2", _RARELY.sub(r"\1 ", text))
    text = _OF_EVENT.sub(r"\1", _UNKNOWN_ADDED.sub("adding", _DESCRIBED_ADDED.sub(r"\1 \2", text)))
    text = _ADDED.sub(lambda m: f"adding: {m[1]} plus {m[2]}" if m[2] else f"adding: {m[1]}", text)
    text = _WHEN_ADDED.sub(r"adding: \1", text)
    text = _ADDED_TO.sub(r"adding: \1 plus \2", _ADDED_AT_LAST.sub(r"adding: \1 plus \3\2", text))
    text = _PREVENTION.sub(r"prevention of \1", _OF_DISEASE.sub("", _COMPARED_FIRST.sub("", text)))
    text = _AT_RISK.sub("disease", _OF_ITS_RISK.sub(r"\1 the risk of \2", text))
    return COMPARING.sub(r"\1 versus ", text)
