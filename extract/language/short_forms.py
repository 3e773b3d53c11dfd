"""What a short form looks like."""

import re

SHORT = re.compile(r"[.+-]?(?:[^\W_]|\[[\w+]+\])(?:[\w/&.+\-–‐*'’]|[(\[](?:[\w.]+|[+-])[)\]]| (?=\w)| [+&] ){0,14}")
SMALL_LETTERS = re.compile(r"[^\W\d_]{2,4}\d{0,2}")
NUMBER_WITH_UNIT = re.compile(r"\d[\d.]* ")
LETTER_WITH_VALUE = re.compile(r"[A-Za-z]\s*[=<>≤≥]")
ELEMENTS = re.compile(r"[A-Z][a-z]?(?:(?:, | and |, and )[A-Z][a-z]?){2,}")
NOT_SHORT = frozenset(
    "I II III IV V VI VII VIII IX X and or the see both not all mean none data men i ii iii iv".split()
)


def is_short_form(short: str) -> bool:
    """Whether the string is built like an abbreviation: short, at most two words, with a capital letter or digit."""
    if not 1 <= len(short) <= 15 or not SHORT.fullmatch(short) or short in NOT_SHORT:
        return False
    if NUMBER_WITH_UNIT.match(short) or len(re.findall(r"\w\S*", short)) > 2:
        return False
    return any(c.isupper() for c in short) or bool(SMALL_LETTERS.fullmatch(short))


def first_short_form(inside: str) -> str:
    """Give the short form with which the text inside a bracket begins; empty where it has none.

    >>> first_short_form("PFS; primary end point"), first_short_form("n = 12"), first_short_form("Al, B, Ba, and Ca")
    ('PFS', '', '')
    """
    if LETTER_WITH_VALUE.match(inside) or ELEMENTS.fullmatch(inside):
        return ""
    short = re.split(r"[,;=]| or | and ", inside)[0].strip(" \"'“”‘’")
    return short if is_short_form(short) else ""
