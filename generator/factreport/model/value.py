"""What a statement can say, by kind of figure."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from factreport.figures.figure import Qualifier

if TYPE_CHECKING:
    from factreport.figures.figure import Figure
    from factreport.model.days import Days


class Quantity(Struct, frozen=True):
    """A printed figure, with the conversions that the source prints of it itself."""

    figure: Figure
    conversions: tuple[Figure, ...] = ()

    @property
    def meant(self) -> tuple[Figure, ...]:
        """The figure and its conversions as they are meant: what limits the figure limits a bare conversion of it too.

        "Over £12bn ($16.2bn)" says over $16.2bn.
        """
        if self.figure.qualifier in {Qualifier.NONE, Qualifier.BETWEEN}:
            return (self.figure, *self.conversions)
        return (self.figure, *(self._limited(one) for one in self.conversions))

    def _limited(self, conversion: Figure) -> Figure:
        if conversion.qualifier is not Qualifier.NONE:
            return conversion
        own = self.figure
        return replace(conversion, qualifier=own.qualifier, qualifier_text=own.qualifier_text)


class DateValue(Struct, frozen=True):
    """A date as precise as it is printed."""

    days: Days
    preposition: str = ""
    """"in", "by", "before", "since": what the source does with the date; empty: it stands alone."""


class Names(Struct, frozen=True):
    """Who or what is named, in the source's order."""

    names: tuple[str, ...]


class Reply(StrEnum):
    """What a source says of a party's reply."""

    DECLINED = "declined"
    NO_IMMEDIATE_RESPONSE = "no-immediate-response"
    NOT_COMMENTED = "not-commented"
    DENIED = "denied"
    CONFIRMED = "confirmed"
    REPLIED = "replied"
    NOT_MENTIONED = "not-mentioned"


class Responses(Struct, frozen=True):
    """What each party is said to have replied."""

    replies: tuple[tuple[str, Reply], ...]


class Stance(StrEnum):
    """How a source stands to the claimed point."""

    ASSERTS = "asserts"
    DENIES = "denies"
    BOTH = "both"
    SILENT = "silent"


class Position(Struct, frozen=True):
    """Whether a source asserts or denies the point."""

    stance: Stance


class Meaning(StrEnum):
    """An editor's judgement of a wording beside the one it is compared with."""

    SAME = "same"
    OTHER = "other"


class Wording(Struct, frozen=True):
    """The words a source uses."""

    words: str
    meaning: Meaning | None = None
    """None: not judged, as for the wording that the others are compared with."""


class Omission(Struct, frozen=True):
    """The source was searched for these words and says nothing of it."""

    terms: tuple[str, ...]


Value = Quantity | DateValue | Names | Responses | Position | Wording | Omission
