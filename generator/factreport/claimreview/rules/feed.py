"""DataFeed: one file with all reviews of a site."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from factreport.claimreview.days import days_of, is_before
from factreport.claimreview.document import REFERENCE, is_kind
from factreport.claimreview.problem import Found
from factreport.claimreview.rule import EVERY, rule
from factreport.claimreview.values import is_empty, shown, text_at, types_of
from factreport.language import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factreport.claimreview.json_text import Json
    from factreport.claimreview.subjects import Feed

_DESCRIBED = ("license", "name", "publisher", "url")


@rule("feed", "S", error=EVERY)
def elements_missing(feed: Feed) -> Iterator[Found]:
    """`dataFeedElement` is missing or no list."""
    value = feed.data.get("dataFeedElement")
    if not isinstance(value, list):
        message = _("dataFeedElement is {value}; a list belongs here.").format(value=shown(value))
        yield Found(message, keys=("dataFeedElement",))


@rule("feed", "S", error=EVERY)
def element_form(feed: Feed) -> Iterator[Found]:
    """An element of the feed is no object."""
    for keys, element in feed.elements():
        if not isinstance(element, dict):
            message = _("An element of the feed is {value}; a DataFeedItem belongs here.")
            yield Found(message.format(value=shown(element)), keys=keys)


@rule("feed", "W", error="datacommons strict", warning="schema google bing")
def item_null(feed: Feed) -> Iterator[Found]:
    """An element's `item` is null or empty. Seen in published feeds; readers fail at it."""
    for keys, element in feed.elements():
        if isinstance(element, dict) and is_empty(element.get("item")):
            yield Found(_("An element of the feed has no item."), _("Leave the element out."), (*keys, "item"))


@rule("feed", "W", error="datacommons strict")
def item_not_list(feed: Feed) -> Iterator[Found]:
    """Data Commons reads `item` as a list, also of one."""
    for keys, element in feed.elements():
        value = element.get("item") if isinstance(element, dict) else None
        if not is_empty(value) and not isinstance(value, list):
            message = _("item is {value}; a list of ClaimReviews belongs here.").format(value=shown(value))
            yield Found(message, keys=(*keys, "item"))


@rule("feed", "O", error="datacommons strict")
def item_no_review(feed: Feed) -> Iterator[Found]:
    """An item is neither a ClaimReview nor a MediaReview."""
    for keys, element in feed.elements():
        value = element.get("item") if isinstance(element, dict) else None
        for place, item in enumerate(value if isinstance(value, list) else ()):
            if not is_kind(item, "ClaimReview") and not is_kind(item, "MediaReview"):
                kind = shown(types_of(item)[0]) if types_of(item) else shown(item)
                message = _("An item of the feed is {kind}; a ClaimReview belongs here.").format(kind=kind)
                yield Found(message, keys=(*keys, "item", place))


@rule("feed", "O", error="datacommons strict", warning="schema google bing")
def url_repeated(feed: Feed) -> Iterator[Found]:
    """Two items of a feed have the same `url`."""
    seen: set[str] = set()
    for keys, item in feed.items():
        url = text_at(item, "url")
        if url and url in seen:
            yield Found(_("The feed has {url} twice.").format(url=shown(url)), keys=(*keys, "url"))
        seen.add(url)


@rule("feed", "O", error="datacommons strict", warning="schema google bing")
def element_modified_early(feed: Feed) -> Iterator[Found]:
    """An element's `dateModified` is before its `dateCreated`."""
    for keys, element in feed.elements():
        if isinstance(element, dict) and is_before(element.get("dateModified"), element.get("dateCreated")):
            message = _("An element was modified on {modified}, before it was created on {created}.")
            days = {"modified": shown(element["dateModified"]), "created": shown(element["dateCreated"])}
            yield Found(message.format(**days), keys=(*keys, "dateModified"))


@rule("feed", "S", error=EVERY)
def element_date_wrong(feed: Feed) -> Iterator[Found]:
    """A date of the feed or of an element is not ISO 8601."""
    for keys, element in (((), feed.data), *feed.elements()):
        for name in ("dateCreated", "dateModified", "dateDeleted"):
            value = element.get(name) if hasattr(element, "get") else None
            if not is_empty(value) and days_of(value) is None:
                message = _("{name} is {value}, which is not a date that exists in ISO 8601.")
                yield Found(message.format(name=name, value=shown(value)), keys=(*keys, name))


@rule("feed", "O", error="strict", warning="datacommons")
def feed_date(feed: Feed) -> Iterator[Found]:
    """The feed's `dateModified` is not the latest date of its elements, so every build makes another file."""
    names = ("dateModified", "dateCreated", "dateDeleted")
    dates = [
        str(one[name])
        for _keys, one in feed.elements()
        if isinstance(one, dict)
        for name in names
        if days_of(one.get(name))
    ]
    stated = feed.data.get("dateModified")
    if dates and days_of(stated) and days_of(max(dates)) != days_of(stated):
        message = _("The feed says it was modified on {stated}; its latest element is of {latest}.")
        hint = _("Take the latest date of its elements, never the time of writing.")
        yield Found(message.format(stated=shown(stated), latest=shown(max(dates))), hint, ("dateModified",))


@rule("feed", "O", error="strict", warning="datacommons")
def withdrawn_form(feed: Feed) -> Iterator[Found]:
    """An element with `dateDeleted` still carries more than `@type`, `@id` and `url`."""
    for keys, element in feed.elements():
        if not isinstance(element, dict) or is_empty(element.get("dateDeleted")):
            continue
        item = element.get("item")
        for one in item if isinstance(item, list) else [item]:
            more = sorted(one.keys() - REFERENCE) if isinstance(one, dict) else []
            if more:
                message = _("A withdrawn review still says {names}.").format(names=", ".join(map(shown, more[:3])))
                yield Found(message, _("Keep @type, @id and url only."), (*keys, "item"))


@rule("feed", "O", warning="datacommons strict")
def feed_described(feed: Feed) -> Iterator[Found]:
    """A feed has `license`, `name`, `publisher` and `url`."""
    missing = [name for name in _DESCRIBED if is_empty(feed.data.get(name))]
    if missing:
        yield Found(_("The feed has no {names}.").format(names=", ".join(missing)))


@rule("feed", "O", warning="strict")
def feed_order(feed: Feed) -> Iterator[Found]:
    """Elements are sorted by `dateCreated`, then `url`."""
    rows = [(keys, _order(element)) for keys, element in feed.elements() if isinstance(element, dict)]
    for (_keys, one), (keys, other) in pairwise(rows):
        if all(one) and all(other) and other < one:
            message = _("{later} of {day} stands before {earlier} of {other_day}.")
            told = {"later": shown(one[1]), "day": one[0], "earlier": shown(other[1]), "other_day": other[0]}
            hint = _("Sort by dateCreated, then url: then a new review changes one place of the file.")
            yield Found(message.format(**told), hint, keys)
            return


def _order(element: dict[str, Json]) -> tuple[str, str]:
    item = element.get("item")
    first = item[0] if isinstance(item, list) and item else item
    return text_at(element, "dateCreated"), text_at(first, "url")
