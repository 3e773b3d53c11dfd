"""Words in a list of figures that name something we don't know: what is told of it is of nothing else.

`rash (12%), an unheard-of disorder (8%) and nausea (7%)`: the second figure is neither of rash nor of another arm.
"""

import re
from typing import Final

_BRACKETS: Final = re.compile(r"^[^()\[\]]*[)\]]|\([^()]*\)|\[[^\[\]]*\]|[(\[][^()\[\]]*$")
_NAME: Final = re.compile(
    r"\s*(?:,|;|,?\s*and\b)\s*(?:and\s+)?(?!(?:and|or|in|of|for|with|at|on|by|to|from|than|then|after|during|among|given|receiving"
    r"|treated|assigned|those|patients|median|mean|only|vs|versus|compared|increased|decreased|rose|fell|the|while"
    r"|whereas|but|which|who|including|comprising)\b)"
    r"(?P<name>[a-z][\w'/-]{2,}(?:\s[a-z][\w'/-]*){0,5})\s*"
)
_NO_NAME: Final = re.compile(
    r"\b(?:groups?|arms?|patients|cohorts?|controls?|participants|recipients|respectively|weeks?|months?|years?|days?|cycles?"
    r"|versus|vs|was|were|had|is|are|it)\b"
)


def names_unknown_thing(between: str) -> bool:
    """Whether the text between two figures, which holds nothing known, names what the second is of.

    >>> names_unknown_thing("), itchy elbows (")
    True
    >>> names_unknown_thing("%) with one and (")
    False
    """
    bare = _BRACKETS.sub("", between)
    name = _NAME.fullmatch(bare)
    return name is not None and not _NO_NAME.search(name["name"])
