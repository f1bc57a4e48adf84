"""Writes a page with every case of every drawing, to look at: `python -m tests.pages.drawing.gallery FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.pages.drawing.samples import STYLES, case_names, content_of, read_case

from factreport.pages.drawing.interval_chart import Chart, StripRow, draw_chart
from factreport.pages.drawing.markup import element

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Drawings</title><style>:root{{color-scheme:light dark}}
body{{margin:1rem auto;
max-width:60rem;padding:0 1rem;background:#fdfcf9;color:#1b1e22;font-family:system-ui,sans-serif}}
@media (prefers-color-scheme:dark){{body{{background:#15181c;color:#e8eaed}}}}
@media print{{body{{background:#fff;color:#000}}}}
h2{{font-size:1rem;border-top:3px double;margin-top:3rem;font-weight:400}}
{styles}</style><body>{body}"""


def chart_markup(chart: Chart) -> str:
    """Give a chart as a page would show it."""
    axis = element("div", element("div", chart.unit or "\u00a0", class_="chart-unit"), chart.axis, class_="chart-axis")
    rows = [
        element(
            "li",
            element("div", *_words(row), class_="chart-words"),
            row.strip,
            class_=f"chart-row {row.classes}".strip(),
        )
        for row in chart.rows
    ]  # fmt: skip
    return element(
        "figure",
        element("figcaption", chart.title, class_="chart-title"),
        axis,
        element("ol", *rows, class_="chart-rows"),
        element("p", chart.caption, class_="chart-caption"),
        class_="chart",
    )


def _words(row: StripRow) -> tuple[str, str]:
    return element("span", row.name, class_="chart-name"), element("span", row.text, class_="chart-text")


def write_gallery(folder: Path) -> None:
    """Write `gallery.html` and every file of a drawing."""
    body = []
    for name in case_names():
        chart = draw_chart(content_of(read_case(name), name))
        (folder / f"{name}.svg").write_text(chart.standalone_svg, encoding="utf-8")
        body.append(element("h2", name) + chart_markup(chart))
    page = PAGE.format(styles=STYLES.read_text(encoding="utf-8"), body="".join(body))
    (folder / "gallery.html").write_text(page, encoding="utf-8")


if __name__ == "__main__":
    write_gallery(Path(sys.argv[1]))
