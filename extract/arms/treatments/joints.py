"""What stands between two treatments: whether they are given together, or set against each other."""

import re
from functools import lru_cache
from typing import Final, Literal

from ...people import PEOPLE
from ...wordings import Wording
from ..slots import HOW_OFTEN, HOW_OFTEN_WITH

Relation = Literal["join", "or", "apart", "optional", ""]
"""How a treatment stands to the one before: `apart` is set against it and shares nothing with it."""
_JOIN: Final = re.compile(
    r"(?:\bplus\b|\band\b|\bwith\b|\bin combination with\b|\bcombined with\b|\btogether with\b|\badded\b|"
    r"\bfollowed by\b|\b(?:in )?addition\b|\b(?:on )?top\b|\badd-?(?:on)?\s|\badjunct(?:s|ive(?:ly)?)?\b|"
    r"\bthen\b|[-–—‐/+,&])",
    re.IGNORECASE,
)
_ALTERNATIVE: Final = re.compile(
    r"\b(?:or|versus|vs|v|(?:(?:was|were) )?(?:compared|contrasted) (?:with|to|against)|in comparison (?:with|to)|"
    r"(?:(?:was|were) )?(?:tested|evaluated|assessed|studied|examined|investigated|pitted) (?:against|versus|vs)|"
    r"(?:(?:is|was|be|would be) )?(?:superior|(?:non-?)?inferior)(?: to)?|than|against|over|"
    r"alone|monotherapy(?=\s*(?:[,;(]|or\b|and\b|vs|versus\b)))\b|;",
    re.IGNORECASE,
)
OR_HOW_OFTEN: Final = re.compile(rf"\bor\s+(?={HOW_OFTEN_WITH}){HOW_OFTEN}", re.IGNORECASE)
"""`A daily or weekly, with B`: how often is the choice, and B is given with A."""
_OPTIONAL: Final = Wording(
    r"\bwith(?:\s*\([^()]*\))? (?:or|and) without\b|\balone,? or (?:followed|preceded) by\b|"
    r"\b(?:alone,? )?or (?:combined |in combination |together )?with\b|"
    r"\+/-|±|\bwith/without\b",
    re.IGNORECASE,
)
_QUALIFIER: Final = re.compile(
    r"\b(?:(?:peri|intra|pre|post)-?operative(?:ly)?|boosted|oral(?:ly)?|intravenous(?:ly)?|subcutaneous(?:ly)?|intramuscular|long|acting|depot|iv|sc|i\.v\.|p\.o\.|i\.m\.|intravesical|"
    r"HCl|hydrochloride|mesylate|maleate|phosphate|sulfate|sulphate|tartrate|citrate|sodium|potassium|axetil|fumarate|succinate|besylate|acetate|bromide|"
    r"infusions?|bolus|push|min|minutes?|in|one|two|three|weekly|daily|once|twice|low|high|small|doses?|standard|fixed|modified|conventional|"
    r"continuous|infusional|pegylated|liposomal|maintenance|adjuvant|concurrent(?:ly)?|sequential|concomitant(?:ly)?|"
    r"simultaneously|continuing|subsequent|optional|predeclared|background|investigational|best|available|"
    r"(?:first|second|third)[- ]line|salvage|transcatheter|(?:intra-?)?arterial|using|"
    r"loaded|nanoparticles?|formulation|radical|traditional|definitive|induction|consolidation|open|label|matching|matched|single|agent|active|either|the|same|six|eight|four|cycles?|tablets?|capsules?|"
    r"chemotherapy|therapy|treatment|regimen|hormonal|based|drugs?|doublet|compound|inhibitor|antibody|receive|assigned|given|alone|up|to|of|as|an)\b|-",
    re.IGNORECASE,
)
_ROUTE_OR_FORM: Final = re.compile(
    r"\b(?:intranasal|intravitreal|intrathecal|epidural|transdermal|sublingual|buccal|rectal|vaginal|topical|inhaled|"
    r"nebuli[sz]ed|intra-?articular|intradermal|intraperitoneal|injections?|preparation|solution|cream|gel|ointment|(?:mouth)?rinse|"
    r"mouthwash|gargle|paste|spray|drops|patch|suppository|lozenges?|syrup|suspension|lotion|foam|implant)\b",
    re.IGNORECASE,
)
_DOSE: Final = re.compile(
    r"\([^()]*\)|\[[^\[\]]*\]|"
    r"(?<!\d[.,])\d[\d.,]*+(?:\s*(?:to|or|-|–)?\s*\d[\d.,]*+){0,9}[\s-]*(?:mg|g|mcg|[µμ][gM]|IU|U|Gy|GBq|MBq|mCi|MU|mL)\b"
    r"(?:\s*(?:/|per)\s*(?:m\s?\(?2\)?|m²|kg|day|d|hr?|min)\b)*(?:\s*bodyweight)?|"
    r"\bAUC\s*\d+|\d\s*[xX\u00d7]\s*(?=\d)|"
    r"\b(?:at|intervals?|once|twice|three times|times|every|on|per|a|each|days?|weeks?|cycles?|hours?|h|"
    r"q\d?\w*|bid|tid|qd|D\d+|for|from|over|of|to|until|months?|years?)\b|\d+",
    re.IGNORECASE,
)
_AMOUNT: Final = re.compile(
    r"\s+\d[\d.,]*\s*(?:mg|g|mcg|[µμ][gM]|IU|U|Gy|mL)\b(?:\s*/\s*\w+)*(?:\s+(?:orally|iv|sc|po|intravenously|subcutaneously|daily|weekly|"
    r"monthly|once|twice|a|per|day|week|month|every|\d+|weeks?|days?|months?)\b)*"
)
_NEXT_ARM: Final = re.compile(
    rf"[\w\s()./-]{{0,30}}?(?:\band\b|[,;](?:\s*and\b)?)\s*\d[\d,]*\s+(?:\([^()]*\)\s+)?(?:{PEOPLE} )?"
    r"(?:(?:were )?(?:randomly )?(?:assigned|allocated|randomi[sz]ed) )?"
    r"(?:in|on|to(?: receive)?|receiving|received|(?:were )?treated with|given)\s(?:the )?"
)
_OTHER_PATIENTS: Final = re.compile(
    rf"[\w\s()./%-]{{0,40}}?\band\s(?:those|(?:other\s)?{PEOPLE})\s(?:who\s)?(?:had\s|were\s)?"
    r"(?:received|receiving|treated with|given|taking|assigned to(?: receive)?)\s(?:the )?"
)
"""`patients who received A and those who received B`"""
_DESCRIBED: Final = re.compile(
    r"\b(?:or|versus|vs)\s+(?:(?!(?:patients|women|men|those|who|after|before|previous|prior|without|no|not|both|if|as|when|"
    r"for|in|at|until|placebo|control|death|toxicity)\b)[a-z][a-z-]+\s+){1,2}$"
)
"""`or conformal`, `versus primary`: what describes the treatment that follows."""
_ENUMERATED: Final = re.compile(
    r"(?:[,;]|\bor\b|\band\b)\s*[(\[](?:[A-H]|[a-h]|[1-9]|[iI]{1,3}|[iI]?[vV]|[vV][iI]{1,3})[)\]]\s*$"
)
"""`, (ii)`: the next of a numbered list."""
_COUNTED: Final = re.compile(
    r"(?:\s\d[\d.,]*\s?(?:mg|g|mcg|[µμ]g|IU|U|mL)\b(?:/\w{1,4}){0,3}(?:\s(?:daily|weekly))?)?"
    r"\s*(?:\([^()]*\)\s*)?(?:alone\s*)?(?:,|\band\b)\s*(?:and\s+)?\d{2,4}(?:,\s+|\s+)(?:received\s+)?"
)
"""`177 patients received A, 179 B`, `and 179, B`: a number of patients before each."""
_VALUE: Final = re.compile(
    r"(?:\b(?:and|or|vs\.?|v|versus|than|with|to)|,)\s+(?:an?\s+median\s+of\s+)?\d[\d.]*\s*(?:months?|weeks?|years?|days?|%)"
    r"\s+(?:with|for|in|on|after|among)\b"
    r"|\b(?:and|vs\.?|v|versus|than)\s+[-−–]?(?:\d+\.\d+|\d+(?=\s?(?:h|min|mm|points|letters|kg|[mµμ]mol|m?g/dL|L|[(\[](?!n))))"
    r"\s?(?:hours?|h|min(?:utes)?|mm\s?Hg|points|letters|kg|[mµμ]mol/L|m?g/dL|L)?\s?(?:[(\[](?!n\b)[^()\[\]]*[)\]]\s)?"
    r"(?<=\s)(?:with|for|in|on|after|among)\b",
    re.IGNORECASE,
)
"""`10 months with A and 12 months with B`, `and 69 h (53-89) with B`: each has a value of its own."""
_RESULT: Final = re.compile(
    r"[(\[](?:\s*\d[\d.,/]*\s?%|\s*\d+\s*[(\[/;,]\s*\d[\d.]*\s?%|[^()\[\]]*\b(?:ratio|HR|OR|RR|CI)\b|\s*[pP]\s?[<=≤])"
)
"""`A (HR 0.5) and B (HR 0.6)`, `A (12%) and B (20%)`: what has a result of its own is given alone."""
_SIZED: Final = re.compile(
    rf"(?:\s*(?:alone\s)?[(\[]\s*(?:[nN]\s?=\s?\d[\d,]*|\d[\d,]*)(?:\s{PEOPLE})?|"
    r"(?:\s+\d[\d.,]*\s?[\w/]+)?\s*[(\[](?:(?:[Gg]roup|[Aa]rm)\s[\w.+]{1,6}|[A-Z][\w.+]{0,5}\s(?:group|arm)))\s*[)\]]"
    r"\s*(?:[,;]\s*(?:and\s+)?|and\s+)(?:\d+\s+(?:cycles|courses)\s+of\s+)?(?:(?!or\b|plus\b|with\b|followed\b)[a-z-]+\s+){0,2}"
)
"""`A (n = 20), B (n = 21), and C (group X)`: what has its own number of patients, or sign, is an arm."""
_WITHOUT: Final = re.compile(r"\bwithout\s*$", re.IGNORECASE)
"""`A with B or without B`"""
_STOP: Final = re.compile(r"\b(vs|v)\.", re.IGNORECASE)
_LINE: Final = re.compile(r"\b(?:(?:first|second|third)-line|standard-of-care)\b", re.IGNORECASE)
"""`A as first-line chemotherapy`: its hyphen joins nothing."""
_DOTTED: Final = re.compile(r"\b([ips])\.\s?([cmov])\.", re.IGNORECASE)
"""`i.v.`, `p.o.`: their stops end no sentence."""
_APPOSITION: Final = re.compile(r",\s*(?:an?|the|which)\s+[^,;.]{3,80},", re.IGNORECASE)
_GAVE_WAY: Final = Wording(
    r"\bwith\s+(?:the\s+)?[\w-]+\s+(?:(?:is|was|being)\s+)?(?:replaced|substituted)\s+(?:by|with)\b", re.IGNORECASE
)
"""`R-CHOP with A replaced by B`: B is given with the rest."""
_ONCE_OR_TWICE: Final = re.compile(r"\b(?:single|one)(?:\sor\s|\s?/\s?)(?:double|two|tandem)\b", re.IGNORECASE)
"""`A plus single or double B`: how often is no choice."""
_SQUARE: Final = re.compile(r"\bm\s?\(2\)")
"""`mg/m (2)`: the exponent in a bracket of its own."""
_CONCENTRATION: Final = Wording(
    r"(\b(?:plus|with|or|and)|\+|,)\s+(?:\d[\d.]*\s?mL\s+(?:of\s+)?)?\d+(?:\.\d+)?\s?%\s+$", re.IGNORECASE
)
"""`plus 2% A`, `+ 1 mL 0.5% A`: how strong its solution is."""
_BRACKET: Final = re.compile(r"\((?:[^()]|\([^()]*\))*\)|\[[^\[\]]*\]")
_NEXT_KIND: Final = re.compile(
    r"\s*[)\]]\s*(?P<joint>,|,?\s*\bor)\s+(?:an?\s+)?(?:(?!or\b|and\b|plus\b)[^\W\d][\w-]*\s+){1,4}[(\[]\s*"
)
"""`a statin (A), a beta blocker (B)`: what stands between two drugs that are each named behind its kind."""


