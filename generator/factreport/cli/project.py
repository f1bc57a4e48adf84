"""Where a project's content lies, read from `mkdocs.yml` without the host."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factreport.cli.configuration import ProjectError, configuration_file, place_of, read_configuration
from factreport.language import gettext as _
from factreport.language import speak
from factreport.reading.record import did_you_mean, nearest
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
    refuse_published,
)
from factreport.theme import theme_folder

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Mapping

CONFIGURATION = "mkdocs.yml"
PLUGIN = "factreport"
"""Name of the plugin, and of the theme."""
_OTHER_THEMES = frozenset({"mkdocs", "readthedocs"})
"""Those that come with the host."""


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


def add_project(parser: argparse.ArgumentParser) -> None:
    """Add the argument that names the folder of the project."""
    parser.add_argument(
        "project", nargs="?", type=Path, default=Path(), help=_("folder with mkdocs.yml; default: here")
    )


def read_settings(project: Path, *, preview: bool = False) -> Settings:
    """Give the settings that a build of the project in a folder has; ProjectError where there are none to use."""
    path = configuration_file(project)
    configuration = read_configuration(path)
    mistakes = [*_mistakes_of_host(configuration, project, path)]
    options = _parsed(_options(configuration.get("plugins")), project, path, mistakes)
    if mistakes:
        raise ProjectError("\n".join(mistakes))
    translations = (project / TRANSLATIONS,)
    pages, templates = _pages(configuration, project), _templates(project, configuration.get("theme"))
    try:
        evidence = evidence_folder(project, options["evidence"])
        refuse_published(evidence, (pages, project / str(configuration.get("site_dir") or "site"), *templates))
        # The words of every message from here on.
        speak(options["language"], translations)
    except ValueError as error:
        raise ProjectError(str(error)) from error
    return Settings(
        project=project,
        content=Path(os.path.normpath(project / options["content"])) if options["content"] else pages.parent,
        pages=pages,
        evidence=evidence,
        templates=templates,
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


def _parsed(written: dict[str, Any], project: Path, path: Path, mistakes: list[str]) -> dict[str, Any]:
    """Give every option; options that do not exist, and values that cannot be, are added to the mistakes."""
    options = {name: default for name, (_parse, default) in _OPTIONS.items()}
    for name, value in written.items():
        if name in _OPTIONS:
            try:
                options[name] = _OPTIONS[name][0](value) if value is not None else options[name]
            except ValueError as error:
                message = _("option `{name}`: {reason}").format(name=name, reason=error)
                mistakes.append(f"{place_of(path, 'plugins', PLUGIN, name)}: {message}")
        elif name not in _OF_THE_HOST:
            otherwise = _("The options are: {names}.").format(names=", ".join(_OPTIONS))
            hint = did_you_mean(str(name), _OPTIONS, otherwise)
            message = _("there is no option `{name}`. {hint}").format(name=name, hint=hint)
            mistakes.append(f"{place_of(path, 'plugins', PLUGIN, str(name))}: {message}")
    if content := options["content"]:
        mistakes += _missing_folder(project, str(content), "content", path, "plugins", PLUGIN)
    return options


def _mistakes_of_host(configuration: dict[str, Any], project: Path, path: Path) -> Iterator[str]:
    """Give what the host would stop at before it asks us."""
    if not configuration.get("site_name"):
        message = _("`site_name` is missing, the name that readers see.")
        yield f"{path.name}: {message}"
    address = configuration.get("site_url")
    if address and not str(address).startswith(("https://", "http://")):
        message = _("`site_url` is “{value}”, which does not begin with https://.").format(value=address)
        yield f"{place_of(path, 'site_url')}: {message}"
    yield from _missing_folder(project, str(configuration.get("docs_dir") or "docs"), "docs_dir", path)
    yield from _mistakes_of_theme(configuration.get("theme"), project, path)
    yield from _mistakes_of_plugins(configuration.get("plugins"), path)


def _mistakes_of_theme(theme: object, project: Path, path: Path) -> Iterator[str]:
    name = theme.get("name") if isinstance(theme, dict) else theme
    # Another theme may be one that is made from ours.
    if not name or name in _OTHER_THEMES or (name != PLUGIN and nearest(str(name), [PLUGIN])):
        message = _("The plugin needs its own theme: write `name: factreport` under `theme:`.")
        yield f"{place_of(path, 'theme')}: {message}"
    if isinstance(theme, dict) and theme.get("custom_dir"):
        yield from _missing_folder(project, str(theme["custom_dir"]), "custom_dir", path, "theme")


def _mistakes_of_plugins(plugins: object, path: Path) -> Iterator[str]:
    entries = plugins if isinstance(plugins, list) else list(plugins) if isinstance(plugins, dict) else []
    names = [str(name) for entry in entries for name in (entry if isinstance(entry, dict) else [entry])]
    if PLUGIN not in names:
        near = nearest(PLUGIN, names)
        hint = _("Did you mean `{name}`?").format(name=PLUGIN) if near else _("Write below `plugins:` “- factreport”.")
        message = _("the plugin factreport is not among `plugins`, so nothing makes pages of claims.")
        yield f"{place_of(path, 'plugins', near) if near else place_of(path, 'plugins')}: {message} {hint}"
    for entry in entries:
        if isinstance(entry, dict) and PLUGIN in entry and len(entry) > 1:
            other = next(name for name in entry if name != PLUGIN)
            message = _("`{name}` stands beside factreport: indent the options by four more spaces than its hyphen.")
            yield f"{place_of(path, 'plugins', str(other))}: {message.format(name=other)}"


def _missing_folder(project: Path, named: str, option: str, path: Path, *above: str) -> Iterator[str]:
    if not Path(os.path.normpath(project / named)).is_dir():
        message = _("`{option}` names a folder that is not there: {folder}").format(option=option, folder=named)
        place = place_of(path, *above, option)
        yield f"{place}: {message}" if place != path.name else f"{place}: {_no_pages(named)}"


def _no_pages(named: str) -> str:
    message = _("`docs_dir`, the folder of the pages of text, is not given, and there is no folder `{folder}`.")
    hint = _("Write: {example}").format(example="docs_dir: content/pages")
    return f"{message.format(folder=named)} {hint}"


def _pages(configuration: dict[str, Any], project: Path) -> Path:
    return Path(os.path.normpath(project / str(configuration.get("docs_dir") or "docs")))


def _templates(project: Path, theme: object) -> tuple[Path, ...]:
    """Give the folders of templates, those of the project first."""
    own = theme.get("custom_dir") if isinstance(theme, dict) else None
    return (*((Path(os.path.normpath(project / str(own))),) if own else ()), theme_folder())


def _with_slash(address: str) -> str:
    return f"{address.rstrip('/')}/" if address else ""


def _options(plugins: object) -> dict[str, Any]:
    """Give the options of our plugin, in either of the two forms that the host takes."""
    entries = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        options = entry.get(PLUGIN) if isinstance(entry, dict) else None
        if isinstance(options, dict):
            return options
    return {}
