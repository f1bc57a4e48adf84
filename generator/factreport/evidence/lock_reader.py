"""Read the evidence lock, trusting nothing: what is not as the tool writes it is a problem and proves nothing."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import TYPE_CHECKING

from msgspec import Struct, field

from factreport.evidence import problem_kinds as kinds
from factreport.evidence.lock import VERSION, Lock, LockedQuotation, LockedSource, fixing_seal, quotation_seal
from factreport.figures.rates import Fixing
from factreport.language import gettext as _
from factreport.model.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factreport.model.problem import Problem

_LINE = re.compile(r"(?P<indent> *)(?P<key>[^\s:#][^:]*):(?: (?P<value>\S.*))?")
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: .*)?")
_NUMBER = re.compile(r"0|[1-9][0-9]{0,9}")
_HASH = re.compile(r"sha256:([0-9a-f]{64})")
_FIXING_KEY = re.compile(r"(\d{4}-\d{2}-\d{2}) ([A-Z]{3})")
_FIXING = re.compile(r'\{rate: (\d+(?:\.\d+)?), from: ("(?:[^"\\]|\\.)*"), seal: ([0-9a-f]+)\}')
_MATCHES = frozenset({"exact", "typographic", "absent"})


def read_lock(file: Path, path: str) -> Lock:
    """Read the lock in `file`, known to editors as `path`; an empty lock if there is no such file."""
    try:
        text = file.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return Lock(path)
    except UnicodeDecodeError:
        reader = _Reader(path)
        reader.damaged(1, 1, _("The lock is not text in UTF-8."))
        return Lock(path, problems=tuple(reader.problems))
    except OSError as error:
        reader = _Reader(path)
        reader.damaged(1, 1, _("The lock cannot be opened: {why}.").format(why=error.strerror))
        return Lock(path, problems=tuple(reader.problems))
    return parse_lock(text, path)


def parse_lock(text: str, path: str) -> Lock:
    """Read the text of a lock; entries that are damaged or edited by hand are left out, each with a problem."""
    reader = _Reader(path)
    root = reader.tree(text)
    if "version" not in root.children:
        # Where no line can be read, nothing else has to be said.
        if not reader.problems and (root.children or text.strip()):
            reader.damaged(1, 1, _("The lock does not say its version."))
        return Lock(path, problems=tuple(reader.problems))
    version = root.children.pop("version")
    if version.value != VERSION:
        message = _("The lock is of version {found}; this program reads version {known}.")
        reader.damaged(version.line, 1, message.format(found=version.value, known=VERSION))
        return Lock(path, problems=tuple(reader.problems))
    sources = list(reader.sources(root.children.pop("sources", _Node(1, 1))))
    fixings = list(reader.fixings(root.children.pop("fixings", _Node(1, 1))))
    for key, node in root.children.items():
        reader.damaged(node.line, node.column, _("“{key}” does not belong here.").format(key=key))
    found = sorted(reader.problems, key=lambda problem: problem.sort_key())
    return Lock(path, {source.slug: source for source in sources}, tuple(sorted(fixings)), tuple(found))


class _Node(Struct, dict=True):
    """A key of the lock with what stands below it."""

    line: int
    column: int
    value: str | None = None
    children: dict[str, _Node] = field(default_factory=dict)


class _DamagedError(ValueError):
    """An entry cannot be read: the node at fault, and why."""

    def __init__(self, node: _Node, message: str) -> None:
        super().__init__(message)
        self.node = node


class _Reader:
    """Reads the parts of a lock and collects what is wrong with them."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []

    def damaged(self, line: int, column: int, message: str) -> None:
        hint = _("Take the file back from version control, or run `factreport verify` where the snapshots are.")
        self.problems.append(kinds.DAMAGED_LOCK.at(Place(self.path, line, column), message, hint))

    def tree(self, text: str) -> _Node:
        root = _Node(1, 1)
        open_nodes = [root]
        for number, line in enumerate(text.split("\n"), start=1):
            if not line.strip() or line.startswith("#"):
                continue
            if _CONFLICT.fullmatch(line.rstrip("\r")):
                message = _("A merge left its conflict mark “{mark}” here.")
                self.damaged(number, 1, message.format(mark=line[:7]))
                continue
            found = _LINE.fullmatch(line.rstrip("\r"))
            depth, uneven = divmod(len(found["indent"]), 2) if found else (0, 0)
            if not found or uneven or depth >= len(open_nodes) or open_nodes[depth].value is not None:
                self.damaged(number, 1, _("This line is not one that `factreport verify` writes."))
                continue
            node = _Node(number, 2 * depth + 1, found["value"])
            siblings = open_nodes[depth].children
            if found["key"] in siblings:
                self.damaged(number, node.column, _("“{key}” stands here twice.").format(key=found["key"]))
            else:
                siblings[found["key"]] = node
            open_nodes[depth + 1 :] = [node]
        return root

    def sources(self, section: _Node) -> Iterator[LockedSource]:
        for slug, node in section.children.items():
            try:
                empty = LockedSource(
                    slug, _hash(node, "snapshot"), _number(node, "length"), _text(node, "captured"), ()
                )
                quotations = _child(node, "quotations").children
                _only(node, {"snapshot", "length", "captured", "quotations"})
            except _DamagedError as error:
                self.damaged(error.node.line, error.node.column, str(error))
                continue
            locked = tuple(self.quotations(empty, quotations))
            yield LockedSource(slug, empty.snapshot, empty.length, empty.captured, locked)

    def quotations(self, source: LockedSource, nodes: dict[str, _Node]) -> Iterator[LockedQuotation]:
        for key, node in nodes.items():
            try:
                locked = _quotation(key, node, source.length)
                printed = _text(node, "seal")
            except _DamagedError as error:
                self.damaged(error.node.line, error.node.column, str(error))
                continue
            if printed == quotation_seal(source, locked):
                yield locked
            else:
                self.edited(node, key)

    def fixings(self, section: _Node) -> Iterator[Fixing]:
        for key, node in section.children.items():
            try:
                fixing, printed = _fixing(key, node)
            except _DamagedError as error:
                self.damaged(error.node.line, error.node.column, str(error))
                continue
            if printed == fixing_seal(fixing):
                yield fixing
            else:
                self.edited(node, key)

    def edited(self, node: _Node, key: str) -> None:
        message = _("The entry “{key}” was changed by hand: its seal does not fit its values, so it proves nothing.")
        hint = _("Take the entry back from version control, or run `factreport verify` where the snapshots are.")
        place = Place(self.path, node.line, node.column)
        self.problems.append(kinds.EDITED_LOCK.at(place, message.format(key=key), hint))


