"""Claim files."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from factreport.figures.statements import parse_statement
from factreport.language import gettext as _
from factreport.model.claim import (
    Acceptance,
    Claim,
    ClaimantKind,
    ClaimFigure,
    Correction,
    Explanation,
    FigureKind,
    FigureReference,
    Retirement,
    Update,
)
from factreport.model.place import Written
from factreport.model.slugs import slug_of
from factreport.reading import problem_kinds as kinds
from factreport.reading import references
from factreport.reading.citations import WHY, read_citations
from factreport.reading.record import Field, Table, all_required, is_empty, named_children, read_fields, record, shown
from factreport.reading.relations import check_name, read_relations
from factreport.reading.statements import read_written
from factreport.reading.values import (
    address,
    bare_text,
    choice,
    day,
    days,
    line,
    list_of,
    node_itself,
    slug,
    text,
    yes_no,
)

if TYPE_CHECKING:
    from factreport.model.place import Key
    from factreport.reading.front_matter import FrontMatter
    from factreport.reading.record import RecordReading

_FINDING = re.compile(r"[^\s/]+/[^\s/]+/[^\s/]+")
_DIGITS_AND_UNIT = re.compile(r"(?=\D*\d)\S+(?: \S+){0,3}")
"""Asked first: to read the figures of every label would take as long as to read the rest of its claim."""


def figure_label(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> str | None:
    """Give the words for what is counted; a figure in their place is reported."""
    label = line(node, keys, reading)
    if label and _is_figure(label):
        message = _("“{label}” is a figure, where words should say what is counted.").format(label=shown(label))
        hint = _(
            "Write after the colon what is counted, where and when; what a source says of it belongs in its citation."
        )
        reading.report(kinds.FIGURE_AS_LABEL, node, message, hint)
    return label


def _is_figure(label: str) -> bool:
    """Tell whether digits are all that a label says, with a unit at most: "$12bn", "about 300 million euros"."""
    if not _DIGITS_AND_UNIT.fullmatch(label):
        return False
    with suppress(ValueError):
        return bool(parse_statement(label))
    return False


FIGURE = Table(
    "A figure",
    (
        Field("label", figure_label, required=True, example="AI chips for use in China, 2025"),
        Field("kind", choice(FigureKind)),
        Field("note", text),
        Field("claimed", node_itself),
        Field("convert_on", days),
        Field("compared_with", references.source),
        Field("parties", list_of(bare_text)),
    ),
)


def read_figures(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> tuple[ClaimFigure, ...] | None:
    """Give the figures in the order of the file, and keep them by name for what refers to them."""
    if not isinstance(node, MappingNode):
        reading.figures_unread = True
        message = _("`figures` takes the name of each figure with its label.")
        hint = _("Write: {example}").format(example="chips: AI chips for use in China, 2025")
        if isinstance(node, SequenceNode) and not node.flow_style:
            hint = _("Delete the hyphens: each figure is a line “name: label”, without “- ”.")
        reading.report(kinds.WRONG_TYPE, node, message, hint)
        return None
    for name, (name_node, value) in named_children(node, reading).items():
        if not check_name(name, name_node, reading):
            # Where the figure is named as it should be, that is no second mistake.
            reading.figures.setdefault(slug_of(name), None)
        reading.figures[name] = _figure(name_node, value, (*keys, name), reading)
    return tuple(figure for figure in reading.figures.values() if figure)


def _figure(name_node: Node, node: Node, keys: tuple[Key, ...], reading: RecordReading) -> ClaimFigure | None:
    reference = FigureReference(reading.slug, name_node.value)
    if is_empty(node):
        message = _("The figure `{name}` has no label.").format(name=shown(name_node.value))
        hint = _("Write after the colon what is counted, where and when.")
        reading.report(kinds.MISSING_FIELD, name_node, message, hint)
        return None
    if isinstance(node, ScalarNode):
        label = figure_label(node, keys, reading)
        return ClaimFigure(reference, label) if label else None
    values = read_fields(node, keys, reading, FIGURE)
    if values is None or not all_required(values, FIGURE) or _has_unread(node, "kind", values):
        return None
    claimed: Node | None = values.pop("claimed", None)
    figure = ClaimFigure(reference, **values)
    found = read_written(figure, claimed, (*keys, "claimed"), reading) if claimed else None
    return ClaimFigure(reference, **values, claimed=found[1], claimed_text=found[0]) if found else figure


def _has_unread(node: Node, name: str, values: dict[str, Any]) -> bool:
    """Whether a field is there but has no value that could be read."""
    return name not in values and any(key.value == name and value.value for key, value in node.value)


def read_explanations(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> tuple[Explanation, ...] | None:
    """Give the reasons by the name of a finding."""
    if not isinstance(node, MappingNode):
        message = _("`explanations` takes the name of each finding with its cause.")
        reading.report(kinds.WRONG_TYPE, node, message, _("Copy the name from `factreport check --findings`."))
        return None
    read = (
        _explanation(name, name_node, value, (*keys, name), reading)
        for name, (name_node, value) in named_children(node, reading).items()
    )
    return tuple(explanation for explanation in read if explanation)


def _explanation(
    name: str, name_node: Node, node: Node, keys: tuple[Key, ...], reading: RecordReading
) -> Explanation | None:
    if not _FINDING.fullmatch(name):
        message = _("“{name}” is not the name of a finding, which is figure/source~source/rule.").format(
            name=shown(name)
        )
        hint = _("Copy the name from `factreport check --findings` or from the finding on the page.")
        reading.report(kinds.BAD_FINDING_NAME, name_node, message, hint)
    values = read_fields(node, keys, reading, WHY)
    if values is None or not all_required(values, WHY):
        return None
    return Explanation(**{"note": "", **values}, finding=name, keys=keys)


def _points(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> tuple[str, ...] | None:
    points = list_of(line)(node, keys, reading)
    most = reading.settings.in_short_points
    if points and len(points) > most:
        message = _("`in_short` has {count} points; {most} are allowed.").format(count=len(points), most=most)
        reading.report(kinds.TOO_MANY_POINTS, node, message, _("Keep those that change what a reader would do."))
    return points


def _answer(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> str | None:
    answer = line(node, keys, reading)
    most = reading.settings.answer_words
    if answer and len(answer.split()) > most:
        message = _("The answer has {count} words; {most} are allowed.").format(count=len(answer.split()), most=most)
        hint = _("Give the conclusion and the number to use; the rest belongs in `in_short` or in the text.")
        reading.report(kinds.ANSWER_TOO_LONG, node, message, hint)
    return answer


UPDATE = Table(
    "An update",
    (
        Field("date", day, required=True, example="2025-01-21"),
        Field("note", text, required=True),
        Field("source", references.source),
    ),
)
CORRECTION = Table(
    "A correction",
    (
        Field("date", day, required=True, example="2025-01-21"),
        Field("said", text, required=True),
        Field("says", text, required=True),
        Field("why", text, required=True),
        Field("prompted_by", line),
        Field("verdict_was", references.verdict),
    ),
)
RETIREMENT = Table(
    "A retirement",
    (Field("date", day, required=True, example="2025-01-21"), Field("why", text, required=True)),
)
ACCEPTANCE = Table(
    "An acceptance",
    (
        Field("code", line, required=True, example="unused-figure"),
        Field("because", line, required=True),
    ),
)
read_accepted = list_of(record(Acceptance, ACCEPTANCE, with_keys=True), ACCEPTANCE)

CLAIM = Table(
    "A claim",
    (
        # Before the citations, whose statements are read by the kind of their figure.
        Field("figures", read_figures),
        Field("claim", line, required=True, example="ByteDance plans to spend 40 billion yuan on AI chips in 2025"),
        Field("verbatim", yes_no),
        Field("claimant", line, required=True, example="Financial Times"),
        Field("claimant_url", address),
        Field("claimant_is", choice(ClaimantKind)),
        Field("basis", line),
        Field("claimed", days, required=True, example="2025-01-21"),
        Field("first_seen", references.source),
        Field("checked", day, required=True, example="2025-01-21"),
        Field("story", references.story),
        Field("topics", list_of(slug)),
        Field("verdict", references.verdict, required=True, example="cannot-be-settled"),
        Field("reporting", references.reporting),
        Field("answer", _answer, required=True, example="Use 40 billion yuan, about $5.5 billion."),
        Field("in_short", _points),
        Field("would_settle", text),
        Field("relations", read_relations),
        Field("citations", read_citations),
        Field("explanations", read_explanations),
        Field("updates", list_of(record(Update, UPDATE), UPDATE)),
        Field("corrections", list_of(record(Correction, CORRECTION), CORRECTION)),
        Field("retired", record(Retirement, RETIREMENT)),
        Field("former_slugs", list_of(slug)),
        Field("accept", read_accepted, attribute="accepted"),
        Field("draft", yes_no),
    ),
)


def read_claim(root: Node, front: FrontMatter, reading: RecordReading) -> Claim | None:
    """Give the claim; None where it has an error, after all its problems were noted."""
    values = read_fields(root, (), reading, CLAIM)
    if values is None or not all_required(values, CLAIM) or reading.failed:
        return None
    written = Written(reading.locator.path, reading.locator)
    return Claim(slug=reading.slug, written=written, body=front.body, body_line=front.body_line, **values)


def figures_alone(root: Node, reading: RecordReading) -> dict[str, ClaimFigure | None] | None:
    """Give only the figures of a claim, None where they cannot be read.

    Problems are noted in `reading`, which the caller throws away: they are reported when the claim itself is read.
    """
    if not isinstance(root, MappingNode):
        return None
    node = next((value for name, value in root.value if name.value == "figures"), None)
    if node is not None and read_figures(node, ("figures",), reading) is None:
        return None
    return reading.figures
