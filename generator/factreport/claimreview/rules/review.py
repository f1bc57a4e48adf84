"""The properties of ClaimReview itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factreport.claimreview.addresses import SHORTENERS, host_of, same_owner, same_page, split
from factreport.claimreview.days import days_of, is_before
from factreport.claimreview.problem import Found
from factreport.claimreview.rule import EVERY, rule
from factreport.claimreview.values import each, is_empty, shown, text_at
from factreport.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.claimreview.subjects import Review

_LONG_CLAIM = 75
_DATES = ("datePublished", "dateModified", "dateCreated")


@rule("review", "GBS", error=EVERY)
def claim_missing(review: Review) -> Iterator[Found]:
    """`claimReviewed`, the claim in short, is required everywhere."""
    if is_empty(review.data.get("claimReviewed")):
        yield Found(_("The review has no claimReviewed."), _("Add the claim in one short sentence."))


@rule("review", "G", warning="google strict")
def claim_long(review: Review) -> Iterator[Found]:
    """`claimReviewed` should have less than 75 characters."""
    length = len(text_at(review.data, "claimReviewed"))
    if length >= _LONG_CLAIM:
        message = _("claimReviewed has {n} characters; Google asks for fewer than 75.")
        yield Found(message.format(n=length), keys=("claimReviewed",))


@rule("review", "G", error="google strict")
def rating_in_claim(review: Review) -> Iterator[Found]:
    """`claimReviewed` begins or ends with the verdict."""
    claim = text_at(review.data, "claimReviewed")
    for label in sorted({review.label, *review.options.labels} - {""}, key=len, reverse=True):
        name = re.escape(label[:200])
        if re.search(rf"^\W*{name}\s*[:–—|.!-]|[:–—|(\[.!?-]\s*{name}\W*$", claim, re.IGNORECASE):
            yield Found(
                _("claimReviewed gives the verdict {label} away.").format(label=shown(label)),
                _("Leave the claim as its claimant put it; the verdict stands in reviewRating."),
                ("claimReviewed",),
            )
            return


@rule("review", "GB", error="google bing datacommons strict")
def rating_missing(review: Review) -> Iterator[Found]:
    """`reviewRating` is required."""
    if is_empty(review.data.get("reviewRating")):
        yield Found(_("The review has no reviewRating."), _("Add a Rating with the verdict as alternateName."))


@rule("review", "SW", error=EVERY)
def rating_text(review: Review) -> Iterator[Found]:
    """`reviewRating` is a bare text or number in place of a Rating."""
    value = review.data.get("reviewRating")
    if not is_empty(value) and not isinstance(value, dict | list):
        yield Found(
            _("reviewRating is {value}; a Rating belongs here.").format(value=shown(value)),
            _('Write {{"@type": "Rating", "alternateName": {value}}}.').format(
                value=shown(value).strip("“”").join('""')
            ),
            ("reviewRating",),
        )


@rule("review", "G", error="google datacommons strict")
def url_missing(review: Review) -> Iterator[Found]:
    """`url`, the page with the whole check, is required."""
    if is_empty(review.data.get("url")):
        yield Found(_("The review has no url."), _("Add the full address of the page with the whole fact-check."))


@rule("review", "G", error=EVERY)
def url_relative(review: Review) -> Iterator[Found]:
    """`url` is not a full web address."""
    url = text_at(review.data, "url")
    if url and split(url) is None:
        message = _("url is {url}, which is not a full web address.").format(url=shown(url))
        yield Found(message, _("Begin it with https:// and the site's name."), ("url",))


@rule("review", "O", warning="google strict")
def url_insecure(review: Review) -> Iterator[Found]:
    """`url` begins with http:// (P9)."""
    parts = split(text_at(review.data, "url"))
    if parts and parts.scheme.lower() == "http":
        yield Found(_("url begins with http://."), _("Publish the site over https, and name it so."), ("url",))


@rule("review", "G", error="google datacommons strict")
def url_shortener(review: Review) -> Iterator[Found]:
    """`url` is one of a service that shortens addresses; Google does not resolve it."""
    host = host_of(text_at(review.data, "url"))
    if host in SHORTENERS:
        message = _("url goes through {host}; readers of the markup do not follow it.").format(host=host)
        yield Found(message, _("Give the address that it leads to."), ("url",))


@rule("review", "G", error="google strict")
def url_other_domain(review: Review) -> Iterator[Found]:
    """`url` is on another domain than the page.

    Needs a canonical address or `--site-url`. Also the sign of a site that gathers checks of others, which must
    publish the list of sites that it takes them from (P10).
    """
    host = host_of(text_at(review.data, "url"))
    if host and host not in SHORTENERS and review.page_host and not same_owner(host, review.page_host):
        message = _("url is on {host}, the page on {page}.").format(host=shown(host), page=shown(review.page_host))
        yield Found(message, _("A page may only carry reviews of its own domain."), ("url",))


