"""Short documents about published trials, for the first run, the tests and the guide.

Written for trialgraph, one per format that it reads. The figures are those of the published trials; the sentences are
ours, and so are the PubMed number 99000001 and the journal "Examples of trialgraph", which do not exist.
"""
