"""What a sentence measures: endpoints and events, by the lexicon, plain words and the names that a document gives."""
