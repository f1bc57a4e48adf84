"""Records as lists that JSON can hold, and back: data only, so that whatever is read can do no harm.

Which types there are is said by the records' own annotations. What is read must have just that form; anything else
is a `ValueError`, a `TypeError` or a `KeyError`, and then the reader does without.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from factreport.building.facts import Facts
from factreport.building.families import Family
from factreport.evidence.proof import Proof, ProofState
from factreport.evidence.quotation import MatchClass
from factreport.figures.comparison import Size
from factreport.model.claim import Acceptance, Cause, Correction, Part
from factreport.model.days import Days
from factreport.model.news import NewsItem
from factreport.model.place import Key, Place, WholeFile, Written
from factreport.model.problem import Problem, Severity
from factreport.model.scale import Grade, Look
from factreport.model.source import Source, SourceCorrection
from factreport.report.cards import (
    ClaimCard,
    Difference,
    DifferenceSide,
    Extract,
    Quotation,
    Result,
    SearchWords,
    SourceStatement,
    StoryCard,
)
from factreport.rules.finding import State

_NAMES: dict[str, Any] = {
    kind.__name__: kind
    for kind in (
        *(Acceptance, Cause, ClaimCard, Correction, Days, Difference, DifferenceSide, Fraction, Grade, Look),
        *(MatchClass, NewsItem, Part, Place, Proof, ProofState, Quotation, Result, SearchWords, Severity, Size, Source),
        *(SourceCorrection, SourceStatement, State, Written, date, Extract, Family, Problem, StoryCard),
    )
} | {"Facts": Facts, "Key": Key, "Mapping": Mapping}
"""What annotations name that is not imported where they stand, but for checking."""

Encode = Callable[[Any], Any]
Decode = Callable[[Any], Any]
_PLAIN = {int, bool, NoneType}


@dataclass(frozen=True, slots=True)
class Codec:
    """How the values of one type become data, and back."""

    encode: Encode
    decode: Decode


def _same(value: Any) -> Any:
    return value


_TEXT = Codec(_same, sys.intern)
"""Equal texts share one object: names, titles and sentences stand in many records each."""


@cache
def codec_of(kind: Any) -> Codec | None:  # noqa: PLR0911 - one return for each sort of type
    """Give how values of a type are written; None where they are data already. TypeError for types of another sort."""
    if kind is str:
        return _TEXT
    if kind in _PLAIN or kind == str | int or get_origin(kind) in {dict, Mapping}:
        return None
    if get_origin(kind) in {Union, UnionType}:
        return _optional(kind)
    if get_origin(kind) is tuple:
        return _tuple(get_args(kind))
    if kind is date:
        return Codec(date.isoformat, date.fromisoformat)
    if kind is Fraction:
        return Codec(str, Fraction)
    if kind is Written:
        # Where a record's values stand is looked for in its file only, and the file is read where that is asked.
        return Codec(lambda value: value.path, lambda path: Written(path, WholeFile(path)))
    if isinstance(kind, type) and issubclass(kind, Enum):
        members = {member.value: member for member in kind}
        return Codec(lambda value: value.value, members.__getitem__)
    if is_dataclass(kind) and isinstance(kind, type):
        return _record(kind)
    msg = f"no way to write {kind}"
    raise TypeError(msg)


def _optional(kind: Any) -> Codec | None:
    (inner,) = (one for one in get_args(kind) if one is not NoneType)
    codec = codec_of(inner)
    if codec is None:
        return None
    encode, decode = codec.encode, codec.decode
    if encode is _same:
        return Codec(_same, lambda value: None if value is None else decode(value))
    return Codec(
        lambda value: None if value is None else encode(value), lambda value: None if value is None else decode(value)
    )


def _tuple(inner: tuple[Any, ...]) -> Codec:
    if inner[1:] == (...,):
        codec = codec_of(inner[0])
        if codec is None:
            return Codec(list, tuple)
        encode, decode = codec.encode, codec.decode
        if encode is _same:
            return Codec(list, lambda value: tuple(map(decode, value)))
        return Codec(lambda value: [encode(one) for one in value], lambda value: tuple([decode(one) for one in value]))
    codecs = [codec_of(one) or Codec(_same, _same) for one in inner]
    return Codec(
        lambda value: [codec.encode(one) for codec, one in zip(codecs, value, strict=True)],
        lambda value: tuple([codec.decode(one) for codec, one in zip(codecs, value, strict=True)]),
    )


def _record(kind: Any) -> Codec:
    hints = get_type_hints(kind, localns=_NAMES)
    names = [one.name for one in fields(kind)]
    codecs = [codec_of(hints[name]) for name in names]
    encoders = [
        (name, codec.encode if codec and codec.encode is not _same else None)
        for name, codec in zip(names, codecs, strict=True)
    ]
    decoders = [(place, codec.decode) for place, codec in enumerate(codecs) if codec]
    number = len(names)

    def encode(value: Any) -> list[Any]:
        return [write(getattr(value, name)) if write else getattr(value, name) for name, write in encoders]

    def decode(row: list[Any]) -> Any:
        if len(row) != number:
            msg = f"{kind.__name__} has {number} fields, not {len(row)}"
            raise ValueError(msg)
        for place, read in decoders:
            row[place] = read(row[place])
        return kind(*row)

    return Codec(encode, decode)


def encode(value: Any) -> Any:
    """Give a record as data."""
    codec = codec_of(value.__class__)
    return codec.encode(value) if codec else value


def decode(kind: Any, data: Any) -> Any:
    """Give the record of a type that `encode` wrote; `data` is used up."""
    codec = codec_of(kind)
    return codec.decode(data) if codec else data
