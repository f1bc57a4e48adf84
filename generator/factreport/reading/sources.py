"""Source files."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from babel import Locale

from factreport.language import gettext as _
from factreport.model.place import Written
from factreport.model.source import Knows, Read, Source, SourceCorrection, SourceKind
from factreport.reading import problem_kinds as kinds
from factreport.reading import references
from factreport.reading.claims import read_accepted
from factreport.reading.news import read_news
from factreport.reading.record import Field, Table, all_required, read_fields, record, shown
from factreport.reading.values import address, choice, days, line, list_of, name_of, snapshot, text, yes_no

if TYPE_CHECKING:
    from yaml.nodes import Node

    from factreport.model.place import Key
    from factreport.reading.front_matter import FrontMatter
    from factreport.reading.record import RecordReading

_CALLED = {"UK": "GB", "uk": "GB", "USA": "US", "dollar": "USD", "pound": "GBP", "sterling": "GBP", "yuan": "CNY"}
"""Codes by what is written for them beside their names."""
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@cache
def _countries() -> frozenset[str]:
    return frozenset(code for code in map(str, Locale("en").territories) if len(code) == 2 and code.isalpha())


@cache
def _currencies() -> frozenset[str]:
    return frozenset(map(str, Locale("en").currencies))


def _country(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> str | None:
    code = line(node, keys, reading)
    if code is None or code in _countries():
        return code
    wanted = _("a country's code of two capitals, such as CN (ISO 3166)")
    _report_code(node, keys, reading, wanted, _code_of("territories", code, _countries()))
    return None


def _currency(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> str | None:
    code = line(node, keys, reading)
    if code is None or code in _currencies():
        return code
    wanted = _("a currency's code of three capitals, such as CNY (ISO 4217)")
    _report_code(node, keys, reading, wanted, _code_of("currencies", code, _currencies()))
    return None


def _language(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> str | None:
    code = line(node, keys, reading)
    if code is None or _LANGUAGE.fullmatch(code):
        return code
    wanted = _("a language's code, such as en or zh-Hans (BCP 47)")
    _report_code(node, keys, reading, wanted, _code_of("languages", code, frozenset()))
    return None


def _code_of(names: str, written: str, codes: frozenset[str]) -> str:
    """Give the code that was meant by the English name, or by a code in small letters; empty where none is."""
    if written.upper() in codes:
        return written.upper()
    by_name = {str(name).casefold(): str(code) for code, name in getattr(Locale("en"), names).items()}
    return _CALLED.get(written) or by_name.get(written.casefold(), "")


def _report_code(node: Node, keys: tuple[Key, ...], reading: RecordReading, wanted: str, meant: str) -> None:
    message = _("`{name}` is “{value}”, but it takes {wanted}.").format(
        name=name_of(keys), value=shown(node.value), wanted=wanted
    )
    hint = _("Write: {example}").format(example=f"{name_of(keys)}: {meant}") if meant else ""
    reading.report(kinds.UNKNOWN_CHOICE, node, message, hint or _("Write the code, or leave the field out."))


SOURCE_CORRECTION = Table(
    "A source's correction",
    (
        Field("date", days, required=True, attribute="days", example="2025-01-21"),
        Field("note", text, required=True),
    ),
)
SOURCE = Table(
    "A source",
    (
        Field("publisher", line, required=True, example="Reuters"),
        Field("short_name", line),
        Field("title", line),
        Field("address_suggests", line),
        Field("url", address),
        Field("link", yes_no),
        Field("archived", address),
        Field("published", days, required=True, example="2025-01-21, or unknown"),
        Field("dated_by", line),
        Field("author", line),
        Field("country", _country),
        Field("language", _language),
        Field("usual_currency", _currency),
        Field("usual_rounding", line),
        Field("kind", choice(SourceKind), required=True, example="news"),
        Field("knows", choice(Knows), required=True, example="re-report"),
        Field("credits", list_of(references.other_source)),
        Field("credits_people", line),
        Field("probably_used", list_of(references.other_source)),
        Field("read", choice(Read), required=True, example="whole"),
        Field("read_note", text),
        Field("snapshot", snapshot, required=True, example="none"),
        Field("captured", days),
        Field("snapshot_published", yes_no),
        Field("corrections", list_of(record(SourceCorrection, SOURCE_CORRECTION), SOURCE_CORRECTION)),
        Field("headlines", read_news),
        Field("accept", read_accepted, attribute="accepted"),
    ),
)


def read_source(root: Node, front: FrontMatter, reading: RecordReading) -> Source | None:
    """Give the source; None where it has an error, after all its problems were noted."""
    values = read_fields(root, (), reading, SOURCE)
    if values is None or not all_required(values, SOURCE) or reading.failed:
        return None
    values["snapshot"] = values["snapshot"] or None
    written = Written(reading.locator.path, reading.locator)
    return Source(slug=reading.slug, written=written, body=front.body, body_line=front.body_line, **values)
