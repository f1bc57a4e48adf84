"""A difference as one line of text, for editors to paste: who prints what, how it stands, and where to read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from babel.lists import format_list

from factreport.language import gettext as _
from factreport.language import isolated, ngettext
from factreport.pages import words
from factreport.rules.finding import FindingState

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factreport.pages.differences import DifferenceView
    from factreport.pages.site import Site
    from factreport.report.records import ClaimReport
    from factreport.rules.finding import Side

BETWEEN = " — "


def paste_text(site: Site, report: ClaimReport, view: DifferenceView) -> str:
    """Give a difference in one line; its address comes last, or the site's name where that is not known."""
    address = f"{report.address}#{view.finding.anchor}"
    parts = (
        "" if _says_all(view, report.names) else _statements(site, view, report.names),
        view.group.sentence.rstrip("."),
        _reason(view),
        site.absolute(address) or site.settings.site_name,
    )
    return BETWEEN.join(part for part in parts if part)


def _says_all(view: DifferenceView, names: Mapping[str, str]) -> bool:
    """Tell whether the finding's own sentence says who prints what."""
    said = view.group.sentence
    return all(side.printed in said and names[side.source] in said for side in _sides(view))


def _statements(site: Site, view: DifferenceView, names: Mapping[str, str]) -> str:
    """Say who prints what, those together that print the same; our own words are kept apart more clearly."""
    between = ", " if all(side.is_verbatim for side in _sides(view)) else " / "
    return between.join(_each(site, view, names))


def _each(site: Site, view: DifferenceView, names: Mapping[str, str]) -> Iterator[str]:
    printed: dict[tuple[str, bool], dict[str, None]] = {}
    for side in _sides(view):
        printed.setdefault((side.printed, side.is_verbatim), {})[names[side.source]] = None
    for (text, verbatim), who in printed.items():
        message = (
            ngettext("{who} prints “{text}”", "{who} print “{text}”", len(who)) if verbatim else _("{who}: {text}")
        )
        yield message.format(who=format_list([isolated(name) for name in who], locale=site.locale), text=isolated(text))


def _sides(view: DifferenceView) -> Iterator[Side]:
    if view.reference:
        yield view.reference
    for entry in view.entries:
        yield from entry.sides


def _reason(view: DifferenceView) -> str:
    finding = view.finding
    if finding.state is not FindingState.EXPLAINED or finding.explanation is None:
        return words.state_words(finding)
    return _("{state}: {cause}").format(
        state=words.state_words(finding), cause=words.cause_words(finding.explanation.cause)
    )
