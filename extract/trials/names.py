"""How trials are named: the build of acronyms, the wordings that mark them, and the forms of registry numbers."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc

from ...ontology.facts import Concept
from ...ontology.lexicon import load_lexicon
from ..cleaning import clean
from ..passages import Mention, sentences_of, text_of
from ..people import PEOPLE
from ..wordings import Wording
from .told_of import told_of

REGISTRY_NUMBER = re.compile(
    r"""\bNCT\d{8}(?=[A-Z][a-z]{2}) | \b(?:
      International\ Standard\ Randomi[sz]ed\ Controlled\ (?:Trials?\ )?Number,?:?\s(?:ISRCTN\s?)?\d{8} |
      NCT[\s-]?0?\d{7,8} | ISRCTN[\s-]?\d{6,8} | (?:JPRN[\s-])?UMIN[\s-]?(?:CTR[\s-]?)?C?0\d{8} | jRCTs?\d{9,10}
    | (?:JPRN[\s-])?JapicCTI[\s-]?\d{6} | ChiCTR[\w-]{0,20}\d{6,10} | ACTRN\d{14}p? | CTRI/\d{4}/\d{2,3}/\d{6}
    | UMIN\ Clinical\ Trials?\ Registry(?:\ (?:[Nn]umber|ID))?[:,]?\ (?:UMIN)?C?0\d{8}
    | DRKS\d{8} | NTR\s?\d{3,5} | KCT\d{7} | IRCT\d{8,}N?\d* | TCTR\d{8,} | PACTR\d{12,} | RBR[\s-][a-z0-9]{6,7}
    | (?:19|20)\d\d[-–]5\d{5}[-–]\d\d[-–]\d\d | (?:19|20)\d\d[-–]\d{6}[-–]\d\d
    )(?![\w/])""",
    re.VERBOSE,
)
STUDY = r"(?:[Tt]rials?|[Ss]tud(?:y|ies)|[Pp]rogramme?)\b"
_WORD = (
    r"(?:(?=[A-Z][\w-]{0,40}?[A-Z])[A-Z][A-Za-z0-9]*+(?:[-–/][A-Za-z0-9]++){0,4}"
    r"|(?!(?:Phase|Grade|Stage|Level|Part|Study|Cohort|Group|Type|Arm|Table|Week|Day|Cycle|Covid)-)"
    r"[A-Z][a-z]{3,}-\d{1,3})"
)
_NAME = rf"(?P<name>(?:(?<=[Tt]he )New )?{_WORD}(?:[ -](?:{_WORD}|\d{{1,4}}[A-Za-z]?)(?![\w%.])){{0,3}})"
_OTHER_NAME = _NAME.replace("?P<name>", "?:")
_MAKE = r"(?:[Pp]hase\s+\S+|clinical|extension|pivotal|registration(?:al)?|randomi[sz]ed|controlled|open-label)"
_GROUP = (
    r"(?:ABCSG|ACOSOG|ACRIN|AGITG|AGO|AIO|ALLG|AMLCG|AMLSG|ANZBCTG|ANZGOG|ARO|BCIRG|BIG|BMT CTN|CALGB|CCG|CCOG|CCTG|"
    r"CECOG|COG|DBCG|DCCG|DSHNHL|ECOG(?:-ACRIN)?|EORTC|FFCD|FNCLCC|GBG|GEICAM|GELA|GERCOR|GETUG|GFPC|GHSG|GIMEMA|GISCAD|GMALL|GOELAMS|"
    r"GOG|HeCOG|HORG|HOVON|IBCSG|IELSG|IFCT|IFM|JALSG|JBCRG|JCOG|KCSG|KGOG|LYSA|NCCTG|NCIC(?:[ -]CTG)?|NRG|NSABP|NSGO|"
    r"NVALT|PETHEMA|POG|PRODIGE|RTOG|SAKK|SBG|SIOP|SOLTI|SWOG|TROG|WJOG|WJTOG|WSG)"
)
"""Cooperative groups, which number their trials; other names beside a number need the word `trial`."""
_NUMBERED = re.compile(
    rf"(?<![\w-])(?P<name>{_GROUP}(?:/{_GROUP})?[ -](?!PS|QLQ|C30|BR23|LC13|(?:19|20)\d\d(?![-–/\d]))(?=[\w/–-]{{3}})"
    r"(?=\w*[A-Z0-9]\d\d|\w+[-–/]\d\d|[A-Z]{1,3}-\d)(?:[A-Z]{1,4}-?)?\d{1,5}(?:[-–/]\d{1,5})*[A-Z]?)"
    r"(?![\w%]|[./]\d|[-–]\w)"
)
_PROGRAMME = Wording(
    r"(?<![\w-])(?P<name>(?:ATTRACTION|CARTITUDE|CheckMate|DESTINY|IMbrave|IMmotion|IMpassion|IMpower|IMvigor|JAVELIN"
    r"|KEYNOTE"
    r"|KarMMa|LUX-Lung|MONALEESA|ORIENT|PALOMA|RATIONALE|TOURMALINE|TROPION"
    r"|ZUMA)[ -]?(?:[A-Z][A-Za-z]*-?)?\d{1,3}[A-Z]?)(?![\w%])"
)
"""Programmes of trials, which number them."""
_CAPITALS = rf"(?!{_GROUP}\b)(?=[A-Z][A-Z\d-]{{3,20}}\b)"
"""No group's name, nor that of a drug or device such as `FemCap`."""
_NAMING = tuple(
    Wording(pattern)
    for pattern in (
        rf"(?<![\w-]){_NAME}(?:,?\s+{_MAKE}){{0,4}}\s+{STUDY}",
        rf"{STUDY}(?:\s+of\s+[^().]{{3,80}})?\s*[(\[]\s*(?:the\s+)?{_NAME}\s*[)\];,]",
        rf"(?<![\w-]){_NAME}(?:,\s+|\s+(?:is|was)\s+|\s+\()(?:an?|the)\s+(?:[\w/-]+,?\s+){{0,9}}{STUDY}",
        rf"(?<![\w-]){_NAME}(?=(?:,?\s+(?:and|or)|,)\s+{_OTHER_NAME}\s+{STUDY})",
        rf"\b{STUDY}\s+(?:number\s+|no\.?\s+)?(?P<name>[A-Z]{{1,2}}\d[A-Z0-9]\d{{2,4}})(?![\w-])",
        _NUMBERED.pattern,
        _PROGRAMME.pattern,
        rf"\(\s*{_NAME}\s*\)\s+(?:{_MAKE}\s+){{0,3}}{STUDY}",
        rf"(?<![\w-]){_CAPITALS}{_NAME}\s+(?:compared(?!\s(?:with|to))|evaluated|enrolled|randomi[sz]ed|tested|investigated|recruited|met\s+its\s+primary)\b",
        rf"(?:^|[.;:]\s+|\n\s*)In\s+{_CAPITALS}{_NAME},\s+(?=\d[\d,]*\s+{PEOPLE}\b)",
        rf"[(\[]\s*{_NAME}[,;]\s+(?:an?\s+|the\s+)?(?:[Pp]hase\s+[\dI]|randomi[sz]ed|double-blind|open-label|multicent)",
        rf"\b(?:results|findings|data|analysis)\s+(?:of|from)\s+(?:the\s+)?{_CAPITALS}{_NAME}(?=[.,;:)])",
        rf"(?:known\s+as|called|named|with\s+the\s+name|[Aa]cronym:?)\s+(?:the\s+)?{_NAME}",
        rf"(?<![\w-])(?<!refractory )(?<!resistant )(?<!advanced )(?<!metastatic )(?<!relapsed )(?<!patients with )"
        rf"{_NAME}(?:\s*[(\[;,]\s*(?:[\w.]+\s+){{0,3}}[\w.:,]*\s*|\s+ClinicalTrials\.gov\s+(?:number|identifier)[,:]?\s+)NCT\d{{8}}",
    )
)
_DATELINE = (
    r"\W*[A-Z][A-Z .'-]{2,30},\s(?:[A-Z][\w.]*,?\s){0,2}(?:and\s[A-Z .'-]+,?\s)?"
    r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}\b|\([A-Z]|/PR|--|[—–-]\s|[A-Z][a-z]+\.$)"
)
"""`PARIS, December 3, 2023 -`: where a news item was written."""
_TITLE_NAMING = (
    re.compile(rf"\(\s*(?:the\s+)?{_NAME}(?:\s+(?:trial|study))?\s*\)\s*(?:[:.]|$|{STUDY})"),
    re.compile(rf"\(\s*{_NAME}(?=\s+and\s+{_OTHER_NAME}\s*\))"),
    re.compile(rf"\(\s*{_OTHER_NAME}\s+and\s+{_NAME}\s*\)"),
    re.compile(rf":\s+(?:the\s+)?{_CAPITALS}{_NAME}\s*$"),
    re.compile(rf"^(?!{_DATELINE})\W*{_NAME}(?=[:,]|\s+(?:final|trial|study|results))"),
)
_SUBTITLE = re.compile(rf"(?m)^.{{20,250}}\({_NAME}\):\s(?:[\w-]+,?\s){{1,9}}?{STUDY}.*$")
_OTHER_WORDS: Final = frozenset(
    "RCT RCTs ITT US USA UK EU FDA EMA NIH NCI CI HR OR RR SD IQR AE AEs SAE SAEs TEAE TEAEs DNA RNA PET "
    "ASCO ESMO ASH EHA SABCS WCLC AACR ELCC IMS IMW "
    "MRI CT ECOG WHO NICE NHS IRB SWOG EORTC CALGB NSABP GOG RTOG HIV PK PD QOL QoL ClinicalTrials EudraCT PubMed "
    "MEDLINE BACKGROUND INTRODUCTION PURPOSE PATIENTS METHODS METHOD RESULTS FINDINGS CONCLUSION CONCLUSIONS "
    "DISCUSSION INTERPRETATION FUNDING TRIAL STUDY DESIGN PHASE SETTING AIM AIMS OBJECTIVE OBJECTIVES ABSTRACT "
    "WARNING WARNINGS PRECAUTIONS INDICATION INDICATIONS CONTRAINDICATIONS USAGE DOSAGE ADMINISTRATION ADVERSE "
    "REACTIONS IMPORTANT SAFETY INFORMATION HIGHLIGHTS SUMMARY CLINICAL REGISTRATION AND OF IN FOR WITH THE LAY "
    "MATERIALS TITLE".split()
)
_MOST = 300
"""Names of trials in one document, at most; of more, the most frequent ones count."""
_PLAIN_WORDS = re.compile(r"[A-Z][a-z]*(?:[-–/ ][A-Za-z][a-z]+)*")
_SPELLED_OUT = re.compile(r"\b[A-Z][A-Z0-9-]{2,}\s*[(\[]\s*[\w-]+\s+(?:[\w-]+\s+)*$")
"""Within `TRANSCEND (Telmisartan Randomised AssessmeNt Study …)`."""
_DESIGN = re.compile(r"(?i)placebo|controlled|random|blind|proof-of|plus|only|versus|label")
_NUMBERS = frozenset({"II", "III", "IV"})
_ROMAN = re.compile(r"[IVX]+[ABab]?(?:/[IVX]+[ABab]?)?")


