"""A figure's rows, groups and findings, ready to be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.figures.meaning import amount_of
from factreport.figures.wording import style_of, write_range
from factreport.language import gettext as _
from factreport.model.value import DateValue, Quantity
from factreport.report.alike import group, usual_spelling
from factreport.report.measures import claimed_measure, measure, overlap, own_measure
from factreport.report.origins import count_origins
from factreport.report.records import FigureReport, Group, Row
from factreport.report.titles import title
from factreport.rules.copy_changed import changed
from factreport.rules.printed import print_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factreport.evidence.origins import Origins
    from factreport.figures.figure import Figure
    from factreport.figures.meaning import Conventions
    from factreport.model.content import Content
    from factreport.model.value import Value
    from factreport.report.records import CitationReport
    from factreport.rules.case import FigureCase, Stated
    from factreport.rules.finding import Finding


class FigureDesk(Struct, frozen=True):
    """Makes the reports of a claim's figures from what all of them share."""

    cited: Mapping[tuple[str, str], CitationReport]
    content: Content
    origins: Origins
    conventions: Conventions

    def report(self, case: FigureCase, findings: tuple[Finding, ...]) -> FigureReport:
        """Give everything that a page shows of one figure; `findings` in the order in which they are shown."""
        unit = chart_unit(case)
        rows = self._rows(case, findings, unit)
        groups = tuple(self._groups(rows))
        speaking = [row.citation.citation for row in rows if row.stated]
        return FigureReport(
            figure=case.figure,
            rows=rows,
            groups=groups,
            count=count_origins(speaking, self.origins, self.content.source_by_slug),
            findings=findings,
            alike=group(findings, self.content.source_by_slug),
            summary=title(case, findings, groups),
            chart_unit=unit,
            claimed=claimed_measure(case.figure, unit, self.conventions),
            claimed_own=own_measure(case.figure.claimed, self.conventions),
            overlap=overlap(rows),
            differs=len({print_key(row.statement.value) for row in rows if row.stated}) > 1,
        )

    def _rows(self, case: FigureCase, findings: tuple[Finding, ...], unit: str) -> tuple[Row, ...]:
        pairs = {_key(pair.other): pair for pair in case.pairs if pair.reference is case.reference}
        altered = _changed(case)
        return tuple(
            Row(
                statement=one.statement,
                citation=self.cited[_key(one)],
                printed=one.printed,
                means=self._means(one.value),
                measure=measure(one, pairs.get(_key(one)), unit, self.conventions),
                own_conversions=_own_conversions(one.value),
                own_rate=one.citation.rate.text if one.citation.rate else "",
                origins=one.origins,
                copies=one.parents,
                inferred=one.source.probably_used,
                is_reference=one is case.reference,
                findings=_of(one, findings, is_reference=one is case.reference),
                changed=(one.source.slug, print_key(one.value)) in altered,
                stated=one.says,
                own=own_measure(one.value, self.conventions),
                anchor=_anchor(one),
            )
            for one in _ordered(case.stated, case.reference)
        )

    def _means(self, value: Value) -> str:
        if not isinstance(value, Quantity):
            return ""
        amount = amount_of(value.figure, self.conventions)
        near = amount.sets.tight
        if near.is_bounded and near.low == near.high:
            return ""
        shown = write_range(near, style_of(amount), amount.low.step)
        return _("“{text}” can mean {range}").format(text=_text(value.figure), range=shown)

    def _groups(self, rows: tuple[Row, ...]) -> Iterator[Group]:
        """Give the rows that print the same together, in whatever spelling; named as the reference or most print it."""
        alike: dict[object, list[Row]] = {}
        for row in rows:
            if row.stated:
                alike.setdefault(print_key(row.statement.value), []).append(row)
        for members in alike.values():
            references = [row.printed for row in members if row.is_reference]
            spelling = references[0] if references else usual_spelling(row.printed for row in members)
            said = [row.citation.citation for row in members]
            count = count_origins(said, self.origins, self.content.source_by_slug)
            yield Group(spelling, tuple(members), count.sentence)


def chart_unit(case: FigureCase) -> str:
    """Give the unit of a figure's chart: the reference's; "date" for dates; empty where there is no one unit."""
    if case.reference is None:
        return ""
    value = case.reference.value
    if isinstance(value, DateValue):
        return "date"
    return value.figure.units[0] if isinstance(value, Quantity) and len(value.figure.units) == 1 else ""


def _key(one: Stated) -> tuple[str, str]:
    return (one.citation.claim, one.citation.identity)


def _text(figure: Figure) -> str:
    return figure.said


def _own_conversions(value: Value) -> tuple[str, ...]:
    return tuple(_text(figure) for figure in value.conversions) if isinstance(value, Quantity) else ()


def _anchor(one: Stated) -> str:
    part = "" if one.is_main else f"-{one.citation.part}"
    return f"fig-{one.statement.figure.figure}-{one.source.slug}{part}"


def _of(one: Stated, findings: tuple[Finding, ...], *, is_reference: bool) -> tuple[Finding, ...]:
    """Give the findings of a row, in their order: where it is compared, and for the reference those about itself."""
    key = _key(one)
    mine = []
    for finding in findings:
        sides = [(side.claim, side.citation) for side in finding.sides]
        if key not in sides:
            continue
        within = len({side.source for side in finding.sides}) == 1
        if (within or not is_reference) and (within or sides[-1] == key or sides[0] != key):
            mine.append(finding)
    return tuple(mine)


def _changed(case: FigureCase) -> frozenset[tuple[str, object]]:
    """Give which sources print something else than what they credit, each with what that is."""
    pairs = [*case.copies, *(pair for pair in case.pairs if pair.is_copy and pair.other.is_main)]
    return frozenset((pair.other.source.slug, print_key(pair.other.value)) for pair in pairs if changed(pair))


def _ordered(stated: Iterable[Stated], reference: Stated | None) -> list[Stated]:
    """Put the reference first, then origins, then copies, each by date; other parts of a source after its main one."""

    def key(one: Stated) -> tuple[object, ...]:
        is_copy = one.origins != (one.source.slug,)
        return (
            not one.says,
            one is not reference,
            is_copy,
            one.days.order,
            one.source.slug,
            not one.is_main,
        )

    mains = sorted((one for one in stated if one.is_main), key=key)
    others = [one for one in stated if not one.is_main]
    found: list[Stated] = []
    for main in mains:
        found.append(main)
        found += [one for one in others if one.source.slug == main.source.slug]
    return found
