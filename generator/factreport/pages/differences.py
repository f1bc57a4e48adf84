"""Differences as pages show them: those that say the same of several sources together, with reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from factreport.model.claim import Explanation
    from factreport.report.records import FindingGroup
    from factreport.rules.finding import Finding, Side


class Entry(Struct, frozen=True):
    """One finding of a group."""

    finding: Finding
    sides: tuple[Side, ...]
    """What is still to be shown: without the reference, where the group shows it once."""
    reason: Explanation | None
    """Its own reason; None where it has none, or the group shows one for all."""


class DifferenceView(Struct, frozen=True):
    """Findings that say the same, to be shown as one."""

    group: FindingGroup
    reference: Side | None
    """What the others are compared with; None where each finding is about one source."""
    reason: Explanation | None
    """The reason of all of them; None where there is none, or they have different ones."""
    entries: tuple[Entry, ...]

    @property
    def finding(self) -> Finding:
        """The finding that stands for all."""
        return self.group.first


def difference_view(group: FindingGroup) -> DifferenceView:
    """Arrange a group for its page: what all share is shown once."""
    reference = None if group.first.is_within else group.first.sides[0]
    notes = {finding.explanation.note if finding.explanation else "" for finding in group.findings}
    shared = group.first.explanation if len(notes) == 1 else None
    entries = tuple(
        Entry(
            finding,
            finding.sides if reference is None else finding.sides[1:],
            None if shared else finding.explanation,
        )
        for finding in group.findings
    )
    return DifferenceView(group, reference, shared, entries)
