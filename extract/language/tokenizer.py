"""spaCy's English tokeniser with the splits that trial numbers, regimens and units need."""

# spaCy's tokeniser is compiled and carries no types.
# pyright: reportUnknownVariableType=false, reportUnknownMemberType=false, reportUnknownArgumentType=false
# pyright: reportUntypedBaseClass=false

import re
from collections.abc import Callable
from itertools import pairwise

from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER, CONCAT_QUOTES, LIST_ELLIPSES, LIST_ICONS
from spacy.lang.tokenizer_exceptions import emoticons
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

DASH = "[-‐‑‒–—−]"
DASHES = frozenset(DASH[1:-1])
GLUED_UNIT = "mg|kg|ml|mL|mcg|g|µg|μg|mm|cm|nm|µm|μm|IU"

PREFIXES = ["[<>=≥≤±~×∼≈]", f"{DASH}(?=[0-9{ALPHA}])"]
SUFFIXES = [
    "(?<=[0-9])(?:%|‰)",
    "[<>=≥≤±~×]",
    r"(?<=[0-9a-z][A-Z])\.",
    r"(?<=^[A-Z])\.",
    rf"(?<=[{ALPHA}0-9\)]){DASH}",
    "(?<=[0-9])(?:mg|kg|ml|mL|g|µg|μg|m2|mm|cm|nm|µm|μm|°C|h|min)",
]
INFIXES = [
    *LIST_ELLIPSES,
    *LIST_ICONS,
    r"(?<=[0-9])[+\*^](?=[0-9-])",
    rf"(?<=[{ALPHA_LOWER}{CONCAT_QUOTES}])\.(?=[{ALPHA_UPPER}{CONCAT_QUOTES}])",
    rf"(?<=[{ALPHA}]),(?=[{ALPHA}])",
    rf"(?<=[{ALPHA}0-9\)\]%®™]){DASH}(?=[{ALPHA}0-9\(\[≥≤<>])",
    rf"(?<=[{ALPHA}0-9\)\]])[:<>=/~≥≤±×·](?=[{ALPHA}\(])",
    rf"(?<=[0-9\)\]%{ALPHA}])[<>=≥≤±×/:~](?=[0-9\(])",
    rf"(?<=[{ALPHA}0-9])[\(\[](?=.)",
    rf"(?<=[{ALPHA}0-9%])[\)\]](?=.)",
    rf"(?<=[{ALPHA}0-9])\+(?=[{ALPHA}])",
    rf"(?<=[0-9])(?=(?:{GLUED_UNIT})(?![{ALPHA}]))",
    rf"(?<=[0-9])%(?=[{ALPHA}0-9])",
    "(?<=[A-Z]),(?=[0-9])",
    rf"(?<=[0-9]);(?=[0-9{ALPHA}])",
    rf"(?<=[{ALPHA}\)%]);(?=[0-9{ALPHA}])",
]
WHOLE = "al. Fig. Figs. fig. figs. Ref. Refs. Suppl. i.v. s.c. p.o. +/- -/- +/+".split()

NOT_WHOLE = {*emoticons, "r.", "d."}
"""What a sentence may end with: `8)`, `lopinavir/r.`, `50 mg/d.`"""


UNBROKEN = re.compile(r"(?:[^\w\s]{16}|\S{300})(?=\S)")
"""spaCy's tokeniser takes quadratic time over text without spaces, so such text is cut here first."""


class TrialTokenizer(Tokenizer):
    """A tokeniser whose time grows with the length of the text, whatever is in it."""

    def __call__(self, string: str) -> Doc:
        """Cut a text into tokens; nothing of it is lost."""
        cuts = [match.end() for match in UNBROKEN.finditer(string)]
        if not cuts:
            return super().__call__(string)
        pieces = [super(TrialTokenizer, self).__call__(string[a:b]) for a, b in pairwise([0, *cuts, len(string)])]
        words = [token.text for piece in pieces for token in piece]
        spaces = [bool(token.whitespace_) for piece in pieces for token in piece]
        return Doc(self.vocab, words=words, spaces=spaces)


def use_trial_tokens(nlp: Language) -> Language:
    """Give the pipeline a tokeniser with the rules above; the neural model was trained on the same tokens."""
    defaults = nlp.Defaults
    nlp.tokenizer = TrialTokenizer(
        nlp.vocab,
        rules={text: rule for text, rule in (defaults.tokenizer_exceptions or {}).items() if text not in NOT_WHOLE},
        prefix_search=compile_prefix_regex([*(defaults.prefixes or []), *PREFIXES]).search,
        suffix_search=compile_suffix_regex([*(defaults.suffixes or []), *SUFFIXES]).search,
        infix_finditer=compile_infix_regex(INFIXES).finditer,
        token_match=defaults.token_match,
        url_match=defaults.url_match,
    )
    for text in WHOLE:
        nlp.tokenizer.add_special_case(text, [{"ORTH": text}])
    nlp.tokenizer.add_special_case("and/or", [{"ORTH": "and"}, {"ORTH": "/"}, {"ORTH": "or"}])
    return nlp


@registry.callbacks("trialgraph.tokens.v1")
def make_callback() -> Callable[[Language], Language]:
    """Give spaCy's configurations the tokens above: `@callbacks = "trialgraph.tokens.v1"`."""
    return use_trial_tokens
