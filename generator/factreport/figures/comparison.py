"""The result of comparing two figures, as a value."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Literal

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from datetime import date

    from factreport.figures.exact import Fraction
    from factreport.figures.interval import Interval
    from factreport.figures.meaning import Sets
    from factreport.figures.rates import Fixing

Side = Literal["a", "b"]


class Kind(StrEnum):
    """How two figures stand to each other. The values are the published vocabulary."""

    SAME = "same"
    SAME_WITHIN_ROUNDING = "same-within-rounding"
    CONVERTED_EXACT = "converted-exact"
    CONVERTED_WITHIN_ROUNDING = "converted-within-rounding"
    QUALIFIER_DIFFERS = "qualifier-differs"
    SATISFIES = "satisfies"
    COMPATIBLE = "compatible"
    BOUNDS_DIFFER = "bounds-differ"
    NEAR_MISS = "near-miss"
    CONFLICT = "conflict"
    NOT_STATED = "not-stated"
    INCOMPARABLE = "incomparable"


class Size(StrEnum):
    """How far two comparable figures are apart."""

    AGREE = "agree"
    MEET = "meet"
    SMALL = "small"
    MATERIAL = "material"
    SEVERE = "severe"

    @property
    def bars(self) -> int:
        """How many of four bars stand for it."""
        return _BARS[self]


_BARS = {size: bars for bars, size in enumerate(Size)}


class Pivot(Struct, frozen=True):
    """A conversion of a conversion: original to a further printed figure, rounded there, and on to the target."""

    text: str
    """The further figure as printed."""
    unit: str
    """Its currency."""
    rate: Fraction
    """Units of the target's currency for one of the further figure's."""
    converted: Fraction
    """The further figure's number in the target's currency."""
    fixings: tuple[Fixing, ...]
    """What both rates of the chain were worked out from, euro left out."""


class ByDate(Struct, frozen=True):
    """A comparison across two currencies at the fixing of one day."""

    day: date
    """The day of the fixing used."""
    kind: Kind
    in_base_window: bool
    """Whether the day counts for the result, or is only shown."""
    rate: Fraction
    """Units of b's currency for one of a's, the quotient of the two fixings."""
    rate_interval: Interval
    """The same with the rounding of the fixings' digits."""
    fixings: tuple[Fixing, ...]
    """What the rate was worked out from, euro left out."""
    original: Side
    """The side that is converted: the original where it is known, else the one whose digits come out exactly, else
    a."""
    converted: Fraction
    """The original's number in the other's currency; of a range, its lower end."""
    pivot: Pivot | None = None
    """A further printed figure by way of which the digits come out on this day; None if none does or none is needed."""


class Comparison(Struct, frozen=True):
    """How figure a and figure b stand to each other, and why."""

    kind: Kind
    qualifiers_differ: bool = False
    """Whether the qualifying words limit the numbers differently, whatever else was found."""
    stronger: Side | None = None
    """The side that says more, where its numbers all lie within the other's; None for both or neither."""
    soft: bool = False
    """Whether a limit is broken that people let pass when broken ("up to")."""
    far_from_limit: bool = False
    """Whether one is a limit and the other less than half or more than twice its number."""
    opposite_sides: bool = False
    """Whether they lie on the two sides of one number, and touch."""
    date_dependent: bool = False
    """Whether the kind depends on the day of the exchange rate."""
    by_date: tuple[ByDate, ...] = ()
    a_sets: Sets | None = None
    """In a's unit; None where a states nothing."""
    b_sets: Sets | None = None
    """In b's unit; None where b states nothing."""
    a_in_b: Sets | None = None
    """a's sets in b's unit; the same as `a_sets` where the units are equal, None where nothing was compared."""
    gap: Fraction | None = None
    """Distance in b's unit between the numbers each can mean; 0 where they meet; of limits, between their numbers."""
    gap_share: Fraction | None = None
    """`gap` over the reference figure (without one, the smaller); None where that is 0, or one is below 0."""
    size: Size | None = None
    """None where nothing could be compared."""
    scale_slip: int | None = None
    """The power of ten by which b's number exceeds a's, where it looks like a slip of scale; negative: a's is
    larger."""
    rate: Interval | None = None
    """Units of b's currency for one of a's that the result rests on; None within one currency."""
    notes: tuple[str, ...] = ()
    """Sentences that a reader should see beside the result."""
    working: tuple[str, ...] = ()
    """The arithmetic, line by line."""

    @property
    def fixings(self) -> tuple[Fixing, ...]:
        """All fixings used, each once, the earliest first."""
        chains = (entry.pivot.fixings for entry in self.by_date if entry.pivot)
        return tuple(sorted({one for some in (*(entry.fixings for entry in self.by_date), *chains) for one in some}))

    def days(self, *kinds: Kind) -> tuple[date, ...]:
        """Give the days on which the result is one of `kinds`."""
        return tuple(entry.day for entry in self.by_date if entry.kind in kinds)

    def with_lines(self, *lines: str) -> Comparison:
        """Give the same result with further lines of working."""
        return replace(self, working=(*self.working, *lines))
