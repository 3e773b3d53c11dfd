"""Phrases that mean an endpoint by more, or by less, than the words that a lexicon lists."""

import re
from typing import Final

from ...wordings import Wording

_COUNTED: Final = r"(?:\d+|[a-z]+) [(\[]\d+(?:\.\d+)?\s?%[)\]]"
"""`one (1%) complete and 17 (16%) partial responses`: what counts the second of two kinds."""
_MRD: Final = r"(?:(?:minimal|measurable) residual disease|MRD)(?: \(MRD\))?"
_CR: Final = r"(?:s?CR|complete (?:response|remission))(?: or better)?\b"
_VERB: Final = (
    r"\b(?:have|has|had) ~\b|(?<=[a-z)%] )(?<!with )(?<!or )(?<!and )(?<!the )(?<!of )(?<!for )(?<!in )(?<!who )"
    r"(?<!that )(?<!not )(?<!was )(?<!were )~(?= *(?:[.;:(]|,(?! (?:or|and|[a-z]+) )|$)"
    r"| (?:in|on|after|within|during|at|by|while|whereas|compared|versus|vs|but|under|following|despite|than)\b)"
)
"""`12 patients (10%) relapsed`, not `with relapsed disease`"""
_CAME_BACK: Final = (("relapsed", "relapse"), ("progressed", "progressive disease"), ("recurred", "relapse"))
FIRST: Final = (
    (
        Wording(
            r"\b(?:patients|women|men) (?:who were )?(?:surviving|alive)\b(?! and (?:did not|had no|were not)\b)"
            r"|\b(?:were|are|be|being|remain(?:ed|ing)?) (?:still )?alive\b(?! and (?:did not|had no|were not)\b)"
            r"|\b(?:lived|survived)\b(?=[^.;%]{0,40}?\b(?:median|mean|average) of\b)"
        ),
        "overall survival",
    ),
    (Wording(r"\bresponded\b"), "objective response rate"),
    (
        Wording(r"\bcomplete(?=(?:,|,? and) (?:\d+(?:\.\d+)?%?|one|two|three|four|five|six) (?:an? )?partial\b)"),
        "complete response",
    ),
    (Wording(rf"(?<=[)\]] )complete(?= and {_COUNTED} partial (?:response|remission)s?\b)"), "complete response"),
    (Wording(rf"(?<=[)\]] )partial(?= and {_COUNTED} complete (?:response|remission)s?\b)"), "partial response"),
    (Wording(r"(?<=% )partial(?=\s*[)\];,])"), "partial response"),
    (Wording(r"(?<=[)%] )of (?:these |the )?responses (?:were|was) complete\b"), "complete response"),
    (Wording(r"(?<=[)%] )were partial(?=\s*[.)\];,])"), "partial response"),
    (Wording(r"\b[Rr]esponses (?:were|was) complete(?= in \d)"), "complete response"),
    (Wording(r"(?<=% and )partial(?= in \d)"), "partial response"),
    (Wording(r"(?<=% )complete(?=\s*[)\];,])"), "complete response"),
    *((Wording(_VERB.replace("~", verb)), name) for verb, name in _CAME_BACK),
    (Wording(r"\b(?:without|no) evidence of (?:the )?disease\b"), "no evidence of disease"),
    (Wording(r"\bdeaths? in (?:complete |first )?remission\b", re.IGNORECASE), "death in remission"),
    (Wording(r"\b(?:risk|hazard) of (?:all-cause )?death(?: from any cause)?\b", re.IGNORECASE), "overall survival"),
    (
        Wording(
            rf"(?:\b{_MRD}[- ]negative status (?:and|with|plus) an?|(?<=% ){_MRD}[- ]negativity and) {_CR}"
            rf"|\b{_CR} (?:plus|with) (?:an? )?{_MRD}[- ]negativ(?:e status|ity)\b",
            re.IGNORECASE,
        ),
        "minimal residual disease-negative complete response",
    ),
    (
        Wording(
            r"(?<!CR with )(?<!complete response with )(?<!complete remission with )(?<!complete response and )"
            r"(?<!or better with )"
            rf"\b{_MRD}[- ](?:negativ\w+|neg\b)(?!\s(?:s?CR\b|complete\s))"
            r"|\b(?:no|absence of|without|undetectable|negative for|below the (?:detection )?threshold (?:for|of))"
            r"\s(?:detectable\s)?(?:(?:minimal|measurable) residual disease|MRD)\b"
            rf"|\b{_MRD} (?:was|were) (?:not detect(?:ed|able)|undetectable|negative)\b",
            re.IGNORECASE,
        ),
        "minimal residual disease negativity",
    ),
)
"""Phrases that mean an endpoint other than their words do, before the lexicon is asked."""
LAST: Final = (
    (
        Wording(
            r"(?:^|(?<=[.:;] )|(?<=[:;]))(?:A r|R)esponses?"
            r"(?= (?:(?:at|by|after) (?:week |day |month )?\d+(?: (?:hours|h|days|weeks|months))? )?"
            r"(?:was|were|occurred)\b)"
            r"|\b(?:had|achieved|experienced) an? (?:objective |tumou?r |clinical )?response(?=[\s.,;(]+(?!to\b))"
        ),
        "objective response rate",
    ),
    (Wording(r"\bsurvival\b", re.IGNORECASE), "overall survival"),
    (
        Wording(
            r"\b(?:(?:overall|objective|tumou?r|clinical) )+(?:response rates?|responses?)\b|\bresponse rates?\b",
            re.IGNORECASE,
        ),
        "objective response rate",
    ),
    (Wording(r"\bRRs?\b(?=[^.;()%\d]{0,60}?\s\d{1,3}(?:\.\d+)?\s?%)"), "objective response rate"),
    (Wording(r"(?<!cause of )(?<!causes of )\b(?:deaths?|died|mortality)\b", re.IGNORECASE), "death"),
)
"""Plain words, where the lexicon has claimed nothing."""
