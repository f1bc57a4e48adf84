"""Where a project's content lies, read from `mkdocs.yml` without the host."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import yaml

from factreport.language import gettext as _
from factreport.settings import TRANSLATIONS, Settings, evidence_folder, parse_language, parse_share

if TYPE_CHECKING:
    from pathlib import Path

CONFIGURATION = "mkdocs.yml"


class ProjectError(ValueError):
    """The project cannot be used as it is; the message says why, for whoever typed the command."""


class _Loader(yaml.SafeLoader):
    """Reads `!ENV` as the host does, and what else it adds to YAML (`!!python/name:`) as nothing: no option uses it."""


def _from_environment(loader: _Loader, node: yaml.Node) -> Any:
    """Give the first variable that is set, of one or several with a value for when none is: `!ENV [SITE_URL, ""]`."""
    if isinstance(node, yaml.ScalarNode):
        return os.environ.get(node.value)
    if not isinstance(node, yaml.SequenceNode):
        return None
    *names, otherwise = loader.construct_sequence(node)
    return next((os.environ[str(name)] for name in names if str(name) in os.environ), otherwise)


_Loader.add_multi_constructor("", lambda _loader, _suffix, _node: None)
_Loader.add_constructor("!ENV", _from_environment)


def read_settings(project: Path, *, preview: bool = False) -> Settings:
    """Give the settings of the project in a folder; ProjectError where it has no configuration that can be used."""
    configuration = _configuration(project / CONFIGURATION)
    options = _options(configuration.get("plugins"))
    docs = project / str(configuration.get("docs_dir") or "docs")
    content = options.get("content")
    try:
        return Settings(
            project=project,
            content=project / str(content) if content else docs.parent,
            evidence=evidence_folder(project, options.get("evidence")),
            site_url=_with_slash(str(configuration.get("site_url") or "")),
            language=parse_language(str(options.get("language", "en"))),
            translations=(project / TRANSLATIONS,),
            quotation_words=int(options.get("quotation_words", 25)),
            about_share=parse_share(str(options.get("about_share", "5%"))),
            rate_guard=parse_share(str(options.get("rate_guard", "1%"))),
            preview=preview,
        )
    except ValueError as error:
        raise ProjectError(str(error)) from error


def _with_slash(address: str) -> str:
    return f"{address.rstrip('/')}/" if address else ""


def _configuration(path: Path) -> dict[str, Any]:
    try:
        read = yaml.load(path.read_bytes(), Loader=_Loader)  # noqa: S506 - a safe loader
    except OSError as error:
        message = _("There is no {name} in this folder: run the command in a project, or name its folder.")
        raise ProjectError(message.format(name=path.name)) from error
    except yaml.YAMLError as error:
        raise ProjectError(_("{path} cannot be read: {reason}").format(path=path, reason=error)) from error
    return read if isinstance(read, dict) else {}


def _options(plugins: object) -> dict[str, Any]:
    """Give the options of our plugin, in either of the two forms that the host takes."""
    entries = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        options = entry.get("factreport") if isinstance(entry, dict) else None
        if isinstance(options, dict):
            return options
    return {}
