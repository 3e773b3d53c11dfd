"""Which disease a trial studies."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, zip_longest
from typing import Final

from ...ontology.facts import Concept, Trial
from ...ontology.lexicon import load_lexicon
from ..candidates import Candidate
from ..passages import Mention, Sentence
from ..people import PEOPLE
from ..wordings import Wording
from .page import Page, attribute

_HAVE = re.compile(
    rf"(?i)\b{PEOPLE}(?:\s\([^()]*\))?\s+(?:\w+\s+)?(?:(?:admitted|presenting)\s+(?:to\s+(?:the\s+)?hospital\s+)?)?(?:with|who\s+ha[dv]e?)\b"
)
_PATIENTS_WITH = re.compile(rf"{_HAVE.pattern}|\b(?:in|for)\s+$|\bConditions?: ")
_CALLED = re.compile(rf"(?i)\s{PEOPLE}\b")
"""`melanoma patients`: what they are called by is what they have."""
_SHARE_OF = re.compile(
    r"\b(?:proportions?|percentages?|numbers?|fraction|rates?|more|fewer|most)\s+(?:of\s+)?$", re.IGNORECASE
)
"""`a higher proportion of patients with X`: that is what they got."""
_APPROVED = Wording(
    r"\b(?:(?:is|are|was|were|been|currently|also)\s(?:\w+\s)?(?:approved|licen[sc]ed|authori[sz]ed|indicated)|indicated\s(?:for|in|to)"
    r"|ongoing\s(?:[\w-]+\s){0,4}(?:trials|studies))\b"
)
"""What a drug is approved for, or tried in elsewhere, need not be what this trial's patients have."""
_LACKED = re.compile(r"\b(?:(?:did|do) not have|without|no history of|free of|other than)\s+(?:[\w-]+\s+){0,2}$")
_NEAR = re.compile(r"(?:\s+(?:[\w/-]+|[IV]+,|NYHA))*\s+")
_FURTHER = Wording(r"\b(?:[Aa]dditionally|[Ii]n addition|also)\b")
_CLAUSE = re.compile(r"[,;]\s+(?:whereas|while|and|but)\s")
_BODY = re.compile(
    r"(?:[\s-]+\w[\w-]*+){0,2}\s+(?:[Gg]roup|Society|Foundation|Institute|[Cc]linic|Association|Network|"
    r"Consortium|Committee|Task Force)\b"
)
"""What follows a disease that only names an organization: `Breast Cancer Study Group`."""
_TRIAL = re.compile(r"\s\([^()]{5,120}\b(?i:trial|study)\b")
"""`CAP (Cluster trial of …)`: letters that stand for a disease elsewhere name a trial."""
_APART_BY = re.compile(r"(?:\s|-)(?:status|history|severity|risk|cent(?:er|re)s?|hospitals?)\b(?!\sof)")
_OR = re.compile(r"(?:\s*\([^()]{1,30}\))?,?\s+(?:and/)?or\s+")
_AND = re.compile(r"(?:\s*\([^()]{1,30}\))?(?:,|,?\s+and)\s+")
_CANCER = re.compile(r"^(?!.*metasta).*(?:cancer|carcinoma|lymphoma|leuka?emia|myeloma|melanoma|sarcoma)")
_ANY_CANCER: Final = re.compile(r"(?:(?:metastatic|advanced) )?cancer|(?:micro|macro)?metastas[ei]s|metastatic disease")
"""What says no more of a cancer that is named."""
_PEOPLE = rf"(?:{PEOPLE}|adult|older|elderly|postmenopausal|male|female)"
_ADJECTIVES: Final = {
    "hypertensive": "hypertension", "hypercholesterolemic": "hypercholesterolemia", "hyperlipidemic": "hyperlipidemia",
    "dyslipidemic": "dyslipidemia", "type 2 diabetic": "type 2 diabetes", "type 1 diabetic": "type 1 diabetes",
    "diabetic": "diabetes", "asthmatic": "asthma", "epileptic": "epilepsy", "schizophrenic": "schizophrenia",
    "depressed": "depression", "obese": "obesity", "osteoporotic": "osteoporosis", "cirrhotic": "cirrhosis",
    "anemic": "anemia", "septic": "sepsis", "hemophilic": "hemophilia", "hypogonadal": "hypogonadism",
    "parkinsonian": "Parkinson's disease", "dyspeptic": "dyspepsia", "acromegalic": "acromegaly",
}  # fmt: skip
_ILL: Final = Wording(
    rf"(?i)(?<![\w-])(?P<ill>{'|'.join(_ADJECTIVES).replace('em', 'a?em')})(?=\s+(?:and\s+\w+\s+)?{_PEOPLE}\b)"
)
"""`asthmatic children` have asthma."""
_COUNT = re.compile(r"(?<![\w.])\d[\d,]*\s(?:[a-z-]+\s){0,3}$")
_ENTERED = re.compile(
    rf"\s{PEOPLE}\s[^.;%]{{0,80}}?\b(?:were|was)\s(?:\w+ly\s)?(?:recruited|enrolled|included|randomi[sz]ed|assigned|allocated|entered)\b"
)
_BURDEN = re.compile(r"\s+(?:incidence|mortality|risk|deaths?|rates?|screening)\b")
"""What follows a disease that patients may get or die of, in titles: `cancer incidence`."""


