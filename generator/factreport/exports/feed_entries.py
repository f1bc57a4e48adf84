"""What feeds tell: checked claims, corrections and changed verdicts, as text that stands alone."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from factreport.exports.address import absolute
from factreport.exports.structured_data import first_published
from factreport.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factreport.exports.export import Parts
    from factreport.model.claim import Correction
    from factreport.model.scale import Scale
    from factreport.report.records import ClaimReport, FigureReport, Report
    from factreport.settings import Settings

PART = "feeds"
"""Name under which what feeds tell of a claim is kept."""
MOST_ENTRIES = 200
"""Of one feed: readers ask for it many times a day, and the whole is in the data files."""


class Entry(Struct, frozen=True):
    """One entry of a feed."""

    identity: str
    """A web address that never changes and no other entry has."""
    address: str
    title: str
    summary: str
    text: str
    published: date
    updated: date
    topics: tuple[str, ...]


_FIELDS = Entry.__struct_fields__
_WHOLE = ("claim", "corrections")


class FeedOutline(Struct, frozen=True):
    """One feed, whatever its format, before its entries are known."""

    name: str
    title: str
    page: str
    """Address of the page that it follows."""
    claims: tuple[str, ...]
    """Slugs of the claims of which it tells."""
    sorts: tuple[str, ...] = _WHOLE
    """What it tells of each: itself (`claim`), its `corrections`, its changed `verdicts`."""
    announced_everywhere: bool = False

    @property
    def path(self) -> str:
        """Below the site's root, without the ending."""
        return f"feeds/{self.name}"


class Channel(Struct, frozen=True):
    """A feed with its entries."""

    outline: FeedOutline
    entries: tuple[Entry, ...]
    """Newest first."""
    updated: date | None
    """When the latest entry changed; without entries, when the latest claim did."""


def outlines(report: Report, settings: Settings) -> Iterator[FeedOutline]:
    """Give all feeds: claims with their corrections, changed verdicts, corrections, each topic, each story."""
    name = settings.site_name
    everything = tuple(card.slug for card in report.cards)
    yield FeedOutline("claims", name, "", everything, _WHOLE, announced_everywhere=True)
    changed = _("{site}: changed verdicts").format(site=name)
    yield FeedOutline("verdicts", changed, "corrections/", everything, ("verdicts",), announced_everywhere=True)
    corrected = _("{site}: corrections").format(site=name)
    yield FeedOutline("corrections", corrected, "corrections/", everything, ("corrections",), announced_everywhere=True)
    for topic in report.topics:
        slugs = tuple(card.slug for card in topic.claims)
        yield FeedOutline(f"topics/{topic.slug}", f"{name}: {topic.name}", f"topics/{topic.slug}/", slugs)
    for story in report.story_cards:
        yield FeedOutline(f"stories/{story.slug}", f"{name}: {story.title}", story.address, story.claims)


def channels(report: Report, parts: Parts, settings: Settings) -> Iterator[Channel]:
    """Give all feeds with their entries."""
    of_claim = {card.slug: _entries(part[PART]) for card, part in zip(report.cards, parts, strict=True)}
    last = max((card.modified for card in report.cards), default=None)
    for outline in outlines(report, settings):
        found = (entry for slug in outline.claims for sort in outline.sorts for entry in of_claim[slug][sort])
        newest = sorted(found, key=lambda entry: (-entry.updated.toordinal(), entry.identity))
        updated = newest[0].updated if newest else last
        yield Channel(outline, tuple(newest[:MOST_ENTRIES]), updated)


def claim_part(report: ClaimReport, scale: Scale, settings: Settings) -> dict[str, Any]:
    """Give what feeds tell of a claim, by sort: itself, its corrections, its changed verdicts."""
    desk = _Desk(scale, settings)
    found = {"claim": [desk.claim(report)], "corrections": desk.corrections(report), "verdicts": desk.verdicts(report)}
    return {sort: [_kept(entry) for entry in entries] for sort, entries in found.items()}


def _kept(entry: Entry) -> dict[str, Any]:
    days = {"published": entry.published.isoformat(), "updated": entry.updated.isoformat()}
    return {name: getattr(entry, name) for name in _FIELDS} | days


def _entries(kept: Mapping[str, Any]) -> dict[str, list[Entry]]:
    """Give the entries of one claim, by sort."""
    return {sort: [_entry(one) for one in entries] for sort, entries in kept.items()}


