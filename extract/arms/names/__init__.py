"""The names under which a document speaks of its arms, and where it does."""
