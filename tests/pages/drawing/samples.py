"""Reads the cases of drawings: reports built from a few lines of data."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import yaml
from msgspec.structs import replace

from factreport.figures.exact import fraction_of
from factreport.figures.figure import Figure, Numeral, Qualifier
from factreport.figures.interval import Interval
from factreport.model.claim import Citation, ClaimFigure, FigureKind, FigureReference, Statement
from factreport.model.days import UNKNOWN_DAYS, Days
from factreport.model.place import WholeFile, Written
from factreport.model.source import Knows, Read, Source, SourceKind
from factreport.model.value import DateValue, Omission, Quantity, Value
from factreport.pages.dates import locale_of
from factreport.pages.drawing.chart_content import ChartContent, chart_content
from factreport.pages.drawing.chart_row import ChartRow, Shape
from factreport.report.records import CitationReport, FigureReport, Measure, OriginSummary, Row

if TYPE_CHECKING:
    from factreport.evidence.proof import Proof

CASES = Path(__file__).parents[2] / "cases" / "drawing"
STYLES = Path(__file__).parents[3] / "templates" / "css" / "drawing.css"
LOCALE = locale_of("en")
CREDIT = "Example Fact Desk, https://example.org/claims/example/"


def case_names() -> list[str]:
    return sorted(path.stem for path in CASES.glob("*.yml"))


def read_case(name: str) -> dict[str, Any]:
    return cast("dict[str, Any]", yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8")))


def content_of(case: dict[str, Any], name: str) -> ChartContent:
    """Give what the case's chart is drawn from, with the marks that no report record carries yet."""
    content = chart_content(
        figure_of(case, name), locale=LOCALE, credit=CREDIT, derived=[_derived(row) for row in case.get("derived", ())]
    )
    assert content is not None
    given = {row["source"]: row for row in case["rows"]}
    return replace(content, rows=tuple(_with_extras(row, given.get(row.name, {})) for row in content.rows))


def figure_of(case: dict[str, Any], name: str = "example") -> FigureReport:
    reference = FigureReference(name, "cost")
    kind = FigureKind(case.get("kind", "quantity"))
    rows = tuple(_row(each, reference, case.get("unit", "")) for each in case["rows"])
    claimed = case.get("claimed")
    figure = ClaimFigure(
        reference,
        "Cost",
        kind,
        claimed_text=claimed["text"] if claimed else case.get("claimed_days", {}).get("text", ""),
        claimed=DateValue(_days(case["claimed_days"])) if "claimed_days" in case else None,
    )
    return FigureReport(
        figure=figure,
        rows=rows,
        groups=(),
        count=OriginSummary(len(rows), len(rows), 0, ""),
        findings=(),
        summary=case["summary"],
        chart_unit=case.get("unit", ""),
        claimed=_measure(claimed, case["unit"]) if claimed else None,
        overlap=interval(case["overlap"]) if "overlap" in case else None,
        differs=case.get("differs", True),
    )


def interval(text: str | float) -> Interval:
    """Read "[3, 4)", "(3, )" or one number."""
    written = str(text)
    if written[0] not in "[(":
        return Interval.point(fraction_of(written))
    low, high = (part.strip() for part in written[1:-1].split(","))
    return Interval(
        fraction_of(low) if low else None,
        fraction_of(high) if high else None,
        low_open=written[0] == "(",
        high_open=written[-1] == ")",
    )


def source_of(publisher: str, **fields: Any) -> Source:
    slug = "".join(letter if letter.isalnum() else "-" for letter in publisher.lower())
    written = Written(f"sources/{slug}.md", WholeFile(f"sources/{slug}.md"))
    given: dict[str, Any] = {
        "kind": SourceKind.NEWS,
        "knows": Knows.OWN,
        "read": Read.WHOLE,
        "published": UNKNOWN_DAYS,
    }
    return Source(slug=slug, written=written, publisher=publisher, **(given | fields))


def _with_extras(row: ChartRow, given: dict[str, Any]) -> ChartRow:
    confidence = interval(given["confidence"]) if "confidence" in given else None
    replacement = fraction_of(str(given["replacement"])) if "replacement" in given else None
    replaced = replacement is not None or given.get("replaced", False)
    return replace(row, confidence=confidence, replacement=replacement, replaced=replaced)


def _row(given: dict[str, Any], reference: FigureReference, unit: str) -> Row:
    source = source_of(given["source"])
    citation = Citation(reference.claim, f"{source.slug}-cost", source.slug, ())
    statement = Statement(reference, given.get("printed", ""), _value(given, unit))
    return Row(
        statement=statement,
        citation=CitationReport(1, citation, source, cast("Proof", None)),
        printed=given.get("printed", "not stated"),
        means="",
        measure=_measure(given, unit) if "range" in given else None,
        own_conversions=(),
        own_rate="",
        origins=() if given.get("copies") or given.get("unknown") else (source.slug,),
        copies=tuple(source_of(name).slug for name in given.get("copies", ())),
        inferred=tuple(source_of(name).slug for name in given.get("inferred", ())),
        is_reference=False,
        findings=(),
        changed=given.get("changed", False),
        stated=not given.get("silent", False),
        anchor=f"fig-cost-{source.slug}",
    )


def _value(given: dict[str, Any], unit: str) -> Value:
    if given.get("silent"):
        return Omission(("cost",))
    if "first" in given:
        return DateValue(_days(given), given.get("preposition", ""))
    conversions = tuple(_figure(str(each), each, unit, given) for each in given.get("conversions", ()))
    return Quantity(_figure(given["printed"], _number(given), "other" if conversions else unit, given), conversions)


def _number(given: dict[str, Any]) -> float | str:
    if "value" in given and not str(given["value"]).startswith(("[", "(")):
        return cast("float | str", given["value"])
    span = interval(given.get("range", "0"))
    return str(span.high if span.low is None else span.low)


def _figure(text: str, number: float | str, unit: str, given: dict[str, Any]) -> Figure:
    numeral = Numeral(fraction_of(str(number)), fraction_of(str(given.get("step", 1))), None)
    qualifier = Qualifier(given.get("qualifier", "none"))
    upper = numeral if qualifier is Qualifier.BETWEEN else None
    return Figure(numeral, upper, (unit,), qualifier, text, 0, len(text))


def _days(given: dict[str, str]) -> Days:
    return Days(date.fromisoformat(given["first"]), date.fromisoformat(given["last"]), given.get("text", ""))


def _measure(given: dict[str, Any], unit: str) -> Measure:
    value = interval(given["value"]) if "value" in given else None
    span = interval(given["range"])
    return Measure(unit, value, span, interval(given.get("outer", given["range"])), given.get("converted", False))


def _derived(given: dict[str, Any]) -> ChartRow:
    value, span = interval(given["value"]), interval(given["range"])
    return ChartRow(given["name"], given["text"], Shape.DERIVED, value=value, range=span, outer=span)
