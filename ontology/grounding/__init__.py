"""From names to identifiers: candidates of the lexicon and of whole terminologies, each with its score and reasons.

>>> from trialgraph.ontology.lexicon import load_lexicon
>>> choice = Grounder(load_lexicon()).ground("Sarclisa").choice
>>> choice.label, choice.curie, round(choice.score, 2)
('isatuximab', 'NCIT:C90578', 0.98)
"""

from .candidates import Candidate, Grounding, Match, Step
from .grounder import GOOD, Grounder

__all__ = ["GOOD", "Candidate", "Grounder", "Grounding", "Match", "Step"]
