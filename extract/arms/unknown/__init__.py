"""Treatments that no lexicon knows, where the text allocates patients to them."""
