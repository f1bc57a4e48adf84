"""The file `mkdocs.yml` as the host reads it, without the host, and where in it each value stands."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import yaml

from factreport.language import gettext as _
from factreport.model.problem import Problem
from factreport.reading.text_file import decode, place_in
from factreport.reading.yaml_words import explain

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("mkdocs.yml", "mkdocs.yaml")
"""In the order in which the host looks for them."""


class ProjectError(ValueError):
    """The project cannot be used as it is; the message says why, for whoever typed the command."""


class _Loader(yaml.SafeLoader):
    """Reads `!ENV` as the host does, and what else it adds to YAML (`!!python/name:`) as nothing: no option uses it."""


def _from_environment(loader: _Loader, node: yaml.Node) -> Any:
    """Give the first variable that is set, of one or several with a value for when none is: `!ENV [SITE_URL, ""]`.

    A variable's text is read as YAML reads it: a number, true or false, and nothing at all where it is empty.
    """
    entries = node.value if isinstance(node, yaml.SequenceNode) else [node]
    names, rest = (entries[:-1], entries[-1:]) if len(entries) > 1 else (entries, [])
    for name in names:
        value = os.environ.get(str(name.value))
        if value is not None:
            tag = loader.resolve(yaml.ScalarNode, value, (True, False))  # type: ignore[no-untyped-call]
            return loader.construct_object(yaml.ScalarNode(tag, value))
    return loader.construct_object(rest[0]) if rest else None


_Loader.add_multi_constructor("", lambda _loader, _suffix, _node: None)
_Loader.add_constructor("!ENV", _from_environment)


def configuration_file(project: Path) -> Path:
    """Give the project's configuration; ProjectError where there is none."""
    found = next((path for name in NAMES if (path := project / name).is_file()), None)
    if found is None:
        message = _("There is no {name} in this folder: run the command in a project, or name its folder.")
        raise ProjectError(message.format(name=NAMES[0]))
    return found


def read_configuration(path: Path, above: tuple[Path, ...] = ()) -> dict[str, Any]:
    """Give what the file says, and what it inherits from another one, as the host does; ProjectError if it cannot.

    `above` are the files that inherit from it.
    """
    if path.resolve() in above:
        message = _("{path} inherits from itself: `INHERIT` names another file, or nothing.")
        raise ProjectError(message.format(path=path.name))
    try:
        data = path.read_bytes()
    except OSError as error:
        message = _("{path} cannot be opened: {reason}.").format(path=path.name, reason=error.strerror)
        raise ProjectError(message) from error
    try:
        read = yaml.load(data, Loader=_Loader)  # noqa: S506 - a safe loader
    except yaml.YAMLError as error:
        raise ProjectError(_why_unreadable(data, path, error)) from error
    if not isinstance(read, dict):
        return {}
    inherited = read.pop("INHERIT", None)
    if not inherited:
        return read
    return _merged(read_configuration(path.parent / str(inherited), (*above, path.resolve())), read)


def place_of(path: Path, *keys: str) -> str:
    """Give where the name of the last key stands in the file, as `mkdocs.yml:8:7`; where none does, only the file."""
    text = path.read_text(encoding="utf-8", errors="replace")
    node = nodes_of(text)
    index: int | None = None
    for key in keys:
        found = _entry(node, key)
        if found is None:
            break
        name, node = found
        index = name.start_mark.index
    else:
        return str(place_in(text, index or 0, path.name))
    return path.name


def nodes_of(text: str) -> yaml.Node | None:
    """Give what a configuration says as nodes, each with its place; None where it says nothing."""
    found: yaml.Node | None = yaml.compose(text, Loader=_Loader)
    return found


def _entry(node: yaml.Node | None, key: str) -> tuple[yaml.Node, yaml.Node | None] | None:
    """Give name and value of an entry of a mapping, or of a list of names and mappings."""
    if isinstance(node, yaml.MappingNode):
        return next(((name, value) for name, value in node.value if name.value == key), None)
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            if item.value == key:
                return item, None
            if found := _entry(item, key) if isinstance(item, yaml.MappingNode) else None:
                return found
    return None


def _why_unreadable(data: bytes, path: Path, error: yaml.YAMLError) -> str:
    file = decode(data, path.name)
    if isinstance(file, Problem):
        return f"{file.place}: {file.message} {file.hint}"
    message, hint, index = explain(file.text, error)
    return f"{file.place(index)}: {message} {hint}"


def _merged(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Give what both say; where they differ, what `above` says."""
    both = below | above
    for name, value in above.items():
        if isinstance(value, dict) and isinstance(under := below.get(name), dict):
            both[name] = _merged(under, value)
    return both