@lru_cache(maxsize=256)
def relation_of(between: str) -> Relation:
    """How two drug mentions stand to each other: empty when nothing binds them.

    >>> relation_of(" 75 mg/m2 plus "), relation_of(" or ")
    ('join', 'or')
    """
    between = OR_HOW_OFTEN.sub("", _ONCE_OR_TWICE.sub(" ", _GAVE_WAY.sub("with", _without_kind(between))))
    if _OPTIONAL.search(between):
        return "optional" if len(between) < 60 else ""
    if _SIZED.fullmatch(between):
        return "apart"
    if _COUNTED.fullmatch(between):
        return "apart"
    if _ENUMERATED.search(between):
        return "or"
    if _VALUE.search(between) or _RESULT.search(between):
        return ""
    between = _CONCENTRATION.sub(r"\1 ", between)
    between = _STOP.sub(r"\1", _DOTTED.sub(r"\1\2", between))
    between = _APPOSITION.sub(" ", _BRACKET.sub(" ", _SQUARE.sub("m2", between.replace("and/or", "and"))))
    if _NEXT_ARM.fullmatch(between) or _OTHER_PATIENTS.fullmatch(between):
        return "or"
    if re.search(r"\.\s|:\s(?!\d)|\b(?:before|during) or (?:after|during)\b", between) or len(between) > 160:
        return ""
    rest = _DOSE.sub(" ", _LINE.sub(" ", between))
    if _ALTERNATIVE.search(rest):
        return "or" if _is_bare(_ALTERNATIVE.sub(" ", rest)) or _is_bare(_DESCRIBED.sub("", rest)) else ""
    if not _JOIN.search(rest):
        return ""
    return "join" if not _QUALIFIER.sub(" ", _JOIN.sub(" ", rest)).strip(" ,-–/+():") and len(rest.strip()) < 45 else ""


