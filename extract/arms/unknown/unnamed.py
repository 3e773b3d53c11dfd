"""Treatments that no lexicon knows, where patients are allocated to them: `randomly assigned to XY12 or placebo`.

Their own name stands for them; to take a known drug from elsewhere in the text would be wrong. Offsets are those of
the cleaned text.
"""

import re
from collections.abc import Container, Iterator
from typing import Final

from ....ontology.facts import Concept
from ...annotated import AnnotatedText
from ...wordings import Wording
from .beside_placebo import names_beside_placebo
from .dosed_names import drug_with_dose
from .of_groups import grouped_names
from .offered import offered_names
from .strategies import strategies

_ALLOCATED: Final = Wording(
    r"\b(?:assigned|allocated?|random(?:ly|i[sz]ed))\b[^.;,]{0,40}?\b(?:to|into|receive)\s+(?:receive\s+)?",
    re.IGNORECASE,
)
_LEAD: Final = re.compile(
    r"(?:\b(?:to|receive|received|either|or|versus|vs|plus|and|with|of)\s+|\+\s*|[(\[][A-D1-4][)\]]\s*)"
    r"(?:\d[\d.,]*\s?(?:mg|g|mcg|µg|mL)(?:/(?:m2|kg|d|day))?\s+(?:of\s+)?)?"
    r"(?:(?:oral|intravenous|subcutaneous|daily|weekly|adjuvant|single-agent|standard|low-dose|high-dose)\s+)*$",
    re.IGNORECASE,
)
_NAME: Final = re.compile(
    r"(?<![\w-])(?:\d?[A-Z][A-Za-z]*[A-Z0-9][A-Za-z0-9]*(?:-(?:[A-Za-z]?\d+|[A-Z][A-Z0-9]+))?|(?P<pair>[A-Z][A-Za-z]{1,4}-[A-Z][a-z]{2,6}))(?![\w-])"
)
_FOLLOWED: Final = re.compile(
    r"(?:\s*(?:\([^()]*\)|\[[^\[\]]*\]|alone|\d[\d.,]*\s?(?:mg|g|mcg|µg|mL)(?:/\w+)?|daily|weekly))*"
    r"\s*(?:,|\+|or\b|and\b(?=[^.;]{3,80}\bplus\b)|versus\b|vs\b|plus\b|combined\b|in combination\b|followed by\b)"
)
_DOSED: Final = re.compile(
    r"\b(?:to|receive|received|or|plus|with)\s+(?:(?:oral|intravenous|subcutaneous|daily|weekly)\s+)*"
    r"(?P<name>[a-z][a-z-]{4,}[a-z])\s+(?:at\s+(?:an?\s+)?doses?\s+of\s+)?[(\[]?\d[\d.,]*\s?(?:or\s\d[\d.]*\s?)?"
    r"(?:mg|g|mcg|[µμ]g|[µμ]M|IU|MU)\b"
)
_PARTNER: Final = re.compile(r"\bplus\s+(?P<name>[a-z][a-z-]{4,}[a-z])(?=\s*(?:[)\],;(]|or\b|versus\b|vs\b))")
_OTHERS: Final = re.compile(r"\b(?:patients|women|men|we|stratified|who|which)\b|\.\s")
_OFTEN: Final = 3
"""So often a name must stand in the text that might be of two people: `SAR-Lis`, no `Child-Pugh`."""
_REACH: Final = 200
"""Characters behind the verb that may name what patients are allocated to."""
_NO_NAME: Final = re.compile(
    r"^(?:arm|group|[IVX]+|CI|OS|PFS|QoL|HRQoL|ECOG|WHO|EU|US|UK|TNM|IV|SC|IM|PO|AUC|ITT|PS|DNA|RNA|MRI|PET|BMI)$|^\d+[a-z]?$|^[A-D][1-4]?$"
    r"|^(?:[QBT]ID|QO?D|QHS|QW|QM|[BT]IW|PRN|Q\d+[A-Z]{1,2}|Q-[A-Z]{1,4})$"
)
_COMMON: Final = re.compile(
    r"(?:single|double|tandem|treatment|therapy|drug|group|active|study|intervention|supplement\w{0,30}|control|experimental|regimen|arm|dose|"
    r"placebo|vaccin\w{1,30}|injections?|tablets?|capsules?|mouthwash|cream|gel|either|both|receiv\w{1,3}|undergo|continued?|given)$"
)


def unnamed_treatments(page: AnnotatedText, taken: Container[str]) -> dict[str, frozenset[Concept]]:
    """Find the unknown treatments to which patients are allocated, under the names that the text gives them.

    `taken` are names that mean something else.
    """
    known = {m.text.lower() for m in page.mentions}
    found = {name: frozenset({Concept("Drug", name.lower())}) for name in grouped_names(page, taken)}
    for sentence in page.sentences:
        allocated = _ALLOCATED.search(sentence.text)
        told = _names(page, sentence.start + allocated.end(), sentence.end) if allocated else ()
        beside = names_beside_placebo(page, sentence, taken)
        for name in (*told, *offered_names(page, sentence, taken), *beside):
            if name not in taken and name.lower() not in known and not _NO_NAME.search(name):
                spelled = page.abbreviations.get(name, name).lower()
                found[name] = drug_with_dose(page, name) or frozenset({Concept("Drug", spelled)})
        groups = ((n, drugs) for n, drugs in strategies(page, sentence) if n not in taken and n.lower() not in known)
        found.update(groups)
    return found


def _names(page: AnnotatedText, start: int, end: int) -> Iterator[str]:
    others = _OTHERS.search(page.text, start, min(end, start + _REACH))
    end = others.start() if others else min(end, start + _REACH)
    for match in (*_DOSED.finditer(page.text, start - len("receive "), end), *_PARTNER.finditer(page.text, start, end)):
        known = page.between(start, end)
        if not _COMMON.search(match["name"]) and not any(
            m.start < match.end("name") and match.start("name") < m.end for m in known
        ):
            yield match["name"]
    for match in _NAME.finditer(page.text, start, end):
        limit = match.end() + page.text.startswith(" ", match.end())  # OROS methylphenidate: a form of the drug
        inside = any(m.start <= limit and match.start() < m.end for m in page.between(start, end))
        led = _LEAD.search(page.text, max(0, start - 20), match.start())
        if (
            not inside
            and not (match["pair"] and page.text.count(match["pair"]) < _OFTEN)
            and led
            and (_FOLLOWED.match(page.text, match.end(), end) or {"or", "+"} & set(led[0].lower().split()))
        ):
            yield match[0]