@rule("review", "GW", warning="google bing datacommons strict")
def url_not_canonical(review: Review) -> Iterator[Found]:
    """`url` and the page's canonical address differ by more than an anchor."""
    url, page = text_at(review.data, "url"), review.document.page
    canonical = page.canonical if page else ""
    if not same_page(url, canonical) and same_owner(host_of(url), host_of(canonical)):
        message = _("url is {url}, and the page's canonical address {canonical}.")
        hint = _("Use the canonical address, with an #anchor if need be.")
        yield Found(message.format(url=shown(url), canonical=shown(canonical)), hint, ("url",))


@rule("review", "GB", error="bing strict", warning="google datacommons")
def author_missing(review: Review) -> Iterator[Found]:
    """`author` says who checked. Bing requires it, Google recommends it."""
    if not any(True for _keys, one in each(review.data, "author") if not is_empty(one)):
        yield Found(_("The review has no author."), _("Name the organization that checked, not the claimant."))


@rule("review", "GB", error="google bing datacommons strict")
def author_unnamed(review: Review) -> Iterator[Found]:
    """`author` has neither `name` nor `url`."""
    for keys, one in review.people("author"):
        if isinstance(one, dict) and one and not text_at(one, "name") and not text_at(one, "url"):
            yield Found(_("The review's author has neither name nor url."), _("Add one of them."), keys)


@rule("review", "BG", error="bing strict", warning="datacommons", notice="google")
def date_missing(review: Review) -> Iterator[Found]:
    """`datePublished` says when the check was published. Bing requires it; Google has dropped it from its list."""
    if is_empty(review.data.get("datePublished")):
        yield Found(_("The review has no datePublished."), _("Add the day: 2025-01-21."))


@rule("review", "SG", error=EVERY)
def date_malformed(review: Review) -> Iterator[Found]:
    """A date is not written as ISO 8601 has it, or is not in the calendar."""
    for start, node, names in (((), review.data, _DATES), (("itemReviewed",), review.claim, _DATES[:1])):
        for name in names:
            value = node.get(name)
            if isinstance(value, str) and value.strip() and days_of(value) is None:
                message = _("{name} is {value}, which is not a date that exists in ISO 8601.")
                hint = _("Write 2025-01-21, or 2025-01-21T08:30:00Z.")
                yield Found(message.format(name=name, value=shown(value)), hint, (*start, name))


@rule("review", "O", error="strict", warning="schema google bing datacommons")
def modified_early(review: Review) -> Iterator[Found]:
    """`dateModified` is before `datePublished`."""
    published, modified = review.data.get("datePublished"), review.data.get("dateModified")
    if is_before(modified, published):
        message = _("The review was modified on {modified}, before it was published on {published}.")
        yield Found(message.format(modified=shown(modified), published=shown(published)), keys=("dateModified",))


@rule("review", "GB", error="bing strict", warning="google datacommons")
def item_missing(review: Review) -> Iterator[Found]:
    """`itemReviewed` says whose claim it is; Bing requires its author."""
    if is_empty(review.data.get("itemReviewed")):
        yield Found(_("The review has no itemReviewed."), _("Add a Claim: who said it, when and where."))


@rule("review", "O", warning="strict")
def language_missing(review: Review) -> Iterator[Found]:
    """`inLanguage` says in which language the check is."""
    if is_empty(review.data.get("inLanguage")):
        yield Found(_("The review has no inLanguage."), _('Add the language of the check: "en".'))


@rule("review", "O", warning="datacommons strict")
def licence_missing(review: Review) -> Iterator[Found]:
    """`sdLicense` says how the markup may be used; Data Commons reads the licence there."""
    if is_empty(review.data.get("sdLicense")):
        yield Found(_("The review has no sdLicense."), _("Add the address of the licence of this markup."))


@rule("review", "S", warning="schema google bing datacommons strict")
def correction_form(review: Review) -> Iterator[Found]:
    """`correction` holds something that readers cannot show."""
    for keys, value in each(review.data, "correction"):
        is_comment = isinstance(value, dict) and (text_at(value, "text") or text_at(value, "url"))
        if not is_comment and not (isinstance(value, str) and value.strip()):
            message = _("correction is {value}; a text, an address or a CorrectionComment with text belongs here.")
            yield Found(message.format(value=shown(value)), keys=keys)
