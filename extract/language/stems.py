"""Drugs that no lexicon knows, by the way their names are built: INN stems and company codes."""

import re

STEMS = (
    "mab|zomib|tinib|ciclib|parib|lisib|rafenib|degib|clax|limus|platin|rubicin|taxel|tecan|citabine|arabine|bine|"
    "bendazole|stat|stim|grastim|cept|leucel|tansine|vedotin|deruxtecan|govitecan|lutamide|terone|trozole|relix|"
    "fenib|metinib|brutinib|setron|domide|bicin|mustine|trexed|trexate|afenib|sertib|nexor|metostat|inostat|rasib|"
    "denosine|fulvene|gliptin|gliflozin|glutide|xaban|gatran|sartan|prazole|floxacin|conazole|dronate|kinra|vastatin"
)
INN = re.compile(rf"[a-z]{{2,}}(?:{STEMS})", re.IGNORECASE)
PAYLOAD = re.compile("[a-z]*(?:dotin|deruxtecan|tansine|govitecan|tesirine|ozogamicin|leucel)")
"""The second word of an antibody-drug conjugate's or a cell therapy's name."""
CODE = re.compile(r"[A-Z]{2,6}[-‐‑–]?\d{3,7}[A-Z]{0,2}")
NO_DRUG = frozenset(
    "combine turbine carbine concubine columbine rheostat thermostat hemostat cryostat cognistat concept accept except "
    "percept precept intercept aldosterone antialdosterone corticosterone deoxycorticosterone testosterone "
    "dihydrotestosterone progesterone".split()
)
REGISTRIES = frozenset(
    "NCT ISRCTN UMIN ACTRN CTRI DRKS JPRN JRCT EUDRACT PMID PMC DOI NTR KCT NL JCOG WJOG TCOG NEJ GOG AGO EORTC".split()
)
NO_CODE = frozenset(
    "CD IL HLA COVID SARS ICD MCF KM CYP FAP HPV EBV CEA COG RTOG SWOG ECOG CALGB NSABP AUC JCM ATCC TNF".split()
)


def is_drug_name(word: str) -> bool:
    """Whether a word ends in the stem of an international non-proprietary name.

    >>> is_drug_name("elranatamab"), is_drug_name("combine")
    (True, False)
    """
    return len(word) >= 7 and bool(INN.fullmatch(word)) and word.lower() not in NO_DRUG


def is_drug_code(text: str) -> bool:
    """Whether the text is built like a company's code for a drug; registry numbers are none.

    >>> is_drug_code("SAR650984"), is_drug_code("MK-3475"), is_drug_code("NCT03275285")
    (True, True, False)
    """
    if not CODE.fullmatch(text):
        return False
    letters = re.match("[A-Z]+", text)
    return letters is not None and letters[0] not in REGISTRIES | NO_CODE
