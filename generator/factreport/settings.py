"""What the configuration of a site says, as values: the same whichever host or command read it."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.language import locale_of

if TYPE_CHECKING:
    from collections.abc import Iterable

FORMAT_VERSION = 1
"""Version of the content format that this program reads."""
TRANSLATIONS = "locale"
"""Folder of a project's own translations, beside its configuration."""
EVIDENCE_VARIABLE = "FACTREPORT_EVIDENCE"
"""Environment variable that names the folder of the snapshots; it wins over the configuration."""

_PER_CENT = re.compile(r"(\d{1,3}(?:\.\d+)?) ?%")
_MAIL = re.compile(r"[^@\s:/]+@[^@\s:/]+\.[^@\s:/]+")


class Extra(StrEnum):
    """What a site can go without; each type of page and each export says in its own module if it belongs to one."""

    DATA = "data"
    """The files of figures beside each claim, those of the whole site, and the page that offers them."""
    FEEDS = "feeds"
    SEARCH = "search"
    """The search with its index, and the pages from A to Z."""
    EMBEDS = "embeds"
    """The cards of claims for other sites."""
    DRAWINGS = "drawings"
    """The files of drawings, and of what they show, beside the pages on which they stand."""
    LINK_PREVIEWS = "link_previews"
    """The pictures that other sites show beside a link to a claim."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that a build is told, apart from the content itself."""

    project: Path
    """Folder of the configuration file; the paths of problems are relative to it."""
    content: Path
    evidence: Path | None = None
    """Folder of the snapshots; None: no snapshots here, proofs come from the lock."""
    templates: tuple[Path, ...] = ()
    """Folders of templates and styles, the first that has a file wins."""
    site_name: str = "factreport"
    site_description: str = ""
    site_url: str = ""
    """Address of the published site with a slash at its end; empty where it is not known."""
    language: str = "en"
    """BCP 47 code of the interface."""
    translations: tuple[Path, ...] = ()
    """Folders searched for `<code>.po` before the program's own."""
    quotation_words: int = 25
    """Longest quotation that may be published, in words, this many included."""
    about_share: Fraction = Fraction(5, 100)
    """How far a figure with "about" can lie from what it says, as a share of it."""
    rate_guard: Fraction = Fraction(1, 100)
    """How far a conversion may lie from the reference rate before it is a finding, as a share of it."""
    report_errors: str = ""
    """Address (`mailto:` or `https:`) for readers who found an error; empty: no link."""
    license: str = ""
    """Name of the licence of the published texts; empty: not said."""
    license_url: str = ""
    leave_out: tuple[Extra, ...] = ()
    """What the site goes without, each once, in the order of `Extra`."""
    preview: bool = False
    """Whether drafts are shown and broken items are left out instead of stopping the build."""

    @property
    def license_text(self) -> str:
        """The licence's name with its address, whichever is known; empty where nothing is said of it."""
        name, address = self.license, self.license_url
        return f"{name} ({address})" if name and address else name or address

    def has(self, extra: Extra | str | None) -> bool:
        """Tell whether the site has this extra; None, which stands for all else, it has. ValueError for another name.

        Templates name it by its text.
        """
        return extra is None or Extra(extra) not in self.leave_out


def parse_share(text: str) -> Fraction:
    """Give a share of one from per cent as written; ValueError if it is not between 0% and 100%.

    >>> parse_share("2.5%")
    Fraction(1, 40)
    """
    match = _PER_CENT.fullmatch(text.strip())
    if match is None or Fraction(match[1]) > 100:
        raise ValueError(
            _("Write a share in per cent, like 5%, between 0% and 100%; this is '{text}'.").format(text=text)
        )
    return Fraction(match[1]) / 100


def parse_extras(names: Iterable[str]) -> tuple[Extra, ...]:
    """Give what is named, each once, in the order of `Extra`; ValueError for a name that is none.

    >>> parse_extras(["feeds", "data", "feeds"])
    (<Extra.DATA: 'data'>, <Extra.FEEDS: 'feeds'>)
    """
    wanted = list(names)
    known = [str(extra) for extra in Extra]
    for name in wanted:
        if name not in known:
            near = get_close_matches(name.casefold().replace("-", "_"), known, 1)
            choose = _("Choose among {names}.").format(names=", ".join(known))
            hint = _("Did you mean `{name}`?").format(name=near[0]) if near else choose
            raise ValueError(_("There is no `{name}` to leave out. {hint}").format(name=name, hint=hint))
    return tuple(extra for extra in Extra if extra in wanted)


def parse_language(text: str) -> str:
    """Give the BCP 47 code of a language; ValueError where it is none.

    >>> parse_language("de-AT")
    'de-AT'
    """
    locale_of(text)
    return text


def parse_address(text: str) -> str:
    """Give the address behind a link for readers: a mail address becomes `mailto:`; ValueError for anything else.

    >>> parse_address("desk@example.org")
    'mailto:desk@example.org'
    """
    if text.startswith(("https://", "http://", "mailto:")):
        return text
    if _MAIL.fullmatch(text):
        return f"mailto:{text}"
    raise ValueError(_("Write a mail address or one that begins with https://; this is '{text}'.").format(text=text))


def evidence_folder(project: Path, configured: str | None) -> Path | None:
    """Give the folder of the snapshots, or None if there is none on this machine.

    `FACTREPORT_EVIDENCE` wins and must name a folder, or ValueError; without it the configured folder counts (relative
    to the project; `evidence` if nothing is configured), which may be missing, as in a clone without snapshots.
    """
    if named := os.environ.get(EVIDENCE_VARIABLE):
        folder = Path(named).resolve()
        if not folder.is_dir():
            message = _("{variable} names a folder that is not there: {folder}")
            raise ValueError(message.format(variable=EVIDENCE_VARIABLE, folder=named))
        return folder
    folder = project / (configured or "evidence")
    return folder if folder.is_dir() else None
