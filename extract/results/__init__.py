"""The grammar of results: typed quantities, and how they meet endpoints, events, arms and parts of the patients.

`reading` goes through a document sentence by sentence, and `carried` is what one leaves in force for the next.
`sentences` finds the items of a sentence (`quantities`, `measured`, `patients`), unless it tells `no_results`; in
`meeting` its `figures` are put together and find their arms (`alignment`), and `outcomes` and `events` make claims of
them, of which `contradictions` and `repeats` leave some out.
"""
