"""What a site leaves out is not there, nothing names it any more, and all else is."""

from __future__ import annotations

import re
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace
from tests.building.edits import contents
from tests.pages.sites import PROJECT, ROOT, Document, broken_links, settings, site

from factreport.building.key import frame_key
from factreport.building.lookout import Lookout
from factreport.building.session import open_session
from factreport.pages.site import generated_addresses
from factreport.settings import Extra, parse_extras
from factreport.theme import theme_folder

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

EXAMPLE = PROJECT / "tests" / "example_site"
FILES = {
    Extra.DATA: ("data/*", "claims/*/data.json", "claims/*/figures.csv", "claims/*/index.md"),
    Extra.FEEDS: ("feeds/*",),
    Extra.SEARCH: ("search/*", "opensearch.xml"),
    Extra.EMBEDS: ("embed/*",),
    Extra.DRAWINGS: ("claims/*/chart-*", "*/origins.*", "stories/*/matrix.*", "stories/*/timeline.*"),
    Extra.LINK_PREVIEWS: ("claims/*/link-preview.png",),
}
"""Which files of a site with everything belong to what can be left out."""
SETS = [*((one,) for one in Extra), tuple(Extra)]
_ADDRESS = re.compile(rf"{re.escape(ROOT)}[\w/.~%#?=-]*")


@cache
def made(*leave_out: Extra) -> Mapping[str, bytes]:
    """Give every file of the example site, by path."""
    using = replace(
        settings(), content=EXAMPLE / "content", evidence=EXAMPLE / "snapshots", leave_out=parse_extras(leave_out)
    )
    with TemporaryDirectory() as name:
        folder = Path(name)
        session = open_session(using, folder, 1, None, Lookout((), folder))
        session.make_claims((), {})
        session.make_gatherings(())
        return contents(folder)


def pages_of(files: Mapping[str, bytes]) -> Mapping[str, Document]:
    """Give the pages among files, by path."""
    return {
        path: Document(path.removesuffix("index.html"), content.decode())
        for path, content in files.items()
        if path.endswith(".html")
    }


def dead_links(files: Mapping[str, bytes]) -> dict[str, list[str]]:
    """Give the links of all pages that lead nowhere, by page."""
    pages = pages_of(files)

    def identities(path: str) -> Collection[str] | None:
        return pages[path].identities if path in pages else () if path in files else None

    return {path: found for path, page in pages.items() if (found := broken_links(page, identities))}


def dead_addresses(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Give file and address of whatever any file of text names in full: structured data, feeds, maps, guides."""
    for path, content in files.items():
        if path.endswith((".png", ".sqlite")):
            continue
        for address in _ADDRESS.findall(content.decode()):
            target = address.removeprefix(ROOT).partition("#")[0].partition("?")[0].rstrip(".,")
            target = f"{target}index.html" if target.endswith("/") or not target else target
            if target not in files and not (theme_folder() / target).is_file():
                yield path, address


def belong(files: Mapping[str, bytes], *leave_out: Extra) -> set[str]:
    """Give the paths that belong to what is left out."""
    patterns = [pattern for one in leave_out for pattern in FILES[one]]
    return {path for path in files if any(fnmatchcase(path, pattern) for pattern in patterns)}


def test_the_site_with_everything_names_nothing_that_is_not_there() -> None:
    assert dead_links(made()) == {}
    assert list(dead_addresses(made())) == []


@pytest.mark.parametrize("extra", Extra)
def test_the_site_with_everything_has_files_of_each(extra: Extra) -> None:
    assert belong(made(), extra)


@pytest.mark.parametrize("leave_out", SETS, ids=" ".join)
def test_only_what_is_left_out_is_missing(leave_out: tuple[Extra, ...]) -> None:
    assert made().keys() - made(*leave_out).keys() == belong(made(), *leave_out)
    assert made(*leave_out).keys() <= made().keys()


@pytest.mark.parametrize("leave_out", SETS, ids=" ".join)
def test_nothing_names_what_is_left_out(leave_out: tuple[Extra, ...]) -> None:
    files = made(*leave_out)
    assert dead_links(files) == {}
    assert list(dead_addresses(files)) == []


def test_what_the_site_has_does_not_depend_on_the_order_of_the_names() -> None:
    assert parse_extras(["search", "data", "search"]) == (Extra.DATA, Extra.SEARCH)


def test_another_choice_means_that_all_is_made_anew() -> None:
    assert frame_key(settings()) != frame_key(replace(settings(), leave_out=(Extra.FEEDS,)))


def test_a_text_of_the_editors_can_stand_where_the_search_would() -> None:
    whole = site()
    without = replace(whole, settings=replace(settings(), leave_out=(Extra.SEARCH, Extra.EMBEDS)))
    gone = generated_addresses(whole) - generated_addresses(without)
    assert {"search/", "search/b/", "embed/china-chips/"} <= gone
    assert all(address.startswith(("search/", "embed/")) for address in gone)
