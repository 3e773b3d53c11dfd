"""Writes examples/keynote024.pdf: `python bench/example_pdf.py` gives the same bytes every time."""

from pathlib import Path

from reportlab.lib import colors
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

TITLE = "KEYNOTE-024 in brief: pembrolizumab as first treatment of lung cancer with high PD-L1"
TEXT = {
    "Design": [
        "Pembrolizumab is a monoclonal antibody that targets PD-1. KEYNOTE-024 was a randomized, open-label, phase 3 "
        "trial in 305 patients with untreated advanced non-small cell lung cancer and PD-L1 on at least 50% of tumor "
        "cells. They were assigned to pembrolizumab 200 mg intravenously every 3 weeks (n = 154) or platinum-based "
        "chemotherapy (n = 151). The primary endpoint was progression-free survival.",
    ],
    "Results": [
        "Median progression-free survival was 10.3 months (95% CI, 6.7 to not reached) with pembrolizumab versus "
        "6.0 months (95% CI, 4.2 to 6.2) with chemotherapy (hazard ratio, 0.50; 95% CI, 0.37 to 0.68; P<0.001). "
        "The 6-month overall survival rate was 80.2% with pembrolizumab and 72.4% with chemotherapy (hazard ratio for "
        "death, 0.60; 95% CI, 0.41 to 0.89; P=0.005). Table 1 gives the response and adverse events.",
    ],
    "Comment": [
        "Patients with EGFR mutations did not take part. Crossover after progression may have reduced the difference "
        "in overall survival. Pembrolizumab is not approved for multiple myeloma.",
    ],
}
ROWS = [
    ["Result", "Pembrolizumab (n = 154)", "Chemotherapy (n = 151)"],
    ["Objective response rate (%)", "44.8", "27.8"],
    ["Treatment-related adverse events, any grade (%)", "73.4", "90.0"],
    ["Treatment-related adverse events, grade 3-5 (%)", "26.6", "53.3"],
]


def main() -> None:
    """Write the PDF beside the other examples."""
    styles = getSampleStyleSheet()
    story: list[Flowable] = [Paragraph(TITLE, styles["Title"])]
    for heading, paragraphs in TEXT.items():
        story.append(Paragraph(heading, styles["Heading2"]))
        story.extend(Paragraph(text, styles["BodyText"]) for text in paragraphs)
        if heading == "Results":
            table = Table(ROWS)
            table.setStyle(
                TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("FONTSIZE", (0, 0), (-1, -1), 9)])
            )
            caption = "Table 1. Response and adverse events in KEYNOTE-024"
            story += [Spacer(1, 8), Paragraph(caption, styles["BodyText"]), Spacer(1, 4), table]
    target = Path(__file__).parent.parent / "examples" / "keynote024.pdf"
    SimpleDocTemplate(str(target), title=TITLE, author="trialgraph", invariant=1).build(story)


if __name__ == "__main__":
    main()
