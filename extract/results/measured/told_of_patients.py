"""The wordings that tell an endpoint as what patients did or became, or as the plain subject of two compared shares.

`27 of 36 (75%) became PCR-negative`, `were more likely to return to work (67% v 35%)`, `transfusions were 6% v 11%`.
"""

from typing import Final

from ...people import PEOPLE
from ...wordings import Wording
from .own_words import LONG

_NAME: Final = rf"(?:an?\s+|the\s+|their\s+)?(?P<name>{LONG}(?:\s+of\s+(?:the\s+|an?\s+)?{LONG})?)"
_ENDS: Final = (
    r"(?!\w)(?!\s*\([^()]*\)\s+(?!(?:in|with|and|at|after|by|during|than|compared|versus|vs|v)\b)[a-z])"
    r"(?!\s+(?:at|before)\s+(?:baseline|(?:study\s+)?entry|enrol|inclusion|screening|randomi))"
    r"(?=\s*(?:[,(;:.\[)]|(?:in|with|and|at|after|by|during|within|from|on|for|over|as|when|while|whereas|compared"
    r"|versus|vs|v|than|relative)\b|$))"
)
_DID: Final = (
    r"(?:had|underwent|achieved|attained|showed|required|needed|reported|became|remained|regained|recovered|maintained"
    r"|made|reached|resumed|used|were\s+able\s+to)\s+"
)
_COMPARED: Final = (
    r"(?=[^.;:%(\[]{0,120}?[(\[,:]\s*[^()\[\]%\d]{0,20}\d[\d.]*\s?%?(?:\s*[(\[][^()\[\]]{1,30}[)\]])?\s*"
    r"(?:versus|vs\.?|v\.?|and|compared\s(?:with|to))\s[^()]{0,40}?\d[\d.]*\s?%)"
)
"""Two shares in the bracket behind."""
_NO_SUBJECT: Final = (
    r"(?:corresponding|respective|they|it|these|this|figures?|numbers?|percentages?|proportions?|rates?|incidences?"
    r"|frequenc(?:y|ies)|probabilit(?:y|ies)|estimates?|shares?)"
)
OF_PATIENTS: Final = (
    Wording(
        rf"%(?!\s*(?:CI\b|confidence))\s?[)\]]?(?:\s*[(\[][^()\[\]%]{{1,40}}[)\]])?[^.;:,%()]{{0,110}}?\b{_DID}{_NAME}{_ENDS}"
    ),
    Wording(
        rf"\b(?:[Mm]ore|[Ff]ewer|[Pp]roportions?|[Pp]ercentages?)\b[^.;:%()\d]{{0,120}}?\b(?:{PEOPLE}|group|arm|those)\b"
        rf"[^.;:%()\d]{{0,60}}?\b{_DID}{_NAME}{_ENDS}{_COMPARED}"
    ),
    Wording(
        r"\b(?:more|less|as)\s+likely\s+to\s+(?:(?:have|achieve|attain|reach|show|experience|report|need|require|undergo"
        rf"|become|remain|make|be)\s+)?{_NAME}{_ENDS}{_COMPARED}"
    ),
    Wording(
        r"(?:^|;\s(?:and\s)?|[%)\]],?\sand\s)(?:[Tt]he\s+)?"
        rf"(?P<name>(?!{_NO_SUBJECT}\b)(?>{LONG})(?>(?:\s+of\s+(?:the\s+)?{LONG})?))\s+(?:was|were)\s+(?:only\s+)?"
        r"(?=\d[\d.]*\s?%[^.;%]{0,80}?\b(?:versus|vs|v|compared|and)\b[^.;%]{0,60}?\d[\d.]*\s?%)"
    ),
)
