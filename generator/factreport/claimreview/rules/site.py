"""Everything read together: reviews against each other, against the feed, and against the site's own files.

Longer than other modules: one rule after the other, none of which knows of another.
"""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser

from factreport.claimreview.addresses import host_of, is_within, page_key, split
from factreport.claimreview.problem import Found
from factreport.claimreview.rule import EVERY, rule
from factreport.claimreview.rules.rating import NUMBERS
from factreport.claimreview.subjects import Located
from factreport.claimreview.values import number_of, shown, text_at, words
from factreport.language import gettext as _
from factreport.language import mark, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.claimreview.json_text import Json
    from factreport.claimreview.problem import Key
    from factreport.claimreview.subjects import Review, Site

_FEW = 3


def _at(review: Review, message: str, hint: str = "", *keys: Key) -> Located:
    node = review.node
    return Located(Found(message, hint), review.document.path, node.block, (*node.keys, *keys))


def _of_site(site: Site, message: str, hint: str = "") -> Located:
    path = site.folder.shown if site.folder else site.documents[0].path if site.documents else "."
    return Located(Found(message, hint), path)


def _same(value: Json) -> str:
    """Give a text that is equal for equal values."""
    return json.dumps(value, sort_keys=True, default=str)


@rule("site", "O", warning=EVERY)
def no_review(site: Site) -> Iterator[Located]:
    """Nothing that was read holds a ClaimReview or a DataFeed."""
    if not site.reviews and not site.feeds and not any(document.failures for document in site.documents):
        yield _of_site(site, _("There is no ClaimReview and no DataFeed in anything that was read."))


@rule("site", "G", error="google strict")
def same_review_twice(site: Site) -> Iterator[Located]:
    """One ClaimReview stands on two pages (P2). Pages with noindex, such as embeds, do not count."""
    first: dict[tuple[str, ...], Review] = {}
    for review in site.reviews:
        if review.document.page is None or review.document.page.is_noindex:
            continue
        url, claim = text_at(review.data, "url"), text_at(review.data, "claimReviewed")
        key = (url, *words(claim)) if url else (_same(dict(review.data)),)
        other = first.setdefault(key, review)
        if other.document.path != review.document.path:
            message = _("The same ClaimReview stands on {other}.").format(other=other.document.path)
            yield _at(review, message, _("Leave it on the page of the check alone; lists and embeds link there."))


@rule("site", "W", error="strict", warning="google bing datacommons")
def leaked_claim(site: Site) -> Iterator[Located]:
    """Two reviews of different claims have the same `itemReviewed`, to the letter.

    The mark of a program that forgets to empty it; two claims of one speech may look the same.
    """
    seen: dict[str, Review] = {}
    for review in site.reviews or site.in_feeds:
        told = {name: value for name, value in review.claim.items() if name != "@type"}
        if len(told) < 2:
            continue
        other = seen.setdefault(_same(told), review)
        mine, others = text_at(review.data, "claimReviewed"), text_at(other.data, "claimReviewed")
        if words(mine) != words(others):
            message = _("itemReviewed is word for word that of another claim, {claim} ({path}).")
            hint = _("See that nothing of the claim before is left over; two claims of one speech differ in @id.")
            where = {"claim": shown(others), "path": other.document.path}
            yield _at(review, message.format(**where), hint, "itemReviewed")


@rule("site", "G", error="google strict", warning="bing datacommons")
def scale_conflict(site: Site) -> Iterator[Located]:
    """One number stands for two verdicts, or one verdict for two numbers."""
    labels: dict[tuple[object, ...], Review] = {}
    numbers: dict[tuple[str, ...], tuple[object, ...]] = {}
    for review in site.reviews or site.in_feeds:
        found = tuple(number_of(review.rating.get(name)) for name in NUMBERS)
        label = words(review.label)
        if None in found or not label:
            continue
        other = labels.setdefault(found, review)
        if words(other.label) != label:
            message = _("The number {value} means {label} here and {other} in {path}.")
            told = {"value": found[1], "label": shown(review.label), "other": shown(other.label)}
            yield _at(review, message.format(**told, path=other.document.path), _(_SCALE_HINT), "reviewRating")
        elif numbers.setdefault(label, found) != found:
            message = _("{label} has the numbers {found} here and {other} elsewhere (worst, value, best).")
            told = {"label": shown(review.label), "found": _row(found), "other": _row(numbers[label])}
            yield _at(review, message.format(**told), _(_SCALE_HINT), "reviewRating")


_SCALE_HINT = mark("One number means one verdict on the whole site, by a scale that is published.")


def _row(numbers: tuple[object, ...]) -> str:
    return ", ".join(map(str, numbers))


@rule("site", "O", warning="google bing datacommons strict")
def label_variants(site: Site) -> Iterator[Located]:
    """One verdict is written in two ways."""
    spelled: dict[tuple[str, ...], str] = {}
    for review in site.reviews or site.in_feeds:
        label = review.label
        other = spelled.setdefault(words(label), label)
        if label and label != other:
            message = _("The verdict is written {label} here and {other} before.")
            told = {"label": shown(label), "other": shown(other)}
            yield _at(review, message.format(**told), "", "reviewRating", "alternateName")


@rule("site", "G", error="google datacommons strict")
def url_redirect(site: Site) -> Iterator[Located]:
    """`url` leads to a page of the folder that only redirects."""
    redirects = {_place(one.relative): one for one in site.documents if one.page and one.page.redirects_to}
    base = urlsplit(site.options.site_url).path.rstrip("/") if split(site.options.site_url) else ""
    for review in (*site.reviews, *site.in_feeds) if redirects else ():
        parts = split(text_at(review.data, "url"))
        path = parts.path.removeprefix(base) if parts else ""
        if parts and _place(path) in redirects and is_within(host_of(text_at(review.data, "url")), review.own_host):
            target = redirects[_place(path)].page
            message = _("url leads to a redirect to {target}; readers of the markup do not follow it.")
            hint = _("Give the address that it leads to.")
            yield _at(review, message.format(target=shown(target.redirects_to if target else "")), hint, "url")


