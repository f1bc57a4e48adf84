"""Where a project's content lies, read from `mkdocs.yml` without the host."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from factreport.language import gettext as _
from factreport.language import speak
from factreport.pages.template import theme_folder
from factreport.reading.record import did_you_mean
from factreport.settings import (
    FORMAT_VERSION,
    TRANSLATIONS,
    Settings,
    evidence_folder,
    parse_address,
    parse_extras,
    parse_language,
    parse_share,
    parse_switch,
    parse_text,
    parse_version,
    parse_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

CONFIGURATION = "mkdocs.yml"


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


_OPTIONS: Mapping[str, tuple[Callable[[object], Any], object]] = {
    "content": (parse_text, None),
    "evidence": (parse_text, None),
    "version": (parse_version, FORMAT_VERSION),
    "language": (parse_language, "en"),
    "quotation_words": (parse_words, 25),
    "about_share": (parse_share, parse_share("5%")),
    "rate_guard": (parse_share, parse_share("1%")),
    "report_errors": (parse_address, None),
    "cache": (parse_switch, True),
    "fast": (parse_switch, True),
    "license": (parse_text, ""),
    "license_url": (parse_text, ""),
    "leave_out": (parse_extras, ()),
}
"""Options of the plugin: what reads each, and what it has where nothing is written."""
_OF_THE_HOST = frozenset({"enabled"})
"""Options that every plugin has."""


def read_settings(project: Path, *, preview: bool = False) -> Settings:
    """Give the settings that a build of the project in a folder has; ProjectError where there are none to use."""
    configuration = _configuration(project / CONFIGURATION)
    options = _parsed(_options(configuration.get("plugins")))
    translations = (project / TRANSLATIONS,)
    pages = Path(os.path.normpath(project / str(configuration.get("docs_dir") or "docs")))
    try:
        evidence = evidence_folder(project, options["evidence"])
        # The words of every message from here on.
        speak(options["language"], translations)
    except ValueError as error:
        raise ProjectError(str(error)) from error
    return Settings(
        project=project,
        content=_folder(project, options["content"], "`content`") if options["content"] else pages.parent,
        pages=pages,
        evidence=evidence,
        templates=_templates(project, configuration.get("theme")),
        site_name=str(configuration.get("site_name") or ""),
        site_description=str(configuration.get("site_description") or ""),
        site_url=_with_slash(str(configuration.get("site_url") or "")),
        language=options["language"],
        translations=translations,
        quotation_words=options["quotation_words"],
        about_share=options["about_share"],
        rate_guard=options["rate_guard"],
        report_errors=options["report_errors"] or "",
        license=options["license"],
        license_url=options["license_url"],
        leave_out=options["leave_out"],
        preview=preview,
    )


def _parsed(written: dict[str, Any]) -> dict[str, Any]:
    """Give every option; ProjectError for one that does not exist, and for a value that cannot be."""
    for name in written.keys() - _OPTIONS.keys() - _OF_THE_HOST:
        hint = did_you_mean(str(name), _OPTIONS)
        raise ProjectError(
            _("{file}: there is no option `{name}`. {hint}").format(file=CONFIGURATION, name=name, hint=hint)
        )
    options = {}
    for name, (parse, default) in _OPTIONS.items():
        value = written.get(name)
        try:
            options[name] = parse(value) if value is not None else default
        except ValueError as error:
            raise ProjectError(
                _("{file}: option `{name}`: {reason}").format(file=CONFIGURATION, name=name, reason=error)
            ) from error
    return options


def _templates(project: Path, theme: object) -> tuple[Path, ...]:
    """Give the folders of templates, those of the project first."""
    own = theme.get("custom_dir") if isinstance(theme, dict) else None
    return (*((_folder(project, str(own), "`custom_dir`"),) if own else ()), theme_folder())


def _folder(project: Path, named: str, what: str) -> Path:
    folder = Path(os.path.normpath(project / named))
    if not folder.is_dir():
        message = _("{file}: {what} names a folder that is not there: {folder}")
        raise ProjectError(message.format(file=CONFIGURATION, what=what, folder=named))
    return folder


def _with_slash(address: str) -> str:
    return f"{address.rstrip('/')}/" if address else ""


def _configuration(path: Path) -> dict[str, Any]:
    """Give what the file says, and what it inherits from another one, as the host does."""
    try:
        read = yaml.load(path.read_bytes(), Loader=_Loader)  # noqa: S506 - a safe loader
    except OSError as error:
        message = _("There is no {name} in this folder: run the command in a project, or name its folder.")
        raise ProjectError(message.format(name=path.name)) from error
    except yaml.YAMLError as error:
        raise ProjectError(_("{path} cannot be read: {reason}").format(path=path, reason=error)) from error
    if not isinstance(read, dict):
        return {}
    inherited = read.pop("INHERIT", None)
    return _merged(_configuration(path.parent / str(inherited)), read) if inherited else read


def _merged(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """Give what both say; where they differ, what `above` says."""
    both = below | above
    for name, value in above.items():
        if isinstance(value, dict) and isinstance(under := below.get(name), dict):
            both[name] = _merged(under, value)
    return both


def _options(plugins: object) -> dict[str, Any]:
    """Give the options of our plugin, in either of the two forms that the host takes."""
    entries = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        options = entry.get("factreport") if isinstance(entry, dict) else None
        if isinstance(options, dict):
            return options
    return {}