def diseases(page: Page) -> Iterator[Candidate]:
    """Read one disease per trial: of those in the title, or else of the patients, the one with the longest name.

    Of trials reported together each has what its own patients have, where a sentence about it alone tells that.
    """
    own = dict(_of_named(page))
    several = len(page.trials.reported) > 1
    found = (
        _titled(page)
        or list(_of_counted(page))
        or list(_of_patients(page))
        or _titled(page, burden=True)
        or list(_of_patients_first(page))
    )
    for trial in page.trials.reported:
        ill = [own[trial]] if several and trial in own else _longest(page, found)
        for mention in ill:
            yield _studies(trial, replace(mention, end=ill[-1].end), "disease")
    for trial, mention in own.items():
        if trial not in page.trials.reported:
            yield _studies(trial, mention, "disease of a named trial")


def _studies(trial: Trial, mention: Mention, rule: str) -> Candidate:
    return attribute(trial, "studies", mention.concept, (mention.start, mention.end), rule)  # pyright: ignore[reportArgumentType]


def _titled(page: Page, *, burden: bool = False) -> list[Mention]:
    """Give the diseases of the title in order; those that are only counted in it where asked for."""
    found = [m for s in page.sentences for m in _named(page, s) if page.in_title(m.start) and not _in_name(page, m)]
    return [m for m in found if burden or not _BURDEN.match(page.text, m.end)]


def _named(page: Page, sentence: Sentence) -> list[Mention]:
    """Give the diseases of a sentence in order, adjectives of patients among them."""
    named = [m for m in sentence.of("Disease") if not _LACKED.search(page.text, sentence.start, m.start)]
    for match in _ILL.finditer(page.text, sentence.start, sentence.end):
        name = _ADJECTIVES[match["ill"].lower().replace("aem", "em")]
        entries = (entry.concept for entry in load_lexicon().named(name))
        concept = next((c for c in entries if c.kind == "Disease"), Concept("Disease", name))
        if not any(m.start < match.end() and match.start() < m.end for m in named):
            named.append(Mention(*match.span(), match[0], concept))
    return sorted(named, key=lambda m: m.start)


def _in_name(page: Page, mention: Mention) -> bool:
    """Whether a disease is a part of a name, of an organization or a trial, or of what patients are told apart by."""
    body = mention.text[:1].isupper() and _BODY.match(page.text, mention.end) is not None
    trial = mention.text.isupper() and _TRIAL.match(page.text, mention.end) is not None
    return body or trial or _APART_BY.match(page.text, mention.end) is not None


