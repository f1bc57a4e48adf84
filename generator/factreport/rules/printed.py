"""How a statement is shown: what the source prints, or its reply, names or position in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.figures.wording import write_day
from factreport.language import gettext as _
from factreport.model.value import DateValue, Names, Omission, Position, Quantity, Responses, Wording
from factreport.rules.pairs import listed
from factreport.rules.replies import reply_words, stance_words

if TYPE_CHECKING:
    from factreport.model.claim import Statement
    from factreport.model.value import Reply, Value


def printed(statement: Statement) -> str:  # noqa: PLR0911 - one line for each kind of value
    """Give what the source prints, without the conversions it adds; replies and positions in words."""
    value = statement.value
    match value:
        case Quantity():
            return _quantity(value, statement.text)
        case DateValue():
            return _date(value, statement.text)
        case Names():
            return listed(value.names, empty=_("nobody named"))
        case Responses():
            return _responses(value)
        case Position():
            return stance_words(value.stance)
        case Wording():
            return value.words
        case Omission():
            return _("says nothing about this")


def print_key(value: Value) -> object:
    """Give what two values share that print the same, in whatever spelling: "$12bn" and "$12 billion"."""
    match value:
        case Quantity(figure=figure):
            # The hash of a fraction takes a modular inverse.
            upper = figure.upper.value.as_integer_ratio() if figure.upper else None
            return (figure.numeral.value.as_integer_ratio(), upper, figure.units, figure.qualifier)
        case Names():
            return frozenset(map(name_key, value.names))
        case Responses():
            return frozenset((name_key(party), reply) for party, reply in value.replies)
        case Wording():
            return value.words.casefold()
        case DateValue():
            return (value.days.first, value.days.last, value.preposition)
        case _:
            return value


def name_key(name: str) -> str:
    """Give what two spellings of one name share: spaces and capitals make no other name."""
    return " ".join(name.split()).casefold()


def says_the_same(first: Value, second: Value) -> bool:
    """Tell whether two values that are not both quantities say the same, whatever their order, case and place."""
    match first, second:
        case DateValue(), DateValue():
            return (first.days.first, first.days.last) == (second.days.first, second.days.last)
        case _:
            return print_key(first) == print_key(second)


def _date(value: DateValue, text: str) -> str:
    """Give the editor's words, or the day in words where it is written in digits."""
    if value.preposition or value.days.day is None:
        return text or value.days.text
    return write_day(value.days.day)


def _quantity(value: Quantity, text: str) -> str:
    """Cut the conversions from the editor's text: it reads "40 billion yuan ($5.5 billion)"."""
    figure = value.figure
    if not text:
        return figure.said
    if not value.conversions:
        return text
    first = min(value.conversions, key=lambda conversion: conversion.start)
    before = text[: first.start].rstrip()
    return before.removesuffix(first.qualifier_text).rstrip(" (,-\u2013").removesuffix(" or").strip()


def _responses(value: Responses) -> str:
    parties: dict[Reply, list[str]] = {}
    for party, reply in value.replies:
        parties.setdefault(reply, []).append(party)
    return "; ".join(f"{listed(tuple(names))}: {reply_words(reply)}" for reply, names in parties.items())
