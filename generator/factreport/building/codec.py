"""Records as lists that JSON can hold, and back: data only, so that whatever is read can do no harm.

Which types there are is said by the records' own annotations; for each a function is compiled that knows its fields, as
dataclasses do for theirs, since a site has hundreds of thousands of records. What is read must have just that form;
anything else is a `ValueError`, a `TypeError` or a `KeyError`, and then the reader does without.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from datetime import date
from enum import Enum, StrEnum
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from msgspec import Struct

from factreport.building.facts import Facts
from factreport.building.families import Family
from factreport.building.told import Told
from factreport.evidence.proof import Proof, ProofState
from factreport.evidence.quotation import MatchClass
from factreport.figures.comparison import Size
from factreport.figures.exact import Fraction
from factreport.model.claim import Acceptance, Cause, Correction, Part
from factreport.model.days import Days
from factreport.model.news import NewsItem
from factreport.model.place import Key, Place, WholeFile, Written
from factreport.model.problem import Problem, Severity
from factreport.model.scale import Grade, Look
from factreport.model.source import Source, SourceCorrection
from factreport.report.cards import (
    CitedSource,
    ClaimCard,
    Difference,
    DifferenceSide,
    Extract,
    ListedDifference,
    Result,
    SearchWords,
    SourceStatement,
    StoryCard,
)
from factreport.report.records import Summary
from factreport.rules.finding import State

_NAMES: dict[str, Any] = {
    kind.__name__: kind
    for kind in (
        *(Acceptance, Cause, CitedSource, ClaimCard, Correction, Days, Difference, DifferenceSide, Fraction, Grade),
        *(ListedDifference, Look, MatchClass, NewsItem, Part, Place, Proof, ProofState, Result, SearchWords, Severity),
        *(Size, Source, SourceCorrection, SourceStatement, State, Written, date, Extract, Family, Problem, StoryCard),
        *(Summary, Told),
    )
} | {"Facts": Facts, "Key": Key, "Mapping": Mapping}
"""What annotations name that is not imported where they stand, but for checking."""

Encode = Callable[[Any], Any]
Decode = Callable[[Any], Any]
_PLAIN = {str, int, float, bool, NoneType}
_SHARED = {Grade}
"""Types of few values and many records that have them: each value is made once."""


def encode(value: Any) -> Any:
    """Give a record as data."""
    return encoder_of(value.__class__)(value)


def decode(kind: Any, data: Any) -> Any:
    """Give the record of a type that `encode` wrote."""
    return decoder_of(kind)(data)


@cache
def encoder_of(kind: Any) -> Encode:
    """Give what makes data of a record's values. TypeError for fields of a type that cannot be data."""
    given: dict[str, Any] = {}
    values = [_encoding(each, f"value.{name}", given) for name, each in _fields(kind)]
    return _compiled(kind, f"def encode(value): return [{', '.join(values)}]", given, "encode")


@cache
def decoder_of(kind: Any) -> Decode:
    """Give what makes a record of data. TypeError for fields of a type that cannot be data."""
    given: dict[str, Any] = {"_record": kind}
    found = _fields(kind)
    names = ", ".join(name for name, _each in found)
    values = ", ".join(_decoding(each, name, given) for name, each in found)
    # Taking the fields apart makes sure that there are just so many.
    decoder = _compiled(kind, f"def decode(data): {names}, = data; return _record({values})", given, "decode")
    return _sharing(decoder) if kind in _SHARED else decoder


def _compiled(kind: Any, source: str, given: dict[str, Any], name: str) -> Callable[[Any], Any]:
    """Compile a function; its source is made of nothing but the names of fields that our own records have."""
    exec(compile(source, f"<{name} {kind.__name__}>", "exec"), given)  # noqa: S102 - as the docstring says
    function: Callable[[Any], Any] = given[name]
    return function


def _sharing(decoder: Decode) -> Decode:
    of_values = lru_cache(maxsize=None)(decoder)
    return lambda data: of_values(tuple(data))


def _fields(kind: Any) -> list[tuple[str, Any]]:
    if not (isinstance(kind, type) and issubclass(kind, Struct)):
        msg = f"no way to write {kind}"
        raise TypeError(msg)
    hints = get_type_hints(kind, localns=_NAMES)
    return [(name, hints[name]) for name in kind.__struct_fields__]


