"""The root node of a file's YAML, or a problem that says why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.model.place import Place
from factreport.reading import problem_kinds as kinds
from factreport.reading.yaml_tree import BrokenYamlError, NotPlainYamlError, compose

if TYPE_CHECKING:
    from yaml.nodes import Node

    from factreport.reading.record import RecordReading


def root_of(reading: RecordReading) -> Node | None:
    """Give the root node of a file's YAML; None after noting why there is none."""
    try:
        root = compose(reading.locator.yaml)
    except BrokenYamlError as error:
        kind = kinds.NOT_PLAIN_YAML if isinstance(error, NotPlainYamlError) else kinds.BROKEN_YAML
        reading.problems.append(kind.at(reading.locator.place(error.index), str(error), error.hint))
        return None
    if root is None:
        place = Place(reading.locator.path)
        hint = _("Write them as “name: value”, one on each line.")
        reading.problems.append(kinds.NO_FRONT_MATTER.at(place, _("There are no fields, only comments."), hint))
    return root