def normal_number(raw: str) -> str:
    """Write a registry number without spaces and with plain hyphens.

    >>> normal_number("ISRCTN 12345678"), normal_number("International Standard Randomised Controlled Number 12345678")
    ('ISRCTN12345678', 'ISRCTN12345678')
    """
    if raw.startswith("International"):
        return f"ISRCTN{raw[-8:]}"
    if "Registry" in raw:
        return f"UMIN{raw[-9:]}"
    return re.sub(r"^NCT-", "NCT", re.sub(r"\s", "", raw).replace("–", "-"))


def trial_names(doc: Doc, title: str) -> dict[str, str]:
    """Find every acronym that some wording marks as a trial's, each with the name that it is a variant of."""
    found = Counter(dict(Counter(_named(doc, title)).most_common(_MOST)))
    return {name: _full_name(name, found) for name in found}


def title_of(text: str, given: str) -> str:
    """Give the title, cleaned as the text is; else the line that names the trial in brackets, or the text's head."""
    if given:
        return clean(given).text.strip()
    subtitle = _SUBTITLE.search(text)
    head = re.split(r"\n\s*\n|(?<=[a-z)]\.)\s", text.lstrip()[:400], maxsplit=1)[0]
    return subtitle[0] if subtitle else head


def title_names(title: str, names: dict[str, str]) -> tuple[str, ...]:
    """Give the trials that the title names, in order."""
    spots = sorted((match.start(), names[name]) for name in names for match in pattern_of(name).finditer(title))
    return tuple(dict.fromkeys(name for _, name in spots))


