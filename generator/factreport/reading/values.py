"""Readers of single values: text, yes or no, choices, lists, addresses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from yaml.nodes import Node, ScalarNode, SequenceNode

from factreport.language import gettext as _
from factreport.model.slugs import SLUG, slug_of
from factreport.reading import problem_kinds as kinds
from factreport.reading.days import NotADateError, parse_day, parse_days
from factreport.reading.record import did_you_mean, is_empty, shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from enum import StrEnum

    from factreport.model.days import Days
    from factreport.model.place import Key
    from factreport.reading.record import Reader, RecordReading, Table

T = TypeVar("T")
E = TypeVar("E", bound="StrEnum")

_YES_NO = {"yes": True, "no": False, "true": True, "false": False}
_NULL = frozenset({"~", "null", "Null", "NULL"})
_IN_CURLY_MARKS = re.compile(r"[\u2018-\u201f«]([^\u2018-\u201f«»]*)[\u2018-\u201f»]")
_SHA256 = re.compile(r"sha256:([0-9a-f]{64})")


def text(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> str | None:
    """Give the text, without white space around it."""
    if isinstance(node, ScalarNode) and not is_empty(node):
        if node.value in _NULL and not node.style:
            message = _("`{name}` is “{value}”, which would be printed as it stands.")
            hint = _("Leave the field out where there is nothing to say.")
            reading.report(kinds.WRONG_TYPE, node, message.format(name=name_of(keys), value=shown(node.value)), hint)
            return None
        written: str = node.value
        return written.strip()
    _report_no_text(node, keys, reading)
    return None


def bare_text(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> str | None:
    """Give the text of a value that is shown without quotation marks; curly ones around it are reported, and left."""
    written = text(node, keys, reading)
    if not written or not (found := _IN_CURLY_MARKS.fullmatch(written)):
        return written
    message = _("The curly quotation marks around “{value}” are part of the value: YAML knows only straight ones.")
    hint = _("Delete them, or write straight ones.")
    problem = kinds.CURLY_QUOTATION_MARKS.at(
        reading.locator.place(node.start_mark.index), message.format(value=shown(found[1])), hint
    )
    # What is noted is read twice: as the words to show, and as what they state.
    if problem not in reading.problems:
        reading.problems.append(problem)
    return found[1].strip() or None


def line(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> str | None:
    """Give the text as one line."""
    written = text(node, keys, reading)
    if not written or "\n" not in written:
        return written
    return " ".join(filter(None, (one.strip() for one in written.split("\n"))))


def node_itself(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> Node:  # noqa: ARG001 - a reader
    """Give the node, for a value that can be read only once others are known."""
    return node


def yes_no(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> bool | None:
    """Give True for `yes` or `true`, False for `no` or `false`."""
    written = text(node, keys, reading)
    if written is None:
        return None
    value = _YES_NO.get(written.lower())
    if value is None:
        message = _("`{name}` is “{value}”, but it can only be yes or no.").format(
            name=name_of(keys), value=shown(written)
        )
        reading.report(kinds.UNKNOWN_CHOICE, node, message, _("Write yes or no."))
    return value


def whole_number(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> int | None:
    """Give a whole number written in digits."""
    written = text(node, keys, reading)
    if written is None:
        return None
    if re.fullmatch(r"-?[0-9]{1,9}", written):
        return int(written)
    message = _("`{name}` is “{value}”, but it takes a whole number.").format(name=name_of(keys), value=shown(written))
    reading.report(kinds.WRONG_TYPE, node, message, _("Write it in digits, such as 5."))
    return None


def choice(options: type[E]) -> Reader[E]:
    """Give a reader of one of the values of `options`."""
    names = [option.value for option in options]

    def read(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> E | None:
        written = text(node, keys, reading)
        if written is None:
            return None
        if written in names:
            return options(written)
        message = _("`{name}` is “{value}”, which is none of its choices.")
        otherwise = _("It is one of: {names}.").format(names=", ".join(names))
        hint = " ".join(filter(None, (did_you_mean(written, names), otherwise)))
        reading.report(kinds.UNKNOWN_CHOICE, node, message.format(name=name_of(keys), value=shown(written)), hint)
        return None

    return read


def list_of(read_item: Reader[T], table: Table | None = None) -> Reader[tuple[T, ...]]:
    """Give a reader of lists whose items `read_item` reads; `table` has the fields of items that are records."""

    def read(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> tuple[T, ...] | None:
        if not isinstance(node, SequenceNode):
            _report_no_list(node, keys, reading, table)
            return None
        items = (read_item(item, (*keys, index), reading) for index, item in enumerate(node.value))
        return tuple(item for item in items if item is not None)

    return read


def slug(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> str | None:
    """Give a name that can be part of an address."""
    written = text(node, keys, reading)
    if written is None or SLUG.fullmatch(written):
        return written
    message = _("“{value}” cannot be part of an address.").format(value=shown(written))
    reading.report(kinds.BAD_SLUG, node, message, slug_hint(written))
    return None


def slug_hint(written: str) -> str:
    """Give a hint with the slug nearest to what is written."""
    suggestion = slug_of(written)
    rule = _("Such a name has lower-case letters a to z, digits, and single hyphens between them.")
    return _("{rule} Write `{suggestion}`.").format(rule=rule, suggestion=suggestion) if suggestion else rule


def address(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> str | None:
    """Give a full web address, `http` or `https`."""
    written = text(node, keys, reading)
    if written is None or _is_web_address(written):
        return written
    message = _("`{name}` is “{value}”, which is not a full web address.").format(
        name=name_of(keys), value=shown(written)
    )
    hint = _("Copy the address from the browser, with https:// at its beginning and no spaces.")
    reading.report(kinds.BAD_ADDRESS, node, message, hint)
    return None


def _is_web_address(written: str) -> bool:
    try:
        parts = urlsplit(written)
        host = parts.hostname
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(host) and not re.search(r"[\s<>\"]", written)


def snapshot(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> str | None:
    """Give the SHA-256 in hexadecimal, or an empty text for `none`."""
    written = text(node, keys, reading)
    if written is None:
        return None
    found = _SHA256.fullmatch(written)
    if found or written == "none":
        return found[1] if found else ""
    message = _("`{name}` is “{value}”: neither a SHA-256 nor none.").format(name=name_of(keys), value=shown(written))
    hint = _("Write sha256: and the 64 hexadecimal digits (0-9, a-f) of the captured text, or none.")
    reading.report(kinds.BAD_SNAPSHOT, node, message, hint)
    return None


def day(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> date | None:
    """Give a calendar day written `2025-01-21`."""
    return _date(parse_day, node, keys, reading)


def days(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> Days | None:
    """Give a day, or as much as is known of it."""
    return _date(parse_days, node, keys, reading)


def _date(parse: Callable[[str], T], node: Node, keys: tuple[Key, ...], reading: RecordReading) -> T | None:
    written = text(node, keys, reading)
    if written is None:
        return None
    try:
        return parse(written)
    except NotADateError as error:
        message = _("`{name}` is “{value}”: {reason}").format(name=name_of(keys), value=shown(written), reason=error)
        reading.report(kinds.NOT_A_DATE, node, message, error.hint)
        return None


def name_of(keys: tuple[Key, ...]) -> str:
    """Give the field's name for a message: the last key that is a name."""
    return next((key for key in reversed(keys) if isinstance(key, str)), "")


