"""The page that carries a review, held against it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from factreport.claimreview.addresses import host_of, same_owner
from factreport.claimreview.problem import Found
from factreport.claimreview.rule import rule
from factreport.claimreview.values import is_empty, shown, text_at, words
from factreport.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.claimreview.subjects import Page, Review
    from factreport.claimreview.values import Words

_FEWEST_WORDS = 30
_SHARE_SHOWN = 0.6
"""Share of the claim's words that must stand on the page; less than all, as the markup may shorten or reword."""


@rule("page", "G", error="google strict")
def several_reviews(page: Page) -> Iterator[Found]:
    """A page carries more than one ClaimReview (P1)."""
    if len(page.reviews) > 1:
        message = _("The page has {n} ClaimReviews.").format(n=len(page.reviews))
        yield Found(message, _("Give each check a page of its own; an overview carries none."))


@rule("page", "G", warning="google bing strict")
def noindex(page: Page) -> Iterator[Found]:
    """A page with ClaimReview tells search engines to leave it out (P9)."""
    if page.document.page and page.document.page.is_noindex:
        yield Found(_("The page has noindex, so no search engine shows its ClaimReview."))


@rule("page", "GB", error="google bing strict")
def thin_page(page: Page) -> Iterator[Found]:
    """The page has fewer than 30 words: no summary beside claim and verdict (P3)."""
    if page.document.page and not page.document.page.words.number_at_least(_FEWEST_WORDS):
        count = len(page.document.page.words.all())
        message = _("The page has {n} words, too few for a claim, a verdict and a summary.").format(n=count)
        yield Found(message, _("The markup repeats what readers see; it never replaces it."))


def _words(review: Review) -> Words | None:
    """Give the words of a page; None where there is no page or it is too thin to be held against anything."""
    page = review.document.page
    found = page.words if page and not review.node.feed else None
    return found if found and found.number_at_least(_FEWEST_WORDS) else None


@rule("review", "GB", error="google bing strict")
def claim_not_shown(review: Review) -> Iterator[Found]:
    """Fewer than six in ten words of `claimReviewed` stand on the page (P3, P4).

    Fewer than all will do because the markup may shorten or reword.
    """
    on_page, claim = _words(review), words(text_at(review.data, "claimReviewed"))
    if on_page and claim and not on_page.say(claim):
        there = set(on_page.all())
        share = sum(word in there for word in claim) / len(claim)
        if share < _SHARE_SHOWN:
            message = _("Readers of the page do not see the claim {claim}.")
            yield Found(message.format(claim=shown(text_at(review.data, "claimReviewed"))), keys=("claimReviewed",))


@rule("review", "GB", error="google bing strict")
def verdict_not_shown(review: Review) -> Iterator[Found]:
    """`alternateName` does not stand on the page (P3, P4)."""
    on_page, label = _words(review), words(review.label)
    if on_page and label and not on_page.say(label):
        message = _("Readers of the page do not see the verdict {label}.").format(label=shown(review.label))
        hint = _("Verdict and alternateName must be the same; a picture needs its text in alt.")
        yield Found(message, hint, ("reviewRating", "alternateName"))


@rule("review", "G", warning="google strict")
def claimant_not_shown(review: Review) -> Iterator[Found]:
    """The claimant's name does not stand on the page (P4)."""
    on_page = _words(review)
    for keys, one in review.people("author", of_claim=True):
        name = text_at(one, "name")
        if on_page and name and not on_page.say(words(name)):
            yield Found(_("Readers of the page do not see the claimant {name}.").format(name=shown(name)), keys=keys)


@rule("review", "GB", error="strict", warning="google bing")
def no_references(review: Review) -> Iterator[Found]:
    """The page cites nothing (P6). Whether what it cites is primary is for people to judge."""
    page = review.document.page
    if page is None or review.node.feed or not review.own_host:
        return
    base = review.document.address or text_at(review.data, "url")
    elsewhere = (host_of(_joined(base, link.address)) for link in page.links())
    if is_empty(review.data.get("citation")) and not any(
        host and not same_owner(host, review.own_host) for host in elsewhere
    ):
        yield Found(
            _("The page links to nothing outside this site, and the markup has no citation."),
            _("Cite what the check rests on, primary sources above all."),
        )


def _joined(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return ""
