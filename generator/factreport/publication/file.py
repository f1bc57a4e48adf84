"""The file that remembers what was published: JSON, sorted, one entry on a line, so that its changes can be read."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import asdict

from factreport.language import gettext as _
from factreport.model.place import Place
from factreport.publication import problem_kinds as kinds
from factreport.publication.record import Publication, PublishedClaim

if TYPE_CHECKING:
    from pathlib import Path

    from factreport.model.problem import Problem

VERSION = 1


class PublicationFile(Struct, frozen=True):
    """The file as it was read."""

    path: str
    """As editors know it."""
    publication: Publication | None
    """None: nothing was published yet, or the file is damaged."""
    problems: tuple[Problem, ...] = ()


class _DamagedError(ValueError):
    """The file is not as the tool writes it."""


def read_publication(file: Path, path: str) -> PublicationFile:
    """Read the file, known to editors as `path`; trust nothing in it, and say what is damaged."""
    try:
        text = file.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return PublicationFile(path, None)
    except UnicodeDecodeError:
        return _damaged(Place(path), _("It is not text in UTF-8."))
    except OSError as error:
        return _damaged(Place(path), _("It cannot be opened: {why}.").format(why=error.strerror))
    return parse_publication(text, path)


def parse_publication(text: str, path: str) -> PublicationFile:
    """Read the text of the file."""
    try:
        return PublicationFile(path, _publication(json.loads(text)))
    except json.JSONDecodeError as error:
        return _damaged(Place(path, error.lineno, error.colno), _("This is not JSON: {why}.").format(why=error.msg))
    except RecursionError:
        return _damaged(Place(path), _("It is nested too deeply."))
    except _DamagedError as error:
        return _damaged(Place(path), str(error))
    except ValueError:
        return _damaged(Place(path), _("A number in it is too long."))


def _damaged(place: Place, why: str) -> PublicationFile:
    message = _("The record of what was published is damaged. {why}").format(why=why)
    hint = _("Take the file of the last publication from the repository's history; `factreport publish` writes it.")
    return PublicationFile(place.path, None, (kinds.DAMAGED_PUBLICATION.at(place, message, hint),))


def _publication(value: Any) -> Publication:
    entries = _mapping(value, "")
    if entries.get("version") != VERSION:
        message = _("It is of version {found}; this program reads version {known}.")
        raise _DamagedError(message.format(found=entries.get("version"), known=VERSION))
    claims = _mapping(entries.get("claims"), "claims")
    return Publication(
        claims={slug: _claim(slug, entry) for slug, entry in claims.items()},
        sources=_names(entries.get("sources"), "sources"),
        stories=_names(entries.get("stories"), "stories"),
    )


def _claim(slug: str, value: Any) -> PublishedClaim:
    entry = _mapping(value, slug)
    verdict, answer, corrections = (entry.get(name) for name in ("verdict", "answer", "corrections"))
    if not isinstance(verdict, str) or not isinstance(answer, str):
        raise _DamagedError(_("“{name}” has no verdict or no answer.").format(name=slug))
    if isinstance(corrections, bool) or not isinstance(corrections, int):
        raise _DamagedError(_("“{name}” does not say how many corrections it had.").format(name=slug))
    lists = {name: _names(entry.get(name), slug) for name in ("figures", "citations", "findings")}
    return PublishedClaim(verdict, answer, corrections, **lists)


def _mapping(value: Any, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _DamagedError(_("“{name}” is not a mapping.").format(name=name or _("the whole")))
    return value


def _names(value: Any, name: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise _DamagedError(_("A list of names in “{name}” is none.").format(name=name))
    return tuple(value)


def write_publication(publication: Publication) -> str:
    """Give the text of the file."""
    value = {
        "version": VERSION,
        "claims": {slug: asdict(claim) for slug, claim in sorted(publication.claims.items())},
        "sources": sorted(publication.sources),
        "stories": sorted(publication.stories),
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
