"""The pipeline that every document goes through."""

from functools import cache

import spacy
from spacy.language import Language

from . import abbreviations, mentions, neural, sentences
from .entities import component as entities
from .tokenizer import use_trial_tokens

FACTORIES = {
    "trialgraph_sentences": sentences.make_sentences,
    "trialgraph_abbreviations": abbreviations.make_abbreviations,
    "trialgraph_mentions": mentions.make_mentions,
    "trialgraph_entities": entities.make_entities,
    "trialgraph_neural": neural.make_neural,
}
"""The components in their order; importing their modules registers them."""
LONGEST_TEXT = 50_000_000
"""Characters; spaCy's own limit is meant for its neural components, which run on single sentences here."""


@cache
def load_pipeline(model: str = "") -> Language:
    """Build the pipeline, once per process.

    `model` names another installed spaCy model (`en_core_sci_md`) or its folder for parsing and entities on demand;
    TrialgraphError where there is none of that name.
    """
    nlp = use_trial_tokens(spacy.blank("en"))
    nlp.max_length = LONGEST_TEXT
    for name in FACTORIES:
        nlp.add_pipe(name, config={"model": model} if name == "trialgraph_neural" else {})
    return nlp