def _report_no_text(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> None:
    name = name_of(keys)
    if isinstance(node, ScalarNode):
        message, hint = _("An item of `{name}` is empty."), _("Write the text after the hyphen, or delete the line.")
    elif isinstance(node, SequenceNode):
        message, hint = _("`{name}` takes one text, not a list."), _("Write it without brackets and hyphens.")
        if node.flow_style:
            hint = _("Write it without brackets, or put the whole text in quotation marks if they belong to it.")
    else:
        message = _("`{name}` takes a text, but this reads as a field with a value.")
        hint = _("If the text has a colon in it, put the whole text in quotation marks.")
    reading.report(kinds.WRONG_TYPE, node, message.format(name=name), hint)


def _report_no_list(node: Node, keys: tuple[Key, ...], reading: RecordReading, table: Table | None) -> None:
    message = _("`{name}` takes a list, even of one.").format(name=name_of(keys))
    if table and isinstance(node, ScalarNode):
        first, *others = (entry for entry in table.fields if entry.required)
        hint = _("Write on a line of its own: “- {first}”.").format(first=f"{first.name}: {first.example or '…'}")
        if others:
            below = _("Below its first word, each on a line of its own, stand the other fields: {fields}.")
            hint = f"{hint} {below.format(fields=', '.join(entry.name for entry in others))}"
    elif isinstance(node, ScalarNode):
        hint = _("Write: {example}").format(example=f"{name_of(keys)}: [{shown(node.value)}]")
        if node.value.startswith("-"):
            hint = _("Begin each item with “- ”: a hyphen and a space.")
    else:
        hint = _("Begin each item with “- ”.")
    reading.report(kinds.WRONG_TYPE, node, message, hint)