def _is_plain(kind: Any) -> bool:
    return kind in _PLAIN or kind == str | int or get_origin(kind) in {dict, Mapping}


def _encoding(kind: Any, value: str, given: dict[str, Any]) -> str:  # noqa: PLR0911 - one return for each sort of type
    """Give the source of an expression for the data of `value`; what it names is put into `given`."""
    # Tuples of data are data, and so are words of an enumeration.
    if _is_plain(kind) or (isinstance(kind, type) and issubclass(kind, StrEnum)):
        return value
    if get_origin(kind) in {Union, UnionType}:
        inner = _encoding(_of_optional(kind), value, given)
        return inner if inner == value else f"(None if {value} is None else {inner})"
    if get_origin(kind) is tuple:
        return _encoding_of_tuple(get_args(kind), value, given)
    if kind is date:
        return f"{value}.isoformat()"
    if kind is Fraction:
        return f"str({value})"
    if isinstance(kind, type) and issubclass(kind, Enum):
        return f"{value}.value"
    if kind is Written:
        # Where a record's values stand is looked for in its file only, and the file is read where that is asked.
        return f"{value}.path"
    return f"{_named(encoder_of(kind), kind, given)}({value})"


def _encoding_of_tuple(inner: tuple[Any, ...], value: str, given: dict[str, Any]) -> str:
    if inner[1:] == (...,):
        each = _encoding(inner[0], "one", given)
        return value if each == "one" else f"[{each} for one in {value}]"
    parts = [_encoding(one, f"{value}[{place}]", given) for place, one in enumerate(inner)]
    return f"({', '.join(parts)},)"


def _decoding(kind: Any, data: str, given: dict[str, Any]) -> str:  # noqa: PLR0911 - one return for each sort of type
    """Give the source of an expression for the value that `data` tells of; what it names is put into `given`."""
    if kind is str:
        # Equal texts share one object: names, titles and sentences stand in many records each.
        return f"{_named(sys.intern, kind, given)}({data})"
    if _is_plain(kind):
        return data
    if get_origin(kind) in {Union, UnionType}:
        inner = _decoding(_of_optional(kind), data, given)
        return inner if inner == data else f"(None if {data} is None else {inner})"
    if get_origin(kind) is tuple:
        return _decoding_of_tuple(get_args(kind), data, given)
    if kind is date:
        return f"{_named(date.fromisoformat, kind, given)}({data})"
    if kind is Fraction:
        return f"{_named(_fraction, kind, given)}({data})"
    if kind is Written:
        return f"{_named(_written, kind, given)}({data})"
    if isinstance(kind, type) and issubclass(kind, Enum):
        return f"{_named({member.value: member for member in kind}, kind, given)}[{data}]"
    return f"{_named(decoder_of(kind), kind, given)}({data})"


def _decoding_of_tuple(inner: tuple[Any, ...], data: str, given: dict[str, Any]) -> str:
    if inner[1:] == (...,):
        each = _decoding(inner[0], "one", given)
        if inner[0] is str:
            return f"tuple(map({_named(sys.intern, str, given)}, {data}))"
        return f"tuple({data})" if each == "one" else f"tuple([{each} for one in {data}])"
    given["_pieces"] = _pieces
    parts = [_decoding(one, f"{data}[{place}]", given) for place, one in enumerate(inner)]
    is_plain = all(_is_plain(one) for one in inner)
    return (
        f"_pieces({data}, {len(inner)})" if is_plain else f"(_pieces({data}, {len(inner)}) and ({', '.join(parts)},))"
    )


def _pieces(data: list[Any], number: int) -> tuple[Any, ...]:
    """Give so many pieces of data; ValueError where there are more or fewer."""
    if len(data) != number:
        msg = f"{number} values were written, not {len(data)}"
        raise ValueError(msg)
    return tuple(data)


def _fraction(data: str) -> Fraction:
    # Its text is not given to the class: see `figures.exact`.
    top, _slash, bottom = data.partition("/")
    return Fraction(int(top), int(bottom or 1))


def _written(path: str) -> Written:
    return Written(path, WholeFile(path))


def _of_optional(kind: Any) -> Any:
    (inner,) = (one for one in get_args(kind) if one is not NoneType)
    return inner


def _named(thing: Any, kind: Any, given: dict[str, Any]) -> str:
    """Give the name under which an expression finds a thing; no field is named so."""
    name = f"_{kind.__name__}"
    given[name] = thing
    return name
