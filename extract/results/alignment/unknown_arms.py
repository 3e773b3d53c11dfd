"""Arms that are unknown to us: figures beside the names of groups and treatments that no arm has.

Such figures are of no arm that we know, nor of all patients. Offsets are those of the cleaned text.
"""

import re
from typing import Final

from ...context import Context
from ...people import PEOPLE
from ...wordings import Wording
from ..figures.clusters import Cluster
from ..figures.figure import Figure
from ..items import Sentence, distinct

_GROUP_WORD: Final = Wording(
    r"(?<!\bboth )(?<!between )(?<!\btwo )(?<!\ball )(?<!\beach )(?<!\bthe )(?<!these )(?<!treatment )(?<!study )"
    r"(?<!assigned )(?<!respective )(?<!whole )(?<!entire )(?<!total )(?<!overall )"
    r"\b(?:groups?|arms?|regimens?|cohorts?)\b",
    re.IGNORECASE,
)
_STANDS_FOR: Final = re.compile(
    r"[)\]\s]*(?:in|for|with|on|receiving|given|treated with)\s+(?:the\s+)?(?:[A-Z][\w/+-]*[A-Z0-9]"
    r"|[\w/+-]+\s+(?:group|arm|regimen)|(?:two|three)\s(?!treatment\b|study\b|active\b)[\w/+-]+\s+(?:groups|arms))\b"
)
_LABEL: Final = re.compile(
    r"\s*[(\[](?!(?:CI|P|N|SD|SE|SEM|IQR|HR|OR|RR|NS|AUC|ITT)\b)[A-Z][A-Za-z]{0,3}[A-Z](?:[- ]?\d{1,4})?[)\]]"
)
_WITH_DRUG: Final = re.compile(
    r"\s*(?:\([^()]*\)\s*)?(?:(?:of|in|for|among)\s+(?:the\s+)?(?:patients|those|women|men)\s+)?"
    r"(?:with|on|for|in|given|receiving|who received|treated with|assigned to)\s+(?:the\s+)?"
)
_WITH_ALONE: Final = re.compile(r"\b(?:with|than|or)\s+$")
_OWN: Final = re.compile(r"\s*[(\[]\s*[\d.]+\s?(?:%|[a-z]+)?")
_CLOSED: Final = re.compile(r"(?:[;,]\s(?!\d)[^()\[\]]*)?[)\]]")
_WITH: Final = re.compile(
    r"\b(?:rates?|survival|duration|responses?|time|control|benefit|PFS|OS)\s+(?:with|after|on|under|during|to|for)\s+$"
)
_WAS: Final = re.compile(r"(?:[- ](?:re-?)?(?:treatment|therapy|rechallenge))?\s+(?:was|were|of|is)\b")
_GIVEN: Final = re.compile(
    r"\b(?:who received|treated with|given|receiving)\s+(?:the\s+)?"
    r"(?P<what>[\w-]+(?:\s[\w-]+){0,2}?\s?(?:therapy|treatment|regimens?|group|arm))(?P<open>\s*[(,]\s*)$"
)
_WHO_GOT: Final = re.compile(
    rf"\b{PEOPLE}\s+(?:who\s+(?:were\s+)?)?(?:treated with|receiving|received|given)\s+(?:the\s+)?$", re.IGNORECASE
)
_TOLD: Final = frozenset({"arm", "regimen", "treatment"})
_OPENS: Final = re.compile(
    r"\W*(?:[A-Z][a-z]+,\s+)?(?:(?:[Tt]he|[Aa]ddition|[Uu]se|[Aa]dministration|[Tt]reatment|[Tt]herapy|of|with)\s+)*"
)
ACTS: Final = re.compile(
    r"\s+(?:(?:treatment|therapy|alone|also|significantly|markedly|did|does|had|has|was|not|no)\s+){0,3}"
    r"(?:reduc|decreas|increas|improv|prolong|lower|delay|prevent|extend|effect|associated with|result|led to)"
)
_ORDINALS: Final = re.compile(
    r"\b(?:first|second|third|fourth|fifth),? (?:and|or) (?:the )?(?:second|third|fourth|fifth|sixth|last|subsequent)\b"
)
"""`during the first and second infusions (2% and 1%, respectively)`: figures of occasions, not of arms."""
_KINDS_OF_PATIENTS: Final = re.compile(
    r"\b(?:non-?)?responders?\b|\b(?:un)?resectable\b"
    r"|\b(?:sensitive|resistant|refractory|positive|negative|wild[- ]type|muta(?:nt|ted|tion))\b"
    r"|\b(?:high|low|higher|lower|increased|decreased|elevated|male|female|men|women|stage)\b",
    re.IGNORECASE,
)
_COMPARED: Final = Wording(
    r"\brandom(?:ly|i[sz])|\bcross-?over\b|\bplacebo-controlled\b|\b(?:was|were) compared\b", re.IGNORECASE
)
_ASSIGNED: Final = Wording(
    r"\b(?:patients|women|men|participants|subjects|children|adults|volunteers|were|was)\s+(?:were\s+)?"
    r"(?:randomly\s+(?:assigned|allocated|divided)|randomi[sz]ed\s+(?:to|into|between))\b",
    re.IGNORECASE,
)
_OF_ALL: Final = re.compile(
    r"\b(?:all|overall(?! surv| resp)|total|entire|whole|both|each|every|no patients?|none)\b", re.IGNORECASE
)
_UNDER: Final = re.compile(
    r"\b(?:with|on|after|during|by|for|of|receiving|received|given|taking|using)\s+(?:the\s+)?$|^\W*$", re.IGNORECASE
)
_GROUP: Final = re.compile(r"[- ](?:treated\s+)?(?:groups?|arms?|patients|recipients)\b", re.IGNORECASE)
_PAIR: Final = 2
_REACH: Final = 20


