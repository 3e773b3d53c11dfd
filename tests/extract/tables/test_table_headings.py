"""What headings over rows and columns say of the cells below them."""

from decimal import Decimal

from table_claims import events, outcomes

TRIAL = "<p>Patients were randomly assigned to axitinib or sorafenib.</p>"
ARMS = "<tr><th>Event</th><th>Axitinib (n = 100)</th><th>Sorafenib (n = 50)</th></tr>"


def page(caption: str, rows: str) -> str:
    return f"<html><body>{TRIAL}<table><caption>{caption}</caption>{rows}</table></body></html>"


def test_a_heading_across_the_table_holds_for_all_rows_below_it(read_table):
    rows = """<tr><th>Event</th><th>Axitinib group</th><th>Sorafenib group</th></tr>
    <tr><td colspan="3">During the induction phase (N=80)</td></tr>
    <tr><td>Nausea</td><td></td><td></td></tr><tr><td>Grade 3</td><td>8 (10%)</td><td>..</td></tr>
    <tr><td>Anaemia grade 3</td><td>4 (5%)</td><td>..</td></tr>
    <tr><td colspan="3">Maintenance phase (N=50)</td></tr>
    <tr><td>Nausea</td><td></td><td></td></tr><tr><td>Grade 3</td><td>1 (2%)</td><td>..</td></tr>"""
    claims = [f.claim for f in read_table("phases.html", page("Table 3. Adverse events", rows))]
    assert [(c.event.name, c.count, c.total, c.population) for c in claims] == [
        ("nausea", 8, 80, "During the induction phase"),
        ("anemia", 4, 80, "During the induction phase"),
        ("nausea", 1, 50, "Maintenance phase"),
    ]


def test_what_headings_that_are_not_understood_tell_apart_is_left_out(read_table):
    rows = f"""{ARMS}<tr><td colspan="3">Northern centres</td></tr>
    <tr><td>Nausea</td><td>8 (8%)</td><td>1 (2%)</td></tr><tr><td>Rash</td><td>5 (5%)</td><td>2 (4%)</td></tr>
    <tr><td colspan="3">Southern centres</td></tr><tr><td>Nausea</td><td>9 (9%)</td><td>1 (2%)</td></tr>"""
    assert events(read_table("centres.html", page("Table 3. Adverse events", rows))) == [
        ("sor", "nausea", "any", 1, "2"),
        ("axi", "rash", "any", 5, "5"),
        ("sor", "rash", "any", 2, "4"),
        ("sor", "nausea", "any", 1, "2"),
    ]


def test_parts_of_the_patients_over_the_arms(read_table):
    rows = """<tr><th></th><th colspan="2">Children</th><th colspan="2">All patients</th></tr>
    <tr><th>Event</th><th>Axitinib (n = 20)</th><th>Sorafenib (n = 10)</th><th>Axitinib (n = 100)</th>
    <th>Sorafenib (n = 50)</th></tr>
    <tr><td>Nausea, n (%)</td><td>2 (10)</td><td>1 (10)</td><td>8 (8)</td><td>1 (2)</td></tr>"""
    claims = [f.claim for f in read_table("children.html", page("Table 3. Adverse events", rows))]
    assert [(c.count, c.total, c.population) for c in claims] == [
        (2, 20, "Children"), (1, 10, "Children"), (8, 100, ""), (1, 50, ""),
    ]  # fmt: skip


def test_what_was_measured_before_treatment_is_no_result(read_table):
    rows = """<tr><th></th><th colspan="2">Axitinib (n = 20)</th><th colspan="2">Sorafenib (n = 20)</th></tr>
    <tr><th></th><th>Baseline</th><th>Week 12</th><th>Baseline</th><th>Week 12</th></tr>
    <tr><td>HbA1c, mean (SD), %</td><td>8.1 (1.0)</td><td>7.2 (0.9)</td><td>8.2 (1.1)</td><td>8.0 (1.0)</td></tr>"""
    facts = read_table("before.html", page("Table 2. Glycaemic control", rows))
    assert [(row[3], f.claim.at_time) for row, f in zip(outcomes(facts), facts, strict=True)] == [
        ("7.2", "12 weeks"), ("8.0", "12 weeks"),
    ]  # fmt: skip


def test_a_size_without_its_letter(read_table):
    rows = """<tr><th>Outcome</th><th>Axitinib-allocated (1,269)</th><th>Sorafenib-allocated (1,267)</th></tr>
    <tr><td>All deaths</td><td>128 (10.1%)</td><td>150 (11.8%)</td></tr>"""
    claims = [f.claim for f in read_table("bare.html", page("Table 2. Causes of death", rows))]
    assert [(c.count, c.total, c.value) for c in claims] == [
        (128, 1269, Decimal("10.1")), (150, 1267, Decimal("11.8")),
    ]  # fmt: skip


