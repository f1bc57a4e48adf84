"""The catalogue of exports: every module of this folder that has an `EXPORT`, by name."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Any

from factreport.exports.export import Export

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.exports.export import ExportFile, FeedOffer, LongFile, Offer, Parts, SiteOffer
    from factreport.model.scale import Scale
    from factreport.report.records import ClaimReport, Report
    from factreport.settings import Settings


@cache
def all_exports() -> tuple[Export, ...]:
    """Give all exports of the folder, by name."""
    package = __name__.rpartition(".")[0]
    modules = (import_module(f"{package}.{info.name}") for info in iter_modules(import_module(package).__path__))
    found = (getattr(module, "EXPORT", None) for module in modules)
    return tuple(sorted((one for one in found if isinstance(one, Export)), key=lambda one: one.name))


def exports_of(settings: Settings) -> tuple[Export, ...]:
    """Give the exports that a site has, by name: all but those that it leaves out."""
    return tuple(export for export in all_exports() if settings.has(export.extra))


def claim_files(report: ClaimReport, settings: Settings) -> Iterator[ExportFile]:
    """Give the files of one claim: they change only if its report or the settings do."""
    for export in exports_of(settings):
        yield from export.claim_files(report, settings)


def claim_parts(report: ClaimReport, scale: Scale, settings: Settings) -> dict[str, Any]:
    """Give what files of the whole site need of one claim, by name: data only."""
    found = (export.claim_parts(report, scale, settings) for export in exports_of(settings))
    return {name: part for parts in found for name, part in parts.items()}


def site_files(report: Report, parts: Parts, settings: Settings) -> Iterator[ExportFile | LongFile]:
    """Give the files of the whole site; `parts` are those of the report's cards, in their order."""
    for export in exports_of(settings):
        yield from export.site_files(report, parts, settings)


def offers(settings: Settings) -> tuple[Offer, ...]:
    """Give what each claim's page offers for download."""
    return tuple(offer for export in exports_of(settings) for offer in export.offers())


def site_offers(settings: Settings) -> tuple[SiteOffer, ...]:
    """Give what the page of the data offers."""
    return tuple(offer for export in exports_of(settings) for offer in export.site_offers(settings))


def feeds(report: Report, settings: Settings) -> tuple[FeedOffer, ...]:
    """Give the feeds that pages announce."""
    return tuple(feed for export in exports_of(settings) for feed in export.feeds(report, settings))
