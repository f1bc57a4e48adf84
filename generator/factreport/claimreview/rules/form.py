"""The form of a review as a whole: vocabulary, type, place, and values of the wrong sort."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from factreport.claimreview.problem import Found
from factreport.claimreview.rule import EVERY, rule
from factreport.claimreview.values import each, is_empty, shown, types_of
from factreport.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factreport.claimreview.json_text import Json
    from factreport.claimreview.problem import Keys
    from factreport.claimreview.subjects import Review

OWN_RULES: dict[Keys, set[str]] = {
    (): {"claimReviewed", "reviewRating", "url", "author", "datePublished", "itemReviewed", "inLanguage", "sdLicense"},
    ("reviewRating",): {"alternateName", "ratingValue", "bestRating", "worstRating", "ratingExplanation"},
    ("itemReviewed",): {"author", "appearance", "firstAppearance", "datePublished", "@id"},
}
"""Properties whose absence has a rule of its own, which also speaks where they are empty."""
TEXTS: dict[Keys, tuple[str, ...]] = {
    (): ("claimReviewed", "url", "datePublished", "dateModified"),
    ("itemReviewed",): ("datePublished", "text", "name", "@id"),
    ("reviewRating",): ("ratingExplanation",),
}
PEOPLE: dict[Keys, tuple[str, ...]] = {(): ("author", "publisher"), ("itemReviewed",): ("author",)}
KNOWN: dict[Keys, list[str]] = {
    (): [
        "claimReviewed",
        "reviewRating",
        "url",
        "author",
        "datePublished",
        "dateModified",
        "dateCreated",
        "itemReviewed",
        "inLanguage",
        "citation",
        "correction",
        "sdLicense",
        "sdPublisher",
        "sdDatePublished",
        "associatedMediaReview",
        "publisher",
        "name",
        "headline",
        "description",
        "image",
        "text",
        "license",
        "about",
        "mainEntityOfPage",
        "isPartOf",
        "reviewBody",
        "reviewAspect",
        "sameAs",
    ],
    ("itemReviewed",): [
        "appearance",
        "firstAppearance",
        "author",
        "datePublished",
        "text",
        "name",
        "sameAs",
        "url",
        "description",
        "image",
        "inLanguage",
        "claimInterpreter",
        "about",
        "keywords",
        "headline",
        "publisher",
    ],
    ("reviewRating",): [
        "alternateName",
        "ratingValue",
        "bestRating",
        "worstRating",
        "name",
        "ratingExplanation",
        "image",
        "reviewAspect",
        "author",
        "description",
        "url",
    ],
}
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]{0,200}>|&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,5});")


def _parts(review: Review) -> Iterator[tuple[Keys, Mapping[str, Json]]]:
    yield (), review.data
    yield ("itemReviewed",), review.claim
    yield ("reviewRating",), review.rating


def _context(review: Review) -> tuple[str, ...]:
    value = review.node.context
    entries = value if isinstance(value, list) else [value]
    named = [entry.get("@vocab") if isinstance(entry, dict) else entry for entry in entries]
    return tuple(name.strip().rstrip("/") for name in named if isinstance(name, str))


@rule("review", "S", error=EVERY)
def context_missing(review: Review) -> Iterator[Found]:
    """A review needs `@context`, its own or around it."""
    if is_empty(review.node.context):
        yield Found(
            _("The review has no @context, so its names mean nothing."), _('Add "@context": "https://schema.org".')
        )


@rule("review", "S", error=EVERY)
def context_other(review: Review) -> Iterator[Found]:
    """`@context` names another vocabulary than schema.org."""
    names = _context(review)
    if not is_empty(review.node.context) and not any(
        re.fullmatch(r"https?://(www\.)?schema\.org", one) for one in names
    ):
        message = _("The @context is {value}, not schema.org.")
        yield Found(message.format(value=shown(names[0] if names else review.node.context)), keys=("@context",))


@rule("review", "S", warning=EVERY)
def context_http(review: Review) -> Iterator[Found]:
    """`http://schema.org` is read too; `https://schema.org` is the name."""
    if any(re.fullmatch(r"http://(www\.)?schema\.org", one) for one in _context(review)):
        yield Found(_("The @context has http://."), _('Write "https://schema.org".'), ("@context",))


@rule("review", "SW", error=EVERY)
def type_misspelled(review: Review) -> Iterator[Found]:
    """`@type` differs from `ClaimReview` in its capitals."""
    names = types_of(review.data)
    if "ClaimReview" not in names:
        message = _("The type is {name}; readers look for “ClaimReview” with these capitals.")
        yield Found(message.format(name=shown(names[0])), keys=("@type",))


@rule("review", "O", warning="google bing strict")
def type_list(review: Review) -> Iterator[Found]:
    """`@type` is a list with other types beside `ClaimReview`."""
    if len(types_of(review.data)) > 1 and "ClaimReview" in types_of(review.data):
        names = ", ".join(shown(name) for name in types_of(review.data))
        message = _("The review has several types: {names}.").format(names=names)
        yield Found(message, _('Write "@type": "ClaimReview" alone.'), ("@type",))


@rule("review", "O", notice="strict")
def not_on_top(review: Review) -> Iterator[Found]:
    """A review stands inside a graph or list. Known readers look there too; not all do."""
    if not review.node.is_on_top and review.node.feed is None:
        where = ".".join(map(str, review.node.keys))
        message = _("The review is not the object on top of its script but stands in {where}.").format(where=where)
        yield Found(message, _("Give each review a script element of its own."))


@rule("review", "SW", error=EVERY)
def wrong_type(review: Review) -> Iterator[Found]:
    """A property has a list, a number or an object where it takes a text, or a text where it takes an object."""
    for start, node in _parts(review):
        for name in TEXTS[start]:
            value = node.get(name)
            if value is not None and not isinstance(value, str):
                message = _("{name} is {value}; a text belongs here.").format(name=name, value=shown(value))
                yield Found(message, keys=(*start, name))
        for name in PEOPLE.get(start, ()):
            for keys, value in each(node, name):
                if not isinstance(value, dict):
                    message = _("{name} is {value}; an Organization or a Person belongs here.")
                    hint = _('Write {{"@type": "Organization", "name": …}}.').format()
                    yield Found(message.format(name=name, value=shown(value)), hint, (*start, *keys))
    value = review.data.get("itemReviewed")
    if value is not None and not isinstance(value, dict):
        yield Found(
            _("itemReviewed is {value}; one Claim belongs here.").format(value=shown(value)),
            _('Write {{"@type": "Claim", …}}.').format(),
            ("itemReviewed",),
        )
    rating = review.data.get("reviewRating")
    if isinstance(rating, list):
        yield Found(_("reviewRating is a list; one Rating belongs here."), keys=("reviewRating",))


@rule("review", "W", warning=EVERY)
def null_value(review: Review) -> Iterator[Found]:
    """A property is null: it says nothing, and some readers fail at it."""
    for start, node in _parts(review):
        for name, value in node.items():
            if value is None and name not in OWN_RULES[start] and not name.startswith("@"):
                yield Found(_("{name} is null.").format(name=shown(name)), _("Leave the property out."), (*start, name))


@rule("review", "W", warning=EVERY)
def empty_value(review: Review) -> Iterator[Found]:
    """A property is an empty text, list or object."""
    for start, node in _parts(review):
        for name, value in node.items():
            if value is not None and is_empty(value) and name not in OWN_RULES[start] and not name.startswith("@"):
                yield Found(
                    _("{name} has nothing in it.").format(name=shown(name)),
                    _("Leave the property out."),
                    (*start, name),
                )


@rule("review", "W", warning=EVERY)
def misspelled_property(review: Review) -> Iterator[Found]:
    """A property is not of schema.org and looks like one that is."""
    for start, node in _parts(review):
        lower = {name.casefold(): name for name in KNOWN[start]}
        for name in node:
            if name in KNOWN[start] or name.startswith("@") or len(name) > 40:
                continue
            near = lower.get(name.casefold()) or _near(name, KNOWN[start])
            if near and near not in node:
                message = _("schema.org has no property {name} here, so readers pass it over.").format(name=shown(name))
                yield Found(message, _("Did you mean {name}?").format(name=near), (*start, name))


def _near(name: str, known: list[str]) -> str:
    return next(iter(get_close_matches(name, known, 1, 0.85)), "")


@rule("review", "W", warning="google bing datacommons strict")
def markup_in_text(review: Review) -> Iterator[Found]:
    """HTML tags or entities stand in the claim or the verdict."""
    for keys, value in (
        (("claimReviewed",), review.data.get("claimReviewed")),
        (("reviewRating", "alternateName"), review.rating.get("alternateName")),
    ):
        match = _MARKUP.search(value) if isinstance(value, str) else None
        if match:
            message = _("{name} has {markup} in it; readers show it as it stands.")
            hint = _("Write plain text, with real characters in place of HTML's.")
            yield Found(message.format(name=keys[-1], markup=shown(match[0])), hint, keys)
