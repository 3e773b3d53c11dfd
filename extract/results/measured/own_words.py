"""What an endpoint in a text's own words is made of, for all that read such, and what is of no endpoint.

A name ends before a word that joins, places or compares, and before a verb.
"""

from typing import Final

from ...people import PEOPLE

ENDS: Final = (
    r"(?:and|or|but|nor|versus|vs|v|was|were|is|are|be|been|being|has|have|had|did|do|does|than|with|without|in|of|for|at|on|by"
    r"|between|among|after|before|during|within|until|through|over|under|inside|outside|from|to|per|as|when|while|whereas|that|those|which"
    r"|who|not|no|the|an?|compared|relative|respectively|significantly|only|also|more|less"
    r"|(?:occur|achiev|develop|show|decreas|increas|improv|reach|observ|report|attain|not)(?:r?ed|ing)|seen|found|fell|rose)"
)
WORD: Final = rf"(?!{ENDS}\b)[A-Za-z][\w'’+/-]*"
NOUNS: Final = rf"{WORD}(?:\s{WORD}){{0,4}}"
LONG: Final = rf"{WORD}(?:\s+(?:{WORD}|to|from|by|on)){{0,3}}"
"""Where the words around it hold a name fast: `return to work`."""
NO_ENDPOINT: Final = (
    rf"{PEOPLE}|patient|subject|wom[ae]n|m[ae]n|groups?|arms?|subgroups?|cohorts?|populations?|subsets?|settings?|age|aged|sex|race|baseline|follow-up|comorbidit\w+"
    r"|compliance|adherence|questionnaires?|cycles|courses|infusions|differences?|stud(?:y|ies)|trials?|analys[ei]s|data"
    r"|randomi[sz]\w+|enrol\w+|recruit\w+|withdr\w+(?! (?:movement|symptom|bleeding|syndrome))"
    r"|discontinu\w+|history|prior|previous(?:ly)?|there|it|this|these"
    r"|they|that|those|which|both|all|each|no|not|one|two|three|four|five|six|p|median|mean|results?|evidence|received"
    r"|interactions?|comparisons?|higher|lower|similar|any|same|based"
)
"""What patients, trials and treatments are like; words that only point at something."""
REMEDIED: Final = (
    "response",
    "survival",
    "remission",
    "cure",
    "control",
    "healing",
    "eradication",
    "recovery",
    "success",
)
"""Of what a rate is told in those who have a disease: `the cure rate for malaria`."""
SIGNS: Final = {
    "≤": "<=", "⩽": "<=", "≥": ">=", "⩾": ">=", "> or =": ">=", "< or =": "<=", "below": "<", "under": "<",
    "less than": "<", "fewer than": "<", "above": ">", "greater than": ">", "more than": ">", "at least": ">=",
    "no more than": "<=", "at or below": "<=",
}  # fmt: skip
"""The plain sign of a limit, however it is told."""
