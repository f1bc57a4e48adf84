"""Records as JSON, and back: data only, so that whatever is read can do no harm.

What may be read is said by the types of the records' own fields (`KeptRecord`); anything else is a `ValueError`.
"""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from msgspec.json import Decoder, Encoder

from factreport.model.place import WholeFile, Written

Kind = TypeVar("Kind")


def encode(value: Any) -> bytes:
    """Give a record, or data, as JSON. TypeError for a value that cannot be data."""
    return _encoder.encode(value)


def decode(data: bytes, kind: type[Kind]) -> Kind:
    """Give what `encode` wrote of a value of this type; ValueError where it has another form."""
    any_kind: Any = kind
    value: Kind = _decoder_of(any_kind).decode(data)
    return value


def _data_of(value: Any) -> str:
    if isinstance(value, Written):
        # Where a record's values stand is looked for in its file only, and the file is read where that is asked.
        return value.path
    msg = f"no way to write {value!r}"
    raise TypeError(msg)


def _value_of(_kind: type, path: str) -> Written:
    return Written(path, WholeFile(path))


@cache
def _decoder_of(kind: Any) -> Decoder[Any]:
    return Decoder(kind, dec_hook=_value_of)


_encoder = Encoder(enc_hook=_data_of)