def _entry(kept: Mapping[str, Any]) -> Entry:
    days = {name: date.fromisoformat(kept[name]) for name in ("published", "updated")}
    return Entry(**{**kept, **days, "topics": tuple(kept["topics"])})


class _Desk(Struct, frozen=True):
    """Makes the entries of one site."""

    scale: Scale
    settings: Settings

    def claim(self, report: ClaimReport) -> Entry:
        claim = report.claim
        address = absolute(self.settings, report.address)
        title = _("{verdict}: {claim}").format(verdict=report.verdict.word, claim=claim.claim)
        if claim.retired is not None:
            title = _("Withdrawn: {claim}").format(claim=claim.claim)
        return Entry(
            identity=address,
            address=address,
            title=title,
            summary=claim.answer,
            text="\n\n".join(_claim_text(report)),
            published=first_published(claim),
            updated=report.modified,
            topics=claim.topics,
        )

    def corrections(self, report: ClaimReport) -> Iterator[Entry]:
        for one in report.claim.corrections:
            title = _("Corrected: {claim}").format(claim=report.claim.claim)
            yield self._change(report, one, "correction", title)

    def verdicts(self, report: ClaimReport) -> Iterator[Entry]:
        """Give an entry for each change of the verdict; the new one is what the next change found."""
        changes = sorted((one for one in report.claim.corrections if one.verdict_was), key=lambda one: one.date)
        after = [*(one.verdict_was or "" for one in changes[1:]), report.claim.verdict]
        for one, became in zip(changes, after, strict=False):
            was, now = (self.scale.verdict(key).word for key in (one.verdict_was or "", became))
            title = _("From “{was}” to “{now}”: {claim}").format(was=was, now=now, claim=report.claim.claim)
            yield self._change(report, one, "verdict", title)

    def _change(self, report: ClaimReport, one: Correction, sort: str, title: str) -> Entry:
        page = absolute(self.settings, report.address)
        # What a page said before can't change any more, so the name made from it can't either.
        mark = hashlib.sha256(one.said.encode()).hexdigest()[:8]
        return Entry(
            identity=f"{page}#{sort}-{one.date.isoformat()}-{mark}",
            address=f"{page}#history",
            title=title,
            summary=one.says,
            text="\n\n".join(_correction_text(one)),
            published=one.date,
            updated=one.date,
            topics=report.claim.topics,
        )


def _claim_text(report: ClaimReport) -> Iterator[str]:
    """Give all that a claim's page says, in paragraphs, without its citations."""
    claim = report.claim
    if claim.retired is not None:
        yield _("Withdrawn on {day}. {why}").format(day=claim.retired.date.isoformat(), why=claim.retired.why)
    yield _("{verdict}. {answer}").format(verdict=report.verdict.word, answer=claim.answer)
    yield _("Claimed by {claimant}, {days}: {claim}").format(
        claimant=claim.claimant, days=claim.claimed.text, claim=claim.claim
    )
    if claim.in_short:
        yield "\n".join(f"– {point}" for point in claim.in_short)
    for figure in report.figures:
        yield "\n".join(_figure_text(figure))
    differing = [finding for finding in report.findings if finding.differs]
    if differing:
        yield "\n".join([_("Why they differ:"), *(f"– {finding.word}: {finding.sentence}" for finding in differing)])
    for one in claim.corrections:
        yield "\n".join(_correction_text(one))
    yield _("{count}. Checked {day}.").format(count=report.provenance.count.sentence, day=claim.checked.isoformat())


def _figure_text(figure: FigureReport) -> Iterator[str]:
    yield _("{label}: {summary}.").format(label=figure.figure.label, summary=figure.summary)
    if figure.claimed_words:
        yield _("– the claim says: {figure}").format(figure=figure.claimed_words)
    for group in figure.groups:
        yield f"– {group.printed}: {group.sentence}"


def _correction_text(one: Correction) -> Iterator[str]:
    yield _("Corrected on {day}.").format(day=one.date.isoformat())
    yield _("Before: “{said}”").format(said=one.said)
    yield _("Now: “{says}”").format(says=one.says)
    yield one.why
    if one.prompted_by:
        yield _("Prompted by {who}.").format(who=one.prompted_by)
