"""Content held against what was published: what readers would miss, and what they would not be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.language import gettext as _
from factreport.language import ngettext
from factreport.model.place import Place
from factreport.publication import problem_kinds as kinds
from factreport.publication.record import publication_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from factreport.model.claim import Claim
    from factreport.model.content import Content
    from factreport.model.problem import Problem
    from factreport.publication.file import PublicationFile
    from factreport.publication.record import Publication, PublishedClaim
    from factreport.reading.overview import Overview
    from factreport.rules.finding import Finding


def compare_publication(
    file: PublicationFile, content: Content, findings: Iterable[Finding], *, let_go: Collection[str] = ()
) -> tuple[Problem, ...]:
    """Give a problem for each promise that this content would break; none where nothing was published.

    `let_go` names pages ("sources/x") that may vanish. Content with errors is incomplete: then nothing is called gone.
    """
    claims = compare_claims(file, content, findings, complete=content.is_complete)
    return (*claims, *compare_pages(file, content, let_go=let_go))


def compare_claims(
    file: PublicationFile, content: Content, findings: Iterable[Finding], *, complete: bool
) -> tuple[Problem, ...]:
    """Give the promises that the claims of this content would break, be it all of a site's or a part.

    Where content is not `complete`, no figure, citation or difference is called gone.
    """
    if file.publication is None:
        return ()
    comparing = _Comparing(file, file.publication, content, publication_of(content, findings))
    return (*comparing.changed(), *(comparing.ids() if complete else ()))


def compare_pages(
    file: PublicationFile, content: Content | Overview, *, let_go: Collection[str] = ()
) -> tuple[Problem, ...]:
    """Give the pages that a site of this content would let vanish, or what is wrong with the file."""
    if file.publication is None:
        return file.problems
    if not content.is_complete:
        return ()
    return tuple(_vanished(file, file.publication, content, let_go))


class _Comparing(Struct, frozen=True):
    """What was published beside what would be."""

    file: PublicationFile
    before: Publication
    content: Content
    now: Publication

    def claims(self) -> Iterator[tuple[Claim, PublishedClaim, PublishedClaim]]:
        """Give each claim that was published and is still there, whatever its name is now: then, and now."""
        for claim in self.content.claims:
            for slug in (claim.slug, *claim.former_slugs):
                taken = slug != claim.slug and slug in self.content.claim_by_slug
                if slug in self.before.claims and not taken and claim.slug in self.now.claims:
                    yield claim, self.before.claims[slug], self.now.claims[claim.slug]

    def changed(self) -> Iterator[Problem]:
        """Give what changed of what claims say, without a new correction."""
        for claim, before, now in self.claims():
            if now.corrections < before.corrections:
                message = ngettext(
                    "The published page showed {before} correction, which is gone.",
                    "The published page showed {before} corrections; {now} are left.",
                    before.corrections,
                )
                hint = _("Bring the entry back: what we got wrong stays in the log.")
                place = claim.place("corrections")
                yield kinds.CORRECTION_REMOVED.at(
                    place, message.format(before=before.corrections, now=now.corrections), hint
                )
            if now.corrections > before.corrections:
                continue
            if now.verdict != before.verdict:
                yield self._verdict_changed(claim, before)
            if now.answer != before.answer:
                yield _answer_changed(claim, before)

    def _verdict_changed(self, claim: Claim, before: PublishedClaim) -> Problem:
        words = {grade.key: grade.word for grade in self.content.scale.verdicts}
        was, now = (words.get(key, key) for key in (before.verdict, claim.verdict))
        message = _("The published verdict of “{slug}” is “{was}”; this one is “{now}”, and no correction says so.")
        hint = _("Add an entry to `corrections`: `date`, `said`, `says`, `why` and `verdict_was: {key}`.")
        place = claim.place("verdict")
        filled = message.format(slug=claim.slug, was=was, now=now)
        return kinds.CHANGED_WITHOUT_CORRECTION.at(place, filled, hint.format(key=before.verdict))

    def ids(self) -> Iterator[Problem]:
        """Give the ids that are gone from pages that are still there."""
        for claim, before, now in self.claims():
            yield from _gone(claim, "figures", _("figure"), before.figures, now.figures)
            yield from _gone(claim, "citations", _("citation"), before.citations, now.citations)
            for name in sorted(set(before.findings) - set(now.findings)):
                message = _("The published page shows the difference “{name}”, which is no longer found.")
                yield kinds.VANISHED_FINDING.at(
                    claim.place(), message.format(name=name), _("Nothing to do, if that is what you changed.")
                )


def _vanished(
    file: PublicationFile, before: Publication, content: Content | Overview, let_go: Collection[str]
) -> Iterator[Problem]:
    """Give the pages that are gone."""
    former = {slug for claim in content.claims for slug in claim.former_slugs}
    kept = _(
        "Bring the file back, with `retired` if the claim is withdrawn; if it has another name now, add "
        "`former_slugs: [{slug}]` there. `factreport publish --let-go {page}` gives the address up."
    )
    given_up = _("Bring the file back. `factreport publish --let-go {page}` gives the address up.")
    folders = (
        ("claims", set(before.claims) - {claim.slug for claim in content.claims if not claim.draft} - former, kept),
        ("sources", set(before.sources) - {source.slug for source in content.sources}, given_up),
        ("stories", set(before.stories) - {story.slug for story in content.stories if not story.draft}, given_up),
    )
    for folder, gone, hint in folders:
        for slug in sorted(gone):
            page = f"{folder}/{slug}"
            if page not in let_go:
                message = _("The page {page}/ is published, and its file is gone.").format(page=page)
                yield kinds.VANISHED_PAGE.at(Place(file.path), message, hint.format(slug=slug, page=page))


def _answer_changed(claim: Claim, before: PublishedClaim) -> Problem:
    message = _("The published answer of “{slug}” is “{was}”; this one is another, and no correction says so.")
    hint = _(
        "Add an entry to `corrections` if readers would take away something else; if not, accept this warning until "
        "the next `factreport publish`."
    )
    filled = message.format(slug=claim.slug, was=before.answer)
    return kinds.CHANGED_WITHOUT_CORRECTION.at(claim.place("answer"), filled, hint)


def _gone(claim: Claim, field: str, noun: str, before: tuple[str, ...], now: tuple[str, ...]) -> Iterator[Problem]:
    for name in sorted(set(before) - set(now)):
        message = _("The published page has the {noun} “{name}”, which is gone: links to it lead to no place.")
        hint = _("Give it its name back; if it has to go, accept this warning until the next `factreport publish`.")
        yield kinds.VANISHED_ID.at(claim.place(field), message.format(noun=noun, name=name), hint)
