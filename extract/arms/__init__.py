"""Arms: the regimens a document sets against each other, and the words with which it speaks of them."""