def is_of_unknown_arm(context: Context, sentence: Sentence) -> bool:
    """Whether a sentence tells of one of several treatments, none of which is known to be an arm.

    `Side effects of A were rash (12%)`, where A and B were compared.
    """
    if context.arms.all:
        return False
    text = context.page.text
    named = (m for m in context.page.between(sentence.start, sentence.end) if m.kind in {"Drug", "Regimen"})
    told = any(
        _UNDER.search(text[max(sentence.start, m.start - _REACH) : m.start]) or _GROUP.match(text, m.end) for m in named
    )
    if told and _COMPARED.search(text) is not None:
        return True
    return _ASSIGNED.search(text) is not None and not _OF_ALL.search(sentence.text)


def names_other_drug(sentence: Sentence, cluster: Cluster) -> bool:
    """Whether a figure is said to be of a drug that is no known arm: `18.9 months with A`, `with A (31 months)`."""
    drugs = sentence.between(cluster.start, cluster.limit, "treatment", "regimen")
    return any(
        (figure.end <= drug.start and _WITH_DRUG.fullmatch(sentence.gap(figure.end, drug.start)))
        or (
            _WITH_ALONE.search(sentence.gap(sentence.start, drug.start))
            and _OWN.fullmatch(sentence.gap(drug.end, figure.end))
            and _CLOSED.match(sentence.whole, figure.end)
        )
        for figure in cluster.figures
        for drug in drugs
    )


def of_other_treatment(sentence: Sentence, figure: Figure) -> bool:
    """`the response rate with A re-treatment was 8%`: of a treatment that no arm is given, where no arm is named.

    So it is of patients who are said to be given it, or a combination that is no arm: `47 patients treated with A`.
    """
    if any(i.kind == "arm" for i in sentence.items):
        return False
    given = sentence.between(sentence.start, figure.start, "treatment", "regimen")
    if any(_WHO_GOT.search(sentence.gap(sentence.start, i.start)) for i in given):
        return True
    drugs = sentence.between(sentence.start, figure.start, "treatment")
    return any(
        _WITH.search(sentence.gap(sentence.start, drug.start)) and _WAS.match(sentence.gap(drug.end, figure.start))
        for drug in drugs
    )


