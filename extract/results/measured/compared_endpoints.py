"""What a sentence compares arms by, in its own words, where it measures nothing that is known.

`Bowel closure was achieved in 91% with A and 87% with B`, `with A they needed less rescue medication (17%) than with B
(30%)`. Such words are no endpoint unless figures of arms stand with them. Offsets are those of the text given.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from ....ontology.facts import Concept
from ....ontology.lexicon import load_lexicon
from ...annotated import AnnotatedText
from ...people import PEOPLE
from ...wordings import Wording
from ..chromosome_names import MARKS
from ..items import Item
from ..quantities.number_patterns import NUMBER
from .own_words import NO_ENDPOINT, NOUNS

Spans = Sequence[tuple[int, int]]
_IN: Final = "|".join(
    f"(?<={noun} in)"
    for noun in (
        "changes", "change", "increases", "increase", "decreases", "decrease", "reductions", "reduction", "rise",
        "fall", "improvements", "improvement", "declines", "decline", "drop", "gain", "loss", "pain",
    )
)  # fmt: skip
_FOR: Final = "(?<=need for)|(?<=requirement for)|(?<=requirements for)|(?<=demand for)"
_NAME: Final = rf"(?P<name>{NOUNS}(?:\s(?:of|in(?:{_IN})|for(?:{_FOR}))\s(?:the\s)?{NOUNS}){{0,2}})"
_AHEAD: Final = (
    r"(?:(?:RESULTS?|FINDINGS?)[:.]?\s)?(?:(?:However|Overall|Moreover|Furthermore|In addition|Similarly|Also)\s?,\s)?"
    r"(?:(?:At|After|By|On|In|During|Among|Within|For|Over|Comparing|Compared)\s(?:[^.;,%]|\.(?=\d)){1,60},\s)?"
)
_OF_MEANS: Final = r"(?:(?:mean|median|average|overall|adjusted|least squares)(?:\s\([^()]{1,12}\))?\s){0,2}"
_MORE: Final = (
    r"(?:less|fewer|more|greater|lower|higher|longer|shorter|better|worse|larger|smaller|reduced|increased|faster)"
)
_BEHIND: Final = (
    r"(?=\s?[(,.;:\[]|\s(?:than|compared|versus|vs|in|with|for|at|on|after|among|between|was|were|and|by)\b|$)"
)
_PATTERNS: Final = (
    Wording(
        rf"\b(?:proportions?|percentages?|numbers?|rates?|fractions?)\sof\s(?:the\s|all\s)?(?:[\w-]+\s){{0,2}}?{PEOPLE}\s"
        r"(?:with|achieving|reaching|attaining|having|experiencing|reporting|requiring|needing|undergoing|showing|developing"
        r"|who\s(?:had|achieved|reached|attained|experienced|reported|required|needed|underwent|showed|developed))\s"
        rf"(?:(?:an?|the|at\sleast\sone|one\sor\smore|any|[≥>]=?\s?1)\s){{0,2}}{_NAME}{_BEHIND}",
        re.IGNORECASE,
    ),
    Wording(
        rf"(?:^|[;:]\s|,\s(?:and|but|while|whereas)\s|(?:\band|\bwhile|\bwhereas)\s(?=the\b))(?:{_AHEAD})"
        rf"(?:(?:the|an?)\s)?(?:(?:significantly\s)?{_MORE}\s)?{_OF_MEANS}{_NAME}(?:\s\([^()]*\))?"
        r"(?:\s(?:in|for|with|among|at|after|during|on|between|by|from|within)\b(?:[^.;%]|\.(?=\d)){1,110}?)?"
        r"\s(?:was|were|occurred|developed|decreased|increased|improved|fell|rose|dropped|declined|averaged)\b"
        r"(?!\s(?:used|defined|measured|assessed|evaluated|compared|calculated|analy[sz]ed|conducted|no|not|present)\b"
        r"|\s(?:\w+ly\s)?(?:in|by)\s\d[\d.]*\s?%)",
        re.IGNORECASE,
    ),
    Wording(
        rf"\b{_MORE}\s{_OF_MEANS}{_NAME}{_BEHIND}",
        re.IGNORECASE,
    ),
    Wording(
        rf"\b(?:differences?|differed|similar|comparable|alike)\b(?:\s\([A-Z]{{2,4}}\))?[^.;()%\d]{{0,60}}?\s"
        rf"(?:in|with respect to|regarding)\s(?:the\s)?{_OF_MEANS}{_NAME}{_BEHIND}",
        re.IGNORECASE,
    ),
    Wording(
        rf"\b(?:reduction|decrease|increase|improvement)s?\sin\s(?:the\s)?(?:rate|incidence|frequency|occurrence|proportion)"
        rf"\sof\s{_NAME}{_BEHIND}",
        re.IGNORECASE,
    ),
    Wording(
        r"\b(?:had|showed|achieved|reached|attained|experienced|required|needed|requested|obtained|exhibited"
        rf"|maintained)\s(?:(?:an?|the|any|no|significantly|significant)\s){{0,2}}{_OF_MEANS}{_NAME}{_BEHIND}",
        re.IGNORECASE,
    ),
)
_STATE: Final = Wording(
    r"\b(?:were|was|became|remained)\s(?P<name>(?:completely\s)?(?:[a-z]{3,20}-free|free (?:of|from) "
    rf"{NOUNS}|cured|healed|pregnant|abstinent|asymptomatic|afebrile|seronegative|normotensive|euthyroid))\b",
    re.IGNORECASE,
)
"""`58% with A and 75% with B were pain-free`"""
_SUCCESS: Final = Wording(
    rf"(?:^|[;:]\s)(?:{_AHEAD})(?:the\s)?(?P<name>{NOUNS})\s(?:\([^()]*\)\s)?(?:was|were)\s(?P<how>successful)\b",
    re.IGNORECASE,
)
_BETTER: Final = Wording(
    r"\d\s?%(?:\s[(\[][^()\[\]]{1,30}[)\]])?(?:\s(?:of|in|on|with)\s[^.;:%()]{1,60}?)?\s(?P<name>improved|recovered|worsened)\b"
    r"(?!\s(?:by|from|to|with|in)\b)",
    re.IGNORECASE,
)
"""`53% improved with A versus 25% with B`"""
_NOUNS_OF: Final = {"improved": "improvement", "recovered": "recovery", "worsened": "worsening"}
_SHARE_OF: Final = re.compile(
    r"(?:overall |cumulative )?(?:rates?|incidences?|frequency|proportions?|percentages?|occurrence) of (?:the )?"
)
_BARRED: Final = re.compile(
    rf"\b(?:{NO_ENDPOINT}|drop-?outs?|controls|control (?:groups?|arms?)|^control"
    r"|placebo|vehicle|recipients|users|cases?|exposure|findings|none"
    r"|complet(?:ed|ion)|others?|we|effects?|(?<!clinical )(?<!therapeutic )(?<!bacteriological )efficacy|safety"
    r"|tolerability|tolerated|side|adverse|effective\w*|statistical\w*|common\w*|frequent\w*|often|likely|markedly"
    r"|pronounced|comparable|duration of (?:the )?(?:treatment|therapy|study)|doses? of|risks?|odds|ratio|probability"
    r"|likelihood|reverse|opposite|strateg\w+|regimens?|schedules?|hypothes\w+|undergone|half|(?!clinically\b)\w+ly"
    rf"|\w*[{MARKS}]\w*)\b",
    re.IGNORECASE,
)
_TOO_WIDE: Final = re.compile(
    r"(?!clinical improvements?$)"
    r"(?:(?:clinical|significant|marked|greater|mean|median|primary|secondary|main|final|serum|plasma|treatment|study)\s)*"
    r"(?:improvements?|decreases?|increases?|reductions?|changes?|responses?|levels?|values?|scores?|rates?|incidences?"
    r"|proportions?|percentages?|numbers?|treatment|therapy|outcomes?|end ?points?|variables?|parameters?|measures?"
    r"|numbers? of (?:days|times|cases|events)"
    r"|concentrations?|group|dose|time|frequency|severity|benefits?|success|interval|medication|drugs?|mean|median)",
    re.IGNORECASE,
)
_SHORTEST, _LONGEST = 3, 90
_BEFORE: Final = Wording(r"\b(?:at|pre-?)\s?(?:baseline|entry|inclusion|enrol+ment|treatment)\b", re.IGNORECASE)
_FIGURES: Final = re.compile(r"\d.*?[^\d.,]\d", re.DOTALL)
_VALUE: Final = (
    rf"[-−–+]?{NUMBER}(?:\s?%)?(?:\s?(?:±|\+/-)\s?{NUMBER})?(?:\s?(?:%|[A-Za-zµμ][\w/µμ°]{{0,9}}))?"
    r"(?:\s?[(\[][^()\[\]]{1,30}[)\]])?"
)
_RATIO: Final = r"(?:adjusted\s|crude\s|unadjusted\s)?(?:(?:odds|risk|rate|hazard)\sratio|relative\srisk|a?[OHR]R)\b"
_PAIRED: Final = Wording(
    r"(?:^|[,;:]\s(?:an?\s|the\s)?|\b(?:and|or|had|showed|achieve|attain|reach|have|the|an?|including"
    rf"|(?:reduc|decreas|lower|delay|increas|improv|prolong)(?:ed|es|ing))\s)(?:significantly\s)?(?:{_MORE}\s)?{_OF_MEANS}"
    rf"{_NAME}(?:\s\([A-Z][\w-]*\))?(?:\sby\s{NUMBER}\s?%)?\s?[(\[](?:(?:mean|median)(?:\s±\sSD)?[\s:,]{{1,2}})?"
    rf"(?:{_VALUE}\s?(?:versus|vs\.?|v\.?|and|compared\s(?:with|to))\s{_VALUE}(?=\s?[,;)\]])|{_RATIO})",
    re.IGNORECASE,
)
"""`a longer recovery time (10 ± 3 vs 8 ± 2 minutes)`, `more remissions (OR 2.1`"""
_OF_OTHERS: Final = re.compile(
    rf"\b(?:{PEOPLE}|those|eyes)\s(?:with|who|aged|in)\b[^,;()]{{0,80}}$|\b(?:for|among|within|with|by)\s(?:the\s|an?\s)?$"
    r"|(?<!difference)(?<!differences)(?<!differed)(?<!change)(?<!changes)(?<!improvement)(?<!reduction)(?<!similar)"
    r"\sin\s(?:the\s|an?\s)?$",
    re.IGNORECASE,
)
"""What patients had, or where they were, is not what they are compared by."""
_CLAUSE: Final = re.compile(r"(?:;|,?\s(?:while|whereas)|,\s(?:and|but|although))\s(?![^()]*\))")


def compared_endpoints(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and name of each such endpoint of a sentence that compares arms.

    >>> [name for _, _, name in compared_endpoints("Wound closure was achieved in 91% on A and 87% on B.")]
    ['wound closure']
    """
    if not _FIGURES.search(text) or _BEFORE.search(text):
        return
    taken = 0
    for match in _SUCCESS.finditer(text):
        if not _BARRED.search(match["name"]):
            yield match.start("name"), match.end("how"), f"{match['how'].lower()} {_plain(match['name'])}"
            return
    for match in _STATE.finditer(text):
        yield *match.span("name"), _plain(match["name"])
        return
    for match in _BETTER.finditer(text):
        yield *match.span("name"), _NOUNS_OF[match["name"].lower()]
        return
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if match.start("name") >= taken and (name := _fitting(match["name"])):
                yield *match.span("name"), name
                taken = match.end("name")
        if taken:
            return


