"""JSON read strictly, with the places of its values found afterwards, and only of those that somebody asks for."""

from __future__ import annotations

import json
import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct, field

from factreport.claimreview.problem import Found
from factreport.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factreport.claimreview.problem import Keys

Json: TypeAlias = "bool | Decimal | str | list[Json] | dict[str, Json] | None"
"""Any JSON value; numbers are exact, and one that no reader could take ("1e9999999999999999999") stays text."""

DEEPEST = 64
"""Levels of lists and objects; real markup has about six, and readers that recurse give up near a thousand."""
_LONGEST_NUMBER = 60
_BRACKETS = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[\]{}]', re.DOTALL)
_TOKEN = re.compile(r'("[^"\\]*(?:\\.[^"\\]*)*")|([{}\[\],:])|([^\s{}\[\],:"]+)', re.DOTALL)
_CONSTANT = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|(-?Infinity|NaN)', re.DOTALL)


class Broken(Struct, frozen=True):
    """Why a text is not JSON, and where."""

    code: str
    offset: int
    """Counted from 0, in code points of the text."""
    found: Found


class _Twice(Struct):
    """Keys that stand twice in one object, gathered while reading."""

    keys: list[str] = field(default_factory=list)

    def object_of(self, pairs: list[tuple[str, Json]]) -> dict[str, Json]:
        made = dict(pairs)
        if len(made) < len(pairs):
            seen: set[str] = set()
            self.keys += [key for key, _value in pairs if key in seen or seen.add(key)]  # type: ignore[func-returns-value]
        return made


class _ConstantError(ValueError):
    """NaN or Infinity, which JSON does not have."""


def read_json(text: str) -> tuple[Json, tuple[str, ...]] | Broken:
    """Give the value of a text and the keys that stand twice in one of its objects, or why it is not JSON."""
    deep = _too_deep(text)
    if deep is not None:
        return Broken(
            "nested-too-deep",
            deep,
            Found(_("Lists and objects are nested more than {n} levels deep.").format(n=DEEPEST)),
        )
    twice = _Twice()
    try:
        value = json.loads(
            text,
            object_pairs_hook=twice.object_of,
            parse_int=_number,
            parse_float=_number,
            parse_constant=_refuse,
        )
    except json.JSONDecodeError as error:
        return explain(text, error)
    except _ConstantError as error:
        return Broken("invalid-json", _constant(text), Found(str(error), _("Leave the property out.")))
    return value, tuple(twice.keys)


def _too_deep(text: str) -> int | None:
    if text.count("[") + text.count("{") <= DEEPEST:
        return None
    depth = 0
    for match in _BRACKETS.finditer(text):
        mark = match[0]
        if mark in ("[", "{"):
            depth += 1
            if depth > DEEPEST:
                return match.start()
        elif mark in ("]", "}"):
            depth -= 1
    return None


def _number(text: str) -> Decimal | str:
    if len(text) > _LONGEST_NUMBER:
        return text
    try:
        return Decimal(text)
    except InvalidOperation:
        return text


def _refuse(name: str) -> None:
    raise _ConstantError(_("JSON has no number “{name}”.").format(name=name))


def _constant(text: str) -> int:
    return next((match.start() for match in _CONSTANT.finditer(text) if match[1]), 0)


def _idle_comma(text: str, error: json.JSONDecodeError) -> int | None:
    """Give where a comma stands before a bracket that closes; None where none does."""
    # From Python 3.13 on the reader points at the comma, before at the bracket.
    if error.msg.startswith("Illegal trailing comma"):
        return error.pos
    before = text[: error.pos].rstrip()
    return len(before) - 1 if before.endswith(",") and text[error.pos : error.pos + 1] in {"}", "]"} else None


