"""What a source states for a figure, by the figure's kind: from a value that was written, or from the words quoted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yaml.nodes import MappingNode, Node, ScalarNode

from factreport.figures.cut_short import taken_for_its_part
from factreport.figures.per_time import with_time_of
from factreport.figures.read import read_figures
from factreport.figures.stated_rate import parse_rate
from factreport.figures.statements import is_vague, parse_statement
from factreport.figures.temperatures import are_temperatures, with_words_of
from factreport.language import gettext as _
from factreport.model.claim import FigureKind
from factreport.model.value import (
    DateValue,
    Meaning,
    Names,
    Position,
    Quantity,
    Reply,
    Responses,
    Stance,
    Value,
    Wording,
)
from factreport.reading import problem_kinds as kinds
from factreport.reading.days import NotADateError, find_dates, parse_days
from factreport.reading.record import Field, Table, named_children, read_fields, shown
from factreport.reading.unfitting import note_unfitting, unfitting_hint
from factreport.reading.values import bare_text, choice, list_of, name_of, text

if TYPE_CHECKING:
    from factreport.figures.exchange import StatedRate
    from factreport.figures.figure import Figure
    from factreport.model.claim import ClaimFigure
    from factreport.model.place import Key
    from factreport.reading.record import RecordReading

Written = tuple[str, Value]
"""A statement as text and as value."""
_LEADING_ZERO = re.compile(r"(?<![\d.,:])0+([1-9]\d*)(?![\d:])")
_DATE = re.compile(r"(?:(in|by|before|after|since|until|from|on) )?(?!or )(.+)")
_CURRENCY = re.compile(r"[A-Z]{3}")
_read_names = list_of(bare_text)
_read_stance = choice(Stance)
_read_reply = choice(Reply)
WORDING = Table(
    "A wording",
    (Field("words", text), Field("meaning", choice(Meaning))),
)


def read_written(
    figure: ClaimFigure, node: Node, keys: tuple[Key, ...], reading: RecordReading, quoted: str = ""
) -> Written | None:
    """Give the statement that stands at `node` for `figure`; `quoted` are the words of the source, if any."""
    match figure.kind:
        case FigureKind.QUANTITY:
            return _quantity(node, keys, reading, quoted)
        case FigureKind.DATE:
            return _date(node, keys, reading)
        case FigureKind.NAMES:
            names = _read_names(node, keys, reading)
            return (", ".join(names), Names(names)) if names else None
        case FigureKind.RESPONSES:
            return _responses(node, keys, reading)
        case FigureKind.POSITION:
            stance = _read_stance(node, keys, reading)
            return (stance.value, Position(stance)) if stance else None
        case FigureKind.WORDING:
            return _wording(node, keys, reading, quoted)


def _quantity(node: Node, keys: tuple[Key, ...], reading: RecordReading, quoted: str) -> Written | None:
    written = bare_text(node, keys, reading)
    if written is None:
        return None
    try:
        figure, conversions = parse_statement(written)
    except ValueError as error:
        hint = _(
            "Write it as the source prints it, without other words: over $12 billion, 40 billion yuan ($5.5 billion)."
        )
        hint = _("Write it without the zero at its beginning.") if _LEADING_ZERO.search(written) else hint
        hint = _vague_hint() if not read_figures(written) and is_vague(written) else hint
        reading.report(kinds.UNREADABLE_FIGURE, node, str(error), hint)
        return None
    printed = read_figures(quoted)
    figure = with_time_of(figure, printed)
    if are_temperatures(*figure.units):
        figure = with_words_of(figure, printed)
        conversions = tuple(with_words_of(one, printed) for one in conversions)
    return written, Quantity(figure, conversions)


def _vague_hint() -> str:
    return _("Words such as “dozens” can be told in a `note`, or of a figure with: {example}").format(
        example="kind: wording"
    )


def _date(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> Written | None:
    written = text(node, keys, reading)
    if written is None:
        return None
    found = _DATE.fullmatch(written)
    try:
        days = parse_days(found[2] if found else written)
    except NotADateError as error:
        message = _("`{name}` is “{value}”: {reason}").format(name=name_of(keys), value=shown(written), reason=error)
        reading.report(kinds.NOT_A_DATE, node, message, error.hint)
        return None
    return written, DateValue(days, (found[1] if found else "") or "")


def _responses(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> Written | None:
    if not isinstance(node, MappingNode):
        message = _("Replies are written with the name of each party.")
        hint = _("Write: {{one party: declined, another: no-immediate-response}}.").format()
        reading.report(kinds.WRONG_TYPE, node, message, hint)
        return None
    replies = [
        (bare_text(name, keys, reading) or party, _read_reply(value, (*keys, party), reading))
        for party, (name, value) in named_children(node, reading).items()
    ]
    known = tuple((party, reply) for party, reply in replies if reply)
    return ", ".join(f"{party}: {reply}" for party, reply in known), Responses(known)


def _wording(node: Node, keys: tuple[Key, ...], reading: RecordReading, quoted: str) -> Written | None:
    if isinstance(node, ScalarNode):
        written = text(node, keys, reading)
        return (written, Wording(written)) if written else None
    values = read_fields(node, keys, reading, WORDING)
    if values is None:
        return None
    words = values.get("words", quoted)
    if not words:
        reading.report(kinds.MISSING_STATEMENT, node, _("The wording has no words."), _("Write `words`."))
        return None
    return values.get("words", ""), Wording(words, values.get("meaning"))


def read_quoted(figure: ClaimFigure, quoted: str, node: Node, reading: RecordReading) -> Value | None:
    """Give what the words of a source say for `figure`; None after a problem where they don't say it by themselves."""
    if figure.kind is FigureKind.QUANTITY:
        return _quantity_in(figure, quoted, node, reading)
    if figure.kind is FigureKind.WORDING:
        return Wording(quoted)
    if figure.kind is FigureKind.DATE and len(dates := find_dates(quoted)) == 1:
        return DateValue(dates[0].days, dates[0].preposition)
    message = _("“{figure}” is of the kind {kind}; what is said of it cannot be read from these words.").format(
        figure=figure.key, kind=figure.kind.value
    )
    reading.report(kinds.MISSING_STATEMENT, node, message, _statement_hint(figure))
    return None


