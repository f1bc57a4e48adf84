"""Templates that a project lays over ours: what is wrong with them is told with file and line, not as a traceback."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import TemplateSyntaxError, UndefinedError, nodes

from factreport.language import gettext as _
from factreport.model.place import Place
from factreport.pages import dates
from factreport.pages import problem_kinds as kinds
from factreport.pages.template import make_environment
from factreport.reading.problem_kinds import EMPTY_FILE
from factreport.reading.record import did_you_mean
from factreport.reading.text_file import TextFile, read_text_file, shown_path
from factreport.theme import theme_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import TracebackType

    from jinja2 import Environment

    from factreport.model.problem import Problem
    from factreport.settings import Settings

HOSTS = ("main.html",)
"""Templates that the host fills, with filters of its own."""
LEADS_ON = nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport


class FailingTemplateError(Exception):
    """A template of the project's own cannot be filled; its one value is the problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem)
        self.problem = problem


def template_problems(settings: Settings) -> tuple[Problem, ...]:
    """Give what is wrong with the project's own templates, as far as they show it before they are filled."""
    found = _own(settings.templates)
    if not found:
        return ()
    environment = make_environment(settings.templates, dates.locale_of(settings.language))
    return tuple(problem for folder, path in found for problem in _problems(environment, folder, path, settings))


def failing_template(error: Exception, settings: Settings) -> FailingTemplateError | None:
    """Give what stopped the filling of a template in the project's words; None if none of its own was being filled."""
    own = {str(path) for _folder, path in _own(settings.templates)}
    place = _last_in(own, error.__traceback__)
    if place is None:
        return None
    path, line = place
    reason = error.message if isinstance(error, UndefinedError) else f"{type(error).__name__}: {error}"
    message = _("This template cannot be filled: {reason}").format(reason=_sentence(str(reason)))
    hint = _("Compare it with the template that comes with the program, or take the file away.")
    shown = Place(shown_path(Path(path), settings.project), line)
    return FailingTemplateError(kinds.BROKEN_TEMPLATE.at(shown, message, hint))


def _own(folders: Sequence[Path]) -> list[tuple[Path, Path]]:
    """Give the project's templates, each with the folder by which it is named."""
    own = (folder for folder in folders if folder != theme_folder())
    return [(folder, path) for folder in own for path in sorted(folder.rglob("*.html")) if path.is_file()]


def _problems(environment: Environment, folder: Path, path: Path, settings: Settings) -> Iterator[Problem]:
    file = read_text_file(path, settings.project)
    if not isinstance(file, TextFile):
        # A template may be empty: then it shows nothing.
        yield from () if file.code == EMPTY_FILE.code else (file,)
        return
    name = path.relative_to(folder).as_posix()
    try:
        tree = environment.parse(file.text, name, str(path))
        if name not in HOSTS:
            environment.compile(file.text, name, str(path))
    except TemplateSyntaxError as error:
        message = _("This template cannot be read: {reason}").format(reason=_sentence(error.message or ""))
        yield kinds.BROKEN_TEMPLATE.at(Place(file.path, error.lineno), message, _mend(environment, error))
        return
    names = frozenset(environment.list_templates())
    for node in tree.find_all(LEADS_ON):
        if (target := _target(node)) is not None and (target == name or target not in names):
            yield _leads_nowhere(target, Place(file.path, node.lineno), names)


def _target(node: nodes.Node) -> str | None:
    """Give the template on which a node builds; None where only filling shows which, and where it may be missing."""
    if not isinstance(node, LEADS_ON) or getattr(node, "ignore_missing", False):
        return None
    return str(node.template.value) if isinstance(node.template, nodes.Const) else None


def _leads_nowhere(target: str, place: Place, names: frozenset[str]) -> Problem:
    if target in names:
        message = _("This template builds on “{name}”, which is itself.").format(name=target)
        hint = _("Begin with a copy of the template of that name that comes with the program.")
    else:
        message = _("This template builds on “{name}”, which is not there.").format(name=target)
        hint = did_you_mean(target, names)
    return kinds.BROKEN_TEMPLATE.at(place, message, hint)


def _mend(environment: Environment, error: TemplateSyntaxError) -> str:
    otherwise = _("Mend it, or take the file away: then the template that comes with the program counts.")
    words = (error.message or "").split("'")
    names = environment.filters if words[0] == "No filter named " else environment.tests
    return did_you_mean(words[1], names, otherwise) if words[0].startswith("No ") and len(words) > 1 else otherwise


def _last_in(paths: set[str], traceback: TracebackType | None) -> tuple[str, int] | None:
    """Give file and line of the innermost step of a traceback in one of some files."""
    found = None
    while traceback is not None:
        if (path := traceback.tb_frame.f_code.co_filename) in paths:
            found = path, traceback.tb_lineno
        traceback = traceback.tb_next
    return found


def _sentence(reason: str) -> str:
    return reason if reason.endswith((".", "?", "!")) else f"{reason}."
