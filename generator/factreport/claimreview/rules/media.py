"""MediaReview: checks of pictures, sound and film."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.claimreview.problem import Found
from factreport.claimreview.rule import EVERY, rule
from factreport.claimreview.values import each, is_empty, shown
from factreport.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.claimreview.subjects import Media, Review

ORIGINAL = "OriginalMediaContent"
CHANGED = frozenset({"TransformedContent", "EditedOrCroppedContent", "StagedContent"})
CATEGORIES = frozenset({ORIGINAL, *CHANGED, "DecontextualizedContent", "SatireOrParodyContent"})


def _categories(media: Media) -> list[str]:
    names = [value for _keys, value in each(media.data, "mediaAuthenticityCategory") if isinstance(value, str)]
    return [name.rsplit("/", 1)[-1] for name in names]


@rule("media", "S", error="schema google strict")
def category_missing(media: Media) -> Iterator[Found]:
    """`mediaAuthenticityCategory` is what a MediaReview says."""
    if is_empty(media.data.get("mediaAuthenticityCategory")):
        yield Found(
            _("The MediaReview has no mediaAuthenticityCategory."),
            _("It is one of {names}.").format(names=", ".join(sorted(CATEGORIES))),
        )


@rule("media", "S", error=EVERY)
def category_unknown(media: Media) -> Iterator[Found]:
    """`mediaAuthenticityCategory` is none of the six of schema.org."""
    for name in _categories(media):
        if name not in CATEGORIES:
            message = _("schema.org has no category {name}.").format(name=shown(name))
            hint = _("It is one of {names}.").format(names=", ".join(sorted(CATEGORIES)))
            yield Found(message, hint, ("mediaAuthenticityCategory",))


@rule("media", "S", error=EVERY)
def category_conflict(media: Media) -> Iterator[Found]:
    """Original content cannot be transformed, edited or staged as well."""
    names = set(_categories(media))
    if ORIGINAL in names and names & CHANGED:
        message = _("Media cannot be {original} and {other} at once.")
        yield Found(message.format(original=ORIGINAL, other=min(names & CHANGED)), keys=("mediaAuthenticityCategory",))


@rule("media", "S", warning="google strict")
def original_missing(media: Media) -> Iterator[Found]:
    """Neither `originalMediaLink` nor `originalMediaContextDescription` is there."""
    if is_empty(media.data.get("originalMediaLink")) and is_empty(media.data.get("originalMediaContextDescription")):
        yield Found(
            _("Nothing says where the original is."),
            _("Add originalMediaLink, or originalMediaContextDescription where it has no address."),
        )


def _is_linked(media: Media) -> bool:
    names = ("associatedClaimReview", "associatedReview", "relatedClaimReview")
    return any(not is_empty(media.data.get(name)) for name in names)


@rule("media", "S", warning="google strict")
def media_not_linked(media: Media) -> Iterator[Found]:
    """A MediaReview beside a ClaimReview does not link to it.

    The range that schema.org declares for the property is wider than meant; nothing is asked of the value.
    """
    if media.document.reviews and not _is_linked(media):
        message = _("The MediaReview does not name the ClaimReview beside it.")
        yield Found(message, _("Add associatedClaimReview."))


@rule("review", "S", warning="google strict")
def review_not_linked(review: Review) -> Iterator[Found]:
    """A ClaimReview beside a MediaReview does not link to it."""
    if review.document.media and is_empty(review.data.get("associatedMediaReview")):
        message = _("The ClaimReview does not name the MediaReview beside it.")
        yield Found(message, _("Add associatedMediaReview."))
