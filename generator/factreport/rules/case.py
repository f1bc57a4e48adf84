"""What a rule looks at: everything that sources state for one figure, brought together and compared once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.model.value import Omission, Quantity

if TYPE_CHECKING:
    from factreport.figures.comparison import Comparison
    from factreport.figures.figure import Figure
    from factreport.figures.relations import ImpliedRate, RelationOutcome
    from factreport.model.claim import Citation, ClaimFigure, Relation, Statement
    from factreport.model.days import Days
    from factreport.model.source import Source
    from factreport.model.value import Value


class Stated(Struct, frozen=True):
    """A statement with all that a rule may ask about it."""

    statement: Statement
    citation: Citation
    source: Source
    printed: str
    """As the source prints it; replies, names and positions written out in words."""
    days: Days
    """When it was published."""
    origins: tuple[str, ...]
    """Slugs of the origins it rests on; its own where it is one."""
    parents: tuple[str, ...]
    """Slugs of the sources it credits for this."""
    is_main: bool
    """Whether it speaks for its source: of several statements, the one in the body."""

    @property
    def value(self) -> Value:
        """What it says."""
        return self.statement.value

    @property
    def says(self) -> bool:
        """Whether the source says anything; False where it was searched and is silent."""
        return not isinstance(self.value, Omission)

    @property
    def name(self) -> str:
        """How findings name it: the source, and the part of it where that is not the main statement."""
        return self.source.slug if self.is_main else f"{self.source.slug}:{self.citation.part}"


class Pair(Struct, frozen=True):
    """Two statements for one figure."""

    figure: ClaimFigure
    reference: Stated
    other: Stated
    comparison: Comparison | None = None
    """For two quantities; the other is side a, the reference side b."""
    placed: Comparison | None = None
    """The other's own figure converted to the reference's currency, for the chart; None where no rate is needed."""

    @property
    def same_origin(self) -> bool:
        """Whether both rest on one origin, so that agreement adds nothing."""
        return bool(set(self.reference.origins) & set(self.other.origins))

    @property
    def is_copy(self) -> bool:
        """Whether the other credits the reference for this."""
        return self.reference.source.slug in self.other.parents

    @property
    def compared(self) -> tuple[str, str]:
        """What the reference and the other print, of the figures that were compared."""
        if self.figures is None:
            return self.reference.printed, self.other.printed
        reference, other = self.figures
        return _shown(self.reference, reference), _shown(self.other, other)

    @property
    def figures(self) -> tuple[Figure, Figure] | None:
        """The figures that were compared, the reference's first; None where one side is no quantity."""
        first, second = self.reference.value, self.other.value
        if not isinstance(first, Quantity) or not isinstance(second, Quantity):
            return None
        other, reference = like_units(second, first)
        return reference, other

    def name(self, rule: str) -> str:
        """Give the stable name of what `rule` finds here."""
        first, second = sorted((self.reference.name, self.other.name))
        return f"{self.figure.key}/{first}~{second}/{rule}"


def like_units(a: Quantity, b: Quantity) -> tuple[Figure, Figure]:
    """Give a figure of each to compare: in one unit where there are such, a source's own conversion included."""
    for first in a.meant:
        for second in b.meant:
            if set(first.units) & set(second.units):
                return first, second
    return a.figure, b.figure


def _shown(stated: Stated, figure: Figure) -> str:
    if isinstance(stated.value, Quantity) and stated.value.figure is figure:
        return stated.printed
    return figure.said


class OwnConversion(Struct, frozen=True):
    """A figure and the conversion that the same source prints of it."""

    stated: Stated
    comparison: Comparison
    converted: Figure
    """The conversion as printed."""
    original: str
    position: int
    """0 for the first conversion that the statement prints."""


class FigureCase(Struct, frozen=True):
    """Everything that sources state for one figure."""

    figure: ClaimFigure
    stated: tuple[Stated, ...]
    reference: Stated | None
    """None where no source states anything."""
    pairs: tuple[Pair, ...]
    """Each statement of another source against the reference; and any two that conflict though neither does with it."""
    within: tuple[Pair, ...]
    """Two statements of one source, the main one as reference."""
    copies: tuple[Pair, ...]
    """Main statements against those of a source that they credit, where that is not the reference."""
    conversions: tuple[OwnConversion, ...]

    @property
    def silent(self) -> tuple[Stated, ...]:
        """Sources that were searched and say nothing."""
        return tuple(stated for stated in self.stated if not stated.says)


class RelationCase(Struct, frozen=True):
    """A relation worked out for one source."""

    relation: Relation
    source: Source
    stated: tuple[Stated, ...]
    """The source's statements of all figures in it, and last of what they are held against."""
    against: Stated | None
    """What the source prints for the result; None where it prints nothing, or the relation needs nothing."""
    outcome: RelationOutcome
    """For everything but implied rates: whether it works out."""
    rates: tuple[ImpliedRate, ...] = ()
    """For implied rates: one for each pair of figures."""

    def name(self, rule: str) -> str:
        """Give the stable name of what `rule` finds here."""
        return f"{self.relation.reference.figure}/{self.source.slug}/{rule}"
