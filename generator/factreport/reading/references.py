"""Readers of names that stand for something else in the content: sources, stories, claims, figures, verdicts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.model.claim import FigureReference
from factreport.model.slugs import SLUG, slug_of
from factreport.reading import problem_kinds as kinds
from factreport.reading.record import did_you_mean, nearest, shown
from factreport.reading.values import text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from yaml.nodes import Node

    from factreport.model.claim import ClaimFigure
    from factreport.model.place import Key
    from factreport.model.problem import ProblemKind
    from factreport.reading.record import RecordReading

_WORD = re.compile(r"[^\W_]+")
_NEGATED = re.compile("(?:un|dis|mis|non)[a-z]{3}")


def source(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> str | None:
    """Give the slug of a source that there is."""
    message = _("There is no source “{name}”.")
    otherwise = _("Write the source first: sources/{name}.md in the content folder.")
    return _record("sources", kinds.UNKNOWN_SOURCE, (message, otherwise), node, keys, reading)


def other_source(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> str | None:
    """Give the slug of a source other than the one that is read."""
    name = source(node, keys, reading)
    if name is None or name != reading.slug:
        return name
    message = _("The source names itself, “{name}”, among those that it rests on.").format(name=name)
    reading.report(kinds.REFERS_TO_ITSELF, node, message, _("Take the name out of the list."))
    return None


def story(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> str | None:
    """Give the slug of a story that there is."""
    message = _("There is no story “{name}”.")
    otherwise = _("Write the story first: stories/{name}.md in the content folder.")
    return _record("stories", kinds.UNKNOWN_STORY, (message, otherwise), node, keys, reading)


def claim(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> str | None:
    """Give the slug of a claim that there is."""
    message = _("There is no claim “{name}”.")
    otherwise = _("Write the claim first: claims/{name}.md in the content folder.")
    return _record("claims", kinds.UNKNOWN_CLAIM, (message, otherwise), node, keys, reading)


def verdict(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> str | None:
    """Give the key of a verdict on the scale."""
    message = _("The scale has no verdict “{name}”.")
    return _on_scale(reading.known.verdicts, kinds.UNKNOWN_VERDICT, message, node, keys, reading)


def reporting(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> str | None:
    """Give the key of a reporting word on the scale."""
    message = _("The scale has no reporting word “{name}”.")
    return _on_scale(reading.known.reporting, kinds.UNKNOWN_REPORTING, message, node, keys, reading)


def figure(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> FigureReference | None:
    """Give the figure written `figure` (of the claim that is read) or `claim.figure`, if there is one."""
    written = text(node, keys, reading)
    return None if written is None else named_figure(written, node, reading)


def named_figure(written: str, node: Node, reading: RecordReading) -> FigureReference | None:
    """Give the figure of that name, if there is one; `node` is where a problem with it is shown."""
    claim_slug, dot, key = written.rpartition(".")
    if not dot:
        return _known_figure(FigureReference(reading.slug, written), reading.figures, node, reading)
    if claim_slug == reading.slug:
        return _known_figure(FigureReference(claim_slug, key), reading.figures, node, reading)
    if claim_slug not in reading.known.claims and not reading.known.lies_elsewhere("claims", claim_slug):
        message = _("There is no claim “{name}”, of which “{written}” names a figure.")
        names = reading.known.claims
        hint = did_you_mean(claim_slug, names, _("A figure of another claim is written claim.figure."))
        reading.report(kinds.UNKNOWN_CLAIM, node, message.format(name=shown(claim_slug), written=shown(written)), hint)
        return None
    figures = reading.known.figures_of(claim_slug)
    if figures is None:
        # That claim's own file has an error, which is reported there.
        return FigureReference(claim_slug, key)
    return _known_figure(FigureReference(claim_slug, key), figures, node, reading)


def find_figure(reference: FigureReference, reading: RecordReading) -> ClaimFigure | None:
    """Give the figure that a reference names; None where the place that defines it has an error."""
    figures = reading.figures if reference.claim == reading.slug else reading.known.figures_of(reference.claim)
    return figures.get(reference.figure) if figures else None


def _known_figure(
    reference: FigureReference, figures: Collection[str], node: Node, reading: RecordReading
) -> FigureReference | None:
    if reference.figure in figures:
        return reference
    if reading.figures_unread and reference.claim == reading.slug:
        return None
    whose = _("This claim") if reference.claim == reading.slug else _("The claim “{name}”")
    message = _("{whose} has no figure “{name}”.").format(
        whose=whose.format(name=reference.claim), name=shown(reference.figure)
    )
    if figures:
        otherwise = _("Its figures are: {names}.").format(names=", ".join(figures))
    else:
        otherwise = _("Name it under `figures`, with a label that says what is counted.")
    reading.report(kinds.UNKNOWN_FIGURE, node, message, did_you_mean(reference.figure, figures, otherwise))
    return None


def _record(
    folder: str,
    kind: ProblemKind,
    words: tuple[str, str],
    node: Node,
    keys: tuple[Key, ...],
    reading: RecordReading,
) -> str | None:
    written = text(node, keys, reading)
    names: Collection[str] = getattr(reading.known, folder)
    if written is None or written in names or reading.known.lies_elsewhere(folder, written):
        return written
    message, otherwise = words
    # A path may have been copied in place of the name.
    name = written.rpartition("/")[2].removesuffix(".md")
    hint = did_you_mean(name, filter(SLUG.fullmatch, names), otherwise.format(name=slug_of(name) or "file-name"))
    if "://" in written:
        hint = _("Write the name of its file in {folder}/, without .md.").format(folder=folder)
    reading.report(kind, node, message.format(name=shown(written)), hint)
    return None


def _on_scale(
    names: tuple[str, ...] | None,
    kind: ProblemKind,
    message: str,
    node: Node,
    keys: tuple[Key, ...],
    reading: RecordReading,
) -> str | None:
    written = text(node, keys, reading)
    if names is None or written is None or written in names:
        return written
    reading.report(kind, node, message.format(name=shown(written)), _grade_hint(written, names))
    return None


def _grade_hint(written: str, names: tuple[str, ...]) -> str:
    """Give what can be written for a word that the scale does not have, without offering its opposite."""
    if not names:
        return _("The scale has no `reporting`: add it to scale.yml in the content folder, or leave this field out.")
    return did_you_mean(written, _slips(written, names), _("It has: {names}.").format(names=", ".join(names)))


def _slips(written: str, names: tuple[str, ...]) -> Iterator[str]:
    """Give the names for which this can be a slip of the pen, word for word: `unsupported` is none for `supported`."""
    words = _WORD.findall(written.casefold())
    for name in names:
        others = _WORD.findall(name)
        if len(words) == len(others) and all(map(_is_slip, words, others)):
            yield name


def _is_slip(written: str, word: str) -> bool:
    same_sense = bool(_NEGATED.match(written)) is bool(_NEGATED.match(word))
    return same_sense and nearest(written, (word,)) is not None
