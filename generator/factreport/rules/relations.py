"""Relations worked out for each source by itself, in one currency that all its figures share, never mixing sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.figures.arithmetic import NotComputableError, add, divide, growth, scaled, share_of, subtract
from factreport.figures.exact import Fraction
from factreport.figures.meaning import Amount, amount_of
from factreport.figures.relations import RelationOutcome, RelationState, check_shares, check_total, implied_rate
from factreport.figures.wording import is_currency
from factreport.language import gettext as _
from factreport.model.claim import Expression, FigureReference, Operation
from factreport.model.value import Quantity
from factreport.rules.case import RelationCase

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factreport.figures.exchange import Exchange
    from factreport.figures.figure import Figure
    from factreport.figures.relations import ImpliedRate
    from factreport.model.claim import Relation
    from factreport.rules.case import FigureCase, Stated
    from factreport.rules.comparer import Comparer

_PERCENT = "%"
_HUNDRED = Fraction(100)


def relation_cases(
    relation: Relation, cases: Mapping[FigureReference, FigureCase], comparer: Comparer
) -> tuple[RelationCase, ...]:
    """Give the relation for each source that states all of its figures, in the order of the first figure's sources."""
    leaves = tuple(dict.fromkeys(_leaves(relation.expression)))
    found = []
    for slug in _sources(leaves, cases):
        stated = {leaf: _main(slug, cases[leaf]) for leaf in leaves}
        complete = {leaf: one for leaf, one in stated.items() if one is not None}
        if len(complete) == len(leaves):
            found.append(_Sheet(relation, slug, complete, cases, comparer).case())
    return tuple(found)


class _Sheet(Struct, frozen=True):
    """One source's figures for a relation."""

    relation: Relation
    source: str
    stated: Mapping[FigureReference, Stated]
    cases: Mapping[FigureReference, FigureCase]
    comparer: Comparer

    def case(self) -> RelationCase:
        against = self._against()
        members = tuple(self.stated.values())
        return RelationCase(
            relation=self.relation,
            source=members[0].source,
            stated=(*members, against) if against else members,
            against=against,
            outcome=self._outcome(against),
            rates=tuple(self._rates()),
        )

    def _against(self) -> Stated | None:
        return _main(self.source, self.cases[self.relation.against]) if self.relation.against else None

    def _outcome(self, against: Stated | None) -> RelationOutcome:
        if self.relation.expression.operation is Operation.RATE:
            return RelationOutcome(RelationState.NOT_STATED)
        unit = self._currency(against)
        if unit is None:
            return RelationOutcome(
                RelationState.NOT_STATED, notes=(_("the figures stand in no currency that they share"),)
            )
        try:
            return self._checked(against, unit)
        except NotComputableError as reason:
            return RelationOutcome(RelationState.NOT_STATED, notes=(str(reason),))

    def _checked(self, against: Stated | None, unit: str) -> RelationOutcome:
        expression = self.relation.expression
        if expression.operation is Operation.SHARES:
            return check_shares([self._amount(one, unit) for one in expression.operands], is_complete=True)
        computed = self._amount(expression, unit)
        if against is None or not isinstance(against.value, Quantity):
            return RelationOutcome(RelationState.NOT_STATED, computed)
        printed = self._in_unit(against.value, computed.unit)
        return check_total(computed, printed, exchange=self._exchange(), conventions=self.comparer.conventions)

    def _amount(self, operand: FigureReference | Expression, unit: str) -> Amount:
        if isinstance(operand, FigureReference):
            value = self.stated[operand].value
            assert isinstance(value, Quantity)  # noqa: S101 - only quantities get here, see _main
            return self._in_unit(value, unit)
        first, *rest = [self._amount(one, unit) for one in operand.operands]
        return _calculate(operand.operation, first, rest)

    def _in_unit(self, value: Quantity, unit: str) -> Amount:
        chosen = next((one for one in (value.figure, *value.conversions) if one.units == (unit,)), value.figure)
        return amount_of(chosen, self.comparer.conventions)

    def _currency(self, against: Stated | None) -> str | None:
        """Give the currency that all sums of money share, the total's where that is one; "" where there is no money."""
        offered = [_currencies(one.value) for one in self.stated.values() if isinstance(one.value, Quantity)]
        money = [one for one in offered if one]
        if not money:
            return ""
        wanted = _currencies(against.value) if against and isinstance(against.value, Quantity) else ()
        shared = [unit for unit in (*wanted, *money[0]) if all(unit in one for one in money)]
        return shared[0] if shared else None

    def _rates(self) -> Iterator[ImpliedRate]:
        if self.relation.expression.operation is not Operation.RATE:
            return
        for first, second in self._rate_pairs():
            try:
                yield implied_rate(
                    amount_of(first, self.comparer.conventions),
                    amount_of(second, self.comparer.conventions),
                    self._exchange(),
                    self.comparer.conventions,
                )
            except NotComputableError:
                continue

    def _rate_pairs(self) -> Iterator[tuple[Figure, Figure]]:
        values = [one.value for one in self.stated.values() if isinstance(one.value, Quantity)]
        if len(values) > 1:
            yield values[0].figure, values[1].figure
            return
        for conversion in values[0].conversions:
            yield values[0].figure, conversion

    def _exchange(self) -> Exchange:
        stated = next(iter(self.stated.values()))
        figures = [self.cases[leaf].figure for leaf in self.stated]
        figure = next((one for one in figures if one.convert_on), figures[0])
        return self.comparer.exchange(figure, (stated,))


def _calculate(operation: Operation, first: Amount, rest: list[Amount]) -> Amount:
    match operation:
        case Operation.SUM:
            return add([first, *rest])
        case Operation.DIFFERENCE:
            return subtract(first, rest[0])
        case Operation.PORTION:
            return share_of(first, rest[0])
        case Operation.SHARE:
            return scaled(divide(first, rest[0], _PERCENT), _HUNDRED, _PERCENT)
        case Operation.GROWTH:
            return growth(first, rest[0])
        case _:
            message = f"{operation} stands alone and is no part of another operation"
            raise ValueError(message)


def _leaves(expression: Expression) -> Iterator[FigureReference]:
    for operand in expression.operands:
        if isinstance(operand, Expression):
            yield from _leaves(operand)
        else:
            yield operand


def _sources(leaves: tuple[FigureReference, ...], cases: Mapping[FigureReference, FigureCase]) -> list[str]:
    return list(dict.fromkeys(one.source.slug for one in cases[leaves[0]].stated if one.is_main))


def _main(slug: str, case: FigureCase) -> Stated | None:
    for one in case.stated:
        if one.source.slug == slug and one.is_main and isinstance(one.value, Quantity):
            return one
    return None


def _currencies(value: Quantity) -> tuple[str, ...]:
    figures = (value.figure, *value.conversions)
    return tuple(one.units[0] for one in figures if len(one.units) == 1 and is_currency(one.units[0]))