def explain(text: str, error: json.JSONDecodeError) -> Broken:
    """Give the likely mistake behind an error of the JSON reader."""
    at, before = error.pos, text[max(0, error.pos - 200) : error.pos].rstrip()
    following = text[at : at + 40].lstrip()
    if error.msg.startswith("Invalid control character"):
        hint = _("Write a line break within a text as \\n and a tab as \\t.")
        return Broken("raw-line-break", at, Found(_("A text has a line break or tab in it as it stands."), hint))
    if (comma := _idle_comma(text, error)) is not None:
        hint = _("Take the comma away: JSON has none after the last entry.")
        return Broken("trailing-comma", comma, Found(_("A comma is followed by nothing."), hint))
    if error.msg.startswith(("Expecting ',' delimiter", "Expecting ':' delimiter")) and _goes_on(before, following):
        hint = _('Write " within a text as \\", or use the typographic marks “ and ”.')
        return Broken(
            "unescaped-quote", max(0, at - 1), Found(_("A quotation mark within a text ends it early."), hint)
        )
    if cut := _cut_short(text, error):
        hint = _("Look whether the end is missing; what is whole closes every quotation mark and bracket.")
        return Broken("invalid-json", at, Found(cut, hint))
    reason = error.msg[:1].lower() + error.msg[1:]
    message = _("This is not JSON: {reason}.").format(reason=reason)
    return Broken("invalid-json", at, Found(message, _hint(text, following)))


def _cut_short(text: str, error: json.JSONDecodeError) -> str:
    """Say what has no end; empty where nothing seems to be cut off."""
    if error.msg.startswith("Unterminated string"):
        return _("This is not JSON: a text begins here and never ends.")
    return _("This is not JSON: it breaks off here.") if text.strip() and not text[error.pos :].strip() else ""


def _goes_on(before: str, following: str) -> bool:
    """Tell whether a text has just ended and something stands there that no JSON has after a text."""
    return before.endswith('"') and bool(following) and following[0] not in '",:]}[{'


def _hint(text: str, following: str) -> str:
    if not text.strip():
        return _("There is nothing here.")
    if following.startswith(("//", "/*", "<!--", "<![CDATA[")):
        return _("Take comments and marks around the JSON away: JSON has none.")
    if following.startswith("'"):
        return _("Put texts and names between double quotation marks.")
    if following[:1].isalpha():
        return _("Names and texts stand between double quotation marks; only true, false and null do not.")
    return _("Have the markup written by a JSON library, never pieced together as text.")


def locate(text: str, wanted: Iterable[Keys]) -> dict[Keys, int]:
    """Give for each path the offset of its value in a well-formed text, or of its nearest parent that is there.

    One pass for all paths, however many; of a key that stands twice the last counts, as for readers of JSON.
    """
    paths = set(wanted)
    with_parents = {path[:length] for path in paths for length in range(len(path) + 1)}
    offsets = dict(_values(text, with_parents))
    return {
        path: next((offsets[path[:n]] for n in range(len(path), -1, -1) if path[:n] in offsets), 0) for path in paths
    }


class _Frame(Struct):
    """A list or object that is being passed through."""

    keys: Keys
    is_object: bool
    index: int = 0
    name: str = ""

    def child(self) -> Keys:
        """Give the path of the value that comes next."""
        return (*self.keys, self.name if self.is_object else self.index)


def _values(text: str, wanted: set[Keys]) -> Iterator[tuple[Keys, int]]:
    """Give path and offset of the values that are wanted, in the order of the text."""
    frames: list[_Frame] = []
    expects_name = False
    at = 0
    while match := _TOKEN.search(text, at):
        at = match.end()
        string, mark = match[1], match[2]
        if mark and mark in "]},:":
            if mark == ",":
                frames[-1].index += 1
            elif mark != ":":
                frames.pop()
            expects_name = mark == "," and frames[-1].is_object
            continue
        if expects_name:
            frames[-1].name = json.loads(string) if "\\" in string else string[1:-1]
            continue
        keys = frames[-1].child() if frames else ()
        if keys not in wanted:
            at = _SKIPPING.raw_decode(text, match.start())[1]
            continue
        yield keys, match.start()
        if mark:
            frames.append(_Frame(keys, is_object=mark == "{"))
            expects_name = mark == "{"


_SKIPPING = json.JSONDecoder(parse_int=len, parse_float=len, parse_constant=len)
"""Passes a value fast and has no use for its numbers."""
