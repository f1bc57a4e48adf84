"""Records by table: each kind of record is a list of its fields, and this reads any of them.

A field is one line: its name, the function that reads its value, whether it must be there. Unknown names, names that
stand twice and names that are missing are found from the same table, and told here too: that makes this
longer than other modules.
"""

from __future__ import annotations

import difflib
import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeAlias, TypeVar

from msgspec import Struct, field
from yaml.nodes import MappingNode, Node, ScalarNode

from factreport.language import gettext as _
from factreport.model.place import Place
from factreport.model.problem import Severity
from factreport.reading import problem_kinds as kinds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from factreport.model.claim import ClaimFigure
    from factreport.model.place import Key
    from factreport.model.problem import Problem, ProblemKind
    from factreport.reading.known import Known
    from factreport.reading.settings import ReadingSettings
    from factreport.reading.yaml_tree import YamlLocator

T = TypeVar("T")
# Spaces that do not look like more than one, and characters without any width: they come along with pasted text.
_INVISIBLE = re.compile("[\u00a0\u00ad\u061c\u200b-\u200f\u202a-\u202f\u2060-\u2064\u2066-\u2069\ufeff]")
_LONGEST_SHOWN = 80
"""Characters: more of a value than this helps nobody to find it."""


class RecordReading(Struct):
    """One file while it is read: what it may refer to, and the problems met so far."""

    locator: YamlLocator
    known: Known
    settings: ReadingSettings
    slug: str = ""
    problems: list[Problem] = field(default_factory=list)
    figures: dict[str, ClaimFigure | None] = field(default_factory=dict)
    """Of a claim: its own figures; None where one could not be read, so that nothing follows from it."""
    figures_unread: bool = False
    """Of a claim: nothing is known of its figures, so that any name may be one of them."""
    unfitting: dict[str, list[tuple[Problem, list[str]]]] = field(default_factory=dict)
    """Of a claim: problems with quotations that have no figure like its own, by the figure, with those they have."""

    def report(self, kind: ProblemKind, node: Node, message: str, hint: str = "") -> None:
        """Note a problem with the value of `node`."""
        self.problems.append(kind.at(self.locator.place(node.start_mark.index), message, hint))

    def report_at_start(self, kind: ProblemKind, message: str, hint: str = "") -> None:
        """Note a problem with the record as a whole."""
        self.problems.append(kind.at(Place(self.locator.path), message, hint))

    @property
    def failed(self) -> bool:
        """Whether an error was met, so that the record is left out."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)


Reader: TypeAlias = "Callable[[Node, tuple[Key, ...], RecordReading], T | None]"
"""Gives the value of a node that stands at these keys; None after it has noted why there is none."""


class Field(Struct, Generic[T], frozen=True):
    """One field of a record."""

    name: str
    read: Reader[T]
    required: bool = False
    attribute: str = ""
    """Name in the model, where it is not the same."""
    example: str = ""
    """Shown to whoever left a required field out."""


class Table(Struct, frozen=True, dict=True):
    """The fields that a kind of record has, in the order in which they are read."""

    noun: str
    """What the record is called in messages, with its article: "A claim"."""
    fields: tuple[Field[Any], ...]

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all fields."""
        return frozenset(entry.name for entry in self.fields)


def is_empty(node: Node) -> bool:
    """Whether nothing is written: `field:` or `field: ""`."""
    return isinstance(node, ScalarNode) and not node.value.strip()


def read_fields(node: Node, keys: tuple[Key, ...], reading: RecordReading, table: Table) -> dict[str, Any] | None:
    """Give the values by attribute, without those that are left out, empty or wrong; None if `node` is no mapping."""
    if not isinstance(node, MappingNode):
        reading.report(kinds.WRONG_TYPE, node, *_no_mapping(table))
        return None
    children = named_children(node, reading, is_item=bool(keys) and isinstance(keys[-1], int))
    meant = _report_unknown(children, table, reading)
    values: dict[str, Any] = {}
    for entry in table.fields:
        found = children.get(entry.name)
        if found is None or is_empty(found[1]):
            if entry.required and entry.name not in meant:
                _report_missing(entry, found[0] if found else node, keys, reading, table)
            continue
        value = entry.read(found[1], (*keys, entry.name), reading)
        if value is not None:
            values[entry.attribute or entry.name] = value
    return values


def named_children(node: MappingNode, reading: RecordReading, *, is_item: bool = False) -> dict[str, tuple[Node, Node]]:
    """Give key node and value node by key; a key that stands twice is a problem, and its first value counts.

    Where the first field of a list's item comes again, the next item was meant to begin: what follows is not read.
    """
    children: dict[str, tuple[Node, Node]] = {}
    own = pairs_of_item(node) if is_item else node.value
    if len(own) < len(node.value):
        _report_next_item(node.value[len(own)][0], node, reading)
    for name_node, value in own:
        if not isinstance(name_node, ScalarNode):
            message = _("A list or a mapping stands where the name of a field should be.")
            reading.report(kinds.WRONG_TYPE, name_node, message, _("Put text with brackets in quotation marks."))
        elif name_node.value in children:
            _report_twice(name_node, children[name_node.value][0], reading)
        else:
            children[name_node.value] = (name_node, value)
    return children


def pairs_of_item(node: MappingNode) -> list[tuple[Node, Node]]:
    """Give the pairs of keys and values up to where the first key comes again."""
    pairs: list[tuple[Node, Node]] = node.value
    if not pairs or node.flow_style:
        return pairs
    first = pairs[0][0].value
    end = next((index for index, (name, _value) in enumerate(pairs) if index and name.value == first), len(pairs))
    return pairs[:end]


