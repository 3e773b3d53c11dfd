"""Records of ClinicalTrials.gov, as its API version 2 gives them in JSON, written out as readable text."""

import json
from collections.abc import Iterator
from pathlib import Path

from ...ontology.document import Document
from ...ontology.errors import DocumentError
from .clinicaltrials_results import add_results
from .draft import Draft
from .records import Record, spelled
from .sources import identifier_of, read_text, source_of

SUFFIXES = frozenset({".json"})
_REMEDY = "fetch the record as JSON from version 2 of the ClinicalTrials.gov API"
_MASKING = {"NONE": "none (open-label)"}


def can_read(path: Path, head: bytes) -> bool:
    """Tell whether the name is that of a JSON file."""
    return path.suffix.lower() in SUFFIXES


def read(path: Path) -> Iterator[Document]:
    """Read a study, or each study of a page of search results; raises `DocumentError`."""
    try:
        data = Record(json.loads(read_text(path)))
    except ValueError as error:
        where = f"{source_of(path)}, line {getattr(error, 'lineno', 1)}"
        raise DocumentError(f"broken JSON ({getattr(error, 'msg', error)})", where=where, remedy=_REMEDY) from error
    several = data.records("studies")
    for study in several or [data]:
        number = study.at("protocolSection", "identificationModule").text("nctId")
        if not number:
            raise DocumentError("JSON of another shape than a registry record", where=source_of(path), remedy=_REMEDY)
        yield _document(study, path, number, part=number if len(several) > 1 else "")


def _document(study: Record, path: Path, number: str, part: str) -> Document:
    protocol = study.at("protocolSection")
    identification, status = protocol.at("identificationModule"), protocol.at("statusModule")
    title = identification.text("officialTitle") or identification.text("briefTitle")
    draft = Draft()
    draft.paragraph(title)
    _add_identification(draft, protocol, number)
    _add_description(draft, protocol)
    _add_design(draft, protocol.at("designModule"))
    _add_arms(draft, protocol.at("armsInterventionsModule"))
    _add_outcomes(draft, protocol.at("outcomesModule"))
    _add_eligibility(draft, protocol)
    add_results(draft, study.at("resultsSection"))
    posted = ("lastUpdatePostDateStruct", "resultsFirstPostDateStruct", "studyFirstPostDateStruct")
    return draft.document(
        identifier=identifier_of(path, part),
        source=source_of(path),
        title=title,
        issued=next((date for name in posted if (date := status.at(name).text("date"))), ""),
        kind="registry record",
        identifiers=(f"nct:{number}",),
    )


def _add_identification(draft: Draft, protocol: Record, number: str) -> None:
    identification, status = protocol.at("identificationModule"), protocol.at("statusModule")
    sponsors = protocol.at("sponsorCollaboratorsModule")
    draft.heading("Identification")
    draft.field("Registry number", number)
    draft.field("Acronym", identification.text("acronym"))
    draft.field("Brief title", identification.text("briefTitle"))
    draft.field("Other numbers", *(other.text("id") for other in identification.records("secondaryIdInfos")))
    draft.field("Sponsor", sponsors.at("leadSponsor").text("name"))
    draft.field("Collaborators", *(partner.text("name") for partner in sponsors.records("collaborators")))
    draft.field("Status", spelled(status.text("overallStatus")))
    draft.field("Start", status.at("startDateStruct").text("date"))
    draft.field("Primary completion", status.at("primaryCompletionDateStruct").text("date"))
    draft.field("Completion", status.at("completionDateStruct").text("date"))


def _add_description(draft: Draft, protocol: Record) -> None:
    description, conditions = protocol.at("descriptionModule"), protocol.at("conditionsModule")
    draft.heading("Summary")
    draft.paragraphs(description.text("briefSummary"))
    draft.paragraphs(description.text("detailedDescription"))
    draft.heading("Conditions")
    draft.field("Conditions", *conditions.texts("conditions"))
    draft.field("Keywords", *conditions.texts("keywords"))


def _add_design(draft: Draft, design: Record) -> None:
    information = design.at("designInfo")
    masking = information.at("maskingInfo")
    blinded = ", ".join(map(spelled, masking.texts("whoMasked")))
    kind = _MASKING.get(masking.text("masking"), spelled(masking.text("masking")))
    enrolled = design.at("enrollmentInfo")
    basis = f" ({spelled(enrolled.text('type'))})" if enrolled.text("type") else ""
    draft.heading("Design")
    draft.field("Study type", spelled(design.text("studyType")))
    draft.field("Phase", "/".join(phase_name(phase) for phase in design.texts("phases")))
    draft.field("Allocation", spelled(information.text("allocation")))
    draft.field("Intervention model", spelled(information.text("interventionModel")))
    draft.field("Masking", f"{kind} ({blinded})" if blinded else kind)
    draft.field("Primary purpose", spelled(information.text("primaryPurpose")))
    draft.field("Enrollment", f"{enrolled.text('count')} participants{basis}" if enrolled.text("count") else "")


def _add_arms(draft: Draft, module: Record) -> None:
    draft.heading("Arms and interventions")
    for arm in module.records("armGroups"):
        given = ", ".join(name.partition(": ")[2] or name for name in arm.texts("interventionNames"))
        draft.field(f"Arm ({spelled(arm.text('type')) or 'group'})", arm.text("label"))
        draft.field("Interventions of the arm", given)
        draft.paragraphs(arm.text("description"))
    for intervention in module.records("interventions"):
        draft.field(f"Intervention ({spelled(intervention.text('type')) or 'other'})", intervention.text("name"))
        draft.field("Other names", *intervention.texts("otherNames"))
        draft.paragraphs(intervention.text("description"))


def _add_outcomes(draft: Draft, module: Record) -> None:
    draft.heading("Outcomes")
    for kind in ("primary", "secondary", "other"):
        for outcome in module.records(f"{kind}Outcomes"):
            draft.field(f"{kind.capitalize()} outcome", outcome.text("measure"))
            draft.paragraphs(outcome.text("description"))
            draft.field("Time frame", outcome.text("timeFrame"))


def _add_eligibility(draft: Draft, protocol: Record) -> None:
    places = protocol.at("contactsLocationsModule").records("locations")
    countries = sorted({place.text("country") for place in places} - {""})
    draft.heading("Eligibility")
    draft.paragraphs(protocol.at("eligibilityModule").text("eligibilityCriteria"))
    if places:
        draft.heading("Locations")
        draft.field("Sites", str(len(places)))
        draft.field("Countries", f"{len(countries)} ({', '.join(countries)})" if countries else "")


def phase_name(phase: str) -> str:
    """Write a phase as papers do.

    >>> phase_name("PHASE2"), phase_name("EARLY_PHASE1"), phase_name("NA")
    ('phase 2', 'early phase 1', 'not applicable')
    """
    return "not applicable" if phase == "NA" else spelled(phase).replace("phase", "phase ")
