"""Tags, lemmas, dependencies and entities by a neural model, for the sentences that ask for them."""

from collections.abc import Iterable
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import is_package
from spacy.vocab import Vocab

from ...ontology.errors import TrialgraphError
from .registration import component

OWN_MODEL = Path(__file__).parent / "model"
BATCH = 16
"""Sentences at a time: small batches fit the processor's cache."""


@component("trialgraph_neural", model="")
def make_neural(nlp: Language, name: str, model: str) -> "NeuralModel":
    """Make the component; `model` names an installed spaCy model or its folder, the shipped one where empty."""
    return NeuralModel(model, nlp.vocab)


class NeuralModel:
    """Stands in the pipeline without touching a document: it costs 20 times all the rest, so it works when asked."""

    def __init__(self, model: str, vocab: Vocab) -> None:
        if model and not is_package(model) and not Path(model).is_dir():
            raise TrialgraphError(
                f"no language model is called {model!r}", remedy="install it with pip, or give the path of its folder"
            )
        self._source: str | Path = model or OWN_MODEL
        self._vocab = vocab
        self._loaded: Language | None = None

    def __call__(self, doc: Doc) -> Doc:
        """Hand the document on as it is."""
        return doc

    @property
    def model(self) -> Language:
        """The spaCy model, loaded at its first use."""
        if self._loaded is None:
            self._loaded = spacy.load(self._source, vocab=self._vocab)
        return self._loaded

    def parse(self, sentences: Iterable[Span]) -> list[Doc]:
        """Give each sentence as a document with tags, lemmas and dependencies; token i is the sentence's token i."""
        with self.model.select_pipes(disable=_present(self.model, "ner", "ner_tok2vec")):
            return list(self.model.pipe((s.as_doc() for s in sentences), batch_size=BATCH))

    def entities(self, sentences: Iterable[Span]) -> list[Span]:
        """Give the entities of the sentences (`Chemical`, `Disease` by the shipped model), as spans of their text."""
        sentences = list(sentences)
        unused = ["parser", "tagger", "attribute_ruler", "lemmatizer"]
        if "ner_tok2vec" in self.model.pipe_names:
            unused.append("tok2vec")
        with self.model.select_pipes(disable=_present(self.model, *unused)):
            docs = self.model.pipe((s.as_doc() for s in sentences), batch_size=BATCH)
            return [
                Span(sentence.doc, sentence.start + e.start, sentence.start + e.end, label=e.label_)
                for sentence, doc in zip(sentences, docs, strict=True)
                for e in doc.ents
            ]


def neural_model(nlp: Language) -> NeuralModel:
    """Fetch the component from a pipeline made by `load_pipeline`."""
    component = nlp.get_pipe("trialgraph_neural")
    assert isinstance(component, NeuralModel)
    return component


def _present(model: Language, *names: str) -> list[str]:
    return [name for name in names if name in model.pipe_names]
