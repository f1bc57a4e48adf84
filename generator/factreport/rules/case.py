"""What a rule looks at: everything that sources state for one figure, brought together and compared once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factreport.model.value import Omission

if TYPE_CHECKING:
    from factreport.figures.comparison import Comparison
    from factreport.figures.relation import Outcome
    from factreport.model.claim import Citation, ClaimFigure, FigureReference, Relation, Statement
    from factreport.model.days import Days
    from factreport.model.source import Source
    from factreport.model.value import Value


@dataclass(frozen=True, slots=True)
class Stated:
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


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements for one figure."""

    figure: ClaimFigure
    reference: Stated
    other: Stated
    comparison: Comparison | None = None
    """For two quantities; the reference is side a."""

    @property
    def same_origin(self) -> bool:
        """Whether both rest on one origin, so that agreement adds nothing."""
        return bool(set(self.reference.origins) & set(self.other.origins))

    @property
    def is_copy(self) -> bool:
        """Whether the other credits the reference for this."""
        return self.reference.source.slug in self.other.parents

    def name(self, rule: str) -> str:
        """Give the stable name of what `rule` finds here."""
        first, second = sorted((self.reference.name, self.other.name))
        return f"{self.figure.key}/{first}~{second}/{rule}"


@dataclass(frozen=True, slots=True)
class OwnConversion:
    """A figure and the conversion that the same source prints of it."""

    stated: Stated
    comparison: Comparison
    converted: str
    """The conversion as printed."""
    original: str
    position: int
    """0 for the first conversion that the statement prints."""


@dataclass(frozen=True, slots=True)
class FigureCase:
    """Everything that sources state for one figure."""

    figure: ClaimFigure
    stated: tuple[Stated, ...]
    reference: Stated | None
    """None where no source states anything."""
    pairs: tuple[Pair, ...]
    """Each statement of another source against the reference; and any two that conflict where neither does so with it."""
    within: tuple[Pair, ...]
    """Two statements of one source, the main one as reference."""
    copies: tuple[Pair, ...]
    """Main statements against those of a source that they credit, where that is not the reference."""
    conversions: tuple[OwnConversion, ...]

    @property
    def silent(self) -> tuple[Stated, ...]:
        """Sources that were searched and say nothing."""
        return tuple(stated for stated in self.stated if not stated.says)


@dataclass(frozen=True, slots=True)
class RelationCase:
    """A relation worked out for one source."""

    relation: Relation
    source: Source
    operands: tuple[tuple[FigureReference, Stated], ...]
    against: Stated | None
    outcome: Outcome
