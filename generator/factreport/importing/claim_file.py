"""A claim file from a ClaimReview."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

from factreport.claimreview.addresses import split
from factreport.claimreview.days import days_of
from factreport.claimreview.values import each, is_empty, shown, text_at, types_of
from factreport.importing.content_file import markdown, one_line, record
from factreport.importing.slugs import slug_in_address, slug_of_text
from factreport.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from factreport.claimreview.json_text import Json
    from factreport.claimreview.problem import Key
    from factreport.claimreview.subjects import Review
    from factreport.importing.content_file import ContentFile
    from factreport.importing.note import Say
    from factreport.importing.scale_file import Verdicts
    from factreport.importing.source_file import Sources

LONGEST_ANSWER = 30
NOT_NAMED = "Not named"
TO_WRITE = "To be written: the import found no explanation of the verdict."
NOT_SAID = "Not in the markup"
_OURS = re.compile(r"^[^“]*“(?P<said>.*)” [^“”]*“(?P<says>.*)” ?(?P<why>.*)$", re.DOTALL)
_CARRIED = frozenset(
    """
    @context @type @id url claimReviewed datePublished dateModified inLanguage author reviewRating itemReviewed citation
    correction publisher mainEntityOfPage sdPublisher sdDatePublished
    """.split()  # noqa: SIM905 - a table of words
)
_CARRIED_OF_CLAIM = frozenset({"@type", "@id", "text", "author", "datePublished", "firstAppearance", "appearance"})
_CARRIED_OF_RATING = frozenset(
    {"@type", "alternateName", "name", "ratingValue", "worstRating", "bestRating", "ratingExplanation"}
)


class Import(Struct, frozen=True):
    """What making a claim file needs beside the review."""

    sources: Sources
    verdicts: Verdicts
    today: date
    say: Say
    """Notes something that could not be carried: code, message, keys within the review."""


def slug_of(review: Review) -> str:
    """Give the slug that a review suggests; never empty."""
    address = text_at(review.data, "url")
    identity = text_at(review.claim, "@id")
    ours = slug_in_address(identity) if "/claims/" in identity else ""
    return ours or slug_in_address(address) or slug_of_text(text_at(review.data, "claimReviewed")) or "claim"


def claim_file(slug: str, review: Review, into: Import) -> ContentFile:
    """Give the draft of a claim."""
    claim = one_line(text_at(review.data, "claimReviewed"))
    answer, rest = _answer(review, into)
    corrections, undated = _corrections(review, into)
    fields: dict[str, str | tuple[Mapping[str, str], ...]] = {
        "claim": claim,
        "verbatim": "yes" if one_line(text_at(review.claim, "text")) == claim else "",
        **_claimant(review, into),
        "claimed": _days(review.claim, "datePublished", into, "itemReviewed") or "unknown",
        "first_seen": _first_seen(review, into),
        "checked": _checked(review, into),
        "verdict": into.verdicts.key_of(review, into.say),
        "answer": answer,
        "corrections": corrections,
        "draft": "yes",
    }
    _say_what_is_lost(review, into)
    text = "\n\n".join([_from(review), *(part for part in (rest, *undated, *_lists(review, into)) if part)])
    return record(f"claims/{slug}.md", fields, text)


def _claimant(review: Review, into: Import) -> dict[str, str]:
    people = [one for _keys, one in review.people("author", of_claim=True)]
    named = [one_line(one) if isinstance(one, str) else one_line(text_at(one, "name")) for one in people]
    names = [name for name in named if name]
    if not names:
        into.say("no-claimant", _("The markup names no claimant."), "itemReviewed")
    if len(names) > 1:
        into.say(
            "several-claimants", _("{n} claimants stand in one field.").format(n=len(names)), "itemReviewed", "author"
        )
    first = people[0] if people and len(names) == 1 else None
    pages = [one for _keys, one in each(first, "sameAs")] if isinstance(first, dict) else []
    pages += [first.get("url")] if isinstance(first, dict) else []
    page = next((one for one in pages if split(one)), "")
    return {
        "claimant": ", ".join(names) or NOT_NAMED,
        "claimant_is": "person" if "Person" in types_of(first) else "",
        "claimant_url": page.strip() if isinstance(page, str) else "",
    }


def _days(node: Mapping[str, Json], name: str, into: Import, *keys: Key) -> str:
    value = node.get(name)
    if is_empty(value):
        return ""
    if days_of(value) is None:
        into.say("unclear-date", _("{value} is not a date.").format(value=shown(value)), *keys, name)
        return ""
    return str(value).strip()[:10]


def _checked(review: Review, into: Import) -> str:
    for name in ("datePublished", "dateModified"):
        day = _days(review.data, name, into)
        if len(day) == len("2025-01-21"):
            return day
    into.say("no-check-date", _("The markup does not tell when it was checked; today's date stands there."))
    return into.today.isoformat()


def _first_seen(review: Review, into: Import) -> str:
    for keys, work in each(review.claim, "firstAppearance"):
        slug = into.sources.slug_of(review.resolved(work))
        if slug:
            return slug
        _no_address(work, into, "itemReviewed", *keys)
    return ""


def _no_address(work: Json, into: Import, *keys: Key) -> None:
    into.say("no-address", _("{work} tells neither address nor publisher.").format(work=shown(work)), *keys)


def _answer(review: Review, into: Import) -> tuple[str, str]:
    """Give the answer, and the whole explanation where it is too long for one."""
    said = text_at(review.rating, "ratingExplanation")
    explanation = one_line(said)
    if not explanation:
        into.say("no-answer", _("There is no ratingExplanation; the answer is for you to write."), "reviewRating")
        return TO_WRITE, ""
    words = explanation.split()
    if len(words) <= LONGEST_ANSWER:
        return explanation, ""
    message = _("ratingExplanation has {n} words; an answer has at most 30.").format(n=len(words))
    into.say("long-answer", message, "reviewRating", "ratingExplanation")
    return " ".join(words[: LONGEST_ANSWER - 1]) + " …", markdown(explanation)


def _corrections(review: Review, into: Import) -> tuple[tuple[Mapping[str, str], ...], list[str]]:
    """Give the corrections as entries, and those without a date as text."""
    entries: list[Mapping[str, str]] = []
    undated: list[str] = []
    for keys, value in each(review.data, "correction"):
        thing = value if isinstance(value, dict) else {}
        text = one_line(value if isinstance(value, str) else text_at(thing, "text") or text_at(thing, "url"))
        day = _days(thing, "datePublished", into, *keys)
        if not text:
            continue
        if len(day) != len("2025-01-21"):
            into.say("no-correction-date", _("A correction has no date; it stands in the text."), *keys)
            undated.append(markdown(text))
            continue
        ours = _OURS.match(text)
        if not ours or not ours["why"].strip():
            into.say("correction-in-part", _("A correction does not tell what was said before, or why."), *keys)
        said, says, why = ours.group("said", "says", "why") if ours else (NOT_SAID, text, NOT_SAID)
        entries.append({"date": day, "said": said, "says": says, "why": why.strip() or NOT_SAID})
    return tuple(entries), undated


def _say_what_is_lost(review: Review, into: Import) -> None:
    parts = (
        ((), review.data, _CARRIED),
        (("itemReviewed",), review.claim, _CARRIED_OF_CLAIM),
        (("reviewRating",), review.rating, _CARRIED_OF_RATING),
    )
    for keys, node, carried in parts:
        lost = [name for name, value in node.items() if name not in carried and not is_empty(value)]
        if lost:
            names = ", ".join(map(shown, sorted(lost)))
            into.say("not-carried", _("No field of a claim holds {names}.").format(names=names), *keys)


def _from(review: Review) -> str:
    author = ", ".join(text_at(one, "name") for _keys, one in review.people("author") if text_at(one, "name"))
    url = text_at(review.data, "url")
    written = url.replace("[", "%5B").replace("]", "%5D")
    where = f"<{written}>" if split(url) and not re.search(r"[<>\\]", url) else _("markup without an address")
    who = markdown(author) or _("somebody whom the markup does not name")
    return _("Imported from a ClaimReview of {who}: {where}. Nothing of it has been checked here.").format(
        who=who, where=where
    )


def _lists(review: Review, into: Import) -> Iterator[str]:
    """Give what the review names as appearances and as citations, each as a list with links."""
    for heading, where in (
        (_("Where the claim appeared, says the review:"), list(review.appearances())),
        (_("What the review cites:"), list(each(review.data, "citation"))),
    ):
        rows: dict[str, None] = {}
        for keys, work in where:
            slug = into.sources.slug_of(review.resolved(work))
            if slug:
                rows[f"- [{markdown(into.sources.titles[slug])}](source:{slug})"] = None
            elif "firstAppearance" not in keys:
                _no_address(work, into, *keys)
        if rows:
            yield "\n".join([heading, "", *rows])
