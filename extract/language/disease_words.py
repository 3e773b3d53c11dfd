"""The words that make up the names of diseases: heads, sites, modifiers, and what joins them."""

HEADS = frozenset(
    "cancer carcinoma adenocarcinoma lymphoma leukemia myeloma melanoma sarcoma osteosarcoma liposarcoma "
    "leiomyosarcoma rhabdomyosarcoma glioma glioblastoma neuroblastoma mesothelioma malignancy neoplasm tumor "
    "astrocytoma medulloblastoma cholangiocarcinoma thymoma".split()
)
VAGUE_HEADS = frozenset("tumor malignancy neoplasm".split())
"""Heads that name a disease only together with a site or a kind of cell."""
SITES = frozenset(
    "breast lung colon rectum prostate stomach pancreas kidney bladder liver brain bone skin thyroid cervix uterus "
    "ovary testis head neck mouth oral throat larynx pharynx esophagus bowel tract duct junction nerve blood lymph "
    "node cell small non large b t nk squamous clear renal mantle zone marginal basal plasma germ islet stromal "
    "diffuse follicular indolent aggressive acute chronic hodgkin hodgkins burkitt ewing merkel sezary ductal "
    "lobular invasive intraepithelial mucosal soft tissue gastro colo oropharynx nasopharynx solid malignant "
    "hematologic hematological neuroendocrine uveal cutaneous superficial muscle biliary urinary "
    "upper lower ampullary".split()
)
ORGANS = frozenset(
    "breast lung colon colorectal rectal prostate gastric pancreatic ovarian endometrial cervical renal kidney bladder "
    "urothelial liver hepatocellular thyroid esophageal testicular brain skin nasopharyngeal uterine".split()
)
"""Sites that may share the head of another: `breast, ovarian and lung cancer`."""
SITE_ENDINGS = tuple("eal ular atic tric rian ical elial cytic astic oid enal ectal onic ial ary ous".split())
MODIFIERS = frozenset(
    "relapsed refractory relapsing recurrent metastatic advanced untreated unresectable resectable resected "
    "inoperable nonresectable operable early late localized locoregional residual progressive smoldering active "
    "symptomatic asymptomatic aggressive indolent primary secondary invasive extensive limited incurable measurable "
    "disseminated persistent pretreated naive hormone-sensitive pediatric adult sporadic hereditary germline somatic "
    "high-risk bulky severe moderate mild".split()
)
AFTER_ADVERB = frozenset(
    "advanced treated untreated pretreated recurrent diagnosed resected metastatic sensitive".split()
)
ADVERBS = frozenset("locally locoregionally regionally previously heavily newly partially surgically highly".split())
STATES = frozenset(
    "positive negative mutant mutated resistant refractory sensitive eligible ineligible exposed pretreated naive "
    "low high amplified rearranged expressing overexpressing driven risk stage grade deficient proficient intolerant "
    "wildtype type dependent independent treated altered translocated".split()
)
STATE_NOUNS = frozenset(
    "mutation receptor gene fusion rearrangement cell immune tumor wild hormone estrogen progesterone".split()
)
ROMAN = frozenset("I II III IV IA IB IIA IIB IIC IIIA IIIB IIIC IVA IVB 1 2 3 4".split())
LINKS = frozenset({",", "or", "and", "/"})
