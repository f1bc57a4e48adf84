"""What an export is: a format, and the files that it makes of a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from factreport.model.scale import Scale
    from factreport.report.records import ClaimReport, Report
    from factreport.settings import Extra, Settings


class ExportFile(Struct, frozen=True):
    """A finished file of the site."""

    path: str
    """Below the site's root, with forward slashes ("data/claims.csv")."""
    content: bytes

    @classmethod
    def of_text(cls, path: str, text: str) -> ExportFile:
        """Give a file of text, in UTF-8."""
        return cls(path, text.encode())


class LongFile(Struct, frozen=True):
    """A finished file of the site that grows with it, and so is never whole in memory."""

    path: str
    """Below the site's root, with forward slashes."""
    pieces: Callable[[], Iterable[bytes]]
    """Gives what it holds, piece by piece."""

    @property
    def content(self) -> bytes:
        """Give the whole."""
        return b"".join(self.pieces())


class Offer(Struct, frozen=True):
    """A file beside each claim's page, as the page offers it."""

    name: str
    """Within the claim's folder ("data.json")."""
    label: str
    media_type: str


class SiteOffer(Struct, frozen=True):
    """A file of the whole site, as the page of the data offers it."""

    path: str
    """Below the site's root."""
    about: str
    """What it holds, in one sentence."""


class FeedOffer(Struct, frozen=True):
    """A feed, as pages announce it."""

    title: str
    media_type: str
    path: str
    """Below the site's root."""
    page: str | None = None
    """Address of the one page that announces it; None: all do."""


class ClaimParts(Protocol):
    """What exports keep of one claim; read before the next claim's is asked for."""

    def __getitem__(self, name: str, /) -> Any:
        """Give what was kept under a name: lists, dictionaries, texts, numbers."""
        ...


if TYPE_CHECKING:
    Parts = Iterable[ClaimParts]
    """For each claim, in the order of the report's cards: what exports keep of it, by name."""


def no_claim_files(_report: ClaimReport, _settings: Settings) -> Iterable[ExportFile]:
    """Give no files."""
    return ()


def no_claim_parts(_report: ClaimReport, _scale: Scale, _settings: Settings) -> Mapping[str, Any]:
    """Keep nothing."""
    return {}


def no_site_files(_report: Report, _parts: Parts, _settings: Settings) -> Iterable[ExportFile | LongFile]:
    """Give no files."""
    return ()


def no_site_offers(_settings: Settings) -> Iterable[SiteOffer]:
    """Give no files."""
    return ()


def no_feeds(_report: Report, _settings: Settings) -> Iterable[FeedOffer]:
    """Give no feeds."""
    return ()


class Export(Struct, frozen=True):
    """One format. Its module in this folder has it as `EXPORT`, and is found by that."""

    name: str
    extra: Extra | None = None
    """To what it belongs that a site can go without; None: every site has it."""
    claim_files: Callable[[ClaimReport, Settings], Iterable[ExportFile]] = field(default=no_claim_files)
    """Give the files of one claim: they depend on nothing but its report and the settings."""
    claim_parts: Callable[[ClaimReport, Scale, Settings], Mapping[str, Any]] = field(default=no_claim_parts)
    """Give what files of the whole site need of one claim: lists, dictionaries, texts, numbers, by a name each.

    Each is read by itself, so what is not needed together has names of its own.
    """
    site_files: Callable[[Report, Parts, Settings], Iterable[ExportFile | LongFile]] = field(default=no_site_files)
    """Give the files of the whole site; the report's claims in full are not at hand, only what was kept of them."""
    offers: Callable[[], tuple[Offer, ...]] = tuple
    """Give what each claim's page offers."""
    site_offers: Callable[[Settings], Iterable[SiteOffer]] = field(default=no_site_offers)
    """Give what the page of the data offers."""
    feeds: Callable[[Report, Settings], Iterable[FeedOffer]] = field(default=no_feeds)
    """Give the feeds that pages announce."""
