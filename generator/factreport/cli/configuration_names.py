"""Names in `mkdocs.yml` that stand twice, of which the host takes the last, or that mean nothing to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from factreport.cli.configuration import configuration_file, nodes_of
from factreport.language import gettext as _
from factreport.reading import problem_kinds as kinds
from factreport.reading.record import did_you_mean
from factreport.reading.text_file import place_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factreport.model.problem import Problem

_OF_THE_HOST = (
    *("site_name", "site_url", "site_description", "site_author", "copyright", "repo_url", "repo_name", "edit_uri"),
    *("edit_uri_template", "remote_branch", "remote_name", "nav", "pages", "exclude_docs", "draft_docs", "not_in_nav"),
    *("theme", "docs_dir", "site_dir", "use_directory_urls", "dev_addr", "strict", "markdown_extensions"),
    *("mdx_configs", "plugins", "hooks", "watch", "extra", "extra_css", "extra_javascript", "extra_templates"),
    *("validation", "google_analytics", "config_file_path", "INHERIT"),
)
"""What MkDocs 1.6 takes at the top of its file; a test holds them to it."""


def name_problems(project: Path) -> Iterator[Problem]:
    """Give the problems of the names in a project's configuration."""
    path = configuration_file(project)
    text = path.read_text(encoding="utf-8")
    top = nodes_of(text)
    if not isinstance(top, yaml.MappingNode):
        return
    for name, _value in top.value:
        if name.value not in _OF_THE_HOST:
            message = _("`{name}` is no setting of MkDocs: it has no effect, and a strict build stops at it.")
            hint = did_you_mean(str(name.value), _OF_THE_HOST, _("Delete it, or write it below `extra:`."))
            place = place_in(text, name.start_mark.index, path.name)
            yield kinds.UNKNOWN_FIELD.at(place, message.format(name=name.value), hint)
    for name, first in _twice(top, set()):
        places = (place_in(text, one.start_mark.index, path.name) for one in (name, first))
        place, earlier = places
        message = _("`{name}` stands here a second time; it is on line {line} already.")
        filled = message.format(name=name.value, line=earlier.line)
        yield kinds.DUPLICATE_FIELD.at(place, filled, _("Keep one of the two."))


def _twice(node: yaml.Node, seen: set[int]) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    """Give each name that its mapping has already, at any depth, with the earlier one."""
    if id(node) in seen or isinstance(node, yaml.ScalarNode):
        return
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _twice(item, seen)
        return
    first: dict[object, yaml.Node] = {}
    for name, value in node.value:
        if isinstance(name, yaml.ScalarNode) and first.setdefault(name.value, name) is not name:
            yield name, first[name.value]
        yield from _twice(value, seen)
