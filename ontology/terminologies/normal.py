"""One key for all spellings of a name: case, accents, dashes, Greek letters, British or American, singular or plural.

Text and names go through the same rules, so a rule may do violence to a word; what counts is that it does the same to
all spellings of a name and to no two names. Which spellings may stand for each other is decided in `matching`.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

_WORD: Final = re.compile(r"[^\W_]+")
_POSSESSIVE: Final = re.compile(r"['’]s\b")
_APOSTROPHES: Final = ("'", "’")
_GREEK: Final = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "ζ": "zeta", "η": "eta", "θ": "theta",
    "κ": "kappa", "λ": "lambda", "μ": "mu", "σ": "sigma", "τ": "tau", "φ": "phi", "χ": "chi", "ω": "omega",
}  # fmt: skip
_FUNCTION_WORDS: Final = frozenset(("of", "the", "in", "to", "and", "with", "for", "a", "an", "by", "due"))
_LISTING: Final = frozenset(("and", "or", "not", "with", "without", "other", "due"))
_SPELLINGS: Final = tuple(
    (re.compile(pattern), american)
    for pattern, american in (
        (r"ae|oe", "e"),
        (r"our(?=$|s$|ed$|ing$|less$|al$)", "or"),
        (r"is(?=ed$|ing$|ation$|ations$)", "iz"),
        (r"(?<=[bt])re(?=$|s$)", "er"),
        (r"sulph", "sulf"),
    )
)
_PLURALS: Final = tuple(
    (re.compile(pattern), singular)
    for pattern, singular in (
        (r"ies$", "y"),
        (r"(?:sis|ses|zes)$", "se"),
        (r"(?<=ss)es$|(?<=x)es$|(?<=[cs]h)es$", ""),
        (r"(?<![sui])s$", ""),
    )
)
_SHORTEST_SPELLING, _SHORTEST_PLURAL = 6, 5


class Token(NamedTuple):
    """A word of a text: where it stands (zero-based, half-open, code points), and its part of the key."""

    start: int
    end: int
    form: str


def tokens(text: str) -> list[Token]:
    """Cut a text into words.

    >>> [token.form for token in tokens("β2-microglobulin in Hodgkin's tumours")]
    ['beta2', 'microglobulin', 'in', 'hodgkin', 'tumor']
    """
    found: list[Token] = []
    after = 0
    for word in _WORD.finditer(text):
        start, end = word.span()
        if start >= after:
            possessive = _POSSESSIVE.match(text, end) if text[end : end + 1] in _APOSTROPHES else None
            after = possessive.end() if possessive else end
            found.append(Token(start, end, _form(word.group())))
    return found


def forms(name: str) -> list[str]:
    """Give the forms of the words alone: what `tokens` does, for names by the million."""
    plain = _POSSESSIVE.sub("", name) if any(mark in name for mark in _APOSTROPHES) else name
    return [_form(word) for word in _WORD.findall(plain)]


def key(name: str) -> str:
    """Bring a name to its key, without anything between the words.

    >>> key("Non-Hodgkin lymphomas") == key("nonhodgkin Lymphoma")
    True
    """
    return "".join(forms(name))


def natural(name: str) -> str:
    """Turn a name that stands the way of a printed index into the way of a sentence.

    >>> natural("Leukemia, Myeloid, Acute"), natural("Heart, lungs, and liver")
    ('Acute Myeloid Leukemia', 'Heart, lungs, and liver')
    """
    if ", " not in name:
        return name
    parts = name.split(", ")
    listed = any(part.partition(" ")[0].lower() in _LISTING for part in parts)
    return name if listed else " ".join(reversed(parts))


def bag(name: str) -> str:
    """Bring a name to the words that carry it, in one order; empty for a name of one word.

    >>> bag("cancer of the lung") == bag("Cancers, Lung")
    True
    """
    return bag_of(forms(name))


def bag_of(words: list[str]) -> str:
    """Bring the forms of a name's words into one order, without words of grammar; empty for a single word."""
    return " ".join(sorted(word for word in words if word not in _FUNCTION_WORDS)) if len(words) > 1 else ""


def fold(name: str) -> str:
    """Forget case, accents and the look of dashes, nothing else.

    >>> fold("Sjögren–Larsson")
    'sjogren-larsson'
    """
    return _dashes(_plain(name.casefold()))


def _dashes(text: str) -> str:
    return text if text.isascii() else re.sub(r"[‐‑‒–—−]", "-", text)


def _plain(text: str) -> str:
    if text.isascii():
        return text
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


@lru_cache(maxsize=1 << 16)
def _form(word: str) -> str:
    if len(word) > 2 and word[-1] == "s" and word[:-1].isupper():
        return word[:-1].casefold()
    form = _plain(word.casefold())
    if not form.isascii():
        form = "".join(_GREEK.get(char, char) for char in form)
    if len(form) >= _SHORTEST_SPELLING and form.isalpha():
        for pattern, american in _SPELLINGS:
            form = pattern.sub(american, form)
    return _singular(form) if len(form) >= _SHORTEST_PLURAL and form.isalpha() else form


def _singular(form: str) -> str:
    for pattern, singular in _PLURALS:
        changed = pattern.sub(singular, form)
        if changed != form:
            return changed
    return form
