"""The pipeline that every document goes through."""

from functools import cache

import spacy
from spacy.language import Language

from . import abbreviations, assertion, mentions, neural, sentences  # noqa: F401  (they register their factories)
from .registration import register_attributes
from .tokenizer import use_trial_tokens

COMPONENTS = ("trialgraph_sentences", "trialgraph_abbreviations", "trialgraph_mentions", "trialgraph_assertion")
LONGEST_TEXT = 50_000_000
"""Characters; spaCy's own limit is meant for its neural components, which run on single sentences here."""


@cache
def load_pipeline(model: str = "") -> Language:
    """Build the pipeline, once per process.

    `model` names another installed spaCy model (`en_core_sci_md`) or its folder for parsing and entities on demand.
    """
    register_attributes()
    nlp = use_trial_tokens(spacy.blank("en"))
    nlp.max_length = LONGEST_TEXT
    for component in COMPONENTS:
        nlp.add_pipe(component)
    nlp.add_pipe("trialgraph_neural", config={"model": model})
    return nlp
