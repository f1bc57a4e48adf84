"""The root node of a file's YAML, or a problem that says why there is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from yaml.nodes import MappingNode, Node, ScalarNode

from factreport.language import gettext as _
from factreport.model.place import Place
from factreport.reading import problem_kinds as kinds
from factreport.reading.record import shown
from factreport.reading.yaml_tree import BrokenYamlError, NotPlainYamlError, compose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.reading.record import RecordReading

_HASH = re.compile(r"[ \t]+(#[^\s#][^\n]*)")


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
    else:
        _check_cut_texts(root, reading)
    return root


def _check_cut_texts(root: Node, reading: RecordReading) -> None:
    """Note values that lose their end to a comment: `the #1 chip` reads as `the`. Real ones have a space after #."""
    text = reading.locator.yaml
    if (" #" not in text and "\t#" not in text) or not _HASH.search(text):
        return
    for node in _plain_scalars(root):
        cut = _HASH.match(text, node.end_mark.index)
        if cut:
            message = _("The value ends before “{rest}”: after a space, # begins a comment.").format(rest=shown(cut[1]))
            hint = _("Put the whole value in quotation marks; if it is a comment, write a space after #.")
            reading.report(kinds.CUT_TEXT, node, message, hint)


def _plain_scalars(root: Node) -> Iterator[Node]:
    nodes = [root]
    while nodes:
        node = nodes.pop()
        if isinstance(node, ScalarNode):
            if not node.style:
                yield node
        elif isinstance(node, MappingNode):
            nodes += [part for pair in node.value for part in pair]
        else:
            nodes += node.value
