"""Drugs that no lexicon knows, by the way their names are built: INN stems and company codes."""

import re
from functools import lru_cache

from .common_words import is_rare

STEMS = (
    "mab|zomib|tinib|ciclib|parib|lisib|rafenib|degib|clax|limus|platin|rubicin|taxel|tecan|citabine|arabine|bine|"
    "bendazole|stat|stim|grastim|cept|leucel|tansine|vedotin|deruxtecan|govitecan|lutamide|terone|trozole|relix|"
    "fenib|metinib|brutinib|setron|domide|bicin|mustine|trexed|trexate|afenib|sertib|nexor|metostat|inostat|rasib|"
    "denosine|fulvene|gliptin|gliflozin|glutide|xaban|gatran|sartan|prazole|floxacin|conazole|dronate|kinra|"
    "vastatin|mycin|cillin|cycline|olol|pril|afil|dipine|coxib|glitazone|profen|triptan|azosin|uzosin|thiazide|"
    "semide|metasone|solone|fibrate|flurane|curium|curonium|penem|peridol|peridone|azolam|azepam|caine|nidazole|"
    "kacin|oxetine|barbital"
)
MORE_STEMS = (
    "bactam bamate begron tasone asone cillinam ciclovir ovir clidine clidinium dralazine dronic entan fenacin "
    "fenamate fentanil fungin fylline gabalin gepant giline glinide grelor grel icam ifene navir tegravir buvir "
    "asvir previr amivir lukast milast mantadine melteon micin imod relin nicline orexant oxacin parin parinux "
    "pitant plase poetin pramine opram pressin prilat hoprim pristone racetam ridine fovir siban siran nersen "
    "spirone steride sulfan (?<!s)terol tidine tiazem triptyline tropium uridine vaptan verine virine vudine "
    "zepine zolamide zolid ciguat trapib mectin quine tocin carbidopa natide paratide fibatide stigmine codone "
    "idone apine azine sonide thromycin salazine prost prostone calcet caftor vancin nafine paxar fenac astine "
    "pidem piclone orphan amfetamine amphetamine calcitol calcitriol golix sulfase"
).split()
"""Stems that end common words too: a name with one of them is in no form a word of the language."""
INN = re.compile(rf"[a-z]{{2,}}(?:{STEMS})", re.IGNORECASE)
MORE_INN = re.compile(rf"[a-z]{{2,}}(?:{'|'.join(MORE_STEMS)})")
PAYLOAD = re.compile("[a-z]*(?:dotin|deruxtecan|tansine|govitecan|tesirine|ozogamicin|leucel)")
"""The second word of an antibody-drug conjugate's or a cell therapy's name."""
CODE = re.compile(r"(?:[A-Z]{2,4}[-‐‑–])?[A-Z]{2,6}[-‐‑–]?\d{3,7}[A-Z]{0,2}")
NO_DRUG = frozenset(
    "combine turbine carbine concubine columbine rheostat thermostat hemostat cryostat cognistat concept accept except "
    "percept precept intercept aldosterone antialdosterone corticosterone deoxycorticosterone testosterone "
    "dihydrotestosterone progesterone".split()
)
GRANT = re.compile(r"(?:CA|HL|AI|DK|GM|HD|MH|NS|EY|TR|RR)[-‐‑–]?\d{5,6}")
"""Numbers of grants: institutes of health and five or six digits."""
REGISTRIES = frozenset(
    "NCT ISRCTN UMIN ACTRN CTRI DRKS JPRN JRCT EUDRACT PMID PMC DOI NTR KCT NL JCOG WJOG TCOG NEJ GOG AGO EORTC".split()
)
NO_CODE = frozenset(
    "CD IL HLA COVID SARS ICD MCF KM CYP FAP HPV EBV CEA COG RTOG SWOG ECOG CALGB NSABP AUC JCM ATCC TNF".split()
)


@lru_cache(maxsize=50_000)
def is_drug_name(word: str) -> bool:
    """Whether a word ends in the stem of an international non-proprietary name.

    >>> is_drug_name("elranatamab"), is_drug_name("vilanterol"), is_drug_name("combine"), is_drug_name("cholesterol")
    (True, True, False, False)
    """
    lower = word.lower()
    if len(word) < 7 or lower in NO_DRUG or not word.isalpha():
        return False
    return bool(INN.fullmatch(word)) or (bool(MORE_INN.fullmatch(lower)) and is_rare(lower))


def is_drug_code(text: str) -> bool:
    """Whether the text is built like a company's code for a drug; registry numbers are none.

    >>> is_drug_code("SAR650984"), is_drug_code("LA-EP2006"), is_drug_code("NCT03275285"), is_drug_code("CA123456")
    (True, True, False, False)
    """
    if not CODE.fullmatch(text) or GRANT.fullmatch(text):
        return False
    letters = re.match("[A-Z]+", text)
    return letters is not None and letters[0] not in REGISTRIES | NO_CODE
