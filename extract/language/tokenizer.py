"""spaCy's English tokeniser with the splits that trial numbers, regimens and units need."""

from collections.abc import Callable

from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER, CONCAT_QUOTES, LIST_ELLIPSES, LIST_ICONS
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex, registry

DASHES = "-‐‑‒–—−"
DASH = f"[{DASHES}]"
GLUED_UNIT = "mg|kg|ml|mL|mcg|g|µg|μg|mm|cm|nm|µm|μm|IU"

PREFIXES = ["[<>=≥≤±~×∼≈]", f"{DASH}(?=[0-9{ALPHA}])"]
SUFFIXES = [
    "(?<=[0-9])(?:%|‰)",
    "[<>=≥≤±~×]",
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


def use_trial_tokens(nlp: Language) -> Language:
    """Give the pipeline's tokeniser the rules above; the neural model was trained on the same tokens."""
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, Tokenizer)
    defaults = nlp.Defaults
    for text in WHOLE:
        tokenizer.add_special_case(text, [{"ORTH": text}])
    tokenizer.add_special_case("and/or", [{"ORTH": "and"}, {"ORTH": "/"}, {"ORTH": "or"}])
    tokenizer.prefix_search = compile_prefix_regex([*(defaults.prefixes or []), *PREFIXES]).search
    tokenizer.suffix_search = compile_suffix_regex([*(defaults.suffixes or []), *SUFFIXES]).search
    tokenizer.infix_finditer = compile_infix_regex(INFIXES).finditer
    return nlp


@registry.callbacks("trialgraph.tokens.v1")
def make_callback() -> Callable[[Language], Language]:
    """Registered for spaCy configurations: `@callbacks = "trialgraph.tokens.v1"`."""
    return use_trial_tokens
