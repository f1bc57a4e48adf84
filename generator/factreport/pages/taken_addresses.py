"""Addresses that the site needs for pages of its own, so that no text of the editors can stand there."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote

from factreport.language import gettext as _
from factreport.model.place import Place
from factreport.pages import problem_kinds as kinds
from factreport.pages.site import generated_addresses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factreport.model.problem import Problem
    from factreport.pages.site import Site

FURTHER_PART = re.compile(r"page/(?!1/)[1-9][0-9]*/")
"""The end of the address of every part of a story but the first."""
INDEX = ("index", "README")
"""Names of files that become the page of their folder."""


def address_problems(site: Site, texts: Iterable[tuple[str, str]]) -> Iterator[Problem]:
    """Give a problem for each text of the editors that stands where a page of ours does.

    `texts` are their files, as problems show them, with the addresses of their pages. Further parts of a story are
    taken however many there are now: a story grows, and its text must not vanish then.
    """
    taken = generated_addresses(site)
    stories = {card.address for card in site.report.story_cards}
    for path, address in texts:
        if address in taken or _story_of(address) in stories:
            message = _("“{address}” is an address of a page that the site makes itself.").format(address=address)
            yield kinds.ADDRESS_TAKEN.at(Place(path), message, _("Give the file another name."))


def address_of(path: str) -> str:
    """Give the address that a file below the folder of the editors' pages has on the site, as the host gives it.

    >>> address_of("desk/about us.md"), address_of("desk/README.md"), address_of("index.md")
    ('desk/about%20us/', 'desk/', '')
    """
    file = PurePosixPath(path)
    page = file.parent if file.stem in INDEX else file.with_suffix("")
    return f"{quote(str(page))}/" if page.name else ""


def _story_of(address: str) -> str | None:
    story, between, number = address.rpartition("page/")
    return story if FURTHER_PART.fullmatch(f"{between}{number}") else None
