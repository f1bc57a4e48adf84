"""The verdict: its words and its three numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factreport.claimreview.problem import Found
from factreport.claimreview.rule import EVERY, rule
from factreport.claimreview.values import is_empty, number_of, shown, text_at, words
from factreport.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from factreport.claimreview.subjects import Review

NUMBERS = ("worstRating", "ratingValue", "bestRating")
_LONG_LABEL = 60


def _numbers(review: Review) -> tuple[Decimal, Decimal, Decimal] | None:
    """Give worst, value and best; None where one is missing or no number."""
    worst, value, best = (number_of(review.rating.get(name)) for name in NUMBERS)
    return (worst, value, best) if worst is not None and value is not None and best is not None else None


def _given(review: Review) -> list[str]:
    return [name for name in NUMBERS if not is_empty(review.rating.get(name))]


@rule("review", "GB", error="google bing datacommons strict")
def label_missing(review: Review) -> Iterator[Found]:
    """`alternateName`, the verdict in words, is required; `name` does not replace it."""
    if review.rating and is_empty(review.rating.get("alternateName")):
        name = text_at(review.rating, "name")
        hint = _("Rename name: {name} belongs in alternateName.") if name else _("Add the verdict in a word or two.")
        yield Found(_("The rating has no alternateName."), hint.format(name=shown(name)), ("reviewRating",))


@rule("review", "SW", error=EVERY)
def label_not_text(review: Review) -> Iterator[Found]:
    """`alternateName` is a list, an object or a number."""
    value = review.rating.get("alternateName")
    if not is_empty(value) and not isinstance(value, str):
        message = _("alternateName is {value}; one text belongs here.").format(value=shown(value))
        yield Found(message, keys=("reviewRating", "alternateName"))


@rule("review", "G", notice="google strict")
def label_long(review: Review) -> Iterator[Found]:
    """A long verdict is cut off: its first words should carry the meaning."""
    if len(review.label) > _LONG_LABEL:
        message = _("The verdict has {n} characters: see that its first words tell it.").format(n=len(review.label))
        yield Found(message, keys=("reviewRating", "alternateName"))


@rule("review", "O", error="google strict")
def label_off_scale(review: Review) -> Iterator[Found]:
    """The verdict is none of those given with `--label`."""
    labels = review.options.labels
    if labels and review.label and review.label not in labels:
        near = next((label for label in labels if words(label) == words(review.label)), "")
        message = _("The verdict {label} is not on the published scale.").format(label=shown(review.label))
        hint = _("Write {label}.").format(label=shown(near)) if near else ""
        yield Found(message, hint, ("reviewRating", "alternateName"))


@rule("review", "BG", error="bing", notice="google strict")
def numbers_missing(review: Review) -> Iterator[Found]:
    """The rating has no numbers.

    Bing requires them; for a verdict that has no place on a scale, leaving all three out is right.
    """
    if review.rating and not _given(review):
        yield Found(
            _("The rating has no numbers."),
            _("Add ratingValue, bestRating and worstRating, or none where the verdict has no place on a scale."),
            ("reviewRating",),
        )


@rule("review", "BO", error="bing strict", warning="google datacommons")
def numbers_incomplete(review: Review) -> Iterator[Found]:
    """Of `ratingValue`, `bestRating` and `worstRating` one or two are missing."""
    given = _given(review)
    if 0 < len(given) < len(NUMBERS):
        missing = ", ".join(name for name in NUMBERS if name not in given)
        message = _("The rating has numbers, but no {missing}.").format(missing=missing)
        yield Found(message, _("Give all three or none."), ("reviewRating",))


@rule("review", "S", error=EVERY)
def number_wrong(review: Review) -> Iterator[Found]:
    """One of the rating's numbers is none."""
    for name in _given(review):
        value = review.rating.get(name)
        if number_of(value) is None:
            message = _("{name} is {value}, which is not a number.").format(name=name, value=shown(value))
            yield Found(message, _("The verdict in words is alternateName."), ("reviewRating", name))


@rule("review", "O", notice="schema datacommons strict")
def number_as_text(review: Review) -> Iterator[Found]:
    """A number is written as a text. Known readers turn it into one."""
    for name in _given(review):
        value = review.rating.get(name)
        if isinstance(value, str) and number_of(value) is not None:
            message = _("{name} is the text {value}.").format(name=name, value=shown(value))
            yield Found(message, _("Write it without quotation marks."), ("reviewRating", name))


@rule("review", "W", error="google bing strict", warning="schema datacommons")
def sentinel(review: Review) -> Iterator[Found]:
    """A negative number stands for “not rated”."""
    for name in NUMBERS:
        number = number_of(review.rating.get(name))
        if number is not None and number < 0:
            message = _("{name} is {value}, a stand-in for “not rated”.").format(name=name, value=shown(number))
            yield Found(message, _("Leave all three numbers out."), ("reviewRating", name))
            return


@rule("review", "G", error="google strict", warning="bing datacommons")
def worst_low(review: Review) -> Iterator[Found]:
    """`worstRating` is below 1."""
    worst = number_of(review.rating.get("worstRating"))
    if worst is not None and 0 <= worst < 1:
        message = _("worstRating is {value}; scales begin at 1 or above.").format(value=shown(worst))
        yield Found(message, _("Move the scale up."), ("reviewRating", "worstRating"))


@rule("review", "GS", error=EVERY)
def best_low(review: Review) -> Iterator[Found]:
    """`bestRating` is not above `worstRating`."""
    found = _numbers(review)
    if found and found[0] >= 1 and found[2] <= found[0]:
        message = _("bestRating is {best} and worstRating {worst}; the best must be the greater.")
        hint = _("The nearer to bestRating, the truer the claim.")
        worst, best = shown(found[0]), shown(found[2])
        yield Found(message.format(best=best, worst=worst), hint, ("reviewRating", "bestRating"))


@rule("review", "GW", error=EVERY)
def out_of_range(review: Review) -> Iterator[Found]:
    """`ratingValue` is outside `worstRating` to `bestRating`."""
    found = _numbers(review)
    if found and 0 <= found[0] < found[2] and found[1] >= 0 and not found[0] <= found[1] <= found[2]:
        worst, value, best = map(shown, found)
        message = _("ratingValue is {value}, outside {worst} to {best}.")
        yield Found(message.format(value=value, worst=worst, best=best), keys=("reviewRating", "ratingValue"))


@rule("review", "G", notice="google strict")
def not_integer(review: Review) -> Iterator[Found]:
    """Google recommends whole numbers."""
    for name in NUMBERS:
        number = number_of(review.rating.get(name))
        if number is not None and number != number.to_integral_value():
            message = _("{name} is {value}; whole numbers are recommended.").format(name=name, value=shown(number))
            yield Found(message, keys=("reviewRating", name))


@rule("review", "O", notice="strict")
def explanation_missing(review: Review) -> Iterator[Found]:
    """`ratingExplanation` gives the reason in a sentence."""
    if review.rating and is_empty(review.rating.get("ratingExplanation")):
        yield Found(_("The rating has no ratingExplanation."), _("Add the reason in a sentence."), ("reviewRating",))