def _statement_hint(figure: ClaimFigure) -> str:
    examples = {
        FigureKind.DATE: "in 2025",
        FigureKind.NAMES: "[one name, another]",
        FigureKind.RESPONSES: "{name of the party: declined}",
        FigureKind.POSITION: "denies",
    }
    example = f"states: {{{figure.key}: {examples[figure.kind]}}}"
    return _("Say it beside the quotation, such as: {example}").format(example=example)


def _quantity_in(figure: ClaimFigure, quoted: str, node: Node, reading: RecordReading) -> Quantity | None:
    found = list(read_figures(quoted))
    fitting = _different([one for one in found if one.conversion_of is None and _fits(one, figure)])
    if len(fitting) == 1:
        chosen = fitting[0]
        value = Quantity(chosen, tuple(one for one in found if one.conversion_of == chosen.start))
        return value if _is_whole(value, quoted, figure, node, reading) else None
    if fitting:
        message = _("“{figure}” could be any of these figures in the quotation: {figures}.").format(
            figure=figure.key, figures=", ".join(one.text for one in fitting)
        )
        example = f"states: {{{figure.key}: {fitting[0].text}}}"
        hint = _("Say which one is meant, in place of `figure`: {example}").format(example=example)
        reading.report(kinds.SEVERAL_FIGURES, node, message, hint)
        return None
    message = _("No figure that fits “{figure}” can be read in “{quoted}”.").format(
        figure=figure.key, quoted=shown(quoted)
    )
    hint = _("Quote the words with the figure; if the source gives none, use `omits`.")
    if not found and is_vague(quoted):
        hint = f"{hint} {_vague_hint()}"
    if zero := _LEADING_ZERO.search(quoted):
        example = f"states: {{{figure.key}: {zero[1]}}}"
        hint = _("A number that begins with a zero is taken for a code. If it is none, write: {example}").format(
            example=example
        )
    reading.report(kinds.UNREADABLE_FIGURE, node, message, unfitting_hint(figure, quoted, found) or hint)
    note_unfitting(figure, found, reading.problems[-1], reading)
    return None


def _is_whole(value: Quantity, quoted: str, figure: ClaimFigure, node: Node, reading: RecordReading) -> bool:
    """Tell whether nothing stands right behind the figures that readers take for their part; else report it."""
    for one in (value.figure, *value.conversions):
        if more := taken_for_its_part(quoted, one.end):
            message = _("“{more}” right behind “{figure}” looks like a part of it and cannot be read.")
            hint = _("Mend the spelling; if the source prints it so, say what it means: {example}")
            example = f"states: {{{figure.key}: {one.text} …}}"
            reading.report(
                kinds.UNREADABLE_FIGURE, node, message.format(more=more, figure=one.text), hint.format(example=example)
            )
            return False
    return True


def _different(figures: list[Figure]) -> list[Figure]:
    """Leave out what repeats an earlier one with the same value, unit and qualifier."""
    seen = {(one.numeral.value, one.upper, one.units, one.qualifier): one for one in reversed(figures)}
    return sorted(seen.values(), key=lambda one: one.start)


def _fits(found: Figure, figure: ClaimFigure) -> bool:
    """Whether a figure can be about what the claim's figure counts; known only where the claim itself gives one."""
    if not isinstance(figure.claimed, Quantity):
        return True
    return _dimension(found) == _dimension(figure.claimed.figure)


def _dimension(figure: Figure) -> str:
    return "money" if all(_CURRENCY.fullmatch(unit) for unit in figure.units) else figure.unit


def read_rate(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> StatedRate | None:
    """Give an exchange rate written `7.2712 yuan per dollar`."""
    written = text(node, keys, reading)
    if written is None:
        return None
    try:
        return parse_rate(written)
    except ValueError as reason:
        reading.report(kinds.UNREADABLE_FIGURE, node, str(reason), _("Write it as: 7.2712 yuan per dollar."))
        return None
