"""The regular expressions of quantities, in the order in which they claim text."""

import re
from typing import Final

from .difference_patterns import DIFFERENCES, MEAN_DIFFERENCES
from .grade_patterns import GRADES
from .mean_patterns import DAYS, MEANS, PLAIN
from .number_patterns import (
    APART,
    BOUND,
    CLOSE,
    DASH,
    INTEGER,
    MONTH,
    NOT_IN_NAME,
    NUMBER,
    OPEN,
    PATIENTS,
    PEOPLE,
    PERCENT,
    POWER,
    SIGNED,
    STATUS,
    TIME_UNIT,
    TO,
    WORD_NUMBER,
)
from .rate_patterns import RATES
from .share_patterns import SHARES
from .time_patterns import TIMES

_RELATION: Final = r"(?:<=|>=|[<>≤≥=])"

COMPARING: Final = re.compile(
    r"\s*(?:,?\s*(?:versus|vs\.?|v\.?|and|or|to|compared with|compared to|against)|,|/)\s*(?:and\s+)?"
)


def _compile(pattern: str, *, ignore_case: bool = True) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE if ignore_case else 0)


_NO_MEAN: Final = r"(?!(?:(?<=\bmean )|(?<=\bmedian )|(?<=\baverage )|(?<=percent ))[a-z]+ (?:from baseline )?in )"
"""`the mean reduction in weight was 9%`: by how much it changed in those of one arm, and no difference between two."""
_FAR: Final = r"(?<!significantly )\b"
"""`14 months with A, significantly longer than 9 months with B`: what an arm is compared with is no limit."""
_WITH_SPREAD: Final = rf"[-−–+]?{NUMBER}\s*(?:±|\+/-|\+-)\s*{NUMBER}"
ORDERED: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    # a number that was taken apart, which may be read in two ways
    ("other", _compile(rf"(?<!\d)\d+ \. \d+(?:\s*(?:%|{TIME_UNIT}))?")),
    (
        "other",
        _compile(
            rf"\b(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}|\d{{1,2}}\s+{MONTH},?\s+\d{{4}}"
            rf"|{MONTH},?\s+\d{{4}})\b",
            ignore_case=False,
        ),
    ),
    (
        "other",
        _compile(
            r"\b(?:NCT\d{8}|ISRCTN\d+|\d{4}-\d{6}-\d{2}|(?!CI|HR|OR|RR|SD|SE)[A-Z]{2,}-?\d[\w-]*)\b(?!\.\d)",
            ignore_case=False,
        ),
    ),
    ("other", _compile(r"\bmean\s*(?:±|\+/-|\+-)\s*(?:SD|SEM?|standard (?:deviation|error))\b")),
    (
        "other",
        _compile(r"\b(?:weeks|months|days|years|visits) \d{1,3}(?:, \d{1,3}){0,9},? (?:and|or) \d{1,3}\b(?=\s*\()"),
    ),
    ("other", _compile(rf"\bages?\s(?:of\s)?{NUMBER}\s?(?:{DASH}|to|and)\s?{NUMBER}\s?{TIME_UNIT}")),
    # who the patients were: (age 23 ± 3 years; BMI 22.6 ± 1.5 kg/m2)
    (
        "other",
        _compile(
            rf"[(\[](?:(?:mean|median)\s(?:±\s?SD\s)?)?age[\s,:=]{{1,2}}{NUMBER}\s?(?:±|\+/-|\+-|years|yrs?\b|y\b)"
            r"(?!\sor\b)[^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*[)\]]"
        ),
    ),
    # systolic and diastolic pressure at once are no mean of either
    ("other", _compile(rf"{_WITH_SPREAD}\s*/\s*{_WITH_SPREAD}(?:\s*mm\s*Hg)?")),
    # the sensitivity of a test: 10-5, 10^-6
    ("sensitivity", _compile(r"(?<![\d.])10\s?\^?[-−–⁻]\s?[4-7](?!\d|\.\d)")),
    *MEAN_DIFFERENCES,
    *MEANS,
    (
        "interval",
        _compile(
            rf"(?:(?P<level>\d{{2}}(?:\.\d+)?)\s*%?[\s-]*)?(?:\(?(?:two-sided |2-sided |exact "
            rf"|repeated )?(?:confiden(?:ce|tial)|credible) (?:interval|limit)s?"
            rf"|\bC\.?[IL](?:\.|s?\b)(?:\s?\d\d\s?%)?|\bCrI\b)\)?(?:\s*[(\[]\s*C[IL]\s*[)\]])?"
            r"(?: for [\w-]+(?: [\w-]+){0,3},(?: adjust\w+ [\w ]{3,40},)?| (?:for|of) (?:the )?differences?,?)?"
            rf"[\s,:;=(\[]*(?:of|from|was|is"
            rf"|ranging from)?\s*"
            rf"(?P<low>{SIGNED}|{BOUND})\s*(?:%|{TIME_UNIT})?{TO}(?P<high>{SIGNED}|{BOUND})(?:\s*(?:%|{TIME_UNIT}))?"
        ),
    ),
    (
        "other",
        _compile(rf"(?P<level>{NUMBER})\s*%\s*(?:confiden(?:ce|tial) (?:interval|limit)s?|CIs?\b)"),
    ),
    (
        "bare interval",
        _compile(
            rf"(?<=[(\[])\s*(?P<low>{SIGNED})\s*(?:%|{TIME_UNIT}(?={TO}{BOUND}))?\s*(?:{DASH}|to|(?<=\.\d)[,;](?=\s?[-−–]?\d*\.\d)"
            r"|(?<=\.\d\d)[,;](?=\s?[-−–]?\d*\.\d))"
            rf"\s*(?P<high>{SIGNED}|{BOUND})(?:\s*(?:%|(?P<unit>{TIME_UNIT})))?(?=\s*[)\];,])"
        ),
    ),
    (
        "bare interval",
        _compile(rf"(?<=\d[,;]) ?(?P<low>\d*\.\d+)\s*(?:{DASH}|to)\s*(?P<high>\d*\.\d+|{BOUND})(?![\w.%])"),
    ),
    (
        "bare interval",
        _compile(rf"(?<=%[,;]) (?P<low>{NUMBER})\s*%?\s*(?:{DASH}|to)\s*(?P<high>{NUMBER})\s*%?(?=\s*{CLOSE})"),
    ),
    ("share", _compile(rf"(?<=[\s(\[])(?<!to )(?P<v>[-−–]{NUMBER})\s*%(?!\s*(?:{DASH}|to\b)\s*[-−–]?\d)")),
    ("other", _compile(rf"(?<![\w)%])[-−–]\s?{NUMBER}\s*%")),
    # by how much, in the name of an endpoint: American College of Rheumatology 20% (ACR20) response
    ("other", _compile(r"(?<![\d.])(?P<limit>\d\d)\s?%(?=(?:\s[a-z]+){0,3}\s?[(\[][A-Z]{3,8}[\s-]?(?P=limit)\b)")),
    ("other", _compile(rf"\b(?:TPS|CPS)\s*(?:of\s*)?[<>≤≥]=?\s?{NUMBER}(?:\s*%)?")),
    ("other", _compile(rf"(?<=[A-Za-z:=] )(?<!CI )(?<!CI: )\d{{1,2}}\s?{DASH}\s?\d{{1,3}}\s*%")),
    ("other", _compile(r"[(\[]\s*(?:SD|SE|SEM|IQR|range)\s*[)\]]")),
    (
        "other",
        _compile(
            rf"\bp(?:[- ]?values?)?\s*(?:for|of)?\s*[(\[]?(?:interaction|trend|heterogeneity|non-?inferiority)[)\]]?"
            rf"\s*{_RELATION}\s*{NUMBER}|\bp\s*{_RELATION}\s*{NUMBER},? (?:for )?(?:[\w-]+ ){{0,2}}"
            rf"(?:interaction|heterogeneity|trend|main effect|non-?inferiority)\b"
        ),
    ),
    (
        "p",
        _compile(
            rf"(?:(?P<sides>one|two|1|2)[- ](?:sided|tailed)\s*,?\s*)?(?:(?:stratified|nominal|log-?rank|adjusted"
            rf"|exact|overall)\s+){{0,5}}"
            rf"(?<![\w-])p(?:[- ]?values?)?(?:\s*\([^)]*\))?\s*(?P<rel>{_RELATION}|(?:less|greater) than)"
            rf"\s*(?P<p>{NUMBER}){POWER}"
            rf"(?:\s*,?\s*(?P<sides2>one|two|1|2)[- ](?:sided|tailed))?"
        ),
    ),
    (
        "other",
        _compile(
            rf"(?:\b(?:IQR|interquartile range|inter-quartile range|range"
            rf"|SD(?!\s*\d+\s*\(\d+(?:\.\d+)?\s*%)|SE|SEM|standard deviation"
            rf"|standard error)\b|±|\+/-|\+-)"
            rf"[\s,:=\[(]*(?:from\s)?{SIGNED}\+?(?:\s*(?:%|{TIME_UNIT}))?(?:\s*(?:{DASH}|to|,)\s*{SIGNED}(?:\s*%)?)?"
            rf"(?:\s*\+?\s*{TIME_UNIT})?"
        ),
    ),
    *GRADES,
    ("share", _compile(rf"{APART}{PERCENT}\s*{OPEN}\s*n\s*=\s*(?P<n>{INTEGER})\s*{CLOSE}")),
    ("share", _compile(rf"(?<![\w-])(?P<words>{WORD_NUMBER}) per ?cent\b")),
    (
        "share",
        _compile(
            rf"\bn\s*=\s*(?P<n>{INTEGER})(?:\s*(?:/|of)\s*(?P<N>{INTEGER}))?\s*[;,:(\[]\s*{PERCENT}"
            r"(?!\s*(?:CI\b|confidence))"
        ),
    ),
    ("share", _compile(rf"(?<=[(\[])\s*(?P<n>{INTEGER})\s*;\s*{PERCENT}(?=\s*[)\],;])")),
    # fatigue (48, 10%), rash (12 patients, 3%)
    (
        "share",
        _compile(rf"(?<=[(\[])\s*(?P<n>{INTEGER}|{WORD_NUMBER}\b)(?:\s{PEOPLE})?\s*,\s*{PERCENT}(?=\s*[)\];])"),
    ),
    ("size", _compile(rf"\bN\s*=\s*(?P<n>{INTEGER})(?!\s*(?:/|of)\s*\d)(?:\s*(?:patients|each))?")),
    (
        "effect",
        _compile(
            r"\b(?P<e>(?:(?:un)?(?:stratified|adjusted)\s+)?(?:hazards? ratios?|odds ratios?|relative risks?"
            r"|risk ratios?|rate ratios?|relative hazards?)"
            r"|(?:sub)?HRs?(?![-+\w])(?!\s*(?:positive|\+|subgroup|patients|group|disease|cytogenetic|status))"
            r"|[Aa]?(?:HR|OR|I?RR)s?(?:adj)?(?=\s*(?:[=:,]|was|were)?\s*\d*\.\d+(?![\d%]|\s%)))"
            r"(?:\s*[(\[]\s*[Aa]?(?:HR|OR|I?RR)s?\s*[)\]])?",
            ignore_case=False,
        ),
    ),
    (
        "effect",
        _compile(
            r"\b(?P<e>hazards? ratios?|odds ratios?|relative risks?|risk ratios?|rate ratios?)(?:\s*[(\[]\s*(?:HR|OR"
            r"|RR)s?\s*[)\]])?"
        ),
    ),
    *DIFFERENCES,
    *PLAIN,
    DAYS,
    ("other", _compile(rf"{NUMBER}\s*%\s+(?:effective|efficacious|efficacy|effectiveness|protecti(?:on|ve))\b")),
    # a reduction in risk stands beside its ratio, and says the same
    (
        "other",
        _compile(
            rf"\b{_NO_MEAN}(?:reduc|decreas|lower)(?<!dose[ -]reduc)(?<!dose[ -]decreas)\w*\s+"
            rf"(?:(?!from\b)\w+\s+){{0,3}}?(?:by\s+)?(?<!\bin )(?<!achieved by ){NUMBER}\s*%"
            rf"|{NUMBER}\s*%\s+(?:relative |absolute |proportional )?(?:risk )?(?:reduction|decrease|lower|improvement"
            rf"|increased?)\b"
            r"|\b(?:reduction|decrease) in (?:the )?(?:relative )?(?:risk|hazard|odds) of [^.;()%\d]{3,60} of "
            rf"{NUMBER}\s*%"
        ),
    ),
    (
        "other",
        _compile(
            rf"\b{_NO_MEAN}(?:gain|benefit|increase)s? (?:in [^.;()]{{1,60}}? )?(?:was|were"
            rf"|is|of|at [^.;()]{{1,20}} was)\s*{NUMBER}\s*%"
            rf"|{NUMBER}\s*%\s+(?:higher|lower|greater|better|worse|more|fewer|absolute)\b"
        ),
    ),
    # thresholds, rules and doses are numbers but no results
    (
        "other",
        _compile(
            rf"{NUMBER}\s*%\s+(?:(?:non-?inferiority|equivalence)\s(?:margins?|limits?|bounds?)|w/[wv]|"
            r"(?:topical |oral |ophthalmic )?(?:gels?|creams?|ointments?|solutions?|lotions?"
            r"|foam|(?:eye ?)?drops|spray|mouthwash|shampoo|saline|suspension|emulsion)|NaCl|sodium chloride"
            r"|or (?:placebo|vehicle)|for (?:the )?(?:prevention|prophylaxis|treatment|management))\b"
        ),
    ),
    (
        "other",
        _compile(
            rf"\b(?:superior to|different from|(?:higher|lower|greater|better|worse) than|exceed(?:ed|s|ing)?"
            rf"|compared (?:with|to))\s+(?:an?\s+|the\s+)?(?:(?:[\w-]+\s+){{0,2}}(?:historical|expected|assumed|defined"
            rf"|(?:pre-?)?specified|predefined|null|target|threshold|reference)\s+(?:[\w-]+\s+){{0,4}}(?:of\s+)?)?"
            rf"(?:(?<=different from )|(?<=historical )|(?<=of )|(?<=rate )){NUMBER}\s*%"
        ),
    ),
    ("other", _compile(rf"{NUMBER}\s*%\s+or\s+(?:more|greater|higher|above|less|lower|fewer)\b")),
    (
        "other",
        _compile(
            rf"(?:\bat least|\bby(?!\s*{NUMBER}\s*% of (?:the |all )?{PATIENTS}\b)"
            r"(?<!reported by)(?<!experienced by)(?<!achieved by)(?<!attained by)"
            rf"(?<!reached by)(?<!maintained by)(?<!met by)(?<!shown by)(?<!needed by)(?<!required by)(?<!used by)"
            r"(?: a median of| an additional| a further)?|\branging from|\b(?:margin|goals?) of|\bincreased risk of"
            rf"|\b(?:greater"
            rf"|less) than or equal to|≥|>=|>|{_FAR}more than|{_FAR}greater than|\bexceed(?:ed|s|ing)?"
            rf"|\bless than(?!\s*{NUMBER}\s*%\s+of\b)|\bfewer than|\b(?:below|above|under)(?= *{NUMBER} *%)"
            rf"|≤|<=|\bup to|\bwithin|\bevery|\bolder than|{_FAR}longer than|{_FAR}shorter than|\baged?"
            rf"|\bno more than)"
            rf"\s*{NUMBER}\s*(?:{DASH}\s*{NUMBER}\s*)?(?:%(?!\s*[)\]])|{TIME_UNIT}|mg|/\s?(?:[µμ]L|microL|mm3)|x|×"
            rf"|lines?|prior|previous|cycles?)(?:\s+(?:or (?:older|more|younger)))?"
        ),
    ),
    (
        "other",
        _compile(
            rf"\b(?:over|during|additional|further|next|first|last|past|subsequent)\s+(?:the |a |an )?(?:further "
            rf"|additional |next |first |last |total of |median (?:follow-?up )?of )?{NUMBER}\s*{TIME_UNIT}"
        ),
    ),
    (
        "other",
        _compile(
            rf"{NOT_IN_NAME}{NUMBER}[\s-]*{TIME_UNIT}\s+(?:longer|shorter|later|earlier|improvement|increase|gain"
            rf"|difference)\b"
        ),
    ),
    ("other", _compile(rf"{NOT_IN_NAME}{NUMBER}\s*(?:years?|yrs?)\s*(?:or (?:older|more|younger|above)|of age|old)")),
    (
        "other",
        _compile(
            rf"(?:(?:<|\b(?:under|below|younger than))\s*(?:the age of\s)?"
            rf"|\b(?:those|{PATIENTS})\s(?:between\s)?\d{{1,2}}\s*(?:{DASH}|to|and)\s*)(?:1[89]|[2-9]\d)\s*(?:years?|yrs?)\b"
        ),
    ),
    *RATES,
    ("amount", _compile(rf"{NOT_IN_NAME}(?P<v>{NUMBER})\s*(?P<unit>(?:×\s*10[\d^]+\s*)?/\s?(?:[µμ]L|microL|mm3|mcL))")),
    (
        "other",
        _compile(
            rf"{NOT_IN_NAME}(?>{NUMBER}(?:\s*(?:{DASH}|to|or|,)\s*{NUMBER}){{0,9}}\s*)[- ]?(?:mg|mcg|[µμ]g|kg|g"
            rf"|Gy|cGy|IU|U|MU|MBq|GBq|mL|ml|L|mmol|mm|cm|nM|[µμ]M)"
            rf"(?![a-z])(?:\s*(?:/|per)\s*(?:kg|m\s?(?:2|\(2\))|m²|m2|day|d|dL|mL|L|h|min|kilogram|square met(?:er"
            rf"|re)))*(?:\s*/\s*(?:day|d|week))?",
            ignore_case=False,
        ),
    ),
    ("other", _compile(rf"\bAUC\s*(?:of\s*)?{NUMBER}")),
    *TIMES,
    ("other", _compile(rf"(?<![\w.])(?<!from ){NUMBER}\s*%\s*(?:{DASH}|to)\s*{NUMBER}\s*%")),
    *SHARES,
    ("other", _compile(rf"(?:\blast(?:ed|ing)|\bfor)\s(?:for\s)?{NUMBER}\s{TIME_UNIT}\sor\s(?:more|longer|greater)\b")),
    ("duration", _compile(rf"{NOT_IN_NAME}(?P<v>(?:(?<=\s)[-−–])?{NUMBER})\+?\s*(?P<unit>{TIME_UNIT})")),
    # two joined by a slash: PFS/OS was 4.2/11.5 months
    (
        "duration",
        _compile(rf"{NOT_IN_NAME}(?P<v>\d{{1,3}}\.\d{{1,2}})(?=\s?/\s?\d{{1,3}}\.\d{{1,2}}\s(?P<unit>{TIME_UNIT}))"),
    ),
    (
        "duration",
        _compile(rf"(?:(?<=\.\d/)|(?<=\.\d\d/))(?P<v>\d{{1,3}}\.\d{{1,2}})\s(?P<unit>{TIME_UNIT})"),
    ),
    # the unit behind the interval: 5.5 (3.8-14.0) months
    ("duration", _compile(rf"{NOT_IN_NAME}(?P<v>{NUMBER})(?=\s*[(\[][^()\[\]]{{1,60}}[)\]]\s*(?P<unit>{TIME_UNIT}))")),
    ("share", _compile(rf"{NOT_IN_NAME}(?P<v>{NUMBER})(?=\s*[(\[][\d\s.]+[,–-][\d\s.,–-]+[)\]]\s*%)")),
    ("status", _compile(rf"\b(?P<s>{STATUS[:-3]})|\bnot (?:yet )?attained)(?!\w)", ignore_case=False)),
    ("number", _compile(rf"{NOT_IN_NAME}(?P<v>(?:(?<=[\s(\[])[-−])?{NUMBER})(?![\w%/]|{DASH}[A-Za-z])")),
)
