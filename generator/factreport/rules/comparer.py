"""Two statements compared: the dates, rates and other printed figures that the engine of figures needs, put at hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factreport.figures.compare import compare
from factreport.figures.exchange import Exchange, StatedRate
from factreport.figures.meaning import Conventions, amount_of
from factreport.language import remembered
from factreport.model.value import Quantity
from factreport.rules.case import like_units
from factreport.rules.direction_words import DOWN, direction

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factreport.figures.comparison import Comparison, Side
    from factreport.figures.figure import Figure
    from factreport.figures.meaning import Amount
    from factreport.figures.rates import Rates
    from factreport.model.claim import ClaimFigure
    from factreport.model.days import Days
    from factreport.rules.case import Stated


class Comparer(Struct, frozen=True):
    """Compares statements with the rates and constants of a site."""

    rates: Rates
    conventions: Conventions

    def compare(
        self, figure: ClaimFigure, other: Stated, reference: Stated, also: tuple[Amount, ...]
    ) -> Comparison | None:
        """Compare `other` (side a) with `reference` (side b); None where one of them is no quantity.

        Across currencies the days are those of the later publication, since only its writer had both figures; `also`
        has every figure that any source prints here.
        """
        if not isinstance(other.value, Quantity) or not isinstance(reference.value, Quantity):
            return None
        a, b = like_units(other.value, reference.value)
        a, b = _signed(a, b, other), _signed(b, a, reference)
        in_one_unit = not set(a.units).isdisjoint(b.units)
        exchange = None if in_one_unit else self._between(figure, other, reference, also)
        return _compared(a.anywhere, b.anywhere, exchange, "b", self.conventions)

    def place(
        self, figure: ClaimFigure, other: Stated, reference: Stated, also: tuple[Amount, ...]
    ) -> Comparison | None:
        """Bring the figure that `other` prints (side a) to the reference's currency; None where it is in it already."""
        if not isinstance(other.value, Quantity) or not isinstance(reference.value, Quantity):
            return None
        a, b = other.value.figure, reference.value.figure
        if any(one.units == b.units for one in (a, *other.value.conversions)):
            return None
        exchange = self._between(figure, other, reference, also)
        return _compared(a.anywhere, b.anywhere, exchange, "b", self.conventions)

    def own_conversion(
        self, figure: ClaimFigure, stated: Stated, conversion: Figure, also: tuple[Amount, ...]
    ) -> Comparison:
        """Compare the figure that a source prints (side a) with its own conversion of it (side b)."""
        original = stated.value.figure.anywhere if isinstance(stated.value, Quantity) else None
        exchange = self._exchange(figure, stated.days, _rates((stated,)), "a", also)
        return _compared(original, conversion.anywhere, exchange, "a", self.conventions)

    def with_claimed(self, figure: ClaimFigure, stated: Stated) -> Comparison | None:
        """Compare what a source states (side a) with what the claim says (side b); None where one is no quantity."""
        if not isinstance(stated.value, Quantity) or not isinstance(figure.claimed, Quantity):
            return None
        exchange = self._exchange(figure, stated.days, _rates((stated,)), None, ())
        return _compared(stated.value.figure.anywhere, figure.claimed.figure.anywhere, exchange, "b", self.conventions)

    def amounts(self, figures: Iterable[Figure]) -> tuple[Amount, ...]:
        """Give printed figures as what a conversion may have gone by way of."""
        return tuple(amount_of(one, self.conventions) for one in figures)

    def exchange(self, figure: ClaimFigure, stated: tuple[Stated, ...]) -> Exchange:
        """Give the days and rates for arithmetic on what one source states; `figure` says what serves undated."""
        return self._exchange(figure, stated[0].days, _rates(stated), None, ())

    def _between(self, figure: ClaimFigure, other: Stated, reference: Stated, also: tuple[Amount, ...]) -> Exchange:
        later = max((other, reference), key=_age)
        original: Side | None = "b" if reference.source.slug in other.origins else None
        return self._exchange(figure, later.days, _rates((other, reference), named=True), original, also)

    def _exchange(
        self,
        figure: ClaimFigure,
        days: Days,
        stated: tuple[StatedRate, ...],
        original: Side | None,
        also: tuple[Amount, ...],
    ) -> Exchange:
        used = days if days.is_known else figure.convert_on or days
        return Exchange(self.rates, used.first, used.last, stated=stated, original=original, also=also)


def _signed(figure: Figure, beside: Figure, stated: Stated) -> Figure:
    """Give a figure with a minus sign where the other has one, and its own words say the same: "down 0.3%" is -0.3%."""
    is_fall = beside.numeral.value < 0 < figure.numeral.value and figure.upper is None
    if not is_fall or direction(stated) != DOWN:
        return figure
    return replace(figure, numeral=replace(figure.numeral, value=-figure.numeral.value))


@remembered(1024)
def _compared(
    a: Figure | None, b: Figure, exchange: Exchange | None, reference: Side, conventions: Conventions
) -> Comparison:
    return compare(a, b, exchange=exchange, reference=reference, conventions=conventions)


def _rates(stated: Iterable[Stated], *, named: bool = False) -> tuple[StatedRate, ...]:
    """Give the rates that sources print; `named` with who prints each, where a reader could take it for another's."""
    rates = ((one.source.name, one.citation.rate) for one in stated if one.citation.rate is not None)
    return tuple(replace(rate, by=name) if named else rate for name, rate in rates)


def _age(one: Stated) -> str:
    day = one.days.last or one.days.first
    return day.isoformat() if day else ""
