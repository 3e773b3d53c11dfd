"""The grammar of results: typed quantities, and how they meet endpoints, events, arms and parts of the patients.

`reading` goes through a document sentence by sentence: `sentences` finds the items of a sentence (`quantities`,
`measured`, `patients`), `figures` puts its numbers together, `alignment` tells their arms, and `outcomes` and `events`
make claims of them, of which `contradictions` and `repeats` leave some out.
"""
