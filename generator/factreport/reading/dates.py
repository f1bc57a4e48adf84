"""Dates that cannot be, held to one another: no clock is asked, so tomorrow's build finds what today's finds."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from factreport.language import gettext as _
from factreport.reading import problem_kinds as kinds

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factreport.model.claim import Claim
    from factreport.model.days import Days
    from factreport.model.place import Place
    from factreport.model.problem import Problem
    from factreport.model.source import Source
    from factreport.reading.overview import Overview

_FAR = 10
"""Years after which nothing is expected of a claim that was checked: what lies further off is a slip of the pen."""
_IN_ADDRESS = re.compile(r"[A-Za-z]+://[^/?#]+/(?:[^?#]*/)?(?P<year>(?:19|20)\d\d)/(?P<month>0[1-9]|1[0-2])/")
_HALF_A_YEAR = timedelta(days=183)
"""Articles are brought up to date for a while; what lies further off is a slip of the pen."""
_ONE_DAY = timedelta(days=1)
"""At one moment it is two days on earth."""


def check_dates_alone(claims: Iterable[Claim], sources: Iterable[Source]) -> Iterator[Problem]:
    """Give what is wrong with the dates of records, each by itself."""
    for claim in claims:
        yield from _before_the_claim(claim)
        yield from _far_after_the_check(claim)
    for source in sources:
        yield from _far_from_the_address(source)
        captured, published = source.captured, source.published
        if captured and captured.last and published.first and captured.last < published.first:
            message = _("The snapshot was taken ({captured}) before the source was published ({published}).")
            message = message.format(captured=captured.text, published=published.text)
            yield _one_is_wrong(source.place("captured"), message)


def _far_from_the_address(source: Source) -> Iterator[Problem]:
    """Give a source whose address has another year, as newspapers write it there, if nothing says why."""
    found = _IN_ADDRESS.match(source.url or "")
    if not found or source.dated_by:
        return
    day = date(int(found["year"]), int(found["month"]), 1)
    first, last = source.published.first, source.published.last
    if (first and first - day > _HALF_A_YEAR) or (last and day - last > _HALF_A_YEAR):
        message = _("The source was published ({published}) far from the day in its address ({address}).")
        message = message.format(published=source.published.text, address=f"{day:%Y-%m}")
        hint = _("Look at the year again; if it is right, say with `dated_by` what the date rests on.")
        yield kinds.DATES_OUT_OF_ORDER.at(source.place("published"), message, hint)


def check_dates_of_families(content: Overview) -> Iterator[Problem]:
    """Give what is wrong with dates of claims held to those of their sources, and of stories held to their claims'."""
    yield from _sources_after_claims(content)
    yield from _far_after_the_claims(content)


def check_dates_of_copies(content: Overview) -> Iterator[Problem]:
    """Give the sources that were published before what they rest on."""
    for source in content.sources:
        for name, slugs in (("credits", source.credits), ("probably_used", source.probably_used)):
            for index, slug in enumerate(slugs):
                other = content.source_by_slug.get(slug)
                if other and _is_before(source.published, other.published):
                    message = _(
                        "The source was published ({published}) before “{other}” ({others}), on which it rests."
                    )
                    message = message.format(published=source.published.text, other=slug, others=other.published.text)
                    yield _one_is_wrong(source.place(name, index), message)


def _is_before(one: Days, other: Days) -> bool:
    """Whether the first was over when the other began, wherever on earth."""
    return bool(one.last and other.first and one.last < other.first - _ONE_DAY)


def _before_the_claim(claim: Claim) -> Iterator[Problem]:
    claimed = claim.claimed.first
    if claimed and claim.checked < claimed:
        message = _("The claim was checked on {checked}, before it was made ({claimed}).")
        yield _one_is_wrong(claim.place("checked"), message.format(checked=claim.checked, claimed=claim.claimed.text))
    for index, update in enumerate(claim.updates):
        if claimed and update.date < claimed:
            message = _("An update of {date} is earlier than the claim itself ({claimed}).")
            message = message.format(date=update.date, claimed=claim.claimed.text)
            hint = _("Updates are later facts; what was known before belongs in the text.")
            yield kinds.DATES_OUT_OF_ORDER.at(claim.place("updates", index, "date"), message, hint)


def _far_after_the_check(claim: Claim) -> Iterator[Problem]:
    """Give later days of a claim's page that lie too far off to be meant."""
    dates = [(update.date, ("updates", index, "date")) for index, update in enumerate(claim.updates)]
    dates += [(correction.date, ("corrections", index, "date")) for index, correction in enumerate(claim.corrections)]
    for day, keys in dates:
        if day.year - claim.checked.year > _FAR:
            message = _("{date} lies more than ten years after the day on which the claim was checked ({checked}).")
            yield _slip(claim.place(*keys), message.format(date=day, checked=claim.checked))


def _sources_after_claims(content: Overview) -> Iterator[Problem]:
    for claim in content.claims:
        for slug, keys in claim.citing:
            source = content.source_by_slug.get(slug)
            if source and source.published.first and source.published.first > claim.last_day:
                message = _(
                    "“{source}” is cited here, but was published ({published}) after the claim was last checked or"
                    " changed ({day})."
                )
                message = message.format(source=slug, published=source.published.text, day=claim.last_day)
                hint = _("One of the two dates is wrong; if you have checked the claim again, change `checked`.")
                yield kinds.DATES_OUT_OF_ORDER.at(claim.place(*keys, "source"), message, hint)


def _far_after_the_claims(content: Overview) -> Iterator[Problem]:
    checked = _last_days(content)
    for story in content.stories:
        last = checked.get(story.slug)
        for day, keys in story.dates if last else ():
            if last and day.year - last.year > _FAR:
                message = _("{date} lies more than ten years after the claims of this story were checked ({checked}).")
                yield _slip(story.place(*keys), message.format(date=day, checked=last))


def _last_days(content: Overview) -> dict[str, date]:
    """Give the day on which the last of its claims was checked by the slug of each story."""
    found: dict[str, date] = {}
    listed = ((use.slug, story.slug) for story in content.stories for use in story.uses if use.keys[0] == "claims")
    named = ((claim.slug, use.slug) for claim in content.claims for use in claim.uses if use.noun == "story")
    for slug, story in (*listed, *named):
        if claim := content.claim_by_slug.get(slug):
            found[story] = max(found.get(story, claim.last_day), claim.last_day)
    return found


def _one_is_wrong(place: Place, message: str) -> Problem:
    return kinds.DATES_OUT_OF_ORDER.at(place, message, _("One of the two dates is wrong."))


def _slip(place: Place, message: str) -> Problem:
    return kinds.DATES_OUT_OF_ORDER.at(
        place, message, _("Look at the year again: two digits may be the wrong way round.")
    )