def acts_alone(sentence: Sentence, start: int) -> bool:
    """`B did not reduce pain (60% vs 46%)`: whether a sentence is about a drug that no arm is given."""
    if sentence.between(sentence.start, start, "arm"):
        return False
    drugs = sentence.between(sentence.start, start, "treatment")[:1]
    opens = drugs and _OPENS.fullmatch(sentence.gap(sentence.start, drugs[0].start))
    return bool(opens and ACTS.match(sentence.whole, drugs[0].end, start))


def of_unknown(sentence: Sentence, start: int) -> bool:
    """Whether a figure stands right behind a treatment that is none we know: `who received chemoimmunotherapy (15%`."""
    given = _GIVEN.search(sentence.gap(max(sentence.start, start - 80), start))
    if given is None:
        return False
    place = start - len(given["what"]) - len(given["open"])
    return not any(i.start < start and place < i.end for i in sentence.items if i.kind in _TOLD)


def _labelled_by_unknown(sentence: Sentence, figure: Figure) -> bool:
    """`4.3% (LTG 100)`: whether the bracket behind a figure holds a name that is no known arm."""
    label = _LABEL.match(sentence.whole, figure.end, sentence.end)
    known = [i for i in sentence.items if i.kind != "quantity"]
    return label is not None and not any(i.start < label.end() and label.start() < i.end for i in known)


def stands_for_unknown(sentence: Sentence, figure: Figure, limit: int) -> bool:
    """`55% (95% CI 49-60) with XYZ`: whether a figure is of a name behind it that is no known arm."""
    behind = _STANDS_FOR.match(sentence.whole, figure.end, limit)
    known = (i for i in sentence.items if i.kind in {"arm", "population", "endpoint", "event", "absorber"})
    return behind is not None and not any(i.start < behind.end() and behind.start() < i.end for i in known)


def names_others(sentence: Sentence, cluster: Cluster) -> bool:
    """Whether the words beside figures name groups that are no known arms, so that no order may be assumed."""
    items = [i for i in sentence.items if i.kind in {"arm", "population", "endpoint", "event", "absorber"}]
    edges = {i.end for i in items if i.kind == "arm"}
    window = (cluster.start, cluster.limit)
    ahead = distinct(sentence.between(sentence.start, cluster.start, "arm"))
    since = sentence.start if len(ahead) < _PAIR else cluster.start
    if cluster.trial is None and sentence.between(since, cluster.limit, "regimen"):
        return True
    if "respectively" in sentence.text and _ORDINALS.search(sentence.gap(cluster.start, cluster.figures[0].start)):
        return True
    for match in _GROUP_WORD.finditer(sentence.whole, *window):
        if (
            not any(i.start <= match.start() < i.end + 2 for i in items if i.kind == "arm")
            and match.start() not in edges
            and not (len(cluster.figures) > 1 and sentence.whole.startswith(":", match.end()))  # gBRCA cohort: 21 v 5
        ):
            return True
    if cluster.trial is None and any(stands_for_unknown(sentence, f, cluster.limit) for f in cluster.figures):
        return True
    if cluster.trial is None and any(_labelled_by_unknown(sentence, f) for f in cluster.figures):
        return True
    parts = sentence.between(*window, "population", "event", "endpoint", "quantity")  # grade 3 or higher, increased ALT
    kinds = [
        k
        for k in _KINDS_OF_PATIENTS.finditer(sentence.whole, *window)
        if not any(i.start <= k.start() and k.end() <= i.end for i in parts)
        and not sentence.whole.startswith(":", k.end())
    ]
    return len(kinds) > 1 and not sentence.between(*window, "arm")
