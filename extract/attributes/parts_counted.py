"""Counts of patients that are not of all whom a trial took in: of an arm, a cohort, those screened, pooled trials.

Offsets are those of the cleaned text.
"""

import re

from ..cohorts import cohorts_counted
from ..number_words import COUNT
from ..passages import Sentence
from ..people import PEOPLE

COUNTED = rf"(?:{PEOPLE}|female|male|dogs|cats)"
"""Whom a trial takes in, as they are called behind their number."""
TAKEN = (
    r"(?:randomly\s+(?:assigned|allocated)|(?:assigned|allocated)\s+randomly|randomi[sz]ed|enrolled|recruited|registered|"
    r"included|entered|accrued)"
)
"""What is done with the patients of a trial."""
_TIME = r"(?:days?|weeks?|months?|years?|cycles?|courses?|doses?|mg|g|prior|previous|to)\b"
_PART = re.compile(
    rf"(?i)(?:\s*{COUNTED})?(?:\s*(?:were|was)\s+{TAKEN})?\s*(?:to|into|in)\s[^,;.]*?\sand\s(?:{COUNT})\s(?:{PEOPLE}\s)?(?:to|were|in)\b|"
    rf"(?:\s+{COUNTED})?\s+(?:(?:had|have)\s+)?(?:died|relapsed|progressed|discontinued|responded|withdrawn|withdrew)\b|"
    r"\s*\(\d+(?:\.\d+)?%\)|[^.;]{0,40}screening\b|"
    rf"\s+with\s[^.;]{{3,80}}?,\s+(?:and\s+)?{COUNT}\s+(?:{PEOPLE}\s+)?(?:were|with|received)\b|"
    rf"\s[^.;]{{0,60}}?(?:,|\s(?:and|or|while))\s+{COUNT}\s+(?:{PEOPLE}\s+)?(?:received|were\s+given)\b|"
    rf"(?:(?<=received)|\s+received)\s[^.;%]{{2,60}}?(?:,|\sand)\s+(?:and\s+)?{COUNT}\s+(?!{_TIME})[A-Za-z]|"
    r"\s+to\s+(?:(?!or\b|versus\b|vs\b|and\b|either\b|groups\b|arms\b|treatments\b|regimens\b)[\w/-]+(?:\s|(?=,))){1,9},\s"
    r"(?!(?:[^.;]|\.(?=\S|\s[a-z])){0,200}?\s(?:or|versus|vs)\b)|"
    r"\s+to\s+(?:receive\s+)?[^,;.]{2,40}?\salone\b(?!(?:\s*\([^()]*\))?,?\s+(?:(?:or|versus|vs)\b|and\s+(?!\d)))|"
    r"\s+(?:to|into)\s+(?:the\s+)?(?:[\w-]+\s+){1,3}(?:group|arm)\b(?!\s*(?:\([^()]*\)\s*)?,?\s*(?:or|and))"
)
_SCREENED = re.compile(
    rf"(?i)\s+(?:screened\b|(?:[\w-]+\s+){{0,2}}?{COUNTED}\s+(?:who\s+)?(?:were\s+)?(?:screened\b(?!\s+and\s+{TAKEN})"
    r"|(?:assessed|evaluated)\s+for\s+eligibility|provided\s+(?:written\s+)?informed\s+consent)"
    rf"(?!,?\s+and\s+(?:were\s+)?{TAKEN}))"
)
"""`800 patients were screened`: not all were taken in."""
_OF_GROUP = re.compile(
    rf"(?i)\s*(?:{COUNTED}\s+)?(?:(?:were|was)\s+{TAKEN}\s+)?in\s+(?:an?\s+(?:[\w-]+\s+){{0,3}}sub-?study|the\s+"
    r"(?:(?:[\w-]+\s+){0,3}(?:group|arm|cohort)|"
    r"(?:pharmacokinetic|pk|safety|per[\s-]protocol|interim|biomarker|exploratory|subgroup|quality[\s-]of[\s-]life)\s+"
    r"(?:[\w-]+\s+)?(?:analys[ie]s|population|set)|(?:[\w-]+\s+){0,3}sub-?study))\b"
)
"""`40 patients in the control arm`, `60 patients were included in the safety analysis`."""
_IN_PART = re.compile(
    r"(?i)\bin\s+(?:an?\s+|the\s+)?(?:(?:cohort|part|phase|stage|step|arm|group)\s+\w{1,3}|(?:[\w-]+\s+){0,3}?"
    r"(?:sub-?study|(?:phase|dose|expansion|escalation)\s+(?:\w{1,3}\s+)?(?:part|portion|cohort|stage|component))),?\s+"
    r"(?:a\s+total\s+of\s+)?$"
)
_OF_SAMPLES = re.compile(r"(?i)\b(?:samples|biops(?:y|ies)|specimens?|tissues?)\s+(?:of|from)\s+(?:the\s+)?$")
_OF_SOME = re.compile(r"(?i)(?:of|among)\s+(?:these|those|them|whom|which)\b\W*(?:patients\W+)?(?:the\s+)?$")
_OTHER_PART = re.compile(
    r"(?i)(?:assigned|allocated|randomi[sz]ed)\s+(?:to\s(?:[^.;]|\.(?=\d)){3,120}?(?:,|\band)|(?:in|from|within)\s[^.;]{3,190}?\band)\s+$"
)
"""Before the count of a further arm: `348 were randomised to A and 344 were randomised to B`."""
_NEXT_PART = re.compile(
    rf"\b(?P<verb>{TAKEN})\b[^;]*?\band\s+{COUNT}\s+(?:(?:[\w-]+\s+){{0,2}}{COUNTED}\s+)?(?:[^.;,]{{0,60}}?\s)??"
    r"(?:were|was)\s+(?P=verb)\b"
)
"""`57 patients were randomised to A 2.5 mg and 59 women aged 35 or more were randomised to B`."""
_EACH = re.compile(
    r"\s+(?:were\s+\w+\s+)?(?:in|into|to|per)\s+(?:each|both|either)\s+(?:of\s+the\s+\w+\s+)?(?:treatment\s+|dose\s+)?(?:arms?|groups?|cohorts?)\b"
)
_TAKEN_IN = re.compile(r"(?i)\b(?:screened|assessed|enrolled|recruited|registered|eligib|entered|randomi|included)")
_NOT_ALL = re.compile(
    r"(?i)(?:screened|assessed|targeted\s+for|planned(?:\s+for)?|(?:cohort|group|arm|subset|subgroup|stage)\s+(?:of|with)?|"
    r"\b(?:weeks?|days?|months?|years?|visit|cycles?|phase|part|step|level)|\bin\s+the\s+(?:trial|study)\s+(?:involving|among))"
    r"\s*$"
)
_POOLED = re.compile(
    r"(?i)\b(?:two|three|four|five|six|seven|eight|[2-9]|both|pooled|these)\s(?:(?!\bwithin\b)[^.;:]){0,120}?\b(?:trials|studies)\b"
)
_BESIDE_OTHERS = re.compile(r"(?i)\b(?:in addition to|besides|apart from) (?:these|those|the)\b[^.;]{0,60}$")
"""`In addition to these, 110 were randomised`: others were taken in before."""
_OF_THESE = re.compile(rf"(?i)\s+of\s+(?:these|those)\b(?![^.;]{{0,80}}\b(?:{TAKEN}|underwent\s+randomi[sz]ation)\b)")
"""`22 of these survivors took part in the interview study`"""
_TOLD_BEHIND = re.compile(rf"(?i)(?:\s[\w-]+){{0,3}}?\s(?:rats|mice|rabbits|{COUNTED})\s\(n\s?=\s?(?P<n>\d+)\)")
"""`Fischer 344 rats (n = 60)`: the number behind is the count, and the one before a part of a name."""
_MORE = re.compile(r"(?i)\b(?:additional|further|another|extra)\s+$")
_REACH, _NEAR = 200, 60


