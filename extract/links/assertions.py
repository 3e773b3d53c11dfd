"""What a sentence asserts of a relation that it words: that it holds, may hold or does not; or nothing."""

import re
from typing import Final

from ...ontology.facts import Assertion
from ..wordings import Wording

_SPECULATIVE = re.compile(
    r"\b(?:may|might|could|would|suggest\w*|hypothes[ie]\w*|potential(?:ly)?|possib\w+|investigat\w+|whether|"
    r"(?:concern(?:s|ed)?|fear(?:s|ed)?) that|believed|suspected|appears?|seems?|expected|proposed|trends? "
    r"to(?:wards?)?)\b"
)
_PURPOSE = re.compile(
    r"\b(?:evaluat\w+|assess\w*|determin\w+|whether|explor\w+|designed to(?! (?:inhibit|target|block|bind|act))|"
    r"investigat\w+|aim\w*|compar(?:e|ed|es|ing) the|"
    r"randomi[sz]ed to|randomly|examin(?:e|ed|es|ing)|to test|hypothesis was)\b",
    re.IGNORECASE,
)
_NEGATED = re.compile(
    r"\b(?:not|no|never|(?<!or\s)(?<!and\s)without|neither|nor|fail(?:s|ed|ing)? to|"
    r"unable to|unlikely to|lack of|cannot|did not|does not)\b(?!\s+only)",
    re.IGNORECASE,
)
_OF_PATIENTS = re.compile(
    r"\b(?:patients|people|adults|children|women|men|those|individuals|subjects)\s(?:(?:who|that)\s(?:[\w-]+\s){0,2})?"
    r"(?:not|without|never|cannot)\b",
    re.IGNORECASE,
)
"""`for patients not on a statin` denies nothing."""
_NOT_BUT = re.compile(
    r"\bnot\b[^.;:]*\bbut\s(?:was|is|were|are)\s(?=(?:given|used|approved|administered|effective|active|associated)\b)"
)
"""`A was not part of the regimen but was given to prevent B.`"""
_UNSUPPORTED = re.compile(
    r"\b(?:no|not (?:[\w-]+ ){0,3}any|insufficient|little) (?:[\w-]+ )?evidence (?:for|of|to|that supports) "
    r"[^.,;:⟨]{0,60}$"
)
"""What only presupposes a treatment says nothing for it here: `no evidence for the use of A as treatment of …`."""
_QUESTIONED = re.compile(
    r"\b(?:efficacy|effectiveness|roles?|benefits?|effects?|values?|use|usefulness|impact|place|activity|safety) of "
    r"[^.,;:]{0,40}$"
)
_UNANSWERED = re.compile(
    r"^[^.;:]{0,120}?\b(?:(?:is|are|was|were|remains?) (?:still |largely |currently )?"
    r"(?:unclear|unknown|uncertain|unproven|controversial|debated|undefined)"
    r"|(?:not (?:yet |been |fully |well |clearly ){0,3}|to be )"
    r"(?:clear|known|established|determined|defined|elucidated))\b"
)
"""`The efficacy of A in patients with B is unclear` does not say that A treats B."""
_POOR = re.compile(
    r"^(?:[^.,;:⟨⟩]|⟨[EBTLX]\d+⟩){0,40}?\b(?:is|are|was|were|remains?) (?:(?:\w+ly|still|very|only|rather|too) )?"
    r"(?:poor|limited|disappointing|low|modest|minimal|marginal|unsatisfactory|short-lived)\b"
)
"""Neither does `The efficacy of A in patients with B is poor`."""
_LACKING = re.compile(
    r"\b(?:is|are|was|were|remains?) (?:\w+ly |still )?(?:lacking|scarce|insufficient|limited|weak)\b"
)
"""`Evidence that A helps patients with B is lacking.`"""
_HARMFUL = re.compile(
    r"^(?:[^.,;:⟨⟩]|⟨[EBTLX]\d+⟩){0,60}?\b(?:is|are|was|were|be|been|proved) (?:\w+ly )?"
    r"(?:very )?(?:unlikely|harmful|detrimental|ineffective|inactive|futile|useless|unsafe)\b"
)
_BREAK = re.compile(
    r"[;:]|,\s+(?:but|and|while|whereas|although|with|we)\b|\b(?:which|who|whereas|although|but|because|while)\b"
)
CONCEDED: Final = re.compile(r"\b(?:[Aa]lthough|[Tt]hough|[Dd]espite|[Ww]hile|[Ww]hereas|[Ee]ven if)\s[^,;:]*,\s")
"""`Although the trial did not meet its end point, A improved …`"""
_UNDER_STUDY = re.compile(
    r"\b(?:under|in) (?:active |clinical )?(?:investigation|evaluation|study|development)\b|"
    r"\bbeing (?:\w+ly )?(?:investigated|studied|evaluated|tested|explored|developed)\b"
)
"""`is under investigation as a treatment of …`"""
_MAY = re.compile(r"\b(?:may|might|could|potential(?:ly)?|possibly)\b")
_NO_DIFFERENCE = Wording(r"\b(?:not?|neither|nor|without)\b[^.;]{0,60}?\bdiffer", re.IGNORECASE)
"""`A and B did not differ in efficacy` denies neither."""
_ALONE = re.compile(r"\b(?:single[- ]agent|monotherapy|on its own)\b")
"""`A has no single-agent activity` leaves open what it does beside others."""
_LITTLE = Wording(
    r"\b(?:little|limited|minimal|insufficient|marginal|negligible|poor|disappointing|low)\s(?:(?:[\w-]+|"
    r"⟨\w\d+⟩)\s){0,2}?(?:activity|efficacy|effectiveness|benefit|value|effect|promise)\b"
)
"""`showed limited activity in B` tells neither that it treats B nor that it does not."""
_IN_MODELS = Wording(r"\b(?:preclinical|mice|mouse|murine|xenografts?|cell lines?|(?:animal|cell) models?)\b")


