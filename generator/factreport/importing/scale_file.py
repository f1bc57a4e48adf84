"""The scale: which verdicts of the markup are which words of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

from factreport.claimreview.values import number_of, shown, text_at, words
from factreport.importing.content_file import mapping, one_line, scalar
from factreport.importing.slugs import free, slug_of_text
from factreport.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from factreport.claimreview.subjects import Review
    from factreport.importing.content_file import ContentFile
    from factreport.importing.note import Say

NOT_RATED = "not-rated"
_LOOKS = ("contradicted", "not-supported", "partly-supported", "supported")
_MEANS = "To be written: the import knows the word alone."


def _word(review: Review) -> str:
    """Give the verdict in words, also from the wrong places in which it is found."""
    bare = review.data.get("reviewRating")
    return review.label or text_at(review.rating, "name") or (bare.strip() if isinstance(bare, str) else "")


def _given_key(given: Mapping[str, str], word: str, say: Say) -> str:
    key = next((key for known, key in given.items() if words(known) == words(word)), "")
    if not key:
        message = _("The scale has no verdict {word}: add it, or choose another.").format(word=shown(word))
        say("verdict-not-on-scale", message, "reviewRating", "alternateName")
    return key or slug_of_text(word) or NOT_RATED


class Verdicts(Struct):
    """The verdicts met so far, and the scale of the folder where it has one."""

    given: Mapping[str, str] | None = None
    """Key by word of the scale that is there; None where there is none."""
    met: dict[tuple[str, ...], tuple[str, str]] = field(default_factory=dict)
    """Key and word, by the words of the verdict as they compare."""
    numbers: dict[str, tuple[Decimal, Decimal, Decimal]] = field(default_factory=dict)
    """Worst, value and best by key, where the markup gives whole ones."""
    numbers_of_keys: dict[str, int] = field(default_factory=dict)
    """All keys, each with the last number that was put behind it."""
    bounds: tuple[int, int] | None = None
    """The range of the first numbers met: those of another range are not kept."""

    def key_of(self, review: Review, say: Say) -> str:
        """Give the key of a review's verdict, a new one if need be."""
        word = one_line(_word(review))
        if not word:
            say("no-verdict", _("The rating has no words."), "reviewRating")
        same = words(word)
        if self.given is not None:
            return _given_key(self.given, word, say)
        if same not in self.met:
            key = free(slug_of_text(word) or NOT_RATED, self.numbers_of_keys.__contains__, self.numbers_of_keys)
            self.numbers_of_keys.setdefault(key, 1)
            self.met[same] = (key, word or _("Not rated"))
        key = self.met[same][0]
        self._keep_numbers(key, review, say)
        return key

    def _keep_numbers(self, key: str, review: Review, say: Say) -> None:
        found = [number_of(review.rating.get(name)) for name in ("worstRating", "ratingValue", "bestRating")]
        numbers = [one for one in found if one is not None and one == one.to_integral_value() and abs(one) < 1000]
        if not any(one is not None for one in found):
            return
        fits = len(numbers) == 3 and numbers[0] <= numbers[1] <= numbers[2] and numbers[0] < numbers[2]
        if fits and self.bounds is None:
            self.bounds = (int(numbers[0]), int(numbers[2]))
        fits = fits and self.bounds == (int(numbers[0]), int(numbers[2]))
        if not fits or self.numbers.setdefault(key, (numbers[0], numbers[1], numbers[2]))[1] != numbers[1]:
            say("rating-not-kept", _("The rating's numbers do not fit the scale."), "reviewRating")

    def file(self) -> ContentFile | None:
        """Give the scale of the verdicts met; None where the folder has one, or none was met."""
        if self.given is not None or not self.met:
            return None
        lines = ["# Made by an import: say what each verdict means, and choose its look.", "verdicts:"]
        for key, word in self.met.values():
            lines += [f"  {scalar(key)}:", f"    word: {scalar(word)}", f"    look: {self._look(key)}"]
            if key in self.numbers:
                lines.append(f"    rating: {int(self.numbers[key][1])}")
            lines.append(f"    means: {scalar(_MEANS)}")
        if self.bounds:
            lines += ["ratings:", f"  worst: {self.bounds[0]}", f"  best: {self.bounds[1]}"]
        return mapping("scale.yml", lines)

    def _look(self, key: str) -> str:
        """Give the look for the place on the scale; of a verdict without numbers nothing can be told."""
        if key not in self.numbers:
            return "cannot-be-settled"
        worst, value, best = self.numbers[key]
        place = (value - worst) * (len(_LOOKS) - 1) / (best - worst)
        return _LOOKS[int(place.to_integral_value())]
