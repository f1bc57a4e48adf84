"""Checks that need several records: what was read, drafts, retired claims, former addresses, what nothing uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.language import gettext as _
from factreport.model.claim import FigureReference
from factreport.model.source import Read
from factreport.model.value import Quantity
from factreport.reading import problem_kinds as kinds
from factreport.reading.dates import check_dates_alone, check_dates_of_copies, check_dates_of_families
from factreport.reading.overview import links_of
from factreport.reading.uses import uses_of_source

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from factreport.model.claim import Citation, Claim
    from factreport.model.place import Place
    from factreport.model.problem import Problem
    from factreport.model.source import Source
    from factreport.reading.known import Known
    from factreport.reading.overview import ClaimOutline, Outline, Overview
    from factreport.reading.uses import Use


class Drafts(Struct, frozen=True):
    """Records that are there but not published in this run."""

    claims: frozenset[str] = frozenset()
    stories: frozenset[str] = frozenset()


def check_alone(claims: Collection[Claim], sources: Iterable[Source]) -> list[Problem]:
    """Give what records show that could be read, each by itself."""
    problems: list[Problem] = []
    for claim in claims:
        problems += _duplicate_citations(claim)
        problems += _answer(claim)
    return [*problems, *check_dates_alone(claims, sources)]


def check_portion(content: Overview) -> list[Problem]:
    """Give what records show that refer to each other, be they all of a site's or a portion."""
    problems = [*_omissions(content), *check_dates_of_families(content)]
    return [*problems, *_unused_figures(content), *_without_story(content)]


def check_across(content: Overview, known: Known, drafts: Drafts) -> list[Problem]:
    """Give the problems between records that could all be read; what rests on a broken one is not judged."""
    problems = [*_omissions(content), *check_dates_of_families(content), *check_dates_of_copies(content)]
    problems += [*_redirects(content, known), *_same_address(content.sources)]
    problems += _drafts_in_use(content, drafts)
    problems += _retired_in_use(content)
    all_claims = len(content.claims) + len(drafts.claims) == len(known.claims)
    all_stories = len(content.stories) + len(drafts.stories) == len(known.stories)
    # What a broken record uses cannot be known.
    if all_claims:
        problems += _unused_figures(content)
    if all_claims and len(content.sources) == len(known.sources):
        problems += _unused_sources(content)
    if all_stories:
        problems += _without_story(content)
    return problems


def _uses(content: Overview) -> Iterator[tuple[Outline | Source, Use]]:
    """Give what refers to claims and stories."""
    for record in (*content.claims, *content.stories):
        yield from ((record, use) for use in record.uses)
    for source in content.sources:
        yield from ((source, use) for use in uses_of_source(source) if use.noun != "source")


def _omissions(content: Overview) -> Iterator[Problem]:
    for claim in content.claims:
        for slug, keys in claim.omitting:
            source = content.source_by_slug.get(slug)
            if source and source.read is not Read.WHOLE:
                message = _("“{source}” was not read whole (`read: {read}`), so nobody can say what is missing in it.")
                hint = _("Read it whole and say so in sources/{source}.md, or leave this citation out.")
                yield kinds.OMITS_NOT_READ_WHOLE.at(
                    claim.place(*keys, "omits"),
                    message.format(source=slug, read=source.read.value),
                    hint.format(source=slug),
                )


def _duplicate_citations(claim: Claim) -> Iterator[Problem]:
    seen: dict[object, Citation] = {}
    for citation in claim.citations:
        first = seen.setdefault(_content_of(citation), citation)
        if first is not citation:
            line = claim.place(*first.keys).line
            message = _("The same words of “{source}” are cited for the same thing on line {line} already.")
            yield kinds.DUPLICATE_CITATION.at(
                claim.place(*citation.keys), message.format(source=citation.source, line=line), _("Delete one of them.")
            )


def _content_of(citation: Citation) -> tuple[object, ...]:
    statements = tuple((one.figure, one.text, one.value) for one in citation.statements)
    words = (citation.quote, citation.noted, citation.omits, citation.prefix, citation.suffix)
    return (citation.source, citation.part, citation.locator, words, statements)


def _answer(claim: Claim) -> Iterator[Problem]:
    quantities = any(isinstance(one.value, Quantity) for citation in claim.citations for one in citation.statements)
    if quantities and not any(character.isdigit() for character in claim.answer):
        message = _("The claim is about a quantity, and its answer has no number.")
        hint = _("Give the number to use: readers come for it.")
        yield kinds.ANSWER_WITHOUT_NUMBER.at(claim.place("answer"), message, hint)


