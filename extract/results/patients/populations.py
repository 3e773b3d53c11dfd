"""Parts of an arm that a figure is for: `patients with del(17p)`, `the Europe subgroup`, `women aged 65 or older`.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from typing import Final

from ....ontology.facts import Concept
from ...annotated import AnnotatedText
from ...number_words import WORD_NUMBER
from ...people import PEOPLE
from ...wordings import Wording
from .disease_parts import disease_parts
from .doses import parts_by_dose
from .openings import openings
from .places import parts_by_place
from .sexes import parts_by_sex

_ABNORMAL: Final = r"(?<=\w)\([\dpq;.]{1,11}\)"
"""The bracket of a cytogenetic abnormality, `t(11;14)`, `del(17p)`."""
_BRACKET: Final = rf"(?!{_ABNORMAL})\("
_CHARACTER: Final = rf"(?:{_ABNORMAL}|[^(]|{_BRACKET})"
_STOP: Final = (
    rf"(?=\s*(?:[,;:)\[\]]|\.(?!\d)|{_BRACKET}|$|\bof \d[\d.]*\s?(?:mg|[µμ]g|mcg|g)\b"
    r"|\b(?:median|the (?:median|mean|hazard|odds|relative|risk|estimated)|it was"
    r"|was|were|had|has|compared|versus|vs|treated with|receiving|taking|assigned to"
    r"|who received|randomi[sz]ed|overall survival|PFS|OS|progression|in the|and (?:in )?\d+|respectively"
    r"|with (?:a )?hazard"
    r"|\d+(?:\.\d+)?\s?%?\s(?:months|vs?|versus))\b))"
)
_PEOPLE: Final = rf"(?:{PEOPLE}|tumou?rs|those)"
_LEVEL: Final = r"(?:(?:very[- ])?(?:high|low)|standard|average|intermediate|poor|adverse|favou?rable|good)"
_RISK: Final = rf"{_LEVEL}(?:(?:-?,?\s?(?:or|and|to|/)\s?|/|-to-){_LEVEL})?[- ]risk"
"""`intermediate- or poor-risk`"""
_TUMORS: Final = (
    r"\s+(?:tumou?rs?|diseases?|cancers?)\s+(?:carr(?:y|ied)|harbou?r(?:ed)?|ha[ds]|have|express(?:ed)?|were|was|are)"
    r"(?:\s+an?(?=\s))?"
)
_PATTERNS: Final = (
    Wording(rf"\brecipients\s+(?:with|classified as|who (?:had|were))\s+(?P<name>{_CHARACTER}{{3,60}}?){_STOP}"),
    Wording(r"\bwho (?:achieved|attained|reached|had) (?P<name>[^,;()]{2,40}?) also\b"),
    Wording(
        rf"(?:\b(?=[A-Z])(?i:{PEOPLE})|(?<=-treated ){PEOPLE})\s+"
        r"(?:with|without|aged|achieving|attaining|reaching|who (?:had|were|have|achieved))\s+(?P<name>.{2,80}?)"
        r"(?=\s+(?:had|displayed|experienced|showed|achieved|survived)\b)"
    ),
    Wording(
        rf"\b(?:[Ii]n|[Aa]mong|[Ff]or|[Oo]f|[Ww]ithin)\s+(?:the\s+|all\s+"
        rf"|those\s+)?(?:sub-?groups?\s+of\s+)?(?:(?:\d+|{WORD_NUMBER})\s+)?{_PEOPLE}\s+"
        rf"(?:with|without|who (?:had|were|have|achieved|received)|whose(?:{_TUMORS})?|aged|harbou?ring"
        rf"|expressing|achieving|attaining)\s+(?P<name>{_CHARACTER}{{2,80}}?){_STOP}"
    ),
    Wording(
        rf"\b(?:[Ii]n|[Aa]mong|[Ff]or|[Oo]f)\s+(?:the\s+|all\s+|those\s+)?(?:(?:\d+|{WORD_NUMBER})\s+)?{_PEOPLE}\s+who\s+"
        rf"(?P<name>(?:completed(?!\sth\w+\s(?:trial|study))|underwent|discontinued|responded|proceeded)\b{_CHARACTER}{{0,60}}?){_STOP}"
    ),
    Wording(
        r"(?:^|(?<=[.:] ))(?:In|Among|For)\s[^,;:%]{3,100}?\b(?:groups?|arms?|cohorts?)\s+"
        rf"(?:with|who (?:had|were|have)|whose(?:{_TUMORS})?)\s+(?P<name>{_CHARACTER}{{2,80}}?){_STOP}"
    ),
    Wording(
        rf"\b(?:[Ii]n|[Aa]mong|[Ff]or)\s+(?:the\s+|all\s+)?{_PEOPLE}\s+(?:who\s+were\s+)?"
        r"(?P<name>(?:(?:not|already)\s+)?(?:receiving|taking|using|requiring|on)\s[^.;:()\[\]]{2,60}?"
        r"(?:\b(?:ventilation|oxygen|respiratory support|dialysis)|\sat (?:baseline|enrol?lment|randomi[sz]ation"
        r"|(?:study |trial )?entry))\b)"
    ),
    Wording(
        rf"\b(?:[Ii]n|[Aa]mong|[Ff]or|[Oo]f)\s+(?:the\s+|all\s+|those\s+)?(?:(?:\d+|{WORD_NUMBER})\s+)?{_PEOPLE}\s+"
        rf"(?P<name>(?:completing|undergoing|discontinuing)\s{_CHARACTER}{{2,60}}?){_STOP}"
    ),
    Wording(
        r"\b(?:sub-?(?:group|set)\s)?(?:sub)?analys[ei]s\s(?:of|in|involving|including|among|(?:restrict|limit)ed\sto)\s(?:the\s)?"
        rf"(?:\d+\s)?{_PEOPLE}\s(?:with|without|who\s(?:had|were)|aged)\s(?P<name>{_CHARACTER}{{2,80}}?){_STOP}"
    ),
    Wording(
        rf"\b(?:[Ii]n|[Aa]mong|[Ff]or|[Oo]f)\s+(?:the\s+|all\s+|those\s+)?{_PEOPLE}\s+in\s+"
        r"(?P<name>(?:(?:first|second|complete|partial)\s+)?(?:s?CR|VGPR|PR|remission|response))\b"
    ),
    Wording(
        r"\b(?:[Ii]n|[Aa]mong|[Ff]or)\s+(?:the\s+|all\s+)?(?P<name>(?:non-?|(?:complete|partial)\s)?responders)\b(?!\s(?:and|or|v)\S*\s(?:non|resp))"
    ),
    Wording(
        rf"\b(?:[Ii]n|[Aa]mong|[Ff]or|[Ii]ncluding|and|or|than|versus|vs\.?)\s+(?:those|{PEOPLE})\s+"
        rf"(?P<name>(?:(?:not|never|previously)\s)?(?:refractory|resistant|intolerant|sensitive|exposed)\s+to\s{_CHARACTER}{{2,60}}?){_STOP}"
    ),
    Wording(
        rf"\b(?:and|or|than|versus|vs\.?|[Ii]ncluding)\s+(?:those|{PEOPLE})\s+(?:with|without|who (?:had|were"
        rf"|have))\s+(?P<name>{_CHARACTER}{{2,80}}?){_STOP}"
    ),
    Wording(
        r"\b(?:the|a)\s+(?:pre-?(?:defined"
        r"|specified)\s+)?(?P<name>[\w+>=<≥≤./-]+(?:\s[\w+>=<≥≤./-]+){0,3}?)\s+(?:sub-?(?:group|population|set"
        r"|cohort)|strat(?:um|a)|population|cohort)s?\b",
        re.IGNORECASE,
    ),
    Wording(
        rf"\b(?:sub-?(?:group|set|population)|(?:combined|pooled) population)s?\s+"
        rf"(?:of\s+(?:\d+\s+)?(?:{_PEOPLE}\s+)?|(?=who|with))(?:with"
        rf"|who had received|who had|who were|who)?\s*(?P<name>{_CHARACTER}{{2,80}}?){_STOP}"
    ),
    Wording(
        rf"(?<!\w[.+/-])\b(?=\w)(?P<name>[\w.+/-]+-(?:positive|negative|mutated|mutant|refractory|na[iï]ve|pre-?treated|exposed"
        rf"|resistant|high|low|deficient|proficient))\s+{_PEOPLE}"
    ),
    Wording(
        rf"\b(?:[Ii]n|[Aa]mong|[Ff]or)\s+(?P<name>{_RISK}|elderly|older|younger"
        rf"|(?:(?:pre|post|peri)-?)?menopausal|male|female|Asian|Japanese|Chinese|white|black|(?:non)?squamous"
        rf"|(?:treatment|transplant)-\w+)\s+{_PEOPLE}"
    ),
    Wording(r"(?:^|(?<=[.;:] ))(?:In|For|Among)\s(?P<name>cohorts?\s(?:\d|[A-D]))(?=,)"),
    Wording(
        rf"\b(?:in|for|among)\s+(?:the\s+)?(?P<name>{_RISK}|elderly)"
        r"(?=\s(?:[\w/+-]+\s){1,2}(?:groups?|arms?)\b)"
    ),
)
_SUBGROUP: Final = re.compile(
    rf"\bsub-?(?:group|set|population)s?\s+(?:of\s+)?(?:{_PEOPLE}\s+)?(?:with|having|who had)\s+$", re.IGNORECASE
)
_OPEN_END: Final = re.compile(
    r"\s+(?:who|that|which)(?:\s+(?:were\s+)?(?:entered|enrolled|randomi[sz]ed|included)\b.*)?$"
)
_OF_HORMONE: Final = re.compile(r"\b(?:o?estrogen|progesterone|hormone|androgen) $", re.IGNORECASE)
_GIVEN: Final = re.compile(
    r"(?!prior|previous|adjuvant|neoadjuvant|subsequent|earlier)[\w-]+ (?:therapy|treatment)", re.IGNORECASE
)
"""`patients who received combined therapy`: an arm rather than a part of one."""
_ALLOCATED: Final = re.compile(r"been(?:\s(?:randomly|randomi[sz]ed|assigned|allocated|given)\b.*)?")
"""`those who had been assigned to A`"""
_COUNTED: Final = re.compile(
    r"\b(?:proportion|percentage|number|share|fraction|percent)s? of (?:the |all )?\w+ "
    r"(?:who (?:had|have|achieved|attained|reached|were|are|remained)|achieving|attaining) $",
    re.IGNORECASE,
)
"""`the proportion of patients who achieved a response`: the response is counted, and tells nobody apart."""
_SHARE_OF: Final = re.compile(
    r"(?:%|percent)\)? of (?:the |all )?\w+ (?:who (?:had|achieved)|achieving|attaining|reaching) $"
)
_DID: Final = re.compile(r"\s+(?:had|were|did|died|relapsed|remained|developed|experienced|discontinued|received)\b")
"""`with 7% of patients achieving a complete response`: so is it here, unless such patients did something more."""
_SHARE_WITH: Final = re.compile(
    r"\b(?:proportion|percentage|number|share|fraction|percent)s? of (?:the |all )?\w+ with (?:an? )?$", re.IGNORECASE
)
_DEFINES: Final = re.compile(
    r"[(\[](?:defined as )?(?:the )?(?:proportion|percentage|number|share|fraction)s? of (?:the |all )?\w+ "
    r"(?:with|who (?:had|achieved)|achieving) (?:an? )?$"
)
"""`the disease control rate (percentage of patients with a response or stable disease)`: a bracket defines it."""
_CAME_OUT: Final = re.compile(r"\s+(?:was|were|did|is|fell|rose|decreased|increased|remained)\b|\s*[(\[]\d")
"""`the proportion of patients with residual tumor was …`: so are those with it."""
_LIMITED: Final = re.compile(
    r"\b(?:response|remission) or better\b|\b(?:below|above|under|over|less than|greater than|at least)\s\d|[<>≤≥]"
)
"""`the proportion of patients with HbA1c below 7%`: what is counted"""
_LETTER: Final = re.compile(r"[^\W\d]")
_SIGN: Final = re.compile(r"([<>≤≥]=?)\s+(?=[A-Za-z])")
_KIND: Final = (
    r"[\w.+/-]+[- ](?:positive|negative|mutated|mutant|wild[- ]type|refractory|sensitive|resistant|high|low|deficient"
    r"|proficient|unmethylated|methylated|amplified)"
)
_CONTRAST: Final = Wording(
    rf"(?<!\w[.+/-])\b(?=\w)(?P<name>{_KIND})(?:\s+{_PEOPLE})?\s+(?:versus|vs\.?|v|and|or|compared (?:with|to)"
    rf"|than)\s+(?:the\s+)?(?P<other>{_KIND})\s+(?:{_PEOPLE}|groups?|disease|cohorts?)\b"
)
"""`in the MRD-negative versus MRD-positive groups`"""
_MARKED: Final = Wording(
    r"\b(?:in|among|for)\s+(?:the\s+|all\s+)?(?P<name>(?=[\w/-]*[A-Z]{2})[A-Z][\w/-]*[- ](?:high|low|positive"
    r"|negative|mutant|mutated|wild[- ]type|amplified|(?:un)?methylated|deficient|proficient))"
    r"(?=(?:\s+(?:was|were|had|compared|versus|vs|than|and|or"
    rf"|{PEOPLE}|tumou?rs|disease)\b|\s*[,;:.()]|$))"
)
"""`in TS high`, `in PD-L1-negative tumors`"""
_AGE: Final = Wording(
    r"\b(?:an )?(?P<name>aged?\s*(?:[<>≤≥]|<=|>=)\s*\d{2}(?=\s+years)|(?:younger|older) than \d{2}(?=\s+years)"
    r"|aged? \d{2} years or (?:older|younger|more|less)"
    r"|(?!1\d)\d{2} years (?:of age )?(?:or|and) (?:older|younger|over|above))"
)
_STAGE: Final = Wording(
    rf"\b(?:[Ff]or|[Ii]n|[Aa]mong|of)\s+(?:{PEOPLE} with\s+)?"
    r"(?P<name>stages?\s+(?:[IV]{1,3}[A-Ca-c]?|[1-4][A-Ca-c]?))"
    r"(?=\s+(?:disease|patients|NSCLC|tumou?rs?|cancer)?\s*(?:[,;:.(\[)]|but\b|was\b|were\b|had\b))"
)
_STAGES: Final = re.compile(r"\bstages?\s+([IV]+[A-Ca-c]?|[1-4][A-Ca-c]?)\b")
_SEVERAL: Final = 2
_PERIOD: Final = Wording(
    r"\b(?:during|in|for|over|after)\s+(?:the\s+)?(?P<name>(?:[\w-]+\s+){0,2}[\w-]+\s+(?:periods?|phase|cycles?))(?![\w-])",
    re.IGNORECASE,
)
"""`during the treatment period … in the follow-up period`: parts of the time, where a sentence sets them apart."""
_BY_TREATMENT: Final = Wording(
    rf"\b(?:[Ii]n|[Aa]mong|[Ff]or)\s+(?:the\s+)?(?:\d+\s+)?(?P<name>previously\s(?:un)?treated)\s+{_PEOPLE}"
)
"""Each is a part of the patients where a text tells of both."""
_TREATED: Final = Wording(r"\bpreviously (?:treated|received)\b|\bpre-?treated\b")
_UNTREATED: Final = Wording(r"\bpreviously untreated\b|\btreatment-na[iï]ve\b")
_NATION_FIRST: Final = Wording(r"(?:^|(?<=[.:] ))(?:For|Among)\s+(?P<name>[A-Z][a-z]+(?:[ -][A-Z][a-z]+)?s)(?=,)")
_WHOLE: Final = re.compile(
    r"^(?:(?:overall|total|whole|entire|full|study|safety|trial|primary|modified|per-protocol|efficacy|patient"
    r"|general|(?:[\w-]+-)?evaluable|target|selected|"
    r"unselected|treated|intention-to-treat|intent-to-treat|ITT|analysis|control|treatment(?!-)|this|these|all|same"
    r"|latter|final|prespecified|combined|pooled|"
    r"randomi[sz]ed|measurable disease|at least one|a median|received at least)\b.*)$",
    re.IGNORECASE,
)


_NATION: Final = (
    r"Japanese|Chinese|Korean|Taiwanese|Asian|European|North American|Latin American|Indian|Russian|Brazilian|Hispanic"
)
_OF_DOCUMENT: Final = re.compile(
    rf"\b(?:(?P<a>{_NATION}|elderly|older)\s+(?:{PEOPLE}|sub-?population|population|sub-?group)\b.*\bsub-?(?:group"
    rf"|analysis|population)"
    rf"|\bsub-?(?:group|analysis|population)\b.*?\b(?P<b>{_NATION}|elderly|older)\s+(?:{PEOPLE}|sub)"
    rf"|\b{PEOPLE} with (?P<c>[^:;.]{{3,60}}?)\s?[:.-]\s?(?:an? |the )?"
    r"(?:[\w-]+ ){0,3}sub-?(?:group |set )?analys[ei]s\b)",
    re.IGNORECASE | re.DOTALL,
)


def population_of_document(title: str) -> str:
    """The population that all results of a document are for, where its title says so.

    >>> population_of_document("Axitinib in renal cancer: subgroup analysis of Japanese patients")
    'Japanese'
    >>> population_of_document("Axitinib in patients with stage IV renal cancer: a subanalysis of a phase 3 trial")
    'stage IV renal cancer'
    """
    match = _OF_DOCUMENT.search(title)
    return (match["a"] or match["b"] or match["c"]) if match else ""


def find_populations(page: AnnotatedText, start: int, end: int) -> list[tuple[int, int, str]]:
    """Find the populations named between two offsets: start, end and the short name as written, none overlapping.

    The name is empty where everybody is meant: `in the overall population`.
    """
    found: list[tuple[int, int, str]] = []
    for at, to, name in (
        *parts_by_dose(page.text, start, end),
        *openings(page, start, end),
        *_matches(page.text, start, end),
        *disease_parts(page, start, end),
        *parts_by_place(page.text, start, end),
        *parts_by_sex(page.text, start, end),
    ):
        given = _ALLOCATED.fullmatch(name) or (_GIVEN.fullmatch(name) and page.text[:at].endswith("received "))
        given = given or _COUNTED.search(page.text, max(start, at - 60), at)
        given = given or (_SHARE_OF.search(page.text, max(start, at - 60), at) and not _DID.match(page.text, to))
        whole = _LIMITED.search(name) or _CAME_OUT.match(page.text, to)
        given = given or not _LETTER.search(name)
        given = given or _DEFINES.search(page.text, max(start, at - 60), at)
        given = given or (whole and _SHARE_WITH.search(page.text, max(start, at - 60), at))
        if all(to <= a or b <= at for a, b, _ in found) and not given and not _is_studied(page, start, at, to):
            found.append((at, to, "" if _WHOLE.match(name) else _with_drugs(page, at, to, name)))
    return sorted(found)


def _with_drugs(page: AnnotatedText, start: int, end: int, name: str) -> str:
    """`refractory to Len` with the drug's own name, where the document has a short one for it; `≥VGPR` in one."""
    for mention in page.between(start, end):
        if isinstance(mention.concept, Concept) and mention.kind == "Drug":
            name = name.replace(mention.text, mention.concept.name)
    return _SIGN.sub(r"\1", name)


