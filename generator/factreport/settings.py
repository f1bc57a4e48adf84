"""What the configuration of a site says, as values: the same whichever host or command read it."""

from __future__ import annotations

import os
import re
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.figures.exact import Fraction, fraction_of
from factreport.language import gettext as _
from factreport.language import locale_of
from factreport.model.nouns import RECORDS

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


class Settings(Struct, frozen=True):
    """Everything that a build is told, apart from the content itself."""

    project: Path
    """Folder of the configuration file; the paths of problems are relative to it."""
    content: Path
    pages: Path | None = None
    """Folder of the pages that editors write as text; None: there are none."""
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
    def folders(self) -> tuple[Path, ...]:
        """The folders of everything that a build reads, apart from the pages of text."""
        translations = (folder for folder in self.translations if folder.is_dir())
        return (self.content, *self.templates, *translations, *((self.evidence,) if self.evidence else ()))

    @property
    def input_folders(self) -> tuple[Path, ...]:
        """The folders whose files a build looks at one by one: those of records and of snapshots."""
        records = tuple(self.content / name for name in RECORDS)
        return (*records, self.evidence) if self.evidence else records

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


def parse_share(value: object) -> Fraction:
    """Give a share of one from per cent as written; ValueError if it is not between 0% and 100%.

    >>> parse_share("2.5%")
    Fraction(1, 40)
    """
    text = str(value)
    match = _PER_CENT.fullmatch(text.strip())
    if match is None or fraction_of(match[1]) > 100:
        raise ValueError(
            _("Write a share in per cent, like 5%, between 0% and 100%; this is '{text}'.").format(text=text)
        )
    return fraction_of(match[1]) / 100


def parse_extras(names: object) -> tuple[Extra, ...]:
    """Give what a list names, each once, in the order of `Extra`; ValueError for a name that is none, or no list.

    >>> parse_extras(["feeds", "data", "feeds"])
    (<Extra.DATA: 'data'>, <Extra.FEEDS: 'feeds'>)
    """
    if not isinstance(names, list | tuple):
        message = _("Write a list, like [link_previews, drawings]; this is '{value}'.")
        raise ValueError(message.format(value=names))  # noqa: TRY004 - an editor's mistake, no programmer's
    wanted = [str(name) for name in names]
    known = [str(extra) for extra in Extra]
    for name in wanted:
        if name not in known:
            near = get_close_matches(name.casefold().replace("-", "_"), known, 1)
            choose = _("Choose among {names}.").format(names=", ".join(known))
            hint = _("Did you mean `{name}`?").format(name=near[0]) if near else choose
            raise ValueError(_("There is no `{name}` to leave out. {hint}").format(name=name, hint=hint))
    return tuple(extra for extra in Extra if extra in wanted)


def parse_words(value: object) -> int:
    """Give a number of words; ValueError for anything but a whole number from 1.

    >>> parse_words(25)
    25
    """
    if isinstance(value, bool) or not isinstance(value, int) or value < 1:
        raise ValueError(_("Write a whole number of words, at least 1; this is '{value}'.").format(value=value))
    return value


def parse_version(value: object) -> int:
    """Give the version of the content format; ValueError for one that this program does not read.

    >>> parse_version(1)
    1
    """
    if value != FORMAT_VERSION or isinstance(value, bool):
        message = _("The content is in format version {value}; this program reads version {ours}.")
        raise ValueError(message.format(value=value, ours=FORMAT_VERSION))
    return FORMAT_VERSION


def parse_language(value: object) -> str:
    """Give the BCP 47 code of a language; ValueError where it is none.

    >>> parse_language("de-AT")
    'de-AT'
    """
    text = str(value)
    locale_of(text)
    return text


def parse_address(value: object) -> str:
    """Give the address behind a link for readers: a mail address becomes `mailto:`; ValueError for anything else.

    >>> parse_address("desk@example.org")
    'mailto:desk@example.org'
    """
    text = str(value)
    if text.startswith(("https://", "http://", "mailto:")):
        return text
    if _MAIL.fullmatch(text):
        return f"mailto:{text}"
    raise ValueError(_("Write a mail address or one that begins with https://; this is '{text}'.").format(text=text))


def parse_text(value: object) -> str:
    """Give a text; ValueError for a number, a list or anything else that YAML does not read as one."""
    if not isinstance(value, str):
        message = _("Write a text; this is '{value}'.")
        raise ValueError(message.format(value=value))  # noqa: TRY004 - an editor's mistake
    return value


def parse_switch(value: object) -> bool:
    """Give what is on or off; ValueError for anything but true and false."""
    if not isinstance(value, bool):
        message = _("Write true or false; this is '{value}'.")
        raise ValueError(message.format(value=value))  # noqa: TRY004 - an editor's mistake
    return value


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


def refuse_published(evidence: Path | None, published: Iterable[Path]) -> None:
    """Raise ValueError where the folder of the snapshots lies in one of which every file is published, or replaced.

    Snapshots are the texts of others: quoting them is allowed, publishing them is not.
    """
    for folder in published if evidence else ():
        if evidence and evidence.resolve().is_relative_to(folder.resolve()):
            message = _(
                "The snapshots in {folder} would be published with the files of {published}: move them elsewhere."
            )
            raise ValueError(message.format(folder=evidence, published=folder))
