"""The caption of an interval chart: unit, where the scale starts, and what its marks mean, as far as they occur."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.pages.drawing.amounts import DAY
from factreport.pages.drawing.chart_row import Shape

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factreport.figures.interval import Interval
    from factreport.pages.drawing.chart_content import ChartContent
    from factreport.pages.drawing.chart_row import ChartRow
    from factreport.pages.drawing.scale import Scale


def caption(content: ChartContent, scale: Scale) -> str:
    """Give the caption as sentences."""
    rows = content.rows
    sentences = [*_scale_sentences(content, scale), *_mark_sentences(rows), *_claim_sentences(content)]
    sentences.extend(_overlap_sentences(rows, content.overlap))
    if any(row.limit is None and _is_beyond(row, scale) for row in rows):
        sentences.append(_("One figure lies far off the scale: an arrow at the edge gives its number."))
    return " ".join(sentences)


def _scale_sentences(content: ChartContent, scale: Scale) -> list[str]:
    if content.amounts.unit == DAY:
        return []
    sentences = [_("Unit: {unit}.").format(unit=content.unit_words)] if content.unit_words else []
    if scale.logarithmic:
        sentences.append(_("Equal distances are equal multiples (logarithmic scale)."))
    elif scale.low != 0:
        start = content.amounts.exact(scale.low)
        sentences.append(_("The scale starts at {number}, not at 0.").format(number=start))
    return sentences


def _mark_sentences(rows: Sequence[ChartRow]) -> list[str]:
    bands = any(row.range is not None and row.shape is Shape.NUMBER and row.range.low != row.range.high for row in rows)
    hairlines = bands and any(row.outer not in {None, row.range} and row.shape is Shape.NUMBER for row in rows)
    meanings = (
        (bands, _("A band shows what the printed digits can mean.")),
        (hairlines, _("The thin line shows how far that can stretch with looser rounding.")),
        (any(row.hedged for row in rows), _("A dashed outline: the source itself says “about” or “nearly”.")),
        (any(row.converted for row in rows), _("Hollow: converted by us, at the rates in the table.")),
        (any(row.own for row in rows), _("Small dot: the source's own conversion.")),
        (
            any(row.limit is not None for row in rows),
            _("Round bracket: the number itself is left out; square: included."),
        ),
        (any(row.shape is Shape.DERIVED for row in rows), _("Diamond: worked out by us.")),
        (any(row.replaced for row in rows), _("Struck out: since corrected by the source.")),
    )
    return [meaning for occurs, meaning in meanings if occurs]


def _claim_sentences(content: ChartContent) -> list[str]:
    if content.claimed is None:
        return []
    if content.claimed.is_range:
        return [_("The hatched column is what the claim says.")]
    return [_("The dashed line is what the claim says.")]


def _overlap_sentences(rows: Sequence[ChartRow], overlap: Interval | None) -> list[str]:
    if overlap is not None:
        return [_("Pale column: all independent sources fit here.")]
    independent = sum(bool(row.ends) and row.independent and row.shape is not Shape.DERIVED for row in rows)
    return [_("Nothing fits all independent sources.")] if independent > 1 else []


def _is_beyond(row: ChartRow, scale: Scale) -> bool:
    if row.lowest is None or row.highest is None:
        return False
    return row.lowest > scale.high or row.highest < scale.low
