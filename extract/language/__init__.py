"""The spaCy pipeline: tokens, sentences, abbreviations, mentions of concepts, and what is asserted of them."""
