"""What stands behind several alternatives and is given with, or after, each of them: `A or B, followed by C`.

Offsets are those of the text.
"""

import re
from typing import Final

from .lists import Group
from .merged import Treatment

_SIZED_WITH: Final = re.compile(
    r"\s*\(n\s*=\s*\d+\),?\s+(?:plus|on top of|in combination with|combined with|both with|followed by)\b",
    re.IGNORECASE,
)
_STAGE: Final = re.compile(
    r"(?:\s\([^()]*\)|\s(?:induction|consolidation|therapy|treatment|chemotherapy|alone|and)){0,4},\s"
    r"(?:both\s|each\s)?followed by\b",
    re.IGNORECASE,
)
_WITH_BOTH: Final = re.compile(r",\s(?:plus|with|in combination with)\s(?:\w+\s)?$")


def is_of_all(text: str, groups: list[Group]) -> bool:
    """`A (n = 20) or B (n = 21) plus C`: what stands behind the size of the last arm is given with each."""
    return len(groups) > 1 and groups[-1][1] != "" and _SIZED_WITH.match(text, groups[-1][0][-1].end) is not None


def is_next_stage(text: str, groups: list[Group], mention: Treatment) -> bool:
    """`A or B, followed by C`: what comes later is given after each; not so in `A, or B, followed by C`."""
    if len(groups) == 1 or groups[-1][1] not in {"or", "optional"}:
        return False
    between = text[groups[-2][0][-1].end : groups[-1][0][0].start]
    return "," not in between and _STAGE.match(text, groups[-1][0][-1].end, mention.start) is not None


def is_with_both(text: str, before: list[Treatment], group: Group) -> bool:
    """`A 70 mg or A 27 mg, with B`: behind the comma stands what both doses are given with."""
    members, relation = group
    alike = relation == "or" and len(members) > 1 and [m.drugs for m in before] == [members[0].drugs]
    return alike and _WITH_BOTH.search(text, members[0].end, members[1].start) is not None
