from collections import Counter
from pathlib import Path

import pytest
from trialgraph.ontology.errors import LexiconError
from trialgraph.ontology.facts import Concept, Trial
from trialgraph.ontology.lexicon import Lexicon, Mapping, load_lexicon

HEADER = "name\tsynonyms\tidentifiers\tbroader\ttargets\tsource"
ISATUXIMAB = "isatuximab\tSarclisa|=Isa\tNCIT:C90578\tmonoclonal antibody\tCD38\tncit"


def table(folder: Path, file: str, *rows: str, header: str = HEADER) -> None:
    (folder / f"{file}.tsv").write_text("\n".join((header, *rows)) + "\n", encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    table(tmp_path, "drugs", ISATUXIMAB)
    table(tmp_path, "drug_classes", "monoclonal antibody\t=mAb\tMESH:D000911\t\t\tmesh")
    table(tmp_path, "targets", "CD38\t\tUNIPROT:P28907|HGNC:1667~\t\t\thgnc")
    table(tmp_path, "interventions", "placebo\t\t\t\t\tncit")
    return tmp_path


@pytest.fixture(scope="module")
def shipped() -> Lexicon:
    return load_lexicon()


def concepts(lexicon: Lexicon, surface: str) -> set[tuple[str, str]]:
    return {(entry.concept.kind, entry.concept.name) for entry in lexicon.named(surface)}


class TestLoading:
    def test_an_entry_holds_what_its_row_says(self, folder: Path) -> None:
        entry = load_lexicon(folder).entry(Concept("Drug", "isatuximab"))
        assert entry is not None
        assert entry.synonyms == ("Sarclisa", "Isa")
        assert entry.case_sensitive == {"Isa"}
        assert entry.mappings == (Mapping("NCIT:C90578", "exact", "http://purl.obolibrary.org/obo/NCIT_C90578"),)
        assert entry.broader == (Concept("DrugClass", "monoclonal antibody"),)
        assert entry.targets == ("CD38",)

    def test_what_is_not_there_is_none_or_empty(self, folder: Path) -> None:
        lexicon = load_lexicon(folder)
        assert lexicon.entry(Concept("Drug", "CD38")) is None
        assert lexicon.named("bortezomib") == ()
        assert lexicon.regimen("FOLFOX") is None
        assert lexicon.trial("IKEMA") is None

    @pytest.mark.parametrize(
        ("mark", "relation"), [("", "exact"), ("~", "close"), (">", "broad"), ("<", "narrow"), ("*", "related")]
    )
    def test_the_last_character_of_an_identifier_tells_the_relation(
        self, folder: Path, mark: str, relation: str
    ) -> None:
        table(folder, "targets", f"CD38\t\tHGNC:1667{mark}\t\t\thgnc")
        entry = load_lexicon(folder).entry(Concept("Target", "CD38"))
        assert entry is not None
        assert entry.mappings == (Mapping("HGNC:1667", relation, "https://identifiers.org/hgnc:1667"),)  # pyright: ignore

    def test_interventions_are_drugs_to_an_arm(self, folder: Path) -> None:
        assert concepts(load_lexicon(folder), "placebo") == {("Drug", "placebo")}

    def test_the_same_name_may_stand_for_concepts_of_two_kinds(self, folder: Path) -> None:
        table(folder, "cell_types", "plasma cell\t=mAb\t\t\t\tcl")
        assert concepts(load_lexicon(folder), "mAb") == {
            ("DrugClass", "monoclonal antibody"),
            ("CellType", "plasma cell"),
        }

    def test_spellings_of_one_name_in_one_row_are_one_name(self, folder: Path) -> None:
        table(folder, "drugs", ISATUXIMAB.replace("Sarclisa", "SAR650984|SAR 650984"))
        assert len(load_lexicon(folder).named("SAR-650984")) == 1

    def test_a_regimen_names_its_drugs(self, folder: Path) -> None:
        table(folder, "regimens", "=Ip\t\tisatuximab|placebo\tcurated", header="name\tsynonyms\tcomponents\tsource")
        lexicon = load_lexicon(folder)
        assert lexicon.regimen("Ip") == (Concept("Drug", "isatuximab"), Concept("Drug", "placebo"))
        assert lexicon.regimen("IP") is None

    def test_a_trial_is_found_by_acronym_and_by_number(self, folder: Path) -> None:
        row = "IKEMA\tEFC15246\tCLINICALTRIALS:NCT03275285|EUCLINICALTRIALS:2017-001940-37\tregistry"
        table(folder, "trials", row, header="name\tsynonyms\tidentifiers\tsource")
        lexicon = load_lexicon(folder)
        ikema = Trial("IKEMA", ("2017-001940-37", "NCT03275285"))
        assert lexicon.trial("ikema") == lexicon.trial("EFC15246") == lexicon.trial("NCT03275285") == ikema


class TestRefusals:
    @pytest.mark.parametrize(
        ("row", "reason"),
        [
            (ISATUXIMAB, "has a row already"),
            ("daratumumab\tsarclisa\t\t\t\tncit", "'sarclisa' is given twice"),
            ("daratumumab\t=Isa\t\t\t\tncit", "'=Isa' is given twice"),
            ("daratumumab\tisa\t\t\t\tncit", "'=Isa' is given twice"),
            ("daratumumab\t\tNCIT:74007\t\t\tncit", "malformed identifier 'NCIT:74007'"),
            ("daratumumab\t\tSNOMED:1\t\t\tncit", "unknown prefix in identifier 'SNOMED:1'"),
            ("daratumumab\t\tC74007\t\t\tncit", "unknown prefix in identifier 'C74007'"),
            ("daratumumab \t\t\t\t\tncit", "stray white space in 'daratumumab '"),
            ("daratumumab\tDara | Darzalex\t\t\t\tncit", "stray white space in 'Dara | Darzalex'"),
            ("daratumumab\tDara||Darzalex\t\t\t\tncit", "empty item in 'Dara||Darzalex'"),
            ("daratumumab\t=\t\t\t\tncit", "empty item in '='"),
            ("\t\t\t\t\tncit", "a row needs exactly one name"),
            ("daratumumab|Dara\t\t\t\t\tncit", "a row needs exactly one name"),
            ("daratumumab\tDara", "2 cells under 6 columns"),
            ("daratumumab\t\t\tantibody\t\tncit", "no other DrugClass is called 'antibody'"),
            ("daratumumab\t\t\t\tCD83\tncit", "no other Target is called 'CD83'"),
        ],
    )
    def test_a_bad_row_is_named_with_file_line_and_reason(self, folder: Path, row: str, reason: str) -> None:
        table(folder, "drugs", ISATUXIMAB, row)
        with pytest.raises(LexiconError) as caught:
            load_lexicon(folder)
        assert reason in caught.value.what
        assert caught.value.where.startswith("drugs.tsv, line ")

    def test_the_line_is_the_one_of_the_bad_row(self, folder: Path) -> None:
        table(folder, "drugs", ISATUXIMAB, "daratumumab\t\t\t\t\tncit", "elotuzumab\t\tNCIT:66982\t\t\tncit")
        with pytest.raises(LexiconError, match=r"^drugs\.tsv, line 4: "):
            load_lexicon(folder)

    def test_nothing_is_broader_than_itself(self, folder: Path) -> None:
        table(folder, "targets", "CD38\t\t\tCD38\t\thgnc")
        with pytest.raises(LexiconError, match="no other Target is called 'CD38'"):
            load_lexicon(folder)

    @pytest.mark.parametrize(
        ("header", "reason"), [("name\tsynonyms", "columns missing: source"), ("name\tsource\tcolour", "colour")]
    )
    def test_a_bad_header_is_refused(self, folder: Path, header: str, reason: str) -> None:
        table(folder, "drugs", header=header)
        with pytest.raises(LexiconError, match=reason) as caught:
            load_lexicon(folder)
        assert caught.value.where == "drugs.tsv, line 1"

    def test_an_empty_file_is_refused(self, folder: Path) -> None:
        (folder / "drugs.tsv").write_text("")
        with pytest.raises(LexiconError, match="columns missing: name, source"):
            load_lexicon(folder)

    def test_a_file_of_an_unknown_kind_is_refused(self, folder: Path) -> None:
        table(folder, "planets", "Mars\t\t\t\t\tsky")
        with pytest.raises(LexiconError, match=r"planets\.tsv: unknown kind of concept"):
            load_lexicon(folder)

    def test_a_regimen_of_an_unknown_drug_is_refused(self, folder: Path) -> None:
        table(folder, "regimens", "Kd\tcarfilzomib\tcurated", header="name\tcomponents\tsource")
        with pytest.raises(LexiconError, match=r"regimens\.tsv, line 2: no Drug is called 'carfilzomib'"):
            load_lexicon(folder)


class TestShippedLexicon:
    def test_it_is_read_once(self, shipped: Lexicon) -> None:
        assert load_lexicon() is shipped

    def test_every_name_leads_to_its_entry(self, shipped: Lexicon) -> None:
        for entry in shipped.entries():
            for name in (entry.concept.name, *entry.synonyms):
                assert entry in shipped.named(name)
                if name not in entry.case_sensitive:
                    assert entry in shipped.named(name.upper())

    def test_no_two_drugs_share_an_identifier(self, shipped: Lexicon) -> None:
        kinds = ("Drug", "DrugClass", "Target", "Mechanism", "CellType", "Test", "Biomarker")
        exact = [
            (entry.concept.kind, mapping.curie)
            for entry in shipped.entries()
            if entry.concept.kind in kinds
            for mapping in entry.mappings
            if mapping.relation == "exact"
        ]
        assert [twice for twice, count in Counter(exact).items() if count > 1] == []

    def test_drugs_are_plentiful(self, shipped: Lexicon) -> None:
        assert sum(entry.concept.kind == "Drug" for entry in shipped.entries()) > 2000

    @pytest.mark.parametrize(
        ("surface", "kind", "name"),
        [
            ("Sarclisa", "Drug", "isatuximab"),
            ("SAR650984", "Drug", "isatuximab"),
            ("MLN 9708", "Drug", "ixazomib"),
            ("KYPROLIS®", "Drug", "carfilzomib"),
            ("5-FU", "Drug", "fluorouracil"),
            ("folinic acid", "Drug", "leucovorin"),
            ("nab‑paclitaxel", "Drug", "nab-paclitaxel"),
            ("acetaminophen", "Drug", "paracetamol"),
            ("T-DM1", "Drug", "trastuzumab emtansine"),
            ("usual care", "Drug", "standard of care"),
            ("ASCT", "Drug", "autologous stem cell transplantation"),
            ("anti-CD38 antibody", "DrugClass", "anti-CD38 monoclonal antibody"),
            ("IMiD", "DrugClass", "immunomodulatory drug"),
            ("programmed death ligand 1", "Target", "PD-L1"),
            ("B-cell maturation antigen", "Target", "BCMA"),
            ("ADCC", "Mechanism", "antibody-dependent cellular cytotoxicity"),
            ("NK cell", "CellType", "natural killer cell"),
            ("indirect Coombs test", "Test", "indirect antiglobulin test"),
            ("del(17p)", "Biomarker", "del(17p)"),
            ("HER2-low", "Biomarker", "HER2-low"),
            ("EGFR", "Target", "EGFR"),
            ("Sanofi-Aventis", "Organization", "Sanofi"),
        ],
    )
    def test_names_of_the_field(self, shipped: Lexicon, surface: str, kind: str, name: str) -> None:
        assert (kind, name) in concepts(shipped, surface)

    @pytest.mark.parametrize(
        "surface", ["K", "R", "PI", "CAR", "HR", "MS", "d", "isa", "len", "met", "kit", "bet", "eGFR", "April", "BID"]
    )
    def test_words_that_mean_too_much_are_no_names_of_the_drug_side(self, shipped: Lexicon, surface: str) -> None:
        assert not {kind for kind, _ in concepts(shipped, surface)} & {"Drug", "DrugClass", "Target"}

    @pytest.mark.parametrize(
        ("kind", "name", "right", "wrong"),
        [
            ("Drug", "cetuximab", "NCIT:C1723", "NCIT:C2645"),
            ("Drug", "paracetamol", "CHEBI:46195", "CHEBI:2386"),
            ("Drug", "montelukast", "CHEBI:50730", "CHEBI:6992"),
            ("Drug", "carfilzomib", "ATC:L01XG02", "ATC:L01XX45"),
            ("Target", "CD38", "UNIPROT:P28907", "UNIPROT:Q10588"),
        ],
    )
    def test_identifiers_that_others_got_wrong(
        self, shipped: Lexicon, kind: str, name: str, right: str, wrong: str
    ) -> None:
        entry = shipped.entry(Concept(kind, name))  # pyright: ignore
        assert entry is not None
        curies = {mapping.curie for mapping in entry.mappings if mapping.relation == "exact"}
        assert right in curies
        assert wrong not in curies

    @pytest.mark.parametrize(
        ("name", "drugs"),
        [
            ("VRd", "bortezomib lenalidomide dexamethasone"),
            ("Kd", "carfilzomib dexamethasone"),
            ("IsaPd", "isatuximab pomalidomide dexamethasone"),
            ("CRd", "carfilzomib lenalidomide dexamethasone"),
            ("R-CHOP", "rituximab cyclophosphamide doxorubicin vincristine prednisone"),
            ("mFOLFOX6", "fluorouracil leucovorin oxaliplatin"),
            ("XELOX", "capecitabine oxaliplatin"),
            ("MOPP", "mechlorethamine vincristine procarbazine prednisone"),
        ],
    )
    def test_named_regimens(self, shipped: Lexicon, name: str, drugs: str) -> None:
        assert [drug.name for drug in shipped.regimen(name) or ()] == drugs.split()

    def test_progression_is_not_a_regimen(self, shipped: Lexicon) -> None:
        assert shipped.regimen("PD") is None
        assert shipped.regimen("Pd") is not None

    def test_classes_tell_targets_and_mechanisms(self, shipped: Lexicon) -> None:
        entry = shipped.entry(Concept("DrugClass", "proteasome inhibitor"))
        assert entry is not None
        assert entry.targets == ("proteasome",)
        assert entry.mechanisms == ("proteasome inhibition",)
