"""One small terminology in every format: two cancers, one above the other, and what is known of them."""

OBO = """format-version: 1.2
data-version: releases/2026-01-31
ontology: cancers
property_value: http://purl.org/dc/terms/license https://creativecommons.org/publicdomain/zero/1.0/
default-namespace: cancers

[Term]
id: MONDO:0004992
name: cancer

[Term]
id: MONDO:0009693
name: multiple myeloma
alt_id: MONDO:0000001
def: "A cancer of plasma cells." [book \\"quoted]
synonym: "plasma cell myeloma" EXACT []
synonym: "myeloma" BROAD [orcid.org/0 "stray]
synonym: "Kahler disease" RELATED [orcid.org/0000]
xref: NCIT:C3242
xref: NOBODY:1
is_a: MONDO:0004992 ! cancer

[Term]
id: MONDO:0000002
name: forgotten tumour
is_obsolete: true
replaced_by: MONDO:0004992

[Typedef]
id: part_of
name: part of
"""

OBOGRAPH = """{"graphs": [{"nodes": [
  {"id": "http://purl.obolibrary.org/obo/MONDO_0004992", "lbl": "cancer", "type": "CLASS"},
  {"id": "http://purl.obolibrary.org/obo/MONDO_0009693", "lbl": "multiple myeloma", "type": "CLASS", "meta": {
    "synonyms": [{"pred": "hasExactSynonym", "val": "plasma cell myeloma"}],
    "xrefs": [{"val": "NCIT:C3242"}]}},
  {"id": "http://purl.obolibrary.org/obo/RO_1", "lbl": "part of", "type": "PROPERTY"}],
 "edges": [{"sub": "http://purl.obolibrary.org/obo/MONDO_0009693", "pred": "is_a",
            "obj": "http://purl.obolibrary.org/obo/MONDO_0004992"}],
 "meta": {"version": "2026-01-31"}}]}
"""

TURTLE = """@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix oio: <http://www.geneontology.org/formats/oboInOwl#> .
@prefix obo: <http://purl.obolibrary.org/obo/> .
<http://purl.obolibrary.org/obo/cancers.owl> a owl:Ontology ; owl:versionInfo "2026-01-31" .
obo:MONDO_0004992 a owl:Class ; rdfs:label "cancer"@en, "Krebs"@de .
obo:MONDO_0009693 a owl:Class ; rdfs:label "multiple myeloma" ; rdfs:subClassOf obo:MONDO_0004992 ;
  oio:hasExactSynonym "plasma cell myeloma" ; oio:hasDbXref "NCIT:C3242" .
obo:RO_1 a owl:ObjectProperty ; rdfs:label "part of" .
"""

SKOS = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix obo: <http://purl.obolibrary.org/obo/> .
<http://purl.obolibrary.org/obo/cancers> a skos:ConceptScheme ; <http://purl.org/dc/terms/title> "Cancers" .
obo:MONDO_0004992 a skos:Concept ; skos:prefLabel "cancer"@en .
obo:MONDO_0009693 a skos:Concept ; skos:prefLabel "multiple myeloma"@en ; skos:altLabel "plasma cell myeloma"@en ;
  skos:broader obo:MONDO_0004992 ; skos:exactMatch obo:NCIT_C3242 .
"""

RDFXML = """<?xml version="1.0"?>
<!DOCTYPE rdf:RDF [<!ENTITY obo "http://purl.obolibrary.org/obo/">]>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:owl="http://www.w3.org/2002/07/owl#"
  xmlns:rdfs="http://www.w3.org/2000/01/rdf-schema#" xmlns:oio="http://www.geneontology.org/formats/oboInOwl#">
  <owl:Ontology rdf:about="&obo;cancers.owl"><owl:versionInfo>2026-01-31</owl:versionInfo></owl:Ontology>
  <owl:Class rdf:about="&obo;MONDO_0004992"><rdfs:label>cancer</rdfs:label></owl:Class>
  <owl:Class rdf:about="&obo;MONDO_0009693"><rdfs:label>multiple myeloma</rdfs:label>
    <rdfs:subClassOf rdf:resource="&obo;MONDO_0004992"/>
    <oio:hasExactSynonym>plasma cell myeloma</oio:hasExactSynonym><oio:hasDbXref>NCIT:C3242</oio:hasDbXref>
  </owl:Class>
