"""The base of records that builds keep for the next one."""

from __future__ import annotations

from msgspec import Struct


class KeptRecord(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """A record that can be written as data and read again, by its fields in their order.

    Its fields' types are looked up when it is first read, so a module imports them for good and not for checking alone.
    """