def _without_kind(between: str) -> str:
    """What joins two drugs that are each named in a bracket behind its kind.

    >>> _without_kind("), a beta blocker (")
    ', '
    """
    kind = _NEXT_KIND.fullmatch(between)
    return f"{kind['joint']} " if kind else between


def _is_bare(words: str) -> bool:
    """Whether words between treatments tell no more than how they are given."""
    words = _WITHOUT.sub(" ", words)
    return not _JOIN.sub(" ", _QUALIFIER.sub(" ", _ROUTE_OR_FORM.sub(" ", words))).strip(" ,()[]")


def without_doses(between: str) -> str:
    """The words between two treatments without brackets, amounts and how often they are given.

    >>> without_doses(" 60 mg iv every 3 months with ")
    ' with '
    """
    plain = _BRACKET.sub("", _SQUARE.sub("m2", between))
    return _AMOUNT.sub("", plain)


@lru_cache(maxsize=256)
def joint_of(between: str) -> str:
    """The bare words between two treatments given together: `,`, `and`, `/`; doses and manners left out.

    >>> joint_of(" 75 mg/m2 and oral ")
    'and'
    """
    plain = _CONCENTRATION.sub(r"\1 ", _BRACKET.sub(" ", _SQUARE.sub("m2", _without_kind(between))))
    rest = _QUALIFIER.sub(" ", _DOSE.sub(" ", plain))
    return "-" if between == "-" else " ".join(rest.split()).casefold()
