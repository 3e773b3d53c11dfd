"""Finding the arms of a document's trials. Offsets are those of the cleaned text."""

import re
from typing import Final

from ...ontology.facts import Arm, Concept, Trial
from ..annotated import AnnotatedText
from ..trials import Trials
from ..wordings import Wording
from .allocation.alternatives import FEWEST, alternatives
from .allocation.background import is_background, is_described
from .allocation.beside import arms_of_results
from .allocation.choices import allotted_arms
from .allocation.contrasted import contrasted_arms
from .allocation.controlled import against_placebo, has_placebo, trial_of_one
from .allocation.given_to_all import with_told_partners
from .allocation.received import in_all_forms, received_arms
from .allocation.roles import PLACEBO, PLACEBO_ALONE, assign_roles
from .allocation.sources import ASSIGNS, COMPARED, EARLY, TO_EACH, Source, sources_of, told_best
from .allocation.spoken import spoken_against_controls, spoken_arms, spoken_forms
from .allocation.standards import called_standard
from .groups.told import in_all_groups, named_arms, signed_arms, told_groups
from .names.labels import labels_of_letter
from .registry import ArmEntry, Arms
from .treatments.named import UNTREATED, Names
from .treatments.regimens import Expression, find_expressions

_GROUPS: Final = re.compile(r"\s+(?:groups|arms)\b")
_BASED: Final = re.compile(r"-based\b", re.IGNORECASE)
"""`A-based therapy`: what is given with A is not told."""
_GIVEN: Final = re.compile(r"\b(?:received|were treated with|were given|was administered|was given)\b", re.IGNORECASE)
_USUAL: Final = re.compile(r"\b(?:standard|conventional|reference)\s+(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_AFTERWARDS: Final = re.compile(r"\s+(?:maintenance|consolidation|prophylaxis)\b", re.IGNORECASE)
"""`induction, infusion of cells and A maintenance`: what follows the treatment is not the whole of it."""
_ALONE: Final = re.compile(r"\s+alone\b")
_CONTROL: Final = re.compile(
    r"(?:the\s+|an?\s+)?(?:control|(?:standard|conventional|reference)(?!\s+doses?))\b(?!-)", re.IGNORECASE
)
_EITHER: Final = re.compile(r"\b(?:or|versus|vs|arms|groups)\b", re.IGNORECASE)
_TRIAL: Final = re.compile(r"\b(?:trials?|stud(?:y|ies)|phase|enrolled|patients|cohort)\b", re.IGNORECASE)
_RANDOMIZED: Final = Wording(
    r"(?<!non-)(?<!non)(?<!not )\brandom(?:ly|i[sz]ed|i[sz]ation)\b"
    r"(?! (?:[\w-]+ ){0,3}(?:trials|studies|discontinuation|withdrawal))"
    r"(?![^.]{0,120}\b(?:warranted|needed|required|under ?way|ongoing|planned)\b)",
    re.IGNORECASE,
)
_CONTROLS: Final = Wording(r"\b(?:control|placebo|comparator)[- ](?:group|arm|patients)\b", re.IGNORECASE)
_NOTHING_ACTIVE: Final = frozenset({PLACEBO_ALONE, UNTREATED})


def find_arms(page: AnnotatedText, own: AnnotatedText, trials: Trials, names: Names) -> Arms:
    """Find the arms of each trial of a document: those it reports share theirs, others have what is said of them.

    `own` is the page without the sentences that are only of other trials.
    """
    sources = sources_of(page, trials, names)
    starts = {sentence.start for sentence in own.sentences}
    by_trial: dict[Trial, list[ArmEntry]] = {}
    cited: set[Trial] = set()
    for trial in dict.fromkeys((trials.main, *trials.all)):
        if trial == Trial() and any(t.name for t in trials.all) and not trials.reports_unnamed:
            continue  # a review: it reports no trial of its own
        told = own if trial == trials.main else page
        of_trial = [s for s in sources if s.trial == trial and (told is page or s.start in starts)]
        of_trial = _agreeing(of_trial, _promised(told, trials, trial, names)) if of_trial else of_trial
        expressions = told_best(of_trial) if of_trial else []
        if trial == trials.main:
            expressions = in_all_forms(own, names, _reported(own, trials, names, of_trial, expressions))
            expressions = with_told_partners(own, expressions, names)
        elif trial.name and trial not in trials.reported:
            cited |= set() if expressions else {trial}
            expressions = expressions or arms_of_results(page, trials, trial, names)
        if expressions:
            by_trial[trial] = _entries(told, trial, expressions, names)
    return Arms(trials.main, by_trial, reported=trials.reported, cited=frozenset(cited))


def _reported(
    page: AnnotatedText, trials: Trials, names: Names, sources: list[Source], compared: list[Expression]
) -> list[Expression]:
    """The arms of the trial that a document reports: of groups with signs, of a comparison, or told in other ways."""
    groups = told_groups(page, names)
    signed = signed_arms(page, groups, names)
    if len(signed) >= max(FEWEST, len(compared)):
        return compared if _is_fuller(compared, signed) else signed
    if any(s.weight >= ASSIGNS for s in sources):
        return in_all_groups(compared, named_arms(page, groups))
    early = any(s.weight >= EARLY for s in sources)
    controlled = trial_of_one(page, trials, names)
    told = allotted_arms(page, names) or _untold(page, trials, names, compared, controlled, early=early)
    if {e.drugs for e in told} <= {e.drugs for e in controlled}:
        told = controlled
    if len(told) >= FEWEST:
        return told
    return (
        named_arms(page, groups)
        or received_arms(page, names)
        or spoken_against_controls(page, names)
        or (contrasted_arms(page, trials, names) or told)
    )


def _is_fuller(compared: list[Expression], signed: list[Expression]) -> bool:
    """Whether a comparison gives the groups of the same signs what they have, and more: what all are given with."""
    by_sign = {e.letter: e.drugs for e in compared if e.letter}
    return len(by_sign) == len(signed) and all(e.drugs <= by_sign.get(e.letter, frozenset()) for e in signed)


def _promised(page: AnnotatedText, trials: Trials, trial: Trial, names: Names) -> frozenset[Concept]:
    """The one regimen that the sentences of allocation name, where the other is unknown to us."""
    found: list[Expression] = []
    for sentence in page.sentences:
        assigned = TO_EACH.search(sentence.text)
        if assigned is None or not _EITHER.search(sentence.text, assigned.end()):
            continue
        at = trials.at(sentence.start)
        if (trials.main if at in trials.reported else at) == trial:
            found += [e for e in alternatives(page, sentence, names) if not _GROUPS.match(page.text, e.end)]
    return found[0].drugs if len({e.drugs for e in found}) == 1 else frozenset()


def _agreeing(sources: list[Source], promised: frozenset[Concept]) -> list[Source]:
    """Leave out comparisons that lack a regimen to which patients are said to be assigned, or the placebo."""
    controlled = [s for s in sources if any(PLACEBO.search(d.name) for e in s.expressions for d in e.drugs)]
    sources = controlled if any(s.offered for s in controlled) else sources
    return [s for s in sources if not promised or any(promised <= e.drugs for e in s.expressions)]


def _is_randomized(page: AnnotatedText, trials: Trials) -> bool:
    """Whether patients were assigned to one of several groups, known to us or not, or some were controls.

    What is said of trials that the document only cites does not count.
    """
    told = (s for s in page.sentences if _CONTROLS.search(s.text) or _RANDOMIZED.search(s.text))
    return any(trials.at(s.start) in trials.reported for s in told)


def _untold(
    page: AnnotatedText,
    trials: Trials,
    names: Names,
    compared: list[Expression],
    controlled: list[Expression],
    *,
    early: bool,
) -> list[Expression]:
    """The arms where no sentence tells of an allocation: groups spoken of, forms of the only regimen, or it."""
    groups = [] if compared else spoken_arms(page, names)
    single = [] if groups else _only_regimen(page, names)
    forms = [] if compared or not single else spoken_forms(page, single[0], names)
    if groups or forms or _is_randomized(page, trials):
        return groups or forms or compared or controlled or against_placebo(page, trials, single)
    told = compared if any(single and single[0].drugs <= e.drugs for e in compared) else single
    blind = against_placebo(page, trials, told) if told == single and has_placebo(page, single) else []
    return (controlled if told == single else []) or blind or told or (compared if early else [])


def _entries(page: AnnotatedText, trial: Trial, expressions: list[Expression], names: Names) -> list[ArmEntry]:
    entries: list[ArmEntry] = []
    alone = [e for e in expressions if _ALONE.match(page.text, e.end)] if len(expressions) == FEWEST else []
    alone = [] if any(e.drugs <= _NOTHING_ACTIVE for e in expressions) else alone
    for expression in expressions:
        usual = _USUAL.search(page.text[max(0, expression.start - 45) : expression.start])
        usual = usual or _CONTROL.match(page.text, expression.start) or alone == [expression]
        role = "control" if usual else None
        arm, labels = Arm(trial, expression.regimen), labels_of_letter(expression.letter)
        entries.append(ArmEntry(arm, expression.start, expression.end, role, labels, expression.forms))
    standard = None if any(e.role for e in entries) else called_standard(page, entries)
    if standard is not None and len(entries) > 1:
        standard.role = "control"
    assign_roles(page, entries, names)
    return entries


def _only_regimen(page: AnnotatedText, names: Names) -> list[Expression]:
    """The regimen of a trial without a comparison: named alone in the title, or first said to be given.

    What patients are first said to be given of what the title names may be more than that.
    """
    if not _TRIAL.search(page.text):
        return []
    titled, named = frozenset[Concept](), list[Expression]()
    for index, sentence in enumerate(page.sentences):
        if index == 0 and COMPARED.search(sentence.text):
            return []
        if index == 0 or _GIVEN.search(sentence.text):
            found = [
                e
                for e in find_expressions(page, sentence.start, sentence.end, names)
                if not is_background(page.text, e)
                and not is_described(page.text, e)
                and not _BASED.match(page.text, e.end)
                and not (index and not e.drugs & titled and _AFTERWARDS.match(page.text, e.end))
            ]
            titled = titled if index else frozenset[Concept]().union(*(e.drugs for e in found))
            if len({e.regimen for e in found}) != 1:
                continue
            if index == 0:
                named = found[:1]
            elif not named:
                return found[:1] if titled <= found[0].drugs else []
            elif found[0].drugs & titled:
                return found[:1] if titled < found[0].drugs and PLACEBO_ALONE not in found[0].drugs else named
    return named
