"""The words of trialgraph: vocabulary, shapes, lexicon, and the types of documents and facts."""