def _quotation(key: str, node: _Node, length: int) -> LockedQuotation:
    match = _text(node, "match")
    if match not in _MATCHES:
        raise _DamagedError(node.children["match"], _("“{text}” is no match class.").format(text=match))
    locked = LockedQuotation(
        key,
        _hash(node, "quotation"),
        _number(node, "start"),
        _number(node, "end"),
        match,
        _number(node, "occurrences"),
        _day(node.children["proved"], _text(node, "proved")),
    )
    if not 0 <= locked.start <= locked.end <= length:
        raise _DamagedError(node, _("The place of “{key}” lies outside its snapshot.").format(key=key))
    _only(node, {"quotation", "start", "end", "match", "occurrences", "proved", "seal"})
    return locked


def _fixing(key: str, node: _Node) -> tuple[Fixing, str]:
    named, said = _FIXING_KEY.fullmatch(key), _FIXING.fullmatch(node.value or "")
    if not named or not said:
        raise _DamagedError(node, _("This line is not one that `factreport verify` writes."))
    try:
        origin = str(json.loads(said[2]))
    except ValueError as error:
        raise _DamagedError(node, _("This line is not one that `factreport verify` writes.")) from error
    return Fixing(_day(node, named[1]), named[2], said[1], origin), said[3]


def _child(node: _Node, key: str) -> _Node:
    if key not in node.children:
        raise _DamagedError(node, _("“{key}” is missing here.").format(key=key))
    return node.children[key]


def _only(node: _Node, known: set[str]) -> None:
    for key, child in node.children.items():
        if key not in known:
            raise _DamagedError(child, _("“{key}” does not belong here.").format(key=key))


def _text(node: _Node, key: str) -> str:
    child = _child(node, key)
    if child.value is None or child.children:
        raise _DamagedError(child, _("“{key}” has no value.").format(key=key))
    return child.value


def _number(node: _Node, key: str) -> int:
    text = _text(node, key)
    if not _NUMBER.fullmatch(text):
        raise _DamagedError(node.children[key], _("“{text}” is no whole number.").format(text=text))
    return int(text)


def _hash(node: _Node, key: str) -> str:
    found = _HASH.fullmatch(_text(node, key))
    if not found:
        raise _DamagedError(node.children[key], _("This is no SHA-256 in hexadecimal."))
    return found[1]


def _day(node: _Node, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise _DamagedError(node, _("“{text}” is no date.").format(text=text)) from error
