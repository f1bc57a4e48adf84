"""Days as sources and editors know them: one day, a month, or only "on or after"."""

from __future__ import annotations

from datetime import date

from factreport.model.kept_record import KeptRecord


class Days(KeptRecord, frozen=True):
    """A day, or as much as is known of it. Unknown altogether: both ends None."""

    first: date | None
    """Earliest possible day, included; None where nothing bounds it."""
    last: date | None
    """Latest possible day, included; None where nothing bounds it."""
    text: str
    """As the editor wrote it ("2025-01-21", "2025-01", "on or after 2025-01-20", "unknown")."""

    @property
    def day(self) -> date | None:
        """The day, if it is known to the day."""
        return self.first if self.first is not None and self.first == self.last else None

    @property
    def order(self) -> tuple[date, date]:
        """What days are sorted by: the earliest possible one, then the latest; what nothing bounds comes last.

        So what is known to the day stands before what may be of that day or of a later one.
        """
        return (self.first or self.last or date.max, self.last or date.max)

    @property
    def is_known(self) -> bool:
        """Whether anything bounds it."""
        return self.first is not None or self.last is not None


UNKNOWN_DAYS = Days(None, None, "unknown")