def assertion_of(text: str, match: re.Match[str], *, possible: bool = False) -> Assertion | None:
    """Judge by the words of the relation and those of its clause before it; None where it is only being studied.

    `possible` tells that the relation is itself a possibility, so that `may` takes nothing from it.
    """
    before = CONCEDED.sub("; ", text[max(0, match.start() - 200) : match.start()])
    before = _BREAK.split(before[-90:])[-1]
    told = match.start("o") if possible and match.start("o") > match.start("s") else match.end()
    words = f"{before} {text[match.start() : told]}"
    if _PURPOSE.search(words) or _UNDER_STUDY.search(words):
        return None
    after = _BREAK.split(text[match.end() : match.end() + 90])[0]
    if re.search(r"\b(?:[Ee]vidence|[Dd]ata|[Pp]roof)\b", before) and _LACKING.search(after):
        return None
    if _NO_DIFFERENCE.search(words) and "placebo" not in text and "adding: " not in text:
        return None
    if _NEGATED.search(_NOT_BUT.sub("", _OF_PATIENTS.sub("", words))) or _HARMFUL.search(after):
        return None if _ALONE.search(words) else "negated"
    doubt = _SPECULATIVE.search(_MAY.sub("", words) if possible else words)
    return "speculative" if doubt else "affirmed"


def tells_little(relation: str, place: str) -> bool:
    """Whether words say that a drug does little, or does it in animals and cells."""
    return bool(_LITTLE.search(relation) or _IN_MODELS.search(place))


def is_studied(words: str) -> bool:
    """Whether they tell what is being studied, rather than what is known."""
    return _UNDER_STUDY.search(words) is not None


def is_open(text: str, match: re.Match[str]) -> bool:
    """Whether the wording stands in a question that a document says is open, or is denied support."""
    if _UNSUPPORTED.search(text, 0, match.start()):
        return True
    asked = _QUESTIONED.search(text, 0, match.start("s"))
    if asked is None:
        return False
    after = text[match.end() :]
    return _UNANSWERED.search(after) is not None or _POOR.search(after) is not None
