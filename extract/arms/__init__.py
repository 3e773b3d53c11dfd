"""Arms: the regimens a document sets against each other, and the words with which it speaks of them.

`discovery` finds them: `treatments` tells what is given, `groups` and `allocation` to whom, `unknown` what no lexicon
knows. All that is found stands in the `registry`; `names` are the words for it, `sizes` and `reading` make claims.
"""