def all_required(values: Mapping[str, Any], table: Table) -> bool:
    """Whether every required field has a value."""
    return all((entry.attribute or entry.name) in values for entry in table.fields if entry.required)


def record(build: Callable[..., T], table: Table, *, with_keys: bool = False) -> Reader[T]:
    """Give a reader of mappings that calls `build` with the values (and with `keys`, where asked)."""

    def read(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> T | None:
        values = read_fields(node, keys, reading, table)
        if values is None or not all_required(values, table):
            return None
        return build(**values, keys=keys) if with_keys else build(**values)

    return read


def shown(value: str) -> str:
    """Give a value as it is quoted in a message: on one line, and not endless."""
    line = " ".join(value.split())
    return line if len(line) <= _LONGEST_SHOWN else f"{line[: _LONGEST_SHOWN - 1]}…"


def nearest(name: str, names: Iterable[str]) -> str | None:
    """Give the name most like `name`, if one is like it at all; differences of case do not count."""
    by_folded = {known.casefold(): known for known in names}
    found = difflib.get_close_matches(name.casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[found[0]] if found else None


def did_you_mean(name: str, names: Iterable[str], otherwise: str = "") -> str:
    """Give a hint with the name most like `name`, or `otherwise` where none is."""
    found = nearest(name, names)
    unseen = _INVISIBLE.search(name)
    if found and unseen and _INVISIBLE.sub("", name) == found:
        hint = _("Delete the invisible character (U+{code}) in it, so that it reads `{name}`.")
        return hint.format(code=f"{ord(unseen[0]):04X}", name=found)
    return _("Did you mean `{name}`?").format(name=found) if found else otherwise


def _no_mapping(table: Table) -> tuple[str, str]:
    message = _("{noun} is written as fields with values, which this is not.").format(noun=table.noun)
    example = ", ".join(entry.name for entry in table.fields if entry.required) or table.fields[0].name
    return message, _("Write “name: value” on lines of its own, for: {fields}.").format(fields=example)


def _report_unknown(children: Mapping[str, tuple[Node, Node]], table: Table, reading: RecordReading) -> set[str]:
    """Note the names that the table does not have; give those that were probably meant, which then do not miss."""
    meant: set[str] = set()
    if table.names.issuperset(children):
        return meant
    free = [entry.name for entry in table.fields if entry.name not in children]
    for name, (node, value) in children.items():
        if name in table.names:
            continue
        message = _("{noun} has no field `{name}`.").format(noun=table.noun, name=shown(name))
        otherwise = _("It can have: {names}.").format(names=", ".join(entry.name for entry in table.fields))
        found = nearest(name, free) or nearest(name, table.names)
        hint = did_you_mean(name, (found,)) if found else otherwise
        if is_rest_of_value(node, value):
            hint = rest_of_value_hint()
        elif not found and (above := _empty_above(name, children)):
            hint = _("If it belongs to `{field}`, indent it by two spaces.").format(field=above)
            reading.figures_unread |= above == "figures"
        reading.report(kinds.UNKNOWN_FIELD, node, message, hint)
        if found:
            meant.add(found)
    return meant


def _empty_above(name: str, children: Mapping[str, tuple[Node, Node]]) -> str | None:
    """Give the field above if nothing is written for it: what stands below it then lacks its indentation."""
    names = list(children)
    above = names[max(names.index(name) - 1, 0)]
    return above if above != name and is_empty(children[above][1]) and not is_empty(children[name][1]) else None


def is_rest_of_value(name: Node, value: Node) -> bool:
    """Whether a name without a value is what follows a comma within braces: `{cost: 3,000}` has a field `000`."""
    return is_empty(value) and value.start_mark.index == name.end_mark.index


def rest_of_value_hint() -> str:
    """Give the hint for such a name."""
    return _("If it belongs to the value before, put that value in quotation marks: within braces a comma ends it.")


def _report_twice(node: ScalarNode, first: Node, reading: RecordReading) -> None:
    line = reading.locator.place(first.start_mark.index).line
    message = _("`{name}` stands here a second time; it is on line {line} already.").format(
        name=shown(node.value), line=line
    )
    reading.report(kinds.DUPLICATE_FIELD, node, message, _("Keep one of the two."))


def _report_next_item(node: Node, item: Node, reading: RecordReading) -> None:
    line = reading.locator.place(item.start_mark.index).line
    message = _("`{name}` stands here a second time in the item that begins on line {line}.").format(
        name=shown(node.value), line=line
    )
    hint = _("If the next item begins here, write “- ” before it, in the column of the other hyphens; else delete it.")
    reading.report(kinds.DUPLICATE_FIELD, node, message, hint)


def _report_missing(entry: Field[Any], node: Node, keys: tuple[Key, ...], reading: RecordReading, table: Table) -> None:
    if isinstance(node, ScalarNode):
        message = _("`{name}` is empty, and {noun} needs it.").format(name=entry.name, noun=lowered(table.noun))
        hint = _("Fill in the line, like: {example}")
    else:
        message = _("{noun} needs the field `{name}`, and it is not there.").format(noun=table.noun, name=entry.name)
        hint = _("Add a line like: {example}")
    hint = hint.format(example=f"{entry.name}: {entry.example or '…'}")
    if keys or isinstance(node, ScalarNode):
        reading.report(kinds.MISSING_FIELD, node, message, hint)
    else:
        reading.report_at_start(kinds.MISSING_FIELD, message, hint)


def lowered(noun: str) -> str:
    """Give the noun as it stands within a sentence."""
    return noun[:1].lower() + noun[1:]