def paired_endpoints(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield what stands right before a bracket of two values, or of a ratio, whatever else the sentence measures.

    >>> [name for _, _, name in paired_endpoints("A had a longer recovery time (10 ± 3 vs 8 ± 2 minutes, p = 0.01).")]
    ['recovery time']
    """
    if _BEFORE.search(text):
        return
    for match in _PAIRED.finditer(text):
        start, end = match.span("name")
        name = _fitting(match["name"])
        if name and not _OF_OTHERS.search(text, 0, start):
            yield start, end, name


def _fitting(words: str) -> str:
    """The name that words are; empty where they are none."""
    name = _plain(words)
    share = _SHARE_OF.match(name)
    name = name[share.end() :] if share else name
    fits = _SHORTEST <= len(name) <= _LONGEST and not _TOO_WIDE.fullmatch(name)
    return name if fits and not _BARRED.search(name) else ""


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


def compared_items(page: AnnotatedText, start: int, end: int, measured: list[Item], arms: Spans) -> Iterator[Item]:
    """Give them as items where nothing else is measured: in the sentence, in a clause of two arms, before a bracket.

    They go under the names that the lexicon has for them where it has one.
    """
    known = [(i.start, i.end) for i in measured]
    text = page.text[start:end]
    told = [] if known else [(start + a, start + b, name) for a, b, name in compared_endpoints(text)]
    if known:
        for at, to in _clauses(text, start):
            if not _touch(at, to, known) and sum(at <= a and b <= to for a, b in arms) > 1:
                told += ((at + a, at + b, name) for a, b, name in compared_endpoints(page.text[at:to]))
    told += ((start + a, start + b, name) for a, b, name in paired_endpoints(text))
    taken = [*known, *arms]
    for at, to, name in told:
        if not _touch(at, to, taken):
            taken.append((at, to))
            concept = load_lexicon().concept(name, "Endpoint") or Concept("Endpoint", name)
            yield Item(kind="endpoint", start=at, end=to, concept=concept, text=page.text[at:to])


def _touch(start: int, end: int, spans: Spans) -> bool:
    return any(a < end and start < b for a, b in spans)


def _clauses(text: str, offset: int) -> Iterator[tuple[int, int]]:
    at = 0
    for cut in _CLAUSE.finditer(text):
        yield offset + at, offset + cut.start()
        at = cut.end()
    if at:
        yield offset + at, offset + len(text)
