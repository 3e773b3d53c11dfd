"""Invented drug names, put in the place of known ones so that names never seen before are taken for drugs."""

from random import Random

from spacy.tokens import Doc, Span

SYLLABLES = (
    "ba be bi bo ca ce ci co da de di do fa fe fi fo ga ge gi go la le li lo ma me mi mo na ne ni no pa pe pi po ra re "
    "ri ro sa se si so ta te ti to va ve vi vo xa ze zo bri cla dra flu gli pra tri tra ol en ix el an ur il"
).split()
STEMS = (
    "mab zumab tinib zomib rafenib limus platin taxel rubicin citabine domide statin sartan olol pril azole gliflozin "
    "glutide cillin mycin floxacin caine pam done dipine tide mide stat cept cel metinib"
).split()
HELD_OUT = "ciclib parib gliptin xaban prazole setron triptan lukast vaptan gatran lutamide lisib degib clax".split()
"""Stems that no generated name has: names built with them measure how unseen names fare."""
COMPANIES = "ABT AZD BMS LY MK SAR GSK PF TAK JNJ ONO BAY RO CC AMG".split()


def drug_name(random: Random, endings: list[str]) -> str:
    """Invent a name: with an international stem, with the ending of an ordinary word, or like a company's code."""
    kind = random.random()
    if kind < 0.08:
        return random.choice(COMPANIES) + str(random.randint(100, 999999))
    root = "".join(random.choices(SYLLABLES, k=random.choice((2, 2, 3))))
    name = root + random.choice(endings if kind < 0.5 else STEMS)
    return root + random.choice(STEMS) if name.endswith(tuple(HELD_OUT)) else name


def swap_names(doc: Doc, random: Random) -> Doc | None:
    """Copy the document with invented names for its one-word chemicals, the same one for the same word."""
    words = [token.text for token in doc]
    endings = [word[-4:] for word in words if word.isalpha() and word.islower() and len(word) > 5]
    invented: dict[str, str] = {}
    for entity in doc.ents:
        text = entity.text
        if entity.label_ == "Chemical" and len(entity) == 1 and len(text) > 4 and text.isalpha() and not text.isupper():
            name = invented.setdefault(text.lower(), drug_name(random, endings or list(STEMS)))
            words[entity.start] = name[0].upper() + name[1:] if text[0].isupper() else name
    if not invented:
        return None
    copy = Doc(doc.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc])
    copy.set_ents([Span(copy, e.start, e.end, label=e.label_) for e in doc.ents])
    return copy