def pattern_of(name: str) -> re.Pattern[str]:
    """Find a name where it stands alone; a number that belongs to a longer name (`LUX-Lung 3`) is not passed over."""
    follows = r"(?![\w-]|\s\d{1,3}\b(?!\s*(?:%|patients)))" if name[-1].isalpha() else r"(?![\w-])"
    return re.compile(rf"(?<![\w-]){re.escape(name)}{follows}")


def _named(doc: Doc, title: str) -> Iterator[str]:
    text = text_of(doc)
    concepts = {m.text for s in sentences_of(doc) for m in s.mentions if _is_listed(m) or not _is_study(m.text, text)}
    drugs = {m.text for sentence in sentences_of(doc) for m in sentence.mentions if m.kind == "Drug"}
    abbreviations: dict[str, str] = doc._.abbreviations
    for part, patterns in ((title, (*_TITLE_NAMING, *_NAMING)), (text, _NAMING)):
        for matches in (*(pattern.finditer(part) for pattern in patterns), told_of(doc, part)):
            for match in matches:
                name = _trimmed(match["name"], concepts)
                stands_for = abbreviations.get(name, "study")
                if (
                    name
                    and not _is_treatment(name, text)
                    and (
                        _PROGRAMME.fullmatch(name)
                        or not _names_drug(part, match.start("name"), drugs)
                        or _is_study(name, text)
                    )
                    and (name.isupper() or not _SPELLED_OUT.search(part[: match.start("name")][-200:]))
                    and (
                        re.search(r"\b(?:trial|study)", stands_for, re.I)
                        or _is_called_study(name, text)
                        or _PROGRAMME.fullmatch(name)
                    )
                ):
                    yield name


