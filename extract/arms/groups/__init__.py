"""Groups that a text calls by a sign, a number or a word, and what it tells that each of them is given."""
