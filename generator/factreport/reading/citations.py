"""Citations: what each source says, in which words, for which figure.

Longer than other modules: quotation, noted figure and omission exclude each other, so each is read with an
eye on the others.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from yaml.nodes import MappingNode, Node, SequenceNode

from factreport.language import gettext as _
from factreport.language import ngettext
from factreport.model.claim import Cause, Citation, Explanation, FigureReference, SourcePart, Statement
from factreport.model.slugs import free_name
from factreport.model.value import Omission, Value
from factreport.reading import problem_kinds as kinds
from factreport.reading import references
from factreport.reading.record import (
    Field,
    Table,
    all_required,
    is_empty,
    is_rest_of_value,
    named_children,
    nearest,
    pairs_of_item,
    read_fields,
    rest_of_value_hint,
    shown,
)
from factreport.reading.statements import read_quoted, read_rate, read_written
from factreport.reading.unfitting import tell_unfitting_claims
from factreport.reading.values import bare_text, choice, line, list_of, node_itself, text, yes_no

if TYPE_CHECKING:
    from factreport.model.claim import ClaimFigure
    from factreport.model.place import Key
    from factreport.reading.record import RecordReading

_ELLIPSIS = re.compile(r"\s(?:\.\.\.|…)\s")
WAYS = ("quote", "noted", "omits")
"""A citation has one of these."""


def _quotation(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> str | None:
    written = text(node, keys, reading)
    if written is None:
        return None
    words, most = count_words(written), reading.settings.quotation_words
    if words > most:
        message = ngettext(
            "The quotation has {words} word, {most} are allowed.",
            "The quotation has {words} words, {most} are allowed.",
            words,
        ).format(words=words, most=most)
        hint = _("Quote less: leave words out with “ … ” between the parts, or make two citations of it.")
        reading.report(kinds.QUOTATION_TOO_LONG, node, message, hint)
    return written


def count_words(quotation: str) -> int:
    """Give the number of words; an ellipsis between parts is none."""
    return len(_ELLIPSIS.sub(" ", quotation).split())


WHY = Table(
    "An explanation",
    (
        Field("cause", choice(Cause), required=True, example="rounding"),
        Field("note", text),
        Field("sure", yes_no),
    ),
)


def read_why(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> Explanation | None:
    """Give the reason for the differences of the statements it stands beside."""
    values = read_fields(node, keys, reading, WHY)
    if values is None or not all_required(values, WHY):
        return None
    return Explanation(**{"note": "", **values}, keys=keys)


CITATION = Table(
    "A citation",
    (
        Field("source", references.source, required=True, example="file-name-of-the-source"),
        Field("figure", references.figure),
        Field("states", node_itself),
        Field("quote", _quotation),
        Field("noted", bare_text),
        Field("omits", list_of(text)),
        Field("where", choice(SourcePart), attribute="part"),
        Field("at", line, attribute="locator"),
        Field("translation", text),
        Field("prefix", text),
        Field("suffix", text),
        Field("through", list_of(references.source)),
        Field("credits", list_of(references.source)),
        Field("rate", read_rate),
        Field("why", read_why),
        Field("note", text),
    ),
)


def read_citations(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> tuple[Citation, ...] | None:
    """Give the citations in the order of the file, each with a name that no other has."""
    if not isinstance(node, SequenceNode):
        reading.report(kinds.WRONG_TYPE, node, _("`citations` takes a list."), _("Begin each citation with “- ”."))
        return None
    taken: dict[str, int] = {}
    read = (read_citation(item, (*keys, index), reading, taken) for index, item in enumerate(node.value))
    citations = tuple(citation for citation in read if citation)
    if reading.unfitting:
        tell_unfitting_claims(citations, reading)
    return citations


def read_citation(node: Node, keys: tuple[Key, ...], reading: RecordReading, taken: dict[str, int]) -> Citation | None:
    """Give one citation and add its name to those that are taken."""
    values = read_fields(node, keys, reading, CITATION)
    if values is None or not isinstance(node, MappingNode):
        return None
    way_is_clear = _has_one_way(node, keys, reading)
    figure: FigureReference | None = values.pop("figure", None)
    states: Node | None = values.pop("states", None)
    # What could not be read is noted; nothing more follows from it.
    if not way_is_clear or "source" not in values or not any(way in values for way in WAYS):
        return None
    statements = _statements(node, keys, reading, values, figure, states)
    part = values.get("part", SourcePart.BODY)
    identity = _identity(values["source"], [one.figure for one in statements], part, reading.slug, taken)
    return Citation(claim=reading.slug, identity=identity, keys=keys, statements=statements, **values)


def _has_one_way(node: MappingNode, keys: tuple[Key, ...], reading: RecordReading) -> bool:
    there = [name for name, value in _children(node).items() if name in WAYS and not is_empty(value)]
    if len(there) == 1:
        reading.locator.note((*keys, there[0]), _children(node)[there[0]])
        return True
    if there:
        message = _("A citation has only one of `quote`, `noted` and `omits`; this one has {names}.").format(
            names=", ".join(f"`{name}`" for name in there)
        )
        hint = _("Make a citation of its own for each.")
        reading.report(kinds.EXACTLY_ONE, node, message, hint)
    elif not _is_misnamed(node):
        _report_no_way(node, reading)
    return False


def _is_misnamed(node: MappingNode) -> bool:
    """Whether one of the three may stand there under a name that the format does not have, which is told."""
    unknown = _children(node).keys() - CITATION.names
    return any(nearest(name, CITATION.names) in {*WAYS, None} for name in unknown)


def _report_no_way(node: MappingNode, reading: RecordReading) -> None:
    empty = next((name for name, _value in pairs_of_item(node) if name.value in WAYS), None)
    message = _("This citation has none of `quote`, `noted` and `omits`, so it does not say what the source says.")
    if empty is not None:
        message = _("`{name}` is empty, so this citation does not say what the source says.").format(name=empty.value)
    hint = _("Quote the source's words, note its figure, or list the words that you did not find in it.")
    reading.report(kinds.EXACTLY_ONE, empty or node, message, hint)


def _children(node: MappingNode) -> dict[str, Node]:
    return {name.value: value for name, value in pairs_of_item(node) if isinstance(name.value, str)}


def _statements(
    node: MappingNode,
    keys: tuple[Key, ...],
    reading: RecordReading,
    values: dict[str, Any],
    figure: FigureReference | None,
    states: Node | None,
) -> tuple[Statement, ...]:
    if "omits" in values:
        return _omission(node, keys, reading, values["omits"], figure, states)
    quoted = values.get("translation") or values.get("quote") or values.get("noted", "")
    written = _written_statements(states, (*keys, "states"), reading, quoted) if states is not None else {}
    statements = []
    if figure is not None and figure not in written:
        statement = _quoted_statement(figure, node, keys, reading, values, quoted)
        statements = [statement] if statement else []
    return (*statements, *(statement for statement in written.values() if statement))


def _omission(
    node: MappingNode,
    keys: tuple[Key, ...],
    reading: RecordReading,
    terms: tuple[str, ...],
    figure: FigureReference | None,
    states: Node | None,
) -> tuple[Statement, ...]:
    if states is not None:
        message = _("A citation with `omits` states nothing, so it cannot have `states`.")
        reading.report(kinds.EXACTLY_ONE, states, message, _("Write `figure` with the one that is missing."))
        return ()
    if figure is None:
        if "figure" not in _children(node):
            message = _("With `omits`, the citation needs `figure`: what the source says nothing of.")
            reading.report(kinds.MISSING_FIELD, node, message, _("Add `figure`."))
        return ()
    return (Statement(figure, "", Omission(terms), (*keys, "omits")),)


def _written_statements(
    states: Node, keys: tuple[Key, ...], reading: RecordReading, quoted: str
) -> dict[FigureReference, Statement | None]:
    if not isinstance(states, MappingNode):
        message = _("`states` takes the name of a figure with what the source says of it.")
        hint = _("Write: {example}").format(example="states: {chips: 40 billion yuan}")
        reading.report(kinds.WRONG_TYPE, states, message, hint)
        return {}
    written: dict[FigureReference, Statement | None] = {}
    for name, (name_node, value) in named_children(states, reading).items():
        if is_rest_of_value(name_node, value):
            message = _("“{name}” stands here like a figure's name without a value.").format(name=shown(name))
            reading.report(kinds.WRONG_TYPE, name_node, message, rest_of_value_hint())
            continue
        reference = references.named_figure(name, name_node, reading)
        if reference is None:
            continue
        figure = references.find_figure(reference, reading)
        found = read_written(figure, value, (*keys, name), reading, quoted) if figure else None
        written[reference] = Statement(reference, *found, (*keys, name)) if found else None
    return written


def _quoted_statement(
    reference: FigureReference,
    node: MappingNode,
    keys: tuple[Key, ...],
    reading: RecordReading,
    values: dict[str, Any],
    quoted: str,
) -> Statement | None:
    figure = references.find_figure(reference, reading)
    if figure is None:
        return None
    name = "noted" if "noted" in values else "translation" if "translation" in values else "quote"
    value_node = _children(node)[name]
    found = _noted(figure, value_node, (*keys, name), reading) if name == "noted" else None
    if found is None and not (name == "noted" and _is_written(figure)):
        value = read_quoted(figure, quoted, value_node, reading)
        found = (values.get("noted", ""), value) if value else None
    return Statement(reference, *found, (*keys, name)) if found else None


def _is_written(figure: ClaimFigure) -> bool:
    """Whether a noted text of this kind is the statement itself, and not words in which it is found."""
    return figure.kind in {"date", "position"}


def _noted(figure: ClaimFigure, node: Node, keys: tuple[Key, ...], reading: RecordReading) -> tuple[str, Value] | None:
    return read_written(figure, node, keys, reading) if _is_written(figure) else None


def _identity(source: str, figures: list[FigureReference], part: SourcePart, claim: str, taken: dict[str, int]) -> str:
    """Give a name from what is cited; a later citation of the same adds its part, then a number.

    `taken` are the names given before, each with the last number behind it.
    """
    names = [one.figure if one.claim == claim else f"{one.claim}-{one.figure}" for one in figures]
    name = "-".join((source, *names))
    if name in taken:
        name = f"{name}-{part.value}"
    return free_name(name, taken)
