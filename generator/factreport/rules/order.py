"""The order in which findings are shown."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from factreport.figures.exact import Fraction
from factreport.rules.catalogue import all_rules
from factreport.rules.finding import FindingState

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factreport.rules.finding import Finding

OrderKey = tuple[int, int, Fraction, int, str, str]
_STATES = (FindingState.OPEN, FindingState.EXPLAINED, FindingState.SETTLED)
"""Worst first."""
_NONE = Fraction(0)


def order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Put open findings first, then explained, then settled; larger gaps before smaller, then by alarm and name."""
    return tuple(sorted(findings, key=order_key))


def order_key(finding: Finding) -> OrderKey:
    """Give by what a finding is sorted among others."""
    gap = finding.comparison.gap_share if finding.comparison else None
    return (
        _STATES.index(finding.state),
        -(finding.size.bars if finding.size else 0),
        -gap if gap else _NONE,
        _ranks().get(finding.rule, 0),
        str(finding.figure),
        finding.name,
    )


def worst_state(states: Iterable[FindingState]) -> FindingState:
    """Give the worst of some states; settled where there are none."""
    return min(states, key=_STATES.index, default=FindingState.SETTLED)


@cache
def _ranks() -> Mapping[str, int]:
    return {rule.name: rule.rank for rule in all_rules()}
