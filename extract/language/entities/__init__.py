"""Drugs and diseases that no lexicon knows: a linear model over words and lexicon, and what a document tells of itself.

`recognise` gives the entities of a document. The model is a conditional random field (Lafferty et al. 2001) whose
features are words, their endings and shapes, and what the lexicon found there; the rest are rules on documents.
"""

from .recognition import recognise
from .tagger import EntityTagger, load_tagger

__all__ = ["EntityTagger", "load_tagger", "recognise"]
