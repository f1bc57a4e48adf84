"""The scale file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from yaml.nodes import MappingNode, Node

from factreport.language import gettext as _
from factreport.model.place import WholeFile, Written
from factreport.model.scale import Grade, Look, Scale
from factreport.model.slugs import SLUG
from factreport.reading import problem_kinds as kinds
from factreport.reading.record import Field, Table, all_required, named_children, read_fields
from factreport.reading.values import choice, line, slug_hint, text, whole_number

if TYPE_CHECKING:
    from factreport.model.place import Key
    from factreport.reading.record import RecordReading

GRADE = Table(
    "A word of the scale",
    (
        Field("word", line, required=True, example="Supported"),
        Field("look", choice(Look), required=True, example="supported"),
        Field("means", text, required=True, example="one sentence for readers"),
        Field("rating", whole_number),
    ),
)
RATINGS = Table(
    "The range of ratings",
    (
        Field("worst", whole_number, required=True, example="1"),
        Field("best", whole_number, required=True, example="5"),
    ),
)


def _grades(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> tuple[Grade, ...] | None:
    if not isinstance(node, MappingNode):
        message = _("`{name}` takes the key of each word with its fields.").format(name=keys[-1])
        reading.report(kinds.WRONG_TYPE, node, message, _("Write “key:” and below it, indented: word, look, means."))
        return None
    grades = []
    for name, (name_node, value) in named_children(node, reading).items():
        if not SLUG.fullmatch(name):
            message = _("“{name}” cannot be the key of a word.").format(name=name)
            reading.report(kinds.BAD_SLUG, name_node, message, slug_hint(name))
        values = read_fields(value, (*keys, name), reading, GRADE)
        if values is not None and all_required(values, GRADE):
            grades.append(Grade(key=name, **values))
    return tuple(grades)


def _ratings(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> tuple[int, int] | None:
    values = read_fields(node, keys, reading, RATINGS)
    if values is None or not all_required(values, RATINGS):
        return None
    worst, best = values["worst"], values["best"]
    if worst < best:
        return worst, best
    message = _("The worst rating, {worst}, is not below the best, {best}.").format(worst=worst, best=best)
    reading.report(kinds.BAD_SCALE, node, message, _("Write the lower number as `worst`."))
    return None


def _topics(node: Node, keys: tuple[Key, ...], reading: RecordReading) -> tuple[tuple[str, str], ...] | None:
    if not isinstance(node, MappingNode):
        message = _("`{name}` takes the slug of each topic with its name.").format(name=keys[-1])
        reading.report(kinds.WRONG_TYPE, node, message, _("Write: {example}").format(example="tiktok: TikTok"))
        return None
    names = []
    for slug, (_name_node, value) in named_children(node, reading).items():
        name = line(value, (*keys, slug), reading)
        if name is not None:
            names.append((slug, name))
    return tuple(names)


SCALE = Table(
    "The scale",
    (
        Field("verdicts", _grades, required=True, example="supported: {word: Supported, look: supported, means: …}"),
        Field("reporting", _grades),
        Field("ratings", _ratings),
        Field("topics", _topics),
    ),
)


def read_scale(root: Node, reading: RecordReading) -> Scale | None:
    """Give the scale; None where it has an error, after all its problems were noted."""
    values = read_fields(root, (), reading, SCALE)
    if values is None:
        return None
    _check_ratings(root, values, reading)
    if reading.failed:
        return None
    worst, best = values.get("ratings", (None, None))
    written = Written(reading.locator.path, reading.locator)
    return Scale(written, values["verdicts"], values.get("reporting", ()), worst, best, values.get("topics", ()))


def empty_scale(path: str) -> Scale:
    """Give a scale without words, for content whose scale could not be read."""
    return Scale(Written(path, WholeFile(path)), (), ())


def empty_scale_hint() -> str:
    """Give what to do about a scale file without content: it cannot be deleted like a record's."""
    return _("Write the scale, with `verdicts`; `factreport new site` writes one to copy from.")


def _check_ratings(root: Node, values: dict[str, Any], reading: RecordReading) -> None:
    if any(name.value == "ratings" for name, _value in root.value) and "ratings" not in values:
        return
    for group in ("verdicts", "reporting"):
        for grade in values.get(group, ()):
            _check_rating(grade, (group, grade.key, "rating"), values.get("ratings"), reading)


def _check_rating(grade: Grade, keys: tuple[Key, ...], ratings: tuple[int, int] | None, reading: RecordReading) -> None:
    if grade.rating is None or (ratings and ratings[0] <= grade.rating <= ratings[1]):
        return
    if ratings:
        message = _("“{word}” has the rating {rating}, outside {worst} to {best}.").format(
            word=grade.word, rating=grade.rating, worst=ratings[0], best=ratings[1]
        )
        hint = _("Change the rating, or the range under `ratings`.")
    else:
        message = _("“{word}” has the rating {rating}, but the scale does not say from where to where ratings go.")
        message = message.format(word=grade.word, rating=grade.rating)
        hint = _("Add: {example}").format(example="ratings: {worst: 1, best: 5}")
    reading.problems.append(kinds.BAD_SCALE.at(reading.locator.locate(keys), message, hint))
