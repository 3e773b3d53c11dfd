"""What the rest of the document says about a short name that it never defines."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from ..terminologies import Term, TerminologyIndex
from .candidates import Step
from .forms import Form

_SHORT: Final = re.compile(r"(?=[\w-]*[A-Z])[\w-]{1,6}")
_BRACKETED: Final = 0.95
_SPELLED: Final = 0.8
_SPELLED_BY_TWO: Final = 0.45
"""Two letters stand in too many words: such a meaning is told, but not chosen."""
_MOST_WORDS: Final = 4
_SPOKEN: Final = 4


def is_short(text: str) -> bool:
    """Whether a name is built like an abbreviation.

    >>> is_short("NTG"), is_short("pain")
    (True, False)
    """
    return _SHORT.fullmatch(text) is not None


def induced(text: str, context: str) -> Iterator[Form]:
    """Give the drug-induced condition, where the document says that this condition is induced by something.

    >>> [form.text for form in induced("dyskinesias", "Levodopa-induced dyskinesias are common. Dyskinesias ...")]
    ['drug-induced dyskinesias']
    """
    stem = re.escape(text.rstrip("s"))
    if text.isalpha() and re.search(rf"[\w]-induced (?:\w+ )?{stem}", context, re.IGNORECASE):
        yield Form(f"drug-induced {text}", steps=(Step("the document speaks of what induces it"),))


def beside_brackets(short: str, context: str) -> Iterator[Form]:
    """Give what stands before a short name in brackets, as in `carfilzomib (K)`, where it may be what is meant.

    >>> [form.text for form in beside_brackets("K", "He had carfilzomib (K).")][-1]
    'carfilzomib'
    """
    place = re.search(rf"((?:[^\s()]+\s+){{1,{_MOST_WORDS}}})[(\[]{re.escape(short)}[)\]]", context.replace("-\n", ""))
    words = [word for part in place[1].split() if (word := part.strip("[]“”\"'"))] if place else []
    for start, word in enumerate(words):
        if len(short) == 1 or word[0].casefold() == short[0].casefold():
            text = " ".join(words[start:])
            yield Form(text, steps=(Step(f"the document writes {text} ({short})", _BRACKETED),))


def spoken_of(term: Term, short: str, context: str) -> bool:
    """Whether a document names a thing, of which it uses a short name, by another name too."""
    names = {name.text.casefold() for name in term.names if len(name.text) > max(len(short), _SPOKEN)}
    here = context.casefold()
    return any(name in here for name in names)


def spelled_in(short: str, context: str, index: TerminologyIndex) -> Iterator[Form]:
    """Give the names in a document that a short name may stand for, the most frequent first."""
    letters = [char for char in short.casefold().removesuffix("s") if char.isalpha()]
    if len(letters) < 2:
        return
    names = Counter(context[span.start : span.end].casefold() for span in index.match(context))
    for name, times in names.most_common():
        if len(name) > len(short) + 2 and spells(letters, name):
            reason = f"{short} may stand for {name}, which the document names {times} times"
            yield Form(name, steps=(Step(reason, _SPELLED if len(letters) > 2 else _SPELLED_BY_TWO),))


def spells(letters: list[str], name: str) -> bool:
    """Whether the letters begin the words of a name, or stand in its one word in this order.

    >>> spells(list("ntg"), "nitroglycerin"), spells(list("alf"), "acute liver failure"), spells(list("ab"), "beta")
    (True, True, False)
    """
    words = re.findall(r"[^\W\d_]+", name)
    if len(words) == len(letters) > 2:
        return all(word[0] == letter for word, letter in zip(words, letters, strict=True))
    if len(words) != 1 or words[0][0] != letters[0]:
        return False
    rest = iter(words[0])
    return all(letter in rest for letter in letters)