def _matches(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    for match in _CONTRAST.finditer(text, start, end):
        yield from ((*match.span(name), match[name]) for name in ("name", "other"))
    periods = list(_PERIOD.finditer(text, start, end))
    if len({match["name"].lower() for match in periods}) > 1:
        yield from ((*match.span("name"), match["name"]) for match in periods)
    for match in _BY_TREATMENT.finditer(text, start, end):
        if _TREATED.search(text) and _UNTREATED.search(text):
            yield *match.span("name"), match["name"]
    for pattern in (*_PATTERNS, _MARKED, _STAGE, _NATION_FIRST, _AGE):
        for match in pattern.finditer(text, start, end):
            name = _OPEN_END.sub("", match["name"]).strip().removeprefix("the ")
            before = _OF_HORMONE.search(text, max(start, match.start("name") - 20), match.start("name"))
            lead = before[0] if before and name.startswith("receptor") else ""
            lead = lead or ("without " if text[: match.start("name")].endswith("without ") else "")
            yield match.start("name") - len(lead), match.end("name"), lead + name


_FOR_TRANSPLANT: Final = re.compile(
    r"(?:\s(?:who\s(?:are|were)\s)?(?:not\seligible|ineligible|eligible)\sfor\s(?:[\w-]+\s){0,3}transplant\w*)?\s?"
)


def _is_studied(page: AnnotatedText, first: int, start: int, end: int) -> bool:
    """Whether a name says no more than the trial's disease, where it is not said to be that of a subgroup."""
    if _SUBGROUP.search(page.text, max(first, start - 60), start):
        return False
    named = [
        m for m in page.between(start - 80, end + 80)
        if m.kind == "Disease" and m.start <= start and _FOR_TRANSPLANT.fullmatch(page.text, min(m.end, end), end)
    ]  # fmt: skip
    stages = {stage[1] for stage in _STAGES.finditer(page.text)} if _STAGES.match(page.text, start, end) else ()
    return len(stages) < _SEVERAL and any(m.concept in page.studied for m in named)
