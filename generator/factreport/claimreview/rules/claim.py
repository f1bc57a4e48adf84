"""What is reviewed: the claim, its claimant, and where it appeared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.claimreview.addresses import holds_several, host_of, is_within, same_page, split
from factreport.claimreview.days import is_before
from factreport.claimreview.problem import Found
from factreport.claimreview.rule import EVERY, rule
from factreport.claimreview.values import each, is_empty, shown, text_at, types_of, words
from factreport.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.claimreview.json_text import Json
    from factreport.claimreview.problem import Keys
    from factreport.claimreview.subjects import Review


def _has_claimant(review: Review) -> bool:
    return any(not is_empty(one) for _keys, one in each(review.claim, "author"))


def _has_appearance(review: Review) -> bool:
    return any(not is_empty(one) for _keys, one in review.appearances())


def _addresses(review: Review) -> Iterator[tuple[Keys, str]]:
    """Give the address of each appearance, each with its path."""
    for keys, value in review.appearances():
        if isinstance(value, str):
            yield keys, value.strip()
        else:
            yield (*keys, "url"), text_at(value, "url")


@rule("review", "G", warning="google bing datacommons strict")
def legacy_item(review: Review) -> Iterator[Found]:
    """`itemReviewed` is a CreativeWork, as it was before there was `Claim`. Readers still take it."""
    if review.has_claim and types_of(review.claim) == ("CreativeWork",):
        yield Found(
            _("itemReviewed is a CreativeWork: the form of before 2019."),
            _("Make it a Claim with appearance, author and datePublished."),
            ("itemReviewed", "@type"),
        )


@rule("review", "GS", error="google bing datacommons strict", warning="schema")
def item_type(review: Review) -> Iterator[Found]:
    """`itemReviewed` is neither a Claim nor, as in old markup, a CreativeWork."""
    names = types_of(review.claim)
    if review.has_claim and review.claim and "Claim" not in names and names != ("CreativeWork",):
        message = _("itemReviewed has the type {name}; a Claim belongs here.")
        yield Found(message.format(name=shown(names[0] if names else None)), keys=("itemReviewed", "@type"))


@rule("review", "G", error="google bing strict")
def origin_missing(review: Review) -> Iterator[Found]:
    """A claim must come from somebody outside the site (P5): it has a claimant or an appearance."""
    if review.has_claim and not _has_claimant(review) and not _has_appearance(review):
        yield Found(
            _("The claim has neither a claimant nor an appearance, so nobody but this site says it."),
            _("Add author, appearance or firstAppearance to itemReviewed."),
            ("itemReviewed",),
        )


@rule("review", "G", warning="google strict")
def appearance_missing(review: Review) -> Iterator[Found]:
    """Google recommends `appearance` or `firstAppearance`; one of them is enough."""
    if review.has_claim and _has_claimant(review) and not _has_appearance(review):
        yield Found(
            _("The claim has no appearance and no firstAppearance."),
            _("Add the address of an item in which the claim was made."),
            ("itemReviewed",),
        )


@rule("review", "W", error=EVERY)
def joined_addresses(review: Review) -> Iterator[Found]:
    """Two addresses are pressed into one text."""
    for keys, value in (*_addresses(review), *_same_as(review)):
        if holds_several(value):
            message = _("One text holds several addresses: {value}.").format(value=shown(value))
            yield Found(message, _("Make it a list with one address each."), keys)


def _same_as(review: Review) -> Iterator[tuple[Keys, str]]:
    for start, person in review.people("author", of_claim=True):
        for keys, value in each(person, "sameAs"):
            if isinstance(value, str):
                yield (*start, *keys), value.strip()


@rule("review", "S", warning=EVERY)
def appearance_no_address(review: Review) -> Iterator[Found]:
    """An appearance is neither a full web address nor an object."""
    for keys, value in review.appearances():
        address = value if isinstance(value, str) else text_at(value, "url")
        if address and split(address) is None and not holds_several(address):
            message = _("{value} is not a full web address.").format(value=shown(address))
            hint = _("Give the address, or a CreativeWork with name and publisher where there is none.")
            yield Found(message, hint, keys)
        elif not isinstance(value, str | dict):
            message = _("{value} is neither an address nor a CreativeWork.").format(value=shown(value))
            yield Found(message, keys=keys)


@rule("review", "GW", error="google strict", warning="bing datacommons")
def appearance_own_domain(review: Review) -> Iterator[Found]:
    """An appearance of the claim is on the checker's own site (P5)."""
    for keys, address in _addresses(review):
        host = host_of(address)
        if not holds_several(address) and is_within(host, review.own_host):
            message = _("The claim's appearance {address} is on this site.").format(address=shown(address))
            hint = _("Name where others made the claim; the page of the check is the review's url.")
            yield Found(message, hint, keys)


