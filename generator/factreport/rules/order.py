"""The order in which findings are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.rules.catalogue import all_rules
from factreport.rules.finding import State

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factreport.rules.finding import Finding

_STATES = (State.OPEN, State.EXPLAINED, State.SETTLED)


def order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Put open findings first, then explained, then settled; larger gaps before smaller, then by alarm and name."""
    ranks = {rule.name: rule.rank for rule in all_rules()}

    def key(finding: Finding) -> tuple[object, ...]:
        gap = finding.comparison.gap_share if finding.comparison else None
        bars = finding.size.bars if finding.size else 0
        return (
            _STATES.index(finding.state),
            -bars,
            -(gap or 0),
            ranks.get(finding.rule, 0),
            str(finding.figure),
            finding.name,
        )

    return tuple(sorted(findings, key=key))
