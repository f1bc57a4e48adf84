"""Figures that the edges of a quotation cut from their scale, their unit or the other end of their range."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.evidence.clipped import sentence_around
from factreport.evidence.prepared_text import prepare
from factreport.figures.read import read_figures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.figures.figure import Figure


class CutFigure(Struct, frozen=True):
    """A figure of which a quotation holds only a part."""

    quoted: str
    """As the quotation alone prints it."""
    printed: str
    """As the sentence prints it."""


def cut_figures(text: str, spans: tuple[tuple[int, int], ...]) -> Iterator[CutFigure]:
    """Give the figures at the edges of a quotation (`spans` in `text`) that go on outside it and then say otherwise.

    >>> list(cut_figures("It will spend $12 million.", ((14, 17),)))
    [CutFigure(quoted='$12', printed='$12 million')]
    """
    prepared = prepare(text)
    for span in spans:
        start, end = prepared.inside(*span)
        first, last = sentence_around(prepared.characters, start, end)
        around = read_figures(prepared.characters[first:last])
        for figure in read_figures(prepared.characters[start:end]):
            whole = _figure_at(around, figure.start + start - first, figure.end + start - first)
            if whole and (whole.start < start - first or whole.end > end - first) and not _same(figure, whole):
                yield CutFigure(figure.text, whole.text)


def _figure_at(figures: tuple[Figure, ...], start: int, end: int) -> Figure | None:
    return next((figure for figure in figures if figure.start < end and start < figure.end), None)


def _same(figure: Figure, whole: Figure) -> bool:
    return (figure.numeral, figure.upper, figure.units) == (whole.numeral, whole.upper, whole.units)