def is_of_part(text: str, sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether the count `n` of a match, in a sentence of the text, is of a part of a trial's patients, or of more."""
    start = match.start("n")
    before = text[max(sentence.start, match.start() - _NEAR) : start]
    return bool(
        _SCREENED.match(text, match.end("n"))
        or _OF_GROUP.match(text, match.end("n"))
        or _OF_GROUP.match(text, match.end())
        or _IN_PART.search(before)
        or _OF_SAMPLES.search(before)
        or _BESIDE_OTHERS.search(before)
        or _MORE.search(before)
        or _PART.match(text, match.end())
        or _EACH.match(text, match.end())
        or _OF_THESE.match(text, match.end("n"))
        or _is_in_name(text, match)
        or _NEXT_PART.search(text, match.start(), sentence.end)
        or _NOT_ALL.search(before)
        or _of_some(text, start)
        or _POOLED.search(text, sentence.start, start)
        or start in cohorts_counted(text, sentence.start, sentence.end)
    )


def _is_in_name(text: str, match: re.Match[str]) -> bool:
    told = _TOLD_BEHIND.match(text, match.end("n"))
    return told is not None and told["n"] != match["n"]


def _of_some(text: str, start: int) -> bool:
    """Whether the count is of those of whom something else was said: `95 fell ill; of these, 82 were randomised`."""
    before = text[max(0, start - _REACH) : start]
    some = _OF_SOME.search(before)
    told = re.split(r"[.;]\s", before[: some.start()].rstrip(" \n.;"))[-1] if some else ""
    return (some is not None and not _TAKEN_IN.search(told)) or _OTHER_PART.search(before) is not None