def _place(path: str) -> str:
    return path.strip("/").removesuffix("index.html").removesuffix(".html").strip("/")


@rule("site", "G", warning="google bing strict")
def blocked_by_robots(site: Site) -> Iterator[Located]:
    """`robots.txt` keeps a search engine from a page with ClaimReview (P9)."""
    if not site.robots.strip():
        return
    parser = RobotFileParser()
    parser.parse(site.robots.splitlines())
    for review in site.reviews:
        address = review.document.address or f"/{_place(review.document.relative)}/"
        blocked = [name for name in ("Googlebot", "bingbot") if not _may_fetch(parser, name, address)]
        if review.document.page and blocked:
            message = _("robots.txt keeps {names} from this page.").format(names=", ".join(blocked))
            yield _at(review, message)


def _may_fetch(parser: RobotFileParser, name: str, address: str) -> bool:
    parser.modified()
    try:
        return parser.can_fetch(name, address)
    except ValueError:
        return True


@rule("site", "G", warning="google bing strict")
def sitemap_missing(site: Site) -> Iterator[Located]:
    """The folder has no `sitemap*.xml` (P9)."""
    if site.folder and site.sitemap is None and _has_pages(site):
        yield _of_site(site, _("The site has no sitemap.xml."), _("Have one written, and name it in robots.txt."))


@rule("site", "O", warning="google bing strict")
def not_in_sitemap(site: Site) -> Iterator[Located]:
    """A page with ClaimReview is not in the sitemap (P9)."""
    for review in site.reviews:
        address = review.document.address
        if site.sitemap is not None and review.document.page and address and page_key(address) not in site.sitemap:
            yield _at(review, _("The page {address} is not in the sitemap.").format(address=shown(address)))


@rule("site", "G", warning="google strict")
def few_reviews(site: Site) -> Iterator[Located]:
    """Fewer than three pages carry ClaimReview (P8)."""
    count = len({review.document.path for review in site.reviews if review.document.page})
    if site.folder and 0 < count < _FEW:
        message = ngettext("{n} page has ClaimReview.", "{n} pages have ClaimReview.", count).format(n=count)
        yield _of_site(site, message, _("Google asks that several pages of a site carry it."))


@rule("site", "G", error="strict", warning="google")
def no_corrections_policy(site: Site) -> Iterator[Located]:
    """Nothing in the folder leads to corrections or a way to report errors (P7).

    Looked for in the words and addresses of links, in several languages, and in structured data.
    """
    if site.folder and _has_pages(site) and not site.has_corrections:
        yield _of_site(
            site,
            _("No page links to corrections, and no structured data names a policy for them."),
            _("Link to a page that says how to report an error and what has been corrected."),
        )


@rule("site", "O", notice="google strict")
def policies_missing(site: Site) -> Iterator[Located]:
    """No Organization names its policies."""
    if site.folder and _has_pages(site) and not site.has_policies:
        yield _of_site(
            site,
            _("No Organization in the structured data names its policies."),
            _("Add correctionsPolicy, verificationFactCheckingPolicy and actionableFeedbackPolicy on the about page."),
        )


def _has_pages(site: Site) -> bool:
    return any(review.document.page for review in site.reviews)


@rule("site", "O", error="datacommons strict")
def feed_not_in_sitemap(site: Site) -> Iterator[Located]:
    """An item's `url` is not in the sitemap."""
    for review in site.in_feeds if site.sitemap is not None else ():
        url = text_at(review.data, "url")
        if url and page_key(url) not in (site.sitemap or ()):
            yield _at(review, _("{url} is in the feed, not in the sitemap.").format(url=shown(url)), "", "url")


@rule("site", "O", error="datacommons strict", warning="google bing")
def feed_differs(site: Site) -> Iterator[Located]:
    """An item of the feed is not what its page says; `@context` aside."""
    on_pages = _by_url(site.reviews)
    for review in site.in_feeds:
        pages = on_pages.get(text_at(review.data, "url"), [])
        mine = _without_context(review)
        names = sorted({name for other in pages for name in _differing(mine, _without_context(other))})
        if pages and not any(_same(_without_context(other)) == _same(mine) for other in pages):
            message = _("The feed and {path} differ in {names}.")
            told = {"path": pages[0].document.path, "names": ", ".join(map(shown, names[:4]))}
            yield _at(review, message.format(**told), _("Make both from the same data."))


@rule("site", "O", warning="datacommons strict")
def feed_lacks_page(site: Site) -> Iterator[Located]:
    """A page's ClaimReview is not in the feed beside it."""
    in_feed = {text_at(review.data, "url") for review in site.in_feeds}
    for review in site.reviews if site.feeds else ():
        url = text_at(review.data, "url")
        if review.document.page and url and url not in in_feed:
            yield _at(review, _("The feed does not have {url}.").format(url=shown(url)), "", "url")


def _by_url(reviews: tuple[Review, ...]) -> dict[str, list[Review]]:
    found: defaultdict[str, list[Review]] = defaultdict(list)
    for review in reviews:
        if review.document.page:
            found[text_at(review.data, "url")].append(review)
    return found


def _without_context(review: Review) -> dict[str, Json]:
    return {name: value for name, value in review.data.items() if name != "@context"}


def _differing(one: dict[str, Json], other: dict[str, Json]) -> set[str]:
    return {name for name in one.keys() | other.keys() if one.get(name) != other.get(name)}