def _longest(page: Page, found: list[Mention]) -> list[Mention]:
    """Give the longest name with those that `or` joins to it: `advanced gastric cancer or esophageal cancer`.

    `metastatic disease` is no disease of its own beside a cancer that is named.
    """
    sites = [m for m in found if _CANCER.match(_name(m)) and not _ANY_CANCER.fullmatch(_name(m))]
    found = [m for m in found if not sites or not _ANY_CANCER.fullmatch(_name(m))]
    found = [m for m, later in zip_longest(found, found[1:]) if not m.elided or (later and _joined(page, m, later))]
    place = max(range(len(found)), key=lambda i: (len(_name(found[i])), -i), default=0)
    last = next((i for i in range(place, len(found) - 1) if not _joined(page, *found[i : i + 2])), len(found) - 1)
    first = next((i for i in range(place, 0, -1) if not _joined(page, *found[i - 1 : i + 1])), 0)
    return found[first : last + 1]


def _joined(page: Page, earlier: Mention, later: Mention) -> bool:
    if _OR.fullmatch(page.text, earlier.end, later.start):
        return True
    cancers = _CANCER.match(_name(earlier)) and _CANCER.match(_name(later)) and _name(earlier) != _name(later)
    return bool(cancers and _AND.fullmatch(page.text, earlier.end, later.start))


def _name(mention: Mention) -> str:
    return mention.concept.name if isinstance(mention.concept, Concept) else ""


def _of_patients(page: Page) -> Iterator[Mention]:
    for sentence in page.sentences:
        if set(page.trials.named_in(sentence.start, sentence.end)) - set(page.trials.reported):
            continue
        if _APPROVED.search(sentence.text):
            continue
        for mention in _named(page, sentence):
            had = _PATIENTS_WITH.search(page.text, max(sentence.start, mention.start - 90), mention.start)
            called = _CANCER.match(_name(mention)) and _CALLED.match(page.text, mention.end)
            at = had.start() if had else mention.start
            if (had or called) and not _SHARE_OF.search(page.text, max(sentence.start, at - 20), at):
                yield mention


def _of_counted(page: Page) -> Iterator[Mention]:
    """What those have who were counted when the trial began: `63 gastric cancer patients were recruited`."""
    for sentence in page.sentences:
        if set(page.trials.named_in(sentence.start, sentence.end)) - set(page.trials.reported):
            continue
        for mention in sentence.of("Disease"):
            counted = _COUNT.search(page.text, sentence.start, mention.start)
            if counted and _ENTERED.match(page.text, mention.end, sentence.end):
                yield mention


def _of_patients_first(page: Page) -> Iterator[Mention]:
    """What the patients spoken of first have, by a name that is an adverse event's as well: `with heart failure`."""
    for sentence in page.sentences:
        had = _HAVE.search(page.text, sentence.start, sentence.end)
        if had is None:
            continue
        for mention in sentence.of("AdverseEvent"):
            disease = load_lexicon().concept(mention.text, "Disease")
            if disease and mention.start > had.end() and _NEAR.fullmatch(page.text, had.end(), mention.start):
                yield replace(mention, concept=disease)
        return


def _of_named(page: Page) -> Iterator[tuple[Trial, Mention]]:
    """Tell for a trial named alone in a clause the first disease whose patients that names."""
    given: set[Trial] = set()
    for sentence in page.sentences:
        breaks = [match.start() for match in _CLAUSE.finditer(page.text, sentence.start, sentence.end)]
        for start, end in pairwise((sentence.start, *breaks, sentence.end)):
            named = page.trials.named_in(start, end)
            of_patients = (
                m for m in sentence.of("Disease") if start <= m.start < end and _is_of_patients(page, m, start)
            )
            further = _FURTHER.search(page.text, start, end)
            mention = next(of_patients, None) if len(named) == 1 and named[0] not in given and not further else None
            if mention is not None:
                given.add(named[0])
                yield named[0], mention


def _is_of_patients(page: Page, mention: Mention, start: int) -> bool:
    return _HAVE.search(page.text, max(start, mention.start - 60), mention.start) is not None
