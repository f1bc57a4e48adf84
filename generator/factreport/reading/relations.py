"""Arithmetic between figures, as editors write it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from factreport.language import gettext as _
from factreport.language import ngettext
from factreport.model.claim import Expression, FigureKind, FigureReference, Operation, Relation
from factreport.model.slugs import SLUG
from factreport.reading import problem_kinds as kinds
from factreport.reading import references
from factreport.reading.record import Field, Table, named_children, read_fields, shown
from factreport.reading.values import line, slug_hint, text

if TYPE_CHECKING:
    from factreport.model.place import Key
    from factreport.reading.record import RecordReading

_MANY = 1_000
_OPERANDS = {
    Operation.SUM: (2, _MANY),
    Operation.DIFFERENCE: (2, 2),
    Operation.PORTION: (2, 2),
    Operation.SHARE: (2, 2),
    Operation.RATE: (1, 2),
    Operation.GROWTH: (2, 2),
    Operation.SHARES: (2, _MANY),
}
"""Fewest and most operands of each."""
_NAMES = frozenset(operation.value for operation in Operation)
_DEEPEST = 6
"""Operations within each other: more cannot be explained to a reader."""


def _operands(
    node: Node, keys: tuple[Key, ...], reading: RecordReading
) -> tuple[FigureReference | Expression, ...] | None:
    items = node.value if isinstance(node, SequenceNode) else [node]
    read = [_operand(item, (*keys, index), reading) for index, item in enumerate(items)]
    operands = tuple(operand for operand in read if operand is not None)
    if len(operands) < len(items):
        return None
    return operands if _has_right_number(operands, node, str(keys[-1]), reading) else None


def _has_right_number(operands: tuple[object, ...], node: Node, name: str, reading: RecordReading) -> bool:
    fewest, most = _OPERANDS[Operation(name)]
    if fewest <= len(operands) <= most:
        return True
    wanted = _("{fewest} or more") if most == _MANY else _("{fewest}") if fewest == most else _("{fewest} or {most}")
    message = ngettext(
        "`{name}` takes {wanted} figures, and here is {count}.",
        "`{name}` takes {wanted} figures, and here are {count}.",
        len(operands),
    ).format(name=name, wanted=wanted.format(fewest=fewest, most=most), count=len(operands))
    hint = _("Write: {example}").format(example=f"{name}: [first-figure, second-figure]")
    reading.report(kinds.WRONG_TYPE, node, message, hint)
    return False


def _operand(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> FigureReference | Expression | None:
    if isinstance(node, ScalarNode):
        return _quantity(node, keys, reading)
    if len([key for key in keys if key in _NAMES]) >= _DEEPEST:
        message = _("Operations stand within each other more than {most} deep.").format(most=_DEEPEST)
        reading.report(kinds.WRONG_TYPE, node, message, _("Make a relation of its own for each step."))
        return None
    if not isinstance(node, MappingNode):
        message = _("A figure's name or one operation is needed here, not a list.")
        reading.report(kinds.WRONG_TYPE, node, message, _("Write the operation's name before the list."))
        return None
    values = read_fields(node, keys, reading, OPERATION)
    return _expression(values or {}, node, reading)


def _quantity(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> FigureReference | None:
    reference = references.figure(node, keys, reading)
    figure = references.find_figure(reference, reading) if reference else None
    if figure and figure.kind is not FigureKind.QUANTITY:
        message = _("“{name}” is of the kind {kind}, with which nothing can be reckoned.").format(
            name=shown(node.value), kind=figure.kind.value
        )
        reading.report(kinds.WRONG_FIGURE_KIND, node, message, _("Name figures of the kind quantity."))
        return None
    return reference


_OPERATION_FIELDS = tuple(Field(operation.value, _operands) for operation in Operation)
OPERATION = Table("An operation", _OPERATION_FIELDS)
RELATION = Table(
    "A relation",
    (
        Field("label", line, required=True, example="The two parts against the total"),
        *_OPERATION_FIELDS,
        Field("against", _quantity),
        Field("note", text),
    ),
)


def _expression(values: dict[str, Any], node: MappingNode, reading: RecordReading) -> Expression | None:
    written = [name.value for name, _value in node.value if isinstance(name, ScalarNode) and name.value in _NAMES]
    if len(written) == 1:
        operation = Operation(written[0])
        return Expression(operation, values[operation.value]) if operation.value in values else None
    if not written and any(name.value not in RELATION.names for name, _value in node.value):
        # That name is told, and is probably meant as an operation.
        return None
    if written:
        message = _("There are several operations here: {names}.").format(names=", ".join(written))
        hint = _("Keep one, and put the other within it as a figure.")
    else:
        message = _("There is no operation here.")
        hint = _("It has one of: {names}.").format(names=", ".join(Operation))
    reading.report(kinds.EXACTLY_ONE, node, message, hint)
    return None


def read_relations(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> tuple[Relation, ...] | None:
    """Give the relations in the order of the file."""
    if not isinstance(node, MappingNode):
        message = _("`relations` takes the name of each relation with its fields.")
        reading.report(kinds.WRONG_TYPE, node, message, _("Write “name:” and the fields below it, indented."))
        return None
    read = (
        _relation(name, name_node, value, (*keys, name), reading)
        for name, (name_node, value) in named_children(node, reading).items()
    )
    return tuple(relation for relation in read if relation)


def _relation(name: str, name_node: Node, node: Node, keys: tuple[Key, ...], reading: RecordReading) -> Relation | None:
    check_name(name, name_node, reading)
    if name in reading.figures:
        message = _("“{name}” is the name of a figure of this claim already.").format(name=shown(name))
        reading.report(kinds.DUPLICATE_FIELD, name_node, message, _("Give the relation another name."))
    values = read_fields(node, keys, reading, RELATION)
    if values is None or not isinstance(node, MappingNode):
        return None
    expression = _expression(values, node, reading)
    if expression is None or "label" not in values:
        return None
    return Relation(
        reference=FigureReference(reading.slug, name),
        label=values["label"],
        expression=expression,
        against=values.get("against"),
        note=values.get("note", ""),
        keys=keys,
    )


def check_name(name: str, node: Node, reading: RecordReading) -> bool:
    """Tell whether the name of a figure or relation can be part of an address, after noting where it cannot."""
    if SLUG.fullmatch(name):
        return True
    message = _("“{name}” cannot name a figure.").format(name=shown(name))
    reading.report(kinds.BAD_SLUG, node, message, slug_hint(name))
    return False