def _redirects(content: Overview, known: Known) -> Iterator[Problem]:
    owners: dict[str, ClaimOutline] = {}
    for claim in content.claims:
        for index, slug in enumerate(claim.former_slugs):
            owner = owners.setdefault(slug, claim)
            if slug in known.claims:
                message = _("“{slug}” cannot lead here: a claim of that name is there.").format(slug=slug)
            elif owner is not claim or slug in claim.former_slugs[:index]:
                message = _("“{slug}” leads to {path} already.").format(slug=slug, path=owner.written.path)
            else:
                continue
            hint = _("An address can lead to one page only; take it out of `former_slugs` here or there.")
            yield kinds.REDIRECT_CLASH.at(claim.place("former_slugs", index), message, hint)


def _drafts_in_use(content: Overview, drafts: Drafts) -> Iterator[Problem]:
    unpublished = {("claim", slug) for slug in drafts.claims} | {("story", slug) for slug in drafts.stories}
    if not unpublished:
        return
    for record, use in _uses(content):
        if (use.noun, use.slug) in unpublished:
            yield _refers_to_draft(record.place(*use.keys), use.slug)
    in_sources = (link for source in content.sources for link in links_of(source))
    in_others = (link for record in (*content.claims, *content.stories) for link in record.links)
    for link in (*in_others, *in_sources):
        if (link.noun, link.slug) in unpublished:
            yield _refers_to_draft(link.place, link.slug)


def _refers_to_draft(place: Place, slug: str) -> Problem:
    message = _("“{slug}” is a draft, so the published site has nothing to lead to.").format(slug=slug)
    return kinds.REFERS_TO_DRAFT.at(place, message, _("Publish it, or make this a draft too: draft: yes."))


def _retired_in_use(content: Overview) -> Iterator[Problem]:
    retired = {claim.slug: claim.retired for claim in content.claims if claim.retired}
    for record, use in _uses(content) if retired else ():
        if use.noun == "claim" and use.slug in retired:
            message = _("The claim “{slug}” was withdrawn on {date}, and something still rests on it here.")
            hint = _("Take it out; the withdrawn page stays at its address and says why.")
            place = record.place(*use.keys)
            yield kinds.REFERS_TO_RETIRED.at(place, message.format(slug=use.slug, date=retired[use.slug]), hint)


def _unused_figures(content: Overview) -> Iterator[Problem]:
    stated = {figure for claim in content.claims for figure in claim.states}
    for claim in content.claims:
        for key in claim.unstated:
            if FigureReference(claim.slug, key) not in stated and not claim.retired:
                message = _("No citation says anything for the figure “{figure}”.").format(figure=key)
                hint = _("Cite a source for it, or delete the figure.")
                yield kinds.UNUSED_FIGURE.at(claim.place("figures", key), message, hint)


def _unused_sources(content: Overview) -> Iterator[Problem]:
    used = {slug for record in (*content.claims, *content.stories) for slug in record.sources}
    used |= {use.slug for source in content.sources for use in uses_of_source(source) if use.noun == "source"}
    for source in content.sources:
        if source.slug not in used:
            message = _("Nothing cites or names this source.")
            yield kinds.UNUSED_SOURCE.at(source.place(), message, _("Cite it in a claim, or delete the file."))


def _same_address(sources: Iterable[Source]) -> Iterator[Problem]:
    first: dict[str, Source] = {}
    for source in sources:
        other = first.setdefault(source.url, source)
        if source.url and other is not source:
            message = _("This is the address of {path} as well.").format(path=other.written.path)
            hint = _("If one file was copied from the other, give this item its own; if both are one item, delete one.")
            yield kinds.SAME_ADDRESS.at(source.place("url"), message, hint)


def _without_story(content: Overview) -> Iterator[Problem]:
    listed = {use.slug for story in content.stories for use in story.uses if use.keys[0] == "claims"}
    for claim in content.claims:
        if not claim.has_story and claim.slug not in listed and not claim.retired:
            message = _("The claim belongs to no story, so readers find no related news on its page.")
            hint = _("Name its story with `story`, or list it in the story's `claims`.")
            yield kinds.CLAIM_WITHOUT_STORY.at(claim.place(), message, hint)