</rdf:RDF>
"""

OWLXML = """<?xml version="1.0"?>
<Ontology xmlns="http://www.w3.org/2002/07/owl#" ontologyIRI="http://purl.obolibrary.org/obo/cancers.owl">
  <Prefix name="rdfs" IRI="http://www.w3.org/2000/01/rdf-schema#"/>
  <Prefix name="oio" IRI="http://www.geneontology.org/formats/oboInOwl#"/>
  <Annotation><AnnotationProperty IRI="http://www.w3.org/2002/07/owl#versionInfo"/><Literal>2026-01-31</Literal></Annotation>
  <SubClassOf><Class IRI="http://purl.obolibrary.org/obo/MONDO_0009693"/>
    <Class IRI="http://purl.obolibrary.org/obo/MONDO_0004992"/></SubClassOf>
  <AnnotationAssertion><AnnotationProperty abbreviatedIRI="rdfs:label"/>
    <IRI>http://purl.obolibrary.org/obo/MONDO_0004992</IRI><Literal>cancer</Literal></AnnotationAssertion>
  <AnnotationAssertion><AnnotationProperty abbreviatedIRI="rdfs:label"/>
    <IRI>http://purl.obolibrary.org/obo/MONDO_0009693</IRI><Literal>multiple myeloma</Literal></AnnotationAssertion>
  <AnnotationAssertion><AnnotationProperty abbreviatedIRI="oio:hasExactSynonym"/>
    <IRI>http://purl.obolibrary.org/obo/MONDO_0009693</IRI><Literal>plasma cell myeloma</Literal></AnnotationAssertion>
  <AnnotationAssertion><AnnotationProperty abbreviatedIRI="oio:hasDbXref"/>
    <IRI>http://purl.obolibrary.org/obo/MONDO_0009693</IRI><Literal>NCIT:C3242</Literal></AnnotationAssertion>
</Ontology>
"""

TABLE = """id\tlabel\tsynonyms\tparents\txrefs
MONDO:0004992\tcancer\t\t\t
MONDO:0009693\tmultiple myeloma\tplasma cell myeloma\tMONDO:0004992\tNCIT:C3242
"""

FORMATS = {
    "cancers.obo": OBO, "cancers.json": OBOGRAPH, "cancers.ttl": TURTLE, "skos.ttl": SKOS, "cancers.owl": RDFXML,
    "cancers.owx": OWLXML, "cancers.tsv": TABLE,
}  # fmt: skip

SSSOM = """#license: https://creativecommons.org/publicdomain/zero/1.0/
#mapping_set_version: "2026"
subject_id\tpredicate_id\tobject_id\tmapping_justification
MONDO:0009693\tskos:exactMatch\tMESH:D009101\tsemapv:ManualMappingCuration
MONDO:0009693\tskos:broadMatch\tNCIT:C9305\tsemapv:ManualMappingCuration
MONDO:0009693\tskos:hasTopConcept\tNCIT:C1\tsemapv:ManualMappingCuration
"""

MESH = """<?xml version="1.0"?>
<!DOCTYPE DescriptorRecordSet SYSTEM "https://www.nlm.nih.gov/databases/dtd/nlmdescriptorrecordset_20260101.dtd">
<DescriptorRecordSet LanguageCode="eng">
<DescriptorRecord><DescriptorUI>D009369</DescriptorUI><DescriptorName><String>Neoplasms</String></DescriptorName>
  <TreeNumberList><TreeNumber>C04</TreeNumber></TreeNumberList></DescriptorRecord>
<DescriptorRecord><DescriptorUI>D009101</DescriptorUI><DescriptorName><String>Multiple Myeloma</String></DescriptorName>
  <TreeNumberList><TreeNumber>C04.557</TreeNumber></TreeNumberList>
  <ConceptList><Concept PreferredConceptYN="Y"><ConceptUI>M1</ConceptUI>
    <TermList><Term><String>Multiple Myeloma</String></Term><Term><String>Myeloma, Multiple</String></Term></TermList>
  </Concept><Concept PreferredConceptYN="N"><ConceptUI>M2</ConceptUI>
    <ConceptRelationList><ConceptRelation RelationName="NRW"><Concept1UI>M1</Concept1UI><Concept2UI>M2</Concept2UI>
    </ConceptRelation></ConceptRelationList>
    <TermList><Term><String>Smouldering Myeloma</String></Term></TermList></Concept></ConceptList></DescriptorRecord>
</DescriptorRecordSet>
"""
