"""Short documents with published figures in our own words, for the first run and the tests."""