@rule("review", "O", error="strict", warning="schema google datacommons")
def several_first(review: Review) -> Iterator[Found]:
    """`firstAppearance` is a list of several."""
    firsts = list(each(review.claim, "firstAppearance"))
    if len(firsts) > 1:
        message = _("The claim has {n} first appearances.").format(n=len(firsts))
        yield Found(
            message, _("Keep the earliest and make the others appearance."), ("itemReviewed", "firstAppearance")
        )


@rule("review", "O", error="strict", warning="google datacommons")
def first_late(review: Review) -> Iterator[Found]:
    """An appearance is dated before the first one."""
    for keys, first in each(review.claim, "firstAppearance"):
        for _keys, other in each(review.claim, "appearance"):
            if _published(other) and is_before(_published(other), _published(first)):
                message = _("The first appearance is of {first}, another of {other}.")
                days = {"first": shown(_published(first)), "other": shown(_published(other))}
                yield Found(message.format(**days), keys=("itemReviewed", *keys))
                return


def _published(work: Json) -> Json:
    return work.get("datePublished") if isinstance(work, dict) else None


@rule("review", "BG", error="bing", notice="google strict")
def claimant_missing(review: Review) -> Iterator[Found]:
    """`itemReviewed.author` is the claimant. Bing requires it; Google wants it left out where there is none."""
    if review.has_claim and not _has_claimant(review) and _has_appearance(review):
        yield Found(
            _("The claim has no author."), _("Name the claimant in itemReviewed, if there is one."), ("itemReviewed",)
        )


@rule("review", "GB", error="google bing strict", warning="datacommons")
def claimant_unnamed(review: Review) -> Iterator[Found]:
    """The claimant has no `name`."""
    for keys, one in review.people("author", of_claim=True):
        if isinstance(one, dict) and one and not text_at(one, "name"):
            hint = _("Add the name, or leave the claimant out where there is none.")
            yield Found(_("The claimant has no name."), hint, keys)


@rule("review", "G", notice="google strict")
def claimant_same_as_missing(review: Review) -> Iterator[Found]:
    """`sameAs` says who the claimant is; Google recommends it."""
    for keys, one in review.people("author", of_claim=True):
        if isinstance(one, dict) and text_at(one, "name") and is_empty(one.get("sameAs")):
            hint = _("Add sameAs: the home page, or the page of Wikipedia or Wikidata.")
            yield Found(_("Nothing says which {name} is meant.").format(name=shown(text_at(one, "name"))), hint, keys)


@rule("review", "W", warning="google datacommons strict")
def claimant_same_as_article(review: Review) -> Iterator[Found]:
    """`sameAs` of the claimant is the address of an article."""
    articles = [address for _keys, address in _addresses(review) if address]
    for keys, value in _same_as(review):
        if any(same_page(value, article) for article in articles):
            message = _("sameAs of the claimant is {value}, an appearance of the claim.").format(value=shown(value))
            yield Found(message, _("sameAs is who the claimant is, not what they wrote."), keys)


@rule("review", "G", warning="google strict")
def claim_date_missing(review: Review) -> Iterator[Found]:
    """`itemReviewed.datePublished` says when the claim was made; Google recommends it."""
    if review.has_claim and is_empty(review.claim.get("datePublished")):
        yield Found(_("The claim has no datePublished."), _("Add the day on which it was made."), ("itemReviewed",))


@rule("review", "O", error="strict", warning="schema google bing datacommons")
def claim_date_late(review: Review) -> Iterator[Found]:
    """The claim is dated after its review."""
    claimed, reviewed = review.claim.get("datePublished"), review.data.get("datePublished")
    if is_before(reviewed, claimed):
        message = _("The claim is of {claimed} and its review of {reviewed}, which is earlier.")
        yield Found(
            message.format(claimed=shown(claimed), reviewed=shown(reviewed)), keys=("itemReviewed", "datePublished")
        )


@rule("review", "O", error="strict")
def claim_id_missing(review: Review) -> Iterator[Found]:
    """`@id` lets others speak of the same claim."""
    if review.has_claim and is_empty(review.claim.get("@id")):
        yield Found(
            _("The claim has no @id."), _("Add an address that will always mean this claim."), ("itemReviewed",)
        )


@rule("review", "O", warning="google bing strict")
def self_review(review: Review) -> Iterator[Found]:
    """Claimant and checker have the same name (P13)."""
    own = {words(text_at(one, "name")) for _keys, one in review.people("author")} - {()}
    for keys, one in review.people("author", of_claim=True):
        if words(text_at(one, "name")) in own:
            message = _("{name} reviews a claim of its own.").format(name=shown(text_at(one, "name")))
            yield Found(message, _("author of itemReviewed is the claimant, author of the review the checker."), keys)