def test_a_name_that_only_the_table_uses_is_of_the_arm_left(read_table):
    rows = """<tr><th>Event</th><th>AxiTKI group (n = 100)</th><th>Sorafenib group (n = 50)</th></tr>
    <tr><td>Nausea, n (%)</td><td>8 (8)</td><td>1 (2)</td></tr>"""
    assert events(read_table("name.html", page("Table 3. Adverse events", rows))) == [
        ("axi", "nausea", "any", 8, "8"),
        ("sor", "nausea", "any", 1, "2"),
    ]


def test_controls_of_two_kinds_are_the_control_of_two_parts(read_table):
    rows = """<tr><th></th><th colspan="2">Centres giving FEC</th><th colspan="2">Centres giving CMF</th></tr>
    <tr><th>Event</th><th>FEC-D (n = 100)</th><th>FEC control (n = 90)</th><th>FEC-D (n = 50)</th>
    <th>CMF control (n = 60)</th></tr>
    <tr><td>Nausea, n (%)</td><td>8 (8)</td><td>9 (10)</td><td>1 (2)</td><td>3 (5)</td></tr>"""
    assigned = (
        "<p>Women were randomly assigned to the FEC-D regimen or to control. FEC-D was fluorouracil, epirubicin and "
        "cyclophosphamide followed by docetaxel (FEC-D), given to 150 women.</p>"
    )
    text = page("Table 4. Adverse events", rows).replace(TRIAL, assigned)
    claims = [f.claim for f in read_table("control.html", text)]
    assert [(c.count, c.arm.regimen.components[0].name == "control", c.population) for c in claims] == [
        (8, False, "Centres giving FEC"), (9, True, "Centres giving FEC"),
        (1, False, "Centres giving CMF"), (3, True, "Centres giving CMF"),
    ]  # fmt: skip


def test_an_arm_and_a_grade_in_one_heading(read_table):
    for heads in (
        ("Axitinib (n = 100) any grade", "Axitinib, grade ≥3", "Sorafenib (n = 50) any grade", "Sorafenib, grade ≥3"),
        ("Any grade Axitinib", "Grade ≥3 Axitinib", "All grades Sorafenib", "Grade ≥3 Sorafenib"),
    ):
        cells = "".join(f"<th>{head}</th>" for head in ("Event", *heads))
        rows = (
            f"<tr>{cells}</tr><tr><td>Nausea, n (%)</td><td>8 (8)</td><td>2 (2)</td><td>6 (12)</td><td>1 (2)</td></tr>"
        )
        assert events(read_table("grades.html", page("Table 3. Adverse events", rows))) == [
            ("axi", "nausea", "any", 8, "8"),
            ("axi", "nausea", ">=3", 2, "2"),
            ("sor", "nausea", "any", 6, "12"),
            ("sor", "nausea", ">=3", 1, "2"),
        ]


def test_the_ratio_that_a_row_or_a_cell_tells(read_table):
    def ratios(head: str, *cells: str) -> list[tuple[str, Decimal | None, object, Decimal | None]]:
        labels = ("Median PFS, months", "Response, n (%)")
        values = (("6.8", "4.7"), ("19 (19)", "5 (10)"))
        rows = (
            f"<tr><th>Outcome</th><th>Axitinib (n = 100)</th><th>Sorafenib (n = 50)</th><th>{head}</th></tr>"
            + "".join(
                f"<tr><td>{label}</td><td>{a}</td><td>{b}</td><td>{cell}</td></tr>"
                for label, (a, b), cell in zip(labels, values, cells, strict=True)
            )
        )
        claims = [f.claim for f in read_table("ratios.html", page("Table 2. Efficacy", rows))]
        return [(c.measure, c.value, c.ci_low, c.p_value) for c in claims if c.comparator]

    hazard, odds = ("hazardRatio", Decimal("0.67")), ("oddsRatio", Decimal("2.1"))
    interval = Decimal("0.54"), Decimal("1.2")
    assert ratios("Hazard or odds ratio (95% CI)", "0.67 (0.54-0.81)", "2.1 (1.2-4.0)") == [
        (*hazard, interval[0], None),
        (*odds, interval[1], None),
    ]
    assert ratios("Effect size", "HR 0.67 (95% CI 0.54-0.81); p=0.001", "0.5 (0.2-0.8)") == [
        (*hazard, interval[0], Decimal("0.001"))
    ]