def _is_treatment(name: str, text: str) -> bool:
    """Whether patients are given what the name stands for: `received XELIRI`, `the XELIRI arm`."""
    if load_lexicon().trial(name) is not None:
        return False
    word = rf"(?<![\w-]){re.escape(name)}(?![\w-])"
    return re.search(rf"\b(?:receiv\w+|given)\s+{word}|{word}\)?\s+(?:arms?|groups?|regimens?)\b", text) is not None


def _names_drug(text: str, start: int, drugs: set[str]) -> bool:
    """Whether a name stands in a bracket right behind a drug: `tarlatamab (AMG 757)`."""
    before = text[:start].rstrip()
    return before.endswith("(") and before[:-1].rstrip().rpartition(" ")[2] in drugs


def _is_listed(mention: Mention) -> bool:
    """Whether the lexicon knows what a mention names; other names may be those of trials."""
    return not isinstance(mention.concept, Concept) or load_lexicon().entry(mention.concept) is not None


def _is_called_study(name: str, text: str) -> bool:
    called = rf"(?<![\w-]){re.escape(name)}\)?\s+(?:clinical\s+)?{STUDY}"
    return re.search(called, text) is not None or _is_study(name, text)


def _is_study(name: str, text: str) -> bool:
    """Whether a name stands in a bracket behind `study`, in a title before what kind it is, or only before `study`."""
    word = re.escape(name)
    if name[-1].isdigit() and not re.search(rf"(?<![\w-]){word}(?![\w-]|\s+{STUDY})", text):
        return True  # the GEN501 study, built like the code of a drug
    told = rf"\b{STUDY}\s+\((?:the\s+)?{word}\)|\({word}\):\s(?:[\w-]+,?\s){{1,9}}?{STUDY}"
    return f"({name})" in text and re.search(told, text) is not None


def _trimmed(name: str, concepts: set[str]) -> str:
    """Take off the words that can't belong to an acronym; empty where nothing is left."""
    known = load_lexicon().trial(name) is not None or any(p.fullmatch(name) for p in (_NUMBERED, _PROGRAMME))
    words = name.split()
    while words and not known and _is_other(words[0], concepts):
        words = words[1:]
    while words and not known and _is_other(words[-1], concepts) and not _is_numbered(words, concepts):
        words = words[:-1]
    kept = " ".join(words)
    looks_right = (
        len(kept) > 2
        and not kept.isdigit()  # ASCO 2024
        and not any(p.fullmatch(kept) for p in (_PLAIN_WORDS, REGISTRY_NUMBER))
        and not _DESIGN.search(kept)
    )
    return kept if known or (looks_right and kept not in concepts) else ""


def _is_other(word: str, concepts: set[str]) -> bool:
    letter = len(word) < 2 and not word.isdigit()
    return letter or word in _OTHER_WORDS or word in concepts or _ROMAN.fullmatch(word) is not None


def _is_numbered(words: list[str], concepts: set[str]) -> bool:
    """Whether the last word is the number of the trial that the one before names: `ProBONE II`."""
    return len(words) > 1 and words[-1] in _NUMBERS and not _is_other(words[-2], concepts)


def _full_name(name: str, found: Counter[str]) -> str:
    """Choose among variants: `IsKia` for `EMN24 IsKia` where both stand, `ICARIA-MM` for `ICARIA`, `A/B` for `A`."""
    for other in sorted(found):
        if name.endswith(f" {other}") and not other[0].isdigit() and not name.startswith("New "):
            return other
        if re.fullmatch(rf"{re.escape(name)}-[A-Z]+", other):
            return other
        names = other.split("/")
        if other != name and name in names and all(re.search("[A-Za-z]", part) for part in names):
            return other
        if other == f"New {name}":
            return other
        if other.lower() == name.lower() and found[other] > found[name]:
            return other
    return name
